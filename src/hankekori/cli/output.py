"""What the command prints: for other programs always UTF-8, for people a table as wide as there is room."""

import json
import sys
from pathlib import Path
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table

_WIDTH_WITHOUT_TERMINAL = 140  # characters; into a file or a pipe


def write_bytes(content: bytes, out: Path | None = None) -> None:
    """Write to the file, else to standard output."""
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}.") from error


def json_bytes(value: Any) -> bytes:  # noqa: ANN401 - anything JSON can hold
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def console() -> Console:
    return Console(width=None if sys.stdout.isatty() else _WIDTH_WITHOUT_TERMINAL, emoji=False, highlight=False)


def plain_table(title: str | None = None, *, show_header: bool = True) -> Table:
    """Make a table with a line under its header and no other lines."""
    return Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, show_header=show_header)
