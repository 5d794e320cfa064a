"""Forms of an episode and of an outcome record: fields for months, working time and closed vocabularies."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.employment.models import EmploymentEpisode, OutcomeRecord
from hankekori.areas.errors import DomainError
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.areas.programmes.queries import municipalities_of
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import basket
from hankekori.areas.regions.models import Municipality
from hankekori.core.employment import AfterThreeMonths, AgeBand, Gender
from hankekori.core.employment_words import AFTER, AGES, BEFORE, GENDERS, KINDS, OCCUPATIONS
from hankekori.core.money import AmountError, format_number, parse_number
from hankekori.core.months import MonthError, format_month, parse_month
from hankekori.core.texts import Translated
from hankekori.pages.basket.form_fields import Paragraphs, PlainText
from hankekori.pages.basket.words import language, said

OUTCOME_KINDS: Mapping[str, Any] = {
    OutcomeRecord.Kind.JOB: gettext_lazy("työpaikka"),
    OutcomeRecord.Kind.COMPANY: gettext_lazy("yritys"),
    OutcomeRecord.Kind.DEGREE: gettext_lazy("tutkinto"),
}
REMEMBERED = ("project", "employer", "start_month", "end_month", "fte", "kind")  # of the row before


class MonthField(PlainText):
    """A month written 5/2009; empty is None."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's options
        attributes = {"class": "short", "placeholder": gettext_lazy("kk/vvvv"), "inputmode": "text"}
        super().__init__(max_length=20, widget=forms.TextInput(attrs=attributes), **options)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - what was typed, or a day
        return format_month(value) if hasattr(value, "month") else value

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_month(text)
        except MonthError as problem:
            raise ValidationError(said(problem.message)) from problem


class WorkingTimeField(PlainText):
    """A share of full time typed in percent, given as a part of one."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(
            max_length=8, widget=forms.TextInput(attrs={"class": "share", "inputmode": "decimal"}), **options
        )

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - what was typed, or a share
        return format_number(value * 100, language()) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        text = super().clean(value).replace("%", "").strip()
        try:
            percent = parse_number(text)
        except AmountError as problem:
            raise ValidationError(said(problem.message)) from problem
        if not 0 < percent <= 100:  # noqa: PLR2004 - percent
            raise ValidationError(_("Työaika on 1–100 prosenttia kokoaikaisesta."))
        return percent / 100


class EmploymentForm(forms.Form):
    """A form that can tell what an action refused."""

    def say(self, error: DomainError) -> None:
        """Show a domain's sentence beside the field it is about, else above the form."""
        self.add_error(error.field if error.field in self.fields else None, said(error.message))


class EpisodeForm(EmploymentForm):
    """One episode on one line; what is unknown can be left so."""

    project = forms.ModelChoiceField(Project.objects.none(), label=gettext_lazy("Hanke"))
    employer = PlainText(
        label=gettext_lazy("Työnantajan Y-tunnus"), required=False, max_length=20,
        widget=forms.TextInput(
            attrs={"class": "short", "placeholder": gettext_lazy("tyhjä = hanke itse"), "list": "tyonantajat"}
        ),
    )  # fmt: skip
    start_month = MonthField(label=gettext_lazy("Alkoi"))
    end_month = MonthField(label=gettext_lazy("Päättyi"), required=False)
    fte = WorkingTimeField(label=gettext_lazy("Työaika, %"), initial=Decimal(1))
    kind = forms.ChoiceField(label=gettext_lazy("Työn muoto"))
    situation_before = forms.ChoiceField(label=gettext_lazy("Lähtötilanne"))
    gender = forms.ChoiceField(label=gettext_lazy("Sukupuoli"))
    age_band = forms.ChoiceField(label=gettext_lazy("Ikä"))
    municipality = forms.ModelChoiceField(
        Municipality.objects.none(),
        label=gettext_lazy("Kotikunta"),
        required=False,
        empty_label=gettext_lazy("ei tietoa"),
    )
    isco_major = forms.TypedChoiceField(
        label=gettext_lazy("Ammattiryhmä"), required=False, coerce=int, empty_value=None
    )  # fmt: skip
    after_three_months = forms.ChoiceField(label=gettext_lazy("3 kk kuluttua"))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        programme: Programme,
        episode: EmploymentEpisode | None = None,
        after: EmploymentEpisode | None = None,  # the row before, whose job is remembered
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["project"].queryset = basket(programme).order_by("code", "name", "id")
        places = municipalities_of(programme).values("municipality")
        fields["municipality"].queryset = Municipality.objects.filter(pk__in=places).order_by("name_fi", "id")
        for name, words in _WORDS.items():
            fields[name].choices = [(key, said(text)) for key, text in words.items()]
        fields["isco_major"].choices = [("", _("ei tietoa")), *fields["isco_major"].choices]
        for name in ("situation_before", "gender"):
            fields[name].choices = [("", ""), *fields[name].choices]
        self.initial = {"age_band": AgeBand.UNKNOWN, "after_three_months": AfterThreeMonths.NOT_YET}
        if episode:
            self.initial = {name: getattr(episode, name) for name in fields}
        elif after:
            self.initial.update({name: getattr(after, name) for name in REMEMBERED})
            fields["situation_before"].widget.attrs["autofocus"] = True
        else:
            fields["project"].widget.attrs["autofocus"] = True


class OutcomeForm(EmploymentForm):
    """A job, a company or a degree, and what shows it."""

    project = forms.ModelChoiceField(Project.objects.none(), label=gettext_lazy("Hanke"))
    indicator = forms.ModelChoiceField(Indicator.objects.none(), label=gettext_lazy("Mittari"))
    kind = forms.ChoiceField(label=gettext_lazy("Mikä syntyi"), choices=list(OUTCOME_KINDS.items()))
    month = MonthField(label=gettext_lazy("Kuukausi"))
    gender = forms.ChoiceField(label=gettext_lazy("Sukupuoli"), initial=Gender.UNKNOWN)
    company = PlainText(
        label=gettext_lazy("Yrityksen Y-tunnus"), required=False, max_length=20,
        widget=forms.TextInput(attrs={"class": "short"}),
    )  # fmt: skip
    evidence = Paragraphs(
        label=gettext_lazy("Mistä se näkyy"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Esimerkiksi rekisteriote tai työnantajan ilmoitus. Ei nimiä eikä henkilötunnuksia."),
    )  # fmt: skip
    file = forms.FileField(label=gettext_lazy("Tiedosto"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        programme: Programme,
        record: OutcomeRecord | None = None,
        after: OutcomeRecord | None = None,
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["project"].queryset = basket(programme).order_by("code", "name", "id")
        fields["indicator"].queryset = Indicator.objects.filter(programme=programme).order_by("position", "code", "id")
        fields["gender"].choices = [(key, said(text)) for key, text in GENDERS.items()]
        if record:
            self.initial = {name: getattr(record, name) for name in fields if name != "file"}
        elif after:
            self.initial = {name: getattr(after, name) for name in ("project", "indicator", "kind", "month")}

    @property
    def values(self) -> dict[str, Any]:
        """Give the fields as the action takes them; without a new file the old one stays."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "file"}
        if file := self.cleaned_data["file"]:
            values |= {
                "file_name": file.name[:200],
                "file_type": (file.content_type or "")[:100],
                "file_content": file.read(),
            }
        return values


_WORDS: Mapping[str, Mapping[str, Translated]] = {
    "kind": KINDS,
    "situation_before": BEFORE,
    "gender": GENDERS,
    "age_band": AGES,
    "isco_major": OCCUPATIONS,
    "after_three_months": AFTER,
}
