"""Addresses under /<programme>/viestinta/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
