"""What an action refuses, in words."""

from datetime import date

from hankekori.core.money import format_date
from hankekori.core.texts import LANGUAGES, Translated


class DomainError(Exception):
    """An expected failure whose sentence can be shown as it is; field is what it is about, empty for the whole."""

    def __init__(self, message: Translated, *, field: str = "") -> None:
        super().__init__(message.fi)
        self.message = message
        self.field = field


class NotInProgrammeError(DomainError):
    """Something named belongs to another programme or does not exist; the caller cannot tell which."""

    def __init__(self, field: str) -> None:
        super().__init__(_NOT_IN_PROGRAMME, field=field)


class EmptyFieldError(DomainError):
    """A field that must say something is empty."""

    def __init__(self, field: str) -> None:
        super().__init__(_EMPTY, field=field)


class WrongOrderError(DomainError):
    """An end is before its start."""

    def __init__(self, field: str) -> None:
        super().__init__(_WRONG_ORDER, field=field)


def with_day(text: Translated, day: date, **values: object) -> Translated:
    """Put the {day}, written as each language writes it, and the values into their places."""
    written = {
        language: text.in_language(language).format(day=format_date(day, language), **values) for language in LANGUAGES
    }
    return Translated(**written)


_NOT_IN_PROGRAMME = Translated(
    fi="Ohjelmassa ei ole tällaista kohdetta.",
    sv="Det finns inget sådant i programmet.",
    en="There is no such item in the programme.",
)
_EMPTY = Translated(
    fi="Kenttä ei saa olla tyhjä.",
    sv="Fältet får inte vara tomt.",
    en="The field must not be empty.",
)
_WRONG_ORDER = Translated(
    fi="Päättymispäivä on ennen alkamispäivää.",
    sv="Slutdatumet är före startdatumet.",
    en="The end date is before the start date.",
)
