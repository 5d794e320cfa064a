from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.utils.translation import gettext_lazy as _


class LoginForm(AuthenticationForm):
    """E-mail and password, with sentences of our own."""

    error_messages = {
        "invalid_login": _("Sähköposti ja salasana eivät täsmää. Tarkista molemmat ja yritä uudelleen."),
        "inactive": _("Tunnus on poistettu käytöstä. Ota yhteys ohjelmatoimistoon."),
    }

    username = UsernameField(
        label=_("Sähköposti"), widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True})
    )
    password = forms.CharField(
        label=_("Salasana"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
