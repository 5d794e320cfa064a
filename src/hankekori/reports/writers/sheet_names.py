"""Names of the sheets of a workbook, as the format allows them."""

import re
from collections.abc import Iterable

from hankekori.charts.glyphs import printable

_LONGEST = 31  # characters, one outside the basic plane counts as two
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\t]")
_RESERVED = frozenset({"history"})


def sheet_names(captions: Iterable[str]) -> list[str]:
    """Give each caption a sheet name of its own: short, without forbidden characters, never twice."""
    names: list[str] = []
    used: set[str] = set(_RESERVED)
    for number, caption in enumerate(captions, 1):
        wanted = _cut(_FORBIDDEN.sub(" ", printable(caption)).strip().strip("'").strip(), _LONGEST).strip().strip("'")
        name, again = wanted or f"{number}", 2
        while name.lower() in used:
            ending = f" {again}"
            name, again = f"{_cut(wanted or str(number), _LONGEST - len(ending))}{ending}", again + 1
        used.add(name.lower())
        names.append(name)
    return names


def _cut(text: str, longest: int) -> str:
    return text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", errors="ignore")
