"""Addresses of rounds and of the reports in them."""

from django.urls import path

from hankekori.pages.monitoring import round_views

# /<programme>/seuranta/
urlpatterns = [
    path("", round_views.rounds, name="rounds"),
]
