"""Addresses under /<programme>/julkaistut/, open to everyone."""

from django.urls import path

from hankekori.pages.public import views

urlpatterns = [
    path("", views.published_reports, name="public-reports"),
    path("<int:report>/", views.public_report, name="public-report"),
    path("<int:report>/tiedosto/<slug:ending>/", views.public_file, name="public-file"),
]
