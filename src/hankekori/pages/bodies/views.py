"""Toimielimet: the bodies of the programme, one of them with its members, and changing it."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.bodies.actions import end_body, remove_body, reopen_body
from hankekori.areas.bodies.models import Body
from hankekori.areas.bodies.queries import body_lines, body_page
from hankekori.areas.errors import DomainError
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import ProjectQuerySet, basket
from hankekori.pages.basket.words import said
from hankekori.pages.bodies.forms import BodyForm, LastDayForm
from hankekori.pages.bodies.frame import REMOVAL, body_at, body_url, form_page, trail
from hankekori.pages.bodies.rows import past_rows, rows_of
from hankekori.pages.bodies.saving import add_body, change_body
from hankekori.pages.bodies.words import DUTIES, quorum_in_words
from hankekori.pages.door import Door, programme_page
from hankekori.pages.settings.removal import ask_and_remove


@programme_page(Permission.READ_MEETINGS)
def bodies(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    lines = [(line, _duties(line.body)) for line in body_lines(door.programme, door.as_of)]
    return render(request, "bodies/bodies.html", {"trail": trail(door, is_list=True), "lines": lines})


@programme_page(Permission.READ_MEETINGS)
def body(request: HttpRequest, *, door: Door, body: int) -> HttpResponseBase:
    """Show a body: what it is for, what a decision takes, who sits in it, has sat and will sit, who is missing."""
    found = body_at(door, body)
    page = body_page(found, door.as_of)
    context = {
        "trail": trail(door),
        "body": found,
        "page": page,
        "duties": _duties(found),
        "quorum": quorum_in_words(found, page.needed, page.voting_seats),
        "is_short": page.needed > page.voting_seats,
        "current": rows_of(page, page.current, door.as_of),
        "coming": rows_of(page, page.coming, door.as_of),
        "past": past_rows(page, door.as_of),
    }
    return render(request, "bodies/body.html", context)


@programme_page(Permission.RUN_MEETINGS)
def new_body(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    form = BodyForm(request.POST or None, projects=_steerable(door))
    made: list[Body] = []
    if form.saved(
        lambda now: made.append(add_body(by=door.user, now=now, programme=door.programme, values=form.values))
    ):
        messages.success(request, _("Toimielin perustettiin. Lisää sille seuraavaksi jäsenet."))
        return redirect(body_url(door, made[0]))
    return form_page(request, form, title=_("Uusi toimielin"), trail=trail(door), back=door.url("bodies"))


@programme_page(Permission.RUN_MEETINGS)
def edit_body(request: HttpRequest, *, door: Door, body: int) -> HttpResponseBase:
    found = body_at(door, body)
    form = BodyForm(request.POST or None, projects=_steerable(door, found), body=found)
    if form.saved(lambda now: change_body(by=door.user, now=now, body=found, values=form.values, seen=form.seen)):
        messages.success(request, _("Toimielin tallennettiin."))
        return redirect(body_url(door, found))
    return form_page(
        request,
        form,
        title=_("Muuta toimielintä"),
        trail=trail(door, body=found),
        back=body_url(door, found),
        remove_url=door.url("body-remove", body=body),
        end_url="" if found.ended_on else door.url("body-end", body=body),
        end_text=_("Päätä toiminta"),
    )


@programme_page(Permission.RUN_MEETINGS)
def end(request: HttpRequest, *, door: Door, body: int) -> HttpResponseBase:
    """Ask for the last day, then end the body and the terms that go on."""
    found = body_at(door, body)
    form = LastDayForm(request.POST or None, initial={"day": door.as_of})
    if form.saved(lambda now: end_body(by=door.user, now=now, body=found, ended_on=form.values["day"])):
        messages.success(request, _("Toimielimen toiminta päätettiin. Jäsenten kaudet päättyvät samana päivänä."))
        return redirect(body_url(door, found))
    return form_page(
        request,
        form,
        title=_("Päätä toimielimen toiminta"),
        lead=_("Kaudet, jotka jatkuisivat pidempään, päättyvät samana päivänä. Kokoukset ja päätökset säilyvät."),
        trail=trail(door, body=found),
        back=body_url(door, found),
    )


@require_POST
@programme_page(Permission.RUN_MEETINGS)
def reopen(request: HttpRequest, *, door: Door, body: int) -> HttpResponseBase:
    found = body_at(door, body)
    try:
        reopen_body(by=door.user, now=timezone.now(), body=found)
    except DomainError as error:
        messages.error(request, said(error.message))
    else:
        messages.success(request, _("Toimielin jatkaa. Jatka vielä niiden jäsenten kausia, jotka jatkavat."))
    return redirect(body_url(door, found))


@programme_page(Permission.RUN_MEETINGS)
def remove(request: HttpRequest, *, door: Door, body: int) -> HttpResponseBase:
    found = body_at(door, body)
    return ask_and_remove(
        request,
        door,
        title=_("Poistetaanko %(name)s?") % {"name": said(found.name)},
        text=_("Myös jäsenten kaudet poistuvat. Toimielintä, jolla on kokouksia, ei voi poistaa, vaan se päätetään."),
        remove=lambda now: remove_body(by=door.user, now=now, body=found),
        then=door.url("bodies"),
        back=body_url(door, found),
        trail=trail(door, body=found),
        template=REMOVAL,
    )


def _duties(body: Body) -> list[tuple[str, Project | None]]:
    """Name the duties in their own order, each with its project."""
    order = list(DUTIES)
    duties = sorted(body.duties.all(), key=lambda duty: (order.index(duty.kind), duty.pk))
    return [(str(DUTIES[duty.kind]), duty.project) for duty in duties]


def _steerable(door: Door, body: Body | None = None) -> ProjectQuerySet:
    """List the projects a body may steer: those in the basket, and those it steers already."""
    projects = basket(door.programme).filter(Q(basket_state=Project.BasketState.IN_BASKET) | Q(steered_by__body=body))
    return projects.distinct().order_by("name", "id")
