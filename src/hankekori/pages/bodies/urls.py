"""Addresses under /<programme>/tyoryhma/toimielimet/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
