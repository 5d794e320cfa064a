"""What the actions of claims refuse, each in its own words."""

from datetime import date

from hankekori.areas.errors import DomainError
from hankekori.core.money import format_date
from hankekori.core.texts import LANGUAGES, Translated


class ProjectStartMissingError(DomainError):
    """A project without a start, from which the first claim's period begins."""

    def __init__(self) -> None:
        super().__init__(_NO_START, field="period_end")


class ChainEndedError(DomainError):
    """A claim after the one that was marked as the last."""

    def __init__(self, serial: int) -> None:
        super().__init__(_ENDED.filled(serial=serial), field="")


class EndBeforeStartError(DomainError):
    """A period that ends before it begins."""

    def __init__(self, start: date) -> None:
        super().__init__(_with_day(_TOO_EARLY, start), field="period_end")


class EndPastNextError(DomainError):
    """A corrected end that leaves nothing of the next claim's period."""

    def __init__(self, next_end: date) -> None:
        super().__init__(_with_day(_TOO_LATE, next_end), field="period_end")


class NextDecidedError(DomainError):
    """Something that stands fast since the next claim has been decided."""

    def __init__(self, field: str) -> None:
        super().__init__(_NEXT_DECIDED, field=field)


class PreviousUndecidedError(DomainError):
    """A decision before that of the previous claim."""

    def __init__(self, serial: int) -> None:
        super().__init__(_PREVIOUS_UNDECIDED.filled(serial=serial), field="decided_on")


class DecidedBeforeSentError(DomainError):
    """A day of decision before the claim was sent."""

    def __init__(self) -> None:
        super().__init__(_DECIDED_FIRST, field="decided_on")


class ApprovedWithoutDecisionError(DomainError):
    """Approved costs without the day of the decision."""

    def __init__(self) -> None:
        super().__init__(_NO_DECISION, field="decided_on")


class NegativeSumError(DomainError):
    """Income or approved costs below zero."""

    def __init__(self, field: str) -> None:
        super().__init__(_NEGATIVE, field=field)


class SumTooLargeError(DomainError):
    """An amount that no project has."""

    def __init__(self, field: str) -> None:
        super().__init__(_TOO_LARGE, field=field)


class LastWithNextError(DomainError):
    """The mark of the last claim on one that has a next."""

    def __init__(self) -> None:
        super().__init__(_HAS_NEXT, field="is_last")


class SerialPastTotalError(DomainError):
    """A number of claims in all that is below this one's serial."""

    def __init__(self, serial: int) -> None:
        super().__init__(_PAST_TOTAL.filled(serial=serial), field="of_total")


class NotRemovableError(DomainError):
    """A claim that is decided or not the newest: without it the chain would break."""

    def __init__(self) -> None:
        super().__init__(_NOT_REMOVABLE)


def _with_day(sentence: Translated, day: date) -> Translated:
    return Translated(*(sentence.in_language(each).format(day=format_date(day, each)) for each in LANGUAGES))


_NO_START = Translated(
    "Hankkeella ei ole alkamispäivää, josta ensimmäinen kausi alkaa. Kirjaa se ensin hankkeen perustietoihin.",
    "Projektet saknar begynnelsedag, som den första perioden börjar från. Registrera den först i grunduppgifterna.",
    "The project has no start date for the first period to begin on. Record it first in the basic details.",
)
_ENDED = Translated(
    "Maksatushakemus {serial} on merkitty viimeiseksi. Poista ensin merkintä, jos maksatusta haetaan vielä.",
    "Utbetalningsansökan {serial} är markerad som den sista. Ta först bort markeringen om fler ansökningar ska göras.",
    "Claim {serial} is marked as the last. Remove the mark first if there are still claims to come.",
)
_TOO_EARLY = Translated(
    "Kausi alkaa {day}, joten se ei voi päättyä aikaisemmin.",
    "Perioden börjar {day} och kan inte sluta tidigare.",
    "The period begins on {day} and cannot end earlier.",
)
_TOO_LATE = Translated(
    "Seuraavan hakemuksen kausi päättyy {day}. Tämän kauden pitää päättyä ennen sitä.",
    "Perioden för nästa ansökan slutar {day}. Den här perioden ska sluta före det.",
    "The next claim's period ends on {day}. This one must end before that.",
)
_NEXT_DECIDED = Translated(
    "Seuraavasta hakemuksesta on jo päätös, joten tätä ei voi muuttaa. Poista ensin seuraavan hakemuksen päätös.",
    "Nästa ansökan är redan avgjord, så det här kan inte ändras. Ta först bort beslutet om nästa ansökan.",
    "The next claim has been decided, so this cannot change. Remove the decision on the next claim first.",
)
_PREVIOUS_UNDECIDED = Translated(
    "Hakemuksesta {serial} ei ole vielä päätöstä. Hakemukset ratkaistaan järjestyksessä.",
    "Ansökan {serial} är inte ännu avgjord. Ansökningarna avgörs i ordning.",
    "Claim {serial} has not been decided yet. Claims are decided in their order.",
)
_DECIDED_FIRST = Translated(
    "Päätöksen päivä on ennen hakemuksen lähettämistä.",
    "Beslutsdagen är före den dag då ansökan sändes.",
    "The decision is dated before the claim was sent.",
)
_NO_DECISION = Translated(
    "Anna päätöksen päivä, kun kustannuksia on hyväksytty.",
    "Ange beslutsdagen, när kostnader har godkänts.",
    "Give the day of the decision that approved the costs.",
)
_NEGATIVE = Translated(
    "Summa ei voi olla negatiivinen.", "Beloppet kan inte vara negativt.", "The amount cannot be negative."
)
_TOO_LARGE = Translated(
    "Summa on liian suuri. Tarkista pilkun paikka.",
    "Beloppet är för stort. Kontrollera var kommat står.",
    "The amount is too large. Check where the decimal point is.",
)
_HAS_NEXT = Translated(
    "Tämän jälkeen on jo seuraava hakemus, joten tämä ei ole viimeinen.",
    "Det finns redan en senare ansökan, så den här är inte den sista.",
    "There is already a later claim, so this is not the last.",
)
_PAST_TOTAL = Translated(
    "Tämä on jo hakemus {serial}. Hakemuksia on vähintään niin monta.",
    "Det här är redan ansökan {serial}. Ansökningarna är minst så många.",
    "This is already claim {serial}. There are at least that many.",
)
_NOT_REMOVABLE = Translated(
    "Vain viimeksi lisätyn hakemuksen voi poistaa, ja vain ennen päätöstä: ketju ei saa katketa.",
    "Endast den senaste ansökan kan tas bort, och bara före beslutet: kedjan får inte brytas.",
    "Only the newest claim can be removed, and only before it is decided: the chain must not break.",
)
