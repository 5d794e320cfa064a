"""Addresses under /<programme>/tyoryhma/: a meeting going on, its minutes, and follow-ups."""

from django.urls import path

from hankekori.pages.decisions import follow_up_views, minutes_views, session_views

urlpatterns = [
    path("seuranta/", follow_up_views.follow_ups, name="follow-ups"),
    path("seuranta/<int:key>/", follow_up_views.follow_up, name="follow-up"),
    # kokoukset/<meeting>/
    path("kokoukset/<int:meeting>/istunto/", session_views.session, name="session"),
    path("kokoukset/<int:meeting>/istunto/asiat/<int:item>/paatos/", session_views.new_decision, name="decision-new"),
    path("kokoukset/<int:meeting>/istunto/aanet/<int:decision>/", session_views.own_vote, name="session-vote"),
    path("kokoukset/<int:meeting>/poytakirja/", minutes_views.minutes, name="minutes"),
]
