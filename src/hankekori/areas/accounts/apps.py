from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "hankekori.areas.accounts"
    label = "accounts"
