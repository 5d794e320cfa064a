"""Writes a description in the official text format."""

from collections.abc import Iterator
from dataclasses import dataclass

from hankekori.core.description.canonical import canonical_layout
from hankekori.core.description.headings import MARK
from hankekori.core.description.identification import is_header_line, read_title
from hankekori.core.description.layout import Item, Layout, Role
from hankekori.core.description.model import Description
from hankekori.core.description.printing import printed_values
from hankekori.core.description.reader import NotADescriptionError, read_description
from hankekori.core.description.vocabulary import (
    CO_IMPLEMENTERS,
    FREE_TEXT_FIELDS,
    NATIONWIDE,
    every_label,
    normal_form,
)

_SPECIAL_LINES = {normal_form(CO_IMPLEMENTERS), normal_form(NATIONWIDE)}


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """One paragraph of the page, ready to be printed."""

    item: Item
    text: str  # the whole of it, label included


def write_text(description: Description) -> str:
    """Write a description: as its source was printed where it has a layout that carries it, else in the usual form."""
    printed, ending = printed_items(description)
    return _joined(printed, ending)


def printed_items(description: Description) -> tuple[tuple[PrintedItem, ...], str]:
    """Give the paragraphs of the written page and what follows the last; reading them gives the same record."""
    values = printed_values(description)
    usual = canonical_layout(description, values)
    for layout in (description.layout, usual):
        if layout and _carries(layout, values):
            printed = tuple(_printed(layout, values))
            if _reads_back(_joined(printed, layout.ending), description):
                return printed, layout.ending
    return tuple(_printed(usual, _guarded(description, values))), usual.ending


def _carries(layout: Layout, values: dict[str, str]) -> bool:
    fields = {item.field for item in layout.items if item.role in {Role.LABEL, Role.TEXT}}
    places = fields | {item.field for item in layout.items}
    return all(field in (fields if value else places) for field, value in values.items())


def _reads_back(text: str, description: Description) -> bool:
    try:
        return read_description(text) == description
    except NotADescriptionError:
        return False


def _printed(layout: Layout, values: dict[str, str]) -> Iterator[PrintedItem]:
    before = _values_on_page(layout)
    for item in layout.items:
        value = values.get(item.field)
        if item.role in {Role.FIXED, Role.UNREAD}:
            yield PrintedItem(item, item.printed)
        elif item.rest is not None and value == before.get(item.field):
            yield PrintedItem(item, item.printed + item.rest)
        elif value is not None:
            yield PrintedItem(item, item.printed + (f" {value}" if item.printed and value else value))


def _values_on_page(layout: Layout) -> dict[str, str]:
    """Read what the fields of the page held when it was read; a field that still holds it is printed as it was."""
    if all(item.rest is None for item in layout.items):
        return {}
    source = tuple(PrintedItem(item, item.printed + (item.rest or "")) for item in layout.items)
    return printed_values(read_description(_joined(source, layout.ending)))


def _joined(printed: tuple[PrintedItem, ...], ending: str) -> str:
    parts = ["\n" * (each.item.gap + (place > 0)) + each.text for place, each in enumerate(printed)]
    return "".join(parts) + ending


def _guarded(description: Description, values: dict[str, str]) -> dict[str, str]:
    """Mark every line of free text that could be taken for a label or heading, and every unknown heading."""
    guarded = {field: _guarded_text(value) if _is_text(field) else value for field, value in values.items()}
    for place, section in enumerate(description.other_sections):
        guarded[f"other_sections.{place}.heading"] = f"{section.number} {MARK}{MARK}{section.title}"
    return guarded


def _is_text(field: str) -> bool:
    return field in FREE_TEXT_FIELDS or field == "implementer.co_implementers" or field.startswith("other_sections.")


def _guarded_text(text: str) -> str:
    return "\n".join(MARK + line if _may_mislead(line) else line for line in text.split("\n"))


def _may_mislead(line: str) -> bool:
    start = line.strip()
    if start[:1].isdecimal() or start.startswith(MARK) or "![" in start:
        return True
    label = normal_form(start.partition(":")[0])
    return label in every_label() or label in _SPECIAL_LINES or is_header_line(start) or read_title(start) is not None
