"""What a message says, before it becomes text and HTML.

An address in a letter is a path of the site, `/heinola/seuranta/`; a part of it that is a UUID is the token of a
personal link, and only the delivered message holds the signed form (composing.py).
"""

from dataclasses import dataclass

from django.template.loader import render_to_string

from hankekori.core.texts import Language, Translated

SITE = "hankekori:"  # stands before an address of the site until the message is delivered
HELLO = Translated("Hei!", "Hej!", "Hello,")


@dataclass(frozen=True, slots=True)
class Way:
    """A button that leads to the site."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the letter is about, what is said of it, and where to go."""

    name: str
    said: tuple[str, ...] = ()
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind under a heading, which may be empty, and where to go with all of them."""

    heading: str
    items: tuple[Item, ...]
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in one language; every text is plain, as people may have typed it."""

    language: Language
    subject: str
    opening: tuple[str, ...]  # paragraphs
    sections: tuple[Section, ...]
    closing: tuple[str, ...] = ()  # paragraphs in small print
    sender: str = ""  # name of the programme


def letter_as_text(letter: Letter) -> str:
    parts = [*letter.opening, *(part for section in letter.sections for part in _section_parts(section))]
    return "\n\n".join([*parts, *letter.closing]) + f"\n\n-- \n{letter.sender}\n"


def letter_as_html(letter: Letter) -> str:
    return render_to_string("mail/letter.html", {"letter": letter})


def _section_parts(section: Section) -> list[str]:
    heading = [section.heading] if section.heading else []
    said = ("\n".join([f"* {item.name}", *item.said, *_way_lines(item.way)]) for item in section.items)
    items = [each.replace("\n", "\n  ") for each in said]
    return [*heading, *items, *(["\n".join(_way_lines(section.way))] if section.way else [])]


def _way_lines(way: Way | None) -> list[str]:
    return [f"{way.text}:", f"{SITE}{way.path}"] if way else []
