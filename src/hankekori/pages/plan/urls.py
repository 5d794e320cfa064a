"""Addresses under /<programme>/suunnitelma/."""

from django.urls import path

from hankekori.pages.plan import source_views, views

urlpatterns = [
    path("", views.plan, name="plan"),
    path("puutteet/", views.gaps, name="plan-gaps"),
    # rows behind a figure
    path("luku/<int:indicator>/", source_views.of_programme, name="programme-sources"),
    path("tavoite/<str:number>/<int:indicator>/", source_views.of_objective, name="objective-sources"),
    # <measure>/
    path("<str:number>/", views.measure, name="measure"),
    path("<str:number>/<int:indicator>/", source_views.of_measure, name="measure-sources"),
]
