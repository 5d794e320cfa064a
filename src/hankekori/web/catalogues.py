"""Compiled translations that are never older than their sources."""

import os
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"


def compile_stale(folder: Path = LOCALE) -> None:
    """Compile each django.po that is newer than its django.mo; a folder that cannot be written is left as installed."""
    for source in sorted(folder.glob("*/LC_MESSAGES/django.po")):
        target = source.with_suffix(".mo")
        if _is_stale(source, target) and os.access(source.parent, os.W_OK):
            _compile(source, target)


def _is_stale(source: Path, target: Path) -> bool:
    return not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns


def _compile(source: Path, target: Path) -> None:
    """Write beside and rename, because several processes may start at once."""
    with source.open("rb") as text:
        catalogue = read_po(text, locale=source.parent.parent.name)
    with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".mo", delete=False) as out:
        write_mo(out, catalogue)
    Path(out.name).replace(target)
