"""Reading intake: the criteria, a project's checklist with its score, what many proposals still lack."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Func, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from hankekori.areas.intake.models import Assessment, Criterion, PartnerNote
from hankekori.areas.monitoring.models import ProjectPlan
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Funding, Project, ProjectMunicipality
from hankekori.areas.projects.queries import links_in_force
from hankekori.core.intake import EntryCheck, EntryFacts, check_entry, score_from


@dataclass(frozen=True, slots=True)
class Score:
    """A project's weighted score in percent over what was assessed, and how much of what is asked that is."""

    percent: Decimal | None
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class IntakeLine:
    """A criterion and how the project meets it; score None: not assessed yet."""

    criterion: Criterion
    score: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Intake:
    """A project's way into the basket: what the entry requires, the checklist and its score in percent."""

    lines: tuple[IntakeLine, ...]  # what is asked, and what was assessed by a criterion since retired
    score: Decimal | None
    answered: int
    asked: int
    entry: tuple[EntryCheck, ...]

    @property
    def entry_gaps(self) -> tuple[EntryCheck, ...]:
        """The requirements that are not met."""
        return tuple(check for check in self.entry if not check.is_met)


def criteria_of(programme: Programme) -> QuerySet[Criterion]:
    """List the criteria in their order, the retired ones too."""
    return Criterion.objects.filter(programme=programme).order_by("position", "id")


def criteria_with_uses(programme: Programme) -> QuerySet[Criterion]:
    """List the criteria; `uses` of each is how many projects have been assessed by it."""
    return criteria_of(programme).annotate(uses=Count("assessments"))


def intake_of(project: Project) -> Intake:
    """Give a project's intake; four queries."""
    lines = tuple(_lines(project))
    score = scores_of(project.programme, [project.pk])[project.pk]
    entry = entry_checks_of(project.programme, [project.pk])[project.pk]
    return Intake(lines, score.percent, score.answered, score.asked, entry)


def scores_of(programme: Programme, project_ids: Iterable[int]) -> dict[int, Score]:
    """Give the scores of projects by id, of those without an assessment too; one query."""
    given = Q(assessments__score__isnull=False)
    in_use = Criterion.objects.filter(programme=OuterRef("programme"), retired_on=None)
    rows = (
        Project.objects.filter(programme=programme, pk__in=list(project_ids))
        .annotate(
            weighted=Sum(F("assessments__score") * F("assessments__criterion__weight"), filter=given),
            weights=Sum("assessments__criterion__weight", filter=given),
            answered=Count("assessments", filter=given),
            answered_retired=Count("assessments", filter=given & Q(assessments__criterion__retired_on__isnull=False)),
            in_use=_counted(in_use),
        )
        .values_list("pk", "weighted", "weights", "answered", "answered_retired", "in_use")
    )
    return {
        key: Score(score_from(weighted or 0, weights or 0), answered, in_use + retired)
        for key, weighted, weights, answered, retired, in_use in rows
    }


def entry_checks_of(programme: Programme, project_ids: Iterable[int]) -> dict[int, tuple[EntryCheck, ...]]:
    """Check what the entry to the basket requires of each project, by id; one query."""
    here = {"project": OuterRef("pk")}
    planned = Funding.objects.filter(**here).order_by().values("project").annotate(sum=Sum("planned")).values("sum")
    rows = Project.objects.filter(programme=programme, pk__in=list(project_ids)).annotate(
        measures=_counted(links_in_force().filter(**here)),
        places=_counted(ProjectMunicipality.objects.filter(**here)),
        planned_rows=Subquery(planned),
        targets=_counted(ProjectPlan.objects.filter(**here)),
        notes=_counted(PartnerNote.objects.filter(**here)),
    )
    fields = (
        "pk", "measures", "implementer__name", "places", "nationwide", "planned_rows", "planned_public", "targets",
        "notes",
    )  # fmt: skip
    return {
        key: check_entry(EntryFacts(measures, owner or "", places, nationwide, rows_sum or stated, targets, notes))
        for key, measures, owner, places, nationwide, rows_sum, stated, targets, notes in rows.values_list(*fields)
    }


def partner_notes_of(project: Project) -> QuerySet[PartnerNote]:
    """List what partners have said of a project, newest first."""
    found = PartnerNote.objects.filter(programme=project.programme_id, project=project)
    return found.select_related("organisation").order_by("-dated", "-id")


def _lines(project: Project) -> Iterable[IntakeLine]:
    given = {
        each.criterion_id: each
        for each in Assessment.objects.filter(programme=project.programme_id, project=project).order_by("id")
    }
    for criterion in criteria_of(project.programme):
        kept = given.get(criterion.pk)
        if kept or criterion.retired_on is None:
            yield IntakeLine(criterion, kept.score if kept else None, kept.text if kept else "")


def _counted(rows: QuerySet[Any]) -> Coalesce:
    """Count the rows of a subquery, zero where there are none."""
    counted = rows.order_by().annotate(number=Func(F("pk"), function="COUNT")).values("number")
    return Coalesce(Subquery(counted), 0)
