"""Paths of the pages that messages about rounds lead to."""

from uuid import UUID

from django.urls import reverse

from hankekori.areas.programmes.models import Programme
from hankekori.areas.rounds.models import ProjectReport


def link_path(token: UUID) -> str:
    """Give the path of a personal link with its bare token, to be signed when the message leaves."""
    return reverse("link-report", kwargs={"token": str(token)})


def report_path(programme: Programme, report: ProjectReport) -> str:
    return reverse("project-report", kwargs={"slug": programme.slug, "report": report.pk})


def rounds_path(programme: Programme) -> str:
    return reverse("rounds", kwargs={"slug": programme.slug})
