"""The personal links to one report: who has one, sending one to an address, ending one."""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.errors import DomainError
from hankekori.areas.rounds.access import links_of
from hankekori.areas.rounds.links import create_link, revoke_link
from hankekori.areas.rounds.models import ReportLink
from hankekori.pages.monitoring.desk import Desk
from hankekori.pages.monitoring.office_forms import LinkForm
from hankekori.pages.monitoring.report_door import deciding
from hankekori.pages.monitoring.words import report_link, rounds_link


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link and whether it still opens the report."""

    link: ReportLink
    is_open: bool
    revoke_url: str


@deciding
def links(request: HttpRequest, *, desk: Desk) -> HttpResponseBase:
    """List the report's links; a new one is sent at once, and an older one of the same person ends."""
    now = timezone.now()
    form = LinkForm(request.POST or None, initial={"email": desk.report.project.contact_email.strip()})
    if form.is_bound and form.is_valid():
        try:
            create_link(by=desk.user, now=now, report=desk.report, **form.cleaned_data)
        except DomainError as error:
            form.say(error)
        else:
            messages.success(
                request, _("Linkki on lähetetty osoitteeseen %(to)s.") % {"to": form.cleaned_data["email"]}
            )
            return redirect(desk.links_url)
    context: dict[str, Any] = {
        "desk": desk,
        "form": form,
        "trail": [rounds_link(desk.door), report_link(desk)] if desk.door else [],
        "rows": [_row(desk, link, now) for link in links_of(desk.report)],
    }
    is_refused = form.is_bound and form.errors
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    return render(request, "monitoring/links.html", context, status=status)


@require_POST
@deciding
def revoke(request: HttpRequest, *, desk: Desk, link: int) -> HttpResponseBase:
    """End a link: from now on its address opens nothing."""
    revoke_link(by=desk.user, now=timezone.now(), link=get_object_or_404(links_of(desk.report), pk=link))
    messages.success(request, _("Linkki on poistettu käytöstä."))
    return redirect(desk.links_url)


def _row(desk: Desk, link: ReportLink, now: datetime) -> LinkRow:
    is_open = link.revoked_at is None and link.expires_at > now
    return LinkRow(link, is_open, desk.url("link-revoke", link=link.pk))
