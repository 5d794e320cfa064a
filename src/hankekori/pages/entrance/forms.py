from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class LoginForm(AuthenticationForm):
    """E-mail and password, with sentences of our own."""

    error_messages = {
        "invalid_login": _("Sähköposti ja salasana eivät täsmää. Tarkista molemmat ja yritä uudelleen."),
        "inactive": _("Tunnus on poistettu käytöstä. Ota yhteys ohjelmatoimistoon."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Sähköposti")
        self.fields["username"].widget = forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True})
        self.fields["password"].label = _("Salasana")
