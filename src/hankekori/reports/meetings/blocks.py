"""What agendas and minutes write alike: the head of the meeting, its matters, names of reports and people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from hankekori.areas.steering.models import Meeting
from hankekori.areas.steering.paper_queries import DecisionPaper, ItemPaper, MeetingPapers, ReportPaper, SeatPaper
from hankekori.core.money import format_date
from hankekori.core.texts import Language, Translated
from hankekori.reports.document import Block, Bullets, Column, Document, Fact, Heading, Text
from hankekori.reports.meetings import words
from hankekori.reports.snapshots import in_groups
from hankekori.reports.working_group.sentences import EXAMPLE_MARKING


@dataclass(frozen=True, slots=True)
class Paper:
    """The papers of a meeting as they are written in one language."""

    papers: MeetingPapers
    language: Language

    @property
    def meeting(self) -> Meeting:
        return self.papers.meeting

    def say(self, text: Translated, **values: object) -> str:
        return (text.filled(**values) if values else text).in_language(self.language)

    def day(self, day: date) -> str:
        return format_date(day, self.language)

    def moment(self, moment: datetime) -> str:
        local = timezone.localtime(moment)
        return self.say(words.MOMENT, day=self.day(local.date()), clock=self._clock(local))

    def hours(self) -> str:
        """Write when the meeting is; one over midnight names both days."""
        start, end = (timezone.localtime(moment) for moment in (self.meeting.starts_at, self.meeting.ends_at))
        if start.date() != end.date():
            return f"{self.moment(start)} – {self.moment(end)}"
        return self.say(words.HOURS, day=self.day(start.date()), start=self._clock(start), end=self._clock(end))

    def column(self, key: str, text: Translated) -> Column:
        return Column(key, self.say(text))

    def _clock(self, moment: datetime) -> str:
        separator = ":" if self.language == "en" else "."
        return f"{moment.hour}{separator}{moment.minute:02}"


def paper_document(
    paper: Paper, title: Translated, blocks: Iterable[Block], *, meta: Iterable[Fact] = (), draft: bool
) -> Document:
    """Put a document together; a draft says so on every page."""
    meeting = paper.meeting
    markings = (
        paper.say(words.DRAFT) if draft else "",
        paper.say(EXAMPLE_MARKING) if meeting.programme.example_data else "",
    )
    year = timezone.localtime(meeting.starts_at).year
    return Document(
        title=paper.say(title, number=meeting.number, year=year),
        subtitle=f"{paper.say(meeting.body.name)}\n{paper.say(meeting.programme.name)}",
        language=paper.language,
        day=paper.papers.day,
        blocks=tuple(blocks),
        marking=" · ".join(marking for marking in markings if marking),
        meta=(*_where_and_when(paper), *meta),
    )


def matter_heading(paper: Paper, item: ItemPaper) -> Heading:
    text = paper.say(words.MATTER, number=item.number, title=item.title)
    return Heading(text, 2, anchor=f"matter-{item.number}")


def introduction(paper: Paper, item: ItemPaper) -> Iterator[Block]:
    """Write what the members are told beforehand and by whom it is presented."""
    for paragraph in paragraphs(item.introduction):
        yield Text(paragraph)
    if item.presenter:
        yield Text(f"{paper.say(words.PRESENTER)}: {item.presenter}")


def disqualified(item: ItemPaper, sentence: Translated, paper: Paper) -> Iterator[Block]:
    """Say in the sentence who takes no part and why."""
    if item.disqualified:
        people = (f"{named(seat)} ({why})" if why else named(seat) for seat, why in item.disqualified)
        yield Text(paper.say(sentence, people="; ".join(people)), "note")


def attachments(paper: Paper, item: ItemPaper) -> Iterator[Block]:
    """List what lies beside the matter; a frozen report with the hash it can be known by."""
    if item.attachments:
        yield Text(f"{paper.say(words.ATTACHMENTS)}:")
        yield Bullets(tuple(report_name(paper, one.report) if one.report else one.name for one in item.attachments))


def decision_head(paper: Paper, decision: DecisionPaper) -> Iterator[Fact]:
    """Say what kind of decision it is, on what and what is proposed."""
    yield Fact(paper.say(words.KIND), paper.say(words.KINDS[decision.kind]))
    if decision.subject:
        yield Fact(paper.say(words.SUBJECT), paper.say(decision.subject))
    if decision.proposal:
        yield Fact(paper.say(words.PROPOSAL), decision.proposal)


def task_facts(paper: Paper, decision: DecisionPaper) -> Iterator[Fact]:
    if decision.owner:
        yield Fact(paper.say(words.OWNER), decision.owner)
    if decision.due:
        yield Fact(paper.say(words.DUE), paper.day(decision.due))


def rested_on(paper: Paper, decision: DecisionPaper) -> Iterator[Fact]:
    if decision.report:
        yield Fact(paper.say(words.RESTED_ON), report_name(paper, decision.report))


def report_name(paper: Paper, report: ReportPaper) -> str:
    """Name a frozen report by title, day and hash; the day once, where it stands in the title already."""
    if paper.day(report.as_of) in report.title:
        return f"{report.title}, SHA-256 {in_groups(report.sha256)}"
    return paper.say(words.REPORT, title=report.title, day=paper.day(report.as_of), hash=in_groups(report.sha256))


def named(seat: SeatPaper) -> str:
    """Name a person with the organisation."""
    return f"{seat.person}, {seat.organisation}" if seat.organisation else seat.person


def _where_and_when(paper: Paper) -> Iterator[Fact]:
    meeting = paper.meeting
    yield Fact(paper.say(words.TIME), paper.hours())
    if meeting.place:
        yield Fact(paper.say(words.PLACE), meeting.place)
    if meeting.online_url:
        yield Fact(paper.say(words.ONLINE), meeting.online_url)
    if paper.papers.report:
        yield Fact(paper.say(words.STATE_OF_DAY), report_name(paper, paper.papers.report))


def paragraphs(text: str) -> Iterator[str]:
    return (paragraph.strip() for paragraph in text.replace("\r\n", "\n").split("\n\n") if paragraph.strip())
