"""Columns of a spreadsheet: which of our fields each is, guessed from its heading in Finnish, Swedish or English."""

import re
from dataclasses import dataclass
from enum import StrEnum

from hankekori.core.texts import Translated


class ColumnKind(StrEnum):
    """How the cells of a column are read."""

    TEXT = "text"
    PROJECT_CODE = "project_code"
    BUSINESS_ID = "business_id"
    EUROS = "euros"  # whole
    DATE = "date"
    NAMES = "names"  # a comma list
    PROJECT_KIND = "project_kind"


@dataclass(frozen=True, slots=True)
class Column:
    """One field a spreadsheet may fill."""

    field: str
    label: Translated
    kind: ColumnKind
    synonyms: tuple[str, ...] = ()  # other headings, in any of the languages
    longest: int = 0  # characters; 0 = no limit


PROJECT_COLUMNS: tuple[Column, ...] = (
    Column(
        "code",
        Translated("Hankekoodi", "Projektkod", "Project code"),
        ColumnKind.PROJECT_CODE,
        ("koodi", "projektikoodi", "hankenumero", "projektinumero", "hanke nro", "kod", "projektnummer", "code"),
    ),
    Column(
        "name",
        Translated("Hankkeen nimi", "Projektets namn", "Project name"),
        ColumnKind.TEXT,
        ("nimi", "projektin nimi", "projekti", "hanke", "namn", "projekt", "name", "project", "operation name"),
        500,
    ),
    Column(
        "kind",
        Translated("Hankkeen laji", "Projektets slag", "Kind of project"),
        ColumnKind.PROJECT_KIND,
        ("laji", "slag", "kind"),
    ),
    Column("fund", Translated("Rahasto", "Fond", "Fund"), ColumnKind.TEXT, (), 20),
    Column(
        "programme_period",
        Translated("Ohjelmakausi", "Programperiod", "Programming period"),
        ColumnKind.TEXT,
        ("kausi", "period", "rahoituskausi"),
        20,
    ),
    Column(
        "part",
        Translated("Osio", "Programdel", "Programme part"),
        ColumnKind.TEXT,
        ("ohjelma / osio", "ohjelma", "suuralueosio", "del", "part", "programme"),
        100,
    ),
    Column(
        "axis_number",
        Translated("Toimintalinja", "Insatsområde", "Priority axis"),
        ColumnKind.TEXT,
        ("tl", "toimintalinjan numero", "axis", "policy"),
        10,
    ),
    Column(
        "authority",
        Translated("Vastuuviranomainen", "Ansvarig myndighet", "Responsible authority"),
        ColumnKind.TEXT,
        ("viranomainen", "rahoittaja", "rahoittava viranomainen", "myndighet", "finansiär", "authority", "funder"),
        200,
    ),
    Column(
        "activity_status",
        Translated("Toiminnan tila", "Verksamhetens status", "Operational status"),
        ColumnKind.TEXT,
        ("tila", "status", "läge"),
        60,
    ),
    Column(
        "start",
        Translated("Alkaa", "Börjar", "Start"),
        ColumnKind.DATE,
        ("aloituspvm", "aloituspäivä", "alkupäivä", "alku", "alkamispäivä", "startdatum", "start date", "starts"),
    ),
    Column(
        "end",
        Translated("Päättyy", "Slutar", "End"),
        ColumnKind.DATE,
        ("päättymispvm", "päättymispäivä", "loppupäivä", "loppu", "slutdatum", "end date", "ends"),
    ),
    Column(
        "implementer",
        Translated("Toteuttaja", "Genomförare", "Implementer"),
        ColumnKind.TEXT,
        (
            "toteuttajan nimi",
            "toteuttajaorganisaatio",
            "toteuttajaorganisaation nimi",
            "hakija",
            "organisaatio",
            "genomförarens namn",
            "organisation",
            "beneficiary",
            "beneficiary name",
            "applicant",
        ),
        300,
    ),
    Column(
        "business_id",
        Translated("Y-tunnus", "FO-nummer", "Business ID"),
        ColumnKind.BUSINESS_ID,
        ("ytunnus", "y tunnus", "liike ja yhteisötunnus", "fo nummer", "företags och organisationsnummer"),
    ),
    Column(
        "municipality_names",
        Translated("Kunnat", "Kommuner", "Municipalities"),
        ColumnKind.NAMES,
        ("kunta", "kohdealue", "kommun", "municipality"),
    ),
    Column(
        "granted_eu_state",
        Translated(
            "Myönnetty EU- ja valtion rahoitus",
            "Beviljad EU- och statlig finansiering",
            "EU and state funding granted",
        ),
        ColumnKind.EUROS,
        (
            "myönnetty",
            "myönnetty eu ja valtio",
            "myönnetty rahoitus",
            "granted",
            "granted eu state",
            "eu and state granted",
            "beviljat",
            "beviljat eu och staten",
        ),
    ),
    Column(
        "realised_eu_state",
        Translated(
            "Toteutunut EU- ja valtion rahoitus",
            "Realiserad EU- och statlig finansiering",
            "EU and state funding realised",
        ),
        ColumnKind.EUROS,
        (
            "toteutunut",
            "toteutunut eu ja valtio",
            "toteutunut rahoitus",
            "maksettu",
            "realised",
            "realised eu state",
            "eu and state realised",
            "realiserat",
            "realiserat eu och staten",
            "förverkligat",
        ),
    ),
    Column(
        "planned_public",
        Translated(
            "Suunniteltu julkinen rahoitus yhteensä",
            "Planerad offentlig finansiering totalt",
            "Public funding planned, total",
        ),
        ColumnKind.EUROS,
        (
            "suunniteltu julkinen rahoitus",
            "julkinen rahoitus",
            "planned public",
            "planned public total",
            "planerad offentlig",
            "suunniteltu julkinen",
            "public planned",
        ),
    ),
    Column(
        "realised_public",
        Translated(
            "Toteutunut julkinen rahoitus yhteensä",
            "Realiserad offentlig finansiering totalt",
            "Public funding realised, total",
        ),
        ColumnKind.EUROS,
        (
            "toteutunut julkinen",
            "toteutunut julkinen rahoitus",
            "realised public",
            "realised public total",
            "public realised",
            "realiserad offentlig",
        ),
    ),
    Column(
        "summary",
        Translated("Tiivistelmä", "Sammandrag", "Summary"),
        ColumnKind.TEXT,
        ("kuvaus", "hankkeen kuvaus", "beskrivning", "description"),
    ),
)

_UNITS = re.compile(r"\((?:eur|euro[as]?|€|e)\)|[,_ ](?:eur|euro[as]?|€)$", re.IGNORECASE)
_FEWEST_KNOWN = 2  # headings that make a row the heading row
_ROWS_SEARCHED = 20


def suggest_mapping(headings: tuple[str, ...], columns: tuple[Column, ...] = PROJECT_COLUMNS) -> dict[int, str]:
    """Guess which of our fields each column is; a field is given to its first column only."""
    known = {_plain(word): column.field for column in columns for word in _words(column)}
    mapping: dict[int, str] = {}
    for index, heading in enumerate(headings):
        field = known.get(_plain(heading))
        if field and field not in mapping.values():
            mapping[index] = field
    return mapping


def find_heading_row(rows: tuple[tuple[str, ...], ...], columns: tuple[Column, ...] = PROJECT_COLUMNS) -> int | None:
    """Find the row that holds most of our headings among the first twenty; None when no row holds two."""
    counts = [len(suggest_mapping(row, columns)) for row in rows[:_ROWS_SEARCHED]]
    best = max(counts, default=0)
    return counts.index(best) if best >= _FEWEST_KNOWN else None


def _words(column: Column) -> tuple[str, ...]:
    return (column.field, column.label.fi, column.label.sv, column.label.en, *column.synonyms)


def _plain(heading: str) -> str:
    """Bring a heading to the form it is looked up by: no unit, no punctuation, no case."""
    without_unit = _UNITS.sub("", heading.strip().casefold())
    return " ".join(re.sub(r"[^\w/]+|_", " ", without_unit).split())
