"""What the pages of bodies share: the way back, the body an address names, and the question before a removal."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.bodies.models import Body
from hankekori.areas.bodies.queries import bodies_of
from hankekori.areas.errors import DomainError
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door
from hankekori.pages.settings.forms import SettingsForm
from hankekori.web.tables import Link


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


def ask_and_remove(
    request: HttpRequest,
    *,
    title: str,
    text: str,
    remove: Callable[[datetime], object],
    then: str,  # address after it is done
    back: str,  # address of those who think better of it
    trail: Sequence[Link],
) -> HttpResponseBase:
    """Show the question; its answer removes, and what the action refuses is said in place of the question."""
    refused = ""
    if request.method == "POST":
        try:
            remove(timezone.now())
        except DomainError as error:
            refused = said(error.message)
        else:
            messages.success(request, _("Poisto on tehty. Poistetun tiedot jäävät muutoshistoriaan."))
            return redirect(then)
    shown = {
        "title": title,
        "text": text,
        "refused": refused,
        "trail": trail,
        "action_url": request.path,
        "back_url": back,
    }
    return render(request, "bodies/remove.html", shown, status=422 if refused else 200)
