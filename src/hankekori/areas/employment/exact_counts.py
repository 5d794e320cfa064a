"""Exact counts of episodes by one dimension, for the office."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hankekori.areas.employment.models import EmploymentEpisode
from hankekori.areas.employment.publication import episode_of
from hankekori.areas.employment.queries import employer_names, episodes_of
from hankekori.areas.plan.queries import version_in_force
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import ProjectMeasure
from hankekori.core.employment import EmploymentCount, count_episodes
from hankekori.core.employment_words import AFTER, AGES, BEFORE, GENDERS, KINDS, OCCUPATIONS
from hankekori.core.texts import LANGUAGES, Translated


class Dimension(StrEnum):
    """What episodes can be counted by; the words of addresses."""

    BEFORE = "lahtotilanne"
    KIND = "muoto"
    AFTER = "jalkeen"
    GENDER = "sukupuoli"
    AGE = "ika"
    PROJECT = "hanke"
    MEASURE = "toimenpide"
    EMPLOYER = "tyonantaja"
    MUNICIPALITY = "kunta"
    OCCUPATION = "ammatti"


@dataclass(frozen=True, slots=True)
class CountRow:
    """One row of a table of exact counts; person-months in months of full-time work."""

    label: Translated
    started: Decimal  # by measure a project's share of its people, so not always whole
    women: Decimal
    in_work: Decimal
    person_months: Decimal
    followed_up: Decimal
    employed_after: Decimal


@dataclass(frozen=True, slots=True)
class CountTable:
    rows: tuple[CountRow, ...]
    total: CountRow


def counts_by(programme: Programme, dimension: Dimension, *, since: date, day: date) -> CountTable:
    """Count the episodes from `since` to `day` by a dimension, the largest first; at most three queries."""
    rows = list(episodes_of(programme).filter(start_month__lte=day).select_related("project", "municipality"))
    groups: defaultdict[str, list[EmploymentEpisode]] = defaultdict(list)
    for row in rows:
        groups[_KEYS[dimension](row)].append(row)
    if dimension is Dimension.MEASURE:
        counted = _by_measure(programme, groups, since, day)
    else:
        label = _labels(programme, dimension, groups)
        counted = [_row(label(key), [(_count(each, since, day), Decimal(1))]) for key, each in groups.items()]
    shown = [row for row in counted if row.started or row.in_work or row.person_months]
    order = sorted(shown, key=lambda row: (-row.started, -row.person_months, row.label.fi))
    return CountTable(tuple(order), _row(_TOTAL, [(_count(rows, since, day), Decimal(1))]))


_TOTAL = Translated("Yhteensä", "Sammanlagt", "Total")
_PROJECT_ITSELF = Translated("hanke itse", "projektet självt", "the project itself")
_NOT_KNOWN = Translated("ei tietoa", "uppgift saknas", "not known")
_NO_MEASURE = Translated("ei toimenpidettä", "ingen åtgärd", "no measure")
_KEYS: Mapping[Dimension, Callable[[EmploymentEpisode], str]] = {
    Dimension.BEFORE: lambda row: row.situation_before,
    Dimension.KIND: lambda row: row.kind,
    Dimension.AFTER: lambda row: row.after_three_months,
    Dimension.GENDER: lambda row: row.gender,
    Dimension.AGE: lambda row: row.age_band,
    Dimension.PROJECT: lambda row: str(row.project_id),
    Dimension.MEASURE: lambda row: str(row.project_id),
    Dimension.EMPLOYER: lambda row: row.employer,
    Dimension.MUNICIPALITY: lambda row: str(row.municipality_id or ""),
    Dimension.OCCUPATION: lambda row: "" if row.isco_major is None else str(row.isco_major),
}
_WORDS: Mapping[Dimension, Mapping[str, Translated]] = {
    Dimension.BEFORE: BEFORE,
    Dimension.KIND: KINDS,
    Dimension.AFTER: AFTER,
    Dimension.GENDER: GENDERS,
    Dimension.AGE: AGES,
    Dimension.OCCUPATION: OCCUPATIONS,
}


def _count(rows: Iterable[EmploymentEpisode], since: date, day: date) -> EmploymentCount:
    return count_episodes(map(episode_of, rows), since=since, day=day)


def _labels(
    programme: Programme, dimension: Dimension, groups: Mapping[str, list[EmploymentEpisode]]
) -> Callable[[str], Translated]:
    if dimension is Dimension.EMPLOYER:
        names = employer_names(programme, groups)
        return lambda key: _everywhere(f"{names.get(key, '')} {key}".strip()) if key else _PROJECT_ITSELF
    if dimension is Dimension.PROJECT:
        return lambda key: _everywhere(str(groups[key][0].project))
    if dimension is Dimension.MUNICIPALITY:
        return lambda key: place.name if (place := groups[key][0].municipality) else _NOT_KNOWN
    return lambda key: _WORDS[dimension].get(key, _NOT_KNOWN)


def _by_measure(
    programme: Programme, projects: Mapping[str, list[EmploymentEpisode]], since: date, day: date
) -> list[CountRow]:
    """Divide each project's people by its shares in the measures of the plan in force."""
    counts = {key: _count(rows, since, day) for key, rows in projects.items()}
    version = version_in_force(programme, as_of=day)
    links = ProjectMeasure.objects.filter(programme=programme, measure__objective__plan_version=version)
    parts: defaultdict[Translated, list[tuple[EmploymentCount, Decimal]]] = defaultdict(list)
    left = dict.fromkeys(counts, Decimal(1))
    for link in links.filter(project__in=[int(key) for key in counts]).select_related("measure"):
        label = Translated(*(f"{link.measure.number} {link.measure.name.in_language(each)}" for each in LANGUAGES))
        parts[label].append((counts[str(link.project_id)], link.share))
        left[str(link.project_id)] -= link.share
    if outside := [(counts[key], share) for key, share in left.items() if share > 0]:
        parts[_NO_MEASURE] = outside
    return [_row(label, each) for label, each in parts.items()]


def _row(label: Translated, parts: Iterable[tuple[EmploymentCount, Decimal]]) -> CountRow:
    names = ("started", "women", "in_work", "person_months", "followed_up", "employed_after")
    listed = list(parts)
    sums = [sum((Decimal(getattr(count, name)) * share for count, share in listed), Decimal(0)) for name in names]
    return CountRow(label, *sums)


def _everywhere(text: str) -> Translated:
    return Translated(text, text, text)
