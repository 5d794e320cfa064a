"""Addresses under /<programme>/."""

from django.urls import path

from hankekori.pages.situation import views

urlpatterns = [path("", views.situation, name="situation")]
