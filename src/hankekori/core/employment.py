"""Employment: what an episode says, and how episodes are counted (reference: domain.md 1.5, 6.1).

An episode is one person's work in or through a project, without anything that names the person. Months are whole:
somebody who started on the 20th and somebody who started on the 1st both started in that month.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class EpisodeKind(StrEnum):
    """How somebody is employed."""

    PAY_SUBSIDY = "pay_subsidy"
    FIXED_TERM = "fixed_term"
    PERMANENT = "permanent"
    APPRENTICESHIP = "apprenticeship"
    SELF_EMPLOYED = "self_employed"


class SituationBefore(StrEnum):
    """Where somebody came from."""

    EMPLOYED = "employed"
    DISMISSED = "dismissed"  # from the company whose closing the programme answers
    UNEMPLOYED = "unemployed"  # less than 12 months
    LONG_TERM_UNEMPLOYED = "long_term_unemployed"  # 12 months or more
    INACTIVE = "inactive"  # students too
    UNKNOWN = "unknown"


class AfterThreeMonths(StrEnum):
    """Where somebody was three months after the episode."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed_term"
    UNEMPLOYED = "unemployed"
    STUDY = "study"
    UNKNOWN = "unknown"
    NOT_YET = "not_yet"


class Gender(StrEnum):
    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"  # non-binary
    UNKNOWN = "unknown"


class AgeBand(StrEnum):
    """Age when the episode began."""

    UNDER_30 = "under_30"
    FROM_30_TO_54 = "from_30_to_54"
    FROM_55 = "from_55"
    UNKNOWN = "unknown"


EMPLOYED_AFTER = frozenset({AfterThreeMonths.PERMANENT, AfterThreeMonths.FIXED_TERM})
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Episode:
    """What the counts need to know of an episode; both months are given by their first day."""

    start: date
    end: date | None  # None goes on
    fte: Decimal  # share of full time, above 0 and at most 1
    gender: Gender
    after: AfterThreeMonths


@dataclass(frozen=True, slots=True)
class EmploymentCount:
    """How many episodes, and how much work; person-months have the decimals of fte shares."""

    started: int = 0  # by the day, ended ones too
    women: int = 0  # of started
    in_work: int = 0  # on the day
    person_months: Decimal = Decimal(0)
    followed_up: int = 0  # of started: it is known what became of the person three months after
    employed_after: int = 0  # of followed_up: in work then


def count_episodes(episodes: Iterable[Episode], *, since: date, day: date) -> EmploymentCount:
    """Count the episodes that began from `since` to `day`, those at work on `day`, and the work done between.

    Cumulative figures of a programme begin from its first day; those of a period from the period's.
    """
    started = women = in_work = followed_up = employed_after = 0
    months = Decimal(0)
    for episode in episodes:
        in_work += is_in_work(episode, day)
        months += months_within(episode, since, day) * episode.fte
        if since.replace(day=1) <= episode.start <= day:
            started += 1
            women += episode.gender is Gender.WOMAN
            followed_up += episode.after not in {AfterThreeMonths.NOT_YET, AfterThreeMonths.UNKNOWN}
            employed_after += episode.after in EMPLOYED_AFTER
    return EmploymentCount(started, women, in_work, months, followed_up, employed_after)


def is_in_work(episode: Episode, day: date) -> bool:
    """Tell whether the day lies in a month of the episode, its first and last included."""
    return episode.start <= day and (episode.end is None or day.replace(day=1) <= episode.end)


def months_within(episode: Episode, since: date, day: date) -> int:
    """Count the calendar months of an episode between two days, each as a whole month whatever the day in it."""
    first = max(_month(episode.start), _month(since))
    last = _month(day) if episode.end is None else min(_month(episode.end), _month(day))
    return max(last - first + 1, 0)


def _month(day: date) -> int:
    return day.year * _MONTHS_IN_YEAR + day.month
