"""Which page this is: its period, the language of its labels and its fund."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from hankekori.core.description.collected import Collected
from hankekori.core.description.model import Description, Fund, Kind, PriorityAxis
from hankekori.core.description.vocabulary import (
    FUND_NAMES_EN,
    FUND_NAMES_FI,
    HEADER_LINES,
    TECHNICAL_ASSISTANCE,
    Dialect,
    grammar,
    normal_form,
)

_HEADER_BEFORE = r"(?:euroopan unioni )?(?:vipuvoimaa eu:lta )?"
_TITLE_FI = re.compile(
    _HEADER_BEFORE + r"(?:euroopan (?P<fund>sosiaalirahaston|aluekehitysrahaston) (?:\(\w+\) )?rahoittaman )?"
    r"(?P<period>projektin|hankkeen) kuvaus"
)
_TITLE_EN = re.compile(
    _HEADER_BEFORE + r"description of the project"
    r"(?: funded by (?:the )?european (?P<fund>social|regional development) fund(?: \(\w+\))?)?"
)
_FUND_WORDS: dict[str, Fund] = {
    "sosiaalirahaston": "ESR",
    "social": "ESR",
    "aluekehitysrahaston": "EAKR",
    "regional development": "EAKR",
}
_CODE_LETTERS: dict[str, Fund] = {"S": "ESR", "A": "EAKR"}
_AXES_2014: dict[int | None, Fund] = {1: "EAKR", 2: "EAKR", 8: "EAKR", 3: "ESR", 4: "ESR", 5: "ESR", 9: "ESR"}
_LONGEST_TITLE = 140


class Title(NamedTuple):
    dialect: Dialect
    fund: Fund | None


def read_title(line: str) -> Title | None:
    """Read the title line of a page, with or without its fund."""
    if len(line) > _LONGEST_TITLE:
        return None
    form = normal_form(line)
    if match := _TITLE_EN.fullmatch(form):
        return Title("2014-en", _FUND_WORDS.get(match["fund"] or ""))
    if match := _TITLE_FI.fullmatch(form):
        dialect: Dialect = "2007" if match["period"] == "projektin" else "2014-fi"
        return Title(dialect, _FUND_WORDS.get(match["fund"] or ""))
    return None


def print_title(description: Description) -> str:
    """Print the title line; it names no fund when the record knows none."""
    if description.language == "en":
        of_fund = f" funded by {FUND_NAMES_EN[description.fund]}" if description.fund else ""
        return f"Description of the project{of_fund}"
    what = "hankkeen kuvaus" if description.kind == "project-2014" else "projektin kuvaus"
    return f"{FUND_NAMES_FI[description.fund]} rahoittaman {what}" if description.fund else what.capitalize()


def is_header_line(line: str) -> bool:
    return normal_form(line) in HEADER_LINES


def page_dialect(lines: Sequence[str]) -> Dialect:
    """Find the set of labels the page uses: its title says it, otherwise the labels themselves."""
    for line in lines:
        if title := read_title(line):
            return title.dialect
    dialects: tuple[Dialect, ...] = ("2007", "2014-fi", "2014-en")
    forms = Counter(normal_form(text) for line in lines if (text := line.partition(":")[0]) != line)
    known = {dialect: _own_signs(dialect, forms) for dialect in dialects}
    return max(dialects, key=known.__getitem__)


def kind_of(dialect: Dialect, axis: PriorityAxis | None) -> Kind:
    if dialect != "2007":
        return "project-2014"
    assistance = axis is not None and normal_form(axis.name) == normal_form(TECHNICAL_ASSISTANCE)
    return "technical-assistance-2007" if assistance else "project-2007"


def guess_fund(dialect: Dialect, found: Collected) -> Fund | None:
    """Guess the fund of a page that lost its title from the fields only one fund has, then from the code's letter."""
    if dialect == "2007":
        if found.texts.get("project.part"):
            return "ESR"
        if found.texts.get("project.programme"):
            return "EAKR"
    elif found.axis and found.axis.number in _AXES_2014:
        return _AXES_2014[found.axis.number]
    return _CODE_LETTERS.get(found.texts.get("project.code", "")[:1])


def _own_signs(dialect: Dialect, forms: Counter[str]) -> int:
    labels = grammar(dialect).labels
    return sum(
        count * (3 if any(label.field == "project.code" for label in labels[form]) else 1)
        for form, count in forms.items()
        if form in labels
    )
