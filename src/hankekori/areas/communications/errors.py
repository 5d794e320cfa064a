"""What the actions of communication plans refuse, each in its own words."""

from hankekori.areas.errors import DomainError
from hankekori.core.texts import Translated


class InPreparationError(DomainError):
    """A second version while one is still being prepared."""

    def __init__(self, number: int) -> None:
        super().__init__(_IN_PREPARATION.filled(number=number))


class AdoptedError(DomainError):
    """A change to a version the working group has approved."""

    def __init__(self) -> None:
        super().__init__(_ADOPTED)


class NothingWrittenError(DomainError):
    """An empty version is to be approved."""

    def __init__(self) -> None:
        super().__init__(_NOTHING)


class OnAgendaError(DomainError):
    """A version that a meeting deals with is to be given up."""

    def __init__(self) -> None:
        super().__init__(_ON_AGENDA)


_IN_PREPARATION = Translated(
    fi="Versio {number} on jo valmistelussa. Muokkaa sitä tai poista se ensin.",
    sv="Version {number} bereds redan. Redigera den eller ta först bort den.",
    en="Version {number} is being prepared already. Edit it or remove it first.",
)
_ADOPTED = Translated(
    fi="Versio on hyväksytty, eikä sitä enää muuteta. Tee muutoksista uusi versio.",
    sv="Versionen är godkänd och ändras inte mera. Gör en ny version för ändringarna.",
    en="The version has been approved and no longer changes. Make a new version for changes.",
)
_NOTHING = Translated(
    fi="Viestintäsuunnitelma on tyhjä, joten sitä ei voi hyväksyä.",
    sv="Kommunikationsplanen är tom och kan inte godkännas.",
    en="The communication plan is empty and cannot be approved.",
)
_ON_AGENDA = Translated(
    fi="Versio on kokouksen esityslistalla, joten sitä ei voi poistaa.",
    sv="Versionen finns på ett mötes föredragningslista och kan inte tas bort.",
    en="The version is on a meeting’s agenda and cannot be removed.",
)
