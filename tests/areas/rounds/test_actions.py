from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from hankekori.areas.errors import NotInProgrammeError, WrongOrderError
from hankekori.areas.identity_wall import IdentityCodeError
from hankekori.areas.monitoring.actions import correct_entry, record_entries
from hankekori.areas.monitoring.entries import NewEntry
from hankekori.areas.monitoring.models import LedgerEntry, StoredRollUp
from hankekori.areas.monitoring.roll_ups import differences
from hankekori.areas.projects.models import Project
from hankekori.areas.rounds.actions import (
    add_file,
    approve,
    close_round,
    remove_file,
    reopen,
    return_report,
    save_ending,
    save_figure,
    save_funding,
    save_text,
    submit,
)
from hankekori.areas.rounds.errors import (
    DayTooFarError,
    FileRefusedError,
    NotOpenYetError,
    RefusedValueError,
    ReportClosedError,
    ReportRefusedError,
    ReportsWaitError,
    RoundClosedError,
    RoundOverlapsError,
    RoundReasonError,
    StaleReportError,
    StepRefusedError,
    WindowError,
)
from hankekori.areas.rounds.files import MOST_BYTES
from hankekori.areas.rounds.models import ReportFile, ReportLink, ReportStep, Round
from hankekori.areas.rounds.queries import report_page
from hankekori.core.periods import Period
from tests.areas.rounds.world import BEFORE, CODE, NOW, PERIOD, REASON, World, say, send, tell
from tests.builders import (
    a_ledger_entry,
    a_programme,
    a_project,
    a_project_plan,
    an_indicator,
)

QUARTER = (date(2012, 4, 1), date(2012, 6, 30))  # a quarter within the round's half-year

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


@pytest.fixture
def report(world):
    return world.report(world.open())


class TestOpening:
    def test_asks_the_projects_that_ran_during_the_period(self, world):
        programme, measure = world.programme, world.measure
        asked = {
            world.project,
            a_project(programme, basket_state="left", stage="ended", end=PERIOD.start),
            a_project(programme, measure, basket_state="outside", start=PERIOD.end),
            a_project(programme, start=None, end=None),
            a_project(programme, stage="interrupted", end=PERIOD.start),
        }
        a_project(programme, basket_state="outside")
        a_project(programme, stage="applied")
        a_project(programme, end=PERIOD.start - timedelta(days=1))
        a_project(programme, start=PERIOD.end + timedelta(days=1))
        a_project(programme, stage="ended", end=None)
        a_project(a_programme())
        opened = world.open()
        assert {each.project for each in opened.reports.select_related("project")} == asked

    def test_asks_for_planned_reported_and_common_indicators(self, world):
        reported, common = an_indicator(world.programme), an_indicator(world.programme, asked_of_all=True)
        an_indicator(world.programme)
        a_ledger_entry(world.project, reported)
        report = world.report(world.open())
        assert {each.indicator for each in report.figures.all()} == {world.indicator, reported, common}
        assert {each.state for each in report.figures.all()} == {"missing"}
        assert report.texts.count() == 4
        assert {each.source for each in report.funding.all()} == {"eu", "state", "municipal"}

    def test_asks_for_the_money_the_project_has(self, world):
        for year in (2011, 2012):
            world.project.funding.create(programme=world.programme, source="private", year=year)
        assert [each.source for each in world.report(world.open()).funding.all()] == ["private"]

    @pytest.mark.parametrize("days", [(0, 0), (-30, -30), (170, 300)])
    def test_refuses_a_period_that_overlaps_another(self, world, days):
        world.open()
        overlapping = Period(PERIOD.start + timedelta(days=days[0]), PERIOD.end + timedelta(days=days[1]))
        with pytest.raises(RoundOverlapsError, match=r"1\.1\.–30\.6\.2012") as refused:
            world.open(overlapping)
        assert refused.value.field == "period"
        assert Round.objects.filter(programme=world.programme).count() == 1

    def test_the_period_before_and_another_programme_do_not_overlap(self, world):
        world.open()
        world.open(BEFORE)
        World().open()
        assert Round.objects.count() == 3

    def test_refuses_a_window_or_period_in_the_wrong_order(self, world):
        with pytest.raises(WindowError):
            world.open(due_on=date(2012, 6, 1))
        with pytest.raises(WrongOrderError):
            world.open(Period(PERIOD.end, PERIOD.start))

    @pytest.mark.parametrize("day", [date(1989, 12, 31), date(2101, 1, 1), date.min, date.max])
    @pytest.mark.parametrize("field", ["period", "opens_on", "due_on"])
    def test_days_on_which_no_programme_runs_are_refused(self, world, field, day):
        with pytest.raises(DayTooFarError) as refused:
            world.open(**{field: Period(day, day) if field == "period" else day})
        assert refused.value.field == field


class TestShares:
    def test_reopened_numerator_is_approved_again_with_the_denominator_it_had(self):
        world = World(combination="share", counts_women=False)
        report = world.report(world.open())
        for total in (3, 4):
            send(report, total, None, denominator=Decimal(10))
            approve(by=None, now=NOW, reports=[report])
            (line,) = report_page(world.report(report.round)).figures
            assert line.cumulative.value == total * 10
            reopen(by=None, now=NOW, report=report, reason="late_information", explanation="Uusi tieto.")
            report.refresh_from_db()
        assert differences(world.programme) == ()


class TestWriting:
    def test_saves_what_is_said_and_counts_the_saves(self, report):
        figure = say(report, 7, 3, non_binary=Decimal(1), deviation=" Alku viivästyi. ")
        figure.refresh_from_db()
        kept = (figure.total, figure.women, figure.non_binary, figure.deviation, figure.revision)
        assert kept == (7, 3, 1, "Alku viivästyi.", 1)

    def test_zero_and_statements_are_answers(self, report):
        assert say(report, 0, 0).total == 0
        for state in ("not_measured", "not_applicable", "missing"):
            assert say(report, None, None, state=state).state == state

    def test_refuses_to_write_over_another(self, report):
        figure = report.figures.get()
        say(report, 7, 3)
        with pytest.raises(StaleReportError) as refused:
            save_figure(
                by=None, link=None, now=NOW, figure=figure, revision=0, state="reported", total=Decimal(9), women=None
            )
        assert refused.value.theirs.total == 7
        same = {"state": "reported", "total": Decimal(7), "women": Decimal(3)}
        assert save_figure(by=None, link=None, now=NOW, figure=figure, revision=0, **same).revision == 1

    @pytest.mark.parametrize(
        ("values", "field"),
        [
            ({"total": -1}, "total"),
            ({"total": 3, "women": 4}, "women"),
            ({"total": 3, "women": 2, "non_binary": Decimal(2)}, "non_binary"),
            ({"total": "2.5"}, "total"),
            ({"total": 10**12, "women": None}, "total"),
            ({"total": None, "women": None}, "total"),
            ({"state": "not_measured"}, "state"),
            ({"state": "guessed"}, "state"),
            ({"denominator": Decimal(10)}, "denominator"),
            ({"total": Decimal("NaN")}, "total"),
        ],
    )
    def test_refuses_a_figure_the_indicator_cannot_have(self, report, values, field):
        with pytest.raises(RefusedValueError) as refused:
            say(report, **values)
        assert refused.value.field == field

    def test_a_reduction_is_no_report(self, world, report):
        with pytest.raises(RefusedValueError, match="ensimmäinen raportti"):
            say(report, -1, None)
        a_ledger_entry(world.project, world.indicator)
        with pytest.raises(RefusedValueError, match="oikaisuna"):
            say(report, -1, None)

    def test_refuses_identity_codes(self, report):
        with pytest.raises(IdentityCodeError) as refused:
            say(report, deviation=f"Osallistuja {CODE} keskeytti.")
        assert refused.value.field == "deviation"
        text = report.texts.first()
        with pytest.raises(IdentityCodeError):
            save_text(by=None, link=None, now=NOW, text=text, revision=0, written=CODE)

    def test_saves_money(self, report):
        funding = report.funding.first()
        saved = save_funding(by=None, link=None, now=NOW, funding=funding, revision=0, used=Decimal("1250.50"))
        assert (saved.used, saved.revision) == (Decimal("1250.50"), 1)
        for used in ("-1", "0.001", "1e12"):
            with pytest.raises(RefusedValueError):
                save_funding(by=None, link=None, now=NOW, funding=funding, revision=1, used=Decimal(used))

    @pytest.mark.parametrize(
        ("real_end", "says"), [(date(2009, 12, 31), "alkoi: 1.1.2010"), (date(2012, 7, 1), "päättyy 30.6.2012")]
    )
    def test_the_real_end_lies_between_the_start_and_the_period_end(self, report, real_end, says):
        with pytest.raises(RefusedValueError, match=says):
            save_ending(by=None, link=None, now=NOW, report=report, revision=0, is_last=True, real_end=real_end)

    def test_a_link_writes_in_its_own_report_only(self, report):
        other = World()
        strange = ReportLink(report=other.report(other.open()))
        for write in (
            lambda: save_text(
                by=None, link=strange, now=NOW, text=report.texts.first(), revision=0, written="Työ eteni."
            ),
            lambda: submit(by=None, link=strange, now=NOW, report=report),
        ):
            with pytest.raises(NotInProgrammeError):
                write()

    def test_nothing_is_written_before_the_window(self, report):
        with pytest.raises(NotOpenYetError, match=r"1\.7\.2012"):
            say(report, now=datetime(2012, 6, 30, 20, 59, tzinfo=UTC))
        say(report, now=datetime(2012, 6, 30, 21, 0, tzinfo=UTC))  # the day begins in Finland

    def test_nothing_is_written_once_sent_or_approved(self, report):
        send(report)
        with pytest.raises(ReportClosedError, match="lähetetty"):
            say(report, 8)
        approve(by=None, now=NOW, reports=[report])
        with pytest.raises(ReportClosedError, match="hyväksytty"):
            tell(report)


class TestFiles:
    def add(self, report, name="osallistujat.csv", content=b"maara\n12\n", **values):
        given = {"kind": "evidence", "indicator": None, "content_type": "text/csv"} | values
        return add_file(by=None, link=None, now=NOW, report=report, name=name, content=content, **given)

    def test_keeps_a_file_and_removes_it(self, report):
        kept = self.add(report, "C:\\tyo\\juttu\n.pdf", content_type="application/pdf")
        assert (kept.name, kept.size, len(kept.sha256)) == ("juttu.pdf", 9, 64)
        remove_file(by=None, link=None, now=NOW, file=kept)
        assert not ReportFile.objects.exists()

    def test_refuses_the_same_file_twice_but_not_for_another_purpose(self, report):
        self.add(report)
        with pytest.raises(FileRefusedError, match=r"osallistujat\.csv"):
            self.add(report, "kopio.csv")
        self.add(report, kind="publicity")

    def test_refuses_what_cannot_be_kept(self, report):
        with pytest.raises(FileRefusedError, match="tyhjä"):
            self.add(report, content=b"")
        with pytest.raises(FileRefusedError, match="10 megatavua"):
            self.add(report, content=b"0" * (MOST_BYTES + 1))
        with pytest.raises(IdentityCodeError) as refused:
            self.add(report, f"todistus {CODE}.pdf")
        assert refused.value.field == "name"
        with pytest.raises(IdentityCodeError):
            self.add(report, content=f"nimi;{CODE}".encode())

    def test_a_long_name_keeps_its_suffix(self, report):
        kept = self.add(report, "a" * 300 + ".pdf")
        assert len(kept.name) == 200
        assert kept.name.endswith("a.pdf")


class TestSubmitting:
    def test_tells_everything_that_is_missing(self, world, report):
        save_ending(by=None, link=None, now=NOW, report=report, revision=0, is_last=True, real_end=None)
        with pytest.raises(ReportRefusedError) as refused:
            submit(by=None, link=None, now=NOW, report=report)
        said = [str(each.sentence) for each in refused.value.remarks]
        places = [sentence.split(":")[0] for sentence in said]
        assert places == [world.indicator.name_fi, "Onnistumiset", "Ongelmat", "Viimeinen raportti"]

    def test_findings_do_not_stop(self, report):
        sent = send(report, 7, None)
        assert sent.state == "submitted"
        assert {each.remark.code for each in report_page(sent).findings} >= {"women-unknown", "off-plan"}

    def test_keeps_the_first_moment_and_every_step(self, report):
        send(report)
        return_report(by=None, now=NOW, report=report, reason="text_unclear", explanation="Tarkenna.")
        submit(by=None, link=None, now=NOW + timedelta(days=40), report=report)
        report.refresh_from_db()
        assert report.first_submitted_at == NOW
        assert [each.kind for each in report.steps.order_by("pk")] == ["submitted", "returned", "submitted"]

    def test_a_step_is_not_taken_twice(self, report):
        send(report)
        with pytest.raises(ReportClosedError):
            submit(by=None, link=None, now=NOW, report=report)
        assert report.steps.count() == 1


class TestDeciding:
    def test_returning_needs_a_reason_and_a_sentence(self, report):
        send(report)
        for reason, explanation in (("", "Tarkenna."), ("guess", "Tarkenna."), ("other", " ")):
            with pytest.raises(RoundReasonError):
                return_report(by=None, now=NOW, report=report, reason=reason, explanation=explanation)
        with pytest.raises(IdentityCodeError):
            return_report(by=None, now=NOW, report=report, reason="other", explanation=CODE)
        assert return_report(by=None, now=NOW, report=report, reason="other", explanation="Ks.").state == "returned"

    def test_a_draft_is_neither_returned_nor_approved_nor_reopened(self, report):
        with pytest.raises(StepRefusedError, match="Raportti on kesken"):
            return_report(by=None, now=NOW, report=report, reason="other", explanation="Ks.")
        with pytest.raises(ReportRefusedError, match=f"{report.project}: Raportti on kesken"):
            approve(by=None, now=NOW, reports=[report])
        with pytest.raises(StepRefusedError):
            reopen(by=None, now=NOW, report=report, **REASON)

    def test_approval_writes_the_ledger_and_the_roll_up(self, world, report):
        send(report, 7, 3, non_binary=Decimal(1), deviation="Alku viivästyi.")
        (approved,) = approve(by=world.officer, now=NOW, reports=[report])
        entry = LedgerEntry.objects.get(project=world.project)
        assert (entry.total, entry.women, entry.non_binary, entry.source) == (7, 3, 1, "report")
        assert (entry.period_start, entry.period_end) == (PERIOD.start, PERIOD.end)
        assert (entry.recorded_by, entry.explanation) == (world.officer, "Alku viivästyi.")
        assert approved.figures.get().entry == entry
        assert (approved.state, approved.approved_at) == ("approved", NOW)
        assert StoredRollUp.objects.get(measure=world.measure).total == 7
        assert ReportStep.objects.get(kind="approved").by == world.officer

    def test_approval_is_all_or_nothing_and_tells_every_reason(self, world):
        other = a_project(world.programme, world.measure, name="Toinen hanke")
        a_project_plan(other, world.indicator)
        opened = world.open()
        reports = list(opened.reports.order_by("pk"))
        for each in reports:
            send(each)
        for project in (world.project, other):
            entry = NewEntry(project.pk, world.indicator.pk, *QUARTER, total=Decimal(4), source="import")
            record_entries(by=None, now=NOW, programme=world.programme, entries=[entry])
        with pytest.raises(ReportRefusedError) as refused:
            approve(by=None, now=NOW, reports=reports)
        said = [str(each.sentence) for each in refused.value.remarks]
        assert len(said) == 2
        assert "Toinen hanke" in "".join(said)
        assert all(world.indicator.name_fi in each and "kahteen kertaan" in each for each in said)
        assert not LedgerEntry.objects.filter(source="report").exists()
        assert {each.state for each in opened.reports.all()} == {"submitted"}

        for entry in LedgerEntry.objects.filter(source="import"):
            correct_entry(by=None, now=NOW, entry=entry, total=Decimal(0), **REASON)
        assert len(approve(by=None, now=NOW, reports=reports)) == 2
        assert StoredRollUp.objects.get(measure=world.measure, period_end=PERIOD.end).total == 14

    def test_reports_of_another_programme_are_not_approved(self, report):
        stranger = World()
        foreign = stranger.report(stranger.open())
        send(report)
        send(foreign)
        with pytest.raises(NotInProgrammeError):
            approve(by=None, now=NOW, reports=[report, foreign])
        assert not LedgerEntry.objects.exists()

    def test_a_last_report_whose_project_now_begins_later_is_not_approved(self, report):
        end = date(2012, 4, 30)
        save_ending(by=None, link=None, now=NOW, report=report, revision=0, is_last=True, real_end=end)
        send(report)
        Project.objects.update(start=date(2012, 5, 1))
        with pytest.raises(ReportRefusedError, match=f"{report.project}: Hanke ei voi päättyä"):
            approve(by=None, now=NOW, reports=[report])

    def test_the_last_report_ends_its_project(self, world, report):
        end = date(2012, 4, 30)
        save_ending(by=None, link=None, now=NOW, report=report, revision=0, is_last=True, real_end=end)
        send(report)
        approve(by=world.officer, now=NOW, reports=[report])
        world.project.refresh_from_db()
        assert (world.project.end, world.project.stage) == (end, Project.Stage.ENDED)
        later = world.open(Period(date(2012, 7, 1), date(2012, 12, 31)))
        assert not later.reports.exists()


class TestReopening:
    def again(self, world, report, *args, **values):
        reopen(by=world.officer, now=NOW, report=report, **REASON)
        send(report, *args, **values)
        approve(by=world.officer, now=NOW, reports=[report])

    def entries(self):
        rows = LedgerEntry.objects.order_by("pk")
        return [(row.source, row.total, row.women, row.corrects_id is not None) for row in rows]

    def test_records_only_the_difference_as_a_correction(self, world, report):
        send(report, 7, 3)
        approve(by=None, now=NOW, reports=[report])
        self.again(world, report, 5, 3)
        assert self.entries() == [("report", 7, 3, False), ("correction", -2, None, True)]
        correction = LedgerEntry.objects.get(source="correction")
        assert (correction.reason, correction.explanation) == ("typing", "Luku oli väärin.")
        assert correction.corrects == report.figures.get().entry
        assert differences(world.programme) == ()

    def test_the_same_again_records_nothing(self, world, report):
        send(report, 7, 3)
        approve(by=None, now=NOW, reports=[report])
        self.again(world, report, 7, 3)
        assert len(self.entries()) == 1

    def test_corrections_made_meanwhile_are_counted_in(self, world, report):
        send(report, 7, 3)
        approve(by=None, now=NOW, reports=[report])
        correct_entry(by=None, now=NOW, entry=LedgerEntry.objects.get(), total=Decimal(9), **REASON)
        self.again(world, report, 5, 3)
        assert [total for _, total, _, _ in self.entries()] == [7, 2, -4]
        assert StoredRollUp.objects.get(measure=world.measure).total == 5

    def test_a_number_takes_the_place_of_a_statement(self, world, report):
        send(report, None, None, state="not_measured")
        approve(by=None, now=NOW, reports=[report])
        self.again(world, report, 4, 0)
        assert self.entries() == [("report", None, None, False), ("correction", 4, 0, True)]
        assert StoredRollUp.objects.get(measure=world.measure).total == 4

    def test_an_approved_number_is_not_forgotten(self, report):
        send(report, 7, 3)
        approve(by=None, now=NOW, reports=[report])
        reopen(by=None, now=NOW, report=report, **REASON)
        with pytest.raises(RefusedValueError, match="Luku 7 on jo hyväksytty"):
            say(report, None, None, state="not_measured")
        with pytest.raises(RefusedValueError, match="jo hyväksytty luku 3") as refused:
            say(report, 7, None)
        assert refused.value.field == "women"

    def test_a_closed_round_is_not_reopened_but_corrected(self, world, report):
        send(report)
        with pytest.raises(ReportsWaitError, match="1"):
            close_round(by=None, now=NOW, round=report.round)
        approve(by=None, now=NOW, reports=[report])
        close_round(by=None, now=NOW, round=report.round)
        with pytest.raises(RoundClosedError, match="oikaisuna"):
            reopen(by=None, now=NOW, report=report, **REASON)
        correct_entry(by=None, now=NOW, entry=report.figures.get().entry, total=Decimal(8), **REASON)
        assert StoredRollUp.objects.get(measure=world.measure).total == 8
