"""Free text as blocks: paragraphs stand apart by an empty line, lines that all begin with a mark are a list."""

from collections.abc import Iterator

from hankekori.reports.document import Block, Bullets, Text

_MARKS = ("* ", "- ", "• ")


def paragraphs(text: str) -> Iterator[Block]:
    for paragraph in text.split("\n\n"):
        lines = paragraph.split("\n")
        if all(line.startswith(_MARKS) for line in lines):
            yield Bullets(tuple(line[2:].strip() for line in lines))
        elif paragraph.strip():
            yield Text(paragraph)
