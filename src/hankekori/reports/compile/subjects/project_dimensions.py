"""What everything about projects can be divided by: place, money's source, actor, plan, state and time."""

from collections.abc import Mapping

from hankekori.areas.plan.models import Measure, Objective
from hankekori.areas.plan.queries import version_in_force
from hankekori.areas.regions.models import Municipality
from hankekori.core.attribution import SEPARATOR
from hankekori.core.texts import LANGUAGES, Translated
from hankekori.reports.compile.model import Asked, Dimension, Label
from hankekori.reports.compile.sql import SqlDimension
from hankekori.reports.compile.subjects import words

NATIONWIDE = "koko-maa"
PERSON = "yksityinen"


def municipality_labels(asked: Asked) -> Mapping[str, Label]:  # noqa: ARG001 - the same in every programme
    rows = Municipality.objects.values_list("code", "name_fi", "name_sv")
    labels = {code: Label(Translated(fi, sv), (0, fi.casefold(), code)) for code, fi, sv in rows}
    return labels | {NATIONWIDE: Label(words.NATIONWIDE, (1,))}


def _objectives(asked: Asked) -> Mapping[str, Label]:
    rows = Objective.objects.filter(programme=asked.programme, plan_version=_version(asked)).order_by("position", "id")
    return {row.number: Label(_numbered(row.number, row.name), (at,)) for at, row in enumerate(rows)}


def _measures(asked: Asked) -> Mapping[str, Label]:
    rows = Measure.objects.filter(programme=asked.programme, objective__plan_version=_version(asked))
    ordered = rows.select_related("objective").order_by("objective__position", "position", "id")
    return {
        f"{row.objective.number}/{row.number}": Label(_numbered(row.number, row.name), (at,))
        for at, row in enumerate(ordered)
    }


def _version(asked: Asked) -> int | None:
    version = version_in_force(asked.programme, as_of=asked.as_of)
    return version.pk if version else None


def _numbered(number: str, name: Translated) -> Translated:
    return Translated(*(f"{number} {name.in_language(language)}" for language in LANGUAGES))


# Tables by name. `part` divides a project over the plan's measures and keeps what is left over, `link` does not.
PROJECT_JOINS: Mapping[str, str] = {
    "authority": "LEFT JOIN regions_authority authority ON authority.id = project.authority_id",
    "implementer": "LEFT JOIN partners_organisation implementer ON implementer.id = project.implementer_id",
    "places": f"""
      LEFT JOIN LATERAL (SELECT string_agg(place.code, '{SEPARATOR}' ORDER BY place.code) AS codes
                           FROM projects_projectmunicipality link
                           JOIN regions_municipality place ON place.id = link.municipality_id
                          WHERE link.programme_id = %(programme)s AND link.project_id = project.id) places ON true""",  # noqa: S608 - constants
    "part": """
      JOIN (SELECT link.project_id, objective.number AS objective, objective.number || '/' || measure.number AS measure,
                   link.share
              FROM projects_projectmeasure link
              JOIN plan_measure measure ON measure.id = link.measure_id
              JOIN plan_objective objective ON objective.id = measure.objective_id
             WHERE link.programme_id = %(programme)s AND objective.plan_version_id = %(version)s
             UNION ALL
            SELECT other.id, '', '', 1 - coalesce(planned.share, 0)
              FROM projects_project other
              LEFT JOIN (SELECT link.project_id, sum(link.share) AS share
                           FROM projects_projectmeasure link
                           JOIN plan_measure measure ON measure.id = link.measure_id
                           JOIN plan_objective objective ON objective.id = measure.objective_id
                          WHERE link.programme_id = %(programme)s AND objective.plan_version_id = %(version)s
                          GROUP BY link.project_id) planned ON planned.project_id = other.id
             WHERE other.programme_id = %(programme)s AND coalesce(planned.share, 0) <> 1) part
        ON part.project_id = project.id""",
}
PART_WEIGHTS = {"part": "part.share"}


def _printed(column: str) -> str:
    """Give the row of a project by names its source printed, one or several."""
    return (
        f"coalesce((SELECT string_agg(printed.place, '{SEPARATOR}' ORDER BY printed.place) "  # noqa: S608 - from constants
        f"FROM jsonb_array_elements_text(project.{column}) printed(place)), '')"
    )


_TARGET_AREA = f"coalesce(places.codes, CASE WHEN project.nationwide THEN '{NATIONWIDE}' ELSE '' END)"
_LABEL_OF_PROJECT = "concat_ws(' ', project.code, project.name)"
_FOLLOWED = """CASE WHEN project.basket_state <> 'outside' OR EXISTS (
    SELECT FROM projects_projectmeasure link
     WHERE link.programme_id = %(programme)s AND link.project_id = project.id) THEN 'kylla' ELSE 'ei' END"""

PROJECT = SqlDimension(
    Dimension("hanke", words.PROJECT), "coalesce(project.code, project.id::text)", label=_LABEL_OF_PROJECT
)
MEASURE_DIMENSIONS: tuple[SqlDimension, ...] = (
    SqlDimension(
        Dimension("tavoite", words.OBJECTIVE, lookup=_objectives, nothing=words.NO_MEASURE), "part.objective", ("part",)
    ),
    SqlDimension(
        Dimension("toimenpide", words.MEASURE, lookup=_measures, nothing=words.NO_MEASURE), "part.measure", ("part",)
    ),
)
PROJECT_DIMENSIONS: tuple[SqlDimension, ...] = (
    SqlDimension(
        Dimension(
            "kunta",
            words.MUNICIPALITY,
            lookup=municipality_labels,
            nothing=words.NO_MUNICIPALITY,
            several=words.SEVERAL_MUNICIPALITIES,
        ),
        _TARGET_AREA,
        ("places",),
    ),
    SqlDimension(Dimension("seutukunta", words.SUBREGION, several=words.SEVERAL_SUBREGIONS), _printed("subregions")),
    SqlDimension(Dimension("maakunta", words.REGION, several=words.SEVERAL_REGIONS), _printed("regions")),
    SqlDimension(Dimension("rahasto", words.FUND, words.FUND_CODES), "project.fund"),
    SqlDimension(Dimension("viranomainen", words.AUTHORITY), "coalesce(authority.name, '')", ("authority",)),
    SqlDimension(
        Dimension("toteuttaja", words.IMPLEMENTER, {PERSON: words.PERSON}),
        f"CASE WHEN implementer.may_be_person THEN '{PERSON}' ELSE coalesce(implementer.name, '') END",
        ("implementer",),
    ),
    SqlDimension(
        Dimension("toteuttajalaji", words.KIND_OF_IMPLEMENTER), "coalesce(implementer.kind, '')", ("implementer",)
    ),
    *MEASURE_DIMENSIONS,
    SqlDimension(Dimension("laji", words.KIND, words.KINDS), "project.kind"),
    SqlDimension(Dimension("kori", words.BASKET, words.BASKET_STATES), "project.basket_state"),
    SqlDimension(Dimension("seurattu", words.FOLLOWED, words.YES_NO), _FOLLOWED),
    SqlDimension(Dimension("vaihe", words.STAGE, words.STAGES), "project.stage"),
    SqlDimension(Dimension("ohjelmakausi", words.PROGRAMME_PERIOD), "project.programme_period"),
    SqlDimension(Dimension("toimintalinja", words.AXIS), "project.axis_number"),
    SqlDimension(
        Dimension("alkuvuosi", words.START_YEAR, is_time=True),
        "coalesce(extract(year FROM project.start)::int::text, '')",
    ),
    SqlDimension(
        Dimension("loppuvuosi", words.END_YEAR, is_time=True), "coalesce(extract(year FROM project.end)::int::text, '')"
    ),
    PROJECT,
)


def project_parameters(asked: Asked) -> dict[str, object]:
    """Give what the tables of projects are read with; one query."""
    return {"programme": asked.programme.pk, "version": _version(asked)}
