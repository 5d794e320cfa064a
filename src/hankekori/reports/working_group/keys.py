"""The stable names of tables, columns and rows: two reports are compared by them."""

import re

from hankekori.areas.monitoring.state import IndicatorRecord, ProjectRecord
from hankekori.reports.comparison import LeftOut

MEASURES_TABLE = "measures"
RESULTS_TABLE = "results"
LEADING = ("leading_indicator", "leading_planned", "leading_expected", "leading_actual")  # another may lead next time
NOT_COMPARED = LeftOut(
    tables=frozenset(
        {"changed-lights", "changed-results", "corrections", "basket-changes", "entries", "attention", "decisions"}
    ),
    columns=frozenset({"reason", "expected", *LEADING}),
)
LIGHT = "light"
ACTUAL = "actual"


def objective(number: str) -> str:
    return f"objective-{_safe(number)}"


def measure(number: str) -> str:
    return f"measure-{_safe(number)}"


def result(indicator: IndicatorRecord) -> str:
    return f"result-{_safe(indicator.code)}-{indicator.id}"


def project(table: str, record: ProjectRecord) -> str:
    return f"{table}-{record.code or record.id}"


def _safe(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text)
