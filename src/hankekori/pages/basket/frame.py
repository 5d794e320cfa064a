"""What every tab of a project's page shows around its own part."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from hankekori.areas.projects.queries import ProjectPage
from hankekori.pages.basket.columns import basket_link, implementer_name, project_key, project_link
from hankekori.pages.basket.words import KINDS, STAGES, state_name
from hankekori.pages.door import Door
from hankekori.web.shell import MenuItem


def page_frame(request: HttpRequest, door: Door, page: ProjectPage) -> dict[str, Any]:
    """Give heading, tabs and basics of a project's page."""
    project = page.project
    return {
        "page": page,
        "project": project,
        "key": project_key(project),
        "trail": [basket_link(door)],
        "tabs": _tabs(request, door, page),
        "state": state_name(project.basket_state),
        "stage": STAGES[project.stage],
        "kind": KINDS[project.kind],
        "implementer": implementer_name(project, with_persons=door.may_read_personal),
    }


def form_frame(door: Door, page: ProjectPage) -> dict[str, Any]:
    """Give what stands around a form about a project."""
    return {
        "page": page,
        "project": page.project,
        "key": project_key(page.project),
        "trail": [basket_link(door), project_link(door, page.project)],
    }


def _tabs(request: HttpRequest, door: Door, page: ProjectPage) -> list[MenuItem]:
    names = (
        ("project", _("Kuvaus")),
        ("project-monitoring", _("Seuranta")),
        ("project-funding", _("Rahoitus")),
        ("project-claims", _("Maksatus")),
        ("project-plan", _("Suunnitelma")),
        ("project-intake", _("Arviointi")),
        ("project-funder", _("Rahoittajan raportit")),
        ("project-history", _("Historia")),
    )
    addresses = [(label, door.url(name, code=project_key(page.project))) for name, label in names]
    return [
        MenuItem(label=label, url=url, is_current=url.partition("?")[0] == request.path) for label, url in addresses
    ]
