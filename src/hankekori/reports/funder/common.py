"""Sections that both reports to the funder have: basics, implementer, form filler, steering group."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.timezone import localdate

from hankekori.areas.steering.models import Meeting
from hankekori.core.money import format_date, format_range
from hankekori.core.periods import Period
from hankekori.core.texts import LANGUAGES, Translated
from hankekori.reports.document import Cell, Column, Fact, Facts, Heading, Row, Table
from hankekori.reports.funder import headings, sentences
from hankekori.reports.funder.material import FunderMaterial
from hankekori.reports.funder.sections import Lacking, Part, Place, Said, Section
from hankekori.reports.paragraphs import paragraphs
from hankekori.reports.working_group.names import FUNDS
from hankekori.reports.working_group.sentences import PRIVATE_IMPLEMENTER


def basics(material: FunderMaterial) -> Section:
    """Give the project's identity, its place in the fund's programme, its time and its area."""
    project = material.project
    fund = FUNDS.get(project.fund)
    named = (
        (headings.CODE, project.code or ""),
        (headings.NAME, project.name),
        (headings.FUND, f"{material.say(fund)} ({project.fund})" if fund else project.fund),
        (headings.PROGRAMME, project.part or project.fund_programme),
        (headings.AXIS, _numbered(project.axis_number, project.axis_name)),
        (headings.OBJECTIVE, _numbered(project.objective_number, project.objective_name)),
        (headings.PROJECT_TYPE, project.project_type),
        (headings.DURATION, duration(material)),
        (headings.STATUS, project.activity_status),
        (headings.AUTHORITY, project.authority.name if project.authority else ""),
        (headings.REGIONS, ", ".join(project.regions)),
        (headings.SUBREGIONS, ", ".join(project.subregions)),
        (headings.MUNICIPALITIES, ", ".join(material.say(each.name) for each in material.page.municipalities)),
    )
    wanted = {headings.CODE, headings.DURATION, headings.AUTHORITY, headings.PROJECT_TYPE}
    missing = [label for label, text in named if not text and label in wanted]
    return Section(
        headings.BASICS,
        (Said((facts(material, named),), project_source(material)), *_without(missing)),
    )


def implementer(material: FunderMaterial) -> Section:
    """Give the organisation and, for who may see it, the person responsible."""
    organisation = material.project.implementer
    if organisation is None:
        return Section(headings.IMPLEMENTER, (Lacking(sentences.NO_IMPLEMENTER, Place.BASICS),))
    is_hidden = organisation.may_be_person and not material.reader.with_personal
    if is_hidden:
        named = [(headings.ORGANISATION, material.say(PRIVATE_IMPLEMENTER))]
    else:
        named = [(headings.ORGANISATION, organisation.name), *_of_organisation(material)]
    hidden = () if material.reader.with_personal else (Lacking(sentences.NO_CONTACT),)
    return Section(headings.IMPLEMENTER, (Said((facts(material, named),), project_source(material)), *hidden))


def filler(material: FunderMaterial) -> Section:
    reader = material.reader
    if not (reader.with_personal and reader.name):
        return Section(headings.FILLER, (Lacking(sentences.NO_FILLER),))
    named = ((headings.FILLER_NAME, reader.name), (headings.EMAIL, reader.email))
    said = Said((facts(material, named),), sentences.ACCOUNT)
    return Section(headings.FILLER, (said, Lacking(sentences.NO_FILLER_PHONE)))


def steering(material: FunderMaterial, period: Period | None = None) -> Iterator[Part]:
    """List the steering group's meetings, of a period or all, and say which minutes are not approved."""
    meetings = [each for each in material.meetings if period is None or _is_in(each, period)]
    if not meetings:
        if not material.meetings:
            yield Lacking(sentences.NO_STEERING, Place.STEERING)
        return
    yield Said((_meetings_table(material, meetings),), sentences.STEERING)
    for each in meetings:
        if each.state != Meeting.State.APPROVED:
            yield Lacking(sentences.MINUTES_MISSING.filled(meeting=each), Place.STEERING)


def told(
    material: FunderMaterial, text: str, source: Translated, *, otherwise: Lacking, under: Translated | None = None
) -> Part:
    """Give a free text, under a heading of its own where it has one; where there is none, what to fill in."""
    if not text.strip():
        return otherwise
    heading = (Heading(material.say(under), level=2),) if under else ()
    return Said((*heading, *paragraphs(material.reader.mask(text))), source)


def facts(material: FunderMaterial, named: Iterable[tuple[Translated, str]]) -> Facts:
    """Write labels and texts; what has no text is left out."""
    return Facts(tuple(Fact(material.say(label), text) for label, text in named if text))


def project_source(material: FunderMaterial) -> Translated:
    """Say where the project's own fields and texts come from."""
    read = material.page.description
    if read is None:
        return sentences.PROJECT_FIELDS
    return dated(sentences.DESCRIPTION, day=localdate(read.read_at))


def dated(sentence: Translated, **days: date) -> Translated:
    """Put days into a sentence, written as each language writes them."""
    return Translated(
        *(
            sentence.in_language(each).format(**{name: format_date(day, each) for name, day in days.items()})
            for each in LANGUAGES
        )
    )


def duration(material: FunderMaterial) -> str:
    start, end = material.project.start, material.project.end
    return format_range(start, end, material.language) if start and end else ""


def _numbered(number: str, name: str) -> str:
    return ": ".join(part for part in (number, name) if part)


def _without(labels: list[Translated]) -> tuple[Lacking, ...]:
    if not labels:
        return ()
    names = Translated(*(", ".join(label.in_language(each).lower() for label in labels) for each in LANGUAGES))
    what = Translated(
        *(sentences.NO_BASICS.in_language(each).format(fields=names.in_language(each)) for each in LANGUAGES)
    )
    return (Lacking(what, Place.BASICS),)


def _of_organisation(material: FunderMaterial) -> Iterator[tuple[Translated, str]]:
    organisation, record, reader = material.project.implementer, material.record, material.reader
    if organisation is None:
        return
    yield headings.ORGANISATION_TYPE, organisation.kind
    yield headings.BUSINESS_ID, organisation.business_id
    place = " ".join(filter(None, (record.get("postal_code"), record.get("city"))))
    yield headings.ADDRESS, reader.mask(", ".join(filter(None, (record.get("address"), place))))
    yield headings.PHONE, reader.mask(record.get("phone") or "")
    yield headings.WEBSITE, reader.mask(material.project.website)
    yield headings.PARTNERS, ", ".join(partner["name"] for partner in record.get("co_implementers") or ())
    if reader.with_personal:
        project = material.project
        person = (project.contact_name, project.contact_title, project.contact_email, project.contact_phone)
        yield headings.CONTACT, ", ".join(filter(None, person))


def _meetings_table(material: FunderMaterial, meetings: list[Meeting]) -> Table:
    return Table(
        id="kokoukset",
        caption=material.say(headings.MEETINGS_TABLE),
        columns=(
            Column("meeting", material.say(headings.MEETING)),
            Column("body", material.say(headings.BODY)),
            Column("day", material.say(headings.DAY), "date"),
            Column("minutes", material.say(headings.MINUTES)),
        ),
        rows=tuple(
            Row(
                (
                    Cell(str(each)),
                    Cell(material.say(each.body.name)),
                    Cell(localdate(each.starts_at)),
                    Cell(material.say(_minutes(each))),
                )
            )
            for each in meetings
        ),
    )


def _minutes(meeting: Meeting) -> Translated:
    return sentences.MINUTES_APPROVED if meeting.state == Meeting.State.APPROVED else sentences.MINUTES_OPEN


def _is_in(meeting: Meeting, period: Period) -> bool:
    return period.start <= localdate(meeting.starts_at) <= period.end
