"""Addresses under /<programme>/hankekori/: maksatukset/ of all projects, <code>/maksatus/ of one."""

from django.urls import path

from hankekori.pages.claims import edit_views, import_views, views

urlpatterns = [
    path("maksatukset/tuo/", import_views.import_sheet, name="claims-import"),
    path("maksatukset/tallenna/", import_views.save_import, name="claims-import-save"),
    # <code>/maksatus/
    path("<str:code>/maksatus/", views.claims, name="project-claims"),
    path("<str:code>/maksatus/uusi/", edit_views.new_claim, name="claim-new"),
    path("<str:code>/maksatus/kustannusarvio/", edit_views.budget, name="claim-budget"),
    path("<str:code>/maksatus/<int:serial>/", edit_views.edit_claim, name="claim-edit"),
    path("<str:code>/maksatus/<int:serial>/poista/", edit_views.remove, name="claim-remove"),
]
