"""The text of an HTML description: paragraphs, tables and lists of labelled values."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hankekori.core.description.html_writer import GENERATOR
from hankekori.exchange.description_lines import is_label, starts_paragraph

_LEFT_OUT = {"script", "style", "head", "noscript", "template", "nav", "svg", "iframe", "title"}
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|footer|form|h[1-6]|header|hr|html|"
    "legend|li|main|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*(iso-8859-1|windows-1252|latin-?1)", re.IGNORECASE)


def text_of_html(content: bytes, decoded: str) -> str:
    """Give the text of a page as the paragraphs of an official description."""
    page = LexborHTMLParser(_as_declared(content, decoded))
    if page.css_first(f'meta[name="generator"][content="{GENERATOR}"]'):
        return _text_of_own_page(page)
    return "\n\n".join(_with_values_at_labels(_paragraphs(page)))


def _as_declared(content: bytes, decoded: str) -> str:
    return content.decode("cp1252", errors="replace") if _CHARSET.search(content[:2048]) else decoded


def _text_of_own_page(page: LexborHTMLParser) -> str:
    """Read a page of ours, which keeps every space of the official text."""
    paragraphs: list[str] = []
    for node in page.css("h1, h2, h3, p, dt, dd"):
        text = node.text()
        if node.tag == "dd":
            paragraphs[-1] += f": {text}" if text else ":"
        else:
            paragraphs.append(text)
    return "\n\n".join(paragraphs)


def _paragraphs(page: LexborHTMLParser) -> Iterator[str]:
    """Every block of the page as one paragraph, the cells of a table row together."""
    if page.root is None:
        return
    gathered = _Gathered()
    _gather(page.root, gathered)
    gathered.close()
    yield from gathered.paragraphs


class _Gathered:
    """Text met so far, parted at the borders of blocks."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.lines: list[str] = [""]

    def close(self) -> None:
        lines = [" ".join(line.split()) for line in self.lines]
        text = "\n".join(line for line in lines if line)
        if text:
            self.paragraphs.append(text)
        self.lines = [""]


def _gather(node: LexborNode, gathered: _Gathered) -> None:
    """Walk the page without recursion: a broken page may be nested thousands deep."""
    waiting: list[tuple[LexborNode, bool]] = [(node, False)]
    while waiting:
        current, is_left = waiting.pop()
        if is_left:
            gathered.close()
        elif current.tag == "-text":
            gathered.lines[-1] += current.text_content or ""
        elif current.tag == "br":
            gathered.lines.append("")
        elif current.tag == "dt" and is_label(name := _plain(current)):
            gathered.close()
            gathered.paragraphs.append(f"{name.rstrip(':').rstrip()}:")
        elif current.tag == "tr" and (row := _row(current)):
            gathered.close()
            gathered.paragraphs.append(row)
        elif current.tag not in _LEFT_OUT:
            if _BLOCK.fullmatch(current.tag or ""):
                gathered.close()
                waiting.append((current, True))
            waiting.extend((child, False) for child in reversed(list(current.iter(include_text=True))))


def _row(row: LexborNode) -> str:
    """Give a row of a label and its value, or of a heading's number and title; empty when it is neither."""
    cells = [cell for cell in row.iter() if cell.tag in {"td", "th"}]
    texts = [_plain(cell) for cell in cells]
    if len(texts) != 2:  # noqa: PLR2004 - a pair
        return ""
    first, second = texts
    if is_label(first):
        return f"{first.rstrip(':').rstrip()}: {second}".rstrip()
    return f"{first} {second}" if starts_paragraph(f"{first} {second}") else ""


def _plain(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def _with_values_at_labels(paragraphs: Iterator[str]) -> Iterator[str]:
    """Put a value that stands in the block after its label beside it; a block of several labels line by line."""
    label = ""
    for paragraph in (part for whole in paragraphs for part in _parted(whole)):
        if label and not starts_paragraph(paragraph):
            yield f"{label} {paragraph}"
            label = ""
            continue
        if label:
            yield label
        label = paragraph if paragraph.endswith(":") and is_label(paragraph) else ""
        if not label:
            yield paragraph
    if label:
        yield label


def _parted(paragraph: str) -> list[str]:
    lines = paragraph.split("\n")
    return lines if any(starts_paragraph(line) for line in lines) else [paragraph]
