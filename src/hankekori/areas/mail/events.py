"""What a role may hear of, and by which channel unless the coordinator chooses otherwise."""

from dataclasses import dataclass
from enum import StrEnum

from hankekori.areas.accounts.roles import Role
from hankekori.core.texts import Translated


class Event(StrEnum):
    ROUND_OPENED = "round_opened"
    REMINDER = "reminder"  # the due day of an unsent report comes near or is past
    RETURNED = "returned"
    APPROVED = "approved"
    SUBMITTED = "submitted"  # a report waits for approval
    LATE = "late"
    FOLLOW_UP = "follow_up"  # a task of a meeting comes due, or is late


class Channel(StrEnum):
    MAIL = "mail"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class EventDescription:
    """An event in words and the roles that may hear of it."""

    name: Translated
    explanation: Translated  # what is sent and when
    roles: tuple[Role, ...]


_OFFICE = (Role.COORDINATOR, Role.ADVISER, Role.COMMUNICATOR, Role.MEMBER, Role.OBSERVER)
_AT_ONCE = Translated(
    fi="Hankkeen raportoija saa viestin heti; henkilökohtaisen linkin saanut samoin.",
    sv="Projektets rapportör får ett meddelande genast, likaså den som fått en personlig länk.",
    en="The project's reporter gets a message at once, and so does the holder of a personal link.",
)
_IN_DIGEST = Translated(
    fi="Kerrotaan koosteessa, joka lähetetään korkeintaan viiden päivän välein.",
    sv="Berättas i ett sammandrag som skickas högst var femte dag.",
    en="Told in a digest, sent every five days at most.",
)

DESCRIPTIONS: dict[Event, EventDescription] = {
    Event.ROUND_OPENED: EventDescription(
        Translated("Kierros avattu", "Omgången öppnad", "Round opened"), _AT_ONCE, (Role.REPORTER,)
    ),
    Event.REMINDER: EventDescription(
        Translated("Muistutus raportista", "Påminnelse om rapporten", "Reminder of a report"),
        Translated(
            fi="Lähetetään 30, 7 ja 1 päivää ennen määräpäivää ja 1, 7, 30 ja 60 päivää sen jälkeen; "
            "yhdelle ihmiselle yksi viesti, korkeintaan viiden päivän välein.",
            sv="Skickas 30, 7 och 1 dagar före sista dagen och 1, 7, 30 och 60 dagar efter den; "
            "ett meddelande per person, högst var femte dag.",
            en="Sent 30, 7 and 1 days before the due day and 1, 7, 30 and 60 days after it; "
            "one message per person, every five days at most.",
        ),
        (Role.REPORTER,),
    ),
    Event.RETURNED: EventDescription(
        Translated("Raportti palautettu", "Rapporten returnerad", "Report returned"), _AT_ONCE, (Role.REPORTER,)
    ),
    Event.APPROVED: EventDescription(
        Translated("Raportti hyväksytty", "Rapporten godkänd", "Report approved"), _AT_ONCE, (Role.REPORTER,)
    ),
    Event.SUBMITTED: EventDescription(
        Translated("Raportti odottaa hyväksyntää", "En rapport väntar på godkännande", "A report waits for approval"),
        _IN_DIGEST,
        _OFFICE,
    ),
    Event.LATE: EventDescription(
        Translated("Raportti on myöhässä", "En rapport är försenad", "A report is late"), _IN_DIGEST, _OFFICE
    ),
    Event.FOLLOW_UP: EventDescription(
        Translated("Kokouksen tehtävän määräpäivä", "Sista dag för en mötesuppgift", "A task of a meeting comes due"),
        Translated(
            fi="Lähetetään tehtävän vastuuhenkilölle 7 päivää ennen määräpäivää, määräpäivänä ja 7 päivää sen jälkeen.",
            sv="Skickas till den som har uppgiften 7 dagar före sista dagen, på sista dagen och 7 dagar efter den.",
            en="Sent to whoever has the task 7 days before the due day, on it and 7 days after it.",
        ),
        (Role.MEMBER,),
    ),
}


def default_channel(event: Event, role: Role) -> Channel:
    """Tell how a role hears of an event by default: reporters, coordinators and those with a task by mail."""
    hears = event is Event.FOLLOW_UP or role in {Role.REPORTER, Role.COORDINATOR}
    return Channel.MAIL if hears else Channel.NONE
