"""Addresses of a personal link."""

from hankekori.pages.monitoring.report_urls import report_paths
from hankekori.pages.report_link.door import by_link

# /raportoi/
urlpatterns = report_paths("<str:token>/", "link-report", by_link)
