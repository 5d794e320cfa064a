"""Forms of intake: an assessment by all criteria at once, a partner's note, a criterion."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.intake.models import Criterion
from hankekori.areas.intake.queries import IntakeLine
from hankekori.core.intake import HIGHEST_SCORE, HIGHEST_WEIGHT
from hankekori.pages.basket.form_fields import DayField, Paragraphs, PlainText
from hankekori.pages.basket.words import said
from hankekori.pages.intake.saving import assessment_values, criterion_values, score_field, text_field
from hankekori.pages.settings.forms import SettingsForm, check_years


class AssessmentForm(SettingsForm):
    """A score and a reason for each criterion; a score left open is not counted."""

    def __init__(self, *args: Any, lines: Sequence[IntakeLine], **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        self._lines = lines
        for line in lines:
            name = said(line.criterion.name)
            self.fields[score_field(line.criterion)] = forms.TypedChoiceField(
                label=name, required=False, coerce=int, empty_value=None, widget=forms.RadioSelect,
                choices=[("", _("ei arvioitu")), *((str(score), str(score)) for score in range(HIGHEST_SCORE + 1))],
            )  # fmt: skip
            self.fields[text_field(line.criterion)] = Paragraphs(
                label=_("Perustelu: %(criterion)s") % {"criterion": name}, required=False, max_length=10_000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip
        self.open_with(assessment_values(lines))

    @property
    def groups(self) -> Iterator[tuple[str, list[tuple[Criterion, BoundField, BoundField]]]]:
        """Give the fields under their headlines: criterion, score, reason."""
        for headline, lines in groupby(self._lines, key=lambda line: said(line.criterion.headline)):
            criteria = [line.criterion for line in lines]
            yield headline, [(each, self[score_field(each)], self[text_field(each)]) for each in criteria]


class NoteForm(SettingsForm):
    """What a partner has written or said of a project."""

    organisation = PlainText(
        label=gettext_lazy("Kumppani"), max_length=300, widget=forms.TextInput(attrs={"list": "kumppanit"})
    )
    dated = DayField(label=gettext_lazy("Päivä"), max_length=40)
    text = Paragraphs(
        label=gettext_lazy("Mitä kumppani lupaa"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Esimerkiksi puolto, omarahoitus tai työpanos, ja missä kirje on tallessa. Älä kirjoita henkilöiden nimiä."),  # noqa: E501
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        check_years(self, "dated")
        return cleaned


class CriterionForm(SettingsForm):
    """A criterion under its headline, in three languages; the Finnish is always there."""

    headline_fi = PlainText(
        label=gettext_lazy("Otsikko suomeksi"), max_length=120,
        help_text=gettext_lazy("Saman otsikon perusteet näytetään yhdessä, esimerkiksi Rahoitus."),
    )  # fmt: skip
    headline_sv = PlainText(label=gettext_lazy("Otsikko ruotsiksi"), max_length=120, required=False)
    headline_en = PlainText(label=gettext_lazy("Otsikko englanniksi"), max_length=120, required=False)
    name_fi = PlainText(
        label=gettext_lazy("Peruste suomeksi"), max_length=300,
        help_text=gettext_lazy("Kirjoita väite, johon hanke sopii paremmin tai huonommin."),
    )  # fmt: skip
    name_sv = PlainText(label=gettext_lazy("Peruste ruotsiksi"), max_length=300, required=False)
    name_en = PlainText(label=gettext_lazy("Peruste englanniksi"), max_length=300, required=False)
    weight = forms.IntegerField(
        label=gettext_lazy("Painoarvo"), min_value=1, max_value=HIGHEST_WEIGHT, initial=1,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
        help_text=gettext_lazy("1–10. Painoarvo 2 vaikuttaa kokonaispisteisiin kaksi kertaa niin paljon kuin 1."),
    )  # fmt: skip

    def __init__(self, *args: Any, criterion: Criterion | None = None, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        if criterion:
            self.open_with(criterion_values(criterion))
