"""Addresses before a programme is chosen."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from hankekori.pages.entrance import password_views, views

urlpatterns = [
    path("", views.home, name="home"),
    path("kirjaudu/", views.Login.as_view(), name="login"),
    path("kirjaudu-ulos/", LogoutView.as_view(), name="logout"),
    path("salasana/<str:token>/", password_views.choose, name="choose-password"),
    path("rooli/", views.choose_role, name="choose-role"),
]
