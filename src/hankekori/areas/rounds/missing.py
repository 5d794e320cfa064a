"""What unsent reports still lack, in one sentence each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from hankekori.areas.rounds.models import ProjectReport, ReportFigure
from hankekori.core.texts import LANGUAGES, Translated

_NAMED = 3  # indicators named; the rest are counted


def missing_in_words(reports: Iterable[ProjectReport]) -> Mapping[int, Translated]:
    """Name the indicators of which a report says nothing yet, by report; a report that lacks none is left out."""
    figures = ReportFigure.objects.filter(report__in=list(reports), state=ReportFigure.State.MISSING)
    names: defaultdict[int, list[Translated]] = defaultdict(list)
    for figure in figures.select_related("indicator").order_by("report_id", "indicator__position", "id"):
        names[figure.report_id].append(figure.indicator.name)
    return {report: _sentence(lacking) for report, lacking in names.items()}


def _sentence(names: list[Translated]) -> Translated:
    said = {}
    for language in LANGUAGES:
        listed = ", ".join(name.in_language(language) for name in names[:_NAMED])
        more = len(names) - _NAMED
        said[language] = (_MISSING_MORE if more > 0 else _MISSING).in_language(language).format(names=listed, n=more)
    return Translated(**said)


_MISSING = Translated(fi="Puuttuu: {names}.", sv="Saknas: {names}.", en="Missing: {names}.")
_MISSING_MORE = Translated(
    fi="Puuttuu: {names} ja {n} muuta.", sv="Saknas: {names} och {n} till.", en="Missing: {names} and {n} more."
)
