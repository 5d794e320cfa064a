"""What has been sent by mail, what waits, and what could not be sent."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.errors import DomainError
from hankekori.areas.mail.actions import send_again
from hankekori.areas.mail.models import Message
from hankekori.areas.mail.queries import mail_state, messages_of
from hankekori.pages.basket.words import Words, said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.monitoring.words import rounds_link
from hankekori.web.downloads import table_response
from hankekori.web.list_filters import apply_filters, choice_filter
from hankekori.web.paging import page_of
from hankekori.web.tables import Column

KINDS: Words = {
    Message.Kind.LINK: gettext_lazy("henkilökohtainen linkki"),
    Message.Kind.DIGEST: gettext_lazy("muistutus"),
    Message.Kind.RETURNED: gettext_lazy("raportti palautettiin"),
    Message.Kind.APPROVED: gettext_lazy("raportti hyväksyttiin"),
    Message.Kind.FOLLOW_UP: gettext_lazy("muistutus tehtävästä"),
    Message.Kind.PASSWORD: gettext_lazy("linkki salasanan valintaan"),
    Message.Kind.MEETING: gettext_lazy("kokouskutsu"),
}
STATES: Words = {
    Message.State.QUEUED: gettext_lazy("odottaa lähetystä"),
    Message.State.SENT: gettext_lazy("lähetetty"),
    Message.State.FAILED: gettext_lazy("ei lähtenyt"),
}
_SHAPES = {
    Message.State.QUEUED: ("○", "none"),
    Message.State.SENT: ("●", "ok"),
    Message.State.FAILED: ("■", "risk"),
}


@programme_page()
def sent_messages(request: HttpRequest, *, door: Door) -> HttpResponse:
    """List the messages, newest first; to whom and what they say, only for those who may read personal data."""
    applied = apply_filters(
        [
            choice_filter("tila", _("Tila"), choices=_choices(STATES), field="state"),
            choice_filter("laji", _("Viesti"), choices=_choices(KINDS), field="kind"),
        ],
        request.GET,
    )
    found = applied.narrow(messages_of(door.programme))
    if "muoto" in request.GET:
        rows = (_cells(door, each) for each in found.iterator(chunk_size=1000))
        return table_response("lahetetyt-viestit", _columns(door), rows, request.GET["muoto"])
    page = page_of(found, request.GET)
    context: dict[str, Any] = {
        "trail": [rounds_link(door)],
        "applied": applied,
        "page": page,
        "rows": [
            {
                "message": each,
                "kind": KINDS[each.kind],
                "state": STATES[each.state],
                "shape": _SHAPES[Message.State(each.state)],
            }
            for each in page
        ],
        "mail": mail_state(door.programme, timezone.now()),
        "is_empty": not page.total and not applied.is_active,
    }
    return render(request, "monitoring/sent.html", context)


@require_POST
@programme_page(Permission.APPROVE_RESULTS)
def send_message_again(request: HttpRequest, *, door: Door, message: int) -> HttpResponse:
    found = messages_of(door.programme).filter(pk=message).first()
    if found is None:
        raise Http404
    try:
        send_again(by=door.user, now=timezone.now(), message=found)
        messages.success(request, _("Viesti on taas jonossa ja lähtee pian."))
    except DomainError as error:
        messages.error(request, said(error.message))
    return redirect("rounds-sent", slug=door.programme.slug)


def _choices(words: Words) -> list[tuple[str, str]]:
    return [(key, str(word)) for key, word in words.items()]


def _columns(door: Door) -> list[Column]:
    return [
        Column(key="kind", label=_("Viesti")),
        *([Column(key="to", label=_("Kenelle")), Column(key="subject", label=_("Aihe"))] * door.may_read_personal),
        Column(key="state", label=_("Tila")),
        Column(key="queued", label=_("Jonoon"), kind="day"),
        Column(key="sent", label=_("Lähetetty"), kind="day"),
        Column(key="attempts", label=_("Lähetysyrityksiä"), kind="number"),
        *([Column(key="error", label=_("Virhe"))] * door.may_read_personal),
    ]


def _cells(door: Door, message: Message) -> list[Any]:
    personal = door.may_read_personal
    return [
        str(KINDS[message.kind]),
        *([message.to, message.subject] * personal),
        str(STATES[message.state]),
        timezone.localtime(message.queued_at),
        message.sent_at and timezone.localtime(message.sent_at),
        message.attempts,
        *([message.error] * personal),
    ]
