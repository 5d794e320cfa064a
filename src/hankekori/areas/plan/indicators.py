"""Choosing a programme's indicators: from the catalogue or its own, their order, their place on the first page."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import PROTECT, ForeignObjectRel, Max

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError, EmptyFieldError, NotInProgrammeError
from hankekori.areas.history import action
from hankekori.areas.plan.actions import save_indicator
from hankekori.areas.plan.catalogue import catalogue
from hankekori.areas.plan.models import Indicator
from hankekori.areas.plan.queries import indicators_of
from hankekori.areas.programmes.models import Programme
from hankekori.core.indicator_checks import IndicatorKey
from hankekori.core.texts import LANGUAGES, Translated

OWN_CODE = re.compile(r"HK-[A-ZÅÄÖ0-9]+(-[A-ZÅÄÖ0-9]+)*")  # ours: no code of the EU begins so
OWN_PERIOD, OWN_FUND = "any", ""
MOST_HEADLINES = 6
_LARGEST_BAND = 100  # percent


class OwnCodeError(DomainError):
    """A code of our own that could be taken for somebody else's."""

    def __init__(self) -> None:
        super().__init__(_OWN_CODE, field="code")


class CodeTakenError(DomainError):
    """The programme or the catalogue has an indicator of the code."""

    def __init__(self, code: str, name: Translated) -> None:
        said = {each: _TAKEN.in_language(each).format(code=code, name=name.in_language(each)) for each in LANGUAGES}
        super().__init__(Translated(**said), field="code")


class BandError(DomainError):
    """A band that is not a percentage."""

    def __init__(self) -> None:
        super().__init__(_BAND, field="band")


class IndicatorInUseError(DomainError):
    """An indicator others refer to; the sentence names how many of what."""

    def __init__(self, uses: Mapping[str, int]) -> None:
        counted = {
            language: ", ".join(f"{USES[label].in_language(language)} {number}" for label, number in uses.items())
            for language in LANGUAGES
        }
        said = {each: _IN_USE.in_language(each).format(uses=counted[each]) for each in LANGUAGES}
        super().__init__(Translated(**said))


class CombinationFixedError(DomainError):
    """How values combine is to be changed though there are values."""

    def __init__(self) -> None:
        super().__init__(_FIXED, field="combination")


@action("plan.choose_indicators")
def choose_indicators(
    *, by: User | None, now: datetime, programme: Programme, keys: Iterable[IndicatorKey]
) -> list[Indicator]:
    """Take indicators of the catalogue into the programme, after those it has; one it has already stays as it is."""
    _lock(programme)
    taken = {indicator.key for indicator in indicators_of(programme)}
    position = _last_position(programme)
    chosen = []
    for key in dict.fromkeys(keys):
        entry = catalogue().get(key)
        if entry is None:
            raise NotInProgrammeError("indicator")
        if key in taken:
            continue
        position += 1
        chosen.append(
            save_indicator(
                by=by,
                now=now,
                programme=programme,
                programme_period=key.programme_period,
                fund=key.fund,
                code=key.code,
                code_is_official=entry.code_is_official,
                name=entry.name,
                unit=entry.unit,
                combination=entry.combination,
                decimals=entry.decimals,
                counts_women=entry.counts_women,
                position=position,
            )
        )
    return chosen


@action("plan.add_own_indicator")
def add_own_indicator(
    *,
    by: User | None,
    now: datetime,
    programme: Programme,
    code: str,
    name: Translated,
    unit: Translated,
    **fields: Any,  # noqa: ANN401 - see change_indicator
) -> Indicator:
    """Make an indicator of the programme's own; its code begins with HK- and is nobody else's."""
    _lock(programme)
    if not OWN_CODE.fullmatch(code):
        raise OwnCodeError
    key = IndicatorKey(OWN_PERIOD, OWN_FUND, code)
    taken = indicators_of(programme).filter(code=code).first() or catalogue().get(key)
    if taken:
        raise CodeTakenError(code, taken.name)
    _check_own(name, unit)
    headline = fields.pop("headline", None)
    _check_band(fields.get("band"))
    indicator = save_indicator(
        by=by,
        now=now,
        programme=programme,
        programme_period=OWN_PERIOD,
        fund=OWN_FUND,
        code=code,
        name=name,
        unit=unit,
        position=_last_position(programme) + 1,
        **fields,
    )
    _place_headline(indicator, headline)
    return indicator


@action("plan.change_indicator")
def change_indicator(
    *,
    by: User | None,
    now: datetime,
    indicator: Indicator,
    headline: int | None,
    **fields: Any,  # noqa: ANN401 - the model's fields
) -> Indicator:
    """Change how the programme uses an indicator; of its own one also what it is.

    fields: asked_of_all and band; of an own indicator also name and unit (Translated), combination, decimals and
    counts_women. How values combine stays once there are values.
    """
    _lock(indicator.programme)
    _check_band(fields.get("band"))
    texts = {each: fields.pop(each) for each in ("name", "unit") if each in fields}
    if texts:
        _check_own(texts["name"], texts["unit"])
    if "combination" in fields and fields["combination"] != indicator.combination and _uses(indicator):
        raise CombinationFixedError
    for field, text in texts.items():
        for language in LANGUAGES:
            fields[f"{field}_{language}"] = getattr(text, language)
    for name, value in fields.items():
        setattr(indicator, name, value)
    indicator.save(update_fields=list(fields))
    _place_headline(indicator, headline)
    return indicator


@action("plan.move_indicator")
def move_indicator(*, by: User | None, now: datetime, indicator: Indicator, up: bool) -> None:
    """Let an indicator change places with the one before or after it; the first and the last stay."""
    _lock(indicator.programme)
    rows = list(indicators_of(indicator.programme))
    place = rows.index(indicator)
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
    for position, row in enumerate(rows, start=1):
        if row.position != position:
            row.position = position
            row.save(update_fields=["position"])


@action("plan.remove_indicator")
def remove_indicator(*, by: User | None, now: datetime, indicator: Indicator) -> None:
    """Take an indicator nothing refers to out of the programme; raises IndicatorInUseError."""
    _lock(indicator.programme)
    if uses := _uses(indicator):
        raise IndicatorInUseError(uses)
    _place_headline(indicator, None)
    indicator.delete()


def protecting_relations() -> list[ForeignObjectRel]:
    """List the references that keep an indicator from being removed."""
    fields = Indicator._meta.get_fields(include_hidden=True)  # noqa: SLF001 - Django's documented way to the relations
    return [field for field in fields if isinstance(field, ForeignObjectRel) and field.on_delete is PROTECT]


def _lock(programme: Programme) -> None:
    """Let one writer at a time change a programme's indicators."""
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)


def _last_position(programme: Programme) -> int:
    return Indicator.objects.filter(programme=programme).aggregate(last=Max("position"))["last"] or 0


def _check_own(name: Translated, unit: Translated) -> None:
    if not name.fi.strip():
        raise EmptyFieldError("name_fi")
    if not unit.fi.strip():
        raise EmptyFieldError("unit_fi")


def _check_band(band: int | None) -> None:
    if band is not None and not 0 <= band <= _LARGEST_BAND:
        raise BandError


def _place_headline(indicator: Indicator, place: int | None) -> None:
    """Put an indicator in a place of the first page, counted from 1; those after it move on, and no place is empty."""
    rows = Indicator.objects.filter(programme=indicator.programme_id, headline__isnull=False).exclude(pk=indicator.pk)
    shown = list(rows.order_by("headline", "id"))
    if place is not None:
        shown.insert(place - 1, indicator)
    elif indicator.headline is not None:
        indicator.headline = None
        indicator.save(update_fields=["headline"])
    for number, row in enumerate(shown, start=1):
        if row.headline != number:
            row.headline = number
            row.save(update_fields=["headline"])


def _uses(indicator: Indicator) -> dict[str, int]:
    """Count what refers to an indicator and keeps it, by the model's label."""
    uses: Counter[str] = Counter()
    for relation in protecting_relations():
        rows = relation.related_model._base_manager.filter(**{relation.field.name: indicator})  # noqa: SLF001 - documented
        uses[relation.related_model._meta.label] += rows.count()  # noqa: SLF001 - documented
    return {label: number for label, number in uses.items() if number}


USES = {
    "plan.Target": Translated("tavoitearvoja", "målvärden", "targets"),
    "monitoring.ProjectPlan": Translated("hankkeiden omia tavoitteita", "projektens egna mål", "projects' own targets"),
    "monitoring.LedgerEntry": Translated("kirjauksia", "registreringar", "ledger entries"),
    "rounds.ReportFigure": Translated("lukuja raporteissa", "tal i rapporter", "figures in reports"),
    "rounds.ReportFile": Translated("näyttöjä raporteissa", "underlag i rapporter", "evidence in reports"),
    "employment.OutcomeRecord": Translated("todisteita tuloksista", "belägg för resultat", "records of results"),
}
_OWN_CODE = Translated(
    fi="Oman tunnuksen alussa on HK- ja sen perässä isoja kirjaimia tai numeroita, esimerkiksi HK-TONTIT.",
    sv="Den egna koden börjar med HK- och fortsätter med stora bokstäver eller siffror, till exempel HK-TOMTER.",
    en="A code of your own begins with HK- and goes on with capital letters or digits, for example HK-PLOTS.",
)
_TAKEN = Translated(
    fi="Tunnus {code} on jo käytössä: {name}.",
    sv="Koden {code} används redan: {name}.",
    en="The code {code} is in use already: {name}.",
)
_BAND = Translated(
    fi="Vaihteluväli on 0–100 prosenttia.",
    sv="Variationsbredden är 0–100 procent.",
    en="The band is 0–100 percent.",
)
_IN_USE = Translated(
    fi="Mittaria ei voi poistaa, koska siihen viitataan: {uses}.",
    sv="Indikatorn kan inte tas bort, eftersom den används: {uses}.",
    en="The indicator cannot be removed, because it is referred to: {uses}.",
)
_FIXED = Translated(
    fi="Laskutapaa ei voi muuttaa, kun mittarilla on jo tavoitteita tai lukuja. Tee uusi mittari.",
    sv="Sättet att räkna kan inte ändras när indikatorn redan har mål eller tal. Gör en ny indikator.",
    en="How values combine cannot change once the indicator has targets or figures. Make a new indicator.",
)
