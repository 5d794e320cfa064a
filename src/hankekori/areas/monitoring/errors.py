"""What the actions of monitoring refuse, each in its own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from hankekori.areas.errors import DomainError
from hankekori.core.indicators import Remark
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class EntryRemark:
    """What is wrong with one of the entries given, counted from 0."""

    position: int
    remark: Remark


class EntriesRefusedError(DomainError):
    """Entries that the ledger cannot take; its sentence is the first remark's, `remarks` holds them all."""

    def __init__(self, remarks: Sequence[EntryRemark]) -> None:
        super().__init__(remarks[0].remark.message, field=remarks[0].remark.field)
        self.remarks = tuple(remarks)


class ReasonMissingError(DomainError):
    """A correction or a late change of target without a coded reason and a sentence."""

    def __init__(self, field: str) -> None:
        super().__init__(_REASON, field=field)


class NothingToCorrectError(DomainError):
    """A correction that gives the figures the ledger has already."""

    def __init__(self) -> None:
        super().__init__(_NOTHING, field="total")


_REASON = Translated(
    fi="Valitse muutoksen syy ja kirjoita siitä lause.",
    sv="Välj en orsak till ändringen och skriv en mening om den.",
    en="Choose the reason for the change and write a sentence about it.",
)
_NOTHING = Translated(
    fi="Luvut ovat samat kuin ennen. Oikaistavaa ei ole.",
    sv="Talen är desamma som förut. Det finns inget att rätta.",
    en="The figures are the same as before. There is nothing to correct.",
)
