"""Bodies and seats as forms."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hankekori.areas.accounts.models import RoleAssignment
from hankekori.areas.accounts.roles import DESCRIPTIONS, Role
from hankekori.areas.bodies.models import Body, Duty, Seat
from hankekori.areas.projects.models import Project
from hankekori.areas.rounds.recipients import is_email
from hankekori.core.quorum import QuorumRule
from hankekori.pages.basket.form_fields import DayField, PlainText
from hankekori.pages.basket.words import said
from hankekori.pages.bodies.saving import body_values, seat_values
from hankekori.pages.bodies.words import DUTIES, LANGUAGE_NAMES, ROLES, RULES
from hankekori.pages.settings.forms import NamedForm, SettingsForm, check_years

ORGANISATIONS = "organisaatiot"  # the list of organisations one is chosen from


class BodyForm(NamedForm):
    """A body: its name, what it is for, when it may decide."""

    duties = forms.MultipleChoiceField(
        label=gettext_lazy("Tehtävät"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(kind, words) for kind, words in DUTIES.items() if kind != Duty.Kind.STEERS_PROJECT],
        help_text=gettext_lazy("Yhdellä toimielimellä voi olla useita tehtäviä. Vain ohjelmaa ohjaava päättää hankekorista."),  # noqa: E501
    )  # fmt: skip
    projects = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Hankkeet, joiden ohjausryhmä toimielin on"), required=False, coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    quorum_rule = forms.ChoiceField(
        label=gettext_lazy("Päätökseen tarvitaan paikalle"), choices=list(RULES.items()),
        help_text=gettext_lazy("Sihteeriä ja asiantuntijoita ei lasketa. Varajäsen lasketaan, kun hän on jäsenen sijalla."),  # noqa: E501
    )  # fmt: skip
    quorum_number = forms.IntegerField(
        label=gettext_lazy("Sovittu määrä"), required=False, min_value=1, max_value=1000,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
        help_text=gettext_lazy("Täytetään vain, kun jäsenten määrästä on sovittu."),
    )  # fmt: skip
    quorum_needs_chair = forms.BooleanField(
        label=gettext_lazy("Puheenjohtajan tai varapuheenjohtajan pitää olla paikalla"), required=False
    )
    set_up_on = DayField(label=gettext_lazy("Perustettu"), required=False, max_length=40)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        projects: Iterable[Project],
        body: Body | None = None,
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        self.initial = {"quorum_rule": QuorumRule.MORE_THAN_HALF, "quorum_needs_chair": True}
        steered: Any = self.fields["projects"]
        steered.choices = [(each.pk, f"{each.code} {each.name}" if each.code else each.name) for each in projects]
        if not steered.choices:
            del self.fields["projects"]
        if body:
            self.open_with(body_values(body))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        check_years(self, "set_up_on")
        if "projects" not in self.fields:
            cleaned["projects"] = []
        lacks_number = cleaned.get("quorum_rule") == QuorumRule.NUMBER and not cleaned.get("quorum_number")
        if lacks_number and "quorum_number" not in self.errors:
            self.add_error("quorum_number", _("Kirjoita, montako jäsentä päätökseen tarvitaan."))
        return cleaned


class SeatForm(SettingsForm):
    """Who sits in a body, for whom and how long; a deputy has no role of its own."""

    person = PlainText(
        label=gettext_lazy("Nimi"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    organisation = PlainText(
        label=gettext_lazy("Organisaatio"), max_length=300, required=False,
        widget=forms.TextInput(attrs={"list": ORGANISATIONS}),
        help_text=gettext_lazy("Jota henkilö edustaa. Sen omaa hanketta koskevassa asiassa hän on esteellinen."),
    )  # fmt: skip
    role = forms.ChoiceField(label=pgettext_lazy("toimielin", "Tehtävä"), choices=list(ROLES.items()))
    start = DayField(label=pgettext_lazy("toimielin", "Kausi alkaa"), max_length=40)
    end = DayField(
        label=pgettext_lazy("toimielin", "Kausi päättyy"), required=False, max_length=40,
        help_text=gettext_lazy("Viimeinen päivä. Tyhjänä kausi jatkuu toistaiseksi."),
    )  # fmt: skip
    email = PlainText(
        label=gettext_lazy("Sähköposti"), max_length=254, required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Kokouskutsut lähetetään tähän. Ilman osoitetta henkilö kutsutaan muulla tavalla."),
    )  # fmt: skip
    language = forms.ChoiceField(label=gettext_lazy("Kutsujen kieli"), choices=list(LANGUAGE_NAMES.items()))
    user = forms.TypedChoiceField(
        label=gettext_lazy("Tunnus, jolla äänestetään"), required=False, coerce=int, empty_value=None,
        help_text=gettext_lazy("Ilman tunnusta sihteeri kirjaa äänen."),
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        people: Iterable[RoleAssignment],
        is_deputy: bool,
        seat: Seat | None = None,
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        if is_deputy:
            del self.fields["role"]
        account: Any = self.fields["user"]
        account.choices = [
            ("", gettext_lazy("ei tunnusta")),
            *((each.user_id, f"{each.user.name} ({said(DESCRIPTIONS[Role(each.role)].name)})") for each in people),
        ]
        if seat:
            self.open_with({name: value for name, value in seat_values(seat).items() if name in self.fields})

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email and not is_email(email):
            raise ValidationError(
                _("”%(email)s” ei ole sähköpostiosoite. Kirjoita esimerkiksi nimi@example.org.") % {"email": email}
            )
        return email

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        check_years(self, "start", "end")
        return cleaned


class LastDayForm(SettingsForm):
    """The last day of a body or a term; the action says which field it is about."""

    field_names = {"end": "day", "ended_on": "day"}

    day = DayField(label=gettext_lazy("Viimeinen päivä"), max_length=40)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        check_years(self, "day")
        return cleaned
