"""Choosing a password by the link that came by mail."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from hankekori.areas.accounts.actions import PasswordLinkClosedError, choose_password
from hankekori.areas.accounts.models import PasswordLink, User
from hankekori.areas.accounts.queries import open_password_link
from hankekori.areas.mail.signed_tokens import read_token
from hankekori.pages.basket.words import said


class PasswordForm(SetPasswordForm[User]):
    """A new password, twice."""

    error_messages = {"password_mismatch": gettext_lazy("Salasanat eivät ole samat. Kirjoita sama molempiin kenttiin.")}

    new_password1 = forms.CharField(
        label=gettext_lazy("Salasana"), strip=False, max_length=4096,
        help_text=gettext_lazy("Vähintään 12 merkkiä. Muutama sana peräkkäin on hyvä salasana."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "autofocus": True}),
    )  # fmt: skip
    new_password2 = forms.CharField(
        label=gettext_lazy("Salasana uudelleen"), strip=False, max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip


@never_cache
@sensitive_post_parameters()
def choose(request: HttpRequest, token: str) -> HttpResponseBase:
    """Let the holder of the link choose a password once; a link that does not open says what to do."""
    try:
        link = _link(token)
        form = PasswordForm(link.user, request.POST or None)
        if form.is_valid():
            password = form.cleaned_data["new_password1"]
            choose_password(by=link.user, now=timezone.now(), link=link, password=password)
            messages.success(request, _("Salasana on tallennettu. Kirjaudu sillä."))
            return redirect("login")
    except PasswordLinkClosedError as error:
        return render(request, "entrance/password_link_closed.html", {"why": said(error.message)}, status=410)
    context: dict[str, Any] = {"form": form, "email": link.user.email}
    return render(request, "entrance/password.html", context, status=422 if form.errors else 200)


def _link(signed: str) -> PasswordLink:
    token = read_token(signed)
    found = open_password_link(token, timezone.now()) if token else None
    if found is None:
        raise PasswordLinkClosedError
    return found
