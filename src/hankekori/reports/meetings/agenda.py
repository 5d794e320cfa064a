"""The agenda: when and where, who are called, and the matters with what is proposed."""

from collections.abc import Iterator

from hankekori.areas.steering.paper_queries import ItemPaper, MeetingPapers
from hankekori.core.texts import Language
from hankekori.reports.document import Block, Cell, Document, Facts, Heading, Row, Table, Text
from hankekori.reports.meetings import words
from hankekori.reports.meetings.blocks import (
    Paper,
    attachments,
    decision_head,
    disqualified,
    introduction,
    matter_heading,
    named,
    paper_document,
    rested_on,
    task_facts,
)


def agenda_document(papers: MeetingPapers, *, language: Language, draft: bool = False) -> Document:
    """Write the agenda as it now stands."""
    paper = Paper(papers, language)
    return paper_document(paper, words.AGENDA, _blocks(paper), draft=draft)


def _blocks(paper: Paper) -> Iterator[Block]:
    yield Heading(paper.say(words.MATTERS), anchor="matters")
    if not paper.papers.items:
        yield Text(paper.say(words.NO_MATTERS))
    for item in paper.papers.items:
        yield from _matter(paper, item)
    if paper.papers.presences:
        yield Heading(paper.say(words.CALLED), anchor="called")
        yield _called(paper)


def _matter(paper: Paper, item: ItemPaper) -> Iterator[Block]:
    yield matter_heading(paper, item)
    yield from introduction(paper, item)
    yield from disqualified(item, words.DISQUALIFIED, paper)
    for decision in item.decisions:
        yield Facts((*decision_head(paper, decision), *rested_on(paper, decision), *task_facts(paper, decision)))
    yield from attachments(paper, item)


def _called(paper: Paper) -> Table:
    columns = (
        paper.column("name", words.NAME),
        paper.column("organisation", words.ORGANISATION),
        paper.column("role", words.ROLE),
        paper.column("deputy", words.DEPUTY),
    )
    rows = (
        Row(
            (
                Cell(presence.seat.person),
                Cell(presence.seat.organisation),
                Cell(paper.say(words.ROLES[presence.seat.role])),
                Cell("\n".join(named(deputy) for deputy in paper.papers.deputies.get(presence.seat.id, ()))),
            ),
            anchor=f"seat-{presence.seat.id}",
        )
        for presence in paper.papers.presences
    )
    return Table("called-table", paper.say(words.CALLED_TABLE), columns, tuple(rows))
