"""Addresses under /<programme>/tyoryhma/: meetings and their agendas."""

from django.urls import path

from hankekori.pages.meetings import agenda_views, plan_views, views
from hankekori.pages.reports import meeting_files

_MEETING = "kokoukset/<int:meeting>/"

urlpatterns = [
    path("", views.meetings, name="meetings"),
    path("kokoukset/uusi/", plan_views.new_meeting, name="meeting-new"),
    # kokoukset/<meeting>/
    path(_MEETING, views.meeting_page, name="meeting"),
    path(f"{_MEETING}kalenteri.ics", views.calendar, name="meeting-calendar"),
    path(f"{_MEETING}vastaus/", views.answer, name="meeting-answer"),
    path(f"{_MEETING}muuta/", plan_views.edit_meeting, name="meeting-edit"),
    path(f"{_MEETING}peru/", plan_views.cancel, name="meeting-cancel"),
    path(f"{_MEETING}kutsu/", plan_views.send_invitation, name="meeting-invite"),
    path(f"{_MEETING}esityslista.<slug:ending>", meeting_files.agenda_file, name="agenda-file"),
    path(f"{_MEETING}poytakirja.<slug:ending>", meeting_files.minutes_file, name="minutes-file"),
    path(f"{_MEETING}esityslista/", agenda_views.write, name="agenda-write"),
    path(f"{_MEETING}raportti/", agenda_views.freeze_today, name="meeting-report"),
    path(f"{_MEETING}asiat/uusi/", agenda_views.new_item, name="item-new"),
    path(f"{_MEETING}asiat/<int:item>/", agenda_views.edit_item, name="item"),
    path(f"{_MEETING}asiat/<int:item>/siirra/", agenda_views.arrange, name="item-arrange"),
    path(f"{_MEETING}asiat/<int:item>/liitteet/", agenda_views.attach, name="item-attach"),
    path(f"{_MEETING}liitteet/<int:attachment>/", views.attached, name="attachment"),
    path(f"{_MEETING}liitteet/<int:attachment>/poista/", agenda_views.remove_attached, name="attachment-remove"),
]
