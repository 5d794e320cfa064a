"""Reads a sheet of employment episodes: each line is an episode or is left out with every reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hankekori.core.cells import IDENTITY_CODE, Cell, CellFault, cell_text, is_empty
from hankekori.core.identity_codes import contains_identity_code
from hankekori.core.texts import LANGUAGES, Translated
from hankekori.exchange.episode_columns import EPISODE_COLUMNS, CellRefusedError, EpisodeColumn, find_column
from hankekori.exchange.spreadsheets import Sheet, SpreadsheetError

_FEWEST_HEADINGS = 3
_HEADINGS_WITHIN = 20  # rows


@dataclass(frozen=True, slots=True)
class Known:
    """What a sheet may name."""

    projects: Mapping[str, int]  # by code
    municipalities: Mapping[str, int]  # by name in small letters
    codes: frozenset[str]  # of episodes there are


@dataclass(frozen=True, slots=True)
class EpisodeLine:
    """An episode of the sheet; values are texts by field, ids of projects and municipalities too, empty ones absent."""

    row: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EpisodeReading:
    """The lines that can be saved and the faults of the others; rows without anything are not counted."""

    lines: tuple[EpisodeLine, ...] = ()
    faults: tuple[CellFault, ...] = field(default=())

    @property
    def faulty_rows(self) -> int:
        return len({fault.row for fault in self.faults})


def read_episodes(sheets: Sequence[Sheet], known: Known) -> EpisodeReading:
    """Read the first sheet with a heading row; raises SpreadsheetError when there is none or a column is missing."""
    for sheet in sheets:
        for at, row in enumerate(sheet.rows[:_HEADINGS_WITHIN]):
            columns = {place: found for place, cell in enumerate(row) if (found := find_column(cell_text(cell)))}
            if len(columns) >= _FEWEST_HEADINGS:
                return _read(sheet, at, columns, known)
    raise SpreadsheetError(_NO_HEADINGS)


def _read(sheet: Sheet, heading_row: int, columns: Mapping[int, EpisodeColumn], known: Known) -> EpisodeReading:
    present = {column.field for column in columns.values()}
    if missing := [column.heading for column in EPISODE_COLUMNS if column.is_needed and column.field not in present]:
        names = {each: ", ".join(heading.in_language(each) for heading in missing) for each in LANGUAGES}
        raise SpreadsheetError(
            Translated(**{each: _MISSING.in_language(each).format(names=names[each]) for each in LANGUAGES})
        )
    lines, faults = [], []
    seen: set[str] = set()
    for number, cells in enumerate(sheet.rows[heading_row + 1 :], heading_row + 2):
        if all(is_empty(cell) for cell in cells):
            continue
        values, found = _read_row(number, cells, columns)
        found = found or list(_check(number, values, columns, known, seen))
        faults += found
        if not found:
            seen.add(values.get("code", ""))
            lines.append(EpisodeLine(number, _named(values, known)))
    return EpisodeReading(tuple(lines), tuple(faults))


def _read_row(
    number: int, cells: Sequence[Cell], columns: Mapping[int, EpisodeColumn]
) -> tuple[dict[str, str], list[CellFault]]:
    """Read a row; an identity code anywhere in it, in a cell of no column too, refuses the row and is not repeated."""
    values: dict[str, str] = {}
    faults = []
    for place, cell in enumerate(cells):
        if is_empty(cell):
            continue
        if contains_identity_code(cell_text(cell)):
            return {}, [CellFault(number, place, "", IDENTITY_CODE, _REMOVE)]
        if column := columns.get(place):
            try:
                values[column.field] = column.read(cell)
            except CellRefusedError as error:
                faults.append(CellFault(number, place, cell_text(cell)[:100], error.wrong, error.advice))
    return values, faults


def _check(
    number: int, values: Mapping[str, str], columns: Mapping[int, EpisodeColumn], known: Known, seen: set[str]
) -> Iterator[CellFault]:
    places = {column.field: place for place, column in columns.items()}

    def fault(name: str, wrong: Translated, advice: Translated) -> CellFault:
        return CellFault(number, places[name], values.get(name, ""), wrong, advice)

    for column in EPISODE_COLUMNS:
        if column.is_needed and column.field not in values:
            yield fault(column.field, _EMPTY, _FILL)
    if "project" in values and values["project"] not in known.projects:
        yield fault("project", _NO_PROJECT, _WRITE_PROJECT)
    if "municipality" in values and values["municipality"].casefold() not in known.municipalities:
        yield fault("municipality", _NO_MUNICIPALITY, _WRITE_MUNICIPALITY)
    if values.get("end_month", "9999") < values.get("start_month", ""):
        yield fault("end_month", _ENDS_FIRST, _CHECK_MONTHS)
    if code := values.get("code"):
        if code not in known.codes:
            yield fault("code", _NO_CODE, _EMPTY_CODE)
        elif code in seen:
            yield fault("code", _CODE_TWICE, _KEEP_ONE)


def _named(values: Mapping[str, str], known: Known) -> dict[str, str]:
    named = {**values, "project": str(known.projects[values["project"]])}
    if place := values.get("municipality"):
        named["municipality"] = str(known.municipalities[place.casefold()])
    return named


_NO_HEADINGS = Translated(
    "Taulukosta ei löydy otsikkoriviä. Käytä tyhjää pohjaa, jonka voi ladata tältä sivulta.",
    "Tabellen saknar rubrikrad. Använd den tomma mallen som kan laddas ner på den här sidan.",
    "The sheet has no heading row. Use the empty template that this page offers.",
)
_MISSING = Translated(
    "Taulukosta puuttuu sarake: {names}. Käytä tyhjää pohjaa, jonka voi ladata tältä sivulta.",
    "Tabellen saknar en kolumn: {names}. Använd den tomma mallen som kan laddas ner på den här sidan.",
    "The sheet lacks a column: {names}. Use the empty template that this page offers.",
)
_REMOVE = Translated(
    "Poista se. Henkilötunnuksia ei tallenneta mihinkään.",
    "Ta bort den. Personbeteckningar sparas ingenstans.",
    "Remove it. Personal identity codes are not stored anywhere.",
)
_EMPTY = Translated("Solu on tyhjä.", "Cellen är tom.", "The cell is empty.")
_FILL = Translated("Täytä se.", "Fyll i den.", "Fill it in.")
_NO_PROJECT = Translated(
    "Ohjelmassa ei ole tällaista hanketta.",
    "Programmet har inget sådant projekt.",
    "The programme has no such project.",
)
_WRITE_PROJECT = Translated(
    "Kirjoita hankekoodi, esimerkiksi S11010.",
    "Skriv projektkoden, till exempel S11010.",
    "Write the code, for example S11010.",
)
_NO_MUNICIPALITY = Translated("Kuntaa ei tunneta.", "Kommunen är okänd.", "The municipality is not known.")
_WRITE_MUNICIPALITY = Translated(
    "Kirjoita ohjelman kunnan nimi tai jätä tyhjäksi.",
    "Skriv namnet på en av programmets kommuner eller lämna tomt.",
    "Write the name of one of the programme's municipalities, or leave it empty.",
)
_ENDS_FIRST = Translated(
    "Jakso päättyy ennen kuin se alkaa.", "Perioden slutar innan den börjar.", "The episode ends before it begins."
)
_CHECK_MONTHS = Translated("Tarkista kuukaudet.", "Kontrollera månaderna.", "Check the months.")
_NO_CODE = Translated(
    "Tällä tunnuksella ei ole jaksoa.",
    "Det finns ingen sysselsättningsperiod med koden.",
    "There is no episode with the code.",
)
_EMPTY_CODE = Translated(
    "Jätä tunnus tyhjäksi, jos jakso on uusi.",
    "Lämna koden tom om sysselsättningsperioden är ny.",
    "Leave the code empty if the episode is new.",
)
_CODE_TWICE = Translated(
    "Sama tunnus on jo aiemmalla rivillä.",
    "Koden finns redan på en tidigare rad.",
    "The code is on an earlier row already.",
)
_KEEP_ONE = Translated("Jätä riveistä vain yksi.", "Behåll bara en av raderna.", "Keep only one of the rows.")
