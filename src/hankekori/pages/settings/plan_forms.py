"""The plan as forms: a version, an objective, a measure, the adoption."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.plan.models import Measure, Objective, PlanVersion
from hankekori.pages.basket.form_fields import DayField, Paragraphs, PlainText
from hankekori.pages.basket.words import said
from hankekori.pages.settings.forms import NamedForm, SettingsForm, check_years
from hankekori.pages.settings.plan_saving import measure_values, objective_values

_NUMBER_HELP = gettext_lazy("Niin kuin suunnitelmassa. Järjestys tulee numeroista.")
_SHORT = {"class": "short"}
_OWNERS = "organisaatiot"  # the list of organisations a responsible one is chosen from


class Description(Paragraphs):
    """What a measure is about, in one language."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 4}), **options)


class NewVersionForm(NamedForm):
    """A version to be prepared: a copy of an earlier one, or empty."""

    source = forms.ChoiceField(label=gettext_lazy("Pohjaksi"), required=False)

    def __init__(self, *args: Any, versions: Sequence[PlanVersion], **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        self._versions = {str(version.number): version for version in versions}
        if not versions:
            del self.fields["source"]
            return
        source: Any = self.fields["source"]
        source.choices = [
            *((number, _("Versio %(number)s: %(name)s") % {"number": number, "name": said(version.name)})
              for number, version in self._versions.items()),
            ("", _("ei pohjaa, aloitetaan tyhjästä")),
        ]  # fmt: skip

    @property
    def chosen_source(self) -> PlanVersion | None:
        return self._versions.get(self.cleaned_data.get("source", ""))


class VersionNameForm(NamedForm):
    """The name of a version that is being prepared."""

    def __init__(self, *args: Any, version: PlanVersion, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        self.open_with({"name_fi": version.name_fi, "name_sv": version.name_sv, "name_en": version.name_en})


class AdoptForm(SettingsForm):
    """The day of the working group's decision."""

    adopted_on = DayField(label=gettext_lazy("Työryhmän päätöksen päivä"), max_length=40)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        check_years(self, "adopted_on")
        day = cleaned.get("adopted_on")
        if day and "adopted_on" not in self.errors and day > timezone.localdate():
            self.add_error("adopted_on", _("Päätöstä ei voi kirjata ennen kuin se on tehty."))
        return cleaned


class ObjectiveForm(NamedForm):
    """An objective: its number and name."""

    number = PlainText(
        label=gettext_lazy("Numero"), max_length=10, help_text=_NUMBER_HELP, widget=forms.TextInput(attrs=_SHORT)
    )
    field_order = ["number", "name_fi", "name_sv", "name_en"]

    def __init__(self, *args: Any, objective: Objective | None = None, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        if objective:
            self.open_with(objective_values(objective))


class MeasureForm(NamedForm):
    """A measure: where it stands in the plan, who is responsible, when and what."""

    objective = forms.TypedChoiceField(label=gettext_lazy("Tavoite"), coerce=int)
    number = PlainText(
        label=gettext_lazy("Numero"), max_length=10, help_text=_NUMBER_HELP, widget=forms.TextInput(attrs=_SHORT)
    )
    responsible = PlainText(
        label=gettext_lazy("Vastuutaho"), max_length=300, required=False,
        help_text=gettext_lazy("Organisaatio. Ilman vastuutahoa toimenpide näkyy puutteissa."),
        widget=forms.TextInput(attrs={"list": _OWNERS}),
    )  # fmt: skip
    start = DayField(label=gettext_lazy("Alkaa"), max_length=40)
    end = DayField(label=gettext_lazy("Päättyy"), max_length=40)
    description_fi = Description(label=gettext_lazy("Kuvaus suomeksi"))
    description_sv = Description(label=gettext_lazy("Kuvaus ruotsiksi"))
    description_en = Description(label=gettext_lazy("Kuvaus englanniksi"))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        objectives: Sequence[Objective],
        measure: Measure | None = None,
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        self._objectives = {objective.pk: objective for objective in objectives}
        choice: Any = self.fields["objective"]
        choice.choices = [(key, f"{each.number} {said(each.name)}") for key, each in self._objectives.items()]
        if measure:
            self.open_with(measure_values(measure))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        check_years(self, "start", "end")
        return cleaned

    @property
    def chosen_objective(self) -> Objective:
        return self._objectives[self.cleaned_data["objective"]]


class ResponsibleForm(SettingsForm):
    """Who is responsible for a measure of an adopted plan."""

    responsible = MeasureForm.base_fields["responsible"]

    def __init__(self, *args: Any, measure: Measure, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        self.open_with({"responsible": measure_values(measure)["responsible"]})
