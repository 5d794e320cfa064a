from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "hankekori.pages"
    label = "pages"
