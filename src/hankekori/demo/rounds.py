"""The demo's open round, invented: reports at every stage, their people and the links sent to them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.rounds.actions import (
    add_file,
    open_round,
    return_report,
    save_figure,
    save_funding,
    save_text,
    set_project_reporter,
    submit,
)
from hankekori.areas.rounds.conversation import comment
from hankekori.areas.rounds.links import create_link
from hankekori.areas.rounds.models import ProjectReport
from hankekori.core.money import parse_number
from hankekori.demo.data_files import read_table, to_half_year, to_number

PERIOD = to_half_year("2012H1")
DAYS_LEFT = 14  # so that the round is open whenever the demo is loaded
REPORTED_BY_USER = ("S11010", "S11661")
LINKED = ("S11476", "S11582", "S11668", "S12122", "S10930")
USED = "12500"  # euros of each source, in every report that is sent


def create_rounds(
    programme: Programme, projects: Mapping[str, Project], *, reporter: User, officer: User, now: datetime
) -> None:
    """Open the round, bring its reports as far as reports.csv says, and say what comments.csv says of them.

    None is approved: what approval writes to the ledger would no longer be marked as an example.
    """
    for code in REPORTED_BY_USER:
        set_project_reporter(by=None, now=now, project=projects[code], user=reporter)
    due_on = timezone.localdate(now) + timedelta(days=DAYS_LEFT)
    opened = open_round(
        by=None, now=now, programme=programme, period=PERIOD, opens_on=PERIOD.end + timedelta(days=1), due_on=due_on
    )
    reports = {each.project.code: each for each in opened.reports.select_related("project", "programme", "round")}
    links = {
        code: create_link(by=None, now=now, report=reports[code], email=f"{code.lower()}@example.org")
        for code in LINKED
    }
    for row in read_table("reports.csv"):
        _write(reports[row["project"]], row, writer={"by": reporter, "link": None, "now": now})
    for row in read_table("comments.csv"):
        link = links.get(row["project"])
        project = {"by": None, "link": link} if link else {"by": reporter, "link": None}
        writer = project if row["side"] == "project" else {"by": officer, "link": None}
        _comment(reports[row["project"]], row, writer=writer | {"now": now})


def _write(report: ProjectReport, row: Mapping[str, str], *, writer: Mapping[str, Any]) -> None:
    figures = {each.indicator.code: each for each in report.figures.select_related("indicator")}
    for said in read_table("report_figures.csv"):
        if said["project"] == row["project"]:
            save_figure(
                **writer,
                figure=figures[said["indicator"]],
                revision=0,
                state=said["state"],
                total=to_number(said["total"]),
                women=to_number(said["women"]),
                deviation=said["deviation"],
            )
    for text in report.texts.all():
        if written := row[text.field]:
            save_text(**writer, text=text, revision=0, written=written)
    if row["reached"] != "draft":
        _send(report, row, writer)


def _send(report: ProjectReport, row: Mapping[str, str], writer: Mapping[str, Any]) -> None:
    for funding in report.funding.all():
        save_funding(**writer, funding=funding, revision=0, used=parse_number(USED))
    add_file(
        **writer,
        report=report,
        kind="evidence",
        name="esimerkki.txt",
        content_type="text/plain",
        content=f"Esimerkki: näyttö hankkeen {row['project']} tuloksista.\n".encode(),
    )
    submit(**writer, report=report)
    if row["reached"] == "returned":
        return_report(by=None, now=writer["now"], report=report, reason=row["reason"], explanation=row["explanation"])


def _comment(report: ProjectReport, row: Mapping[str, str], *, writer: Mapping[str, Any]) -> None:
    comment(
        **writer,
        report=report,
        figure=report.figures.get(indicator__code=row["indicator"]) if row["indicator"] else None,
        text=row["text"],
        needs_follow_up=bool(row["needs_follow_up"]),
    )
