"""Jobs, companies and degrees as records, held against the figures reported of them (domain model: Outcome records)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from hankekori.core.figures import MISSING, Figure
from hankekori.core.money import format_number
from hankekori.core.texts import LANGUAGES, Translated

type Place = tuple[int, int]  # project, indicator
_NAMED = 6  # records named in a sentence; the page lists them all


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the comparison needs to know of a record."""

    code: str
    place: Place
    is_woman: bool


@dataclass(frozen=True, slots=True)
class OutcomeDifference:
    """The records of a project's indicator do not add up to what was reported; cumulative figures."""

    place: Place
    codes: tuple[str, ...]
    women: int  # of the records
    reported: Figure
    women_differ: bool

    @property
    def recorded(self) -> int:
        return len(self.codes)

    def message(self, indicator: Translated) -> Translated:
        """Say the difference and the records, without the project."""
        return Translated(**{language: self._said(indicator, language) for language in LANGUAGES})

    def _said(self, indicator: Translated, language: str) -> str:
        template = _WOMEN if self.women_differ and self.reported.total == self.recorded else _TOTAL
        told = self.reported.women if template is _WOMEN else self.reported.total
        return template.in_language(language).format(
            indicator=indicator.in_language(language),
            recorded=self.women if template is _WOMEN else self.recorded,
            reported=_NOTHING.in_language(language) if told is None else format_number(told, language),
            codes=", ".join(self.codes[:_NAMED]) + (" …" if self.recorded > _NAMED else ""),
        )


def check_outcomes(
    outcomes: Iterable[Outcome], reported: Mapping[Place, Figure], *, without_women: frozenset[int] = frozenset()
) -> tuple[OutcomeDifference, ...]:
    """Find where records and reported figures differ, in all or in women; only places with a record are looked at.

    `without_women` are indicators that do not tell women apart; a report that leaves women open is not compared.
    """
    by_place: defaultdict[Place, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_place[outcome.place].append(outcome)
    found = []
    for place, records in sorted(by_place.items()):
        figure = reported.get(place, MISSING)
        women = sum(record.is_woman for record in records)
        known = place[1] not in without_women and figure.women is not None
        women_differ = known and figure.women != Decimal(women)
        if women_differ or figure.total != Decimal(len(records)):
            codes = tuple(sorted(record.code for record in records))
            found.append(OutcomeDifference(place, codes, women, figure, women_differ))
    return tuple(found)


_NOTHING = Translated("ei mitään", "inget", "nothing")
_TOTAL = Translated(
    "mittarissa ”{indicator}” on todisteita {recorded}, mutta raportoitu on {reported}. Todisteet: {codes}.",
    "indikatorn ”{indicator}” har {recorded} belägg, men {reported} har rapporterats. Belägg: {codes}.",
    "“{indicator}” has {recorded} records, but {reported} was reported. Records: {codes}.",
)
_WOMEN = Translated(
    "mittarissa ”{indicator}” naisista on todisteita {recorded}, mutta raportoitu on {reported}. Todisteet: {codes}.",
    "indikatorn ”{indicator}” har {recorded} belägg för kvinnor, men {reported} har rapporterats. Belägg: {codes}.",
    "“{indicator}” has {recorded} records of women, but {reported} was reported. Records: {codes}.",
)
