"""Addresses under /<programme>/raportit/koosta/."""

from django.urls import path

from hankekori.pages.compile import keeping_views, views

urlpatterns = [
    path("", views.compilation, name="compile"),
    path("tiedosto/<slug:ending>/", views.compilation_file, name="compile-file"),
    path("tallenna/", keeping_views.save_compilation, name="compile-save"),
    path("tallennetut/<int:view>/poista/", keeping_views.delete_compilation, name="compile-delete"),
    path("jaadyta/", keeping_views.freeze_compilation, name="compile-freeze"),
]
