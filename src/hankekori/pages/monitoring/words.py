"""The words of rounds and reports: states, parts of the narrative, kinds of files."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from hankekori.areas.rounds.models import ProjectReport, ReportFile, ReportStep, ReportText, Round
from hankekori.core.periods import Period
from hankekori.pages.basket.words import Words, said
from hankekori.pages.door import Door
from hankekori.pages.monitoring.desk import Desk
from hankekori.web.tables import Link

_State = ProjectReport.State


@dataclass(frozen=True, slots=True)
class StateLook:
    """A report's state as people see it: a shape, a colour's class and a word."""

    shape: str
    css_class: str
    word: str | Promise


LATE = StateLook("■", "risk", pgettext_lazy("raportti", "myöhässä"))
_LOOKS = {
    _State.DRAFT: StateLook("○", "none", pgettext_lazy("raportti", "kesken")),
    _State.SUBMITTED: StateLook("◆", "sent", pgettext_lazy("raportti", "lähetetty")),
    _State.RETURNED: StateLook("▲", "late", pgettext_lazy("raportti", "palautettu")),
    _State.APPROVED: StateLook("●", "ok", pgettext_lazy("raportti", "hyväksytty")),
}
STATES: Words = {state: look.word for state, look in _LOOKS.items()}
STEPS: Words = {
    ReportStep.Kind.SUBMITTED: _("Lähetetty ohjelmatoimistolle"),
    ReportStep.Kind.RETURNED: _("Palautettu täydennettäväksi"),
    ReportStep.Kind.APPROVED: _("Hyväksytty"),
    ReportStep.Kind.REOPENED: _("Avattu uudelleen"),
}
TEXT_HINTS: Words = {
    ReportText.Field.HIGHLIGHTS: _("Mitä saatiin aikaan? Kerro tärkein ensin."),
    ReportText.Field.PROBLEMS: _("Mikä hidasti tai esti työtä, ja mitä sille tehdään?"),
    ReportText.Field.DEVIATIONS: _("Mikä eteni toisin kuin suunniteltiin, ja miksi?"),
    ReportText.Field.PUBLICITY: _("Missä ja miten EU:n tuki tuotiin näkyviin?"),
}
FILES: Words = {
    ReportFile.Kind.EVIDENCE: _("Näytöt tuloksista"),
    ReportFile.Kind.PUBLICITY: _("Näytöt julkisuudesta"),
}
FILE_HINTS: Words = {
    ReportFile.Kind.EVIDENCE: _("Esimerkiksi osallistujalista ilman henkilötunnuksia, todistusjäljennös tai kuva."),
    ReportFile.Kind.PUBLICITY: _("Esimerkiksi lehtijuttu, juliste tai kuva tilaisuudesta, jossa EU-tunnus näkyy."),
}


def look_of(state: str, *, is_late: bool = False) -> StateLook:
    """Give the look of a report's state; what is not in by the due day is late."""
    return LATE if is_late and state == _State.DRAFT else _LOOKS[_State(state)]


def rounds_link(door: Door) -> Link:
    return Link(gettext("Seuranta"), door.url("rounds"))


def round_link(door: Door, current: Round) -> Link:
    period = Period(current.period_start, current.period_end)
    return Link(said(period.label), door.url("round", round=current.pk))


def report_link(desk: Desk) -> Link:
    return Link(str(desk.report.project), desk.url())
