"""The command run in this process, and the demo in the database for the tests of a module."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.db import transaction

from hankekori.cli.main import main
from hankekori.demo.load import load_demo

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Result:
    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()


type Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Return the command: arguments in; exit code, output and errors out. It speaks English unless told otherwise."""

    def command(*arguments: object) -> Result:
        capsysbinary.readouterr()
        monkeypatch.setattr(sys, "argv", ["hankekori", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsysbinary.readouterr()
        return Result(int(ended.value.code or 0), said.out, said.err.decode())

    monkeypatch.setenv("HANKEKORI_LANGUAGE", "en")
    return command


@pytest.fixture(scope="module")
def demo_loaded(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """Load the demo once for a module and take it away after its last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(now=NOW)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(demo_loaded: None) -> Iterator[None]:
    """Give the loaded demo; what a test changes is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
