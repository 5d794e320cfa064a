"""Commenting on a report or on one of its figures, and clearing the mark of what was followed up."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.errors import DomainError
from hankekori.areas.rounds import conversation
from hankekori.areas.rounds.models import ReportComment, ReportFigure
from hankekori.areas.rounds.queries import report_page
from hankekori.pages.basket.addresses import read_key
from hankekori.pages.monitoring.comments import CommentForm, Refused
from hankekori.pages.monitoring.desk import Desk
from hankekori.pages.monitoring.report_door import deciding, writing
from hankekori.pages.monitoring.report_rows import report_rows
from hankekori.pages.monitoring.report_views import show_report


@writing
def add_comment(request: HttpRequest, *, desk: Desk) -> HttpResponse:
    """Add what was said; what is refused is said beside it and stays as it was typed."""
    form = CommentForm(request.POST)
    figure = _figure(desk, request.POST.get("luku", ""))
    if form.is_valid():
        try:
            added = conversation.comment(
                **desk.writer, now=timezone.now(), report=desk.report, figure=figure, **form.cleaned_data
            )
        except DomainError as error:
            form.say(error)
        else:
            messages.success(request, _("Kommentti on lisätty."))
            return redirect(f"{desk.url()}#kommentti-{added.pk}")
    rows = report_rows(desk, report_page(desk.report))
    refused = Refused(figure.pk if figure else None, form)
    return show_report(request, desk, rows, status=HTTPStatus.UNPROCESSABLE_ENTITY, refused=refused)


@require_POST
@deciding
def clear_comment(request: HttpRequest, *, desk: Desk, comment: int) -> HttpResponse:
    """Clear the follow-up mark of a comment; the comment stays."""
    found = ReportComment.objects.filter(report=desk.report, pk=comment).first()
    if found is None:
        raise Http404
    conversation.clear_follow_up(by=desk.user, now=timezone.now(), comment=found)
    messages.success(request, _("Seurattava on kuitattu."))
    return redirect(f"{desk.url()}#kommentti-{found.pk}")


def _figure(desk: Desk, written: str) -> ReportFigure | None:
    """Give the figure that is spoken of; without one it is the whole report, another report's is not found."""
    if not written:
        return None
    key = read_key(written)
    found = desk.report.figures.filter(pk=key).first() if isinstance(key, int) else None
    if found is None:
        raise Http404
    return found
