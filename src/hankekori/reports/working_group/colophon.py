"""How the report was made: days, sources, limits of the states, who pays."""

from collections.abc import Iterator

from hankekori.core.money import format_date, format_percent
from hankekori.core.texts import Translated
from hankekori.reports.document import Block, Fact, Facts, Text
from hankekori.reports.working_group import headings, sentences
from hankekori.reports.working_group.blocks import heading
from hankekori.reports.working_group.changes import since
from hankekori.reports.working_group.material import Material
from hankekori.reports.working_group.names import CO_FUNDED, EUROPEAN_UNION, FUNDS, SLOGANS

_CO_FUNDED_FROM = "2021"  # from this programming period on only the one statement may stand beside the emblem


def meta(material: Material) -> tuple[Fact, ...]:
    """Give the facts of the first page."""
    return (
        Fact(material.say(headings.AS_OF), _day(material, sentences.RESULTS_UNTIL)),
        Fact(material.say(headings.KNOWN_ON), material.say(sentences.KNOWN_UNTIL, day=_written(material))),
    )


def colophon(material: Material) -> Iterator[Block]:
    """Write the chapter about the report itself."""
    yield heading(material, headings.COLOPHON, "colophon")
    yield Facts(tuple(_facts(material)))
    for line in eu_lines(material):
        yield Text(line)


def eu_lines(material: Material) -> list[str]:
    """Write for each programming period of the projects what the EU's publicity rules want said, oldest first."""
    funds: dict[str, set[str]] = {}
    for detail in material.details.values():
        if detail.fund and detail.programme_period:
            funds.setdefault(detail.programme_period, set()).add(detail.fund)
    return [_eu_line(material, period, names) for period, names in sorted(funds.items())]


def _eu_line(material: Material, period: str, funds: set[str]) -> str:
    if period >= _CO_FUNDED_FROM:
        return material.say(CO_FUNDED)
    named = sorted(material.say(FUNDS[fund]) if fund in FUNDS else fund for fund in funds)
    slogan = [material.say(SLOGANS[period])] if period in SLOGANS else []
    return " · ".join((material.say(EUROPEAN_UNION), *named, *slogan))


def _facts(material: Material) -> Iterator[Fact]:
    programme, state = material.programme, material.state
    yield Fact(material.say(headings.REPORT_OF), material.say(programme.name))
    yield from meta(material)
    last_due = format_date(state.last_due, material.language)
    yield Fact(material.say(headings.PERIOD_DUE), material.say(sentences.LAST_DUE, day=last_due))
    if state.plan_version is not None:
        yield Fact(material.say(headings.PLAN), material.say(sentences.PLAN_VERSION, number=state.plan_version))
    if programme.coordinator_name:
        yield Fact(material.say(headings.COMPILED_BY), programme.coordinator_name)
    if material.earlier is not None:
        yield Fact(material.say(headings.COMPARED_WITH), since(material, material.earlier))
    limits = {
        "on_course": format_percent(programme.light_on_course * 100, material.language, decimals=0),
        "late": format_percent(programme.light_late * 100, material.language, decimals=0),
    }
    yield Fact(material.say(headings.LIGHTS), material.say(sentences.LIGHT_LIMITS, **limits))
    monitoring = sentences.EXAMPLE_MARKING if programme.example_data else sentences.MONITORING_SOURCES
    sources = (material.say(sentences.PROJECT_SOURCES), material.say(monitoring))
    yield Fact(material.say(headings.SOURCES), "\n".join(sources))


def _day(material: Material, sentence: Translated) -> str:
    return material.say(sentence, day=format_date(material.as_of, material.language))


def _written(material: Material) -> str:
    return format_date(material.known_on, material.language)
