from django.apps import AppConfig
from django.db.models.signals import post_migrate

from hankekori.areas.identity_wall import raise_wall


class PagesConfig(AppConfig):
    name = "hankekori.pages"
    label = "pages"

    def ready(self) -> None:
        post_migrate.connect(raise_wall, sender=self)  # the last of our apps: every table is there
