from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "hankekori.areas.rounds"
    label = "rounds"
