"""`read`: what an official description says, without any database."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from rich.markup import escape

from hankekori.cli.output import console, json_bytes, plain_table, write_bytes
from hankekori.core.description.fields import FieldValue, labelled_fields
from hankekori.core.description.html_writer import write_html
from hankekori.core.description.json_values import to_json_value
from hankekori.core.description.model import Description
from hankekori.core.description.reader import NotADescriptionError, read_description
from hankekori.core.description.writer import write_text
from hankekori.core.money import format_date
from hankekori.core.texts import Translated
from hankekori.exchange.description_sources import text_of
from hankekori.exchange.unreadable_source import UnreadableSourceError


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
      hankekori read description.txt
      hankekori read --format json *.html
      hankekori read description.txt --format txt > same.txt
    """  # noqa: D301 - \b keeps click from wrapping the examples
    readings, failures = [], []
    for file in files:
        try:
            readings.append(Reading(file.name, read_description(text_of(file.read_bytes(), file.name))))
        except OSError as error:
            failures.append(f"{file}: {error.strerror}")
        except (NotADescriptionError, UnreadableSourceError) as error:
            failures.append(f"{file}: {error.message.in_language(language)}")
    if readings:
        _show(readings, form, language, several=len(files) > 1)
    if failures:
        raise click.ClickException("\n".join(failures))


def _show(readings: list[Reading], form: str, language: str, *, several: bool) -> None:
    if form == "json":
        values = [to_json_value(reading.description, language) for reading in readings]
        write_bytes(json_bytes(values if several else values[0]))
    elif form == "table":
        for reading in readings:
            _print_table(reading, language)
    else:
        write = write_text if form == "txt" else write_html
        for reading in readings:
            write_bytes(write(reading.description).encode())


def _print_table(reading: Reading, language: str) -> None:
    """Print the fields the page has, then what is worth a look, then the lines that were not understood."""
    table = plain_table(escape(reading.name), show_header=False)
    table.add_column(style="bold", max_width=42)
    table.add_column()
    for field in labelled_fields(reading.description):
        if field.value not in {None, ()}:
            table.add_row(field.label.in_language(language), escape(_shown(field.value, language)))
    on = console()
    on.print(table)
    for remark in reading.description.remarks:
        on.print(f"[yellow]![/] {escape(remark.message.in_language(language))}")
    for line in reading.description.unread:
        on.print(f"[red]?[/] {line.line}: {escape(line.text)}")


def _shown(value: FieldValue, language: str) -> str:
    if isinstance(value, date):
        return format_date(value, language)
    if isinstance(value, bool):
        return (_YES if value else _NO).in_language(language)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


_YES = Translated("kyllä", "ja", "yes")
_NO = Translated("ei", "nej", "no")
