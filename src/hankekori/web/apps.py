from django.apps import AppConfig

from hankekori.web.catalogues import compile_stale


class WebConfig(AppConfig):
    name = "hankekori.web"
    label = "web"

    def ready(self) -> None:
        """Make sure that a changed translation shows at the next start."""
        compile_stale()
