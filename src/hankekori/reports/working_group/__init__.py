"""The working group's report: built from one reading, frozen, and written as files."""

from hankekori.reports.working_group.files import (
    ENDINGS,
    KIND,
    ReportFolderError,
    draft_report,
    freeze_report,
    write_files,
)
from hankekori.reports.working_group.keys import NOT_COMPARED
from hankekori.reports.working_group.report import build_report

__all__ = [
    "ENDINGS",
    "KIND",
    "NOT_COMPARED",
    "ReportFolderError",
    "build_report",
    "draft_report",
    "freeze_report",
    "write_files",
]
