"""What unsent reports still lack, in one sentence each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from hankekori.areas.rounds.models import ProjectReport, ReportFigure, ReportText
from hankekori.areas.rounds.part_names import TEXT_NAMES
from hankekori.areas.rounds.round_counts import REQUIRED_TEXTS
from hankekori.core.texts import LANGUAGES, Translated

_NAMED = 3  # parts named; the rest are counted


def missing_in_words(reports: Iterable[ProjectReport]) -> Mapping[int, Translated]:
    """Name the indicators and texts of which a report says nothing yet, by report; two queries.

    A report that could be sent is left out.
    """
    wanted = [report.pk for report in reports]
    names: defaultdict[int, list[Translated]] = defaultdict(list)
    figures = ReportFigure.objects.filter(report__in=wanted, state=ReportFigure.State.MISSING)
    for figure in figures.select_related("indicator").order_by("report_id", "indicator__position", "id"):
        names[figure.report_id].append(figure.indicator.name)
    for text in ReportText.objects.filter(report__in=wanted, field__in=REQUIRED_TEXTS, text="").order_by("id"):
        names[text.report_id].append(TEXT_NAMES[text.field])
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
