"""What preparing a meeting refuses, each in its own words."""

from hankekori.areas.errors import DomainError
from hankekori.core.texts import Translated


class NoLongerPreparedError(DomainError):
    """The meeting has been opened, held or cancelled; its time, agenda and invitation stay as they are."""

    def __init__(self) -> None:
        super().__init__(_NO_LONGER_PREPARED)


class EndsBeforeStartError(DomainError):
    """The meeting would end before it starts."""

    def __init__(self) -> None:
        super().__init__(_ENDS_BEFORE_START, field="ends_at")


class BodyEndedError(DomainError):
    """The body does not sit on the day."""

    def __init__(self) -> None:
        super().__init__(_BODY_ENDED, field="body")


class SeriesLengthError(DomainError):
    """A series without a day, or with more meetings than anyone plans at once."""

    def __init__(self, most: int) -> None:
        super().__init__(_SERIES_LENGTH.filled(most=most), field="until")


class NobodyToInviteError(DomainError):
    """Nobody sits in the body on the day of the meeting."""

    def __init__(self) -> None:
        super().__init__(_NOBODY_TO_INVITE)


class NotInvitedError(DomainError):
    """An answer to an invitation that has not been sent."""

    def __init__(self) -> None:
        super().__init__(_NOT_INVITED, field="seat")


class WhereToError(DomainError):
    """No number of the agenda was given to move a matter to."""

    def __init__(self) -> None:
        super().__init__(_WHERE_TO, field="to")


_NO_LONGER_PREPARED = Translated(
    fi="Kokous on jo avattu, pidetty tai peruttu, joten tätä ei voi enää muuttaa.",
    sv="Mötet har redan öppnats, hållits eller ställts in, så detta kan inte längre ändras.",
    en="The meeting has been opened, held or cancelled, so this can no longer be changed.",
)
_ENDS_BEFORE_START = Translated(
    fi="Kokous päättyy ennen kuin se alkaa. Tarkista kellonajat.",
    sv="Mötet slutar innan det börjar. Kontrollera klockslagen.",
    en="The meeting ends before it starts. Check the times.",
)
_BODY_ENDED = Translated(
    fi="Toimielin ei ole toiminnassa kokouspäivänä. Valitse toinen päivä tai toimielin.",
    sv="Organet är inte verksamt på mötesdagen. Välj en annan dag eller ett annat organ.",
    en="The body does not sit on the day of the meeting. Choose another day or body.",
)
_SERIES_LENGTH = Translated(
    fi="Sarjaan tulee vähintään yksi ja enintään {most} kokousta. Muuta päättymispäivää tai väliä.",
    sv="En serie har minst ett och högst {most} möten. Ändra slutdatumet eller intervallet.",
    en="A series has at least one and at most {most} meetings. Change the last day or the interval.",
)
_NOBODY_TO_INVITE = Translated(
    fi="Toimielimessä ei ole kokouspäivänä jäseniä. Lisää jäsenet ensin.",
    sv="Organet har inga medlemmar på mötesdagen. Lägg först till medlemmarna.",
    en="The body has no members on the day of the meeting. Add the members first.",
)
_NOT_INVITED = Translated(
    fi="Jäsentä ei ole kutsuttu tähän kokoukseen. Lähetä kutsu ensin.",
    sv="Medlemmen har inte kallats till mötet. Skicka kallelsen först.",
    en="The member has not been invited to this meeting. Send the invitation first.",
)
_WHERE_TO = Translated(
    fi="Kirjoita numero, jolle asia siirretään.",
    sv="Skriv det nummer som ärendet ska flyttas till.",
    en="Write the number to move the matter to.",
)
