"""Write the pages that the code knows best: python -m tools.docs.

docs/cli.md comes from the commands' own help, docs/formats from the code that reads and writes the formats.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
_WIDTH = 100  # characters of a line of help


def main() -> None:
    """Write every page; say which ones changed."""
    for path, content in pages().items():
        if not path.exists() or path.read_text() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
            print(path.relative_to(ROOT))


def pages() -> dict[Path, str]:
    """Give each generated page its content; imports Django, touches no database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hankekori.config.settings")
    from hankekori.core.description.json_values import json_schema  # noqa: PLC0415 - settings have to be named first
    from hankekori.reports.status_schema import status_schema  # noqa: PLC0415 - same

    return {
        DOCS / "cli.md": _command_page(),
        DOCS / "formats" / "spreadsheet.md": _spreadsheet_page(),
        DOCS / "formats" / "description.schema.json": _as_json(json_schema()),
        DOCS / "formats" / "status.schema.json": _as_json(status_schema()),
    }


def _as_json(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _spreadsheet_page() -> str:
    from hankekori.core.columns import PROJECT_COLUMNS  # noqa: PLC0415 - beside the other pages

    rows = "\n".join(
        f"| {each.label.fi} | {each.label.sv} | {each.label.en} | {', '.join(each.synonyms) or '-'} "
        f"| {_CELLS[each.kind.value]} |"
        for each in PROJECT_COLUMNS
    )
    return f"{_SPREADSHEET}{rows}\n"


def _command_page() -> str:
    from hankekori.cli.main import cli  # noqa: PLC0415 - settings have to be named first

    helps = "\n".join(f"## {name}\n\n```\n{text}\n```\n" for name, text in _helps(cli, "hankekori", None))
    return f"{_INTRODUCTION}\n{helps}"


def _helps(command: click.Command, name: str, above: click.Context | None) -> Iterator[tuple[str, str]]:
    context = click.Context(
        command, info_name=name, parent=above, terminal_width=_WIDTH, help_option_names=["-h", "--help"]
    )
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            if found := command.get_command(context, each):
                yield from _helps(found, each, context)


_CELLS = {
    "text": "text",
    "project_code": "a letter and 4-9 digits",
    "business_id": "Y-tunnus with a right check digit",
    "euros": "whole euros",
    "date": "a date: 30.4.2012 or 2012-04-30",
    "names": "names with commas between",
    "project_kind": "a kind of project",
}
_SPREADSHEET = """# Spreadsheets of projects

Written by `make docs`; a test fails when it is out of date.

xlsx, ods and csv. The heading row is the one of the first twenty that holds most of the headings below, at least two.
Each row under it is a project, known by its code. Columns are recognised by their headings, in any of the languages,
capitals and order aside; what was recognised can be corrected on the page before anything is saved. A column nobody
knows is left out. An empty cell changes nothing. A faulty row is not imported; the page names it and gives the
spreadsheet back with the faulty cells marked.

| Finnish | Swedish | English | also | cells |
|---|---|---|---|---|
"""
_INTRODUCTION = """# The command

Written by `make docs` from the commands' own help; a test fails when it is out of date.

Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 could not be done (one sentence
says why), 2 used wrongly. JSON, texts and HTML are UTF-8 on every terminal. Settings are in [settings.md](settings.md),
the formats in [formats](formats).
"""


if __name__ == "__main__":
    main()
