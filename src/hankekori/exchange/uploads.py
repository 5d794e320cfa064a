"""Takes files in: single ones, folders and zip archives, with limits that are told in words."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from hankekori.core.identity_codes import contains_identity_code, mask_identity_codes
from hankekori.core.texts import Translated

LARGEST_FILE = 50_000_000  # bytes
LARGEST_TOTAL = 300_000_000
MOST_FILES = 5_000
MOST_TIMES_PACKED = 200  # how many times bigger than packed a file may be

_OFFICE_ENDINGS = (".xlsx", ".xlsm", ".ods", ".docx", ".odt")  # zip inside, but read whole


@dataclass(frozen=True, slots=True)
class UploadedFile:
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RefusedFile:
    name: str
    reason: Translated


@dataclass(frozen=True, slots=True)
class Intake:
    files: tuple[UploadedFile, ...]
    refused: tuple[RefusedFile, ...]


def collect_paths(paths: Iterable[Path]) -> Intake:
    """Read files and, all the way down, folders; hidden files and links out of a folder are passed over."""
    files: list[UploadedFile] = []
    refused: list[RefusedFile] = []
    for path, name in _listed(paths):
        if not path.is_file():
            refused.append(RefusedFile(mask_identity_codes(name), _MISSING))
        elif path.stat().st_size > LARGEST_FILE:
            refused.append(RefusedFile(mask_identity_codes(name), _TOO_LARGE.filled(limit=LARGEST_FILE // 1_000_000)))
        else:
            files.append(UploadedFile(name, path.read_bytes()))
    intake = collect_files(files)
    return Intake(intake.files, (*refused, *intake.refused))


def collect_files(files: Iterable[UploadedFile]) -> Intake:
    """Open zip archives and keep to the limits; a file over a limit is refused, the others stay.

    A name that holds a personal identity code is refused too, and told with the code masked.
    """
    kept: list[UploadedFile] = []
    refused: list[RefusedFile] = []
    total = 0
    for item in _opened(files):
        if contains_identity_code(item.name):
            refused.append(RefusedFile(mask_identity_codes(item.name), _IDENTITY_CODE))
        elif isinstance(item, UploadedFile) and (reason := _over_limit(item, len(kept), total)):
            refused.append(RefusedFile(item.name, reason))
        elif isinstance(item, UploadedFile):
            kept.append(item)
            total += len(item.content)
        else:
            refused.append(item)
    return Intake(tuple(_named_apart(kept)), tuple(refused))


def _named_apart(files: Iterable[UploadedFile]) -> Iterator[UploadedFile]:
    """Tell files of the same name apart by a number, as files of several folders may have one: a.txt, a (2).txt."""
    numbers: Counter[str] = Counter()
    taken: set[str] = set()
    for file in files:
        name = file.name
        while name in taken:
            numbers[file.name] += 1
            name = _numbered(file.name, numbers[file.name] + 1)
        taken.add(name)
        yield UploadedFile(name, file.content)


def _numbered(name: str, number: int) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem} ({number}){dot}{ending}" if stem else f"{name} ({number})"


def _listed(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        if not path.is_dir():
            yield path, _readable(path.name)
            continue
        for found in sorted(path.rglob("*")):
            name = found.relative_to(path).as_posix()
            hidden = any(part.startswith(".") for part in PurePosixPath(name).parts)
            if found.is_file() and not hidden and found.resolve().is_relative_to(path.resolve()):
                yield found, _readable(name)


def _readable(name: str) -> str:
    """Put a mark in place of the bytes of a file name that are no text."""
    return name.encode("utf-8", "replace").decode()


def _over_limit(file: UploadedFile, count: int, total: int) -> Translated | None:
    if len(file.content) > LARGEST_FILE:
        return _TOO_LARGE.filled(limit=LARGEST_FILE // 1_000_000)
    if count >= MOST_FILES:
        return _TOO_MANY.filled(limit=MOST_FILES)
    if total + len(file.content) > LARGEST_TOTAL:
        return _TOO_MUCH.filled(limit=LARGEST_TOTAL // 1_000_000)
    return None


def _opened(files: Iterable[UploadedFile]) -> Iterator[UploadedFile | RefusedFile]:
    for file in files:
        if file.content.startswith(b"PK") and not file.name.lower().endswith(_OFFICE_ENDINGS):
            yield from _archived(file)
        else:
            yield file


def _archived(file: UploadedFile) -> Iterator[UploadedFile | RefusedFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if reason := _archive_over_limit(entries):
                yield RefusedFile(file.name, reason)
                return
            for entry in sorted(entries, key=lambda entry: entry.filename):
                if not _is_clutter(entry.filename):
                    yield _unpacked(archive, entry, f"{file.name}/{entry.filename}")
    except (zipfile.BadZipFile, OSError, ValueError):
        yield RefusedFile(file.name, _BROKEN_ARCHIVE)


def _archive_over_limit(entries: list[zipfile.ZipInfo]) -> Translated | None:
    if len(entries) > MOST_FILES:
        return _TOO_MANY.filled(limit=MOST_FILES)
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        return _TOO_MUCH.filled(limit=LARGEST_TOTAL // 1_000_000)
    return None


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> UploadedFile | RefusedFile:
    if reason := _entry_refused(entry):
        return RefusedFile(name, reason)
    try:
        with archive.open(entry) as packed:
            content = packed.read(LARGEST_FILE + 1)  # the size in the archive's own list may be a lie
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return RefusedFile(name, _BROKEN_ENTRY)
    if content.startswith(b"PK") and not entry.filename.lower().endswith(_OFFICE_ENDINGS):
        return RefusedFile(name, _NESTED)
    return UploadedFile(name, content)


def _entry_refused(entry: zipfile.ZipInfo) -> Translated | None:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in entry.filename:
        return _OUTSIDE
    if entry.flag_bits & 1:
        return _LOCKED
    if entry.file_size > LARGEST_FILE:
        return _TOO_LARGE.filled(limit=LARGEST_FILE // 1_000_000)
    if entry.file_size > MOST_TIMES_PACKED * max(entry.compress_size, 1_000):
        return _PACKED_TOO_TIGHT
    return None


def _is_clutter(name: str) -> bool:
    """Whether the entry is what a computer leaves beside the files: hidden, or a Mac's resource folder."""
    parts = PurePosixPath(name).parts
    return parts[:1] == ("__MACOSX",) or any(part.startswith(".") and not part.startswith("..") for part in parts)


_IDENTITY_CODE = Translated(
    "Tiedoston nimessä on henkilötunnus. Nimeä tiedosto uudelleen: henkilötunnuksia ei tallenneta.",
    "Filens namn innehåller en personbeteckning. Byt namn på filen: personbeteckningar sparas inte.",
    "The name of the file holds a personal identity code. Rename the file: identity codes are not stored.",
)
_MISSING = Translated("Tiedostoa ei ole.", "Filen finns inte.", "There is no such file.")
_TOO_LARGE = Translated(
    "Tiedosto on yli {limit} megatavua. Jaa se osiin.",
    "Filen är över {limit} megabyte. Dela upp den.",
    "The file is over {limit} megabytes. Split it.",
)
_TOO_MANY = Translated(
    "Kerralla voi tuoda enintään {limit} tiedostoa. Tuo loput erikseen.",
    "Högst {limit} filer kan importeras åt gången. Importera resten separat.",
    "At most {limit} files can be imported at a time. Import the rest separately.",
)
_TOO_MUCH = Translated(
    "Tiedostot ovat yhdessä yli {limit} megatavua. Tuo ne useassa erässä.",
    "Filerna är tillsammans över {limit} megabyte. Importera dem i flera omgångar.",
    "The files are together over {limit} megabytes. Import them in several batches.",
)
_BROKEN_ARCHIVE = Translated(
    "Zip-arkistoa ei voi avata. Tee se uudelleen.",
    "Zip-arkivet kan inte öppnas. Gör om det.",
    "The zip archive cannot be opened. Make it again.",
)
_BROKEN_ENTRY = Translated(
    "Tiedostoa ei voi purkaa arkistosta.",
    "Filen kan inte packas upp ur arkivet.",
    "The file cannot be unpacked from the archive.",
)
_NESTED = Translated(
    "Arkiston sisällä on toinen arkisto. Pura se ensin.",
    "I arkivet finns ett annat arkiv. Packa upp det först.",
    "There is another archive inside the archive. Unpack it first.",
)
_OUTSIDE = Translated(
    "Tiedoston polku osoittaa arkiston ulkopuolelle.",
    "Filens sökväg pekar utanför arkivet.",
    "The file's path points outside the archive.",
)
_LOCKED = Translated(
    "Tiedosto on suojattu salasanalla. Poista suojaus.",
    "Filen är skyddad med lösenord. Ta bort skyddet.",
    "The file is protected by a password. Remove the protection.",
)
_PACKED_TOO_TIGHT = Translated(
    "Tiedosto laajenee purettaessa poikkeuksellisen suureksi, joten sitä ei avata.",
    "Filen växer exceptionellt mycket när den packas upp och öppnas därför inte.",
    "The file grows exceptionally large when unpacked, so it is not opened.",
)
