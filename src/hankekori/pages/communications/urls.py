"""Addresses under /<programme>/viestinta/."""

from django.urls import path

from hankekori.pages.communications import edit_views, views

urlpatterns = [
    path("", views.plan, name="communications"),
    # versiot/
    path("versiot/uusi/", edit_views.new_version, name="communication-plan-new"),
    path("versiot/<int:number>/", views.version, name="communication-plan"),
    path("versiot/<int:number>/muokkaa/", edit_views.edit, name="communication-plan-edit"),
    path("versiot/<int:number>/poista/", edit_views.remove, name="communication-plan-remove"),
]
