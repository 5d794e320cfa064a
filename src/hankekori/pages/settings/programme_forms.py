"""The programme's own details, and its municipalities, as forms."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.programmes.models import Programme, ProgrammeMunicipality
from hankekori.pages.basket.form_fields import DayField, PlainText
from hankekori.pages.settings.forms import NamedForm, SettingsForm, WholePercent, check_years
from hankekori.pages.settings.saving import (
    REMOVED,
    SLOTS,
    municipality_values,
    programme_values,
    slot_field,
    standing_field,
)

_Standing = ProgrammeMunicipality.Standing
STANDINGS = {
    _Standing.IN_FRAMEWORK: gettext_lazy("suunnitelman kunta"),
    _Standing.SERVED: gettext_lazy("muu kunta, jota palvellaan"),
    _Standing.NEIGHBOUR: gettext_lazy("naapurikunta kartalla"),
}
_MOST_TILES = 30  # rows or columns of the tile map


class ProgrammeForm(NamedForm):
    """What the programme is called, how long it runs, and when a light changes."""

    slogan_fi = PlainText(label=gettext_lazy("Iskulause suomeksi"), max_length=300, required=False)
    slogan_sv = PlainText(label=gettext_lazy("Iskulause ruotsiksi"), max_length=300, required=False)
    slogan_en = PlainText(label=gettext_lazy("Iskulause englanniksi"), max_length=300, required=False)
    coordinator_name = PlainText(
        label=gettext_lazy("Koordinoiva organisaatio"), max_length=200, required=False,
        help_text=gettext_lazy("Näkyy raporttien kannessa. Henkilön nimeä tähän ei kirjoiteta."),
    )  # fmt: skip
    start = DayField(label=gettext_lazy("Alkaa"), max_length=40)
    end = DayField(label=gettext_lazy("Päättyy"), max_length=40)
    previous_meeting = DayField(
        label=gettext_lazy("Työryhmän edellinen kokous"), max_length=40, required=False,
        help_text=gettext_lazy("Tilannekuva kertoo, mikä on muuttunut tämän päivän jälkeen."),
    )  # fmt: skip
    shown_as_of = DayField(
        label=gettext_lazy("Päivä, jonka tilanteeseen sivut avautuvat"), max_length=40, required=False,
        help_text=gettext_lazy("Tyhjänä sivut näyttävät tämän päivän tilanteen. Päättyneelle ohjelmalle päivä kannattaa antaa."),  # noqa: E501
    )  # fmt: skip
    light_on_course = WholePercent(
        label=gettext_lazy("Tavoitteessa, kun odotetusta on toteutunut vähintään, %"),
    )
    light_late = WholePercent(
        label=gettext_lazy("Jäljessä, kun odotetusta on toteutunut vähintään, %"),
        help_text=gettext_lazy("Tätä pienempi tulos on vaarassa."),
    )

    def __init__(self, *args: Any, programme: Programme, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        self.open_with(programme_values(programme))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        check_years(self, "start", "end", "previous_meeting", "shown_as_of")
        return cleaned


class MunicipalitiesForm(SettingsForm):
    """The standing of each municipality of the programme and its place on the tile map."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        links: Iterable[ProgrammeMunicipality],
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        listed = list(links)
        for link in listed:
            self.fields[standing_field(link.municipality_id)] = forms.ChoiceField(
                label=str(link.municipality), choices=[*STANDINGS.items(), (REMOVED, gettext_lazy("poistetaan"))]
            )
            for slot in SLOTS:
                self.fields[slot_field(slot, link.municipality_id)] = forms.IntegerField(
                    label=f"{link.municipality}, {_slot_names()[slot]}",
                    required=False,
                    min_value=0,
                    max_value=_MOST_TILES,
                    widget=forms.TextInput(attrs={"class": "tile", "inputmode": "numeric"}),
                )
        self.open_with(municipality_values(listed))
        self._links = listed

    @property
    def rows(self) -> list[Mapping[str, Any]]:
        """Give each municipality with its three fields."""
        return [
            {
                "municipality": link.municipality,
                "standing": self[standing_field(link.municipality_id)],
                "row": self[slot_field("row", link.municipality_id)],
                "column": self[slot_field("column", link.municipality_id)],
            }
            for link in self._links
        ]


class NewMunicipalityForm(SettingsForm):
    """A municipality to be added: by its name, or with its national code when nobody has told of it before."""

    name = PlainText(
        label=gettext_lazy("Kunta"), max_length=100, widget=forms.TextInput(attrs={"list": "kuntaluettelo"})
    )
    code = PlainText(
        label=gettext_lazy("Kuntanumero"), max_length=3, required=False,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
        help_text=gettext_lazy("Kolme numeroa. Tarvitaan vain, jos kuntaa ei ole luettelossa."),
    )  # fmt: skip
    standing = forms.ChoiceField(label=gettext_lazy("Asema"), choices=list(STANDINGS.items()))

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if code and not (code.isascii() and code.isdigit() and len(code) == 3):  # noqa: PLR2004 - the national code
            raise ValidationError(_("Kuntanumerossa on kolme numeroa, esimerkiksi 111."))
        return code


def _slot_names() -> dict[str, str]:
    return {"row": _("rivi kartalla"), "column": _("sarake kartalla")}
