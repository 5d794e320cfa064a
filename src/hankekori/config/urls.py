"""Every address of the site; each page keeps its own list."""

from django.urls import include, path

urlpatterns = [
    path("", include("hankekori.pages.entrance.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("<slug:slug>/", include("hankekori.pages.situation.urls")),
    path("<slug:slug>/hankekori/", include("hankekori.pages.basket.urls")),
    path("<slug:slug>/suunnitelma/", include("hankekori.pages.plan.urls")),
    path("<slug:slug>/raportit/", include("hankekori.pages.reports.urls")),
]
