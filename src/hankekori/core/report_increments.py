"""What approving a report adds to the ledger: the first time all it says, later only what changed.

Source: domain reference 1.4: a closed figure is never edited, a difference is recorded as a signed correction.
"""

from dataclasses import dataclass
from decimal import Decimal

from hankekori.core.figures import ValueState
from hankekori.core.indicators import Remark
from hankekori.core.money import format_number
from hankekori.core.texts import LANGUAGES, Translated


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is said of one indicator in one period, in its unit; without a total the state says why."""

    state: ValueState
    total: Decimal | None = None
    women: Decimal | None = None
    non_binary: Decimal | None = None
    denominator: Decimal | None = None


def check_change(recorded: Numbers, said: Numbers) -> tuple[Remark, ...]:
    """Refuse to take back what the ledger cannot forget: a number recorded, or its known part of women.

    A number that should not be there becomes zero, which is a number too.
    """
    if recorded.total is None:
        return ()
    if said.total is None:
        return (Remark("number-recorded", "total", _recorded(_NUMBER_RECORDED, recorded.total)),)
    parts = {
        "women": (recorded.women, said.women),
        "non_binary": (recorded.non_binary, said.non_binary),
        "denominator": (recorded.denominator, said.denominator),
    }
    return tuple(
        Remark(f"{field}-recorded", field, _recorded(_PART_RECORDED, before))
        for field, (before, after) in parts.items()
        if before is not None and after is None
    )


def change(recorded: Numbers, said: Numbers) -> Numbers | None:
    """Give what to add to what is recorded so that it says the same; None when it does already.

    A number takes the place of a statement, for numbers outweigh statements. Of statements the new one is recorded,
    though "not measured" goes on outweighing "not applicable" in the cumulative figure.
    """
    if said.total is None:
        return None if said.state is recorded.state else said
    total = said.total - (recorded.total or 0)
    parts = (
        _difference(recorded.women, said.women),
        _difference(recorded.non_binary, said.non_binary),
        _difference(recorded.denominator, said.denominator),
    )
    if recorded.total is not None and not total and all(part is None for part in parts):
        return None
    return Numbers(ValueState.REPORTED, total, *parts)


def _difference(recorded: Decimal | None, said: Decimal | None) -> Decimal | None:
    """Give what a part changes by, None where it does not; a part not known before begins, with 0 too."""
    return None if said is None or said == recorded else said - (recorded or 0)


def _recorded(text: Translated, value: Decimal) -> Translated:
    said = {
        language: text.in_language(language).format(value=format_number(value, language, decimals=_decimals(value)))
        for language in LANGUAGES
    }
    return Translated(**said)


def _decimals(value: Decimal) -> int:
    return 0 if value == value.to_integral_value() else 2


_NUMBER_RECORDED = Translated(
    fi="Luku {value} on jo hyväksytty, eikä sitä voi perua. Kirjoita oikea luku, tarvittaessa nolla.",
    sv="Talet {value} har redan godkänts och kan inte tas tillbaka. Skriv det rätta talet, vid behov noll.",
    en="The number {value} has been approved and cannot be taken back. Write the right number, zero if need be.",
)
_PART_RECORDED = Translated(
    fi="Tässä on jo hyväksytty luku {value}. Kirjoita oikea luku, tarvittaessa nolla.",
    sv="Här finns redan ett godkänt tal: {value}. Skriv det rätta talet, vid behov noll.",
    en="A number has been approved here already: {value}. Write the right number, zero if need be.",
)
