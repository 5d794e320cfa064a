"""The text of a PDF description: lines put together to paragraphs, which a PDF does not keep."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

import pypdfium2

from hankekori.core.texts import Translated
from hankekori.exchange.description_lines import joined_paragraphs
from hankekori.exchange.unreadable_source import UnreadableSourceError

_MOST_PAGES = 100
_PARAGRAPH_GAP = 1.3  # of the usual distance between lines
_WIDEST_LEADING = 1.3  # of the height of a line
_OVERLAP = 0.6  # of the height of a line; two pieces of text nearer than this are one line

_BROKEN = Translated(
    fi="PDF-tiedosto on vioittunut eikä sitä voi lukea.",
    sv="PDF-filen är skadad och kan inte läsas.",
    en="The PDF file is damaged and cannot be read.",
)
_ENCRYPTED = Translated(
    fi="PDF-tiedosto on suojattu salasanalla. Tallenna se ilman salasanaa ja yritä uudelleen.",
    sv="PDF-filen är skyddad med lösenord. Spara den utan lösenord och försök på nytt.",
    en="The PDF file is protected by a password. Save it without one and try again.",
)
_NO_TEXT = Translated(
    fi="PDF-tiedostossa ei ole tekstiä, vain kuvia. Siitä pitää ensin tehdä tekstiä sisältävä PDF.",
    sv="PDF-filen innehåller ingen text, bara bilder. Gör den först till en PDF med text.",
    en="The PDF file holds no text, only pictures. Make it a PDF with text first.",
)
_TOO_LONG = Translated(
    fi="PDF-tiedostossa on liikaa sivuja hankkeen kuvaukseksi.",
    sv="PDF-filen har för många sidor för att vara en projektbeskrivning.",
    en="The PDF file has too many pages to be a project description.",
)


class _Line(NamedTuple):
    text: str
    bottom: float  # points from the lower edge of the page
    height: float  # points, of the font


def text_of_pdf(content: bytes) -> str:
    """Give the text of a PDF as the paragraphs of an official description."""
    document = _opened(content)
    try:
        if len(document) > _MOST_PAGES:
            raise UnreadableSourceError(_TOO_LONG)
        blocks = [block for number in range(len(document)) for block in _blocks(_lines(document[number]))]
    except pypdfium2.PdfiumError as error:
        raise UnreadableSourceError(_BROKEN) from error
    finally:
        document.close()
    if not blocks:
        raise UnreadableSourceError(_NO_TEXT)
    return joined_paragraphs(blocks)


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        message = _ENCRYPTED if "password" in str(error).lower() else _BROKEN
        raise UnreadableSourceError(message) from error


def _lines(page: pypdfium2.PdfPage) -> list[_Line]:
    text_page = page.get_textpage()
    found, start = [], 0
    for raw in text_page.get_text_range().split("\r\n"):
        line = " ".join(raw.replace("\ufffe", "-").split())  # the mark stands for a hyphen at a line's end
        if line:
            _, bottom, _, top = text_page.get_charbox(start + len(raw) - len(raw.lstrip()), loose=True)
            found.append(_Line(line, bottom, top - bottom))
        start += len(raw) + 2
    return found


def _blocks(lines: list[_Line]) -> Iterator[list[str]]:
    """Part the lines where the distance to the line above is larger than within paragraphs."""
    block: list[str] = []
    usual = _distance_within_paragraphs(lines)
    for above, line in zip([None, *lines], lines, strict=False):
        if above and above.bottom - line.bottom > usual * _PARAGRAPH_GAP:
            yield block
            block = []
        block.append(line.text)
    if block:
        yield block


def _distance_within_paragraphs(lines: list[_Line]) -> float:
    """Find the smallest distance between lines that is met more than by chance, but not above a usual leading."""
    steps = sorted(above.bottom - line.bottom for above, line in pairwise(lines))
    downward = [step for step in steps if step > _line_height(lines) * _OVERLAP]
    smallest = downward[len(downward) // 20] if downward else 0.0
    return min(smallest, _line_height(lines) * _WIDEST_LEADING)


def _line_height(lines: list[_Line]) -> float:
    return median_low(line.height for line in lines) if lines else 0.0
