"""Amounts, numbers and dates as people in Finland write and read them."""

from datetime import date
from decimal import Decimal

from hankekori.core.texts import Translated


class AmountError(ValueError):
    """The text is not an amount."""

    def __init__(self, text: str, message: Translated) -> None:
        super().__init__(str(message))
        self.text = text
        self.message = message


class DateError(ValueError):
    """The text is not a date."""

    def __init__(self, text: str, message: Translated) -> None:
        super().__init__(str(message))
        self.text = text
        self.message = message


def parse_amount(text: str) -> Decimal:
    """Read an amount such as "194 225,00 €"; raises AmountError."""
    raise NotImplementedError


def parse_date(text: str) -> date:
    """Read d.m.yyyy, ISO or "1 May 2009"; raises DateError."""
    raise NotImplementedError


def format_number(value: Decimal, language: str, *, decimals: int = 0) -> str:
    """Write a number: 1 234 567,5 in Finnish and Swedish, 1,234,567.5 in English."""
    raise NotImplementedError


def format_euros(value: Decimal, language: str) -> str:
    """Write whole euros for a table, no sign: 194 225 in every language."""
    raise NotImplementedError


def format_money(value: Decimal, language: str) -> str:
    """Write money with cents and the sign: 194 225,00 €, in English €194,225.00."""
    raise NotImplementedError


def format_percent(value: Decimal, language: str, *, decimals: int = 1) -> str:
    """Write a percentage given in percent: 12,5 %, in English 12.5%."""
    raise NotImplementedError


def format_date(day: date, language: str) -> str:
    """Write a date: 1.5.2009, in English 1 May 2009."""
    raise NotImplementedError


def format_range(start: date, end: date, language: str) -> str:
    """Write a span of dates: 1.5.2009–30.4.2012, in English 1 May 2009 – 30 April 2012."""
    raise NotImplementedError
