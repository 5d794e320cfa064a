"""Toimielimet: seats of a body given, changed, ended and taken away."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.models import RoleAssignment
from hankekori.areas.accounts.queries import people_of
from hankekori.areas.accounts.roles import Permission
from hankekori.areas.bodies.models import Body, Seat
from hankekori.areas.bodies.queries import seats_of
from hankekori.areas.bodies.seats import remove_seat
from hankekori.areas.errors import DomainError
from hankekori.areas.partners.queries import organisations_of
from hankekori.pages.basket.words import language, said
from hankekori.pages.bodies.forms import LastDayForm, SeatForm
from hankekori.pages.bodies.frame import REMOVAL, body_at, body_url, form_page, trail
from hankekori.pages.bodies.saving import add_seat_of, change_seat_over, end_seat_on, link_account
from hankekori.pages.door import Door, programme_page
from hankekori.pages.settings.removal import ask_and_remove


@programme_page(Permission.RUN_MEETINGS)
def new_seat(request: HttpRequest, *, door: Door, body: int) -> HttpResponseBase:
    """Seat a member; one form after another, until the working group is whole."""
    found = body_at(door, body)
    opening = {"role": Seat.Role.MEMBER, "start": found.set_up_on or door.as_of, "language": language()}
    form = SeatForm(request.POST or None, people=_people(door), is_deputy=False, initial=opening)
    if form.saved(lambda now: add_seat_of(by=door.user, now=now, body=found, values=form.values)):
        messages.success(request, _("%(name)s lisättiin.") % {"name": form.values["person"]})
        return redirect(door.url("seat-new", body=body) if "seuraava" in request.POST else body_url(door, found))
    return _seat_page(request, door, found, form, title=_("Lisää jäsen"), has_next=True)


@programme_page(Permission.RUN_MEETINGS)
def new_deputy(request: HttpRequest, *, door: Door, body: int, seat: int) -> HttpResponseBase:
    """Give a member a deputy, for the member's organisation and term unless the form says otherwise."""
    found = body_at(door, body)
    member = _seat(found, seat)
    if member.deputy_of_id is not None:
        raise Http404
    opening = {
        "organisation": member.organisation.name if member.organisation else "",
        "start": member.start,
        "end": member.end,
        "language": member.language,
    }
    form = SeatForm(request.POST or None, people=_people(door), is_deputy=True, initial=opening)
    if form.saved(lambda now: add_seat_of(by=door.user, now=now, body=found, values=form.values, deputy_of=member)):
        messages.success(request, _("%(name)s lisättiin varajäseneksi.") % {"name": form.values["person"]})
        return redirect(body_url(door, found))
    return _seat_page(
        request, door, found, form, title=_("Lisää varajäsen"), lead=_("Jäsen: %(name)s") % {"name": member.person}
    )


@programme_page(Permission.RUN_MEETINGS)
def seat(request: HttpRequest, *, door: Door, body: int, seat: int) -> HttpResponseBase:
    found = body_at(door, body)
    each = _seat(found, seat)
    is_deputy = each.deputy_of is not None
    form = SeatForm(request.POST or None, people=_people(door), is_deputy=is_deputy, seat=each)
    if form.saved(lambda now: change_seat_over(by=door.user, now=now, seat=each, values=form.values, seen=form.seen)):
        messages.success(request, _("Tallennettiin: %(name)s.") % {"name": form.values["person"]})
        return redirect(body_url(door, found))
    return _seat_page(
        request,
        door,
        found,
        form,
        title=each.person,
        lead=_("Varajäsen jäsenelle %(name)s") % {"name": each.deputy_of.person} if each.deputy_of else "",
        deputy_url="" if is_deputy else door.url("seat-deputy-new", body=body, seat=seat),
        end_url=door.url("seat-end", body=body, seat=seat),
        end_text=_("Päätä kausi"),
        remove_url=door.url("seat-remove", body=body, seat=seat),
    )


@programme_page(Permission.RUN_MEETINGS)
def end(request: HttpRequest, *, door: Door, body: int, seat: int) -> HttpResponseBase:
    """Ask for the last day of a term, then end it and those of its deputies."""
    found = body_at(door, body)
    each = _seat(found, seat)
    form = LastDayForm(request.POST or None, initial={"day": door.as_of})
    if form.saved(lambda now: end_seat_on(by=door.user, now=now, seat=each, end=form.values["day"])):
        messages.success(request, _("Henkilön %(name)s kausi päätettiin.") % {"name": each.person})
        return redirect(body_url(door, found))
    return form_page(
        request,
        form,
        title=_("Päätä kausi: %(name)s") % {"name": each.person},
        lead=_("Kausi jää näkyviin aiempiin jäseniin. Varajäsenten kaudet päättyvät samana päivänä."),
        trail=trail(door, body=found),
        back=body_url(door, found),
    )


@require_POST
@programme_page(Permission.RUN_MEETINGS)
def link(request: HttpRequest, *, door: Door, body: int, seat: int) -> HttpResponseBase:
    """Link a seat to the account with its mail address, as the body's page suggests."""
    found = body_at(door, body)
    each = _seat(found, seat)
    role = people_of(door.programme).filter(user__email__iexact=each.email).first() if each.email else None
    if role is None:
        raise Http404
    try:
        link_account(by=door.user, now=timezone.now(), seat=each, user=role.user)
    except DomainError as error:
        messages.error(request, said(error.message))
    else:
        messages.success(request, _("%(name)s voi nyt äänestää tunnuksellaan.") % {"name": each.person})
    return redirect(body_url(door, found))


@programme_page(Permission.RUN_MEETINGS)
def remove(request: HttpRequest, *, door: Door, body: int, seat: int) -> HttpResponseBase:
    found = body_at(door, body)
    each = _seat(found, seat)
    return ask_and_remove(
        request,
        door,
        title=_("Poistetaanko %(name)s?") % {"name": each.person},
        text=_(
            "Poista vain virheellinen kausi; varajäsenet poistuvat samalla. Muuten päätä kausi, niin se jää näkyviin."
        ),
        remove=lambda now: remove_seat(by=door.user, now=now, seat=each),
        then=body_url(door, found),
        back=body_url(door, found),
        trail=trail(door, body=found),
        template=REMOVAL,
    )


def _seat_page(
    request: HttpRequest,
    door: Door,
    body: Body,
    form: SeatForm,
    **context: Any,  # noqa: ANN401 - see form_page
) -> HttpResponseBase:
    return form_page(
        request,
        form,
        trail=trail(door, body=body),
        back=body_url(door, body),
        organisations=organisations_of(door.programme),
        **context,
    )


def _people(door: Door) -> list[RoleAssignment]:
    return list(people_of(door.programme).order_by("user__name", "id"))


def _seat(body: Body, key: int) -> Seat:
    return get_object_or_404(seats_of(body), pk=key)
