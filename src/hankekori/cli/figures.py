"""`status`, `report` and `check`: figures out of the database."""

from datetime import UTC, datetime
from pathlib import Path

import click
from django.utils import timezone

from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.monitoring.roll_ups import differences
from hankekori.areas.monitoring.state import ProgrammeState
from hankekori.areas.programmes.models import Programme
from hankekori.cli.output import console, json_bytes, plain_table, write_bytes
from hankekori.cli.shell import DAY, data_dir, database, day_of, programme_named
from hankekori.core.figures import Figure
from hankekori.core.money import format_date, format_number
from hankekori.core.status import LIGHT_WORDS, Light
from hankekori.core.texts import Translated
from hankekori.reports.status_json import status_value
from hankekori.reports.working_group import write_files

_SHOWN = 20  # differences printed


@click.command()
@click.option("--programme", "slug", required=True, help="Short name of the programme.")
@click.option("--as-of", type=DAY, help="Results of periods that ended by this day [default: the programme's day].")
@click.option("--known-on", type=DAY, help="As they were known at the end of this day [default: today].")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_obj
def status(language: str, slug: str, as_of: datetime | None, known_on: datetime | None, form: str) -> None:
    """Say whether the plan is on course.

    \b
    Examples:
      hankekori status --programme heinola
      hankekori status --programme heinola --as-of 2011-12-31 --known-on 2012-04-30 --format json
    """  # noqa: D301 - \b keeps click from wrapping the examples
    with database():
        programme = programme_named(slug)
        today = timezone.localdate()
        state = programme_state(
            programme, as_of=day_of(as_of) or programme.day_shown(today), known_on=day_of(known_on) or today
        )
        if form == "json":
            write_bytes(json_bytes(status_value(state, language)))
        else:
            _print_table(state, language)


def _print_table(state: ProgrammeState, language: str) -> None:
    table = plain_table(f"{state.programme.name.in_language(language)} {format_date(state.as_of, language)}")
    table.add_column()
    table.add_column(no_wrap=True)
    for heading in _HEADINGS:
        table.add_column(heading.in_language(language), justify="right", no_wrap=True)
    for objective in state.objectives:
        table.add_row(
            f"[bold]{objective.number} {objective.name.in_language(language)}", _word(objective.light, language)
        )
        for measure in objective.measures:
            table.add_row(f"  {measure.number} {measure.name.in_language(language)}", _word(measure.light, language))
            for line in measure.indicators:
                numbers = (
                    line.figure.planned_total,
                    line.figure.expected,
                    line.figure.actual.value,
                    line.figure.actual.women,
                )
                decimals = line.indicator.decimals
                shown = ["" if n is None else format_number(n, language, decimals=decimals) for n in numbers]
                table.add_row(
                    f"    {line.indicator.name.in_language(language)}", _word(line.status.light, language), *shown
                )
    console().print(table)


def _word(light: Light, language: str) -> str:
    return LIGHT_WORDS[light].in_language(language)


@click.command()
@click.option("--programme", "slug", required=True, help="Short name of the programme.")
@click.option("--as-of", type=DAY, required=True, help="Day of the report: 2012-04-30 or 30.4.2012.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder [default: var/reports].")
@click.pass_obj
def report(language: str, slug: str, as_of: datetime, out: Path | None) -> None:
    """Write the working group's report as HTML, PDF, DOCX, XLSX and JSON, and freeze it.

    \b
    Example:
      hankekori --language fi report --programme heinola --as-of 2012-04-30 --out reports
    """  # noqa: D301 - \b keeps click from wrapping the example
    with database():
        files = write_files(
            programme_named(slug),
            as_of=as_of.date(),
            language=language,
            folder=out or data_dir() / "reports",
            now=datetime.now(UTC),
        )
        for file in files:
            click.echo(file)


@click.command()
def check() -> None:
    """Prove on live data that every stored roll-up equals a fresh computation.

    \b
    Example:
      hankekori check
    """  # noqa: D301 - \b keeps click from wrapping the example
    with database():
        wrong = [
            f"{programme.slug}: {found.node.kind} {found.node.id}, indicator {found.indicator}, {found.period_end}: "
            f"stored {_total(found.stored)}, fresh {_total(found.fresh)}"
            for programme in Programme.objects.order_by("slug")
            for found in differences(programme)
        ]
        if wrong:
            more = f"\n... and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
            raise click.ClickException("\n".join(wrong[:_SHOWN]) + more)
        click.echo(f"{Programme.objects.count()} programmes checked, stored roll-ups are right.")


def _total(figure: Figure | None) -> str:
    return "nothing" if figure is None else f"{figure.state} {figure.total if figure.is_reported else ''}".rstrip()


_HEADINGS = (
    Translated("suunniteltu", "planerat", "planned"),
    Translated("odotettu", "väntat", "expected"),
    Translated("toteutunut", "utfall", "actual"),
    Translated("naisia", "kvinnor", "women"),
)
