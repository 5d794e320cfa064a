"""What was decided at the latest meeting and how it stands; names organisations only, for the report may be public."""

from collections.abc import Iterator

from hankekori.areas.steering.earlier_decisions import KnownDecision, KnownFollowUp, KnownMeeting
from hankekori.areas.steering.models import FollowUp
from hankekori.core.decisions import MADE, DecisionKind
from hankekori.core.money import format_date
from hankekori.core.texts import Translated
from hankekori.reports.document import Block, Cell, Column, Row, Table, Text
from hankekori.reports.meetings import words
from hankekori.reports.working_group import headings, keys, sentences
from hankekori.reports.working_group.blocks import column, heading, monitored
from hankekori.reports.working_group.cells import NOTHING
from hankekori.reports.working_group.material import Material

_STATES: dict[str, Translated] = {
    FollowUp.State.OPEN: sentences.FOLLOW_UP_OPEN,
    FollowUp.State.DONE: sentences.FOLLOW_UP_DONE,
    FollowUp.State.DROPPED: sentences.FOLLOW_UP_DROPPED,
}


def decided(material: Material) -> Iterator[Block]:
    """Write the decisions of the latest meeting with their state, then what is to be done and what was closed since."""
    yield heading(material, headings.DECIDED_EARLIER, "decided-chapter")
    meeting, follow_ups = material.decided.meeting, material.decided.follow_ups
    yield Text(_in_words(material, meeting))
    if meeting and meeting.decisions:
        yield _decisions(material, meeting)
    if follow_ups:
        yield _follow_ups(material, follow_ups)
    else:
        yield Text(material.say(sentences.NO_FOLLOW_UPS))


def _in_words(material: Material, meeting: KnownMeeting | None) -> str:
    if meeting is None:
        return material.say(sentences.NO_APPROVED_MINUTES)
    sentence = sentences.DECIDED_AT if meeting.decisions else sentences.NOTHING_DECIDED_AT
    return material.say(
        sentence,
        body=material.say(meeting.body),
        number=f"{meeting.number}/{meeting.day.year}",
        day=format_date(meeting.day, material.language),
    )


def _decisions(material: Material, meeting: KnownMeeting) -> Table:
    columns = (
        column(material, "paragraph", words.MATTER_LABEL),
        column(material, "matter", headings.MATTER),
        column(material, "decision", words.DECISION),
        column(material, "state", headings.LIGHT),
    )
    tasks = {each.decision: each for each in material.decided.follow_ups if each.decision is not None}
    rows = [
        Row(
            (
                Cell(material.say(words.MATTER_NUMBER, number=one.number)),
                Cell(one.matter, link=f"#{keys.follow_up(tasks[one.id])}" if one.id in tasks else ""),
                Cell(_what(material, one)),
                Cell(_state_of_decision(material, one, tasks.get(one.id))),
            ),
            anchor=keys.decided(one),
        )
        for one in meeting.decisions
    ]
    return Table(keys.DECIDED_TABLE, monitored(material, headings.DECIDED_EARLIER_TABLE), columns, tuple(rows))


def _what(material: Material, one: KnownDecision) -> str:
    kind = material.say(words.KINDS[one.kind]).capitalize()
    return f"{kind}: {one.text}" if one.text else kind


def _state_of_decision(material: Material, one: KnownDecision, task: KnownFollowUp | None) -> str:
    if one.outcome not in MADE:
        return material.say(words.OUTCOMES[one.outcome])
    if task is not None:
        return _state_of_task(material, task)
    if one.has_effect:
        return material.say(sentences.CARRIED_OUT)
    return material.say(sentences.FOR_INFORMATION if one.kind == DecisionKind.INFORMATION else sentences.DECIDED)


def _follow_ups(material: Material, listed: tuple[KnownFollowUp, ...]) -> Table:
    columns = (
        column(material, "task", words.TASK),
        column(material, "meeting", headings.AGREED_AT),
        column(material, "responsible", headings.RESPONSIBLE),
        Column("due", material.say(words.DUE), "date"),
        column(material, "state", headings.LIGHT),
        Column("closed", material.say(headings.CLOSED), "date"),
    )
    rows = [
        Row(
            (
                Cell(one.task),
                Cell(one.meeting) if one.meeting else NOTHING,
                Cell(_owner(material, one)),
                Cell(one.due),
                Cell(_state_of_task(material, one)),
                NOTHING if one.closed_on is None else Cell(one.closed_on),
            ),
            anchor=keys.follow_up(one),
        )
        for one in listed
    ]
    return Table(keys.FOLLOW_UPS_TABLE, monitored(material, headings.FOLLOW_UPS_TABLE), columns, tuple(rows))


def _owner(material: Material, one: KnownFollowUp) -> str:
    if one.organisation_may_be_person:
        return material.say(sentences.PRIVATE_OWNER)
    return one.organisation or material.say(sentences.OWNER_NOT_NAMED)


def _state_of_task(material: Material, one: KnownFollowUp) -> str:
    late = one.state == FollowUp.State.OPEN and one.due < material.as_of
    return material.say(sentences.FOLLOW_UP_LATE if late else _STATES[one.state])
