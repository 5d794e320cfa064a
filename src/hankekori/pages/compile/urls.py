"""Addresses under /<programme>/raportit/koosta/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
