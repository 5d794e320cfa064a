from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "hankekori.areas.plan"
    label = "plan"
