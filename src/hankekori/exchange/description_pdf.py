"""The text of a PDF description: lines put together to paragraphs, which a PDF does not keep."""

from collections.abc import Iterator
from statistics import median_low
from typing import NamedTuple

import pypdfium2

from hankekori.core.texts import Translated
from hankekori.exchange.description_lines import joined_paragraphs
from hankekori.exchange.unreadable_source import UnreadableSourceError

_MOST_PAGES = 100
_PARAGRAPH_GAP = 1.35  # of the usual distance between lines

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
    fi="PDF-tiedostossa on liikaa sivuja projektin kuvaukseksi.",
    sv="PDF-filen har för många sidor för att vara en projektbeskrivning.",
    en="The PDF file has too many pages to be a project description.",
)


class _Line(NamedTuple):
    text: str
    height_on_page: float  # points from the lower edge


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
            index = start + len(raw) - len(raw.lstrip())
            found.append(_Line(line, text_page.get_charbox(index, loose=True)[1]))
        start += len(raw) + 2
    return found


def _blocks(lines: list[_Line]) -> Iterator[list[str]]:
    """Part the lines where the distance to the line above is larger than within paragraphs."""
    steps = [above.height_on_page - below.height_on_page for above, below in zip(lines, lines[1:], strict=False)]
    downward = sorted(step for step in steps if step > 1)
    usual = median_low(downward[: max(1, len(downward) // 3)]) if downward else 0.0
    block: list[str] = []
    for line, step in zip(lines, [0.0, *steps], strict=True):
        if block and step > usual * _PARAGRAPH_GAP:
            yield block
            block = []
        block.append(line.text)
    if block:
        yield block
