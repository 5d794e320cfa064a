"""Forms of the office's decisions: opening a round, returning and reopening a report, correcting a figure."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy

from hankekori.areas.errors import DomainError
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.monitoring.reasons import REASONS
from hankekori.areas.rounds.models import ReportFigure
from hankekori.core.periods import Period
from hankekori.core.texts import Translated
from hankekori.pages.basket.form_fields import DayField, Paragraphs, PlainText
from hankekori.pages.basket.words import said
from hankekori.pages.monitoring.part_forms import NumberField

_LONGEST = 2000  # characters of an explanation


class OfficeForm(forms.Form):
    """A form that can tell what an action refused."""

    field_names: ClassVar[Mapping[str, str]] = {}  # an action's word for a field -> the form's

    def say(self, error: DomainError) -> None:
        """Show a domain's sentence beside the field it is about, else above the form."""
        field = self.field_names.get(error.field, error.field)
        self.add_error(field if field in self.fields else None, said(error.message))


class RoundForm(OfficeForm):
    """The period that is asked for and the window in which reports are sent."""

    field_names = {"period": "end"}

    start = DayField(label=gettext_lazy("Kausi alkaa"), max_length=40)
    end = DayField(label=gettext_lazy("Kausi päättyy"), max_length=40)
    opens_on = DayField(
        label=gettext_lazy("Raportointi alkaa"), max_length=40,
        help_text=gettext_lazy("Tästä päivästä alkaen hankkeet voivat täyttää raporttia."),
    )  # fmt: skip
    due_on = DayField(
        label=gettext_lazy("Määräpäivä"), max_length=40,
        help_text=gettext_lazy("Viimeinen päivä, jona lähetetty raportti on ajoissa."),
    )  # fmt: skip

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["start"], self.cleaned_data["end"])


class ReasonForm(OfficeForm):
    """Why a report is returned or reopened: a coded reason and a sentence."""

    reason = forms.ChoiceField(label=gettext_lazy("Syy"), widget=forms.RadioSelect)
    explanation = Paragraphs(
        label=gettext_lazy("Mitä pitää tehdä"), max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, reasons: Mapping[str, Translated], **options: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **options)
        chosen = self.fields["reason"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - for the type checker
        chosen.choices = [(code, said(text).capitalize()) for code, text in reasons.items()]


class LinkForm(OfficeForm):
    """Who gets a personal link to the report, and in which language."""

    email = PlainText(label=gettext_lazy("Sähköpostiosoite"), max_length=200, widget=forms.EmailInput)
    language = forms.ChoiceField(label=gettext_lazy("Viestin ja sivun kieli"), choices=settings.LANGUAGES)


class CorrectionForm(OfficeForm):
    """What a figure should have said, and why."""

    reason = forms.ChoiceField(label=gettext_lazy("Syy"))
    explanation = Paragraphs(
        label=gettext_lazy("Selitys"), max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, figure: ReportFigure, **options: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **options)
        indicator = figure.indicator
        numbers = {"total": gettext_lazy("Oikea luku kaikkiaan")}
        if indicator.combination == "share":
            numbers |= {"denominator": gettext_lazy("Oikea nimittäjä")}
        if indicator.counts_women:
            numbers |= {"women": gettext_lazy("Oikea luku, naisia")}
        if figure.non_binary is not None:
            numbers |= {"non_binary": gettext_lazy("Oikea luku, muunsukupuolisia")}
        made = {name: NumberField(label=label, decimals=indicator.decimals) for name, label in numbers.items()}
        made["total"].required = True
        self.fields = made | self.fields
        chosen = self.fields["reason"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - for the type checker
        chosen.choices = [(code, said(REASONS[code]).capitalize()) for code in LedgerEntry.Reason.values]
