"""The programme's door to a report: the office opens any, a reporter their own, others read."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.rounds.access import report_with_key
from hankekori.areas.rounds.models import ProjectReport
from hankekori.pages.door import Door, ProgrammeView, programme_page
from hankekori.pages.monitoring.desk import Desk

type ReportView = Callable[Concatenate[HttpRequest, ...], HttpResponseBase]  # takes desk= and the rest of the address


def by_programme(view: ReportView) -> ProgrammeView:
    """Let a view of a report in with `desk=`; another's report does not exist for a reporter."""

    @programme_page(Permission.READ_FIGURES, Permission.REPORT_RESULTS)
    def entered(request: HttpRequest, *, door: Door, report: int, **parts: object) -> HttpResponseBase:
        return view(request, desk=Desk(_report(door, report), door=door), **parts)

    return entered


def writing(view: Callable[..., HttpResponseBase]) -> ReportView:
    """Let only those write who may report; by POST only."""

    @require_POST
    @wraps(view)
    def entered(request: HttpRequest, *, desk: Desk, **parts: object) -> HttpResponseBase:
        if not desk.may_report:
            raise PermissionDenied
        return view(request, desk=desk, **parts)

    return entered


def deciding(view: Callable[..., HttpResponseBase]) -> ReportView:
    """Let only the office decide."""

    @wraps(view)
    def entered(request: HttpRequest, *, desk: Desk, **parts: object) -> HttpResponseBase:
        if not desk.may_decide:
            raise PermissionDenied
        return view(request, desk=desk, **parts)

    return entered


def _report(door: Door, key: int) -> ProjectReport:
    own_of = None if door.may_read else door.user
    found = report_with_key(door.programme, key, own_of=own_of)
    if found is None:
        raise Http404
    return found
