"""Addresses under /<programme>/hankekori/."""

from django.urls import path

from hankekori.pages.basket import edit_views, file_views, list_views, own_plan_views, project_views

urlpatterns = [
    path("", list_views.projects, name="basket"),
    path("nakymat/", list_views.save_list_view, name="basket-view-save"),
    path("nakymat/<int:view>/poista/", list_views.delete_list_view, name="basket-view-delete"),
    path("vertaa/", list_views.compare_projects, name="projects-compare"),
    path("uusi/", edit_views.new_project, name="project-new"),
    # <code>/
    path("<str:code>/", project_views.description, name="project"),
    path("<str:code>/seuranta/", project_views.monitoring, name="project-monitoring"),
    path("<str:code>/rahoitus/", edit_views.funding, name="project-funding"),
    path("<str:code>/suunnitelma/", edit_views.plan, name="project-plan"),
    path("<str:code>/omat-tavoitteet/", own_plan_views.own_plans, name="project-own-plans"),
    path("<str:code>/historia/", project_views.history, name="project-history"),
    path("<str:code>/versiot/", project_views.versions, name="project-versions"),
    path("<str:code>/kuvaus.<str:ending>", file_views.description_file, name="project-description-file"),
    path("<str:code>/muokkaa/", edit_views.edit_project, name="project-edit"),
    path("<str:code>/kori/", edit_views.basket_step, name="project-step"),
]
