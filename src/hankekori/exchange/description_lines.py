"""Puts the lines of a description together again: wrapped lines, and values parted from their labels."""

import re
from collections.abc import Iterable, Iterator

from hankekori.core.description.headings import is_known_heading
from hankekori.core.description.identification import is_header_line, read_title
from hankekori.core.description.values import ends_in_business_id
from hankekori.core.description.vocabulary import CO_IMPLEMENTERS, NATIONWIDE, every_label, normal_form

_LIST_ITEM = re.compile(r"(?:[*•–-]|\d{1,2}[.)])\s+\S")
_OPEN_HEADING = re.compile(r"\d(?:\.\d)?\.?\s+[A-ZÅÄÖ]")
_STANDING_ALONE = {normal_form(NATIONWIDE), normal_form(CO_IMPLEMENTERS)}


def joined_paragraphs(blocks: Iterable[list[str]]) -> str:
    """Join the wrapped lines of each block into the paragraphs of the official text."""
    return "\n\n".join(paragraph for block in blocks for paragraph in _paragraphs(_with_whole_names(block)))


def is_label(text: str) -> bool:
    """Whether the text, up to its colon if it has one, is a label of the official pages."""
    return normal_form(text.partition(":")[0]) in every_label()


def starts_paragraph(line: str) -> bool:
    """Whether the line is one that stands alone on the official pages."""
    if ":" in line and is_label(line):
        return True
    known = normal_form(line) in _STANDING_ALONE or is_header_line(line) or read_title(line) is not None
    return known or is_known_heading(line)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Known lines begin a paragraph; list items keep their line; everything else continues."""
    current = ""
    for line in lines:
        if not current or starts_paragraph(line) or _is_closed(current):
            if current:
                yield current
            current = line
        else:
            current += ("\n" if _keeps_its_line(current, line) else " ") + line
    if current:
        yield current


def _keeps_its_line(before: str, line: str) -> bool:
    """List items and co-implementers stand each on their own line."""
    return bool(_LIST_ITEM.match(line)) or ends_in_business_id(before.rpartition("\n")[2])


def _is_closed(paragraph: str) -> bool:
    """Say whether this is a heading or header line, which takes no continuation."""
    return ":" not in paragraph and starts_paragraph(paragraph)


def _with_whole_names(lines: list[str]) -> list[str]:
    """Join a title, heading or label that was wrapped in its middle."""
    whole: list[str] = []
    for line in lines:
        if whole and not starts_paragraph(whole[-1]) and _completes(whole[-1], line):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return whole


def _completes(start: str, line: str) -> bool:
    if not (_OPEN_HEADING.match(start) or start[:1].isupper()):
        return False
    return starts_paragraph(f"{start} {line}") and not starts_paragraph(line)
