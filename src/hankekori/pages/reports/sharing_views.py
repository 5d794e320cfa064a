"""Giving a frozen report on: beside a matter of a coming meeting, or to everyone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.archive.publishing import publish, withdraw
from hankekori.areas.archive.queries import publication_of
from hankekori.areas.errors import DomainError
from hankekori.areas.steering.attachments import attach_report
from hankekori.areas.steering.coming_items import coming_items
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.meetings.frame import key_of
from hankekori.pages.reports.finding import find_report


@require_POST
@programme_page(Permission.RUN_MEETINGS)
def attach_to_meeting(request: HttpRequest, *, door: Door, report: int) -> HttpResponseBase:
    """Put the report beside the matter chosen."""
    frozen = find_report(door, report)
    key = key_of(request.POST.get("asia", ""))
    item = coming_items(door.programme).filter(pk=key).first() if key is not None else None
    if item is None:
        messages.error(request, _("Valitse asia, jonka liitteeksi raportti tulee."))
        return redirect("report", slug=door.programme.slug, report=report)
    try:
        attach_report(by=door.user, now=timezone.now(), item=item, report=frozen)
    except DomainError as error:
        messages.error(request, said(error.message))
    else:
        messages.success(request, _("Raportti on liitetty asiaan ”%(title)s”.") % {"title": item.title})
    return redirect("report", slug=door.programme.slug, report=report)


@require_POST
@programme_page(Permission.PRODUCE_REPORT)
def publish_report(request: HttpRequest, *, door: Door, report: int) -> HttpResponseBase:
    """Let everyone read the report."""
    try:
        publish(by=door.user, now=timezone.now(), report=find_report(door, report))
    except DomainError as error:
        messages.error(request, said(error.message))
    else:
        messages.success(request, _("Raportti on julkaistu. Kuka tahansa voi nyt lukea sen kirjautumatta."))
    return redirect("report", slug=door.programme.slug, report=report)


@require_POST
@programme_page(Permission.PRODUCE_REPORT)
def withdraw_report(request: HttpRequest, *, door: Door, report: int) -> HttpResponseBase:
    """Take the report from everyone's eyes."""
    publication = publication_of(find_report(door, report))
    if publication is not None:
        withdraw(by=door.user, now=timezone.now(), publication=publication)
    messages.success(request, _("Raportti ei ole enää julkinen."))
    return redirect("report", slug=door.programme.slug, report=report)
