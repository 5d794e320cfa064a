"""Indicators as forms: what is looked for in the catalogue, an own indicator, and how the programme uses one."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.plan.catalogue import CatalogueIndicator, catalogue
from hankekori.areas.plan.indicators import MOST_HEADLINES
from hankekori.areas.plan.models import Indicator
from hankekori.core.texts import Translated
from hankekori.pages.basket.form_fields import PlainText
from hankekori.pages.settings.forms import NamedForm, SettingsForm
from hankekori.pages.settings.indicator_saving import own_values, use_values
from hankekori.pages.settings.words import COMBINATIONS, KINDS, fund_name

_EMPTY_CHOICE = ("", gettext_lazy("kaikki"))


class CatalogueSearch(forms.Form):
    """What of the catalogue is shown; kept in the address."""

    haku = forms.CharField(label=gettext_lazy("Haku"), required=False, max_length=100, widget=forms.SearchInput)
    kausi = forms.ChoiceField(label=gettext_lazy("Ohjelmakausi"), required=False)
    rahasto = forms.ChoiceField(label=gettext_lazy("Rahasto"), required=False)
    laji = forms.ChoiceField(label=gettext_lazy("Laji"), required=False, choices=[_EMPTY_CHOICE, *KINDS.items()])

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        keys = list(catalogue())
        period: Any = self.fields["kausi"]
        period.choices = [_EMPTY_CHOICE, *_once((key.programme_period, _period(key.programme_period)) for key in keys)]
        fund: Any = self.fields["rahasto"]
        fund.choices = [_EMPTY_CHOICE, *_once((key.fund, fund_name(key.fund)) for key in keys if key.fund)]

    @property
    def is_narrowed(self) -> bool:
        return self.is_valid() and any(self.cleaned_data.values())

    def found(self) -> list[CatalogueIndicator]:
        """Give what the search leaves of the catalogue; one that was not understood leaves all."""
        wanted = self.cleaned_data if self.is_valid() else {}
        return [entry for entry in catalogue().values() if _fits(entry, wanted)]


class IndicatorUseForm(SettingsForm):
    """How the programme uses an indicator: where it is shown, who reports it, how far from the plan is near."""

    headline = forms.TypedChoiceField(
        label=gettext_lazy("Paikka tilannekuvan pääluvuissa"), required=False, coerce=int, empty_value=None,
        choices=[
            ("", gettext_lazy("ei pääluvuissa")),
            *((place, str(place)) for place in range(1, MOST_HEADLINES + 1)),
        ],
    )  # fmt: skip
    asked_of_all = forms.BooleanField(
        label=gettext_lazy("Kysytään jokaiselta hankkeelta"), required=False,
        help_text=gettext_lazy("Muuten hanke raportoi tämän vain, jos sillä on siitä oma tavoite."),
    )  # fmt: skip
    band = forms.IntegerField(
        label=gettext_lazy("Vaihteluväli, ± % tavoitteesta"), required=False, min_value=0, max_value=100,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
        help_text=gettext_lazy("Vaihteluvälin sisällä oleva tulos on tavoitteessa. Suuremman eron syy kysytään raportissa. Tyhjänä käytetään ohjelman rajoja."),  # noqa: E501
    )  # fmt: skip

    def __init__(self, *args: Any, indicator: Indicator | None = None, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        if indicator:
            self.open_with(use_values(indicator))


class OwnIndicatorForm(IndicatorUseForm, NamedForm):
    """An indicator of the programme's own: what it is and how it is used."""

    code = PlainText(
        label=gettext_lazy("Tunnus"), max_length=40, initial="HK-", widget=forms.TextInput(attrs={"class": "short"}),
        help_text=gettext_lazy("Alussa on HK-, esimerkiksi HK-TONTIT. Sitä ei näytetä EU:n tunnuksena."),
    )  # fmt: skip
    unit_fi = PlainText(label=gettext_lazy("Yksikkö suomeksi"), max_length=40, help_text=gettext_lazy("Niin kuin se luetaan luvun perässä: 12 tonttia."))  # noqa: E501  # fmt: skip
    unit_sv = PlainText(label=gettext_lazy("Yksikkö ruotsiksi"), max_length=40, required=False)
    unit_en = PlainText(label=gettext_lazy("Yksikkö englanniksi"), max_length=40, required=False)
    combination = forms.ChoiceField(label=gettext_lazy("Laskutapa"), choices=list(COMBINATIONS.items()))
    decimals = forms.TypedChoiceField(
        label=gettext_lazy("Desimaaleja"), coerce=int, choices=[(number, str(number)) for number in range(3)]
    )
    counts_women = forms.BooleanField(label=gettext_lazy("Naiset eritellään"), required=False)
    field_order = [
        "code", "name_fi", "name_sv", "name_en", "unit_fi", "unit_sv", "unit_en", "combination", "decimals",
        "counts_women", "asked_of_all", "headline", "band",
    ]  # fmt: skip

    def __init__(self, *args: Any, indicator: Indicator | None = None, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, indicator=indicator, **options)
        if indicator:
            del self.fields["code"]  # names the indicator for good
            self.open_with(own_values(indicator))


def _fits(entry: CatalogueIndicator, wanted: dict[str, str]) -> bool:
    period, fund, kind = (wanted.get(name, "") for name in ("kausi", "rahasto", "laji"))
    if (period and period != entry.key.programme_period) or (fund and fund != entry.key.fund):
        return False
    text = " ".join((entry.key.code, *_all_languages(entry.name))).casefold()
    return (not kind or kind == entry.kind) and all(word in text for word in wanted.get("haku", "").casefold().split())


def _all_languages(text: Translated) -> tuple[str, str, str]:
    return text.fi, text.sv, text.en


def _once(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return list(dict(choices).items())


def _period(period: str) -> str:
    return _("kaikki kaudet") if period == "any" else period.replace("-", "–")
