"""An official project description as a document, with its official headings and labels."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from hankekori.core.description.identification import read_title
from hankekori.core.description.layout import Role
from hankekori.core.description.model import Description
from hankekori.core.description.writer import PrintedItem, printed_items
from hankekori.reports.document import Block, Document, Fact, Facts, Heading
from hankekori.reports.paragraphs import paragraphs

_OLDEST = date(2007, 1, 1)  # the first day of the first programming period whose descriptions are read


def description_document(description: Description, *, day: date | None = None) -> Document:
    """Make the document in the language of the page's labels; without a day it is dated by the project's end."""
    project = description.project
    printed, _ = printed_items(description)
    head = _head(printed)
    name = " ".join(part for part in (project.code, project.name) if part)
    return Document(
        title=name or (head[-1].text if head else description.kind),
        subtitle="\n".join(item.text for item in head),
        language=description.language,
        day=day or project.end or project.start or _OLDEST,
        blocks=tuple(_blocks(printed[len(head) :])),
    )


def _head(printed: tuple[PrintedItem, ...]) -> tuple[PrintedItem, ...]:
    """Give the lines down to the official title, or none where the page has no title before its first heading."""
    for place, each in enumerate(printed):
        if each.item.role is not Role.FIXED or each.item.level:
            return ()
        if read_title(each.text):
            return printed[: place + 1]
    return ()


def _blocks(printed: tuple[PrintedItem, ...]) -> Iterator[Block]:
    for labelled, group in groupby(printed, key=_has_label):
        if labelled:
            yield Facts(tuple(_fact(each) for each in group))
        else:
            for each in group:
                yield from _free_blocks(each)


def _has_label(each: PrintedItem) -> bool:
    return each.item.role is Role.LABEL and bool(each.item.printed)


def _fact(each: PrintedItem) -> Fact:
    label, _, value = each.text.partition(":")
    return Fact(label.strip(), value.strip())


def _free_blocks(each: PrintedItem) -> Iterator[Block]:
    if each.item.level:
        yield Heading(each.text, each.item.level)
        return
    yield from paragraphs(each.text)
