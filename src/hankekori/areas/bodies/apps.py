from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "hankekori.areas.bodies"
    label = "bodies"
