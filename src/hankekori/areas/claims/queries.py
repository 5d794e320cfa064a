"""Reading claims: the chain of a project and what was spent, what does not agree in it or in a whole programme."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from hankekori.areas.claims.models import Claim, CostBudget
from hankekori.areas.monitoring.facts import FUNDED_STAGES
from hankekori.areas.monitoring.state import ProgrammeState, ProjectRecord
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Funding, Project
from hankekori.core import claims as rules
from hankekori.core.claim_checks import ClaimingProject, check_claims
from hankekori.core.claims import ClaimSource, CostKind, Link, Spending
from hankekori.core.funding import FundingFigures, FundingRow, FundingSource
from hankekori.core.gaps import Gap, Subject
from hankekori.core.indicators import Remark, Severity
from hankekori.core.texts import LANGUAGES, Translated


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim and its place in the chain."""

    row: Claim
    link: Link

    @property
    def approved(self) -> Decimal | None:
        """Costs less income as decided, in euros; a decision that names no sum approves all. None: not decided."""
        if self.row.decided_on is None:
            return None
        return self.link.claim.net_costs if self.row.approved is None else self.row.approved


@dataclass(frozen=True, slots=True)
class ProjectClaims:
    """A project's claims, what they spent against what was planned, and what does not agree; amounts in euros."""

    lines: tuple[ClaimLine, ...]
    budget: Mapping[CostKind, Decimal]
    by_kind: Mapping[CostKind, Spending]
    by_source: Mapping[ClaimSource, Spending]
    total: Spending  # costs less income against all that was planned
    remarks: tuple[Remark, ...]  # the field of each is the serial of the claim it is about, empty for all of them

    @property
    def is_ended(self) -> bool:
        return bool(self.lines) and self.lines[-1].row.is_last

    @property
    def approved(self) -> Decimal:
        return sum((line.approved or Decimal(0) for line in self.lines), Decimal(0))


def claims_of(project: Project) -> QuerySet[Claim]:
    """List a project's claims in their order."""
    found = Claim.objects.filter(programme=project.programme_id, project=project)
    return found.select_related("project").order_by("serial")


def programme_claims(programme: Programme) -> tuple[ClaimLine, ...]:
    """List the claims of all projects of a programme, project by project in the order of codes; one query."""
    rows = Claim.objects.filter(programme=programme).select_related("project")
    by_project: defaultdict[Project, list[Claim]] = defaultdict(list)
    for row in rows.order_by("project__code", "project", "serial"):
        by_project[row.project].append(row)
    return tuple(line for project, found in by_project.items() for line in _lines(project, found))


def claim_events(project: Project) -> tuple[QuerySet[Any], ...]:
    """Give the history of a project's claims and budget, for projects.history."""
    return tuple(
        apps.get_model("claims", name)._default_manager.filter(project_id=project.pk).select_related("pgh_context")  # noqa: SLF001 - documented
        for name in ("ClaimEvent", "CostBudgetEvent")
    )


def project_claims(project: Project, funding: Iterable[Funding], *, today: date) -> ProjectClaims:
    """Tell what a project has claimed against its money by source and year; two queries."""
    rows = list(claims_of(project))
    kept = CostBudget.objects.filter(programme=project.programme_id, project=project).first()
    budget = kept.costs if kept else {}
    money = [FundingRow(FundingSource(row.source), row.year, row.planned, row.granted, row.paid) for row in funding]
    figures = FundingFigures(
        project.granted_eu_state, project.realised_eu_state, project.planned_public, project.realised_public
    )
    facts = _facts(project, figures, money, budget)
    claims = [_rule(row) for row in rows]
    spent = sum((claim.net_costs for claim in claims), Decimal(0))
    return ProjectClaims(
        lines=_lines(project, rows),
        budget=budget,
        by_kind=rules.spending_by_kind(claims, budget),
        by_source=rules.spending_by_source(claims, facts.promised),
        total=Spending(spent, facts.planned),
        remarks=check_claims(facts, claims, today=today),
    )


def claim_gaps(state: ProgrammeState) -> tuple[Gap, ...]:
    """Find what does not agree in claims of periods that ended by the state's day, and which are missing; one query.

    A programme that keeps no claims at all misses none.
    """
    rows: defaultdict[int, list[Claim]] = defaultdict(list)
    kept = Claim.objects.filter(programme=state.programme, period_end__lte=state.as_of)
    for row in kept.select_related("project__cost_budget").order_by("project", "serial"):
        rows[row.project_id].append(row)
    if not rows:
        return ()
    return tuple(
        Gap(remark.code, Subject.PROJECT, project.id, _about(project.label, remark.message))
        for project in state.projects_by_id.values()
        for remark in _remarks_of(project, rows[project.id], state.as_of)
        if remark.severity is not Severity.OBSERVATION
    )


def _lines(project: Project, rows: Sequence[Claim]) -> tuple[ClaimLine, ...]:
    links = rules.chain(project.start, map(_rule, rows))
    return tuple(ClaimLine(row, link) for row, link in zip(rows, links, strict=True))


def _remarks_of(project: ProjectRecord, rows: Sequence[Claim], today: date) -> tuple[Remark, ...]:
    budget = getattr(rows[0].project, "cost_budget", None) if rows else None
    facts = _facts(project, project.funding, project.funding_rows, budget.costs if budget else {})
    return check_claims(facts, map(_rule, rows), today=today)


def _rule(row: Claim) -> rules.Claim:
    return rules.Claim(
        serial=row.serial,
        end=row.period_end,
        costs=row.costs,
        income=row.income or Decimal(0),
        funding=row.funding,
        is_last=row.is_last,
        is_sent=bool(row.sent_on or row.decided_on),
        stated_start=row.stated_start,
    )


def _facts(
    project: Project | ProjectRecord,
    figures: FundingFigures,
    money: Sequence[FundingRow],
    budget: Mapping[CostKind, Decimal],
) -> ClaimingProject:
    promised = rules.granted_by_source(money, figures.granted_eu_state)
    return ClaimingProject(
        start=project.start,
        end=project.end,
        promised=promised,
        budget=budget,
        planned=rules.planned_costs(budget, money, figures.planned_public),
        realised_eu_state=figures.realised_eu_state,
        owes_claims=project.basket_state == Project.BasketState.IN_BASKET
        and project.stage in FUNDED_STAGES
        and bool(promised.get(ClaimSource.EU_STATE)),
    )


def _about(name: str, sentence: Translated) -> Translated:
    return Translated(*(f"{name}: {sentence.in_language(language)}" for language in LANGUAGES))
