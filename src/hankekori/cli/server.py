"""`serve` and `demo`: the web server with its worker, and the Heinola demo."""

import os
import signal
import socket
import subprocess
import sys
import threading
from datetime import UTC, datetime

import click
from rich.console import Console

from hankekori.areas.accounts.role_choice import demo_roles
from hankekori.cli.shell import data_dir, database, programme_named
from hankekori.demo.load import load_demo
from hankekori.reports.working_group import write_files

DEMO = "heinola"


@click.command()
def demo() -> None:
    """Load the demo "Heinolan seutu nousuun" and end.

    \b
    Example:
      hankekori demo
    """  # noqa: D301 - \b keeps click from wrapping the example
    with database():
        click.echo(_load_demo())


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
            click.echo(_load_demo())
            click.echo(_write_demo_report())
        _announce(host, port, with_demo=with_demo)
        _run(host, port, workers)


def _check_port(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"Cannot listen on {host}:{port} ({error.strerror}). Stop what uses it, or choose another with --port."
            ) from error


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


def _run(host: str, port: int, workers: int) -> None:
    """Run web server and worker until one ends or Ctrl-C, then stop both."""
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    web += ["--workers", str(workers), "--no-ws", "--log-level", "warning", "hankekori.config.wsgi:application"]
    jobs = [sys.executable, "-m", "django", "procrastinate", "worker"]
    processes = [subprocess.Popen(command) for command in (web, jobs)]  # noqa: S603 - our own command lines
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    while not ended.wait(0.5):
        if any(process.poll() is not None for process in processes):
            break
    for process in processes:
        process.terminate()
    for process in processes:
        process.wait(timeout=20)
