"""When a body may decide."""

from enum import StrEnum


class QuorumRule(StrEnum):
    MORE_THAN_HALF = "more_than_half"
    HALF = "half"
    NUMBER = "number"
    NONE = "none"
