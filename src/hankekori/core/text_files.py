"""What a text file is written in: encoding and delimiter, found out from its bytes."""

import codecs
from dataclasses import dataclass

_TEXT_TYPES = ("text/", "application/json", "application/xml")
DELIMITERS = (",", ";", "\t", "|")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class DecodedText:
    text: str  # lines end in LF only
    encoding: str


def decode(content: bytes) -> DecodedText:
    """Read bytes as UTF-8 if they are that, otherwise as Windows-1252: Latin-1 with dashes and curly quotes."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content.decode(encoding, errors="replace"), encoding)
    try:
        return _decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decoded_single_byte(content)


def plain_text(content_type: str, content: bytes) -> str:
    """Give what a file of plain text says; nothing of a file of another type."""
    return decode(content).text if content_type.startswith(_TEXT_TYPES) else ""


def most_likely_delimiter(line: str) -> str:
    """Find the delimiter that parts the line into most pieces outside quotes; a comma when nothing does."""
    unquoted = "".join(line.split('"')[::2])
    return max(DELIMITERS, key=lambda delimiter: (unquoted.count(delimiter), delimiter == ","))


def _decoded_single_byte(content: bytes) -> DecodedText:
    try:
        return _decoded(content.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:  # five bytes have no meaning in Windows-1252
        return _decoded(content.decode("latin-1"), "latin-1")


def _decoded(text: str, encoding: str) -> DecodedText:
    return DecodedText(text.replace("\r\n", "\n").replace("\r", "\n"), encoding)
