"""Gaps: what is missing from the plan, the basket and the figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hankekori.core.funding import NO_FUNDING, FundingFigures, FundingRow, check_funding
from hankekori.core.indicators import Severity
from hankekori.core.money import format_date, format_percent
from hankekori.core.texts import LANGUAGES, Language, Translated


class Subject(StrEnum):
    """What a gap is about."""

    MEASURE = "measure"
    PROJECT = "project"


class GapCode(StrEnum):
    """What is missing or does not agree in plan, basket and figures."""

    NO_RESPONSIBLE = "measure-without-responsible"
    NO_PROJECT = "measure-without-project"
    NO_TARGET = "measure-without-target"
    NO_MEASURE = "project-without-measure"
    SHARES = "shares-not-one"
    NO_MUNICIPALITY = "project-without-municipality"
    NO_FIGURES = "project-without-figures"
    WOMEN_UNKNOWN = "women-unknown"
    PUBLIC_BELOW_EU_STATE = "funding-public-below-eu-state"
    ROWS_DIFFER = "funding-rows-differ"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing or does not agree; the message begins with the subject's name."""

    code: str
    subject: Subject
    subject_id: int
    message: Translated


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """What the rules need to know of a measure."""

    id: int
    name: Translated
    has_responsible: bool
    has_project: bool
    has_target: bool


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What the rules need to know of a project."""

    id: int
    name: str  # as shown, for example "S11010 Heinolan seudun kumppanuushanke"
    start: date | None
    end: date | None
    shares: tuple[Decimal, ...]  # of the measures it carries out
    has_municipality: bool
    reports: bool  # it should report figures at all
    last_period: date | None  # end of the newest period with numbers
    women_unknown: tuple[Translated, ...] = ()  # indicators reported without the women's part
    funding: FundingFigures = NO_FUNDING
    funding_rows: tuple[FundingRow, ...] = ()


type _Places = dict[Language, dict[str, str]]  # what goes into a sentence's {places}, by language


def find_gaps(
    measures: Iterable[MeasureFacts], projects: Iterable[ProjectFacts], *, last_due: date | None
) -> tuple[Gap, ...]:
    """List the gaps, measures first, each in the order given.

    last_due is the end of the newest period whose reports were due; None when none was. A project owes figures for it,
    or for its own last day if that came earlier, once it has started. Funding observations are not gaps.
    """
    found = [gap for measure in measures for gap in _measure_gaps(measure)]
    for project in projects:
        found += _project_gaps(project)
        found += _figure_gaps(project, last_due)
        found += _funding_gaps(project)
    return tuple(found)


def _measure_gaps(measure: MeasureFacts) -> Iterator[Gap]:
    checks = (
        (GapCode.NO_RESPONSIBLE, measure.has_responsible, _NO_RESPONSIBLE),
        (GapCode.NO_PROJECT, measure.has_project, _NO_PROJECT),
        (GapCode.NO_TARGET, measure.has_target, _NO_TARGET),
    )
    for code, fine, sentence in checks:
        if not fine:
            yield Gap(code, Subject.MEASURE, measure.id, _about(measure.name, sentence))


def _project_gaps(project: ProjectFacts) -> Iterator[Gap]:
    name = _everywhere(project.name)
    carried = [share for share in project.shares if share]
    if not carried:
        yield Gap(GapCode.NO_MEASURE, Subject.PROJECT, project.id, _about(name, _NO_MEASURE))
    elif sum(carried, Decimal(0)) != 1:
        total = sum(carried, Decimal(0)) * 100
        written = {language: format_percent(total, language) for language in LANGUAGES}
        message = _about(name, _SHARES, {language: {"total": text} for language, text in written.items()})
        yield Gap(GapCode.SHARES, Subject.PROJECT, project.id, message)
    if not project.has_municipality:
        yield Gap(GapCode.NO_MUNICIPALITY, Subject.PROJECT, project.id, _about(name, _NO_MUNICIPALITY))


def _figure_gaps(project: ProjectFacts, last_due: date | None) -> Iterator[Gap]:
    name = _everywhere(project.name)
    owed = _owed_until(project, last_due)
    if owed and (project.last_period is None or project.last_period < owed):
        days = {language: {"day": format_date(last_due or owed, language)} for language in LANGUAGES}
        yield Gap(GapCode.NO_FIGURES, Subject.PROJECT, project.id, _about(name, _NO_FIGURES, days))
    for indicator in project.women_unknown:
        places = {language: {"indicator": indicator.in_language(language)} for language in LANGUAGES}
        yield Gap(GapCode.WOMEN_UNKNOWN, Subject.PROJECT, project.id, _about(name, _WOMEN_UNKNOWN, places))


def _owed_until(project: ProjectFacts, last_due: date | None) -> date | None:
    """Tell the day up to which the project's figures should reach; None when it owes nothing."""
    if not project.reports or last_due is None or project.start is None or project.start > last_due:
        return None
    return min(last_due, project.end) if project.end else last_due


def _funding_gaps(project: ProjectFacts) -> Iterator[Gap]:
    for remark in check_funding(project.funding, project.funding_rows):
        if remark.severity is not Severity.OBSERVATION:
            message = _about(_everywhere(project.name), remark.message)
            yield Gap(GapCode(f"funding-{remark.code}"), Subject.PROJECT, project.id, message)


def _about(name: Translated, sentence: Translated, places: _Places | None = None) -> Translated:
    """Begin the sentence with the subject's name; names and places may hold any characters."""
    said = {language: _place(sentence.in_language(language), (places or {}).get(language)) for language in LANGUAGES}
    return Translated(**{language: f"{name.in_language(language)}: {said[language]}" for language in LANGUAGES})


def _place(sentence: str, places: dict[str, str] | None) -> str:
    return sentence.format(**places) if places else sentence


def _everywhere(name: str) -> Translated:
    return Translated(name, name, name)


_NO_RESPONSIBLE = Translated(fi="vastuutaho puuttuu.", sv="ansvarig saknas.", en="no responsible body.")
_NO_PROJECT = Translated(
    fi="yksikään hanke ei toteuta toimenpidettä.",
    sv="inget projekt genomför åtgärden.",
    en="no project carries out the measure.",
)
_NO_TARGET = Translated(fi="tavoitetta ei ole asetettu.", sv="inget mål har satts.", en="no target has been set.")
_NO_MEASURE = Translated(
    fi="hanketta ei ole liitetty mihinkään toimenpiteeseen.",
    sv="projektet har inte kopplats till någon åtgärd.",
    en="the project is not linked to any measure.",
)
_SHARES = Translated(
    fi="osuudet toimenpiteistä ovat yhteensä {total}, vaikka summan pitää olla 100 %.",
    sv="andelarna i åtgärderna är sammanlagt {total}, fast summan ska vara 100 %.",
    en="the shares in measures add up to {total}, not to 100%.",
)
_NO_MUNICIPALITY = Translated(
    fi="kohdekuntaa ei ole merkitty.",
    sv="målkommunen har inte angetts.",
    en="no target municipality is given.",
)
_NO_FIGURES = Translated(
    fi="luvut puuttuvat kaudelta, joka päättyi {day}.",
    sv="talen saknas för perioden som slutade {day}.",
    en="figures are missing for the period that ended on {day}.",
)
_WOMEN_UNKNOWN = Translated(
    fi="naisten määrä puuttuu mittarista ”{indicator}”.",
    sv="antalet kvinnor saknas i indikatorn ”{indicator}”.",
    en="the number of women is missing from “{indicator}”.",
)
