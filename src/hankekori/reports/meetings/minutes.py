"""The minutes: who were there, what was decided on each matter and on which figures, what was agreed to be done."""

from collections.abc import Iterator

from hankekori.areas.bodies.models import Seat
from hankekori.areas.steering.paper_queries import DecisionPaper, ItemPaper, MeetingPapers, PresencePaper
from hankekori.core.texts import Language, Translated
from hankekori.reports.document import Block, Cell, Document, Fact, Facts, Heading, Row, Table, Text
from hankekori.reports.meetings import words
from hankekori.reports.meetings.blocks import (
    Paper,
    attachments,
    decision_head,
    disqualified,
    introduction,
    matter_heading,
    paper_document,
    paragraphs,
    rested_on,
    task_facts,
)


def minutes_document(papers: MeetingPapers, *, language: Language, draft: bool = False) -> Document:
    """Write the minutes as they now stand."""
    paper = Paper(papers, language)
    return paper_document(paper, words.MINUTES, _blocks(paper), meta=_course(paper), draft=draft)


def _course(paper: Paper) -> Iterator[Fact]:
    meeting = paper.meeting
    if meeting.opened_at:
        yield Fact(paper.say(words.OPENED), paper.moment(meeting.opened_at))
    if meeting.closed_at:
        yield Fact(paper.say(words.CLOSED), paper.moment(meeting.closed_at))
    if meeting.approved_at:
        by = f", {meeting.approved_by.name}" if meeting.approved_by else ""
        yield Fact(paper.say(words.APPROVED), f"{paper.moment(meeting.approved_at)}{by}")


def _blocks(paper: Paper) -> Iterator[Block]:
    yield from _attendance(paper)
    yield Heading(paper.say(words.MATTERS), anchor="matters")
    if not paper.papers.items:
        yield Text(paper.say(words.NO_MATTERS))
    for item in paper.papers.items:
        yield from _matter(paper, item)
    yield from _tasks(paper)
    yield Heading(paper.say(words.SIGNATURES), anchor="signatures")
    yield _signatures(paper)


def _attendance(paper: Paper) -> Iterator[Block]:
    yield Heading(paper.say(words.PARTICIPANTS), anchor="attendance")
    present = [presence for presence in paper.papers.presences if presence.present]
    absent = [presence for presence in paper.papers.presences if not presence.present]
    if present:
        yield _people(paper, "present", words.PRESENT_TABLE, present)
    else:
        yield Text(paper.say(words.NOBODY_PRESENT))
    if absent:
        yield _people(paper, "absent", words.ABSENT_TABLE, absent)
    yield Text(_quorum(paper))


def _quorum(paper: Paper) -> str:
    quorum = paper.papers.quorum
    if quorum.met:
        return paper.say(words.QUORUM_MET, present=quorum.present, needed=quorum.needed)
    if quorum.chair_missing:
        return paper.say(words.CHAIR_MISSING)
    return paper.say(words.QUORUM_NOT_MET, present=quorum.present, needed=quorum.needed)


def _people(paper: Paper, key: str, caption: Translated, presences: list[PresencePaper]) -> Table:
    columns = (
        paper.column("name", words.NAME),
        paper.column("organisation", words.ORGANISATION),
        paper.column("role", words.ROLE),
    )
    rows = (
        Row(
            (Cell(presence.who.person), Cell(presence.who.organisation), Cell(_role(paper, presence))),
            anchor=f"{key}-{presence.seat.id}",
        )
        for presence in presences
    )
    return Table(key, paper.say(caption), columns, tuple(rows))


def _role(paper: Paper, presence: PresencePaper) -> str:
    role = paper.say(words.ROLES[presence.seat.role])
    return paper.say(words.DEPUTY_OF, member=presence.seat.person) if presence.deputy else role


def _matter(paper: Paper, item: ItemPaper) -> Iterator[Block]:
    yield matter_heading(paper, item)
    yield from introduction(paper, item)
    yield from disqualified(item, words.DISQUALIFIED_LEFT, paper)
    for paragraph in paragraphs(item.minutes_text):
        yield Text(paragraph)
    for decision in item.decisions:
        yield Facts(tuple(_decision(paper, decision)))
        for dissent in decision.dissents:
            yield Text(paper.say(words.DISSENT, person=dissent.person, said=dissent.text), "note")
    yield from attachments(paper, item)


def _decision(paper: Paper, decision: DecisionPaper) -> Iterator[Fact]:
    yield from decision_head(paper, decision)
    if decision.voted:
        votes = {place: decision.votes.get(choice, 0) for choice, place in words.CHOICES.items()}
        yield Fact(paper.say(words.VOTE), paper.say(words.VOTES, **votes))
    yield Fact(paper.say(words.OUTCOME), paper.say(words.OUTCOMES[decision.outcome]))
    if decision.decision:
        yield Fact(paper.say(words.DECISION), decision.decision)
    yield from rested_on(paper, decision)
    yield from task_facts(paper, decision)


def _tasks(paper: Paper) -> Iterator[Block]:
    """Gather what was agreed to be done; nothing where nothing was."""
    tasks = [(item, decision) for item in paper.papers.items for decision in item.decisions if decision.is_task]
    if not tasks:
        return
    yield Heading(paper.say(words.TASKS), anchor="tasks")
    columns = (
        paper.column("matter", words.MATTER_LABEL),
        paper.column("task", words.TASK),
        paper.column("owner", words.OWNER),
        paper.column("due", words.DUE),
    )
    rows = (
        Row(
            (
                Cell(paper.say(words.MATTER_NUMBER, number=item.number), link=f"#matter-{item.number}"),
                Cell(decision.decision or decision.proposal or item.title),
                Cell(decision.owner),
                Cell(paper.day(decision.due) if decision.due else ""),
            ),
            anchor=f"task-{place}",
        )
        for place, (item, decision) in enumerate(tasks, 1)
    )
    yield Table("tasks-table", paper.say(words.TASKS_TABLE), columns, tuple(rows))


def _signatures(paper: Paper) -> Table:
    columns = (
        paper.column("role", words.ROLE),
        paper.column("name", words.NAME),
        paper.column("signature", words.SIGNATURE),
    )
    rows = (
        Row((Cell(paper.say(role)), Cell(name), Cell(_SPACE)), anchor=f"signature-{place}")
        for place, (role, name) in enumerate(_signers(paper), 1)
    )
    return Table("signatures-table", paper.say(words.SIGNATURES_TABLE), columns, tuple(rows))


def _signers(paper: Paper) -> Iterator[tuple[Translated, str]]:
    """Name who led the meeting, its secretary and the examiners; an empty name is filled by hand."""
    present = [presence for presence in paper.papers.presences if presence.present]
    secretaries = [presence.who.person for presence in present if presence.seat.role == Seat.Role.SECRETARY]
    yield words.CHAIR, paper.papers.chair
    yield words.SECRETARY, ", ".join(secretaries)
    for presence in present:
        if presence.examines_minutes:
            yield words.EXAMINER, presence.who.person


_SPACE = "\u00a0" * 60  # for a hand to write in
