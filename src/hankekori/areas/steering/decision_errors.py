"""What a meeting going on, its decisions and its minutes refuse, each in its own words."""

from hankekori.areas.errors import DomainError
from hankekori.areas.steering.models import AgendaItem, Decision, Meeting
from hankekori.core.decisions import Subject
from hankekori.core.texts import Translated


class MeetingStateError(DomainError):
    """The meeting is not in a state in which this is done; tells the state it is in."""

    def __init__(self, state: str) -> None:
        super().__init__(_MEETING_STATES[Meeting.State(state)])


class StaleWritingError(DomainError):
    """Somebody else has written here since it was read; `theirs` is what they wrote. Nothing was saved."""

    def __init__(self, theirs: AgendaItem | Decision, field: str = "") -> None:
        super().__init__(_STALE, field=field)
        self.theirs = theirs


class SubjectMissingError(DomainError):
    """A decision that does not say what it is about."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(_SUBJECT_MISSING[subject], field=subject.value)


class NotSteeringError(DomainError):
    """A body that does not steer the programme decides neither on its basket nor on its plans."""

    def __init__(self) -> None:
        super().__init__(_NOT_STEERING, field="kind")


_MEETING_STATES = {
    Meeting.State.PLANNED: Translated(
        fi="Kokousta ei ole avattu. Avaa kokous ensin.",
        sv="Mötet har inte öppnats. Öppna mötet först.",
        en="The meeting has not been opened. Open the meeting first.",
    ),
    Meeting.State.INVITED: Translated(
        fi="Kokousta ei ole avattu. Avaa kokous ensin.",
        sv="Mötet har inte öppnats. Öppna mötet först.",
        en="The meeting has not been opened. Open the meeting first.",
    ),
    Meeting.State.OPEN: Translated(
        fi="Kokous on kesken. Päätä kokous ensin.",
        sv="Mötet pågår. Avsluta mötet först.",
        en="The meeting is going on. End the meeting first.",
    ),
    Meeting.State.ENDED: Translated(
        fi="Kokous on päättynyt. Avaa se uudelleen, jos läsnäolo tai äänestys pitää korjata.",
        sv="Mötet är avslutat. Öppna det på nytt om närvaron eller en omröstning ska rättas.",
        en="The meeting has ended. Reopen it if the attendance or a vote has to be corrected.",
    ),
    Meeting.State.APPROVED: Translated(
        fi="Pöytäkirja on hyväksytty, eikä sitä voi muuttaa. Kirjoita siihen allekirjoitettu korjaus.",
        sv="Protokollet är godkänt och kan inte ändras. Skriv en undertecknad rättelse till det.",
        en="The minutes are approved and cannot be changed. Write a signed amendment to them.",
    ),
    Meeting.State.CANCELLED: Translated(
        fi="Kokous on peruttu.",
        sv="Mötet är inställt.",
        en="The meeting has been cancelled.",
    ),
}
_STALE = Translated(
    fi="Joku muu on muuttanut tätä samaan aikaan. Kirjoittamaasi ei tallennettu.",
    sv="Någon annan har ändrat detta samtidigt. Det du skrev sparades inte.",
    en="Somebody else has changed this meanwhile. What you wrote was not saved.",
)
_SUBJECT_MISSING = {
    Subject.PROJECT: Translated(
        fi="Valitse hanke, jota päätös koskee.",
        sv="Välj det projekt som beslutet gäller.",
        en="Choose the project that the decision is about.",
    ),
    Subject.PLAN_VERSION: Translated(
        fi="Valitse suunnitelman versio, jota päätös koskee.",
        sv="Välj den version av planen som beslutet gäller.",
        en="Choose the version of the plan that the decision is about.",
    ),
    Subject.COMMUNICATION_PLAN: Translated(
        fi="Valitse viestintäsuunnitelma, jota päätös koskee.",
        sv="Välj den kommunikationsplan som beslutet gäller.",
        en="Choose the communication plan that the decision is about.",
    ),
}
_NOT_STEERING = Translated(
    fi="Hankekorista ja suunnitelmista päättää vain toimielin, joka ohjaa ohjelmaa.",
    sv="Endast ett organ som styr programmet beslutar om projektkorgen och planerna.",
    en="Only a body that steers the programme decides on the basket and the plans.",
)
