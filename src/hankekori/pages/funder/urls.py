"""Addresses under /<programme>/hankekori/<code>/rahoittajalle/."""

from django.urls import path

from hankekori.pages.funder import views

urlpatterns = [path("<str:code>/rahoittajalle/", views.funder_reports, name="project-funder")]
