"""Addresses under /<programme>/tyollistyneet/."""

from django.urls import path

from hankekori.pages.employment import count_views, episode_views, import_views, outcome_views

urlpatterns = [
    path("", count_views.counts, name="employment"),
    path("julkaistut/", count_views.published, name="employment-published"),
    path("julkaise/", count_views.publish, name="employment-publish"),
    # jaksot/
    path("jaksot/", episode_views.episodes, name="episodes"),
    path("jaksot/tuo/", import_views.new_import, name="episode-import"),
    path("jaksot/tuo/pohja.xlsx", import_views.template, name="episode-template"),
    path("jaksot/tuo/<int:draft>/", import_views.draft_page, name="episode-import-draft"),
    path("jaksot/<str:code>/", episode_views.edit_episode, name="episode"),
    path("jaksot/<str:code>/poista/", episode_views.remove_episode_page, name="episode-remove"),
    # tulokset/
    path("tulokset/", outcome_views.outcomes, name="outcomes"),
    path("tulokset/<str:code>/", outcome_views.edit_outcome, name="outcome"),
    path("tulokset/<str:code>/poista/", outcome_views.remove_outcome_page, name="outcome-remove"),
    path("tulokset/<str:code>/tiedosto/", outcome_views.outcome_file, name="outcome-file"),
]
