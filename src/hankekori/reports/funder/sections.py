"""A section of a report to the funder: what is known of it with its source, and what somebody has to fill in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hankekori.core.texts import Language, Translated
from hankekori.reports.document import Block, Document, Heading, Text
from hankekori.reports.funder import sentences


class Place(StrEnum):
    """Where in the product something is mended."""

    BASICS = "basics"
    OWN_PLANS = "own_plans"
    FUNDING = "funding"
    CLAIMS = "claims"
    REPORT = "report"  # of one round; Lacking.report says which
    ROUNDS = "rounds"
    STEERING = "steering"


@dataclass(frozen=True, slots=True)
class Said:
    """Blocks and where they came from."""

    blocks: tuple[Block, ...]
    source: Translated


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is to be filled in. Without a place it is known nowhere in the product: it is written into the file."""

    what: Translated
    place: Place | None = None
    report: int | None = None


type Part = Said | Lacking


@dataclass(frozen=True, slots=True)
class Section:
    heading: Translated
    parts: tuple[Part, ...]

    @property
    def lacking(self) -> tuple[Lacking, ...]:
        return tuple(part for part in self.parts if isinstance(part, Lacking))


@dataclass(frozen=True, slots=True)
class FunderReport:
    """A report as a document, and its sections for what they lack."""

    document: Document
    sections: tuple[Section, ...]

    @property
    def lacking(self) -> int:
        return sum(len(section.lacking) for section in self.sections)


def written(
    sections: Sequence[Section], *, title: str, subtitle: str, language: Language, day: date, marking: str
) -> FunderReport:
    """Write the numbered sections: their texts with the sources, and what to fill in, marked as such."""
    blocks = (block for number, section in enumerate(sections, 1) for block in _blocks(section, number, language))
    document = Document(
        title=title, subtitle=subtitle, language=language, day=day, blocks=tuple(blocks), marking=marking
    )
    return FunderReport(document, tuple(sections))


def _blocks(section: Section, number: int, language: Language) -> Iterator[Block]:
    yield Heading(f"{number} {section.heading.in_language(language)}", anchor=f"kohta-{number}")
    yield from _parts(section.parts, language)


def _parts(parts: Iterable[Part], language: Language) -> Iterator[Block]:
    for part in parts:
        match part:
            case Said():
                yield from part.blocks
                yield Text(_filled(sentences.FROM, language, source=part.source))
            case Lacking():
                yield Text(_filled(sentences.FILL_IN, language, what=part.what), kind="warning")


def _filled(sentence: Translated, language: Language, **texts: Translated) -> str:
    return sentence.in_language(language).format(**{name: text.in_language(language) for name, text in texts.items()})
