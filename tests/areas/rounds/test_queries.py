from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Role
from hankekori.areas.monitoring.actions import correct_entry
from hankekori.areas.rounds.actions import (
    add_file,
    approve,
    remove_project_reporter,
    reopen,
    return_report,
    save_ending,
    save_funding,
    set_project_reporter,
    submit,
)
from hankekori.areas.rounds.errors import NotReporterError
from hankekori.areas.rounds.models import ProjectReport, ProjectReporter
from hankekori.areas.rounds.queries import rates, report_page, round_matrix, rounds_of
from hankekori.core.figures import MISSING, reported
from hankekori.core.rounds import Rates
from tests.areas.rounds.world import BEFORE, NOW, PERIOD, REASON, World, say, send, tell
from tests.builders import a_ledger_entry, a_project, a_project_plan, a_user, a_user_with, an_indicator

ON_TIME = datetime(2012, 7, 31, 20, 59, tzinfo=UTC)  # a minute before midnight in Finland
LATE = ON_TIME + timedelta(minutes=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


@pytest.fixture
def report(world):
    return world.report(world.open())


def statements(read):
    with CaptureQueriesContext(connection) as captured:
        read()
    return len(captured)


def show(report):
    return report_page(ProjectReport.objects.select_related("round__programme", "project").get(pk=report.pk))


class TestRates:
    def test_the_due_day_is_on_time_and_the_minute_after_it_is_not(self, world):
        for _ in range(2):
            a_project_plan(a_project(world.programme), world.indicator)
        opened = world.open()
        first, second, _ = opened.reports.order_by("pk")
        for each, now in ((first, ON_TIME), (second, LATE)):
            say(each)
            tell(each)
            submit(by=None, link=None, now=now, report=each)
        assert rates(opened) == round_matrix(opened).rates == Rates(3, 2, 1)
        (line,) = rounds_of(world.programme)
        assert (line.rates, line.waiting, line.approved, line.period) == (Rates(3, 2, 1), 2, 0, PERIOD)

    def test_a_report_returned_and_late_the_second_time_was_on_time(self, report):
        send(report)
        return_report(by=None, now=NOW, report=report, reason="other", explanation="Tarkenna.")
        submit(by=None, link=None, now=LATE, report=report)
        assert rates(report.round) == Rates(1, 1, 1)

    def test_rounds_come_newest_first_and_only_ones_own(self, world, report):
        earlier = world.open(BEFORE)
        World().open()
        assert [line.round for line in rounds_of(world.programme)] == [report.round, earlier]
        send(report)
        approve(by=None, now=NOW, reports=[report])
        assert [line.approved for line in rounds_of(world.programme)] == [1, 0]


class TestMatrix:
    def row(self, report):
        (row,) = round_matrix(report.round).rows
        return row

    def test_an_empty_report_lacks_everything_but_evidence_of_nothing(self, world, report):
        row = self.row(report)
        assert (row.project, row.project_name, row.state) == (world.project.pk, world.project.name, "draft")
        assert (row.figures_said, row.figures_expected, row.texts_missing) == (0, 1, 2)
        assert (row.funding_said, row.funding_expected, row.women_missing) == (0, 3, 0)
        assert (row.evidence_missing, row.publicity_missing) == (False, True)
        assert (row.first_sent_on, row.last_sent_at, row.on_time) == (None, None, None)

    def test_tells_what_is_missing_as_the_report_page_does(self, report):
        say(report, 7, None)
        row = self.row(report)
        codes = {each.remark.code for each in show(report).remarks}
        assert row.women_missing == 1
        assert row.evidence_missing
        assert codes >= {"women-unknown", "evidence-missing", "publicity-missing", "text-missing", "funding-missing"}

    def test_a_whole_report_lacks_nothing(self, report):
        say(report, 7, 3)
        tell(report)
        for funding in report.funding.all():
            save_funding(by=None, link=None, now=NOW, funding=funding, revision=0, used=Decimal(0))
        add_file(
            by=None,
            link=None,
            now=NOW,
            report=report,
            kind="evidence",
            name="lista.pdf",
            content_type="application/pdf",
            content=b"%PDF",
        )
        assert self.row(report).is_whole

    def test_tells_when_it_was_sent(self, report):
        send(report)
        return_report(by=None, now=NOW, report=report, reason="other", explanation="Tarkenna.")
        submit(by=None, link=None, now=LATE, report=report)
        row = self.row(report)
        assert (row.first_sent_on, row.last_sent_at, row.on_time) == (date(2012, 7, 10), LATE, True)

    def test_a_project_without_indicators_still_reports(self):
        world = World()
        world.project.plans.all().delete()
        row = self.row(world.report(world.open()))
        assert (row.figures_expected, row.figures_said) == (0, 0)

    @pytest.mark.parametrize("size", [1, 3, 50])
    def test_six_queries_whatever_the_size(self, world, size):
        for _ in range(size - 1):
            a_project_plan(a_project(world.programme), world.indicator)
        opened = world.open()
        assert statements(lambda: round_matrix(opened)) == 6
        assert len(round_matrix(opened).rows) == size
        assert statements(lambda: rounds_of(world.programme)) == 1


class TestReportPage:
    def test_puts_plan_previous_this_and_cumulative_side_by_side(self, world):
        entry = a_ledger_entry(world.project, world.indicator, 20, women=5)
        correct_entry(by=None, now=NOW, entry=entry, total=Decimal(18), **REASON)
        report = world.report(world.open())
        say(report, 7, 3)
        (line,) = show(report).figures
        assert line.planned == reported(Decimal(50))
        assert line.previous == reported(Decimal(18), Decimal(5))
        assert line.this == reported(Decimal(7), Decimal(3))
        assert line.cumulative == reported(Decimal(25), Decimal(8))
        assert line.cumulative.women_share == 32

    def test_a_level_takes_the_place_of_the_one_before(self):
        world = World(combination="latest", counts_women=False)
        a_ledger_entry(world.project, world.indicator, 20)
        report = world.report(world.open())
        (line,) = show(report).figures
        assert (line.previous, line.this, line.cumulative) == (reported(Decimal(20)), MISSING, reported(Decimal(20)))
        say(report, 4, None)
        assert show(report).figures[0].cumulative == reported(Decimal(4))

    def test_once_approved_the_ledger_speaks(self, report):
        send(report, 7, 3)
        approve(by=None, now=NOW, reports=[report])
        (line,) = show(report).figures
        correct_entry(by=None, now=NOW, entry=line.figure.entry, total=Decimal(5), **REASON)
        (line,) = show(report).figures
        assert (line.this.total, line.recorded.total, line.cumulative.total) == (7, 5, 5)
        reopen(by=None, now=NOW, report=report, **REASON)
        assert show(report).figures[0].cumulative.total == 7, "what would be recorded now"

    def test_money_granted_and_used_before(self, world):
        for year, granted in ((2011, 1000), (2012, 500)):
            world.project.funding.create(programme=world.programme, source="eu", year=year, granted=granted)
        earlier = world.report(world.open(BEFORE, opens_on=date(2012, 1, 1)))
        save_funding(by=None, link=None, now=NOW, funding=earlier.funding.get(), revision=0, used=Decimal("300.25"))
        later = world.report(world.open())
        assert show(later).funding[0].used_before == 0, "not approved yet"
        send(earlier)
        approve(by=None, now=NOW, reports=[earlier])
        (line,) = show(later).funding
        assert (line.granted, line.used_before, line.funding.used) == (1500, Decimal("300.25"), None)

    def test_texts_come_in_order_and_steps_as_they_were_taken(self, report):
        send(report)
        return_report(by=None, now=NOW, report=report, reason="other", explanation="Tarkenna.")
        page = show(report)
        assert [line.text.field for line in page.texts] == ["highlights", "problems", "deviations", "publicity"]
        assert [(step.kind, step.reason) for step in page.steps] == [("submitted", ""), ("returned", "other")]

    def test_arithmetic_between_indicators_looks_at_the_cumulative_figures(self, world):
        esf = {"programme_period": "2021-2027", "fund": "ESR+", "asked_of_all": True}
        starters = an_indicator(world.programme, code="EECO01", **esf)
        degrees = an_indicator(world.programme, code="EECR03", **esf)
        a_ledger_entry(world.project, starters, 10, women=4)
        report = world.report(world.open())
        say(report, 0, 0, indicator=starters)
        say(report, 9, 4, indicator=degrees)
        assert "qualification" not in {each.remark.code for each in show(report).remarks}
        say(report, 11, 5, indicator=degrees)
        broken = [each for each in show(report).findings if each.remark.code == "qualification"]
        assert [each.remark.field for each in broken] == ["total", "women"]
        assert {each.place for each in broken} == {degrees.name}

    def test_the_last_report_needs_its_day(self, report):
        save_ending(by=None, link=None, now=NOW, report=report, revision=0, is_last=True, real_end=None)
        assert [remark.code for remark in show(report).ending_remarks] == ["real-end-missing"]

    @pytest.mark.parametrize("size", [1, 3, 50])
    def test_constant_queries_and_no_content_of_files(self, world, size):
        for _ in range(size - 1):
            a_ledger_entry(world.project, an_indicator(world.programme))
        report = world.report(world.open())
        for figure in report.figures.all():
            say(report, 1, 1, indicator=figure.indicator)
        tell(report)
        for number in range(2):
            add_file(
                by=None,
                link=None,
                now=NOW,
                report=report,
                kind="evidence",
                name=f"{number}.bin",
                content_type="",
                content=bytes([number]),
            )
        submit(by=None, link=None, now=NOW, report=report)
        approve(by=None, now=NOW, reports=[report])
        found = ProjectReport.objects.select_related("round__programme", "project").get(pk=report.pk)
        assert statements(lambda: report_page(found)) == 10
        assert report_page(found).files[0].get_deferred_fields() == {"content"}


class TestReporters:
    def test_only_a_reporter_reports(self, world):
        reporter = a_user_with(Role.REPORTER, world.programme)
        for _ in range(2):
            set_project_reporter(by=None, now=NOW, project=world.project, user=reporter)
        assert ProjectReporter.objects.get().user == reporter
        for user in (
            a_user(),
            a_user_with(Role.MEMBER, world.programme),
            a_user_with(Role.REPORTER, World().programme),
        ):
            with pytest.raises(NotReporterError):
                set_project_reporter(by=None, now=NOW, project=world.project, user=user)
        remove_project_reporter(by=None, now=NOW, project=world.project, user=reporter)
        assert not ProjectReporter.objects.exists()
