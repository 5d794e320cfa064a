"""`write`: a project's official description out of the database."""

from collections.abc import Callable
from pathlib import Path

import click

from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import latest_description
from hankekori.cli.output import json_bytes, write_bytes
from hankekori.cli.shell import database, programme_named
from hankekori.core.description.html_writer import write_html
from hankekori.core.description.json_values import to_json_value
from hankekori.core.description.model import Description
from hankekori.core.description.reader import read_description
from hankekori.core.description.writer import write_text
from hankekori.exchange.description_sources import text_of
from hankekori.reports.description_document import description_document
from hankekori.reports.writers.docx import write_docx
from hankekori.reports.writers.pdf import write_pdf

WRITERS: dict[str, Callable[[Description, str], bytes]] = {
    "txt": lambda description, _language: write_text(description).encode(),
    "html": lambda description, _language: write_html(description).encode(),
    "json": lambda description, language: json_bytes(to_json_value(description, language)),
    "docx": lambda description, _language: write_docx(description_document(description)),
    "pdf": lambda description, _language: write_pdf(description_document(description)),
}


@click.command()
@click.argument("code")
@click.option("--format", "form", type=click.Choice(list(WRITERS)), default="txt", show_default=True)
@click.option("--programme", "slug", help="Needed when several programmes have the project.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File [default: standard output].")
@click.pass_obj
def write(language: str, code: str, form: str, slug: str | None, out: Path | None) -> None:
    """Write the official description of a project in the official format.

    The text is byte for byte the one that was imported.

    \b
    Examples:
      hankekori write S11010 > S11010.txt
      hankekori write S11010 --format pdf --out S11010.pdf
    """  # noqa: D301 - \b keeps click from wrapping the examples
    with database():
        written = WRITERS[form](_description(code, slug), language)
    write_bytes(written, out)


def _description(code: str, slug: str | None) -> Description:
    projects = Project.objects.filter(code=code)
    if slug:
        projects = projects.filter(programme=programme_named(slug))
    found = list(projects.select_related("programme").order_by("pk")[:2])
    if not found:
        raise click.ClickException(f"There is no project {code}.")
    if len(found) > 1:
        raise click.UsageError(f"Several programmes have the project {code}: name one with --programme.")
    kept = latest_description(found[0])
    if kept is None:
        raise click.ClickException(f"No official description of {code} has been imported yet.")
    return read_description(text_of(bytes(kept.document), kept.file_name))
