"""Reading outcome records, and where they do not add up to the ledger."""

from datetime import date

from django.db.models import QuerySet

from hankekori.areas.employment.models import OutcomeRecord
from hankekori.areas.monitoring.ledger_sums import project_figures
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.employment import Gender
from hankekori.core.gaps import Gap, Subject
from hankekori.core.outcomes import Outcome, check_outcomes
from hankekori.core.texts import LANGUAGES, Translated

OUTCOMES_DIFFER = "outcomes-differ"  # code of the gap


def outcomes_of(programme: Programme) -> QuerySet[OutcomeRecord]:
    """List the outcome records, newest first, without the bytes of their files."""
    rows = OutcomeRecord.objects.filter(programme=programme).select_related("project", "indicator")
    return rows.defer("file_content").order_by("-pk")


def outcome_gaps(programme: Programme, *, as_of: date, known_on: date) -> tuple[Gap, ...]:
    """Find where records up to the day do not add up to the ledger's figures of the day, as gaps of their projects.

    Two queries at most.
    """
    rows = list(outcomes_of(programme).filter(month__lte=as_of))
    if not rows:
        return ()
    named = {(row.project_id, row.indicator_id): row for row in rows}
    figures = project_figures(programme.pk, as_of=as_of, known_on=known_on)
    differences = check_outcomes(
        (Outcome(row.code, (row.project_id, row.indicator_id), row.gender == Gender.WOMAN) for row in rows),
        {(each.project, each.indicator): each.figure for each in figures},
        without_women=frozenset(row.indicator_id for row in rows if not row.indicator.counts_women),
    )
    return tuple(
        Gap(OUTCOMES_DIFFER, Subject.PROJECT, row.project_id, _about(row.project, each.message(row.indicator.name)))
        for each in differences
        for row in (named[each.place],)
    )


def _about(project: Project, sentence: Translated) -> Translated:
    return Translated(*(f"{project}: {sentence.in_language(language)}" for language in LANGUAGES))
