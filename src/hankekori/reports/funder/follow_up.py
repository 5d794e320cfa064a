"""The half-yearly follow-up report of a project to its funder: the form of one period with its narrative."""

from collections.abc import Iterator

from hankekori.areas.rounds.models import ProjectReport, ReportText
from hankekori.areas.rounds.part_names import TEXT_NAMES
from hankekori.core.money import format_date
from hankekori.core.periods import Period
from hankekori.core.texts import LANGUAGES, Translated
from hankekori.reports.document import Bullets, Heading
from hankekori.reports.funder import headings, sentences
from hankekori.reports.funder.common import basics, facts, filler, implementer, project_source, steering, told
from hankekori.reports.funder.figures import corrections_in, figures_of_period
from hankekori.reports.funder.material import FunderMaterial
from hankekori.reports.funder.money import funding_of_period
from hankekori.reports.funder.sections import FunderReport, Lacking, Part, Place, Said, Section, written
from hankekori.reports.working_group.sentences import EXAMPLE_MARKING


def follow_up_report(material: FunderMaterial, period: Period) -> FunderReport:
    """Build the report of one of material.periods(); the same material gives the same document."""
    report = _report_of(material, period)
    approved = report if report and report.state == ProjectReport.State.APPROVED else None
    project = material.project
    sections = (
        Section(headings.PERIOD, tuple(_period(material, period, approved))),
        basics(material),
        implementer(material),
        filler(material),
        Section(headings.FIGURES, tuple(figures_of_period(material, period))),
        Section(headings.FUNDING_OF_PERIOD, tuple(funding_of_period(material, period, approved))),
        Section(headings.PROGRESS, tuple(_narrative(material, period, report))),
        Section(headings.STEERING, tuple(steering(material, period))),
    )
    return written(
        sections,
        title=material.say(headings.FOLLOW_UP, period=material.say(period.label)),
        subtitle=str(project),
        language=material.language,
        day=period.end,
        marking=material.say(EXAMPLE_MARKING) if project.programme.example_data else "",
    )


def _report_of(material: FunderMaterial, period: Period) -> ProjectReport | None:
    asked = (each for each in material.reports if each.round.period_end == period.end)
    return next((each for each in asked if each.round.period_start == period.start), None)


def _period(material: FunderMaterial, period: Period, report: ProjectReport | None) -> Iterator[Part]:
    is_last = report is not None and report.is_last
    kind = headings.WITH_CORRECTIONS if corrections_in(material, period) else headings.NORMAL
    real_end = report.real_end if report else None
    named = (
        (headings.PERIOD, material.say(period.label)),
        (headings.FORM_KIND, material.say(kind)),
        (headings.LAST_FORM, material.say(headings.YES if is_last else headings.NO)),
        (headings.REAL_END, format_date(real_end, material.language) if real_end else ""),
    )
    yield Said((facts(material, named),), project_source(material) if report is None else _source(period))
    ends_here = material.project.end is not None and period.start <= material.project.end <= period.end
    if ends_here and material.is_over and not is_last:
        yield Lacking(sentences.LAST_REPORT_MISSING, Place.ROUNDS)


def _narrative(material: FunderMaterial, period: Period, report: ProjectReport | None) -> Iterator[Part]:
    """Give highlights, problems, deviations with reasons and publicity as the project's approved report tells them."""
    if report is None:
        yield Lacking(sentences.NO_REPORT, Place.ROUNDS)
        return
    if report.state != ProjectReport.State.APPROVED:
        yield Lacking(sentences.REPORT_NOT_APPROVED, Place.REPORT, report.pk)
        return
    texts = {text.field: text.text for text in report.texts.all()}
    source = _source(period)
    for field in ReportText.Field:
        name = TEXT_NAMES[field]
        otherwise = Lacking(_part_missing(name), Place.REPORT, report.pk)
        yield told(material, texts.get(field, ""), source, otherwise=otherwise, under=name)
    yield from reasons(material, [report], source)


def reasons(material: FunderMaterial, reports: list[ProjectReport], source: Translated) -> Iterator[Part]:
    """List why figures differ from the plan, as the reports tell it of each indicator."""
    said = [
        f"{material.say(figure.indicator.name)}, {material.say(_period_of(report).label)}: "
        f"{material.reader.mask(figure.deviation)}"
        for report in reports
        for figure in report.figures.all()
    ]
    if said:
        heading = Heading(material.say(headings.DEVIATIONS_BY_INDICATOR), level=2)
        yield Said((heading, Bullets(tuple(said))), source)


def _period_of(report: ProjectReport) -> Period:
    return Period(report.round.period_start, report.round.period_end)


def _source(period: Period) -> Translated:
    return Translated(
        *(sentences.REPORT.in_language(each).format(period=period.label.in_language(each)) for each in LANGUAGES)
    )


def _part_missing(name: Translated) -> Translated:
    return Translated(
        *(sentences.TEXT_MISSING.in_language(each).format(part=name.in_language(each)) for each in LANGUAGES)
    )
