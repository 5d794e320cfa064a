"""`serve`: the web server with its worker."""

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime

import click
from django.conf import settings

from hankekori.areas.accounts.role_choice import demo_roles
from hankekori.areas.programmes.models import Programme
from hankekori.cli.shell import data_dir, database
from hankekori.cli.worker import work

DEMO = "heinola"
_THREADS = 4  # of a web process; each keeps one connection to the database


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(min=1), help="Web processes.")
@click.option("--demo", "with_demo", is_flag=True, help="Load the demo, write its report, let visitors choose a role.")
def serve(host: str, port: int, workers: int, *, with_demo: bool) -> None:
    """Start the web server and the worker that does longer jobs; Ctrl-C stops both.

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
        if with_demo and not Programme.objects.filter(slug=DEMO).exists():
            _load_demo()
        if not (os.environ.get("HANKEKORI_BASE_URL") or os.environ.get("HANKEKORI_HOSTS")):
            settings.BASE_URL = _address(host, port)  # of links in mail; the web processes read it from here
            os.environ["HANKEKORI_BASE_URL"] = settings.BASE_URL
        _announce(host, port, with_demo=with_demo)
        asyncio.run(_run(host, port, workers, with_report=with_demo))


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"Cannot listen on {host}:{port} ({error.strerror}). Stop what uses it, or choose another with --port."
            ) from error


def _load_demo() -> None:
    """Load the demo in a process of its own, whose memory is free again before serving."""
    if subprocess.run(_own_command("demo"), check=False).returncode:  # noqa: S603 - our own command line
        raise click.ClickException("The demo could not be loaded. The reason is above.")


def _own_command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "hankekori", *arguments]


def _announce(host: str, port: int, *, with_demo: bool) -> None:
    click.echo(f"\nHankekori: {_address(host, port)}/   (stop with Ctrl-C)")
    if with_demo:
        click.echo("Choose a role on the first page:")
        for role in demo_roles():
            click.echo(f"  {role.name.in_language('en'):<22} {role.may.in_language('en')}")


def _address(host: str, port: int) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


async def _run(host: str, port: int, workers: int, *, with_report: bool) -> None:
    """Run web server and worker until the web server ends or Ctrl-C, then let both finish what they are at."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    web = await asyncio.create_subprocess_exec(*_web_command(host, port, workers))
    jobs = asyncio.create_task(work())
    report = asyncio.create_task(_write_report()) if with_report else None
    ends = [asyncio.create_task(web.wait()), asyncio.create_task(stopped.wait()), jobs]
    await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    if web.returncode is None:
        web.terminate()
    for task in filter(None, (jobs, report)):
        task.cancel()
    await asyncio.gather(web.wait(), *filter(None, (jobs, report)), return_exceptions=True)
    if not stopped.is_set():
        raise click.ClickException("The web server ended by itself. What it said is above.")


async def _write_report() -> None:
    """Write the demo's report beside the serving, so that nobody waits for it."""
    programme = await Programme.objects.aget(slug=DEMO)
    day = (programme.shown_as_of or datetime.now(UTC).date()).isoformat()
    arguments = ("report", "--programme", DEMO, "--as-of", day, "--out", str(data_dir() / "reports"))
    writing = await asyncio.create_subprocess_exec(*_own_command("--language", "fi", *arguments))
    try:
        await writing.wait()
    except asyncio.CancelledError:
        with contextlib.suppress(ProcessLookupError):
            writing.terminate()
        await writing.wait()
        raise


def _web_command(host: str, port: int, workers: int) -> list[str]:
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    web += ["--workers", str(workers), "--blocking-threads", str(_THREADS), "--respawn-failed-workers"]
    web += ["--workers-kill-timeout", "10"]  # seconds; a worker that hangs does not hold up the end
    return [*web, "--no-ws", "--log-level", "warning", "hankekori.config.wsgi:application"]
