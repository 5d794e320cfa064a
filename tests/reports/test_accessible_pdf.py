"""Every PDF the product writes passes the check of PDF/UA-1, and the check finds what is wrong."""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.projects.queries import project_page_by_id
from hankekori.areas.steering.paper_queries import meeting_papers
from hankekori.core.periods import Period
from hankekori.reports.comparison import compare
from hankekori.reports.compile.answer import compile_answer
from hankekori.reports.compile.files import write_answer
from hankekori.reports.compile.model import Reader
from hankekori.reports.compile.question import Question
from hankekori.reports.compile.subjects import SUBJECTS
from hankekori.reports.funder import Reader as FunderReader
from hankekori.reports.funder import final_report, follow_up_report, read_material
from hankekori.reports.meetings import agenda_document, minutes_document
from hankekori.reports.working_group import build_report
from hankekori.reports.writers.pdf import write_pdf
from tests import builders
from tests.reports.accessible_pdf import faults_of
from tests.reports.compile.conftest import world  # noqa: F401 - a fixture
from tests.reports.documents import report, wide_table
from tests.reports.meetings.conftest import meeting  # noqa: F401 - a fixture


def spoilt(change):
    """Give a good file after a change to it."""
    with pikepdf.open(io.BytesIO(write_pdf(report()))) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def without(*path):
    def change(pdf):
        node = pdf.Root
        for name in path[:-1]:
            node = node[name]
        del node[path[-1]]

    return change


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_document_with_every_kind_of_block_passes(language):
    assert faults_of(write_pdf(report(language=language))) == []


def test_a_long_wide_table_passes():
    assert faults_of(write_pdf(report(wide_table(80)))) == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("build", [agenda_document, minutes_document])
def test_agenda_and_minutes_pass(meeting, build, language):  # noqa: F811 - the fixture
    assert faults_of(write_pdf(build(meeting_papers(meeting), language=language))) == []


@pytest.mark.django_db
def test_working_groups_report_and_its_comparison_pass():
    programme = builders.a_programme()
    measure = builders.a_measure(programme)
    people = builders.an_indicator(programme, headline=1)
    builders.a_target(measure, people)
    builders.a_ledger_entry(builders.a_project(programme, measure), people, 40)
    old, new = (
        build_report(programme, as_of=day, known_on=builders.AS_OF, language="fi")
        for day in (date(2011, 6, 30), builders.AS_OF)
    )

    assert faults_of(write_pdf(new)) == []
    assert faults_of(write_pdf(compare(old, new))) == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("subject", sorted(SUBJECTS))
def test_a_compilation_of_every_subject_passes(world, subject, language):  # noqa: F811 - the fixture
    question = replace(Question.start(subject), as_of=builders.AS_OF, filters=())
    answer = compile_answer(world.programme, question, Reader(frozenset(Permission), language))

    assert faults_of(write_answer(answer, "pdf", address="https://hankekori.example.org/heinola/")) == []


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_reports_to_the_funder_pass(language):
    programme = builders.a_programme()
    project = builders.a_project(programme, builders.a_measure(programme), code="S20001", fund="ESR")
    people = builders.an_indicator(programme, name_fi="Aloittaneet")
    builders.a_project_plan(project, people, 50, women=20)
    builders.a_ledger_entry(project, people, 40)
    material = read_material(
        project_page_by_id(programme, project.pk), as_of=builders.AS_OF, known_on=builders.AS_OF, language=language,
        reader=FunderReader(with_personal=False, mask=str),
    )  # fmt: skip

    for made in (follow_up_report(material, Period(date(2011, 1, 1), date(2011, 6, 30))), final_report(material)):
        assert faults_of(write_pdf(made.document)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (without("/Lang"), "no language"),
        (without("/MarkInfo"), "not marked as tagged"),
        (without("/StructTreeRoot"), "no structure tree"),
        (without("/ViewerPreferences"), "the title is not shown"),
        (without("/Metadata"), "does not say it is PDF/UA-1"),
    ],
)
def test_the_check_finds_what_is_missing(change, fault):
    assert fault in faults_of(spoilt(change))
