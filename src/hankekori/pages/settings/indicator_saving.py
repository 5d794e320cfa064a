"""Saving an indicator over what was seen in the form."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.history import action
from hankekori.areas.plan.indicators import add_own_indicator, change_indicator
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated
from hankekori.pages.basket.edits import own_edits


@action("settings.add_indicator")
def add_indicator(*, by: User, now: datetime, programme: Programme, values: Mapping[str, Any]) -> Indicator:
    """Make an indicator of the programme's own as the form says it."""
    return add_own_indicator(by=by, now=now, programme=programme, **_with_texts(values))


@action("settings.save_indicator")
def save_indicator_over(*, by: User, now: datetime, indicator: Indicator, values: Mapping[str, Any], seen: str) -> None:
    """Change what was edited of an indicator; raises EditClashError where somebody else was quicker."""
    Programme.objects.select_for_update(no_key=True).get(pk=indicator.programme_id)
    found = Indicator.objects.get(pk=indicator.pk)
    current = own_values(found) if "name_fi" in values else use_values(found)
    wanted = {**current, **own_edits(seen, values, current)}
    change_indicator(by=by, now=now, indicator=found, **(_with_texts(wanted) if "name_fi" in wanted else wanted))


def use_values(indicator: Indicator) -> dict[str, Any]:
    """Give the values the form of any indicator opens with."""
    return {name: getattr(indicator, name) for name in ("headline", "asked_of_all", "band")}


def own_values(indicator: Indicator) -> dict[str, Any]:
    """Give the values the form of an own indicator opens with."""
    return {**use_values(indicator), **{name: getattr(indicator, name) for name in (*_TEXT_FIELDS, *_OWN_FIELDS)}}


def _with_texts(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values with name and unit as texts in three languages."""
    texts = {
        field: Translated(*(values[f"{field}_{language}"] for language in ("fi", "sv", "en")))
        for field in ("name", "unit")
    }
    return {name: value for name, value in values.items() if name not in _TEXT_FIELDS} | texts


_TEXT_FIELDS = ("name_fi", "name_sv", "name_en", "unit_fi", "unit_sv", "unit_en")
_OWN_FIELDS = ("combination", "decimals", "counts_women")
