"""`round`: open a reporting round, remind of it, and see who has reported."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import click
from django.db import transaction
from django.utils import timezone

from hankekori.areas.programmes.models import Programme
from hankekori.areas.rounds.actions import open_round
from hankekori.areas.rounds.digests import Digest, digests_of, unreached
from hankekori.areas.rounds.links import SentLinks, send_links
from hankekori.areas.rounds.models import ProjectReport, Round
from hankekori.areas.rounds.notices import announce_round, queue_reminders
from hankekori.areas.rounds.queries import RoundMatrix, round_matrix
from hankekori.areas.rounds.reached import last_asked
from hankekori.areas.rounds.round_counts import MatrixRow
from hankekori.cli.output import console, json_bytes, plain_table, write_bytes
from hankekori.cli.shell import DAY, database, programme_named
from hankekori.core.money import DateError, format_date, parse_date
from hankekori.core.periods import Period, due_date, period_of
from hankekori.core.rounds import ReportState
from hankekori.core.texts import Translated


class PeriodType(click.ParamType[Period]):
    """A half-year 2011H2, a year 2011, or two days 2011-07-01..2011-12-31."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Period:  # noqa: ANN401 - click's signature
        if isinstance(value, Period):
            return value
        if found := re.fullmatch(r"([1-9]\d{3})(?:H([12]))?", value, re.IGNORECASE):
            first = date(int(found[1]), 7 if found[2] == "2" else 1, 1)
            return period_of(first) if found[2] else period_of(first, months=12)
        first_day, _, last_day = value.partition("..")
        try:
            return Period(parse_date(first_day), parse_date(last_day))
        except DateError:
            self.fail(f"'{value}' is not a period. Write 2011H2, 2011 or 2011-07-01..2011-12-31.", param, ctx)


_PROGRAMME = click.option("--programme", "slug", required=True, help="Short name of the programme.")
_PERIOD = PeriodType()


@click.group("round")
def rounds() -> None:
    """Open a reporting round, remind of it, and see who has reported.

    \b
    Examples:
      hankekori round open --programme heinola --period 2011H2 --due 2012-01-30 --send-links
      hankekori round status --programme heinola
    """  # noqa: D301 - \b keeps click from wrapping the examples


@rounds.command("open")
@_PROGRAMME
@click.option("--period", type=_PERIOD, required=True, help="2011H2, 2011 or 2011-07-01..2011-12-31.")
@click.option("--opens", type=DAY, help="First day on which reports can be sent [default: today].")
@click.option("--due", type=DAY, help="Last day to be on time [default: 30 days after the period].")
@click.option(
    "--send-links/--no-links",
    default=None,
    help="Write to those who report [default: as the programme's settings say].",
)
@click.pass_obj
def open_command(
    language: str, *, slug: str, period: Period, opens: datetime | None, due: datetime | None, send_links: bool | None
) -> None:
    """Ask every running project for its results of a period.

    \b
    Examples:
      hankekori round open --programme heinola --period 2011H2 --due 2012-01-30 --send-links
      hankekori round open --programme heinola --period 2012-01-01..2012-04-30 --no-links
    """  # noqa: D301 - \b keeps click from wrapping the examples
    with database(), transaction.atomic():
        now = timezone.now()
        opened = open_round(
            by=None,
            now=now,
            programme=programme_named(slug),
            period=period,
            opens_on=opens.date() if opens else timezone.localdate(now),
            due_on=due.date() if due else due_date(period),
        )
        sent = _send(opened, now, wanted=send_links)
    asked = ProjectReport.objects.filter(round=opened).count()
    click.echo(_OPENED.in_language(language).format(n=asked, due=format_date(opened.due_on, language)))
    if sent is not None:
        _say_sent(sent, language)


@rounds.command()
@_PROGRAMME
@click.option("--dry-run", is_flag=True, help="Only list who would be written to.")
@click.pass_obj
def remind(language: str, *, slug: str, dry_run: bool) -> None:
    """Remind those whose report is due or late, and tell the office what waits; `serve` does it every morning.

    Nobody is written to twice within five days, however often this is given.

    \b
    Examples:
      hankekori round remind --programme heinola --dry-run
      hankekori round remind --programme heinola
    """  # noqa: D301 - \b keeps click from wrapping the examples
    with database():
        programme, now = programme_named(slug), timezone.now()
        digests = digests_of(programme, now) if dry_run else queue_reminders(by=None, now=now, programme=programme)
        _say_digests(digests, language, dry_run=dry_run)
        if nobody := unreached(programme, now):
            click.echo(_NOBODY.in_language(language).format(n=len(nobody)))
            _list_projects([str(report.project) for report in nobody])


@rounds.command()
@_PROGRAMME
@click.option("--period", type=_PERIOD, help="Of which round [default: the newest].")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def status(language: str, *, slug: str, period: Period | None, as_json: bool) -> None:
    """List the projects of a round: who has reported, what is missing, when they were last written to.

    \b
    Examples:
      hankekori round status --programme heinola
      hankekori round status --programme heinola --period 2011H2 --json
    """  # noqa: D301 - \b keeps click from wrapping the examples
    with database():
        programme = programme_named(slug)
        round_ = _round_of(programme, period)
        matrix = round_matrix(round_)
        written = last_asked(round_)
        if as_json:
            write_bytes(json_bytes(_as_json(matrix, written)))
        else:
            _print_matrix(matrix, written, language)


def _send(opened: Round, now: datetime, *, wanted: bool | None) -> SentLinks | None:
    if wanted is None:
        return announce_round(by=None, now=now, round=opened)
    return send_links(by=None, now=now, round=opened) if wanted else None


def _round_of(programme: Programme, period: Period | None) -> Round:
    """Return the round of the period, else the newest; or say which there are."""
    found = Round.objects.filter(programme=programme).order_by("-period_end", "-id")
    wanted = found.filter(period_start=period.start, period_end=period.end) if period else found
    if round_ := wanted.first():
        return round_
    known = ", ".join(f"{each.period_start}..{each.period_end}" for each in found) or "none yet"
    raise click.ClickException(f"There is no such round. Rounds of {programme.slug}: {known}.")


def _say_sent(sent: SentLinks, language: str) -> None:
    click.echo(_SENT.in_language(language).format(links=len(sent.links), accounts=sent.accounts))
    if sent.missing:
        click.echo(_NO_ADDRESS.in_language(language).format(n=len(sent.missing)))
        _list_projects([str(project) for project in sent.missing])


def _say_digests(digests: Sequence[Digest], language: str, *, dry_run: bool) -> None:
    if not digests:
        click.echo(_NO_DIGESTS.in_language(language))
        return
    for digest in digests:
        facts = {"own": len(digest.own), "waiting": len(digest.news.waiting), "late": len(digest.news.late)}
        click.echo(f"{digest.address}\t{_DIGEST.in_language(language).format(**facts)}")
    click.echo((_WOULD if dry_run else _QUEUED).in_language(language).format(n=len(digests)))


def _list_projects(names: Sequence[str]) -> None:
    for name in names:
        click.echo(f"  {name}")


def _print_matrix(matrix: RoundMatrix, written: Mapping[int, datetime | None], language: str) -> None:
    period = Period(matrix.round.period_start, matrix.round.period_end).label.in_language(language)
    due = _DUE.in_language(language).format(due=format_date(matrix.round.due_on, language))
    table = plain_table(f"{period}, {due}")
    for heading in _HEADINGS:
        table.add_column(heading.in_language(language))
    for row in matrix.rows:
        at = written.get(row.report)
        table.add_row(
            f"{row.project_code or ''} {row.project_name}".strip(),
            _state_word(row, matrix.round).in_language(language),
            ", ".join(_lacks(row, language)),
            format_date(timezone.localdate(at), language) if at else "",
        )
    console().print(table)
    rates = matrix.rates
    facts = {"received": rates.received, "expected": rates.expected, "on_time": rates.on_time}
    click.echo(_RATES.in_language(language).format(**facts))


def _state_word(row: MatrixRow, round_: Round) -> Translated:
    late = row.first_sent_on is None and round_.due_on < timezone.localdate()
    return _LATE if late else _STATES[row.state]


def _lacks(row: MatrixRow, language: str) -> list[str]:
    counted = [
        (_FIGURES, row.figures_expected - row.figures_said),
        (_WOMEN, row.women_missing),
        (_TEXTS, row.texts_missing),
        (_FUNDING, row.funding_expected - row.funding_said),
        (_EVIDENCE, int(row.evidence_missing)),
        (_PUBLICITY, int(row.publicity_missing)),
    ]
    return [words.in_language(language).format(n=number) for words, number in counted if number]


def _as_json(matrix: RoundMatrix, written: Mapping[int, datetime | None]) -> dict[str, Any]:
    round_, rates = matrix.round, matrix.rates
    return {
        "period": [round_.period_start.isoformat(), round_.period_end.isoformat()],
        "opens_on": round_.opens_on.isoformat(),
        "due_on": round_.due_on.isoformat(),
        "closed_at": round_.closed_at.isoformat() if round_.closed_at else None,
        "expected": rates.expected,
        "received": rates.received,
        "on_time": rates.on_time,
        "reports": [_row_as_json(row, written.get(row.report)) for row in matrix.rows],
    }


def _row_as_json(row: MatrixRow, written_at: datetime | None) -> dict[str, Any]:
    return {
        "code": row.project_code,
        "name": row.project_name,
        "state": row.state.value,
        "first_sent_on": row.first_sent_on.isoformat() if row.first_sent_on else None,
        "on_time": row.on_time,
        "missing": {
            "figures": row.figures_expected - row.figures_said,
            "women": row.women_missing,
            "texts": row.texts_missing,
            "funding": row.funding_expected - row.funding_said,
            "evidence": row.evidence_missing,
            "publicity": row.publicity_missing,
        },
        "last_written_at": written_at.isoformat() if written_at else None,
    }


_STATES = {
    ReportState.DRAFT: Translated("kesken", "under arbete", "in progress"),
    ReportState.SUBMITTED: Translated("lähetetty", "skickad", "sent"),
    ReportState.RETURNED: Translated("palautettu", "returnerad", "returned"),
    ReportState.APPROVED: Translated("hyväksytty", "godkänd", "approved"),
}
_LATE = Translated("myöhässä", "försenad", "late")
_HEADINGS = (
    Translated("hanke", "projekt", "project"),
    Translated("tila", "läge", "state"),
    Translated("puuttuu", "saknas", "missing"),
    Translated("viimeksi kirjoitettu", "senast skrivit", "last written to"),
)
_DUE = Translated("määräpäivä {due}", "sista dagen {due}", "due on {due}")
_FIGURES = Translated("lukuja {n}", "tal {n}", "figures {n}")
_WOMEN = Translated("naisten osuus {n}", "kvinnornas andel {n}", "women's share {n}")
_TEXTS = Translated("tekstejä {n}", "texter {n}", "texts {n}")
_FUNDING = Translated("rahoitus {n}", "finansiering {n}", "funding {n}")
_EVIDENCE = Translated("näyttö", "underlag", "evidence")
_PUBLICITY = Translated("julkisuus", "publicitet", "publicity")
_RATES = Translated(
    "Raportteja {received}/{expected}, ajoissa {on_time}.",
    "Rapporter {received}/{expected}, i tid {on_time}.",
    "Reports {received}/{expected}, on time {on_time}.",
)
_OPENED = Translated(
    "Kierros avattiin. Hankkeita {n}, määräpäivä {due}.",
    "Omgången öppnades. Projekt: {n}, sista dagen {due}.",
    "The round is open. Projects: {n}, due on {due}.",
)
_SENT = Translated(
    "Linkkejä lähtee {links}, viestejä tunnuksen haltijoille {accounts}.",
    "Länkar som skickas: {links}, meddelanden till dem som har konto: {accounts}.",
    "Links to be sent: {links}, messages to those with an account: {accounts}.",
)
_NO_ADDRESS = Translated(
    "Hankkeita ilman sähköpostiosoitetta ja raportoijaa {n}:",
    "Projekt utan e-postadress och rapportör: {n}:",
    "Projects with neither an e-mail address nor a reporter: {n}:",
)
_NOBODY = Translated(
    "Raportteja, joista ei ole ketään muistutettavaksi, {n}:",
    "Rapporter som ingen kan påminnas om: {n}:",
    "Reports of which nobody can be reminded: {n}:",
)
_NO_DIGESTS = Translated("Tänään ei muistuteta ketään.", "I dag påminns ingen.", "Nobody is written to today.")
_DIGEST = Translated(
    "omia raportteja {own}, odottaa hyväksyntää {waiting}, myöhässä {late}",
    "egna rapporter {own}, väntar på godkännande {waiting}, försenade {late}",
    "own reports {own}, waiting for approval {waiting}, late {late}",
)
_WOULD = Translated(
    "Viestejä lähtisi {n}.", "Meddelanden som skulle skickas: {n}.", "Messages that would be sent: {n}."
)
_QUEUED = Translated("Viestejä lähtee {n}.", "Meddelanden som skickas: {n}.", "Messages to be sent: {n}.")
