"""Episodes one by one, for the office only: a line to fill, the newest below it, correcting and removing."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.employment.actions import remove_episode, save_episode
from hankekori.areas.employment.models import EmploymentEpisode
from hankekori.areas.employment.queries import employer_names, episode_with_code, episodes_of
from hankekori.areas.errors import DomainError
from hankekori.areas.partners.queries import organisations_of
from hankekori.core.employment_words import AFTER, AGES, BEFORE, GENDERS, KINDS, OCCUPATIONS
from hankekori.core.months import format_month
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.employment.forms import EpisodeForm
from hankekori.pages.employment.frame import episodes_link, frame
from hankekori.web.downloads import table_response
from hankekori.web.paging import page_of
from hankekori.web.tables import Column

_ON_A_PAGE = 25


@programme_page(Permission.READ_EPISODES)
def episodes(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Take a new episode on one line and list the newest; the job of the row before is filled in."""
    everyone = episodes_of(door.programme).select_related("project", "municipality")
    if "muoto" in request.GET:
        return table_response("jaksot", _columns(), map(_file_row, everyone), request.GET["muoto"])
    form = EpisodeForm(request.POST or None, programme=door.programme, after=everyone.first())
    if request.method == "POST" and form.is_valid():
        try:
            added = save_episode(by=door.user, now=timezone.now(), **form.cleaned_data)
        except DomainError as error:
            form.say(error)
        else:
            messages.success(request, _("Jakso %(code)s on tallennettu.") % {"code": added.code})
            return redirect(door.url("episodes"))
    page = page_of(everyone, request.GET, size=_ON_A_PAGE)
    context = frame(request, door) | {
        "form": form,
        "page": page,
        "rows": _shown(door, list(page.rows)),
        "employers": organisations_of(door.programme).exclude(business_id=""),
    }
    return render(request, "employment/episodes.html", context, status=422 if form.errors else 200)


@programme_page(Permission.READ_EPISODES)
def edit_episode(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Correct an episode; its code stays, and the history keeps what it was."""
    found = _episode(door, code)
    form = EpisodeForm(request.POST or None, programme=door.programme, episode=found)
    if request.method == "POST" and form.is_valid():
        try:
            save_episode(by=door.user, now=timezone.now(), episode=found, **form.cleaned_data)
        except DomainError as error:
            form.say(error)
        else:
            messages.success(request, _("Jakso %(code)s on korjattu.") % {"code": code})
            return redirect(door.url("episodes"))
    context: dict[str, Any] = {
        "trail": [episodes_link(door)],
        "form": form,
        "episode": found,
        "employers": organisations_of(door.programme).exclude(business_id=""),
    }
    return render(request, "employment/episode.html", context, status=422 if form.errors else 200)


@programme_page(Permission.READ_EPISODES)
def remove_episode_page(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Ask, then take the episode away."""
    found = _episode(door, code)
    if request.method == "POST":
        remove_episode(by=door.user, now=timezone.now(), episode=found)
        messages.success(request, _("Jakso %(code)s on poistettu. Se jää muutoshistoriaan.") % {"code": code})
        return redirect(door.url("episodes"))
    context = {
        "trail": [episodes_link(door)],
        "code": code,
        "title": _("Poistetaanko jakso %(code)s?") % {"code": code},
        "text": _("Jakso poistuu luvuista. Jo julkaistut luvut eivät muutu."),
        "action_url": door.url("episode-remove", code=code),
        "back_url": door.url("episodes"),
    }
    return render(request, "employment/remove.html", context)


def _episode(door: Door, code: str) -> EmploymentEpisode:
    found = episode_with_code(door.programme, code) if "\0" not in code else None
    if found is None:
        raise Http404
    return found


def _shown(door: Door, rows: list[EmploymentEpisode]) -> list[dict[str, Any]]:
    names = employer_names(door.programme, {row.employer for row in rows})
    return [
        {
            "code": row.code,
            "project": row.project.code or row.project.name,
            "employer": (names.get(row.employer) or row.employer) if row.employer else _("hanke itse"),
            "months": f"{format_month(row.start_month)}–{format_month(row.end_month) if row.end_month else ''}",
            "fte": row.fte * 100,
            "kind": said(KINDS[row.kind]),
            "before": said(BEFORE[row.situation_before]),
            "gender": said(GENDERS[row.gender]),
            "after": said(AFTER[row.after_three_months]),
        }
        for row in rows
    ]


def _columns() -> list[Column]:
    """Name the columns as the import knows them, so that a downloaded list can be corrected and brought back."""
    return [
        Column(key="code", label=_("Tunnus")),
        Column(key="project", label=_("Hankekoodi")),
        Column(key="employer", label=_("Työnantajan Y-tunnus")),
        Column(key="start_month", label=_("Alkoi")),
        Column(key="end_month", label=_("Päättyi")),
        Column(key="fte", label=_("Työaika"), unit="%", kind="number"),
        Column(key="kind", label=_("Työn muoto")),
        Column(key="situation_before", label=_("Lähtötilanne")),
        Column(key="gender", label=_("Sukupuoli")),
        Column(key="age_band", label=_("Ikä")),
        Column(key="municipality", label=_("Kotikunta")),
        Column(key="isco_major", label=_("Ammattiryhmä")),
        Column(key="after_three_months", label=_("Kolmen kuukauden kuluttua")),
    ]


def _file_row(row: EmploymentEpisode) -> list[Any]:
    occupation = OCCUPATIONS.get(str(row.isco_major))
    return [
        row.code,
        row.project.code or row.project.name,
        row.employer,
        format_month(row.start_month),
        format_month(row.end_month) if row.end_month else "",
        row.fte * 100,
        said(KINDS[row.kind]),
        said(BEFORE[row.situation_before]),
        said(GENDERS[row.gender]),
        said(AGES[row.age_band]),
        said(row.municipality.name) if row.municipality else "",
        f"{row.isco_major} {said(occupation)}" if occupation else "",
        said(AFTER[row.after_three_months]),
    ]
