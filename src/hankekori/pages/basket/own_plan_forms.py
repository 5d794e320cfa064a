"""What a project itself plans to reach as a form: two numbers for each indicator, typed or pasted from a sheet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.models import ProjectPlan
from hankekori.areas.plan.models import Indicator
from hankekori.core.indicators import Combination
from hankekori.pages.basket.edits import SEEN_FIELD, EditClashError, marks_of
from hankekori.pages.basket.forms import BasketForm
from hankekori.pages.basket.own_plan_saving import NUMBERS, number_field, plan_values
from hankekori.pages.basket.shown_values import shown_value
from hankekori.pages.basket.words import said
from hankekori.pages.monitoring.part_forms import NumberField


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An indicator with its two fields."""

    indicator: Indicator
    total: BoundField
    women: BoundField | None  # None where women are not told apart


@dataclass(frozen=True, slots=True)
class Pasted:
    """Lines of a sheet: what they say by field, as it was written, and the lines that name no indicator."""

    values: Mapping[str, str]
    unknown: Sequence[str]


class OwnPlansForm(BasketForm):
    """The plans of one project; an indicator left empty is not planned, which is not zero."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        indicators: Sequence[Indicator],
        plans: Iterable[ProjectPlan],
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        self._indicators = indicators
        for each in indicators:
            unit = "%" if each.combination == Combination.SHARE else said(each.unit)
            label = f"{said(each.name)}, {unit}"
            self.fields[number_field("total", each.pk)] = NumberField(label=label, decimals=each.decimals)
            if each.counts_women:
                women = _("%(name)s: naisia") % {"name": said(each.name)}
                self.fields[number_field("women", each.pk)] = NumberField(label=women, decimals=each.decimals)
        opened = plan_values(indicators, plans)
        self.initial = {**opened, SEEN_FIELD: marks_of(opened)}
        self.fields[SEEN_FIELD] = forms.CharField(required=False, max_length=20_000, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for each in self._indicators:
            total, women = (cleaned.get(number_field(name, each.pk)) for name in NUMBERS)
            if women is not None and total is None and number_field("total", each.pk) not in self.errors:
                self.add_error(number_field("total", each.pk), _("Anna myös koko tavoite."))
        return cleaned

    @property
    def values(self) -> dict[str, Decimal | None]:
        return {
            number_field(name, each.pk): self.cleaned_data.get(number_field(name, each.pk))
            for each in self._indicators
            for name in NUMBERS
        }

    @property
    def rows(self) -> list[PlanRow]:
        return [
            PlanRow(
                each,
                self[number_field("total", each.pk)],
                self[number_field("women", each.pk)] if each.counts_women else None,
            )
            for each in self._indicators
        ]

    def shown_now(self, error: EditClashError) -> Mapping[str, str]:
        return {name: shown_value(error.current[name]) for name in error.names if name in self.fields}


def read_pasted(text: str, indicators: Iterable[Indicator]) -> Pasted:
    """Read lines of indicator, total and women as a sheet copies them: cells apart by tabs or semicolons.

    An indicator is named by its code or its name in any language. Numbers are kept as written: the form checks them.
    """
    named = _by_name(indicators)
    values: dict[str, str] = {}
    unknown = []
    for line in filter(None, map(str.strip, text.splitlines())):
        cells = [cell.strip() for cell in (line.split("\t") if "\t" in line else line.split(";"))]
        indicator = named.get(cells[0].casefold())
        if indicator is None:
            unknown.append(line)
            continue
        for name, cell in zip(NUMBERS, cells[1:], strict=False):
            if name == "total" or indicator.counts_women:
                values[number_field(name, indicator.pk)] = cell
    return Pasted(values, unknown)


def _by_name(indicators: Iterable[Indicator]) -> dict[str, Indicator]:
    """Index indicators by code and name; what two share names neither."""
    named: dict[str, Indicator | None] = {}
    for each in indicators:
        for text in {each.code, each.name_fi, each.name_sv, each.name_en} - {""}:
            key = text.casefold()
            named[key] = None if key in named and named[key] != each else each
    return {key: each for key, each in named.items() if each}
