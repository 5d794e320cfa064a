"""Addresses under /<programme>/tyoryhma/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
