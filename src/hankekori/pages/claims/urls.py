"""Addresses under /<programme>/hankekori/<code>/maksatus/."""

from django.urls import path

from hankekori.pages.claims import edit_views, views

urlpatterns = [
    path("", views.claims, name="project-claims"),
    path("uusi/", edit_views.new_claim, name="claim-new"),
    path("kustannusarvio/", edit_views.budget, name="claim-budget"),
    # <serial>/
    path("<int:serial>/", edit_views.edit_claim, name="claim-edit"),
    path("<int:serial>/poista/", edit_views.remove, name="claim-remove"),
]
