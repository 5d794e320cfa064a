"""An open round of the small programme, and ways to write its report by the form of the page."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from hankekori.areas.accounts.roles import Role
from hankekori.areas.monitoring.actions import rebuild_roll_ups
from hankekori.areas.rounds.actions import open_round, set_project_reporter
from hankekori.areas.rounds.models import ProjectReport, ReportFigure, Round
from hankekori.core.periods import Period

PERIOD = Period(date(2012, 1, 1), date(2012, 6, 30))


@dataclass(frozen=True)
class Asked:
    """A round that asks the one project of the small programme for people who started."""

    round: Round
    report: ProjectReport
    figure: ReportFigure

    @property
    def address(self) -> str:
        return f"/seutu/seuranta/raportti/{self.report.pk}/"

    @property
    def round_address(self) -> str:
        return f"/seutu/seuranta/{self.round.pk}/"

    @property
    def key(self) -> str:
        return f"f{self.figure.pk}"


def an_open_round(programme, **fields) -> Round:
    today = timezone.localdate()
    values = {"period": PERIOD, "opens_on": date(2012, 7, 1), "due_on": today + timedelta(days=20)}
    return open_round(by=None, now=timezone.now(), programme=programme, **values | fields)


@pytest.fixture
def asked(small) -> Asked:
    small.project.stage = "running"
    small.project.contact_email = "hanke@example.org"
    small.project.save()
    rebuild_roll_ups(by=None, now=timezone.now(), programme=small.programme)
    opened = an_open_round(small.programme)
    report = opened.reports.get()
    return Asked(opened, report, report.figures.get())


@pytest.fixture
def own_reporter(asked, entered, programme):
    """Return the client of the reporter of the small programme's project."""
    client = entered(Role.REPORTER)
    user = programme.role_assignments.get(role=Role.REPORTER).user
    set_project_reporter(by=None, now=timezone.now(), project=asked.report.project, user=user)
    return client


def controls(page: str) -> dict[str, str]:
    """Read what a browser would send of the report's form without anything being typed."""
    tree = LexborHTMLParser(page)
    sent = {}
    for each in tree.css("[form=raportti]"):
        name, value = each.attributes.get("name"), each.attributes.get("value") or ""
        kind = each.attributes.get("type")
        if each.tag == "button" or (kind in {"radio", "checkbox"} and "checked" not in each.attributes):
            continue
        sent[name] = each.text(strip=False).removeprefix("\n") if each.tag == "textarea" else value
    return sent


def written(client, asked, **typed) -> dict[str, str]:
    """Fill the form as it is now with what is typed, named without the figure's key."""
    sent = controls(client.get(asked.address).content.decode())
    names = {"total", "women", "state", "deviation", "seen"}
    return sent | {
        (f"{asked.key}-{name}" if name in names else name.replace("__", "-")): value for name, value in typed.items()
    }


def a_whole_report(client, asked, **typed):
    """Save a report that lacks nothing needed."""
    values = {
        "total": "12",
        "women": "5",
        "deviation": "Alkoi myöhässä",
        "t_highlights": "Hyvin",
        "t_problems": "Ei ollut",
    }
    sent = written(client, asked)
    for name, value in (values | typed).items():
        if name.startswith("t_"):
            sent[f"t-{name[2:]}-written"] = value
        else:
            sent[f"{asked.key}-{name}"] = value
    return sent


@pytest.fixture
def sent_report(asked, officer):
    """Send the report with twelve people, five of them women."""
    response = officer.post(f"{asked.address}tallenna/", a_whole_report(officer, asked) | {"tee": "laheta"})
    assert response.status_code == 302
    asked.report.refresh_from_db()
    assert asked.report.state == "submitted"
    return asked
