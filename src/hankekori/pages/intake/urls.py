"""Addresses under /<programme>/hankekori/: <code>/arviointi/ of a project, arviointiperusteet/ of the programme."""

from django.urls import path

from hankekori.pages.intake import assessment_views, criterion_views, note_views

urlpatterns = [
    # arviointiperusteet/
    path("arviointiperusteet/", criterion_views.criteria, name="criteria"),
    path("arviointiperusteet/valmiit/", criterion_views.take_offered, name="criteria-offered"),
    path("arviointiperusteet/uusi/", criterion_views.new_criterion, name="criterion-new"),
    path("arviointiperusteet/<int:criterion>/", criterion_views.criterion, name="criterion"),
    path("arviointiperusteet/<int:criterion>/siirra/", criterion_views.move, name="criterion-move"),
    path("arviointiperusteet/<int:criterion>/kaytto/", criterion_views.switch_use, name="criterion-use"),
    path("arviointiperusteet/<int:criterion>/poista/", criterion_views.remove, name="criterion-remove"),
    # <code>/arviointi/
    path("<str:code>/arviointi/", assessment_views.assessment, name="project-intake"),
    path("<str:code>/arviointi/muokkaa/", assessment_views.assess, name="project-assess"),
    path("<str:code>/arviointi/kumppani/", note_views.new_note, name="partner-note-new"),
    path("<str:code>/arviointi/kumppani/<int:note>/poista/", note_views.remove_note, name="partner-note-remove"),
]
