"""What a message says, before it becomes text and HTML.

An address in a letter is a path of the site, `/heinola/seuranta/`; a part of it that is a UUID is the token of a
personal link, and only the delivered message holds the signed form (composing.py).
"""

from dataclasses import dataclass

from django.template.loader import render_to_string

from hankekori.core.texts import Language

SITE = "hankekori:"  # stands before an address of the site until the message is delivered


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the letter is about, what is said of it, and where to go."""

    name: str
    said: tuple[str, ...] = ()
    link_text: str = ""
    address: str = ""  # path of the site; empty: no link


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    items: tuple[Item, ...]


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
    parts = [*letter.opening]
    for section in letter.sections:
        if section.heading:
            parts.append(section.heading.upper())
        parts += [_item_as_text(item) for item in section.items]
    parts += letter.closing
    return "\n\n".join(parts) + f"\n\n-- \n{letter.sender}\n"


def letter_as_html(letter: Letter) -> str:
    return render_to_string("mail/letter.html", {"letter": letter, "site": SITE})


def _item_as_text(item: Item) -> str:
    address = [f"{item.link_text}:\n  {SITE}{item.address}"] if item.address else []
    return "\n  ".join([f"* {item.name}", *item.said, *address])
