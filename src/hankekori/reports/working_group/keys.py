"""The stable names of tables, columns and rows: two reports are compared by them."""

import re

from hankekori.areas.monitoring.state import IndicatorRecord, ProjectRecord
from hankekori.areas.steering.earlier_decisions import KnownDecision, KnownFollowUp
from hankekori.reports.comparison import LeftOut

MEASURES_TABLE = "measures"
RESULTS_TABLE = "results"
DECIDED_TABLE = "earlier-decisions"  # not compared: a comparison tells of all decisions in between
FOLLOW_UPS_TABLE = "follow-ups"
LEADING = ("leading_indicator", "leading_planned", "leading_expected", "leading_actual")  # another may lead next time
NOT_COMPARED = LeftOut(
    tables=frozenset(
        {
            "changed-lights",
            "changed-results",
            "corrections",
            "basket-changes",
            "entries",
            "attention",
            "decisions",
            DECIDED_TABLE,
        }
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


def decided(decision: KnownDecision) -> str:
    return f"decided-{decision.id}"


def follow_up(task: KnownFollowUp) -> str:
    return f"follow-up-{task.id}"


def _safe(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text)
