from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "hankekori.areas.partners"
    label = "partners"
