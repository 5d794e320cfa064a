"""Forms of claims: one claim with its costs and money in a row each, and the budget."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.claims.models import COST_FIELDS, FUND_FIELDS, cost_field, fund_field
from hankekori.core.claims import CostKind, Spending
from hankekori.core.money import format_money
from hankekori.pages.basket.edits import SEEN_FIELD, EditClashError, marks_of
from hankekori.pages.basket.form_fields import DayField
from hankekori.pages.basket.forms import BasketForm
from hankekori.pages.basket.shown_values import shown_value
from hankekori.pages.basket.words import language
from hankekori.pages.claims.words import costs, sources
from hankekori.pages.monitoring.part_forms import MoneyField


class MoneyForm(BasketForm):
    """A form with amounts of money by kind or source, each a field of its own."""

    def shown_now(self, error: EditClashError) -> Mapping[str, str]:
        return {name: shown_value(error.current[name]) for name in error.names}

    def drawn(self, *names: str) -> list[BoundField]:
        return [self[name] for name in names]

    @property
    def cost_fields(self) -> list[BoundField]:
        return self.drawn(*COST_FIELDS)

    def _open_with(self, values: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        self.initial = dict(values)
        self.fields[SEEN_FIELD] = forms.CharField(
            required=False, max_length=4000, widget=forms.HiddenInput, initial=marks_of(seen)
        )


class ClaimForm(MoneyForm):
    """A claim; only the end of its period is typed, the start follows from the chain."""

    period_end = DayField(label=gettext_lazy("Kausi päättyy"), max_length=40)
    of_total = forms.IntegerField(
        label=gettext_lazy("Hakemuksia kaikkiaan"), required=False, min_value=1, max_value=99,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip
    is_last = forms.BooleanField(label=gettext_lazy("Tämä on hankkeen viimeinen maksatushakemus"), required=False)
    income = MoneyField(label=gettext_lazy("Tulot"))
    sent_on = DayField(label=gettext_lazy("Lähetetty"), required=False, max_length=40)
    decided_on = DayField(label=gettext_lazy("Päätetty"), required=False, max_length=40)
    approved = MoneyField(label=gettext_lazy("Hyväksytyt kustannukset tulojen jälkeen, euroa"))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        values: Mapping[str, Any],
        seen: Mapping[str, Any],
        by_kind: Mapping[CostKind, Spending],
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        for kind, name in costs().items():
            self.fields[cost_field(kind)] = MoneyField(label=name, help_text=_left(by_kind[kind]))
        for source, name in sources().items():
            self.fields[fund_field(source)] = MoneyField(label=name)
        self._open_with(values, seen)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        amounts = (cleaned.get(name) for name in (*COST_FIELDS, *FUND_FIELDS))
        if not self.errors and all(amount is None for amount in amounts):
            raise ValidationError(_("Kirjoita ainakin yksi summa. Nolla on summa, tyhjä ei ole."))
        return cleaned

    @property
    def fund_fields(self) -> list[BoundField]:
        return self.drawn(*FUND_FIELDS)


class BudgetForm(MoneyForm):
    """What the funding decision lets the project spend, by kind of costs."""

    def __init__(self, *args: Any, values: Mapping[str, Any], **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        for kind, name in costs().items():
            self.fields[cost_field(kind)] = MoneyField(label=name)
        self._open_with(values, values)


def _left(spending: Spending) -> str:
    """Say what is left of the budget, beside the field that spends it."""
    return "" if spending.left is None else _("jäljellä %(left)s") % {"left": format_money(spending.left, language())}
