"""Addresses under /<programme>/hankekori/: the intake checklist of a proposal."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
