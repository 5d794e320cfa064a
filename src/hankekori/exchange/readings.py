"""Reads whatever files were taken in to what they say, with what is left out and why."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hankekori.areas.regions.records import RegionNames
from hankekori.core.cells import IDENTITY_CODE as CELL_HOLDS_IDENTITY_CODE
from hankekori.core.cells import CellFault, read_rows
from hankekori.core.columns import find_heading_row, suggest_mapping
from hankekori.core.description.reader import NotADescriptionError, read_description
from hankekori.core.identity_codes import contains_identity_code, mask_identity_codes
from hankekori.core.list_records import CODE
from hankekori.core.list_sentences import IDENTITY_CODE as LIST_ROW_HOLDS_IDENTITY_CODE
from hankekori.core.project_list import read_project_list
from hankekori.core.texts import Translated
from hankekori.exchange.description_sources import UnreadableSourceError, text_of
from hankekori.exchange.kinds import FileKind, kind_of
from hankekori.exchange.municipality_files import WantedMunicipality, read_municipality_file
from hankekori.exchange.spreadsheets import Sheet, SpreadsheetError, read_sheets
from hankekori.exchange.uploads import Intake, UploadedFile
from hankekori.exchange.wanted import WantedProject, wanted_from_description, wanted_from_list, wanted_from_sheet

type Mapped = Mapping[int, str]  # column of a sheet -> our field


@dataclass(frozen=True, slots=True)
class NotImported:
    """Something in a file that is not saved, and why; line is None when it is the whole file."""

    file: str
    line: int | None
    reason: Translated
    text: str = ""
    identity_code: bool = False  # the file holds a personal identity code and must not be kept


@dataclass(frozen=True, slots=True)
class ImportRemark:
    """Something to know about what is saved as it stands."""

    file: str
    line: int | None
    about: str  # project code or name
    sentence: Translated


@dataclass(frozen=True, slots=True)
class SheetInFile:
    """A sheet as it was read, for choosing its columns and giving it back with its faults marked."""

    file: str
    sheet: Sheet
    heading_row: int
    mapping: Mapped
    faults: tuple[CellFault, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        return self.sheet.as_texts(first=self.heading_row + 1)[self.heading_row]

    @property
    def samples(self) -> tuple[str, ...]:
        """Give the first text of each column under its heading."""
        rows = self.sheet.as_texts(first=self.heading_row + 20)[self.heading_row + 1 :]
        return tuple(
            next((row[column] for row in rows if column < len(row) and row[column]), "")
            for column in range(len(self.headings))
        )


@dataclass(slots=True)
class Reading:
    """Everything the files say; filled file by file."""

    kinds: dict[str, FileKind] = field(default_factory=dict)
    projects: list[WantedProject] = field(default_factory=list)
    municipalities: list[WantedMunicipality] = field(default_factory=list)
    regions: dict[str, RegionNames] = field(default_factory=dict)
    not_imported: list[NotImported] = field(default_factory=list)
    remarks: list[ImportRemark] = field(default_factory=list)
    sheets: list[SheetInFile] = field(default_factory=list)


def read_files(
    intake: Intake, *, municipality_codes: Mapping[str, str], mappings: Mapping[str, Mapped] | None = None
) -> Reading:
    """Read every file by its kind; `mappings` gives by file name the columns somebody chose by hand."""
    reading = Reading()
    reading.not_imported += [NotImported(file.name, None, file.reason) for file in intake.refused]
    for file in intake.files:
        kind = reading.kinds[file.name] = kind_of(file)
        if kind is FileKind.SPREADSHEET:
            _read_spreadsheet(reading, file, (mappings or {}).get(file.name), municipality_codes)
        elif kind is FileKind.DESCRIPTION:
            _read_description(reading, file, municipality_codes)
        else:
            _READERS[kind](reading, file)
    return reading


def _read_description(reading: Reading, file: UploadedFile, municipality_codes: Mapping[str, str]) -> None:
    try:
        text = text_of(file.content, file.name)
        description = read_description(text)
    except (UnreadableSourceError, NotADescriptionError) as error:
        reading.not_imported.append(NotImported(file.name, None, error.message))
        return
    if line := _line_with_identity_code(text):
        said = _IDENTITY_CODE.filled(line=line)
        reading.not_imported.append(NotImported(file.name, line, said, identity_code=True))
    elif "\0" in text:
        reading.not_imported.append(NotImported(file.name, None, _DAMAGED))
    elif not description.project.code:
        reading.not_imported.append(NotImported(file.name, None, _CODELESS))
    elif not CODE.fullmatch(description.project.code):
        reading.not_imported.append(NotImported(file.name, None, _ODD_CODE.filled(code=description.project.code[:60])))
    else:
        wanted = wanted_from_description(
            description, file=file.name, document=file.content, municipality_codes=municipality_codes
        )
        _add(reading, wanted)


def _line_with_identity_code(text: str) -> int | None:
    """Find the first line of a text that holds a personal identity code, from 1."""
    if not contains_identity_code(text):
        return None
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if contains_identity_code(line)), 1)


def _read_list(reading: Reading, file: UploadedFile) -> None:
    found = read_project_list(file.content)
    reading.not_imported += [
        NotImported(
            file.name, problem.line, problem.reason, problem.text, problem.reason == LIST_ROW_HOLDS_IDENTITY_CODE
        )
        for problem in found.problems
    ]
    reading.remarks += [ImportRemark(file.name, remark.line, remark.code, remark.sentence) for remark in found.remarks]
    reading.projects += [wanted_from_list(row, period=found.period or "", file=file.name) for row in found.rows]


def _read_spreadsheet(
    reading: Reading, file: UploadedFile, chosen: Mapped | None, municipality_codes: Mapping[str, str]
) -> None:
    """Read the first sheet in which a heading row is found."""
    try:
        sheets = read_sheets(file.name, file.content)
    except SpreadsheetError as error:
        reading.not_imported.append(NotImported(file.name, None, error.message))
        return
    found = [(sheet, at) for sheet in sheets if (at := find_heading_row(sheet.as_texts())) is not None]
    if not found and not chosen:
        reading.not_imported.append(NotImported(file.name, None, _NO_HEADINGS))
    sheet, heading_row = found[0] if found else (sheets[0], 0)
    mapping = chosen or suggest_mapping(sheet.as_texts()[heading_row])
    rows = read_rows(sheet.rows, dict(mapping), heading_row=heading_row)
    reading.sheets.append(SheetInFile(file.name, sheet, heading_row, mapping, rows.faults))
    reading.not_imported += [_of_fault(file.name, fault) for fault in rows.faults]
    reading.not_imported += _codes_beside(file.name, sheets, sheet, heading_row)
    for row in rows.rows:
        _add(reading, wanted_from_sheet(row, file=file.name, municipality_codes=municipality_codes))


def _codes_beside(file: str, sheets: Iterable[Sheet], read: Sheet, heading_row: int) -> Iterator[NotImported]:
    """Find identity codes where no row is read: in names of sheets, in and above the headings, in other sheets."""
    for sheet in sheets:
        name = mask_identity_codes(sheet.name)
        if name != sheet.name:
            yield NotImported(file, None, _CODE_IN_SHEET.filled(sheet=name), identity_code=True)
        for number, row in enumerate(sheet.rows[: heading_row + 1] if sheet is read else sheet.rows, 1):
            if any(isinstance(cell, str) and contains_identity_code(cell) for cell in row):
                said = _CODE_ON_ROW.filled(sheet=name, line=number)
                yield NotImported(file, number, said, identity_code=True)


def _of_fault(file: str, fault: CellFault) -> NotImported:
    """Say what is wrong and what to do in one reason."""
    reason = Translated(
        f"{fault.wrong.fi} {fault.advice.fi}",
        f"{fault.wrong.sv} {fault.advice.sv}",
        f"{fault.wrong.en} {fault.advice.en}",
    )
    return NotImported(file, fault.row, reason, fault.found, fault.wrong == CELL_HOLDS_IDENTITY_CODE)


def _read_municipalities(reading: Reading, file: UploadedFile) -> None:
    found = read_municipality_file(file, reading.kinds[file.name])
    reading.municipalities += found.municipalities
    reading.regions |= found.regions
    reading.not_imported += [NotImported(file.name, *fault) for fault in found.faults]


def _refuse(reading: Reading, file: UploadedFile) -> None:
    reading.not_imported.append(NotImported(file.name, None, _UNKNOWN_KIND))


def _add(reading: Reading, wanted: WantedProject) -> None:
    reading.projects.append(wanted)
    reading.remarks += [ImportRemark(wanted.file, wanted.line, wanted.name, remark) for remark in wanted.remarks]


_READERS: dict[FileKind, Callable[[Reading, UploadedFile], None]] = {
    FileKind.PROJECT_LIST: _read_list,
    FileKind.BOUNDARIES: _read_municipalities,
    FileKind.MUNICIPALITIES: _read_municipalities,
    FileKind.MUNICIPALITY_CHANGES: _read_municipalities,
    FileKind.UNKNOWN: _refuse,
}

_IDENTITY_CODE = Translated(
    "Tekstin rivillä {line} on henkilötunnus. Henkilötunnuksia ei tallenneta.",
    "Rad {line} i texten innehåller en personbeteckning. Personbeteckningar sparas inte.",
    "Line {line} of the text holds a personal identity code. They are never stored.",
)
_CODE_IN_SHEET = Translated(
    "Taulukon nimessä ”{sheet}” on henkilötunnus. Henkilötunnuksia ei tallenneta.",
    "Bladets namn ”{sheet}” innehåller en personbeteckning. Personbeteckningar sparas inte.",
    "The name of the sheet “{sheet}” holds a personal identity code. They are never stored.",
)
_CODE_ON_ROW = Translated(
    "Taulukon ”{sheet}” rivillä {line} on henkilötunnus. Henkilötunnuksia ei tallenneta.",
    "Rad {line} på bladet ”{sheet}” innehåller en personbeteckning. Personbeteckningar sparas inte.",
    "Row {line} of the sheet “{sheet}” holds a personal identity code. They are never stored.",
)
_DAMAGED = Translated(
    "Tiedosto on vioittunut: siinä on merkkejä, joita tekstissä ei voi olla.",
    "Filen är skadad: den innehåller tecken som inte kan finnas i en text.",
    "The file is damaged: it holds characters that no text has.",
)
_CODELESS = Translated(
    "Kuvauksessa ei ole hankekoodia, joten sitä ei voi liittää hankkeeseen.",
    "Beskrivningen saknar projektkod och kan inte kopplas till ett projekt.",
    "The description has no project code, so it cannot be linked to a project.",
)
_ODD_CODE = Translated(
    "Kuvauksen koodi ”{code}” ei ole oikeaa muotoa: iso kirjain ja 4–9 numeroa, esimerkiksi S11010.",
    "Beskrivningens kod ”{code}” har fel form: en stor bokstav och 4–9 siffror, till exempel S11010.",
    "The description's code “{code}” has the wrong form: a capital letter and 4–9 digits, for example S11010.",
)
_NO_HEADINGS = Translated(
    "Taulukosta ei löydy otsikkoriviä, jossa olisi ainakin kaksi tunnettua saraketta. Valitse sarakkeet itse.",
    "I tabellen finns ingen rubrikrad med minst två kända kolumner. Välj kolumnerna själv.",
    "The sheet has no heading row with at least two known columns. Choose the columns yourself.",
)
_UNKNOWN_KIND = Translated(
    "Tiedoston lajia ei tunneta. Tuo kuvaus (txt, html, pdf), taulukko (xlsx, ods, csv), projektilista tai kuntarajat.",
    "Filens slag är okänt. Importera en beskrivning (txt, html, pdf), tabell (xlsx, ods, csv), projektlista eller "
    "kommungränser.",
    "The kind of file is not known. Import a description (txt, html, pdf), spreadsheet (xlsx, ods, csv), project list "
    "or municipal boundaries.",
)
