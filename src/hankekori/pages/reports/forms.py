"""The form a report is ordered with."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.programmes.models import Programme
from hankekori.core.money import format_date
from hankekori.pages.basket.form_fields import DayField, Paragraphs
from hankekori.pages.basket.words import language

LANGUAGE_NAMES = {"fi": gettext_lazy("suomi"), "sv": gettext_lazy("ruotsi"), "en": gettext_lazy("englanti")}
_MOST_DECISIONS, _LONGEST_DECISION = 20, 500  # what a table of the report can hold and a meeting decide


class ReportForm(forms.Form):
    """Which day, as known on which day, in which language, and what the working group is asked to decide."""

    as_of = DayField(
        label=gettext_lazy("Tilannepäivä"), max_length=40,
        help_text=gettext_lazy("Mukana ovat kaudet, jotka olivat päättyneet tähän päivään mennessä."),
    )  # fmt: skip
    known_on = DayField(
        label=gettext_lazy("Viimeinen kirjauspäivä"), max_length=40,
        help_text=gettext_lazy("Tämän päivän jälkeen tehdyt kirjaukset ja oikaisut jäävät pois."),
    )  # fmt: skip
    language = forms.ChoiceField(label=gettext_lazy("Raportin kieli"), choices=list(LANGUAGE_NAMES.items()))
    decisions = Paragraphs(
        label=gettext_lazy("Pyydettävät päätökset"), required=False, max_length=12_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Kukin omalle rivilleen. Raportti esittää itse päätettäväksi koriin esitetyt hankkeet, "
            "vaarassa olevat toimenpiteet ja puuttuvat vastuutahot."
        ),
    )  # fmt: skip

    def __init__(self, *args: Any, programme: Programme, today: date, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        self._programme, self._today = programme, today

    def clean_as_of(self) -> date:
        day: date = self.cleaned_data["as_of"]
        if not self._programme.start <= day <= self._today:
            raise ValidationError(
                _("Tilannepäivän on oltava väliltä %(first)s–%(last)s: ohjelman alusta tähän päivään.")
                % {"first": _written(self._programme.start), "last": _written(self._today)}
            )
        return day

    def clean_known_on(self) -> date:
        day: date = self.cleaned_data["known_on"]
        if day > self._today:
            raise ValidationError(
                _("Päivä on tulevaisuudessa. Valitse viimeistään tämä päivä, %(today)s.")
                % {"today": _written(self._today)}
            )
        as_of = self.cleaned_data.get("as_of")
        if as_of and day < as_of:
            raise ValidationError(
                _("Päivä on ennen tilannepäivää %(as_of)s. Valitse tilannepäivä tai sitä myöhempi päivä.")
                % {"as_of": _written(as_of)}
            )
        return day

    def clean_decisions(self) -> tuple[str, ...]:
        lines = tuple(line.strip() for line in self.cleaned_data["decisions"].split("\n") if line.strip())
        if len(lines) > _MOST_DECISIONS:
            raise ValidationError(
                _("Päätöksiä on %(n)s. Raporttiin mahtuu enintään %(most)s.")
                % {"n": len(lines), "most": _MOST_DECISIONS}
            )
        if too_long := [number for number, line in enumerate(lines, 1) if len(line) > _LONGEST_DECISION]:
            raise ValidationError(
                _("Rivi %(n)s on liian pitkä. Lyhennä se enintään %(most)s merkkiin.")
                % {"n": too_long[0], "most": _LONGEST_DECISION}
            )
        return lines


def _written(day: date) -> str:
    return format_date(day, language())
