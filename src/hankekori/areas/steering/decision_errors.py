"""What a meeting going on, its decisions and its minutes refuse, each in its own words."""

from datetime import date

from hankekori.areas.errors import DomainError, with_day
from hankekori.areas.steering.models import AgendaItem, Decision, Meeting
from hankekori.core.decisions import Subject
from hankekori.core.texts import LANGUAGES, Translated


class MeetingStateError(DomainError):
    """The meeting is not in a state in which this is done; tells the state it is in."""

    def __init__(self, state: str) -> None:
        super().__init__(_MEETING_STATES[Meeting.State(state)])


class TooEarlyError(DomainError):
    """A meeting is not opened before its day."""

    def __init__(self, day: date) -> None:
        super().__init__(with_day(_TOO_EARLY, day))


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


class NotVotingError(DomainError):
    """No vote is open on the decision."""

    def __init__(self) -> None:
        super().__init__(_NOT_VOTING)


class VoteOpenError(DomainError):
    """A meeting does not end in the middle of a vote."""

    def __init__(self, title: str) -> None:
        super().__init__(_VOTE_OPEN.filled(title=title))


class NoQuorumError(DomainError):
    """The body has not its quorum on an item."""

    def __init__(self, title: str) -> None:
        super().__init__(_NO_QUORUM.filled(title=title))


class NoVoteError(DomainError):
    """A seat that has no vote in the meeting, or nobody who is there sits in it."""

    def __init__(self) -> None:
        super().__init__(_NO_VOTE, field="seat")


class DisqualifiedError(DomainError):
    """Whoever is disqualified on an item takes no part in it."""

    def __init__(self, person: str) -> None:
        super().__init__(_DISQUALIFIED.filled(person=person), field="seat")


class AutomaticError(DomainError):
    """A disqualification that the rule found is not taken back by hand."""

    def __init__(self) -> None:
        super().__init__(_AUTOMATIC)


class DeputyTakenError(DomainError):
    """One person sits in one place only."""

    def __init__(self, deputy: str, member: str) -> None:
        super().__init__(_DEPUTY_TAKEN.filled(deputy=deputy, member=member), field="deputy")


class UndecidedError(DomainError):
    """Minutes are not approved while a decision has no outcome."""

    def __init__(self, matter: str) -> None:
        super().__init__(_UNDECIDED.filled(matter=matter))


class VoteContradictsError(DomainError):
    """The outcome is other than what the vote decided."""

    def __init__(self, matter: str) -> None:
        super().__init__(_VOTE_CONTRADICTS.filled(matter=matter))


class TaskIncompleteError(DomainError):
    """A task without somebody who does it, or without a day."""

    def __init__(self, matter: str) -> None:
        super().__init__(_TASK_INCOMPLETE.filled(matter=matter))


class EffectFailedError(DomainError):
    """A decision whose effect cannot happen: which item, why and what to do. Nothing of the minutes was carried out."""

    def __init__(self, matter: str, why: DomainError) -> None:
        reasons = {language: why.message.in_language(language) for language in LANGUAGES}
        said = {
            language: _EFFECT_FAILED.in_language(language).format(matter=matter, why=reason)
            for language, reason in reasons.items()
        }
        super().__init__(Translated(**said))


class MinutesNotFrozenError(DomainError):
    """An amendment is written to minutes as they were approved and frozen."""

    def __init__(self) -> None:
        super().__init__(_NOT_FROZEN)


class FollowUpClosedError(DomainError):
    """A follow-up that is done or dropped is not moved or closed again."""

    def __init__(self) -> None:
        super().__init__(_FOLLOW_UP_CLOSED)


class DueInPastError(DomainError):
    """A new due day that is past already."""

    def __init__(self) -> None:
        super().__init__(_DUE_IN_PAST, field="due")


_NOT_VOTING = Translated(
    fi="Asiasta ei ole äänestys käynnissä. Lataa sivu uudelleen.",
    sv="Ingen omröstning pågår i ärendet. Ladda om sidan.",
    en="No vote is going on in the matter. Load the page again.",
)
_VOTE_OPEN = Translated(
    fi="Asiasta ”{title}” äänestetään vielä. Päätä äänestys ensin.",
    sv="Omröstningen i ärendet ”{title}” pågår. Avsluta den först.",
    en="The vote on “{title}” is still open. Close it first.",
)
_NO_QUORUM = Translated(
    fi="Toimielin ei ole päätösvaltainen asiassa ”{title}”. Tarkista läsnäolo, tai siirrä asia seuraavaan kokoukseen.",
    sv="Organet är inte beslutfört i ärendet ”{title}”. Kontrollera närvaron, eller bordlägg ärendet.",
    en="The body has no quorum on “{title}”. Check the attendance, or table the matter.",
)
_NO_VOTE = Translated(
    fi="Paikalla ei ole äänioikeutta tässä kokouksessa, tai kukaan läsnä oleva ei istu siinä. Tarkista läsnäolo.",
    sv="Platsen har ingen rösträtt på mötet, eller så sitter ingen närvarande på den. Kontrollera närvaron.",
    en="The seat has no vote in this meeting, or nobody present sits in it. Check the attendance.",
)
_DISQUALIFIED = Translated(
    fi="{person} on esteellinen tässä asiassa eikä osallistu sen käsittelyyn.",
    sv="{person} är jävig i ärendet och deltar inte i behandlingen.",
    en="{person} is disqualified in this matter and takes no part in it.",
)
_AUTOMATIC = Translated(
    fi="Esteellisyys johtuu siitä, että hakija on sama organisaatio. Sitä ei voi perua.",
    sv="Jävet beror på att sökanden är samma organisation. Det kan inte återtas.",
    en="The person is disqualified because the applicant is the same organisation. That cannot be taken back.",
)
_DEPUTY_TAKEN = Translated(
    fi="{deputy} on jo kokouksessa jäsenen {member} sijalla. Valitse toinen varajäsen.",
    sv="{deputy} ersätter redan {member} på mötet. Välj en annan ersättare.",
    en="{deputy} already sits in the place of {member}. Choose another deputy.",
)
_UNDECIDED = Translated(
    fi="{matter}: päätöksen ratkaisu puuttuu. Kirjaa se tai poista päätös.",
    sv="{matter}: beslutets utgång saknas. Anteckna den eller ta bort beslutet.",
    en="{matter}: the outcome of a decision is missing. Write it, or remove the decision.",
)
_VOTE_CONTRADICTS = Translated(
    fi="{matter}: kirjattu ratkaisu on toinen kuin äänestyksen tulos. Korjaa ratkaisu tai äänestys.",
    sv="{matter}: den antecknade utgången avviker från omröstningens resultat. Rätta utgången eller omröstningen.",
    en="{matter}: the outcome written is not that of the vote. Correct the outcome or the vote.",
)
_TASK_INCOMPLETE = Translated(
    fi="{matter}: tehtävältä puuttuu vastuuhenkilö tai määräpäivä. Kirjaa molemmat.",
    sv="{matter}: uppgiften saknar ansvarig eller sista dag. Anteckna båda.",
    en="{matter}: a task has nobody to do it, or no due day. Write both.",
)
_EFFECT_FAILED = Translated(
    fi="{matter}: {why} Pöytäkirjaa ei hyväksytty eikä yhtään sen päätöstä pantu täytäntöön.",
    sv="{matter}: {why} Protokollet godkändes inte och inget av dess beslut verkställdes.",
    en="{matter}: {why} The minutes were not approved, and none of their decisions was carried out.",
)
_NOT_FROZEN = Translated(
    fi="Hyväksyttyä pöytäkirjaa ei ole vielä tallennettu. Avaa pöytäkirja ja yritä uudelleen.",
    sv="Det godkända protokollet har inte sparats än. Öppna protokollet och försök igen.",
    en="The approved minutes have not been kept yet. Open the minutes and try again.",
)
_FOLLOW_UP_CLOSED = Translated(
    fi="Tehtävä on jo merkitty valmiiksi tai siitä on luovuttu.",
    sv="Uppgiften har redan antecknats som klar eller slopad.",
    en="The task is already marked as done or dropped.",
)
_DUE_IN_PAST = Translated(
    fi="Uusi määräpäivä on jo mennyt. Valitse tuleva päivä.",
    sv="Den nya sista dagen har redan passerat. Välj en kommande dag.",
    en="The new due day is past already. Choose a day to come.",
)
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
        fi="Pöytäkirja on hyväksytty, eikä sitä voi muuttaa. Kirjoita siihen allekirjoitettu oikaisu.",
        sv="Protokollet är godkänt och kan inte ändras. Skriv en undertecknad rättelse till det.",
        en="The minutes are approved and cannot be changed. Write a signed amendment to them.",
    ),
    Meeting.State.CANCELLED: Translated(
        fi="Kokous on peruttu.",
        sv="Mötet är inställt.",
        en="The meeting has been cancelled.",
    ),
}
_TOO_EARLY = Translated(
    fi="Kokous on vasta {day}. Avaa se kokouspäivänä, tai siirrä se ensin kokouksen sivulla: Aika ja paikka.",
    sv="Mötet är först {day}. Öppna det på mötesdagen, eller flytta det först på mötets sida: Tid och plats.",
    en="The meeting is on {day}. Open it on its day, or first move it on the meeting’s page: Time and place.",
)
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
