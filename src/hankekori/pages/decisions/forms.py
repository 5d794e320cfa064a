"""Forms of a meeting going on: minutes, decisions, who is disqualified, dissent, amendments, follow-ups."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.bodies.models import Seat
from hankekori.areas.communications.models import CommunicationPlan
from hankekori.areas.plan.models import PlanVersion
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.decision_errors import StaleWritingError
from hankekori.areas.steering.models import AgendaItem, Decision, FollowUp
from hankekori.core.decisions import SUBJECTS, DecisionKind, Subject
from hankekori.core.money import format_date
from hankekori.pages.basket.form_fields import DayField, Paragraphs, PlainText
from hankekori.pages.basket.words import said
from hankekori.pages.decisions.words import FOLLOW_UP_STATES, kind_name, outcome_name
from hankekori.pages.monitoring.office_forms import OfficeForm

_LONGEST = 20_000  # characters of the minutes of one matter
_NOBODY = ("", "–")
_MODELS = {
    Subject.PROJECT: Project,
    Subject.PLAN_VERSION: PlanVersion,
    Subject.COMMUNICATION_PLAN: CommunicationPlan,
}


class WritingForm(OfficeForm):
    """A form over what was seen when the page was opened."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9)
    is_clashing = False  # another saved here while this was open
    theirs = ""  # what they wrote

    def clash(self, error: StaleWritingError) -> None:
        """Show what another has written; saving again then goes over it, knowingly."""
        self.is_clashing = True
        self.theirs = str(getattr(error.theirs, error.field, ""))
        self.add_error(None, said(error.message))
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a bound form has a QueryDict
        data[self.add_prefix("seen")] = str(error.theirs.revision)
        self.data = data


class MinutesForm(WritingForm):
    text = Paragraphs(
        label=gettext_lazy("Pöytäkirjaan"), required=False, max_length=_LONGEST, strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip

    def __init__(self, data: QueryDict | None = None, *, item: AgendaItem) -> None:
        super().__init__(data, prefix=f"minutes-{item.pk}")
        self.initial = {"text": item.minutes_text, "seen": item.revision}


class DecisionForm(WritingForm):
    """What was proposed and decided, on which report it rests, and who does what by when."""

    field_names = {"decision": "text"}

    proposal = Paragraphs(
        label=gettext_lazy("Ehdotus"), required=False, max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 2})
    )
    outcome = forms.ChoiceField(label=gettext_lazy("Ratkaisu"))
    text = Paragraphs(
        label=gettext_lazy("Päätös"), required=False, max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 2})
    )
    priority = forms.IntegerField(label=gettext_lazy("Sija hankekorissa"), required=False, min_value=1, max_value=9999)
    owner_seat = forms.ChoiceField(label=gettext_lazy("Vastuuhenkilö toimielimestä"), required=False)
    owner_name = PlainText(label=gettext_lazy("Tai muu vastuuhenkilö"), required=False, max_length=150)
    due = DayField(label=gettext_lazy("Määräpäivä"), required=False, max_length=40)
    report = forms.ChoiceField(label=gettext_lazy("Perustuu raporttiin"), required=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        decision: Decision,
        seats: Sequence[Seat],
        reports: Sequence[FrozenReport],
    ) -> None:
        super().__init__(data, prefix=f"decision-{decision.pk}")
        self.initial = {
            "seen": decision.revision,
            "proposal": decision.proposal,
            "outcome": decision.outcome,
            "text": decision.decision,
            "priority": decision.priority,
            "owner_seat": str(decision.owner_seat_id or ""),
            "owner_name": decision.owner_name,
            "due": decision.due,
            "report": str(decision.report_id or ""),
        }
        self._seats = {str(seat.pk): seat for seat in seats}
        kept = [decision.report] if decision.report else []
        self._reports = {str(report.pk): report for report in [*kept, *reports]}
        fields: Any = self.fields
        fields["outcome"].choices = [(outcome, outcome_name(outcome)) for outcome in Decision.Outcome.values]
        fields["owner_seat"].choices = [_NOBODY, *((key, seat.person) for key, seat in self._seats.items())]
        fields["report"].choices = [_NOBODY, *((key, _report_name(each)) for key, each in self._reports.items())]
        if decision.kind != DecisionKind.REPRIORITISE:
            del fields["priority"]

    def values(self) -> dict[str, Any]:
        """Give what the action takes."""
        given = self.cleaned_data
        return {
            **{name: given[name] for name in ("seen", "proposal", "outcome", "text", "owner_name", "due")},
            "priority": given.get("priority"),
            "owner_seat": self._seats.get(given["owner_seat"]),
            "report": self._reports.get(given["report"]),
        }


class NewDecisionForm(OfficeForm):
    """What kind of decision is put on a matter, and what it is about."""

    field_names = {subject.value: "about" for subject in Subject}

    kind = forms.ChoiceField(label=gettext_lazy("Mistä päätetään"), widget=forms.RadioSelect)
    about = forms.ChoiceField(
        label=gettext_lazy("Mitä päätös koskee"), required=False,
        help_text=gettext_lazy("Tarvitaan, kun päätetään hankkeesta tai suunnitelmasta. Tyhjä tarkoittaa asian omaa."),
    )  # fmt: skip
    proposal = Paragraphs(
        label=gettext_lazy("Ehdotus"), required=False, max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(
        self, data: QueryDict | None = None, *, subjects: Sequence[Project | PlanVersion | CommunicationPlan]
    ) -> None:
        super().__init__(data)
        self._subjects = {f"{type(each).__name__}-{each.pk}": each for each in subjects}
        fields: Any = self.fields
        fields["kind"].choices = [(kind.value, kind_name(kind)) for kind in DecisionKind]
        fields["about"].choices = [_NOBODY, *((key, _subject_name(each)) for key, each in self._subjects.items())]

    def values(self) -> dict[str, Any]:
        """Give what the action takes; a subject of another kind than the decision's is left out."""
        kind = DecisionKind(self.cleaned_data["kind"])
        about = self._subjects.get(self.cleaned_data["about"])
        subject = SUBJECTS[kind]
        fits = subject is not Subject.NOTHING and isinstance(about, _MODELS[subject])
        return {"kind": kind, "proposal": self.cleaned_data["proposal"], **({subject.value: about} if fits else {})}


class SeatForm(OfficeForm):
    """Something said of one person of the body on a matter."""

    seat = forms.ChoiceField(label=gettext_lazy("Kuka"))
    text = Paragraphs(label=gettext_lazy("Teksti"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: QueryDict | None = None, *, seats: Sequence[Seat], prefix: str, label: str) -> None:
        super().__init__(data, prefix=prefix)
        self._seats = {str(seat.pk): seat for seat in seats}
        fields: Any = self.fields
        fields["seat"].choices = [(key, seat.person) for key, seat in self._seats.items()]
        fields["text"].label = label

    field_names = {"explanation": "text"}

    @property
    def chosen(self) -> Seat:
        return self._seats[self.cleaned_data["seat"]]


class AmendmentForm(OfficeForm):
    item = forms.ChoiceField(label=gettext_lazy("Asia"), required=False)
    text = Paragraphs(
        label=gettext_lazy("Oikaisu"), max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Pöytäkirja jää ennalleen. Oikaisu liitetään sen loppuun nimelläsi ja ajalla."),
    )  # fmt: skip
    reason = Paragraphs(label=gettext_lazy("Syy"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: QueryDict | None = None, *, items: Mapping[str, str]) -> None:
        super().__init__(data)
        item: Any = self.fields["item"]
        item.choices = [("", _("koko pöytäkirja")), *items.items()]


class FollowUpForm(OfficeForm):
    """How a task stands: a note, a new day, or that it is closed."""

    text = Paragraphs(
        label=gettext_lazy("Mitä on tehty tai päätetty"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    due = DayField(
        label=gettext_lazy("Uusi määräpäivä"), required=False, max_length=40,
        help_text=gettext_lazy("Jätä tyhjäksi, jos päivä pysyy. Kirjoita siirron syy yllä."),
    )  # fmt: skip
    state = forms.ChoiceField(label=gettext_lazy("Tehtävä on nyt"), widget=forms.RadioSelect)

    def __init__(self, data: QueryDict | None = None, *, follow_up: FollowUp, may_close: bool) -> None:
        super().__init__(data)
        self.initial = {"state": follow_up.state}
        fields: Any = self.fields
        fields["state"].choices = list(FOLLOW_UP_STATES.items())
        if not may_close or follow_up.state != FollowUp.State.OPEN:
            del fields["state"], fields["due"]


def _report_name(report: FrozenReport) -> str:
    return f"{report.title or report.kind} {format_date(report.as_of, 'fi')} #{report.sha256[:8]}"


def _subject_name(subject: Project | PlanVersion | CommunicationPlan) -> str:
    if isinstance(subject, Project):
        return str(subject)
    if isinstance(subject, PlanVersion):
        return _("Suunnitelma: %(name)s") % {"name": said(subject.name)}
    return _("Viestintäsuunnitelman versio %(number)s") % {"number": subject.number}
