from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "hankekori.areas.claims"
    label = "claims"
