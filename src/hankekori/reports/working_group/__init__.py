"""The working group's report: built from one reading, frozen, and written as files."""

from hankekori.reports.working_group.files import (
    ENDINGS,
    KIND,
    WRITERS,
    ReportFolderError,
    draft_report,
    file_stem,
    freeze_report,
    write_files,
    written_as,
)
from hankekori.reports.working_group.keys import NOT_COMPARED
from hankekori.reports.working_group.report import build_report

__all__ = [
    "ENDINGS",
    "KIND",
    "NOT_COMPARED",
    "WRITERS",
    "ReportFolderError",
    "build_report",
    "draft_report",
    "file_stem",
    "freeze_report",
    "write_files",
    "written_as",
]
