"""Brings a description file - text, web page or PDF - to the plain text the reader wants."""

from hankekori.core.text_files import decode
from hankekori.core.texts import Translated
from hankekori.exchange.description_html import text_of_html
from hankekori.exchange.description_pdf import text_of_pdf
from hankekori.exchange.unreadable_source import UnreadableSourceError

_LARGEST = 20_000_000  # bytes; a description has a few thousand
_CONTROL_SHARE = 0.02  # of characters; above it the bytes are no text

_EMPTY = Translated(fi="Tiedosto on tyhjä.", sv="Filen är tom.", en="The file is empty.")
_TOO_LARGE = Translated(
    fi="Tiedosto on liian suuri hankkeen kuvaukseksi.",
    sv="Filen är för stor för att vara en projektbeskrivning.",
    en="The file is too large to be a project description.",
)
_NOT_TEXT = Translated(
    fi="Tiedosto ei ole tekstiä, verkkosivu eikä PDF.",
    sv="Filen är varken text, en webbsida eller en PDF.",
    en="The file is neither text, a web page nor a PDF.",
)

__all__ = ["UnreadableSourceError", "text_of"]


def text_of(content: bytes, filename: str) -> str:
    """Give the text of a description file; what the file is shows in its bytes, the name only helps."""
    if not content.strip():
        raise UnreadableSourceError(_EMPTY)
    if len(content) > _LARGEST:
        raise UnreadableSourceError(_TOO_LARGE)
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return text_of_pdf(content)
    return _text_of_characters(content, filename)


def _text_of_characters(content: bytes, filename: str) -> str:
    text = decode(content).text
    if _is_binary(text):
        raise UnreadableSourceError(_NOT_TEXT)
    if filename.lower().endswith((".html", ".htm", ".xhtml")) or _looks_like_html(text):
        return text_of_html(content, text)
    return text.removeprefix("\ufeff")


def _is_binary(text: str) -> bool:
    control = sum(character < " " and character not in "\n\t\f" for character in text)
    return control > _CONTROL_SHARE * len(text)


def _looks_like_html(text: str) -> bool:
    start = text.lstrip("\ufeff \n\t")[:200].lower()
    return start.startswith(("<!doctype html", "<html", "<head", "<body", "<?xml", "<div", "<table"))
