"""What all commands share: help with examples, exit codes, errors on stderr, pipes and terminals."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from django.db import NotSupportedError

from hankekori.cli import shell
from hankekori.cli.main import COMMANDS, cli

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "src" / "hankekori" / "demo" / "data" / "descriptions" / "esf-2007.txt"
PATHS = [*([name] for name in COMMANDS), *(["users", name] for name in ("add", "list", "role", "password", "close"))]


def hankekori(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "hankekori", *arguments]
    clean = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(command, env=clean | environment, capture_output=True, check=False, timeout=60)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_has_examples(run, path: list[str]) -> None:
    result = run(*path, "--help")
    assert (result.code, result.err) == (0, "")
    assert "Example" in result.text
    assert f"hankekori {path[0]}" in result.text.partition("Example")[2] or "hankekori --language" in result.text


def test_help_of_the_whole_lists_every_command_and_waits_for_nothing(tmp_path: Path) -> None:
    code = "import sys; from hankekori.cli.main import cli\ncli.main(['--help'], standalone_mode=False)\n"
    code += "sys.exit('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    listed = done.stdout.partition("Commands:")[2].split("\n")
    assert [line.split()[0] for line in listed if line.startswith("  ")] == list(COMMANDS)


def test_every_command_is_the_one_its_name_says(django_db_blocker) -> None:
    context = click.Context(cli)
    for name in COMMANDS:
        assert cli.get_command(context, name).name == name


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["unknown"],
        ["--language", "et"],
        ["read"],
        ["read", "--format", "pdf", "x.txt"],
        ["write"],
        ["write", "S11010", "--format", "csv"],
        ["import"],
        ["status"],
        ["status", "--programme", "x", "--as-of", "yesterday"],
        ["report", "--programme", "x"],
        ["check", "everything"],
        ["serve", "--port", "0"],
        ["serve", "--port", "http"],
        ["init", "--programme", "x"],
        ["users", "add", "a@example.org"],
        ["users", "add", "a@example.org", "--name", "A", "--password", "pitka-salasana", "--role", "member"],
        ["users", "role", "a@example.org", "--programme", "x", "--role", "queen"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_2_and_said_on_stderr(run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, b"")
    assert "Traceback" not in result.err
    assert "Usage: hankekori" in result.err


def test_version(run) -> None:
    assert run("--version").text.startswith("hankekori, version ")


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"HANKEKORI_DATA_DIR": "/proc/none"}, "The data folder /proc/none cannot be written"),
        ({"DATABASE_URL": "postgresql://office@127.0.0.1:9/plan"}, "Connection refused"),
        ({"DATABASE_URL": "mysql://plan"}, "DATABASE_URL cannot be read"),
        ({"DATABASE_URL": "postgresql://127.0.0.1"}, "DATABASE_URL names no database"),
    ],
    ids=lambda value: next(iter(value.values())) if isinstance(value, dict) else "",
)
def test_database_that_cannot_be_used_is_one_sentence(environment: dict[str, str], sentence: str) -> None:
    done = hankekori("check", **environment)
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (1, b"")
    assert sentence in told
    assert len(told.splitlines()) == 1


def test_server_that_is_too_old_is_one_sentence(run, demo, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotSupportedError("PostgreSQL 15 or later is required (found 13.2).")

    monkeypatch.setattr(shell, "MigrationExecutor", refuse)
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example.org/plan")
    result = run("check")
    assert result.code == 1
    assert result.err == (
        "The database cannot be used. PostgreSQL 15 or later is required (found 13.2). Check DATABASE_URL.\n"
    )


def test_reader_that_leaves_early_is_no_error() -> None:
    """A pipe whose other end is closed: nothing on stderr, as `hankekori read FILE | head -1` needs it."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "hankekori", "read", "--format", "json", str(SAMPLE)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_full_output_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "hankekori", "read", str(SAMPLE)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"The output cannot be used: No space left on device.\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_terminal_of_any_encoding_gets_its_table(encoding: str) -> None:
    done = hankekori("read", str(SAMPLE), PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Päijät-Häme".encode(encoding, "replace") in done.stdout


def test_json_is_utf_8_on_any_terminal() -> None:
    done = hankekori("read", "--format", "json", str(SAMPLE), PYTHONIOENCODING="ascii")
    assert "Päijät-Häme" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("environment", "label"),
    [
        ({"HANKEKORI_LANGUAGE": "fi"}, "Projekti"),
        ({"LC_ALL": "sv_FI.UTF-8"}, "Projekt"),
        ({"LC_ALL": "de_DE.UTF-8"}, "Project"),
    ],
)
def test_language_of_the_terminal(run, monkeypatch: pytest.MonkeyPatch, environment: dict, label: str) -> None:
    for name in ("HANKEKORI_LANGUAGE", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert label in run("read", SAMPLE).text
