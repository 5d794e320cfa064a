"""What every page of the settings shows around its own part."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from hankekori.pages.door import Door
from hankekori.web.shell import MenuItem
from hankekori.web.tables import Link


def frame(request: HttpRequest, door: Door) -> dict[str, Any]:
    """Give the tabs; the one that is open is that whose address the page's begins with."""
    names = (
        ("settings", _("Alkuun")),
        ("settings-programme", _("Ohjelma")),
        ("settings-municipalities", _("Kunnat")),
        ("settings-indicators", _("Mittarit")),
        ("plan-versions", _("Suunnitelma")),
        ("criteria", _("Arviointi")),
        ("settings-people", _("Henkilöt")),
        ("settings-notifications", _("Ilmoitukset")),
    )
    start = door.url("settings").partition("?")[0]

    def is_open(path: str) -> bool:
        return request.path == path if path == start else request.path.startswith(path)

    addresses = [(label, door.url(name)) for name, label in names]
    return {
        "tabs": [MenuItem(label=label, url=url, is_current=is_open(url.partition("?")[0])) for label, url in addresses]
    }


def indicators_link(door: Door) -> Link:
    return Link(_("Mittarit"), door.url("settings-indicators"))


def plan_link(door: Door) -> Link:
    return Link(_("Suunnitelman versiot"), door.url("plan-versions"))


def version_link(door: Door, number: int) -> Link:
    return Link(_("Versio %(number)s") % {"number": number}, door.url("plan-version", version=number))
