from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "hankekori.areas.archive"
    label = "reports"  # names the tables
