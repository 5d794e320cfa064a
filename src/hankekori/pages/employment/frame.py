"""What every page of employment shows around its own part: the tabs its visitor may open."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.pages.door import Door
from hankekori.web.shell import MenuItem
from hankekori.web.tables import Link


def frame(request: HttpRequest, door: Door) -> dict[str, Any]:
    names = [("employment-published", _("Julkaistut luvut"))]
    if door.may(Permission.READ_EPISODES):
        names = [
            ("employment", _("Luvut")),
            ("episodes", _("Jaksot")),
            ("outcomes", _("Todisteet")),
            *names,
        ]
    addresses = [(label, door.url(name)) for name, label in names]
    tabs = [
        MenuItem(label=label, url=url, is_current=url.partition("?")[0] == request.path) for label, url in addresses
    ]
    return {"tabs": tabs if len(tabs) > 1 else [], "is_office": door.may(Permission.READ_EPISODES)}


def episodes_link(door: Door) -> Link:
    return Link(_("Jaksot"), door.url("episodes"))


def outcomes_link(door: Door) -> Link:
    return Link(_("Todisteet"), door.url("outcomes"))
