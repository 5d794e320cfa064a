"""Questions to begin from: one click gives the answer, which can then be changed."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from hankekori.core.periods import Period
from hankekori.pages.basket.words import said
from hankekori.pages.compile.indicators import NamedIndicator, named_indicators
from hankekori.pages.door import Door
from hankekori.reports.compile.model import Filter
from hankekori.reports.compile.question import Question
from hankekori.reports.compile.subjects.projects import PROJECTS
from hankekori.reports.compile.subjects.results import INDICATOR, RESULTS
from hankekori.web.tables import Link


def first_question(door: Door) -> Question:
    """Give the question the page opens with: the first headline figure by municipality and funder."""
    named = next(iter(named_indicators(door.programme)), None)
    filters = (Filter(INDICATOR, (named.key,)),) if named else ()
    return Question(RESULTS.key, RESULTS.start_groups, RESULTS.start_columns, filters, as_of=door.as_of)


def examples(door: Door, address: str, named: Sequence[NamedIndicator]) -> list[Link]:
    """Word the examples with their addresses."""
    return [Link(text, f"{address}?{question.to_query()}") for text, question in _examples(door, named)]


def _examples(door: Door, named: Sequence[NamedIndicator]) -> Iterator[tuple[str, Question]]:
    of_women = next((each for each in named if each.indicator.counts_women), None)
    if of_women:
        year = _last_whole_year(door)
        text = _("%(name)s: naiset kunnittain ja rahoittajittain %(year)s")
        words = {"name": said(of_women.indicator.name), "year": year}
        yield (
            text % words,
            _of(of_women, ("kunta", "rahasto"), ("naiset",), Period(date(year, 1, 1), date(year, 12, 31))),
        )
    if named:
        words = {"name": said(named[0].indicator.name)}
        yield _("%(name)s toimenpiteittäin") % words, _of(named[0], ("toimenpide",), ("tulos", "naiset"))
        yield _("%(name)s puolivuosittain") % words, _of(named[0], ("puolivuosi",), ("tulos", "naiset"))
    yield _("Rahoitus rahastoittain ja painopisteittäin"), _of_projects("rahasto", "tavoite")
    yield _("Rahoitus toteuttajittain"), _of_projects("toteuttaja")


def _of(
    named: NamedIndicator, groups: tuple[str, ...], columns: tuple[str, ...], period: Period | None = None
) -> Question:
    return Question(RESULTS.key, groups, columns, (Filter(INDICATOR, (named.key,)),), period)


def _of_projects(*groups: str) -> Question:
    return Question(PROJECTS.key, groups, PROJECTS.start_columns, PROJECTS.start_filters)


def _last_whole_year(door: Door) -> int:
    return door.as_of.year if (door.as_of.month, door.as_of.day) == (12, 31) else door.as_of.year - 1
