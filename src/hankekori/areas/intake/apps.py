from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "hankekori.areas.intake"
    label = "intake"
