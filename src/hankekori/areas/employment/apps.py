from django.apps import AppConfig


class EmploymentConfig(AppConfig):
    name = "hankekori.areas.employment"
    label = "employment"
