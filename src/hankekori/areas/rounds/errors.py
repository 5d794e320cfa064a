"""What the actions of rounds refuse, each in its own words."""

from collections.abc import Sequence
from datetime import date

from hankekori.areas.errors import DomainError, with_day
from hankekori.areas.rounds.models import ProjectReport, ReportFigure, ReportFunding, ReportText
from hankekori.core.indicators import Remark
from hankekori.core.periods import FIRST_YEAR, LAST_YEAR, Period
from hankekori.core.report_checks import PlacedRemark
from hankekori.core.rounds import ReportState, Step
from hankekori.core.texts import LANGUAGES, Translated


class RoundOverlapsError(DomainError):
    """Another round of the programme asks for the same days."""

    def __init__(self, other: Period) -> None:
        said = {
            language: _OVERLAPS.in_language(language).format(other=other.label.in_language(language))
            for language in LANGUAGES
        }
        super().__init__(Translated(**said), field="period")


class WindowError(DomainError):
    """The due day is before the day on which reporting begins."""

    def __init__(self) -> None:
        super().__init__(_WINDOW, field="due_on")


class DayTooFarError(DomainError):
    """A day on which no programme runs."""

    def __init__(self, field: str) -> None:
        super().__init__(_TOO_FAR.filled(first=FIRST_YEAR, last=LAST_YEAR), field=field)


class ReportsWaitError(DomainError):
    """A round is not closed while reports wait for a decision."""

    def __init__(self, count: int) -> None:
        super().__init__(_REPORTS_WAIT.filled(n=count))


class RoundClosedError(DomainError):
    """A closed round takes corrections only."""

    def __init__(self) -> None:
        super().__init__(_CLOSED)


class NotOpenYetError(DomainError):
    """Reporting has not begun."""

    def __init__(self, opens_on: date) -> None:
        super().__init__(with_day(_NOT_YET, opens_on))


class ReportClosedError(DomainError):
    """A report that has been sent or approved is not written in."""

    def __init__(self, state: ReportState) -> None:
        super().__init__(_NOT_WRITTEN[state])


class StepRefusedError(DomainError):
    """A step that a report in this state cannot take."""

    def __init__(self, state: ReportState, step: Step) -> None:
        words = {
            language: (_STEPS[step].in_language(language), _STATES[state].in_language(language))
            for language in LANGUAGES
        }
        said = {
            language: _STEP.in_language(language).format(step=pair[0], state=pair[1])
            for language, pair in words.items()
        }
        super().__init__(Translated(**said))


class StaleReportError(DomainError):
    """Somebody else has written here since it was read; `theirs` is what they wrote."""

    def __init__(self, theirs: ReportFigure | ReportText | ReportFunding | ProjectReport) -> None:
        super().__init__(_STALE)
        self.theirs = theirs


class RefusedValueError(DomainError):
    """A value that the rules call an error, in the rule's words."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.message, field=remark.field)
        self.remark = remark


class ReportRefusedError(DomainError):
    """Reports that cannot be sent or approved as they are; its sentence is the first remark's."""

    def __init__(self, remarks: Sequence[PlacedRemark]) -> None:
        super().__init__(remarks[0].sentence)
        self.remarks = tuple(remarks)


class RoundReasonError(DomainError):
    """Returning or reopening without a coded reason and a sentence."""

    def __init__(self, field: str) -> None:
        super().__init__(_REASON, field=field)


class FileRefusedError(DomainError):
    """A file that cannot be kept."""

    def __init__(self, message: Translated) -> None:
        super().__init__(message, field="content")


class CommentLengthError(DomainError):
    """A comment that says nothing, or is longer than a comment may be."""

    def __init__(self, longest: int) -> None:
        super().__init__(_COMMENT_LENGTH.filled(n=longest), field="text")


class NotReporterError(DomainError):
    """The user does not have the role of a reporter in the programme."""

    def __init__(self) -> None:
        super().__init__(_NOT_REPORTER, field="user")


_OVERLAPS = Translated(
    fi="Kaudesta {other} on jo kierros. Kaksi kierrosta ei voi kysyä samoja päiviä.",
    sv="Det finns redan en omgång för perioden {other}. Två omgångar kan inte fråga om samma dagar.",
    en="There is already a round for {other}. Two rounds cannot ask for the same days.",
)
_WINDOW = Translated(
    fi="Määräpäivä on ennen raportoinnin alkua.",
    sv="Sista dagen infaller innan rapporteringen börjar.",
    en="The due day is before reporting begins.",
)
_TOO_FAR = Translated(
    fi="Päivä on liian kaukana. Valitse päivä vuosilta {first}–{last}.",
    sv="Dagen är för avlägsen. Välj en dag åren {first}–{last}.",
    en="The day is too far away. Choose a day from {first} to {last}.",
)
_REPORTS_WAIT = Translated(
    fi="Hyväksy tai palauta ensin lähetetyt raportit: {n}.",
    sv="Godkänn eller returnera först de skickade rapporterna: {n}.",
    en="First approve or return the reports that were sent: {n}.",
)
_CLOSED = Translated(
    fi="Kausi on suljettu. Hyväksytty luku muutetaan oikaisuna.",
    sv="Perioden är stängd. Ett godkänt tal ändras med en rättelse.",
    en="The period is closed. An approved figure is changed by a correction.",
)
_NOT_YET = Translated(
    fi="Raportointi alkaa {day}.",
    sv="Rapporteringen börjar {day}.",
    en="Reporting begins on {day}.",
)
_NOT_WRITTEN = {
    ReportState.SUBMITTED: Translated(
        fi="Raportti on lähetetty ohjelmatoimistolle. Pyydä toimistoa palauttamaan se, jos siinä on korjattavaa.",
        sv="Rapporten har skickats till programbyrån. Be byrån returnera den om något ska rättas.",
        en="The report has been sent to the programme office. Ask the office to return it to be mended.",
    ),
    ReportState.APPROVED: Translated(
        fi="Raportti on hyväksytty, eikä sitä voi enää muuttaa. Pyydä ohjelmatoimistoa avaamaan se uudelleen.",
        sv="Rapporten är godkänd och kan inte längre ändras. Be programbyrån öppna den på nytt.",
        en="The report is approved and cannot be changed. Ask the programme office to reopen it.",
    ),
}
_STEP = Translated(
    fi="Raportti on {state}, joten sitä ei voi {step}. Lataa sivu uudelleen.",
    sv="Rapporten är {state} och kan därför inte {step}. Ladda om sidan.",
    en="The report is {state}, so it cannot be {step}. Load the page again.",
)
_STATES = {
    ReportState.DRAFT: Translated("kesken", "under arbete", "in progress"),
    ReportState.SUBMITTED: Translated("lähetetty", "skickad", "sent"),
    ReportState.RETURNED: Translated("palautettu", "returnerad", "returned"),
    ReportState.APPROVED: Translated("hyväksytty", "godkänd", "approved"),
}
_STEPS = {
    Step.SUBMITTED: Translated("lähettää", "skickas", "sent"),
    Step.RETURNED: Translated("palauttaa", "returneras", "returned"),
    Step.APPROVED: Translated("hyväksyä", "godkännas", "approved"),
    Step.REOPENED: Translated("avata uudelleen", "öppnas på nytt", "reopened"),
}
_STALE = Translated(
    fi="Joku muu on muuttanut tätä samaan aikaan. Kirjoittamaasi ei tallennettu.",
    sv="Någon annan har ändrat detta samtidigt. Det du skrev sparades inte.",
    en="Somebody else has changed this meanwhile. What you wrote was not saved.",
)
_REASON = Translated(
    fi="Valitse syy ja kirjoita, mitä pitää tehdä.",
    sv="Välj en orsak och skriv vad som ska göras.",
    en="Choose the reason and write what has to be done.",
)
_COMMENT_LENGTH = Translated(
    fi="Kirjoita kommentti. Siinä voi olla enintään {n} merkkiä.",
    sv="Skriv en kommentar. Den får ha högst {n} tecken.",
    en="Write a comment. It can have at most {n} characters.",
)
_NOT_REPORTER = Translated(
    fi="Käyttäjällä ei ole raportoijan roolia tässä ohjelmassa.",
    sv="Användaren har inte rollen rapportör i programmet.",
    en="The user does not have the role of a reporter in this programme.",
)
