"""Addresses under /<programme>/suunnitelma/."""

from django.urls import path

from hankekori.pages.plan import change_views, source_views, views

urlpatterns = [
    path("", views.plan, name="plan"),
    path("puutteet/", views.gaps, name="plan-gaps"),
    path("muutokset/", change_views.of_programme, name="plan-changes"),
    # rows behind a figure
    path("luku/<int:indicator>/", source_views.of_programme, name="programme-sources"),
    path("tavoite/<str:number>/<int:indicator>/", source_views.of_objective, name="objective-sources"),
    # <measure>/
    path("<str:number>/", views.measure, name="measure"),
    path("<str:number>/muutokset/", change_views.of_measure, name="measure-changes"),
    path("<str:number>/<int:indicator>/", source_views.of_measure, name="measure-sources"),
]
