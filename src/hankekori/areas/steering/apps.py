from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "hankekori.areas.steering"
    label = "steering"
