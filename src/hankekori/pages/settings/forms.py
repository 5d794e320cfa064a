"""What every form of the settings can do: open with values, save once, tell what was refused or done meanwhile."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.errors import DomainError
from hankekori.core.texts import Translated
from hankekori.pages.basket.edits import SEEN_FIELD, EditClashError, marks_of
from hankekori.pages.basket.form_fields import PlainText
from hankekori.pages.basket.forms import BasketForm
from hankekori.pages.basket.shown_values import shown_value


class SettingsForm(BasketForm):
    """A form over what is already kept, or over nothing yet."""

    def open_with(self, values: Mapping[str, Any]) -> None:
        """Fill the form and remember what was seen in it."""
        self.initial = {**self.initial, **values}
        self.fields[SEEN_FIELD] = forms.CharField(
            required=False, max_length=20_000, widget=forms.HiddenInput, initial=marks_of(values)
        )

    @property
    def seen(self) -> str:
        return str(self.cleaned_data.get(SEEN_FIELD, ""))

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, by field."""
        return {name: value for name, value in self.cleaned_data.items() if name != SEEN_FIELD}

    def saved(self, save: Callable[[datetime], object]) -> bool:
        """Save what a sent and faultless form says; what the action refuses is said in the form."""
        if not self.is_bound or not self.is_valid():
            return False
        try:
            save(timezone.now())
        except DomainError as error:
            self.say(error)
            return False
        return True

    @property
    def status(self) -> int:
        """Answer 409 to a form that another went past, 422 to one that was not understood, 200 to one just shown."""
        if self.is_bound and self.errors:
            return 409 if self.is_clashing else 422
        return 200

    def shown_now(self, error: EditClashError) -> Mapping[str, str]:
        return {name: self._shown(name, error.current[name]) for name in error.names if name in self.fields}

    def _shown(self, name: str, value: Any) -> str:  # noqa: ANN401 - any field's value
        choices = dict(getattr(self.fields[name], "choices", ()))
        if isinstance(value, list):
            return shown_value([choices.get(each, each) for each in value])
        return shown_value(choices.get(value, value))


class NamedForm(SettingsForm):
    """A form about something with a name in three languages; the Finnish one is always there."""

    name_fi = PlainText(label=gettext_lazy("Nimi suomeksi"), max_length=200)
    name_sv = PlainText(label=gettext_lazy("Nimi ruotsiksi"), max_length=200, required=False)
    name_en = PlainText(label=gettext_lazy("Nimi englanniksi"), max_length=200, required=False)

    @property
    def name(self) -> Translated:
        return self.translated("name")

    def translated(self, field: str) -> Translated:
        given = self.cleaned_data
        return Translated(given[f"{field}_fi"], given[f"{field}_sv"], given[f"{field}_en"])


class WholePercent(forms.CharField):
    """A limit typed in whole percent, given as a part of one."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's options
        attrs = {"class": "short", "inputmode": "numeric"}
        super().__init__(max_length=10, widget=forms.TextInput(attrs=attrs), **options)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - what was typed, or a part of one
        return f"{value * 100:.0f}" if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        text = super().clean(value).replace("%", "").strip()
        if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 100:  # noqa: PLR2004 - percent
            raise ValidationError(_("Kirjoita kokonaisluku väliltä 1–100."))
        return Decimal(text) / 100


def check_years(form: forms.Form, *names: str) -> None:
    """Refuse days no programme lies near: a year mistyped is found while it is still in the form."""
    for name in names:
        day = form.cleaned_data.get(name)
        if isinstance(day, date) and not 1990 <= day.year <= 2100:  # noqa: PLR2004 - years
            form.add_error(name, _("Vuosi on liian kaukana. Kirjoita päivä vuosilta 1990–2100."))
