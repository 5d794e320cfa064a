from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "hankekori.areas.mail"
    label = "mail"
