"""Addresses under /<programme>/raportit/."""

from django.urls import path

from hankekori.pages.reports import views

urlpatterns = [
    path("", views.reports, name="reports"),
    path("uusi/", views.new_report, name="report-new"),
    path("vertaa/", views.compare_reports, name="reports-compare"),
    # <report>/
    path("<int:report>/", views.frozen_report, name="report"),
    path("<int:report>/tiedosto/<slug:ending>/", views.report_file, name="report-file"),
]
