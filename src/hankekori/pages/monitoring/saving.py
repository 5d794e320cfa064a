"""Saving what stands on a report's page: every part that was typed in by its own action, over what was seen."""

from collections.abc import Iterable
from datetime import datetime

from django.http import QueryDict

from hankekori.areas.errors import DomainError
from hankekori.areas.rounds.actions import save_ending, save_figure, save_funding, save_text
from hankekori.areas.rounds.errors import StaleReportError
from hankekori.pages.monitoring.desk import Desk
from hankekori.pages.monitoring.part_forms import EndingForm, FigureForm, FundingForm, PartForm, TextForm

KEEP_PARAM, ZERO_PARAM = "pida", "nolla"


def with_zero(post: QueryDict) -> QueryDict:
    """Write the zero that the button beside a figure asked for, the women's too."""
    if not (key := post.get(ZERO_PARAM)):
        return post
    filled = post.copy()
    filled[f"{key}-state"] = "reported"
    for name in ("total", "women"):
        if f"{key}-{name}" in filled:
            filled[f"{key}-{name}"] = "0"
    return filled


def save_parts(desk: Desk, forms: Iterable[PartForm], *, post: QueryDict, now: datetime) -> None:
    """Save each part that was typed in, in a transaction of its own; what is refused is said in the part's form.

    A part that another has changed meanwhile is left as it is and both are shown, unless the writer has seen that and
    keeps theirs: ?pida=part.revision names what may then be written over.
    """
    kept, _dot, revision = post.get(KEEP_PARAM, "").partition(".")
    for form in forms:
        if form.key == kept:
            form.write_over(revision)
        if form.is_touched and form.is_valid():
            _save(desk, form, now)


def _save(desk: Desk, form: PartForm, now: datetime) -> None:
    try:
        form.keep(_save_part(desk, form, now))
    except StaleReportError as error:
        form.clash_with(error.theirs)
    except DomainError as error:
        form.say(error)


def _save_part(desk: Desk, form: PartForm, now: datetime) -> int:
    """Save the part by the action that is for it; give its new revision."""
    writer, revision = desk.writer, form.revision
    match form:
        case FigureForm():
            return save_figure(**writer, now=now, figure=form.figure, revision=revision, **form.values()).revision
        case TextForm():
            written = form.cleaned_data["written"]
            return save_text(**writer, now=now, text=form.text, revision=revision, written=written).revision
        case FundingForm():
            used = form.cleaned_data["used"]
            return save_funding(**writer, now=now, funding=form.funding, revision=revision, used=used).revision
        case EndingForm():
            values = {name: form.cleaned_data[name] for name in ("is_last", "real_end")}
            return save_ending(**writer, now=now, report=desk.report, revision=revision, **values).revision
        case _:
            raise TypeError(type(form))
