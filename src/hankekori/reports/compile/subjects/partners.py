"""Partners: organisations, what they carry out and what they answer for. A sole trader is counted, never named."""

from hankekori.core.texts import Translated
from hankekori.reports.compile.model import Asked, Dimension, Facts, Quantity, Subject
from hankekori.reports.compile.sql import SqlDimension, SqlQuantity, SqlSource, dimensions_of, quantities_of, read_sql
from hankekori.reports.compile.subjects import words
from hankekori.reports.compile.subjects.project_dimensions import PERSON, municipality_labels, project_parameters

_DUTIES = {
    "toteuttaja": Translated("toteuttaa hanketta", "genomför projekt", "implements projects"),
    "vastuutaho": Translated("vastaa toimenpiteestä", "ansvarar för åtgärd", "answers for measures"),
    "molemmat": Translated("toteuttaa ja vastaa", "genomför och ansvarar", "does both"),
}


_DUTY = """CASE WHEN carried.projects > 0 AND answered.measures > 0 THEN 'molemmat'
                 WHEN carried.projects > 0 THEN 'toteuttaja'
                 WHEN answered.measures > 0 THEN 'vastuutaho' ELSE '' END"""
_DIMENSIONS = (
    SqlDimension(
        Dimension("organisaatio", Translated("Organisaatio", "Organisation", "Organisation"), {PERSON: words.PERSON}),
        f"CASE WHEN organisation.may_be_person THEN '{PERSON}' ELSE organisation.name END",
    ),
    SqlDimension(
        Dimension("organisaatiolaji", Translated("Organisaation laji", "Slag av organisation", "Kind of organisation")),
        "organisation.kind",
    ),
    SqlDimension(
        Dimension(
            "kotikunta", Translated("Kotikunta", "Hemkommun", "Home municipality"), lookup=municipality_labels,
        ),
        "coalesce(place.code, '')",
    ),
    SqlDimension(
        Dimension(
            "tehtava", Translated("Tehtävä ohjelmassa", "Uppgift i programmet", "Part in the programme"), _DUTIES,
            nothing=Translated("ei hanketta eikä toimenpidettä", "varken projekt eller åtgärd", "neither"),
        ),
        _DUTY,
    ),
)  # fmt: skip
_QUANTITIES = (
    SqlQuantity(
        Quantity("organisaatioita", Translated("Organisaatioita", "Organisationer", "Organisations")), "count(*)"
    ),
    SqlQuantity(
        Quantity("hankkeita", Translated("Toteuttaa hankkeita", "Genomför projekt", "Projects implemented")),
        "sum(coalesce(carried.projects, 0))::bigint",
    ),
    SqlQuantity(
        Quantity(
            "toimenpiteita", Translated("Vastaa toimenpiteistä", "Ansvarar för åtgärder", "Measures answered for")
        ),
        "sum(coalesce(answered.measures, 0))::bigint",
    ),
    SqlQuantity(Quantity("myonnetty", words.GRANTED_EU_STATE, "money", words.EUROS), "sum(carried.granted)"),
)
_SOURCE = SqlSource(
    tables="""partners_organisation organisation
      LEFT JOIN regions_municipality place ON place.id = organisation.municipality_id
      LEFT JOIN (SELECT implementer_id, count(*) AS projects, sum(granted_eu_state) AS granted
                   FROM projects_project WHERE programme_id = %(programme)s
                  GROUP BY implementer_id) carried ON carried.implementer_id = organisation.id
      LEFT JOIN (SELECT measure.responsible_id, count(*) AS measures
                   FROM plan_measure measure JOIN plan_objective objective ON objective.id = measure.objective_id
                  WHERE objective.plan_version_id = %(version)s
                  GROUP BY measure.responsible_id) answered ON answered.responsible_id = organisation.id""",
    where="organisation.programme_id = %(programme)s",
    joins={},
    dimensions=_DIMENSIONS,
    quantities=_QUANTITIES,
)


def _read(asked: Asked) -> Facts:
    return read_sql(asked, _SOURCE, project_parameters(asked))


PARTNERS = Subject(
    key="kumppanit",
    name=Translated("Kumppanit", "Partner", "Partners"),
    about=Translated(
        "Ohjelman organisaatiot, niiden hankkeet ja toimenpiteet, joista ne vastaavat.",
        "Programmets organisationer, deras projekt och de åtgärder de ansvarar för.",
        "The programme's organisations, their projects and the measures they answer for.",
    ),
    dimensions=dimensions_of(_DIMENSIONS),
    quantities=quantities_of(_QUANTITIES),
    read=_read,
    source=Translated(
        "Organisaatioiden ja hankkeiden tiedot nyt", "Uppgifter om organisationer och projekt nu",
        "Data on organisations and projects as they are now",
    ),
    start_groups=("organisaatiolaji",),
    start_columns=("organisaatioita", "hankkeita", "toimenpiteita"),
)  # fmt: skip
