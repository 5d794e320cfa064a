"""Fields as people in an office fill them: days as d.m.yyyy, euros with spaces, text without identity codes."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.core.identity_codes import contains_identity_code
from hankekori.core.money import (
    AmountError,
    DateError,
    format_date,
    format_euros,
    parse_amount,
    parse_date,
    parse_number,
)
from hankekori.pages.basket.shown_values import shown_percent
from hankekori.pages.basket.words import language, said

_MOST_EUROS = Decimal(10) ** 12  # the column holds twelve digits
_SHARE_DECIMALS = 4  # of a percent


class PlainText(forms.CharField):
    """Text; a personal identity code in it is refused, never kept."""

    def clean(self, value: Any) -> str:  # noqa: ANN401 - Django's signature
        text: str = super().clean(value)
        if contains_identity_code(text):
            raise ValidationError(_("Tekstissä on henkilötunnus. Poista se: henkilötunnuksia ei tallenneta."))
        return text


class Paragraphs(PlainText):
    """Text of several lines; a browser's line ends become plain ones."""

    widget = forms.Textarea

    def clean(self, value: Any) -> str:  # noqa: ANN401 - Django's signature
        return super().clean(value).replace("\r\n", "\n")


class DayField(forms.CharField):
    """A day written 1.5.2009 or 2009-05-01; empty is None."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(
            widget=forms.TextInput(attrs={"class": "short", "placeholder": gettext_lazy("p.k.vvvv")}), **options
        )

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - what was typed, or a day
        return format_date(value, "fi") if isinstance(value, date) else value

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_date(text)
        except DateError as problem:
            raise ValidationError(said(problem.message)) from problem


class EurosField(forms.CharField):
    """Whole euros, never negative; empty is None, which is not zero."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(
            required=False, widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}), **options
        )

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - what was typed, or an amount
        return format_euros(value, language()) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        text = super().clean(value)
        if not text:
            return None
        try:
            amount = parse_amount(text)
        except AmountError as problem:
            raise ValidationError(said(problem.message)) from problem
        if amount != amount.to_integral_value():
            raise ValidationError(_("Kirjoita täysiä euroja ilman senttejä."))
        if not 0 <= amount < _MOST_EUROS:
            raise ValidationError(_("Summa ei voi olla negatiivinen eikä näin suuri."))
        return amount.quantize(Decimal(1))


class ShareField(forms.CharField):
    """A share typed in percent, given as a part of one; empty is None."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(
            required=False,
            widget=forms.TextInput(attrs={"class": "share", "inputmode": "decimal", "placeholder": " "}),
            **options,
        )

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - what was typed, or a share
        return shown_percent(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        text = super().clean(value).replace("%", "").strip()
        if not text:
            return None
        try:
            percent = parse_number(text, decimals=_SHARE_DECIMALS)
        except AmountError as problem:
            raise ValidationError(said(problem.message)) from problem
        if not 0 <= percent <= 100:  # noqa: PLR2004 - percent
            raise ValidationError(_("Osuus on 0–100 prosenttia."))
        return percent / 100
