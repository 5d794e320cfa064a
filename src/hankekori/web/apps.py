from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "hankekori.web"
    label = "web"
