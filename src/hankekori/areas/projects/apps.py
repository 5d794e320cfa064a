from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "hankekori.areas.projects"
    label = "projects"
