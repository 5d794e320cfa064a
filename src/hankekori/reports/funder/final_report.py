"""The texts of a project's final report in the official order, from what is known of it.

Source: format reference 3.4: the order of the sections as a project copied it from the form. Nothing is invented: what
is not known stands as something to fill in.
"""

from collections.abc import Iterator

from hankekori.areas.rounds.models import ReportText
from hankekori.areas.rounds.part_names import TEXT_NAMES
from hankekori.core.periods import Period
from hankekori.core.texts import Translated
from hankekori.reports.document import Block, Bullets, Heading
from hankekori.reports.funder import headings, sentences
from hankekori.reports.funder.common import basics, facts, filler, implementer, project_source, steering, told
from hankekori.reports.funder.figures import ledger_source, results, women_shares
from hankekori.reports.funder.follow_up import reasons
from hankekori.reports.funder.material import FunderMaterial
from hankekori.reports.funder.money import funding
from hankekori.reports.funder.sections import FunderReport, Lacking, Part, Place, Said, Section, written
from hankekori.reports.paragraphs import paragraphs
from hankekori.reports.working_group.sentences import EXAMPLE_MARKING

_Field = ReportText.Field


def final_report(material: FunderMaterial) -> FunderReport:
    """Build the texts; the same material gives the same document."""
    project = material.project
    sections = (
        Section(headings.SUMMARY, tuple(_summary(material))),
        basics(material),
        implementer(material),
        filler(material),
        Section(headings.START, tuple(_start(material))),
        Section(headings.EXECUTION, tuple(_execution(material))),
        Section(headings.PUBLICITY, tuple(_publicity(material))),
        Section(headings.PROBLEMS, tuple(_problems(material))),
        Section(headings.RESULTS, tuple(_results(material))),
        _classified(material, headings.INNOVATIVENESS, project.innovativeness, sentences.NO_INNOVATIVENESS),
        Section(headings.EQUALITY, tuple(_equality(material))),
        _classified(material, headings.SUSTAINABILITY, project.sustainable_development, sentences.NO_SUSTAINABILITY),
        Section(headings.GOOD_PRACTICES, tuple(_good_practices(material))),
        Section(headings.CONTINUITY, (Lacking(sentences.NO_CONTINUITY),)),
        Section(headings.FUNDING, tuple(funding(material))),
        Section(headings.RECORDS, (Lacking(sentences.NO_RECORDS),)),
    )
    return written(
        sections,
        title=material.say(headings.FINAL),
        subtitle=str(project),
        language=material.language,
        day=material.as_of,
        marking=material.say(EXAMPLE_MARKING) if project.programme.example_data else "",
    )


def _summary(material: FunderMaterial) -> Iterator[Part]:
    text = material.project.final_report_summary
    otherwise = Lacking(sentences.NO_SUMMARY, Place.BASICS)
    yield told(material, text, project_source(material), otherwise=otherwise)


def _start(material: FunderMaterial) -> Iterator[Part]:
    project, source = material.project, project_source(material)
    yield Lacking(sentences.NO_STARTING_POINT)
    yield told(
        material,
        project.summary,
        source,
        otherwise=Lacking(sentences.NO_SUMMARY_OF_PLAN, Place.BASICS),
        under=headings.PLAN_SUMMARY,
    )
    if material.page.measures:
        measures = tuple(f"{each.measure.number} {material.say(each.measure.name)}" for each in material.page.measures)
        yield Said((Heading(material.say(headings.MEASURES), level=2), Bullets(measures)), sentences.PLAN)
    yield told(
        material,
        project.target_group_direct,
        source,
        otherwise=Lacking(sentences.NO_TARGET_GROUP, Place.BASICS),
        under=headings.DIRECT,
    )
    if project.target_group_indirect:
        yield Said(
            (
                Heading(material.say(headings.INDIRECT), level=2),
                *paragraphs(material.reader.mask(project.target_group_indirect)),
            ),
            source,
        )


def _execution(material: FunderMaterial) -> Iterator[Part]:
    yield from _by_period(material, _Field.HIGHLIGHTS) or (Lacking(sentences.NO_EXECUTION, Place.ROUNDS),)
    yield from _class(material, material.project.partnership)
    yield Lacking(sentences.NO_PARTNERS)
    yield from steering(material)


def _publicity(material: FunderMaterial) -> Iterator[Part]:
    plan = material.project.communication_plan
    if plan:
        heading = Heading(material.say(headings.COMMUNICATION_PLAN), level=2)
        yield Said((heading, *paragraphs(material.reader.mask(plan))), project_source(material))
    yield from _by_period(material, _Field.PUBLICITY) or (Lacking(sentences.NO_PUBLICITY, Place.ROUNDS),)


def _problems(material: FunderMaterial) -> Iterator[Part]:
    problems = (*_by_period(material, _Field.PROBLEMS), *_by_period(material, _Field.DEVIATIONS))
    yield from problems or (Lacking(sentences.NO_PROBLEMS, Place.ROUNDS),)
    yield Lacking(sentences.NO_RECOMMENDATIONS)


def _results(material: FunderMaterial) -> Iterator[Part]:
    yield from results(material)
    yield from reasons(material, list(material.approved), sentences.REPORTS)
    if material.is_over and not any(report.is_last for report in material.approved):
        yield Lacking(sentences.LAST_REPORT_MISSING, Place.ROUNDS)
    yield Lacking(sentences.NO_EFFECTS)


def _equality(material: FunderMaterial) -> Iterator[Part]:
    yield from _class(material, material.project.equality)
    if shares := women_shares(material):
        yield Said((Bullets(shares),), ledger_source(material))
    yield Lacking(sentences.NO_EQUALITY)


def _good_practices(material: FunderMaterial) -> Iterator[Part]:
    plan = material.project.dissemination_plan
    if plan:
        heading = Heading(material.say(headings.DISSEMINATION_PLAN), level=2)
        yield Said((heading, *paragraphs(material.reader.mask(plan))), project_source(material))
    yield Lacking(sentences.NO_GOOD_PRACTICES)


def _classified(material: FunderMaterial, heading: Translated, given: str, ask: Translated) -> Section:
    """Give a section of which only the authority's class is known; the rest is for the project to tell."""
    return Section(heading, (*_class(material, given), Lacking(ask)))


def _class(material: FunderMaterial, given: str) -> Iterator[Part]:
    if given:
        yield Said((facts(material, [(headings.CLASS, given)]),), project_source(material))


def _by_period(material: FunderMaterial, field: str) -> tuple[Part, ...]:
    """Put together what the approved reports say in one part of the narrative, period by period."""
    blocks: list[Block] = []
    for report in material.approved:
        text = next((each.text for each in report.texts.all() if each.field == field), "")
        if text.strip():
            period = Period(report.round.period_start, report.round.period_end)
            blocks += [Heading(material.say(period.label), level=3), *paragraphs(material.reader.mask(text))]
    if not blocks:
        return ()
    return (Said((Heading(material.say(TEXT_NAMES[field]), level=2), *blocks), sentences.REPORTS),)
