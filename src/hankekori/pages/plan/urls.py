"""Addresses under /<programme>/suunnitelma/."""

from django.urls import path

from hankekori.pages.plan import views

urlpatterns = [
    path("", views.plan, name="plan"),
    path("puutteet/", views.gaps, name="plan-gaps"),
    path("<str:number>/", views.measure, name="measure"),
    path("<str:number>/<int:indicator>/", views.sources, name="measure-sources"),
]
