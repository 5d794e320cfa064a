from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "hankekori.reports"
    label = "reports"
