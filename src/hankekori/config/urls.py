"""Every address of the site; each page keeps its own list."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from hankekori.web.views import gallery

_shown_to_developers = [path("komponentit/", gallery, name="gallery")] if settings.DEBUG or settings.DEMO_MODE else []

handler400 = "hankekori.pages.error_views.bad_request"
handler500 = "hankekori.pages.error_views.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("hankekori.pages.entrance.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    *_shown_to_developers,
    path("raportoi/", include("hankekori.pages.report_link.urls")),
    path("<slug:slug>/", include("hankekori.pages.situation.urls")),
    path("<slug:slug>/hankekori/tuo/", include("hankekori.pages.imports.urls")),
    path("<slug:slug>/hankekori/", include("hankekori.pages.intake.urls")),  # before a project's code
    path("<slug:slug>/hankekori/", include("hankekori.pages.basket.urls")),
    path("<slug:slug>/hankekori/", include("hankekori.pages.claims.urls")),
    path("<slug:slug>/hankekori/", include("hankekori.pages.funder.urls")),
    path("<slug:slug>/suunnitelma/", include("hankekori.pages.plan.urls")),
    path("<slug:slug>/seuranta/", include("hankekori.pages.monitoring.urls")),
    path("<slug:slug>/tyollistyneet/", include("hankekori.pages.employment.urls")),
    path("<slug:slug>/asetukset/", include("hankekori.pages.settings.urls")),
    path("<slug:slug>/tyoryhma/toimielimet/", include("hankekori.pages.bodies.urls")),
    path("<slug:slug>/tyoryhma/", include("hankekori.pages.meetings.urls")),
    path("<slug:slug>/tyoryhma/", include("hankekori.pages.decisions.urls")),
    path("<slug:slug>/viestinta/", include("hankekori.pages.communications.urls")),
    path("<slug:slug>/raportit/koosta/", include("hankekori.pages.compile.urls")),
    path("<slug:slug>/raportit/", include("hankekori.pages.reports.urls")),
    path("<slug:slug>/julkaistut/", include("hankekori.pages.public.urls")),
]
