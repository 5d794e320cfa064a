from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "hankekori.exchange"
    label = "exchange"
