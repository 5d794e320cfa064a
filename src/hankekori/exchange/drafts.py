"""What a draft keeps of its plan and its result, as JSON for pages: words in three languages, lists cut to a length."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from hankekori.core.identity_codes import mask_identity_codes
from hankekori.core.texts import LANGUAGES, Translated
from hankekori.exchange.applying import ImportResult
from hankekori.exchange.plan_items import FieldChange, Outcome, PlannedItem
from hankekori.exchange.plans import ImportPlan
from hankekori.exchange.readings import ImportRemark, NotImported, SheetInFile

MOST_ITEMS = 200  # shown field by field
LONGEST_SAMPLE = 60  # characters of what a column holds
MOST_LINES = 1_000  # of what is not imported, and of remarks


def preview_of(plan: ImportPlan) -> dict[str, Any]:
    """Write the plan: counts of everything, fields of the first items that are created or changed."""
    to_save = [item for item in plan.items if item.outcome is not Outcome.UNCHANGED]
    return {
        "counts": _counts(plan),
        "files": [
            {"name": name, "kind": kind.value, "label": words_of(kind.label)} for name, kind in plan.kinds.items()
        ],
        "items": [_item(item) for item in to_save[:MOST_ITEMS]],
        "not_imported": [not_imported(one) for one in plan.not_imported[:MOST_LINES]],
        "remarks": [_remark(one) for one in plan.remarks[:MOST_LINES]],
        "unread": list(islice(_unread(plan.items), MOST_LINES)),
        "sheets": [_sheet(sheet) for sheet in plan.sheets],
    }


def result_of(result: ImportResult) -> dict[str, Any]:
    """Write what an import did."""
    return {
        "created": result.created,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "not_imported_count": len(result.not_imported),
        "not_imported": [not_imported(one) for one in result.not_imported[:MOST_LINES]],
        "remarks": [_remark(one) for one in result.remarks[:MOST_LINES]],
        "projects": list(result.projects[:MOST_ITEMS]),
    }


def without_nul(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Drop the one character PostgreSQL keeps in no text, wherever it stands."""
    match value:
        case str():
            return value.replace("\0", "")
        case dict():
            return {key: without_nul(each) for key, each in value.items()}
        case list():
            return [without_nul(each) for each in value]
        case _:
            return value


def words_of(text: Translated) -> dict[str, str]:
    """Write a text in its three languages, gaps filled by the fallback."""
    return {language: text.in_language(language) for language in LANGUAGES}


def _counts(plan: ImportPlan) -> dict[str, int]:
    counted = {outcome.value: count for outcome, count in plan.counts().items()}
    return {**counted, "not_imported": len(plan.not_imported), "remarks": len(plan.remarks)}


def _item(item: PlannedItem) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "key": item.key,
        "name": item.name,
        "outcome": item.outcome.value,
        "file": item.file,
        "line": item.line,
        "changes": _fields(item.changes),
        "unchanged": _fields(item.unchanged),
    }


def _fields(in_language: Callable[[str], tuple[FieldChange, ...]]) -> list[dict[str, Any]]:
    return [
        {
            "field": change.field,
            "label": words_of(change.label),
            "old": {language: each.old for language, each in zip(LANGUAGES, together, strict=True)},
            "new": {language: each.new for language, each in zip(LANGUAGES, together, strict=True)},
        }
        for together in zip(*(in_language(language) for language in LANGUAGES), strict=True)
        for change in together[:1]
    ]


def not_imported(one: NotImported) -> dict[str, Any]:
    """Write what is left out, where and why."""
    return {
        "file": one.file,
        "line": one.line,
        "reason": words_of(one.reason),
        "text": one.text[:500],
    }


def _unread(items: Iterable[PlannedItem]) -> Iterator[dict[str, Any]]:
    """Write the lines of descriptions that nobody understood."""
    for item in items:
        for line in item.understood.unread if item.understood else ():
            yield {"file": item.file, "line": line.line, "text": line.text[:500]}


def _remark(one: ImportRemark) -> dict[str, Any]:
    return {"file": one.file, "line": one.line, "about": one.about, "sentence": words_of(one.sentence)}


def _sheet(sheet: SheetInFile) -> dict[str, Any]:
    return {
        "file": sheet.file,
        "sheet": sheet.sheet.name,
        "headings": list(sheet.headings),
        "samples": [mask_identity_codes(sample)[:LONGEST_SAMPLE] for sample in sheet.samples],
        "mapping": {str(column): field for column, field in sheet.mapping.items()},
        "faults": len(sheet.faults),
    }
