from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "hankekori.areas.monitoring"
    label = "monitoring"
