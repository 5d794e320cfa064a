"""The command's root: subcommands loaded when asked for, language, and how an expected failure is told."""

import os
import sys
from importlib import import_module
from typing import NamedTuple

import click

from hankekori.core.texts import LANGUAGES


class Place(NamedTuple):
    module: str
    attribute: str
    summary: str
    needs_django: bool = True


COMMANDS = {
    "serve": Place("server", "serve", "Start the web server and its worker."),
    "init": Place("data", "init", "Create the database and an empty programme."),
    "demo": Place("demo", "demo", "Load the Heinola demo and end."),
    "read": Place("descriptions", "read", "Show what an official description says.", needs_django=False),
    "write": Place("writing", "write", "Write a project's official description."),
    "import": Place("data", "import_paths", "Import files, folders and zip archives."),
    "status": Place("figures", "status", "Say whether the plan is on course."),
    "report": Place("figures", "report", "Write the working group's report."),
    "check": Place("figures", "check", "Prove that stored sums equal fresh ones."),
    "round": Place("rounds", "rounds", "Open a reporting round, remind, see who has reported."),
    "users": Place("users", "users", "Add users, give them roles, list them."),
}


class Commands(click.Group):
    """Imports a subcommand's module when it is used, so that neither `read` nor `--help` waits for Django."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        place = COMMANDS[name]
        if place.needs_django:
            _set_up_django()
        command: click.Command = getattr(import_module(f"hankekori.cli.{place.module}"), place.attribute)
        return command

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, place.summary) for name, place in COMMANDS.items()])


def _set_up_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hankekori.config.settings")
    try:
        import_module("django").setup()
    except Exception as error:
        if type(error).__name__ == "ImproperlyConfigured":  # Django is not imported here
            raise click.ClickException(" ".join(str(error).split())) from error
        raise


def language_of_terminal() -> str:
    """Return fi, sv or en from the environment; English when it says something else."""
    wanted = os.environ.get("HANKEKORI_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG") or "en"
    return wanted[:2] if wanted[:2] in LANGUAGES else "en"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="hankekori")
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of output [default: the terminal's].")
@click.pass_context
def cli(context: click.Context, language: str | None) -> None:
    """Plan, project basket, results and the working group's report of a region in structural change.

    \b
    Examples:
      hankekori demo                           load the Heinola demo
      hankekori serve                          start the server on 127.0.0.1:8000
      hankekori read description.txt           understand an official description, no database needed
      hankekori status --programme heinola     is the plan on course?
    """  # noqa: D301 - \b keeps click from wrapping the examples
    context.obj = language or language_of_terminal()


def main() -> None:
    """Run the command: 0 done, 1 could not be done (said on stderr), 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal without ä still gets the rest
    try:
        code = cli.main(prog_name="hankekori", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
    except click.Abort:
        click.echo("Interrupted.", err=True)
    except BrokenPipeError:  # whoever read has seen enough; what is still to be written goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        click.echo(f"{error.filename or 'The output'} cannot be used: {error.strerror}.", err=True)
    sys.exit(1)
