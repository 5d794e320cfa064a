from django.apps import AppConfig


class CommunicationsConfig(AppConfig):
    name = "hankekori.areas.communications"
    label = "communications"
