"""A report's page as it is drawn: each part with its form, its figures and what there is to say of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.http import QueryDict
from django.utils.functional import Promise

from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.areas.rounds.models import ReportFile, ReportStep
from hankekori.areas.rounds.part_names import ENDING_NAME, EVIDENCE_NAME, SOURCE_NAMES, TEXT_NAMES
from hankekori.areas.rounds.queries import FundingLine, ReportPage, TextLine
from hankekori.areas.rounds.reasons import REOPENING_REASONS, RETURN_REASONS
from hankekori.areas.rounds.report_figures import FigureLine
from hankekori.core.figures import Figure, reported
from hankekori.core.indicators import Combination, Remark, Severity
from hankekori.core.report_increments import Numbers
from hankekori.pages.basket.words import said
from hankekori.pages.monitoring.desk import Desk
from hankekori.pages.monitoring.part_forms import (
    EndingForm,
    FigureForm,
    FundingForm,
    PartForm,
    ShownRemark,
    TextForm,
)
from hankekori.pages.monitoring.words import FILE_HINTS, FILES, STEPS, TEXT_HINTS
from hankekori.pages.monitoring.writers import writer_in_words

EVIDENCE_PLACE = "evidence"  # id of the list of evidence on the page
_SAID_BY_MISSING = frozenset({"figure-missing", "text-missing", "funding-missing"})  # the list of what is missing tells


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One indicator of the report."""

    line: FigureLine
    form: FigureForm
    correct_url: str  # empty where nothing can be corrected

    @property
    def indicator(self) -> IndicatorRecord:
        return self.line.indicator

    @property
    def is_level(self) -> bool:
        return self.indicator.combination is not Combination.SUM

    @property
    def ledger(self) -> Figure | None:
        """Give the period as the ledger has it after corrections."""
        return _figure(self.line.recorded) if self.line.recorded else None

    @property
    def is_corrected(self) -> bool:
        return self.ledger is not None and self.ledger != self.line.this

    @property
    def is_explained(self) -> bool:
        figure = self.line.figure
        asked = any(remark.field == "deviation" for remark in self.line.remarks)
        return asked or bool(figure.deviation) or figure.non_binary is not None


@dataclass(frozen=True, slots=True)
class TextRow:
    line: TextLine
    form: TextForm
    label: str
    hint: str | Promise


@dataclass(frozen=True, slots=True)
class MoneyRow:
    line: FundingLine
    form: FundingForm
    label: str

    @property
    def cumulative(self) -> Decimal:
        return self.line.used_before + (self.line.funding.used or 0)


@dataclass(frozen=True, slots=True)
class FileLine:
    file: ReportFile
    url: str  # empty for one who may not open it
    remove_url: str


@dataclass(frozen=True, slots=True)
class FileGroup:
    """The files of one kind, and the indicators they may be evidence of."""

    kind: str
    label: str | Promise
    hint: str | Promise
    files: tuple[FileLine, ...]
    indicators: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class StepLine:
    what: str | Promise
    at: datetime
    who: str
    why: str  # coded reason and explanation; empty where none is asked


@dataclass(frozen=True, slots=True)
class MissingLine:
    """Something the report lacks, and the id of its place on the page."""

    name: str
    text: str
    place: str
    is_needed: bool  # before the report can be sent


@dataclass(frozen=True, slots=True)
class ReportRows:
    """Everything on the page of a report."""

    figures: tuple[FigureRow, ...]
    texts: tuple[TextRow, ...]
    money: tuple[MoneyRow, ...]
    ending: EndingForm
    files: tuple[FileGroup, ...]
    steps: tuple[StepLine, ...]  # the newest first
    missing: tuple[MissingLine, ...]

    @property
    def parts(self) -> tuple[PartForm, ...]:
        rows: Iterable[FigureRow | TextRow | MoneyRow] = (*self.figures, *self.texts, *self.money)
        return (*(row.form for row in rows), self.ending)


def report_rows(desk: Desk, page: ReportPage, post: QueryDict | None = None) -> ReportRows:
    """Draw the page; parts that were sent stand as they were typed."""
    return ReportRows(
        figures=tuple(_figure_row(desk, line, post) for line in page.figures),
        texts=tuple(_text_row(line, post) for line in page.texts),
        money=tuple(_money_row(line, post) for line in page.funding),
        ending=_remarked(EndingForm(page.report, _sent(post, "loppu")), page.ending_remarks),
        files=tuple(_file_group(desk, page, kind) for kind in ReportFile.Kind.values),
        steps=tuple(_step_line(desk, step) for step in reversed(page.steps)),
        missing=tuple(_missing(page)),
    )


def _figure_row(desk: Desk, line: FigureLine, post: QueryDict | None) -> FigureRow:
    form = FigureForm(line.figure, _sent(post, f"f{line.figure.pk}"))
    may_correct = desk.may_decide and line.recorded is not None and line.recorded.total is not None
    url = desk.url("correct", figure=line.figure.pk) if may_correct else ""
    return FigureRow(line, _remarked(form, line.remarks), url)


def _text_row(line: TextLine, post: QueryDict | None) -> TextRow:
    field = line.text.field
    form = TextForm(line.text, _sent(post, f"t-{field}"))
    return TextRow(line, _remarked(form, line.remarks), said(TEXT_NAMES[field]), TEXT_HINTS[field])


def _money_row(line: FundingLine, post: QueryDict | None) -> MoneyRow:
    source = line.funding.source
    form = FundingForm(line.funding, _sent(post, f"r-{source}"))
    return MoneyRow(line, _remarked(form, line.remarks), said(SOURCE_NAMES[source]))


def _sent(post: QueryDict | None, key: str) -> QueryDict | None:
    """Give what was sent, for a part that was among it."""
    return post if post is not None and f"{key}-seen" in post else None


def _remarked[Form: PartForm](form: Form, remarks: Iterable[Remark]) -> Form:
    """Put the rules' remarks beside the part, but those that the list of what is missing tells."""
    form.remarks = tuple(
        ShownRemark(
            said(remark.message),
            remark.severity.value,
            f"{form.key}-lisaa" if remark.field in {"deviation", "non_binary"} else "",
        )
        for remark in remarks
        if remark.code not in _SAID_BY_MISSING
    )
    return form


def _file_group(desk: Desk, page: ReportPage, kind: str) -> FileGroup:
    may_open = desk.may_report or desk.may_read_personal
    lines = tuple(
        FileLine(
            file,
            desk.url("file", file=file.pk) if may_open else "",
            desk.url("file-remove", file=file.pk) if desk.may_write else "",
        )
        for file in page.files
        if file.kind == kind
    )
    is_evidence = kind == ReportFile.Kind.EVIDENCE
    indicators = tuple((line.indicator.id, said(line.indicator.name)) for line in page.figures if is_evidence)
    return FileGroup(kind, FILES[kind], FILE_HINTS[kind], lines, indicators)


def _step_line(desk: Desk, step: ReportStep) -> StepLine:
    reasons = RETURN_REASONS if step.kind == ReportStep.Kind.RETURNED else REOPENING_REASONS
    why = f"{said(reasons[step.reason]).capitalize()}: {step.explanation}" if step.reason else ""
    is_projects = step.kind == ReportStep.Kind.SUBMITTED
    who = writer_in_words(desk, by=step.by, link=step.link, is_projects=is_projects)
    return StepLine(STEPS[step.kind], step.at, who, why)


def _missing(page: ReportPage) -> list[MissingLine]:
    """List what the rules ask for in the order of the page, with links to the places; what hinders sending first."""
    placed = [
        *((f"f{line.figure.pk}", line.indicator.name, line.remarks) for line in page.figures),
        *((f"t-{line.text.field}", TEXT_NAMES[line.text.field], line.remarks) for line in page.texts),
        *((f"r-{line.funding.source}", SOURCE_NAMES[line.funding.source], line.remarks) for line in page.funding),
        (EVIDENCE_PLACE, EVIDENCE_NAME, page.evidence_remarks),
        ("loppu", ENDING_NAME, page.ending_remarks),
    ]
    lines = [
        MissingLine(said(name), said(remark.message), place, is_needed=remark.severity is Severity.ERROR)
        for place, name, remarks in placed
        for remark in remarks
        if remark.severity is not Severity.OBSERVATION
    ]
    return sorted(lines, key=lambda line: not line.is_needed)


def _figure(numbers: Numbers) -> Figure:
    if numbers.total is None:
        return Figure(numbers.state)
    return reported(numbers.total, numbers.women, numbers.denominator)
