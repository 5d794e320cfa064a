"""The command run in this process."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from hankekori.cli.main import main


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
