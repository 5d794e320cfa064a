"""Työllistyneet: exact counts for the office, published ones for everybody, publishing."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.employment.actions import publish_counts
from hankekori.areas.employment.exact_counts import Dimension, counts_by
from hankekori.areas.employment.models import FrozenCounts
from hankekori.areas.employment.publication import read_tables
from hankekori.areas.employment.queries import publications_of
from hankekori.areas.errors import DomainError
from hankekori.core.money import DateError, parse_date
from hankekori.core.periods import Period, period_of, periods_between
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door, programme_page, with_query
from hankekori.pages.employment.count_tables import (
    dimension_names,
    exact_rows,
    exact_table,
    published_file,
    published_tables,
)
from hankekori.pages.employment.frame import frame
from hankekori.web.downloads import table_response

BY_PARAM, PERIOD_PARAM, PUBLICATION_PARAM = "mukaan", "kausi", "julkaisu"


@programme_page()
def counts(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Show the office the exact counts of the day or of a period; everybody else, the published ones."""
    if not door.may(Permission.READ_EPISODES):
        return _published(request, door)
    dimension = _dimension(request)
    periods = _periods(door)
    chosen = next((each for each in periods if each.end.isoformat() == request.GET.get(PERIOD_PARAM)), None)
    since, day = (chosen.start, chosen.end) if chosen else (door.programme.start, door.as_of)
    counted = counts_by(door.programme, dimension, since=since, day=day)
    table = exact_table(counted, dimension)
    if "muoto" in request.GET:
        rows = [*table.rows, table.totals]
        return table_response(f"tyollistyneet-{dimension}", table.columns, rows, request.GET["muoto"])
    context: dict[str, Any] = {
        "table": table,
        "rows": exact_rows(counted, table),
        "total": counted.total,
        "dimension": dimension,
        "dimensions": dimension_names(),
        "periods": [(each.end.isoformat(), said(each.label)) for each in reversed(periods)],
        "period": chosen.end.isoformat() if chosen else "",
        "day": day,
        "newest": publications_of(door.programme).first(),
        "publish_day": min(door.as_of, timezone.localdate()),
    }
    return render(request, "employment/counts.html", frame(request, door) | context)


@programme_page()
def published(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Show the published counts as everybody sees them."""
    return _published(request, door)


@require_POST
@programme_page(Permission.READ_EPISODES)
def publish(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Publish the counts of a day; what cannot be published is told with the reason."""
    try:
        day = parse_date(request.POST.get("day", ""))
        made = publish_counts(by=door.user, now=timezone.now(), programme=door.programme, day=day)
    except (DomainError, DateError) as error:
        messages.error(request, said(error.message))
        return redirect(door.url("employment"))
    messages.success(request, _("Luvut on julkaistu. Näin ne näkyvät muille kuin toimistolle."))
    return redirect(with_query(door.url("employment-published"), **{PUBLICATION_PARAM: made.pk}))


def _published(request: HttpRequest, door: Door) -> HttpResponse:
    publications = list(publications_of(door.programme).only("pk", "day", "published_at"))
    context: dict[str, Any] = frame(request, door) | {"publications": publications}
    found = _chosen(request, publications, door.as_of)
    if found is None:
        return render(request, "employment/published.html", context)
    frozen = publications_of(door.programme).get(pk=found.pk)
    tables = read_tables(frozen)
    if "muoto" in request.GET:
        table = published_file(tables, door.programme)
        return table_response(f"tyollistyneet-{tables.day}", table.columns, table.rows, request.GET["muoto"])
    context |= {
        "frozen": frozen,
        "tables": published_tables(tables, door.programme),
        "total": tables.total(),
        "women": tables.total("woman"),
        "in_work": tables.count("state", "in_work"),
        "person_months": tables.person_months,
    }
    return render(request, "employment/published.html", context)


def _chosen(request: HttpRequest, publications: list[FrozenCounts], as_of: date) -> FrozenCounts | None:
    """Find the publication asked for, else the newest one of the day looked at."""
    asked = request.GET.get(PUBLICATION_PARAM, "")
    if asked:
        found = next((each for each in publications if str(each.pk) == asked), None)
        if found is None:
            raise Http404
        return found
    return next((each for each in publications if each.day <= as_of), publications[0] if publications else None)


def _dimension(request: HttpRequest) -> Dimension:
    try:
        return Dimension(request.GET.get(BY_PARAM) or Dimension.BEFORE)
    except ValueError:
        raise Http404 from None


def _periods(door: Door) -> tuple[Period, ...]:
    """List the half-years of the programme up to the day looked at."""
    last = period_of(min(door.as_of, door.programme.end))
    return periods_between(door.programme.start, last.end)
