"""A programme with a round to report in, and the steps a report takes in it."""

from datetime import UTC, date, datetime
from decimal import Decimal

from hankekori.areas.rounds.actions import open_round, save_figure, save_text, submit
from hankekori.areas.rounds.models import ProjectReport
from hankekori.core.periods import Period
from tests.builders import a_measure, a_programme, a_project, a_project_plan, a_user, an_indicator

PERIOD = Period(date(2012, 1, 1), date(2012, 6, 30))
WINDOW = {"opens_on": date(2012, 7, 1), "due_on": date(2012, 7, 31)}
NOW = datetime(2012, 7, 10, 9, 0, tzinfo=UTC)
BEFORE = Period(date(2011, 7, 1), date(2011, 12, 31))
REASON = {"reason": "typing", "explanation": "Luku oli väärin."}
CODE = "131052-308T"  # made up, its check character is right


class World:
    """A programme with a measure, a project and an indicator the project has a plan for; the round is open."""

    def __init__(self, **indicator):
        self.programme = a_programme()
        self.measure = a_measure(self.programme)
        self.project = a_project(self.programme, self.measure)
        self.indicator = an_indicator(self.programme, **indicator)
        a_project_plan(self.project, self.indicator)
        self.officer = a_user("Koordinaattori")

    def open(self, period=PERIOD, **window):
        return open_round(by=self.officer, now=NOW, programme=self.programme, period=period, **WINDOW | window)

    def report(self, round_):
        return ProjectReport.objects.get(round=round_, project=self.project)


def say(report, total=7, women=3, *, indicator=None, now=NOW, **values):
    """Save a figure over what is there."""
    figures = report.figures.order_by("pk")
    figure = figures.get(indicator=indicator) if indicator else figures.first()
    said = {"state": "reported", "total": _number(total), "women": _number(women)} | values
    return save_figure(by=None, link=None, now=now, figure=figure, revision=figure.revision, **said)


def tell(report, now=NOW):
    for text in report.texts.all():
        save_text(by=None, link=None, now=now, text=text, revision=text.revision, written="Työ eteni.")


def send(report, total=7, women=3, **values):
    say(report, total, women, **values)
    tell(report)
    return submit(by=None, link=None, now=NOW, report=report)


def _number(value):
    return None if value is None else Decimal(value)
