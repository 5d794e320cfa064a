"""The working group's report: built from one reading, frozen, and written as files."""

from hankekori.reports.working_group.files import (
    KIND,
    WRITERS,
    ReportFolderError,
    file_stem,
    freeze_report,
    write_files,
    written_as,
)
from hankekori.reports.working_group.keys import CHANGE_TABLES
from hankekori.reports.working_group.report import build_report

__all__ = [
    "CHANGE_TABLES",
    "KIND",
    "WRITERS",
    "ReportFolderError",
    "build_report",
    "file_stem",
    "freeze_report",
    "write_files",
    "written_as",
]
