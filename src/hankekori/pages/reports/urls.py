"""Addresses under /<programme>/raportit/."""

from django.urls import path

from hankekori.pages.reports import sharing_views, views

urlpatterns = [
    path("", views.reports, name="reports"),
    path("uusi/", views.new_report, name="report-new"),
    path("vertaa/", views.compare_reports, name="reports-compare"),
    # <report>/
    path("<int:report>/", views.frozen_report, name="report"),
    path("<int:report>/tiedosto/<slug:ending>/", views.report_file, name="report-file"),
    path("<int:report>/liita/", sharing_views.attach_to_meeting, name="report-attach"),
    path("<int:report>/julkaise/", sharing_views.publish_report, name="report-publish"),
    path("<int:report>/peru-julkaisu/", sharing_views.withdraw_report, name="report-withdraw"),
]
