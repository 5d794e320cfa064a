"""The working group's report for a programme and a day, from one reading."""

from datetime import date

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.programmes.models import Programme
from hankekori.core.money import format_date
from hankekori.core.texts import Language
from hankekori.reports.document import Block, Document
from hankekori.reports.working_group import headings, sentences
from hankekori.reports.working_group.adherence import adherence
from hankekori.reports.working_group.basket import basket
from hankekori.reports.working_group.changes import changes, entries
from hankekori.reports.working_group.colophon import colophon, meta
from hankekori.reports.working_group.decided import decided
from hankekori.reports.working_group.decisions import decisions
from hankekori.reports.working_group.decisions import decisions_asked as matters_of
from hankekori.reports.working_group.employed import employed
from hankekori.reports.working_group.gaps_list import gaps_list
from hankekori.reports.working_group.material import Material, read_material
from hankekori.reports.working_group.municipalities import municipalities
from hankekori.reports.working_group.results import employment, results
from hankekori.reports.working_group.state_page import state_page


def build_report(
    programme: Programme,
    *,
    as_of: date,
    known_on: date,
    language: Language,
    decisions_asked: tuple[str, ...] = (),
    previous: FrozenReport | None = None,
) -> Document:
    """Build the report: the same inputs give the same document.

    What changed is told since `previous`, or without it since the programme's previous meeting.
    """
    material = read_material(
        programme,
        as_of=as_of,
        known_on=known_on,
        language=language,
        decisions_asked=decisions_asked,
        previous=previous,
    )
    return Document(
        title=material.say(headings.TITLE, day=format_date(as_of, language)),
        language=language,
        day=as_of,
        blocks=_blocks(material),
        subtitle=material.say(programme.name),
        marking=material.say(sentences.EXAMPLE_MARKING) if programme.example_data else "",
        meta=meta(material),
    )


def _blocks(material: Material) -> tuple[Block, ...]:
    asked = matters_of(material)
    return (
        *state_page(material, decisions=len(asked)),
        *decisions(material, asked),
        *decided(material),
        *changes(material),
        *adherence(material),
        *basket(material),
        *municipalities(material),
        *results(material),
        *employment(material),
        *employed(material),
        *gaps_list(material),
        *colophon(material),
        *entries(material),
    )
