"""People of the programme as forms: one to be added, and one with a role and projects."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.accounts.models import RoleAssignment
from hankekori.areas.accounts.roles import DESCRIPTIONS, Role
from hankekori.areas.projects.models import Project
from hankekori.areas.rounds.recipients import is_email
from hankekori.pages.basket.form_fields import PlainText
from hankekori.pages.basket.words import said
from hankekori.pages.settings.forms import SettingsForm
from hankekori.pages.settings.people_saving import person_values


class RoleField(forms.TypedChoiceField):
    """A role by its name in the reader's language."""

    def __init__(self) -> None:
        super().__init__(
            label=gettext_lazy("Rooli"),
            coerce=Role,
            choices=lambda: [(role.value, said(described.name)) for role, described in DESCRIPTIONS.items()],
        )


class NewPersonForm(SettingsForm):
    """Somebody to be added: an e-mail address, a name and a role."""

    email = PlainText(
        label=gettext_lazy("Sähköposti"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    name = PlainText(
        label=gettext_lazy("Nimi"), max_length=150, required=False,
        help_text=gettext_lazy("Tarvitaan, jos osoitteella ei ole vielä tunnusta."),
    )  # fmt: skip
    role = RoleField()

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if not is_email(email):
            raise ValidationError(
                _("”%(email)s” ei ole sähköpostiosoite. Kirjoita esimerkiksi nimi@example.org.") % {"email": email}
            )
        return email


class PersonForm(SettingsForm):
    """A person's role, and for a reporter the projects they report."""

    role = RoleField()
    projects = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Hankkeet, jotka raportoija raportoi"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Koskee vain hankkeen raportoijaa. Muut roolit eivät tarvitse valintoja."),
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        assignment: RoleAssignment,
        reported: Sequence[Project],
        projects: Iterable[Project],
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        choice: Any = self.fields["projects"]
        choice.choices = [(each.pk, f"{each.code} {each.name}" if each.code else each.name) for each in projects]
        if not choice.choices:
            del self.fields["projects"]
        self.open_with(person_values(assignment, reported))
