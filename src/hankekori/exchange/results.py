"""Results of official descriptions: planned figures and realised ones, tied to the programme's indicators."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hankekori.areas.monitoring.ledger_sums import project_figures
from hankekori.areas.monitoring.models import ProjectPlan
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.texts import Translated
from hankekori.exchange.project_fields import ACTUAL, PLANNED, ResultFigures

PERIOD = "2007-2013"  # descriptions of 2014-2020 show no figures


@dataclass(frozen=True, slots=True)
class OfficialResult:
    """A figure official descriptions show, and our indicator for it."""

    code: str  # ours, never shown as an EU code
    name: Translated
    unit: Translated
    counts_women: bool


_PERSONS = Translated("henkilöä", "personer", "persons")
_ENTERPRISES = Translated("yritystä", "företag", "enterprises")
OFFICIAL_RESULTS: dict[str, OfficialResult] = {
    "participants": OfficialResult(
        "FI07-START",
        Translated("Aloittaneet henkilöt", "Personer som inlett", "Persons who started"),
        _PERSONS,
        counts_women=True,
    ),
    "jobs": OfficialResult(
        "FI07-NEWJOB",
        Translated("Uudet työpaikat", "Nya arbetsplatser", "New jobs"),
        Translated("työpaikkaa", "arbetsplatser", "jobs"),
        counts_women=True,
    ),
    "companies": OfficialResult(
        "FI07-NEWENT",
        Translated("Uudet yritykset", "Nya företag", "New enterprises"),
        _ENTERPRISES,
        counts_women=True,
    ),
    "degrees": OfficialResult(
        "FI07-DEGREE",
        Translated("Suoritetut tutkinnot", "Avlagda examina", "Degrees completed"),
        Translated("tutkintoa", "examina", "degrees"),
        counts_women=True,
    ),
    "participating_companies": OfficialResult(
        "FI07-ORG",
        Translated("Osallistuvat yritykset", "Deltagande företag", "Participating enterprises"),
        _ENTERPRISES,
        counts_women=False,
    ),
    "participating_organisations": OfficialResult(
        "FI07-ORG-OTHER",
        Translated(
            "Osallistuvat muut organisaatiot", "Övriga deltagande organisationer", "Other participating organisations"
        ),
        Translated("organisaatiota", "organisationer", "organisations"),
        counts_women=False,
    ),
}
_RESULT_OF_CODE = {result.code: key for key, result in OFFICIAL_RESULTS.items()}


def stored_results(programme: Programme, projects: Collection[int]) -> dict[int, dict[str, ResultFigures]]:
    """Read what the projects plan and what the ledger says they reached, by field name; five queries at most."""
    funds = dict(Project.objects.filter(pk__in=projects).values_list("id", "fund"))
    chosen = {fund: indicators_for(programme, fund) for fund in set(funds.values())}
    found: defaultdict[int, dict[str, ResultFigures]] = defaultdict(dict)
    for plan in ProjectPlan.objects.filter(programme=programme, project__in=projects).select_related("indicator"):
        result = _RESULT_OF_CODE.get(plan.indicator.code)
        if result and chosen[funds[plan.project_id]][result].pk == plan.indicator_id:
            found[plan.project_id][f"{PLANNED}:{result}"] = _figures(plan.total, plan.women)
    results = {fund: {row.pk: key for key, row in rows.items()} for fund, rows in chosen.items()}
    for line in project_figures(programme.pk, as_of=date.max):
        if (
            line.project in funds
            and (result := results[funds[line.project]].get(line.indicator))
            and line.figure.total is not None
        ):
            found[line.project][f"{ACTUAL}:{result}"] = _figures(line.figure.total, line.figure.women)
    return dict(found)


def indicators_for(programme: Programme, fund: str) -> Mapping[str, Indicator]:
    """Find the programme's indicator of each official result: the fund's own, else another fund's of the period."""
    rows = Indicator.objects.filter(programme=programme, programme_period=PERIOD, code__in=_RESULT_OF_CODE)
    chosen: dict[str, Indicator] = {}
    for row in rows.order_by("fund", "id"):
        result = _RESULT_OF_CODE[row.code]
        if result not in chosen or row.fund == fund:
            chosen[result] = row
    return chosen


def _figures(total: Decimal, women: Decimal | None) -> ResultFigures:
    return ResultFigures(int(total), None if women is None else int(women))
