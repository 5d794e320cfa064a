"""`read`: what an official description says, without any database."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from hankekori.core.description.fields import labelled_fields
from hankekori.core.description.html_writer import write_html
from hankekori.core.description.json_form import to_json_value
from hankekori.core.description.model import Description, NotADescriptionError
from hankekori.core.description.reader import read_description
from hankekori.core.description.writer import write_description
from hankekori.exchange.description_sources import UnreadableSourceError, text_of


@dataclass(frozen=True, slots=True)
class Reading:
    name: str
    description: Description


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "txt", "html"]), default="table", show_default=True
)
@click.pass_obj
def read(language: str, files: tuple[Path, ...], form: str) -> None:
    """Read official project descriptions (text, HTML, PDF) and show what was understood.

    Several files with --format json give a list. Needs no database.

    \b
    Examples:
      hankekori read S11010.txt
      hankekori read --format json *.html
      hankekori read S11010.txt --format txt > same.txt
    """  # noqa: D301 - \b keeps click from wrapping the examples
    readings, failures = [], []
    for file in files:
        try:
            readings.append(Reading(file.name, read_description(text_of(file.read_bytes(), file.name))))
        except OSError as error:
            failures.append(f"{file}: {error.strerror}")
        except (NotADescriptionError, UnreadableSourceError) as error:
            failures.append(f"{file}: {error.sentence.in_language(language)}")
    if readings:
        _show(readings, form, language, several=len(files) > 1)
    if failures:
        raise click.ClickException("\n".join(failures))


def _show(readings: list[Reading], form: str, language: str, *, several: bool) -> None:
    if form == "json":
        values = [to_json_value(reading.description, language) for reading in readings]
        click.echo(json.dumps(values if several else values[0], ensure_ascii=False, indent=2))
    elif form == "table":
        for reading in readings:
            _print_table(reading, language)
    else:
        write = write_description if form == "txt" else write_html
        for reading in readings:
            sys.stdout.buffer.write(write(reading.description).encode())
        sys.stdout.buffer.flush()


def _print_table(reading: Reading, language: str) -> None:
    table = Table(title=reading.name, show_header=False, show_lines=False)
    table.add_column(style="bold", max_width=42)
    table.add_column()
    for field in labelled_fields(reading.description):
        table.add_row(field.label.in_language(language), field.value)
    console = Console()
    console.print(table)
    for remark in reading.description.remarks:
        console.print(f"[yellow]![/] {remark.message.in_language(language)}", markup=True)
    for line in reading.description.unread:
        console.print(f"[red]?[/] {line.line}: {line.text}")
