"""Addresses before a programme is chosen."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from hankekori.pages.entrance import views

urlpatterns = [
    path("", views.home, name="home"),
    path("kirjaudu/", views.Login.as_view(), name="login"),
    path("kirjaudu-ulos/", LogoutView.as_view(), name="logout"),
    path("rooli/", views.choose_role, name="choose-role"),
]
