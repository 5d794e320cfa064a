"""`init` and `import`: an empty programme, and files into one."""

import re
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from hankekori.areas.programmes.actions import save_programme
from hankekori.areas.programmes.models import Programme
from hankekori.cli.output import console, plain_table
from hankekori.cli.shell import DAY, database, programme_named
from hankekori.exchange.applying import ImportResult, apply_import
from hankekori.exchange.plan_items import Outcome
from hankekori.exchange.plans import ImportPlan, plan_import
from hankekori.exchange.uploads import collect_paths

_SHOWN = 20  # lines of each kind printed; the numbers always cover all


class _ShortName(click.ParamType[str]):
    """What can stand in an address: small letters, digits and hyphens."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", value):
            self.fail("The short name stands in addresses: use a-z, 0-9 and hyphens, for example jamsa.", param, ctx)
        return value


@click.command()
@click.option("--programme", "slug", type=_ShortName(), help="Create an empty programme with this short name.")
@click.option("--name", help="Its name in Finnish.")
@click.option("--start", type=DAY, help="Its first day.")
@click.option("--end", type=DAY, help="Its last day.")
def init(slug: str | None, name: str | None, start: datetime | None, end: datetime | None) -> None:
    """Create the data folder and the database; with --programme also an empty programme.

    \b
    Examples:
      hankekori init
      hankekori init --programme jamsa --name "Jämsän seutu" --start 2026-01-01 --end 2029-12-31
    """  # noqa: D301 - \b keeps click from wrapping the examples
    if slug and not (name and start and end):
        raise click.UsageError("A programme needs --name, --start and --end.")
    with database():
        click.echo("The database is ready.")
        if slug and name and start and end:
            if Programme.objects.filter(slug=slug).exists():
                raise click.ClickException(f"There is a programme '{slug}' already.")
            save_programme(by=None, now=datetime.now(UTC), slug=slug, name_fi=name, start=start.date(), end=end.date())
            click.echo(f"Programme '{slug}' is there. Give somebody a role: hankekori users add")


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--programme", "slug", help="Short name of the programme [default: the only one].")
@click.option("--dry-run", is_flag=True, help="Show what would happen and save nothing.")
@click.pass_obj
def import_paths(language: str, paths: tuple[Path, ...], slug: str | None, *, dry_run: bool) -> None:
    """Import files, folders and zip archives, in one transaction.

    Official descriptions (txt, html, pdf), the national project list (csv), spreadsheets (xlsx, ods, csv), municipality
    boundaries (GeoJSON) and municipality tables. The same file twice changes nothing.

    \b
    Examples:
      hankekori import --dry-run description.txt
      hankekori import --programme heinola descriptions/ list.csv
    """  # noqa: D301 - \b keeps click from wrapping the examples
    progress = Console(stderr=True)
    with database():
        programme = _programme(slug)
        with progress.status("Reading..."):
            plan = plan_import(collect_paths(paths), programme=programme)
        _show_plan(plan, language)
        if dry_run:
            click.echo("Nothing was saved (--dry-run).")
        elif plan.changes_something:
            _show_result(_apply(plan, progress), language)
        else:
            click.echo("Nothing changes.")
    if plan.not_imported and not plan.items:
        raise click.ClickException("Nothing could be imported.")


def _programme(slug: str | None) -> Programme:
    if slug:
        return programme_named(slug)
    programmes = list(Programme.objects.order_by("slug")[:2])
    if len(programmes) != 1:
        raise click.UsageError("Name the programme with --programme.")
    return programmes[0]


def _apply(plan: ImportPlan, console: Console) -> ImportResult:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Saving", total=None)
        return apply_import(
            plan=plan,
            by=None,
            now=datetime.now(UTC),
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


def _show_plan(plan: ImportPlan, language: str) -> None:
    counts = plan.counts()
    click.echo(", ".join(f"{outcome.label.in_language(language)} {counts[outcome]}" for outcome in Outcome))
    table = plain_table(show_header=False)
    for item in [item for item in plan.items if item.outcome is not Outcome.UNCHANGED][:_SHOWN]:
        table.add_row(item.outcome.label.in_language(language), escape(item.key), escape(item.name))
    if table.row_count:
        console().print(table)
    for refused in plan.not_imported[:_SHOWN]:
        where = f"{refused.file}:{refused.line}" if refused.line else refused.file
        click.echo(f"{where}: {refused.reason.in_language(language)}", err=True)
    if (more := len(plan.not_imported) - _SHOWN) > 0:
        click.echo(f"... and {more} more that were not imported", err=True)


def _show_result(result: ImportResult, language: str) -> None:
    for remark in result.remarks[:_SHOWN]:
        click.echo(f"{remark.about}: {remark.sentence.in_language(language)}", err=True)
    click.echo(
        f"Saved: {result.created} new, {result.changed} changed, {result.unchanged} unchanged, "
        f"{len(result.not_imported)} not imported."
    )
