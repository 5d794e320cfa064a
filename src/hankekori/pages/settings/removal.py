"""Asking before something is taken away, in the settings and where their forms are used."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.errors import DomainError
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door
from hankekori.pages.settings.frame import frame
from hankekori.web.tables import Link


def ask_and_remove(
    request: HttpRequest,
    door: Door,
    *,
    title: str,
    text: str,
    remove: Callable[[datetime], object],
    then: str,  # address after it is done
    back: str,  # address of those who think better of it
    trail: Sequence[Link],
    template: str = "settings/remove.html",
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
    context = {
        **frame(request, door),
        "trail": trail,
        "title": title,
        "text": text,
        "refused": refused,
        "action_url": request.path,
        "back_url": back,
    }
    return render(request, template, context, status=422 if refused else 200)
