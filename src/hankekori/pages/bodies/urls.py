"""Addresses under /<programme>/tyoryhma/toimielimet/."""

from django.urls import path

from hankekori.pages.bodies import seat_views, views

urlpatterns = [
    path("", views.bodies, name="bodies"),
    path("uusi/", views.new_body, name="body-new"),
    path("<int:body>/", views.body, name="body"),
    path("<int:body>/muuta/", views.edit_body, name="body-edit"),
    path("<int:body>/paata/", views.end, name="body-end"),
    path("<int:body>/jatka/", views.reopen, name="body-reopen"),
    path("<int:body>/poista/", views.remove, name="body-remove"),
    # <body>/paikat/
    path("<int:body>/paikat/uusi/", seat_views.new_seat, name="seat-new"),
    path("<int:body>/paikat/<int:seat>/", seat_views.seat, name="seat"),
    path("<int:body>/paikat/<int:seat>/varajasen/", seat_views.new_deputy, name="seat-deputy-new"),
    path("<int:body>/paikat/<int:seat>/tunnus/", seat_views.link, name="seat-account"),
    path("<int:body>/paikat/<int:seat>/paata/", seat_views.end, name="seat-end"),
    path("<int:body>/paikat/<int:seat>/poista/", seat_views.remove, name="seat-remove"),
]
