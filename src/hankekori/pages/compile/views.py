"""Koosta tietoa: a question asked in a form, its answer as table and picture at once, and as files."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.pages.basket.words import said
from hankekori.pages.compile.answer_table import chips_of, shown_answer
from hankekori.pages.compile.asking import FORM, NARROW, address_of_form, asks_something, question_at
from hankekori.pages.compile.choices import choices_of, reader_of
from hankekori.pages.compile.examples import examples, first_question
from hankekori.pages.compile.indicators import named_indicators
from hankekori.pages.compile.reconciling import whole_of
from hankekori.pages.door import Door, programme_page
from hankekori.pages.error_views import UnclearRequestError
from hankekori.pages.models import SavedView
from hankekori.pages.reports.files import file_response
from hankekori.pages.saved_views import views_of
from hankekori.reports.compile.answer import Answer, compile_answer
from hankekori.reports.compile.files import ENDINGS, facts_of, file_name, title_of, write_answer
from hankekori.reports.compile.question import Question, QuestionError
from hankekori.reports.compile.subjects import SUBJECTS
from hankekori.web.tables import Link


@programme_page()
def compilation(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Answer the question of the address; what the form sends is first written as such an address."""
    address = reverse("compile", args=[door.programme.slug])
    if FORM in request.GET:
        return redirect(f"{address}?{address_of_form(request.GET)}")
    if not asks_something(request.GET):
        return redirect(f"{address}?{first_question(door).to_query()}")
    narrow = request.GET.get(NARROW, "")
    indicators = named_indicators(door.programme)
    context: dict[str, Any] = {
        "trail": [Link(_("Raportit"), door.url("reports"))],
        "examples": examples(door, address, indicators),
        "views": views_of(door.user, door.programme, SavedView.Page.COMPILE),
    }
    try:
        question = allowed(door, question_at(door, request.GET))
    except QuestionError as error:
        understood = allowed(door, error.question)
        context |= {
            "problems": [said(problem.message) for problem in error.problems],
            "understood": f"?{understood.to_query()}",
            "form": choices_of(door, understood, ""),
            "question": understood,
        }
        return render(request, "compile/compile.html", context, status=422)
    answer = compile_answer(door.programme, question, reader_of(door))
    whole = whole_of(door, answer, indicators) if answer.rows and not narrow else None  # while choosing, it waits
    context |= _answered(request, door, answer) | {"whole": whole, "form": choices_of(door, question, narrow)}
    context["question"] = question
    return render(request, "compile/compile.html", context)


@programme_page()
def compilation_file(request: HttpRequest, *, door: Door, ending: str) -> HttpResponse:
    """Give the answer of the address as a file: every row in the order of the screen."""
    if ending not in ENDINGS:
        raise Http404
    answer = answer_at(request, door)
    content = write_answer(answer, ending, address=own_address(request, answer.question), made_at=timezone.localtime())
    return file_response(content, file_name(answer, ending), ending)


def answer_at(request: HttpRequest, door: Door) -> Answer:
    """Compile the answer of the address; raises what asked_at raises."""
    return compile_answer(door.programme, asked_at(request, door), reader_of(door))


def asked_at(request: HttpRequest, door: Door) -> Question:
    """Read the question of the address; raises UnclearRequestError in words for the reader."""
    try:
        return allowed(door, question_at(door, request.GET))
    except QuestionError as error:
        raise UnclearRequestError(" ".join(said(problem.message) for problem in error.problems)) from error


def allowed(door: Door, question: Question) -> Question:
    """Let the question through if the visitor may read its subject."""
    if not door.may(SUBJECTS[question.subject].permission):
        raise PermissionDenied
    return question


def is_for_every_reader(answer: Answer) -> bool:
    """Tell whether whoever reads the programme's figures may read the answer, as they may read frozen reports."""
    return answer.subject.permission is Permission.READ_FIGURES and not answer.office_only


def own_address(request: HttpRequest, question: Question) -> str:
    """Give the absolute address that a question can be shared by."""
    address = reverse("compile", args=[request.resolver_match.kwargs["slug"]]) if request.resolver_match else ""
    return request.build_absolute_uri(f"{address}?{question.to_query()}")


def _answered(request: HttpRequest, door: Door, answer: Answer) -> dict[str, Any]:
    query = answer.question.to_query()
    return {
        "answer": answer,
        "title": title_of(answer),
        "shown": shown_answer(door, answer, request.GET),
        "chips": chips_of(answer),
        "facts": facts_of(answer, address=own_address(request, answer.question)),
        "query": query,
        "endings": [ending for ending in ENDINGS if ending != "html"],
        "share": own_address(request, answer.question),
        "may_freeze": door.may_report and is_for_every_reader(answer),
    }
