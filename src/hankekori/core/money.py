"""Amounts, numbers and dates as people in Finland write and read them."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from hankekori.core.texts import Translated

NBSP = "\u00a0"
MINUS = "\u2212"


class AmountError(ValueError):
    """The text is not a number; `message` says why, in words for the person who wrote it."""

    def __init__(self, text: str, message: Translated) -> None:
        super().__init__(str(message))
        self.text = text
        self.message = message


class DateError(ValueError):
    """The text is not a date; `message` says why, in words for the person who wrote it."""

    def __init__(self, text: str, message: Translated) -> None:
        super().__init__(str(message))
        self.text = text
        self.message = message


def parse_amount(text: str) -> Decimal:
    """Read euros such as "194 225,00 €", "1.234.567,50" or "−5 eur" with at most two decimals; raises AmountError."""
    return parse_number(_CURRENCY_AFTER.sub("", _CURRENCY_BEFORE.sub(r"\1", text)), decimals=2)


def parse_number(text: str, *, decimals: int = 0) -> Decimal:
    """Read a number written with comma or dot and any spaces between thousands; raises AmountError.

    One separator with three digits after it ("1.234") is refused where it could mean thousands or decimals.
    """
    plain = _SPACES.sub(" ", text).strip().replace(MINUS, "-")
    sign, digits = ("-", plain[1:].strip()) if plain.startswith("-") else ("", plain.removeprefix("+"))
    if not digits:
        raise AmountError(text, _EMPTY)
    whole, fraction = _split(text, digits, decimals)
    if len(whole) > _MOST_DIGITS:
        raise AmountError(text, _TOO_LARGE.filled(text=text.strip()[:_MOST_DIGITS], n=_MOST_DIGITS))
    if len(fraction) > decimals:
        raise AmountError(text, _TOO_PRECISE.filled(text=text.strip(), n=decimals))
    return Decimal(f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}")


def parse_date(text: str) -> date:
    """Read 1.5.2009, 2009-05-01 or "1 May 2009"; raises DateError."""
    found = _FINNISH_DATE.fullmatch(text.strip()) or _ISO_DATE.fullmatch(text.strip())
    found = found or _ENGLISH_DATE.fullmatch(text.strip())
    if not found:
        raise DateError(text, _NOT_A_DATE.filled(text=text.strip()))
    parts = found.groupdict()
    try:
        return date(int(parts["year"]), _month_number(parts["month"]), int(parts["day"]))
    except ValueError:
        raise DateError(text, _NO_SUCH_DAY.filled(text=text.strip())) from None


@lru_cache(maxsize=8192)  # a page writes the same numbers and days over and over, in three languages
def format_number(value: Decimal, language: str, *, decimals: int = 0) -> str:
    """Write a number, halves rounded up: 1 234 567,5 in Finnish and Swedish, 1 234 567.5 in English."""
    rounded = _rounded(value, decimals)
    written = f"{abs(rounded):,f}".replace(",", NBSP)
    if not _is_english(language):
        written = written.replace(".", ",")
    return f"{MINUS}{written}" if rounded < 0 else written


def format_euros(value: Decimal, language: str) -> str:
    """Write whole euros for a table, without the sign: 194 225 in every language."""
    return format_number(value, language)


def format_money(value: Decimal, language: str) -> str:
    """Write money with cents and the sign: 194 225,00 €, in English €194,225.00."""
    written = format_number(value, language, decimals=2)
    if not _is_english(language):
        return f"{written}{NBSP}€"
    written = written.replace(NBSP, ",")
    return f"{MINUS}€{written[1:]}" if written.startswith(MINUS) else f"€{written}"


def format_percent(value: Decimal, language: str, *, decimals: int = 1) -> str:
    """Write a value that is in percent: 12,5 %, in English 12.5%."""
    written = format_number(value, language, decimals=decimals)
    return f"{written}%" if _is_english(language) else f"{written}{NBSP}%"


@lru_cache(maxsize=8192)
def format_date(day: date, language: str) -> str:
    """Write a date: 1.5.2009 in Finnish and Swedish, 1 May 2009 in English."""
    if _is_english(language):
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}.{day.month}.{day.year}"


def format_range(start: date, end: date, language: str) -> str:
    """Write a span of dates: 1.5.2009–30.4.2012, in English 1 May 2009 – 30 April 2012."""
    dash = " – " if _is_english(language) else "–"
    return f"{format_date(start, language)}{dash}{format_date(end, language)}"


def _split(text: str, digits: str, decimals: int) -> tuple[str, str]:
    """Part the digits before the decimal separator from those after it, thousands' separators taken out."""
    if found := _PLAIN.fullmatch(digits):
        separator, fraction = found["separator"], found["fraction"] or ""
        if separator and len(fraction) == _GROUP and decimals < _GROUP and found["whole"] not in {"", "0"}:
            raise AmountError(text, _AMBIGUOUS.filled(text=text.strip()))
        return found["whole"] or "0", fraction
    if found := _GROUPED.fullmatch(digits):
        return re.sub("[^0-9]", "", found["whole"]), found["fraction"] or ""
    raise AmountError(text, _NOT_A_NUMBER.filled(text=text.strip()))


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, context=_WIDE)


def _is_english(language: str) -> bool:
    return language.split("-", maxsplit=1)[0] == "en"


def _month_number(month: str) -> int:
    if month.isdigit():
        return int(month)
    names = [name.lower() for name in _ENGLISH_MONTHS]
    return names.index(month.lower()) + 1


_GROUP = 3  # digits between thousands' separators
_WIDE = Context(prec=60)
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_CURRENCY_BEFORE = re.compile(r"^(\s*[-+\u2212]?\s*)€")
_CURRENCY_AFTER = re.compile(r"(?:€|\beuroa?|\beur|(?<=[0-9])eur(?:oa?)?)\.?\s*$", re.IGNORECASE)
_PLAIN = re.compile(r"(?P<whole>[0-9]*)(?:(?P<separator>[.,])(?P<fraction>[0-9]+))?(?<=[0-9])")
_GROUPED = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:(?P<group>[ .,'])[0-9]{3})(?:(?P=group)[0-9]{3})*)"
    r"(?:(?!(?P=group))[.,](?P<fraction>[0-9]+))?"
)
_FINNISH_DATE = re.compile(r"(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})\.\s?(?P<year>[0-9]{4})")
_ISO_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_ENGLISH_DATE = re.compile(r"(?P<day>[0-9]{1,2}) (?P<month>[A-Za-z]+) (?P<year>[0-9]{4})")
_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_EMPTY = Translated(fi="Luku puuttuu.", sv="Talet saknas.", en="The number is missing.")
_NOT_A_NUMBER = Translated(
    fi="”{text}” ei ole luku. Kirjoita esimerkiksi 194 225,00.",
    sv="”{text}” är inte ett tal. Skriv till exempel 194 225,00.",
    en="“{text}” is not a number. Write for example 194 225.00.",
)
_AMBIGUOUS = Translated(
    fi="”{text}” voi tarkoittaa tuhansia tai desimaaleja. Kirjoita tuhannet ilman erotinta tai välilyönnillä.",
    sv="”{text}” kan betyda tusental eller decimaler. Skriv tusental utan skiljetecken eller med mellanslag.",
    en="“{text}” may mean thousands or decimals. Write thousands without a separator or with a space.",
)
_MOST_DIGITS = 15
_TOO_LARGE = Translated(
    "Luku ”{text}…” on liian suuri: kokonaisosassa voi olla enintään {n} numeroa.",
    "Talet ”{text}…” är för stort: heltalsdelen får ha högst {n} siffror.",
    "The number “{text}…” is too large: at most {n} digits may stand before the decimals.",
)
_TOO_PRECISE = Translated(
    fi="Luvussa ”{text}” on liian monta desimaalia. Desimaaleja saa olla enintään {n}.",
    sv="Talet ”{text}” har för många decimaler. Högst {n} decimaler är tillåtna.",
    en="“{text}” has too many decimals. At most {n} are allowed.",
)
_NOT_A_DATE = Translated(
    fi="”{text}” ei ole päivämäärä. Kirjoita esimerkiksi 1.5.2009.",
    sv="”{text}” är inte ett datum. Skriv till exempel 1.5.2009.",
    en="“{text}” is not a date. Write for example 1 May 2009 or 1.5.2009.",
)
_NO_SUCH_DAY = Translated(
    fi="Päivää ”{text}” ei ole kalenterissa.",
    sv="Dagen ”{text}” finns inte i kalendern.",
    en="“{text}” is not in the calendar.",
)
