"""What the actions of employment refuse, each in its own words."""

from datetime import date

from hankekori.areas.errors import DomainError
from hankekori.core.money import format_date
from hankekori.core.texts import LANGUAGES, Translated


class BusinessIdError(DomainError):
    """A Y-tunnus whose form or check digit is wrong, or that is missing where there must be one."""

    def __init__(self, field: str) -> None:
        super().__init__(_BUSINESS_ID, field=field)


class FullTimeShareError(DomainError):
    """A share of full time that is not above zero and at most one."""

    def __init__(self) -> None:
        super().__init__(_SHARE, field="fte")


class MonthsError(DomainError):
    """A last month before the first."""

    def __init__(self) -> None:
        super().__init__(_MONTHS, field="end_month")


class UnknownWordError(DomainError):
    """A value that is none of a field's."""

    def __init__(self, field: str) -> None:
        super().__init__(_WORD, field=field)


class FileTooLargeError(DomainError):
    """A file of evidence over the limit."""

    def __init__(self, limit: int) -> None:
        super().__init__(_TOO_LARGE.filled(limit=limit), field="file")


class PublicationDayError(DomainError):
    """A day for which counts cannot be published any more, or not yet."""

    def __init__(self, newest: date | None) -> None:
        days = {language: format_date(newest, language) if newest else "" for language in LANGUAGES}
        told = {language: _TOO_EARLY.in_language(language).format(day=days[language]) for language in LANGUAGES}
        super().__init__(Translated(**told) if newest else _AHEAD, field="day")


class NobodyToPublishError(DomainError):
    """There is no episode by the day."""

    def __init__(self) -> None:
        super().__init__(_NOBODY, field="day")


_BUSINESS_ID = Translated(
    "Tarkista Y-tunnus: 7 numeroa, väliviiva ja tarkistusnumero, esimerkiksi 1074350-2.",
    "Kontrollera FO-numret: 7 siffror, bindestreck och kontrollsiffra, till exempel 1074350-2.",
    "Check the business ID: 7 digits, a hyphen and a check digit, for example 1074350-2.",
)
_SHARE = Translated(
    "Työaika on suurempi kuin 0 ja enintään 100 % kokoaikaisesta.",
    "Arbetstiden är över 0 och högst 100 % av heltid.",
    "Working time is above 0 and at most 100% of full time.",
)
_MONTHS = Translated(
    "Viimeinen kuukausi on ennen ensimmäistä.",
    "Den sista månaden är före den första.",
    "The last month is before the first.",
)
_WORD = Translated("Valitse jokin vaihtoehdoista.", "Välj ett av alternativen.", "Choose one of the options.")
_TOO_LARGE = Translated(
    "Tiedosto on yli {limit} megatavua. Lisää pienempi tiedosto.",
    "Filen är över {limit} megabyte. Lägg till en mindre fil.",
    "The file is over {limit} megabytes. Add a smaller one.",
)
_TOO_EARLY = Translated(
    "Luvut on jo julkaistu päivältä {day}. Valitse sitä myöhempi päivä.",
    "Talen har redan publicerats per {day}. Välj en senare dag.",
    "Counts have already been published as of {day}. Choose a later day.",
)
_AHEAD = Translated(
    "Päivä on tulevaisuudessa. Valitse tämä päivä tai aiempi.",
    "Dagen är i framtiden. Välj denna dag eller en tidigare.",
    "The day is in the future. Choose today or an earlier day.",
)
_NOBODY = Translated(
    "Valittuun päivään mennessä ei ole alkanut yhtään jaksoa, joten julkaistavaa ei ole.",
    "Ingen sysselsättningsperiod har börjat senast den dagen, så det finns inget att publicera.",
    "No episode had begun by the day, so there is nothing to publish.",
)
