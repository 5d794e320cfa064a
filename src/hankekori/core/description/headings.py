"""Finds the headings of a description: known ones by title and order, unknown ones by their number."""

import re
from collections.abc import Iterator, Sequence
from operator import lt
from typing import NamedTuple

from hankekori.core.description.vocabulary import Grammar, Heading, every_heading, normal_form

# A word joiner is invisible and has no business in these texts. The writer puts it where a line would otherwise be
# taken for something it is not: once before a line of text or before the title of a known heading out of its place,
# twice before the title of an unknown section.
MARK = "\u2060"

_NUMBERED = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9}){0,9})(\.?)\s+(\S.*)")
_LONGEST_UNKNOWN_TITLE = 100
Number = tuple[int, ...]


class FoundHeading(NamedTuple):
    place: int  # of its line, counted from 0
    number: str  # without a dot at its end
    parts: Number
    title: str
    heading: Heading | None  # None on a section the format does not name

    @property
    def level(self) -> int:
        return min(2, len(self.parts))


class _Chain(NamedTuple):
    length: int
    last: FoundHeading
    before: "_Chain | None"


def find_headings(lines: Sequence[str], grammar: Grammar) -> dict[int, FoundHeading]:
    """Find the headings among lines without outer spaces; lines that only look like one are left out."""
    numbered = list(_numbered_lines(lines, grammar))
    marked = [_read_marked(found) for found in numbered if found.title.startswith(MARK)]
    plain = [found for found in numbered if not found.title.startswith(MARK)]
    known = _longest_chain(_known(plain, lines), grammar)
    unknown = _unknown(plain, known, lines) if known else []
    return {found.place: found for found in (*marked, *known, *unknown)}


def is_known_heading(line: str) -> bool:
    """Whether the line, standing alone, is a numbered heading of any page."""
    match = _NUMBERED.fullmatch(line.strip())
    return match is not None and normal_form(match[3]) in every_heading()


def _numbered_lines(lines: Sequence[str], grammar: Grammar) -> Iterator[FoundHeading]:
    known = grammar.headings
    for index, line in enumerate(lines):
        if line and line[0] in "0123456789" and (match := _NUMBERED.fullmatch(line)):
            number, _, title = match.groups()
            yield FoundHeading(index, number, tuple(map(int, number.split("."))), title, known.get(normal_form(title)))


def _read_marked(found: FoundHeading) -> FoundHeading:
    if found.title.startswith(MARK * 2):
        return found._replace(title=found.title[2:], heading=None)
    title = found.title[1:]
    return found._replace(title=title, heading=every_heading().get(normal_form(title)))


def _known(plain: list[FoundHeading], lines: Sequence[str]) -> list[FoundHeading]:
    return [
        found
        for found in plain
        if (heading := found.heading)
        and (found.number == heading.usual_number or _may_be_renumbered(found, heading, lines))
    ]


def _may_be_renumbered(found: FoundHeading, heading: Heading, lines: Sequence[str]) -> bool:
    """Allow another number of the same depth on a lone line: the funding of technical assistance is section 4."""
    return found.number.count(".") == heading.usual_number.count(".") and _stands_alone(found.place, lines)


def _stands_alone(index: int, lines: Sequence[str]) -> bool:
    return not any(lines[max(index - 1, 0) : index]) and not any(lines[index + 1 : index + 2])


def _longest_chain(known: list[FoundHeading], grammar: Grammar) -> list[FoundHeading]:
    """Choose the most headings that follow each other in the order of the page; the earlier one when two compete."""
    ranks = [grammar.rank[found.heading.key] if found.heading else 0 for found in known]
    if all(map(lt, ranks, ranks[1:])) and all(map(_not_after, known, known[1:])):
        return known
    best: dict[int, _Chain] = {}
    for rank, found in zip(ranks, known, strict=True):
        before = _longest_before(best, rank, found.parts)
        length = before.length + 1 if before else 1
        if rank not in best or length > best[rank].length:
            best[rank] = _Chain(length, found, before)
    return _unrolled(max(best.values(), key=lambda chain: chain.length, default=None))


def _not_after(one: FoundHeading, other: FoundHeading) -> bool:
    return one.parts <= other.parts


def _longest_before(best: dict[int, _Chain], rank: int, number: Number) -> _Chain | None:
    fitting = [chain for other, chain in best.items() if other < rank and chain.last.parts <= number]
    return max(fitting, key=lambda chain: chain.length, default=None)


def _unrolled(chain: _Chain | None) -> list[FoundHeading]:
    found: list[FoundHeading] = []
    while chain:
        found.append(chain.last)
        chain = chain.before
    return found[::-1]


def _unknown(plain: list[FoundHeading], known: list[FoundHeading], lines: Sequence[str]) -> list[FoundHeading]:
    """Numbered lines that continue the numbering of the headings around them and are no list items."""
    known_at = {found.place: place for place, found in enumerate(known)}
    found_unknown: list[FoundHeading] = []
    previous, upcoming, items = None, 0, set[Number]()
    for found in plain:
        number = found.parts
        if found.place in known_at:
            previous, upcoming, items = number, known_at[found.place] + 1, set()
        elif previous and _continues(previous, number, known[upcoming : upcoming + 1]) and _is_title(found, lines):
            if (*number[:-1], number[-1] - 1) in items:
                items.add(number)
                continue
            found_unknown.append(found._replace(heading=None))
            previous, items = number, set()
        else:
            items.add(number)
    return found_unknown


def _continues(previous: Number, number: Number, following: list[FoundHeading]) -> bool:
    next_section = number == (previous[0] + 1,)
    next_subsection = number in {(*previous[:1], 1), (*previous[:1], previous[-1] + 1)} and number > previous
    fits_before = not following or number < following[0].parts
    return fits_before and (next_section or next_subsection)


def _is_title(found: FoundHeading, lines: Sequence[str]) -> bool:
    return (
        len(found.title) <= _LONGEST_UNKNOWN_TITLE
        and found.title[0].isupper()
        and found.title[-1] not in ".,;:!?"
        and _stands_alone(found.place, lines)
    )
