"""Compares what files say of projects with what is stored in the programme."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.records import (
    BUSINESS_ID,
    IMPLEMENTER,
    MAY_BE_PERSON,
    ORGANISATION_KIND,
    ProjectRecord,
    records_by_code,
    records_by_name,
)
from hankekori.areas.regions.models import Authority
from hankekori.core.texts import Translated
from hankekori.exchange.plan_items import Outcome, PlannedItem
from hankekori.exchange.project_fields import DESCRIPTION, ResultFigures, changed_fields
from hankekori.exchange.readings import ImportRemark, NotImported, Reading
from hankekori.exchange.results import stored_results
from hankekori.exchange.wanted import WantedProject

type Planned = tuple[tuple[PlannedItem, ...], tuple[NotImported, ...], tuple[ImportRemark, ...]]

_IMPLEMENTERS_OWN = (BUSINESS_ID, ORGANISATION_KIND)
_BUSINESS_ID = re.compile(r"[0-9]{7}-[0-9]")
_TOO_GREAT = 10**12  # no field holds more digits


def plan_projects(reading: Reading, programme: Programme) -> Planned:
    """Plan every project once: a description's word goes before a spreadsheet's, and that before a list's."""
    together, refused = _together(reading.projects)
    stored, ambiguous = _stored(programme, together)
    results = stored_results(programme, [record.id for record in stored.values()]) if _has_results(together) else {}
    items: list[PlannedItem] = []
    remarks: list[ImportRemark] = []
    for key, wanted in together.items():
        if key in ambiguous:
            refused.append(NotImported(wanted.file, wanted.line, _SEVERAL, wanted.name))
        elif key not in stored and not wanted.values.get("name"):
            refused.append(NotImported(wanted.file, wanted.line, _NAMELESS, wanted.code or ""))
        else:
            record = stored.get(key)
            fitted, said = _fitted(wanted.values)
            said += _of_implementer(fitted, record)
            remarks += [ImportRemark(wanted.file, wanted.line, wanted.name, remark) for remark in said]
            items.append(_planned(wanted, fitted, record, results.get(record.id, {}) if record else {}))
    return tuple(items), tuple(refused), tuple(remarks)


def _together(projects: Iterable[WantedProject]) -> tuple[dict[str, WantedProject], list[NotImported]]:
    """Put together what list, sheet and description say of a project; two descriptions of one are not."""
    merged: dict[str, WantedProject] = {}
    refused: list[NotImported] = []
    for wanted in sorted(projects, key=_weight):
        key = _key(wanted)
        earlier = merged.get(key)
        if earlier is None:
            merged[key] = wanted
        elif _weight(earlier) == _weight(wanted):
            refused.append(NotImported(wanted.file, wanted.line, _TWICE.filled(file=earlier.file), wanted.name))
        else:
            merged[key] = WantedProject(
                wanted.file,
                wanted.line,
                {**earlier.values, **wanted.values},
                wanted.description,
                wanted.remarks,
                wanted.understood,
            )
    return merged, refused


def _weight(wanted: WantedProject) -> int:
    """Order sources: 0 list or sheet, 1 official description."""
    return 1 if wanted.description else 0


def _key(wanted: WantedProject) -> str:
    return wanted.code or f"\n{wanted.name}"


def _stored(programme: Programme, wanted: Mapping[str, WantedProject]) -> tuple[dict[str, ProjectRecord], set[str]]:
    """Find the stored projects by code, or by name among those without one; names of several cannot be told apart."""
    found = records_by_code(programme, [one.code for one in wanted.values() if one.code])
    names = [one.name for one in wanted.values() if not one.code]
    by_name = records_by_name(programme, names) if names else {}
    found |= {f"\n{name}": records[0] for name, records in by_name.items()}
    return found, {f"\n{name}" for name, records in by_name.items() if len(records) > 1}


def _has_results(wanted: Mapping[str, WantedProject]) -> bool:
    return any(
        isinstance(value, ResultFigures) for one in wanted.values() if one.description for value in one.values.values()
    )


def _planned(
    wanted: WantedProject, values: dict[str, Any], record: ProjectRecord | None, results: Mapping[str, ResultFigures]
) -> PlannedItem:
    old = {**record.values, **results} if record else {}
    new = _new_values(wanted, values, record, old)
    description = wanted.description if DESCRIPTION in new else None
    return PlannedItem(
        kind="project",
        key=wanted.code or wanted.name,
        name=values.get("name") or old.get("name") or wanted.name,
        outcome=Outcome.CREATED if record is None else Outcome.CHANGED if new else Outcome.UNCHANGED,
        file=wanted.file,
        line=wanted.line,
        old={name: old.get(name) for name in new},
        new=new,
        id=record.id if record else None,
        same={name: value for name, value in values.items() if new and old.get(name) == value},
        description=description,
        understood=wanted.understood,
    )


def _new_values(
    wanted: WantedProject, values: dict[str, Any], record: ProjectRecord | None, old: Mapping[str, Any]
) -> dict[str, Any]:
    """Keep the values that differ; a document that was read before says nothing new."""
    if record and wanted.description and wanted.description.sha256 in record.documents:
        return {}
    if wanted.description:
        values = {**values, DESCRIPTION: wanted.description.file_name}
    if record is None:
        return values
    differing = {name: values[name] for name in changed_fields(old, values)}
    if IMPLEMENTER not in differing:
        differing.pop(MAY_BE_PERSON, None)
        if any(name in differing for name in _IMPLEMENTERS_OWN):
            differing[IMPLEMENTER] = old[IMPLEMENTER]  # whom they are saved with
    return {name: value for name, value in differing.items() if not _women_only_unknown(old.get(name), value)}


def _women_only_unknown(old: Any, new: Any) -> bool:  # noqa: ANN401 - any field's value
    """Whether the page leaves out the women's part of a figure that is known with it."""
    both = isinstance(old, ResultFigures) and isinstance(new, ResultFigures)
    return both and new.women is None and old.total == new.total


def _of_implementer(values: dict[str, Any], record: ProjectRecord | None) -> list[Translated]:
    """Leave out an implementer's data that has no implementer, or one with data of its own already; say so.

    They are filled in where they are empty, never replaced.
    """
    stored = record.values if record else {}
    implementer = values.get(IMPLEMENTER) or stored.get(IMPLEMENTER)
    remarks = []
    for name in (name for name in _IMPLEMENTERS_OWN if name in values):
        kept = stored.get(name) if implementer == stored.get(IMPLEMENTER) else None
        if not implementer:
            remarks.append(_NO_IMPLEMENTER.filled(text=values.pop(name)))
        elif kept and kept != values[name]:
            remarks.append(_KEPT.filled(implementer=implementer, kept=kept, text=values.pop(name)))
    return remarks


def _fitted(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[Translated]]:
    """Cut texts to what the fields hold, leave out figures and a business ID that cannot be; say so."""
    fitted, remarks = dict(values), []
    for name, longest in _LONGEST.items():
        value = values.get(name)
        if isinstance(value, str) and len(value) > longest:
            fitted[name] = value[:longest].rstrip()
            remarks.append(_CUT.filled(count=longest, text=fitted[name][:60]))
    for name, value in values.items():
        figures = (value.total, value.women or 0) if isinstance(value, ResultFigures) else (value,)
        if any(isinstance(figure, int) and abs(figure) >= _TOO_GREAT for figure in figures):
            remarks.append(_NO_FIGURE.filled(text=str(fitted.pop(name))[:60]))
    if BUSINESS_ID in values and not _BUSINESS_ID.fullmatch(values[BUSINESS_ID]):
        remarks.append(_ODD_BUSINESS_ID.filled(text=fitted.pop(BUSINESS_ID)))
    return fitted, remarks


def _lengths(model: type[Project | Organisation | Authority]) -> dict[str, int]:
    fields = model._meta.concrete_fields  # noqa: SLF001 - Django's documented way to the fields
    return {field.name: field.max_length for field in fields if field.max_length}


_LONGEST = {
    **_lengths(Project),
    "implementer": _lengths(Organisation)["name"],
    ORGANISATION_KIND: _lengths(Organisation)["kind"],
    "authority": _lengths(Authority)["name"],
}

_SEVERAL = Translated(
    "Ohjelmassa on useita koodittomia hankkeita tällä nimellä. Lisää koodi, jotta oikea löytyy.",
    "I programmet finns flera projekt utan kod med detta namn. Lägg till koden så att det rätta hittas.",
    "The programme has several projects without a code by this name. Add the code so that the right one is found.",
)
_NAMELESS = Translated(
    "Hanketta ei ole ennestään, eikä rivillä ole sen nimeä.",
    "Projektet finns inte sedan tidigare och raden saknar dess namn.",
    "There is no such project yet, and the row does not name it.",
)
_TWICE = Translated(
    "Sama hanke on jo tiedostossa {file}. Tuo tämä erikseen, jos se on uudempi.",
    "Samma projekt finns redan i filen {file}. Importera denna separat om den är nyare.",
    "The same project is already in the file {file}. Import this one separately if it is newer.",
)
_CUT = Translated(
    "Teksti on pidempi kuin kenttään mahtuu ({count} merkkiä); alku tallennetaan: {text}…",
    "Texten är längre än fältet rymmer ({count} tecken); början sparas: {text}…",
    "The text is longer than the field holds ({count} characters); its beginning is saved: {text}…",
)
_NO_FIGURE = Translated(
    "Luku {text} on mahdottoman suuri, joten sitä ei tallenneta.",
    "Talet {text} är omöjligt stort och sparas därför inte.",
    "The number {text} is impossibly large, so it is not saved.",
)
_NO_IMPLEMENTER = Translated(
    "”{text}” koskee toteuttajaa, jota ei ole nimetty, joten sitä ei tallenneta.",
    "”{text}” gäller en genomförare som inte har namngetts och sparas därför inte.",
    "“{text}” is about an implementer that is not named, so it is not saved.",
)
_KEPT = Translated(
    "Toteuttajalla {implementer} on jo tieto ”{kept}”, joten tiedoston ”{text}” ei korvaa sitä.",
    "Genomföraren {implementer} har redan uppgiften ”{kept}” och filens ”{text}” ersätter den inte.",
    "The implementer {implementer} has “{kept}” already, so “{text}” of the file does not replace it.",
)
_ODD_BUSINESS_ID = Translated(
    "Y-tunnus ”{text}” ei ole muotoa 1234567-8, joten sitä ei tallenneta toteuttajalle.",
    "FO-numret ”{text}” har inte formen 1234567-8 och sparas inte för genomföraren.",
    "The business ID “{text}” is not of the form 1234567-8, so it is not saved with the implementer.",
)
