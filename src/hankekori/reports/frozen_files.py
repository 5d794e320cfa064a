"""Frozen reports of every kind as files."""

from collections.abc import Callable, Mapping

from hankekori.areas.archive.models import FrozenReport
from hankekori.reports.document import Document
from hankekori.reports.kinds import KINDS
from hankekori.reports.snapshots import frozen_bytes, open_frozen, with_fingerprint
from hankekori.reports.writers.docx import write_docx
from hankekori.reports.writers.html import write_html
from hankekori.reports.writers.pdf import write_pdf
from hankekori.reports.writers.xlsx import write_xlsx

WRITERS: Mapping[str, Callable[[Document], bytes]] = {
    "html": write_html,
    "pdf": write_pdf,
    "docx": write_docx,
    "xlsx": write_xlsx,
}


def written_as(frozen: FrozenReport, ending: str) -> bytes:
    """Write a frozen report in one of its kind's endings: the frozen JSON itself, or a file that names the hash of it.

    Raises TamperedReportError or UnreadableReportError.
    """
    if ending == "json":
        return frozen_bytes(frozen)
    return WRITERS[ending](with_fingerprint(open_frozen(frozen), frozen.sha256))


def file_stem(frozen: FrozenReport) -> str:
    """Name the report's files: heinola-tyoryhman-raportti-2012-04-30."""
    name = KINDS[frozen.kind].file_name.in_language(frozen.language)
    return f"{frozen.programme.slug}-{name}-{frozen.as_of.isoformat()}"
