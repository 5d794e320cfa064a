"""Keeping a compilation: by name for oneself or for every reader, and frozen as a report."""

from dataclasses import replace
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.archive.kinds import COMPILATION
from hankekori.areas.errors import DomainError
from hankekori.pages.basket.words import said
from hankekori.pages.compile.views import answer_at, asked_at, is_for_every_reader, own_address
from hankekori.pages.door import Door, programme_page
from hankekori.pages.models import SavedView
from hankekori.pages.saved_views import delete_view, save_view
from hankekori.reports.compile.files import document_of
from hankekori.reports.snapshots import freeze


@require_POST
@programme_page()
def save_compilation(request: HttpRequest, *, door: Door) -> HttpResponse:
    """Keep the question of the address under a name; a day that was not chosen is not kept, so it goes on."""
    question = asked_at(request, door)
    query = replace(question, as_of=None if question.as_of == door.as_of else question.as_of).to_query()
    name = request.POST.get("name", "")
    try:
        save_view(
            by=door.user, now=timezone.now(), programme=door.programme, page=SavedView.Page.COMPILE, name=name,
            query=query, shared="shared" in request.POST,
        )  # fmt: skip
    except DomainError as error:
        messages.error(request, said(error.message))
    else:
        messages.success(request, _("Kooste on tallennettu nimellä %(name)s.") % {"name": name.strip()})
    return redirect(f"{reverse('compile', args=[door.programme.slug])}?{query}")


@require_POST
@programme_page()
def delete_compilation(request: HttpRequest, *, door: Door, view: int) -> HttpResponse:
    delete_view(by=door.user, now=timezone.now(), programme=door.programme, key=view)
    query = QueryDict(request.POST.get("query", ""))
    pairs = [(name, value) for name, values in query.lists() for value in values]
    address = reverse("compile", args=[door.programme.slug])
    return redirect(f"{address}?{urlencode(pairs)}" if pairs else address)


@require_POST
@programme_page(Permission.PRODUCE_REPORT)
def freeze_compilation(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Freeze the answer of the address as a report that a meeting can rest on."""
    now = timezone.now()
    answer = answer_at(request, door)
    if not is_for_every_reader(answer):
        messages.error(
            request,
            _("Tätä koostetta ei voi jäädyttää: raportin voi avata jokainen lukija, mutta nämä tiedot on rajattu."),
        )
        return redirect(own_address(request, answer.question))
    frozen = freeze(
        document_of(answer, address=own_address(request, answer.question)),
        by=door.user, now=now, programme=door.programme, kind=COMPILATION, as_of=answer.as_of,
        known_on=min(answer.question.known_on or door.known_on, timezone.localdate(now)),
    )  # fmt: skip
    messages.success(request, _("Kooste on jäädytetty. Se pysyy tällaisena, vaikka tiedot myöhemmin muuttuvat."))
    return redirect("report", slug=door.programme.slug, report=frozen.pk)
