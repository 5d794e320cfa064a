"""`serve` and `demo`: the web server with its worker, and the Heinola demo."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime

import click
from rich.console import Console

from hankekori.areas.accounts.role_choice import demo_roles
from hankekori.cli.shell import data_dir, database, programme_named
from hankekori.cli.worker import work
from hankekori.demo.load import load_demo
from hankekori.reports.working_group import write_files

DEMO = "heinola"
_THREADS = 4  # of a web process; each keeps one connection to the database


@click.command()
def demo() -> None:
    """Load the demo "Heinolan seutu nousuun", write its report and end.

    \b
    Example:
      hankekori demo
    """  # noqa: D301 - \b keeps click from wrapping the example
    with database():
        click.echo(_load_demo())
        click.echo(_write_demo_report())


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--workers", default=1, show_default=True, help="Web processes.")
@click.option("--demo", "with_demo", is_flag=True, help="Load the demo, write its report, let visitors choose a role.")
def serve(host: str, port: int, workers: int, *, with_demo: bool) -> None:
    """Start the web server and the worker that does longer jobs, in one process group.

    \b
    Examples:
      hankekori serve
      hankekori serve --demo --port 8080
      DATABASE_URL=postgresql://user@host/name hankekori serve --host 0.0.0.0
    """  # noqa: D301 - \b keeps click from wrapping the examples
    if with_demo:
        os.environ["HANKEKORI_DEMO"] = "1"
    _check_port(host, port)
    with database():
        if with_demo:
            _prepare_demo()
        _announce(host, port, with_demo=with_demo)
        asyncio.run(_run(host, port, workers))


def _check_port(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"Cannot listen on {host}:{port} ({error.strerror}). Stop what uses it, or choose another with --port."
            ) from error


def _prepare_demo() -> None:
    """Load the demo and write its report in a process of its own, whose memory is free again before serving."""
    own_command = [sys.executable, "-c", "from hankekori.cli.main import main; main()", "demo"]
    if subprocess.run(own_command, check=False).returncode:  # noqa: S603 - our own command line
        raise click.ClickException("The demo could not be loaded.")


def _load_demo() -> str:
    with Console(stderr=True).status("Loading the demo..."):
        programme = load_demo(now=datetime.now(UTC))
    return f"Demo programme '{programme.slug}' ({programme.name_fi}) is in the database."


def _write_demo_report() -> str:
    programme = programme_named(DEMO)
    as_of = programme.shown_as_of or datetime.now(UTC).date()
    files = write_files(programme, as_of=as_of, language="fi", folder=data_dir() / "reports", now=datetime.now(UTC))
    return "The working group's report: " + ", ".join(str(file) for file in files)


def _announce(host: str, port: int, *, with_demo: bool) -> None:
    click.echo(f"\nHankekori: http://{host}:{port}/   (stop with Ctrl-C)")
    if with_demo:
        click.echo("Choose a role on the first page:")
        for role in demo_roles():
            click.echo(f"  {role.name.in_language('en'):<22} {role.may.in_language('en')}")


async def _run(host: str, port: int, workers: int) -> None:
    """Run web server and worker until the web server ends or Ctrl-C, then let both finish what they are at."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    web = await asyncio.create_subprocess_exec(*_web_command(host, port, workers))
    jobs = asyncio.create_task(work())
    ends = [asyncio.create_task(web.wait()), asyncio.create_task(stopped.wait()), jobs]
    await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    if web.returncode is None:
        web.terminate()
    jobs.cancel()
    await asyncio.gather(web.wait(), jobs, return_exceptions=True)
    if not stopped.is_set():
        raise click.ClickException("The web server ended by itself. What it said is above.")


def _web_command(host: str, port: int, workers: int) -> list[str]:
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    web += ["--workers", str(workers), "--blocking-threads", str(_THREADS), "--respawn-failed-workers"]
    return [*web, "--no-ws", "--log-level", "warning", "hankekori.config.wsgi:application"]
