"""What the actions of bodies refuse, each in its own words."""

from datetime import date

from hankekori.areas.errors import DomainError, with_day
from hankekori.core.texts import Translated


class BodyNameTakenError(DomainError):
    """Another body of the programme has the name."""

    def __init__(self, name: str) -> None:
        super().__init__(_NAME_TAKEN.filled(name=name), field="name_fi")


class QuorumNumberError(DomainError):
    """A quorum by number without its number, or a number beside another rule."""

    def __init__(self) -> None:
        super().__init__(_QUORUM_NUMBER, field="quorum_number")


class AnotherSteersError(DomainError):
    """Another body steers the programme already."""

    def __init__(self, body: str) -> None:
        super().__init__(_ANOTHER_STEERS.filled(body=body), field="duties")


class DutyProjectError(DomainError):
    """A duty to steer a project without the project, or a project beside another duty."""

    def __init__(self) -> None:
        super().__init__(_DUTY_PROJECT, field="duties")


class BodyEndedError(DomainError):
    """A term that reaches past the body's last day."""

    def __init__(self, ended_on: date) -> None:
        super().__init__(with_day(_BODY_ENDED, ended_on), field="end")


class TermAheadError(DomainError):
    """A body to be ended before somebody's term begins."""

    def __init__(self, person: str, start: date) -> None:
        super().__init__(with_day(_TERM_AHEAD, start, person=person), field="ended_on")


class BodyInUseError(DomainError):
    """A body that has had meetings, or has tasks, and so stays."""

    def __init__(self) -> None:
        super().__init__(_BODY_IN_USE)


class SecondChairError(DomainError):
    """A second chair on the same day."""

    def __init__(self, person: str) -> None:
        super().__init__(_SECOND_CHAIR.filled(person=person), field="role")


class SecondSeatError(DomainError):
    """An account that would have two votes on the same day."""

    def __init__(self, person: str) -> None:
        super().__init__(_SECOND_SEAT.filled(person=person), field="user")


class NoRoleError(DomainError):
    """An account without a role in the programme."""

    def __init__(self) -> None:
        super().__init__(_NO_ROLE, field="user")


class DeputyRoleError(DomainError):
    """A deputy with a role of its own, or the deputy of a deputy."""

    def __init__(self, field: str) -> None:
        super().__init__(_DEPUTY_ROLE, field=field)


class DeputyTermError(DomainError):
    """A deputy whose term is not inside the member's."""

    def __init__(self, deputy: str, field: str) -> None:
        super().__init__(_DEPUTY_TERM.filled(person=deputy), field=field)


class SeatInUseError(DomainError):
    """A term that a meeting, a decision or a task points to, and so stays."""

    def __init__(self, person: str) -> None:
        super().__init__(_SEAT_IN_USE.filled(person=person))


_NAME_TAKEN = Translated(
    fi="Toimielin {name} on jo ohjelmassa. Anna toinen nimi.",
    sv="Organet {name} finns redan i programmet. Ge ett annat namn.",
    en="The programme already has a body called {name}. Give another name.",
)
_QUORUM_NUMBER = Translated(
    fi="Kirjoita, montako jäsentä päätökseen tarvitaan: vähintään 1. Muissa säännöissä lukumäärä jätetään tyhjäksi.",
    sv="Skriv hur många medlemmar som behövs för ett beslut: minst 1. Vid andra regler lämnas antalet tomt.",
    en="Write how many members a decision takes: at least 1. With the other rules leave the number empty.",
)
_ANOTHER_STEERS = Translated(
    fi="Ohjelmaa ohjaa jo {body}. Poista tehtävä ensin siltä tai päätä sen toiminta.",
    sv="Programmet styrs redan av {body}. Ta först bort uppgiften från det eller avsluta dess verksamhet.",
    en="{body} steers the programme already. Take the duty from it first, or end it.",
)
_DUTY_PROJECT = Translated(
    fi="Valitse hanke, jota toimielin ohjaa. Muihin tehtäviin hanketta ei valita.",
    sv="Välj projektet som organet styr. För andra uppgifter väljs inget projekt.",
    en="Choose the project the body steers. The other duties name no project.",
)
_BODY_ENDED = Translated(
    fi="Toimielimen toiminta päättyy {day}. Kausi voi jatkua enintään siihen päivään.",
    sv="Organets verksamhet upphör {day}. Mandatet kan gälla högst till den dagen.",
    en="The body ends on {day}. A term can last until that day at most.",
)
_TERM_AHEAD = Translated(
    fi="Henkilön {person} kausi alkaa vasta {day}. Valitse myöhempi päivä tai poista kausi ensin.",
    sv="Mandatet för {person} börjar först {day}. Välj en senare dag eller ta först bort mandatet.",
    en="The term of {person} begins only on {day}. Choose a later day, or remove the term first.",
)
_BODY_IN_USE = Translated(
    fi="Toimielimellä on kokouksia tai tehtäviä, joten sitä ei voi poistaa. Päätä sen toiminta.",
    sv="Organet har möten eller uppgifter och kan därför inte tas bort. Avsluta dess verksamhet.",
    en="The body has meetings or tasks, so it cannot be removed. End it instead.",
)
_SECOND_CHAIR = Translated(
    fi="Samaan aikaan puheenjohtajana on {person}. Päätä ensin hänen kautensa tai muuta päiviä.",
    sv="{person} är ordförande samtidigt. Avsluta först dennes mandat eller ändra dagarna.",
    en="{person} is the chair at the same time. End that term first, or change the days.",
)
_SECOND_SEAT = Translated(
    fi="Tunnus on samaan aikaan jäsenellä {person}. Yhdellä tunnuksella on yksi ääni.",
    sv="Kontot hör samtidigt till medlemmen {person}. Ett konto har en röst.",
    en="The account belongs to the member {person} at the same time. One account has one vote.",
)
_NO_ROLE = Translated(
    fi="Tunnuksella ei ole roolia ohjelmassa. Lisää henkilö ensin asetuksissa.",
    sv="Kontot har ingen roll i programmet. Lägg först till personen i inställningarna.",
    en="The account has no role in the programme. Add the person in the settings first.",
)
_DEPUTY_ROLE = Translated(
    fi="Varajäsenellä ei ole omaa tehtävää eikä omaa varajäsentä. Valitse rooliksi jäsen.",
    sv="En ersättare har ingen egen uppgift och ingen egen ersättare. Välj rollen medlem.",
    en="A deputy has no role of its own and no deputy of its own. Choose the role of a member.",
)
_DEPUTY_TERM = Translated(
    fi="Varajäsenen {person} kausi ei mahdu jäsenen kauteen. Muuta päiviä.",
    sv="Mandatet för ersättaren {person} ryms inte inom medlemmens mandat. Ändra dagarna.",
    en="The term of the deputy {person} is not inside the member's. Change the days.",
)
_SEAT_IN_USE = Translated(
    fi="Henkilö {person} on kokouksen tai tehtävän tiedoissa, joten kautta ei voi poistaa. Päätä kausi.",
    sv="{person} finns i uppgifterna om ett möte eller ett uppdrag, så mandatet kan inte tas bort. Avsluta mandatet.",
    en="{person} is in the records of a meeting or a task, so the term cannot be removed. End it instead.",
)
