"""What the pages of bodies share: the way back, the body an address names, forms."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from hankekori.areas.bodies.models import Body
from hankekori.areas.bodies.queries import bodies_of
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door
from hankekori.pages.settings.forms import SettingsForm
from hankekori.web.tables import Link

REMOVAL = "bodies/remove.html"  # the question before one, without the tabs of the settings


def body_at(door: Door, key: int) -> Body:
    return get_object_or_404(bodies_of(door.programme).select_related("programme"), pk=key)


def trail(door: Door, *, is_list: bool = False, body: Body | None = None) -> list[Link]:
    """Give the way to the list of bodies, to a page below it, or below a body."""
    above = [Link(_("Työryhmä"), door.url("meetings"))]
    if is_list:
        return above
    above.append(Link(_("Toimielimet"), door.url("bodies")))
    return [*above, Link(said(body.name), body_url(door, body))] if body else above


def body_url(door: Door, body: Body) -> str:
    return door.url("body", body=body.pk)


def form_page(
    request: HttpRequest,
    form: SettingsForm,
    *,
    title: str,
    trail: Sequence[Link],
    back: str,
    **context: Any,  # noqa: ANN401 - what one page has more than the others
) -> HttpResponseBase:
    shown = {"form": form, "title": title, "trail": trail, "back": back, **context}
    return render(request, "bodies/form.html", shown, status=form.status)
