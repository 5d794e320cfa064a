"""Addresses under /<programme>/hankekori/tuo/."""

from django.urls import path

from hankekori.pages.imports import views

urlpatterns = [
    path("", views.new_import, name="import-new"),
    # <draft>/
    path("<int:draft>/", views.draft_page, name="import-draft"),
    path("<int:draft>/sarakkeet/", views.columns, name="import-columns"),
    path("<int:draft>/tallenna/", views.save, name="import-save"),
    path("<int:draft>/peru/", views.discard, name="import-discard"),
    path("<int:draft>/eteneminen/", views.progress, name="import-progress"),
    path("<int:draft>/merkitty/<int:place>.xlsx", views.marked, name="import-marked"),
]
