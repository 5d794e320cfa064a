"""Addresses under /<programme>/julkaistut/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
