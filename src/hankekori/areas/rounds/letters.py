"""What people are written about rounds and reports, in their language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from hankekori.areas.mail.letters import HELLO, Item, Letter, Section, Way
from hankekori.areas.programmes.models import Programme
from hankekori.areas.rounds import letter_words as words
from hankekori.areas.rounds.models import ProjectReport, Round
from hankekori.areas.rounds.recipients import Recipient
from hankekori.core.money import format_date
from hankekori.core.periods import Period
from hankekori.core.texts import Language, Translated

_NAMED = 20  # reports named in one section; the rest are counted


@dataclass(frozen=True, slots=True)
class OfficeNews:
    """What waits for the office, and the path of the page where it is handled."""

    waiting: tuple[ProjectReport, ...]  # for approval
    late: tuple[ProjectReport, ...]
    path: str

    def __bool__(self) -> bool:
        return bool(self.waiting or self.late)


def invitation(round_: Round, people: Sequence[Recipient]) -> Letter:
    """Write to one person that their reports can be filled in."""
    pen = _Pen(people[0].language)
    facts = {"period": pen.period(round_), "due": pen.day(round_.due_on)}
    return Letter(
        language=pen.language,
        subject=pen.write(words.INVITATION_SUBJECT, **facts),
        opening=(pen.write(HELLO), pen.write(words.INVITATION, **facts)),
        sections=(Section("", tuple(pen.own_report(person, words.OPEN_REPORT) for person in people)),),
        closing=pen.about_links(people),
        sender=pen.write(round_.programme.name),
    )


def reminder(
    programme: Programme,
    people: Sequence[Recipient],
    news: OfficeNews,
    *,
    language: Language,
    today: date,
    missing: Mapping[int, Translated],
) -> Letter:
    """Write to one person what they have to report and what waits in the office; `missing` in words, by report."""
    pen = _Pen(language)
    own = [
        pen.own_report(person, words.OPEN_REPORT, pen.due(person, today), *pen.texts(missing.get(person.report.pk)))
        for person in people
    ]
    return Letter(
        language=language,
        subject=pen.reminder_subject(people, news, today),
        opening=(pen.write(HELLO), *([pen.write(words.REMINDER)] if own else [])),
        sections=(*([Section("", tuple(own))] if own else []), *pen.office_sections(news)),
        closing=(*pen.about_links(people), *([pen.write(words.WHY_OFFICE)] if news else [])),
        sender=pen.write(programme.name),
    )


def returned(person: Recipient, *, reason: Translated, explanation: str) -> Letter:
    """Write that a report has to be completed, and why."""
    pen = _Pen(person.language)
    why = pen.write(words.REASON, reason=pen.write(reason))
    return Letter(
        language=pen.language,
        subject=pen.write(words.RETURNED_SUBJECT, project=person.report.project.name),
        opening=(pen.write(HELLO), pen.write(words.RETURNED)),
        sections=(Section("", (pen.own_report(person, words.COMPLETE_REPORT, why, explanation),)),),
        closing=pen.about_links([person]),
        sender=pen.write(person.report.programme.name),
    )


def approved(people: Sequence[Recipient]) -> Letter:
    """Write to one person that their reports were approved."""
    pen = _Pen(people[0].language)
    subject, sentence = (
        (words.APPROVED_SUBJECT, words.APPROVED)
        if len(people) == 1
        else (words.APPROVED_SUBJECT_MANY, words.APPROVED_MANY)
    )
    return Letter(
        language=pen.language,
        subject=pen.write(subject, project=people[0].report.project.name, n=len(people)),
        opening=(pen.write(HELLO), pen.write(sentence)),
        sections=(Section("", tuple(pen.own_report(person, words.SEE_REPORT) for person in people)),),
        sender=pen.write(people[0].report.programme.name),
    )


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes in one language."""

    language: Language

    def write(self, text: Translated, **facts: object) -> str:
        return text.in_language(self.language).format(**facts) if facts else text.in_language(self.language)

    def texts(self, text: Translated | None) -> list[str]:
        return [self.write(text)] if text else []

    def day(self, day: date) -> str:
        return format_date(day, self.language)

    def period(self, round_: Round) -> str:
        return self.write(Period(round_.period_start, round_.period_end).label)

    def due(self, person: Recipient, today: date) -> str:
        due_on = person.report.round.due_on
        return self.write(words.DUE if due_on >= today else words.WAS_DUE, due=self.day(due_on))

    def own_report(self, person: Recipient, way: Translated, *said: str) -> Item:
        period = self.write(words.PERIOD, period=self.period(person.report.round))
        return Item(str(person.report.project), (period, *said), Way(self.write(way), person.path))

    def reminder_subject(self, people: Sequence[Recipient], news: OfficeNews, today: date) -> str:
        if not people:
            return self.write(words.OFFICE_SUBJECT, waiting=len(news.waiting), late=len(news.late))
        first = min(person.report.round.due_on for person in people)
        if first < today:
            return self.write(words.LATE_SUBJECT, due=self.day(first))
        return self.write(words.REMINDER_SUBJECT, due=self.day(first))

    def office_sections(self, news: OfficeNews) -> list[Section]:
        lists = ((words.WAITING, news.waiting), (words.LATE, news.late))
        told = [
            Section(self.write(heading, n=len(reports)), self._office_items(reports))
            for heading, reports in lists
            if reports
        ]
        way = Way(self.write(words.OPEN_ROUNDS), news.path)
        return [*told[:-1], *(replace(section, way=way) for section in told[-1:])]

    def _office_items(self, reports: Sequence[ProjectReport]) -> tuple[Item, ...]:
        items = [Item(str(report.project), (self._when(report),)) for report in reports[:_NAMED]]
        more = len(reports) - _NAMED
        return (*items, *([Item(self.write(words.MORE, n=more))] if more > 0 else []))

    def _when(self, report: ProjectReport) -> str:
        period = self.write(words.PERIOD, period=self.period(report.round))
        return f"{period} {self.write(words.DUE, due=self.day(report.round.due_on))}"

    def about_links(self, people: Sequence[Recipient]) -> tuple[str, ...]:
        """Tell holders of a link that it is theirs alone, and until when it is valid."""
        ends = [person.link.expires_at for person in people if person.link is not None]
        if not ends:
            return ()
        last = timezone.localdate(min(ends))
        return (self.write(words.ABOUT_LINK, day=self.day(last)), self.write(words.WRONG_PERSON))
