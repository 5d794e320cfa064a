"""How single values are printed on an official page, and how they are read from it."""

import re
from datetime import date

from hankekori.core.description.model import CoImplementer, Figures, PriorityAxis, SpecificObjective

_SPACES = str.maketrans("", "", " \u00a0\u2009\u202f")
_NOT_DIGITS = str.maketrans("", "", " \t\u00a0\u2009\u202f€eurEUROoaA-\u2212")
_MONEY = re.compile(r"[-\u2212]?\d[\d \u00a0\u2009\u202f]{0,30}(?:,\d{1,2})?\s*(?:€|euroa|eur)?", re.IGNORECASE)
_AXIS = re.compile(r"(\d{1,9})?\s*[:.](?:\s+(.*))?")
_OBJECTIVE = re.compile(r"(\d+(?:\.\d+)*)?\s*[:.](?:\s+(.*))?")
_FIGURES = re.compile(r"(-?\d[\d \u00a0]{0,30})?(?:\s*,\s*joista\s[^\d-]+(-?\d[\d \u00a0]{0,30}))?")
_DURATION = re.compile(
    r"(?:(?:Alkaa|Start)\s+(\d{1,2})\.(\d{1,2})\.(\d{4}))?"
    r"(?:\s*(?:ja|and)?\s*(?:päättyy|end)\s+(\d{1,2})\.(\d{1,2})\.(\d{4}))?",
    re.IGNORECASE,
)
_AT = re.compile(r"\s*\((?:at|ät)\)\s*", re.IGNORECASE)
_BUSINESS_ID = re.compile(r"(?:[A-Z]{2})?\d[\d-]{3,}\d")


def read_money(text: str) -> int | None:
    """Read whole euros, cents rounded; None when this is not an amount."""
    if not _MONEY.fullmatch(text):
        return None
    whole, _, cents = text.translate(_NOT_DIGITS).partition(",")
    amount = int(whole) + (int(cents.ljust(2, "0")) >= 50 if cents else 0)  # noqa: PLR2004 - half a euro
    return -amount if text[0] in "-\u2212" else amount


def print_money(amount: int) -> str:
    return f"{amount:,}".replace(",", " ")


def read_duration(text: str) -> tuple[date | None, date | None] | None:
    """Read start and end; None when the text is not a duration or names an impossible day."""
    match = _DURATION.fullmatch(text)
    if not match or not text:
        return None
    try:
        return _day(*match.groups()[:3]), _day(*match.groups()[3:])
    except ValueError:
        return None


def print_duration(start: date | None, end: date | None, *, language: str) -> str:
    begins, joint, ends = ("Start", " and ", "end") if language == "en" else ("Alkaa", " ja ", "päättyy")
    parts = [f"{word} {day.day}.{day.month}.{day.year:04d}" for word, day in ((begins, start), (ends, end)) if day]
    return joint.join(parts)


def read_axis(text: str) -> PriorityAxis:
    number, name = _numbered(_AXIS, text)
    return PriorityAxis(int(number) if number else None, name)


def read_objective(text: str) -> SpecificObjective:
    return SpecificObjective(*_numbered(_OBJECTIVE, text))


def print_axis(axis: PriorityAxis, separator: str) -> str:
    return _print_numbered(_AXIS, None if axis.number is None else str(axis.number), axis.name, separator)


def print_objective(objective: SpecificObjective, separator: str) -> str:
    return _print_numbered(_OBJECTIVE, objective.number, objective.name, separator)


def read_figures(text: str) -> Figures | None:
    """Read a total and women's share of it; None when the text is something else."""
    match = _FIGURES.fullmatch(text)
    return Figures(_number(match[1]), _number(match[2])) if match else None


def print_figures(figures: Figures, women_words: str) -> str:
    total = "" if figures.total is None else str(figures.total)
    return total if figures.women is None else f"{total}, joista {women_words} {figures.women}"


def read_names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(",") if (name := part.strip()))


def read_email(text: str) -> str:
    return _AT.sub("@", text)


def print_email(address: str) -> str:
    return address.replace("@", "(at)")


def read_co_implementer(line: str) -> CoImplementer:
    """`Name, Y-tunnus`; the name may hold commas, so the last one parts them."""
    name, comma, tail = line.rpartition(",")
    if comma and (not tail.strip() or _BUSINESS_ID.fullmatch(tail.strip())):
        return CoImplementer(name.strip(), tail.strip() or None)
    return CoImplementer(line.strip(), None)


def print_co_implementer(organisation: CoImplementer) -> str:
    if organisation.business_id:
        return f"{organisation.name}, {organisation.business_id}"
    return f"{organisation.name}," if "," in organisation.name else organisation.name


def ends_in_business_id(line: str) -> bool:
    return read_co_implementer(line).business_id is not None


def tidy_text(text: str) -> str:
    """Free text as the record keeps it: no space at line ends, one blank line between paragraphs."""
    tidy = "\n".join([line.rstrip() for line in text.split("\n")]).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", tidy) if "\n\n\n" in tidy else tidy


def _day(day: str | None, month: str | None, year: str | None) -> date | None:
    return date(int(year), int(month), int(day)) if day and month and year else None


def _number(text: str | None) -> int | None:
    return int(text.translate(_SPACES)) if text else None


def _numbered(pattern: re.Pattern[str], text: str) -> tuple[str | None, str]:
    match = pattern.fullmatch(text)
    return (match[1], (match[2] or "").strip()) if match else (None, text)


def _print_numbered(pattern: re.Pattern[str], number: str | None, name: str, separator: str) -> str:
    if number is None:
        return f": {name}" if pattern.fullmatch(name) else name
    return f"{number}{separator} {name}".rstrip()
