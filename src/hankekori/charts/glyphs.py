"""Text that a file format can hold and that the shipped font can show."""

import re
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"

# XML 1.0 holds neither most control characters nor half of a surrogate pair nor the two noncharacters.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_REPLACEMENT = "\ufffd"
_NO_GLYPH = "□"


def printable(text: str) -> str:
    """Replace what no XML file can hold and make every line end a newline."""
    if text.isprintable():
        return text
    return _NOT_IN_XML.sub(_REPLACEMENT, _LINE_ENDS.sub("\n", text))


def displayable(text: str) -> str:
    """Replace what the shipped font has no glyph for; PDF/UA allows no text without one."""
    composed = unicodedata.normalize("NFC", printable(text))
    return _without_glyph().sub(_NO_GLYPH, composed)


@cache
def _without_glyph() -> re.Pattern[str]:
    ranges = (FONTS / "coverage.txt").read_text(encoding="ascii").split()
    shown = "".join(_as_range(*written.split("-")) for written in ranges)
    return re.compile(f"[^\n\t{shown}]")


def _as_range(first: str, last: str) -> str:
    return f"{re.escape(chr(int(first, 16)))}-{re.escape(chr(int(last, 16)))}"
