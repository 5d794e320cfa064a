"""`demo`: the Heinola demo into the database."""

from datetime import UTC, datetime

import click
from rich.console import Console

from hankekori.cli.shell import database
from hankekori.demo.load import load_demo


@click.command()
@click.pass_obj
def demo(language: str) -> None:
    """Load the demo "Heinolan seutu nousuun" and end; where it is loaded already, nothing changes.

    \b
    Examples:
      hankekori demo
      hankekori demo && hankekori status --programme heinola
    """  # noqa: D301 - \b keeps click from wrapping the examples
    with database(), Console(stderr=True).status("") as shown:
        programme = load_demo(now=datetime.now(UTC), progress=lambda step: shown.update(step.in_language(language)))
    click.echo(f"Demo programme '{programme.slug}' ({programme.name_fi}) is in the database.")
