"""Addresses under /<programme>/tyoryhma/: a meeting going on, its minutes, and follow-ups."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
