"""What is asked of a file before it is kept with a report."""

from pathlib import PurePosixPath, PureWindowsPath

from hankekori.areas.identity_wall import IdentityCodeError
from hankekori.areas.rounds.errors import FileRefusedError
from hankekori.core.identity_codes import contains_identity_code
from hankekori.core.text_files import plain_text
from hankekori.core.texts import Translated

MOST_BYTES = 10 * 1024 * 1024
MOST_FILES = 50  # in one report
_LONGEST_NAME = 200


def file_name(given: str) -> str:
    """Give a file's plain name, without folders and control characters, cut before its suffix when too long."""
    last = PureWindowsPath(PurePosixPath(given).name).name
    name = "".join(letter for letter in last if letter.isprintable()).strip()
    suffix = PurePosixPath(name).suffix[:_LONGEST_NAME]
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - len(suffix)] + suffix


def check_file(name: str, content_type: str, content: bytes, *, kept: int) -> None:
    """Refuse a file that is empty, too large, one too many, or holds an identity code in its name or plain text."""
    if not name or not content:
        raise FileRefusedError(_EMPTY)
    if len(content) > MOST_BYTES:
        raise FileRefusedError(_TOO_LARGE.filled(n=MOST_BYTES // 1024 // 1024))
    if kept >= MOST_FILES:
        raise FileRefusedError(_TOO_MANY.filled(n=MOST_FILES))
    if contains_identity_code(name):
        raise IdentityCodeError("name")
    if contains_identity_code(plain_text(content_type, content)):
        raise IdentityCodeError("content")


ALREADY_THERE = Translated(
    fi="Sama tiedosto on jo raportissa nimellä {name}.",
    sv="Samma fil finns redan i rapporten med namnet {name}.",
    en="The same file is already in the report under the name {name}.",
)
_EMPTY = Translated(fi="Tiedosto on tyhjä.", sv="Filen är tom.", en="The file is empty.")
_TOO_LARGE = Translated(
    fi="Tiedosto on liian suuri. Yksi tiedosto saa olla enintään {n} megatavua.",
    sv="Filen är för stor. En fil får vara högst {n} megabyte.",
    en="The file is too large. One file may have at most {n} megabytes.",
)
_TOO_MANY = Translated(
    fi="Raportissa on jo {n} tiedostoa. Poista niistä jokin ensin.",
    sv="Rapporten har redan {n} filer. Ta bort någon av dem först.",
    en="The report has {n} files already. Remove one of them first.",
)
