from django.apps import AppConfig


class RegionsConfig(AppConfig):
    name = "hankekori.areas.regions"
    label = "regions"
