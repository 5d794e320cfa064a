"""After any steps of rounds the stored roll-up is what the ledger gives, and what was known stays known."""

from contextlib import suppress
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankekori.areas.errors import DomainError
from hankekori.areas.monitoring.actions import correct_entry, set_measure_shares
from hankekori.areas.monitoring.ledger_sums import project_figures
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.monitoring.roll_ups import differences
from hankekori.areas.rounds.actions import approve, close_round, open_round, reopen, return_report, save_figure, submit
from hankekori.areas.rounds.models import ProjectReport, ReportText
from hankekori.areas.rounds.queries import report_page
from hankekori.core.periods import period_of
from tests.areas.rounds.world import REASON
from tests.builders import NOW, a_measure, a_programme, a_project, an_indicator, an_objective

PERIODS = [period_of(NOW.date().replace(year=year, month=month)) for year, month in ((2010, 3), (2010, 9), (2011, 3))]
FOREVER = PERIODS[-1].end
SHARES = [{0: Decimal(1)}, {0: Decimal("0.333333"), 1: Decimal("0.666667")}, {1: Decimal("0.5"), 2: Decimal("0.5")}, {}]

places = st.integers(0, 5)
numbers = st.tuples(st.integers(0, 30), st.none() | st.integers(0, 30))
steps = st.one_of(
    st.tuples(st.just("open"), st.sampled_from(PERIODS)),
    st.tuples(st.just("say"), places, places, numbers | st.sampled_from(["not_measured", "not_applicable"])),
    st.tuples(st.just("send_all")),
    st.tuples(st.just("finish")),
    st.tuples(st.just("reopen"), places),
    st.tuples(st.just("mend"), places, places, numbers),
    st.tuples(st.just("send_back"), places),
    st.tuples(st.just("correct"), places, numbers),
    st.tuples(st.just("share"), places, st.sampled_from(SHARES)),
    st.tuples(st.just("close"), places),
)


class Office:
    """A programme with two projects and an indicator of each way of combining, whose rounds are worked through."""

    def __init__(self):
        self.programme = a_programme()
        first, second = an_objective(self.programme), an_objective(self.programme)
        self.measures = [a_measure(self.programme, each) for each in (first, first, second)]
        self.projects = [a_project(self.programme, self.measures[place]) for place in (0, 1)]
        for way in ("sum", "latest", "share"):
            an_indicator(self.programme, combination=way, asked_of_all=True)
        self.now = NOW
        self.open(PERIODS[1])
        self.finish()

    def take(self, step):
        self.now += timedelta(days=1)
        kind, *values = step
        with suppress(DomainError):  # refused steps leave everything as it was
            getattr(self, kind)(*values)

    def open(self, period):
        day = self.now.date()
        opened = open_round(by=None, now=self.now, programme=self.programme, period=period, opens_on=day, due_on=day)
        ReportText.objects.filter(report__round=opened).update(text="Työ eteni.")

    def say(self, place, figure, said):
        if report := _pick(self._reports(), place):
            chosen = report.figures.select_related("indicator").order_by("indicator")[figure % 3]
            self._save(chosen, said)

    def send_all(self):
        for report in self._reports().filter(state__in=["draft", "returned"]):
            for figure in report.figures.filter(state="missing").select_related("indicator"):
                self._save(figure, (figure.pk % 9, None))
            with suppress(DomainError):
                submit(by=None, link=None, now=self.now, report=report)

    def finish(self):
        self.send_all()
        approve(by=None, now=self.now, reports=list(self._reports().filter(state="submitted")))

    def reopen(self, place):
        if report := _pick(self._reports().filter(state="approved"), place):
            reopen(by=None, now=self.now, report=report, **REASON)

    def mend(self, place, figure, said):
        self.reopen(place)
        if report := _pick(self._reports().filter(state="returned"), place):
            self._save(report.figures.select_related("indicator").order_by("indicator")[figure % 3], said)
        self.finish()

    def send_back(self, place):
        if report := _pick(self._reports().filter(state="submitted"), place):
            return_report(by=None, now=self.now, report=report, reason="other", explanation="Tarkista.")

    def correct(self, place, pair):
        entries = LedgerEntry.objects.filter(programme=self.programme, total__isnull=False, corrects=None)
        if entry := _pick(entries, place):
            total, women = (_number(value) for value in pair)
            correct_entry(by=None, now=self.now, entry=entry, total=total, women=women, **REASON)

    def share(self, place, shares):
        chosen = {self.measures[number]: share for number, share in shares.items()}
        set_measure_shares(by=None, now=self.now, project=self.projects[place % 2], shares=chosen)

    def close(self, place):
        if found := _pick(self.programme.rounds, place):
            close_round(by=None, now=self.now, round=found)

    def _reports(self):
        return ProjectReport.objects.filter(programme=self.programme).select_related("round__programme", "project")

    def _save(self, figure, said):
        values = {"state": said}
        if isinstance(said, tuple):
            total, women = (_number(value) for value in said)
            denominator = Decimal(40) if figure.indicator.combination == "share" else None
            values = {"state": "reported", "total": total, "women": women, "denominator": denominator}
        save_figure(by=None, link=None, now=self.now, figure=figure, revision=figure.revision, **values)


def _pick(rows, place):
    found = list(rows.order_by("pk"))
    return found[place % len(found)] if found else None


def _number(value):
    return None if value is None else Decimal(value)


@pytest.mark.django_db
@given(taken=st.lists(steps, min_size=1, max_size=12))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_stored_equals_fresh_and_what_was_known_stays(taken):
    office = Office()
    known = {}
    for step in taken:
        office.take(step)
        assert differences(office.programme) == ()
        known[office.now] = project_figures(office.programme.pk, as_of=FOREVER)
    for moment, figures in known.items():
        assert project_figures(office.programme.pk, as_of=FOREVER, known_on=moment) == figures


@pytest.mark.django_db
@given(taken=st.lists(steps, min_size=1, max_size=12))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_approved_report_says_what_the_ledger_says(taken):
    office = Office()
    for step in taken:
        office.take(step)
    for report in office._reports().filter(state="approved"):
        found = {
            line.indicator: line.figure
            for line in project_figures(office.programme.pk, as_of=report.round.period_end)
            if line.project == report.project_id
        }
        assert {line.indicator.id: line.cumulative for line in report_page(report).figures} == found
