"""Addresses under /<programme>/tyoryhma/."""

from django.urls import path

from hankekori.pages.reports import meeting_files

urlpatterns = [
    path("kokoukset/<int:meeting>/esityslista.<slug:ending>", meeting_files.agenda_file, name="agenda-file"),
    path("kokoukset/<int:meeting>/poytakirja.<slug:ending>", meeting_files.minutes_file, name="minutes-file"),
]
