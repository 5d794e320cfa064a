"""How an answer stands to the figures of the programme's other pages: the whole it is of, and where that is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from hankekori.core.money import format_date
from hankekori.pages.compile.indicators import NamedIndicator
from hankekori.pages.compile.shown_cells import in_words
from hankekori.pages.door import Door
from hankekori.reports.compile.answer import Answer
from hankekori.reports.compile.model import Asked, Filter, Op
from hankekori.reports.compile.subjects.projects import PROJECTS
from hankekori.reports.compile.subjects.results import INDICATOR, RESULTS
from hankekori.reports.document import Column
from hankekori.web.tables import Link


@dataclass(frozen=True, slots=True)
class Whole:
    """The programme's figure that the answer is a part of, as another page shows it."""

    text: str
    link: Link
    is_all: bool  # the answer is the whole, not a part


def whole_of(door: Door, answer: Answer, indicators: Sequence[NamedIndicator]) -> Whole | None:
    """Tell the whole that can be compared with another page; None where no page shows one."""
    if answer.subject is RESULTS:
        return _of_results(door, answer, indicators)
    return _of_projects(door, answer) if answer.subject is PROJECTS else None


def _of_results(door: Door, answer: Answer, indicators: Sequence[NamedIndicator]) -> Whole | None:
    of_indicator = [each for each in answer.question.filters if each.dimension == INDICATOR]
    if len(of_indicator) != 1 or of_indicator[0].op is not Op.IS or len(of_indicator[0].values) != 1:
        return None
    indicator = next((each.indicator for each in indicators if each.key == of_indicator[0].values[0]), None)
    if indicator is None:
        return None
    columns = ("tulos", "naiset") if indicator.counts_women else ("tulos",)
    figures = _read(door, answer, columns, tuple(of_indicator))
    if not figures:
        return None
    words = {"day": _day(answer), "total": figures[0], "women": figures[-1]}
    text = (
        _("Koko ohjelman luku %(day)s: %(total)s, joista naisia %(women)s.")
        if indicator.counts_women
        else _("Koko ohjelman luku %(day)s: %(total)s.")
    )
    address = reverse("programme-sources", args=[door.programme.slug, indicator.pk])
    link = Link(_("Sama luku Tilannekuvassa"), f"{address}?{_days(answer)}")
    return Whole(text % words, link, _is_all(answer, tuple(of_indicator)))


def _of_projects(door: Door, answer: Answer) -> Whole | None:
    figures = _read(door, answer, ("hankkeita", "myonnetty"), ())
    if not figures:
        return None
    text = _(
        "Ohjelmassa on kaikkiaan %(n)s hanketta, ja niille on myönnetty EU- ja valtion rahoitusta %(euros)s euroa."
    )
    link = Link(_("Samat summat Hankekorissa"), door.url("basket"))
    return Whole(text % {"n": figures[0], "euros": figures[1]}, link, _is_all(answer, ()))


def _read(door: Door, answer: Answer, columns: tuple[str, ...], filters: tuple[Filter, ...]) -> list[str]:
    """Read the whole in words, in the order of the columns; nothing where there is none."""
    asked = Asked(
        programme=door.programme, groups=(), quantities=columns, filters=filters, period=None, as_of=answer.as_of,
        known_on=answer.question.known_on, reader=answer.reader,
    )  # fmt: skip
    kinds = [each.kind for key in columns if (each := answer.subject.quantity(key))]
    totals = answer.subject.read(asked).totals
    return (
        [in_words(cell, Column("", "", kind)) for cell, kind in zip(totals[0].cells, kinds, strict=True)]
        if totals
        else []
    )


def _is_all(answer: Answer, filters: tuple[Filter, ...]) -> bool:
    question = answer.question
    return question.period is None and replace(question, filters=filters) == question


def _day(answer: Answer) -> str:
    return format_date(answer.as_of, answer.reader.language)


def _days(answer: Answer) -> str:
    days = {"paiva": answer.as_of, "tiedetty": answer.question.known_on}
    return urlencode({name: day.isoformat() for name, day in days.items() if day})
