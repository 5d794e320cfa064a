from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "hankekori.areas.programmes"
    label = "programmes"
