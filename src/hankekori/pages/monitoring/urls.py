"""Addresses of rounds and of the reports in them."""

from django.urls import path

from hankekori.pages.monitoring import approval_views, round_views, sent_views
from hankekori.pages.monitoring.report_door import by_programme
from hankekori.pages.monitoring.report_urls import decision_paths, report_paths

_REPORT = "raportti/<int:report>/"

# /<programme>/seuranta/
urlpatterns = [
    path("", round_views.rounds, name="rounds"),
    path("uusi/", round_views.new_round, name="round-new"),
    path("<int:round>/", round_views.round_of_period, name="round"),
    path("<int:round>/sulje/", round_views.close, name="round-close"),
    path("<int:round>/linkit/", round_views.send_links, name="round-links"),
    path("<int:round>/hyvaksy/", approval_views.approve_picked, name="round-approve"),
    path("lahetetyt/", sent_views.sent_messages, name="rounds-sent"),
    path("lahetetyt/<int:message>/uudelleen/", sent_views.send_message_again, name="rounds-send-again"),
    *report_paths(_REPORT, "project-report", by_programme),
    *decision_paths(_REPORT, "project-report", by_programme),
]
