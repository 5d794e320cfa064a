"""Addresses of rounds and of the reports in them."""

from django.urls import path

from hankekori.pages.monitoring import round_views, sent_views
from hankekori.pages.monitoring.report_door import by_programme
from hankekori.pages.monitoring.report_urls import report_paths

# /<programme>/seuranta/
urlpatterns = [
    path("", round_views.rounds, name="rounds"),
    path("lahetetyt/", sent_views.sent_messages, name="rounds-sent"),
    path("lahetetyt/<int:message>/uudelleen/", sent_views.send_message_again, name="rounds-send-again"),
    *report_paths("raportti/<int:report>/", "project-report", by_programme),
]
