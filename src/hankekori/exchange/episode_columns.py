"""The columns of a sheet of employment episodes and how their cells are read."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from hankekori.core.business_ids import read_business_id
from hankekori.core.cells import Cell, cell_text
from hankekori.core.employment_words import AFTER, AGES, BEFORE, GENDERS, KINDS, OCCUPATIONS
from hankekori.core.money import AmountError, parse_number
from hankekori.core.months import MonthError, parse_month
from hankekori.core.texts import LANGUAGES, Translated


class CellRefusedError(Exception):
    """A cell that cannot be read: what is wrong and what to do."""

    def __init__(self, wrong: Translated, advice: Translated) -> None:
        super().__init__(wrong.en)
        self.wrong = wrong
        self.advice = advice


@dataclass(frozen=True, slots=True)
class EpisodeColumn:
    """A column: its field, its heading, how a cell is read, and its choices where it has some."""

    field: str
    heading: Translated
    read: Callable[[Cell], str]  # the value as text, as ImportedEpisodes keeps it
    is_needed: bool = False
    choices: tuple[Translated, ...] = ()


def find_column(written: str) -> EpisodeColumn | None:
    """Find a column by its heading in any language, whatever the case; a unit after a comma is passed over."""
    return _BY_HEADING.get(_plain(written.partition(",")[0]))


def _text(cell: Cell) -> str:
    return cell_text(cell)


def _code(cell: Cell) -> str:
    return cell_text(cell).upper()


def _employer(cell: Cell) -> str:
    found = read_business_id(cell_text(cell))
    if found is None:
        raise CellRefusedError(_NO_BUSINESS_ID, _WRITE_BUSINESS_ID)
    return found


def _month(cell: Cell) -> str:
    if isinstance(cell, (date, datetime)):
        return date(cell.year, cell.month, 1).isoformat()
    try:
        return parse_month(cell_text(cell)).isoformat()
    except MonthError as error:
        raise CellRefusedError(_NO_MONTH, error.message) from None


def _working_time(cell: Cell) -> str:
    """Read percent of full time; up to 1 is read as a share, for a sheet may show 50 % as 0.5."""
    if isinstance(cell, str):
        try:
            percent = parse_number(cell.replace("%", "").strip(), decimals=2)
        except AmountError:
            raise CellRefusedError(_NO_TIME, _WRITE_TIME) from None
    elif isinstance(cell, (int, float)) and not isinstance(cell, bool) and math.isfinite(cell):
        percent = Decimal(str(cell))
    else:
        raise CellRefusedError(_NO_TIME, _WRITE_TIME)
    share = percent if percent <= 1 else percent / 100
    if not 0 < share <= 1:
        raise CellRefusedError(_NO_TIME, _WRITE_TIME)
    rounded = share.quantize(Decimal("0.01"))
    return str(max(rounded, Decimal("0.01")))


def _one_of(words: Mapping[str, Translated]) -> Callable[[Cell], str]:
    known: dict[str, str] = {}
    for key, text in words.items():
        for written in (text.in_language(language) for language in LANGUAGES):
            known |= {_plain(each): key for each in (key, written, f"{key} {written}")}
    offered = {language: "; ".join(text.in_language(language) for text in words.values()) for language in LANGUAGES}
    advice = Translated(**{each: _WRITE_ONE_OF.in_language(each).format(words=offered[each]) for each in LANGUAGES})

    def read(cell: Cell) -> str:
        found = known.get(_plain(cell_text(cell)))
        if found is None:
            raise CellRefusedError(_NO_SUCH_WORD, advice)
        return found

    return read


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("–", "-").split())


def _chosen(
    field: str, heading: Translated, words: Mapping[str, Translated], *, is_needed: bool = False
) -> EpisodeColumn:
    return EpisodeColumn(field, heading, _one_of(words), is_needed, tuple(words.values()))


_NO_BUSINESS_ID = Translated(
    "Y-tunnuksen muoto tai tarkistusnumero on väärä.",
    "FO-numrets form eller kontrollsiffra är fel.",
    "The form or check digit of the business ID is wrong.",
)
_WRITE_BUSINESS_ID = Translated(
    "Tarkista tunnus, esimerkiksi 1074350-2. Jätä tyhjäksi, jos työnantaja on hanke itse.",
    "Kontrollera numret, till exempel 1074350-2. Lämna tomt om projektet självt är arbetsgivare.",
    "Check the ID, for example 1074350-2. Leave it empty if the project itself is the employer.",
)
_NO_MONTH = Translated("Solussa ei ole kuukautta.", "Cellen innehåller ingen månad.", "The cell holds no month.")
_NO_TIME = Translated(
    "Työaika ei ole 1–100 prosenttia.", "Arbetstiden är inte 1–100 procent.", "Working time is not 1–100%."
)
_WRITE_TIME = Translated(
    "Kirjoita prosentteja kokoaikaisesta, esimerkiksi 50.",
    "Skriv procent av heltid, till exempel 50.",
    "Write percent of full time, for example 50.",
)
_NO_SUCH_WORD = Translated("Sanaa ei tunneta.", "Ordet är okänt.", "The word is not known.")
_WRITE_ONE_OF = Translated(
    "Kirjoita jokin näistä: {words}.", "Skriv något av dessa: {words}.", "Write one of these: {words}."
)

EPISODE_COLUMNS = (
    EpisodeColumn("code", Translated("Tunnus", "Kod", "Code"), _code),
    EpisodeColumn("project", Translated("Hankekoodi", "Projektkod", "Project code"), _code, is_needed=True),
    EpisodeColumn(
        "employer",
        Translated("Työnantajan Y-tunnus", "Arbetsgivarens FO-nummer", "Employer's business ID"),
        _employer,
    ),
    EpisodeColumn("start_month", Translated("Alkoi", "Började", "Began"), _month, is_needed=True),
    EpisodeColumn("end_month", Translated("Päättyi", "Slutade", "Ended"), _month),
    EpisodeColumn("fte", Translated("Työaika", "Arbetstid", "Working time"), _working_time, is_needed=True),
    _chosen("kind", Translated("Työn muoto", "Arbetets form", "Form of work"), KINDS, is_needed=True),
    _chosen("situation_before", Translated("Lähtötilanne", "Utgångsläge", "Situation before"), BEFORE, is_needed=True),
    _chosen("gender", Translated("Sukupuoli", "Kön", "Gender"), GENDERS, is_needed=True),
    _chosen("age_band", Translated("Ikä", "Ålder", "Age"), AGES),
    EpisodeColumn("municipality", Translated("Kotikunta", "Hemkommun", "Municipality of residence"), _text),
    _chosen("isco_major", Translated("Ammattiryhmä", "Yrkesgrupp", "Occupation group"), OCCUPATIONS),
    _chosen(
        "after_three_months",
        Translated("Kolmen kuukauden kuluttua", "Efter tre månader", "After three months"),
        AFTER,
    ),
)
_BY_HEADING = {
    _plain(column.heading.in_language(language)): column for column in EPISODE_COLUMNS for language in LANGUAGES
}
