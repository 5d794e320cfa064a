"""Any field's value as one text in the reader's language."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from hankekori.core.money import format_date, format_number
from hankekori.pages.basket.words import language

_LONGEST = 300  # characters of a text shown at once


def shown_value(value: object) -> str:
    """Write a value: numbers in groups of three, days, lists with commas; nothing is empty, a long text is cut."""
    match value:
        case None | "" | [] | ():
            return ""
        case bool():
            return _("kyllä") if value else _("ei")
        case Decimal() | int():
            number = Decimal(value)
            decimals = 0 if number == number.to_integral_value() else 2
            return format_number(number, language(), decimals=decimals)
        case date():
            return format_date(value, language())
        case list() | tuple():
            return ", ".join(str(each) for each in value)
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def shown_percent(share: Decimal) -> str:
    """Write a part of one in percent, without a sign and with only the decimals it has."""
    percent = (share * 100).normalize()
    return format_number(percent, language(), decimals=max(0, -int(percent.as_tuple().exponent)))
