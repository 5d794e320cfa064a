"""Asetukset: which role hears by mail of which event."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import DESCRIPTIONS as ROLES
from hankekori.areas.accounts.roles import Permission
from hankekori.areas.mail.events import DESCRIPTIONS as EVENTS
from hankekori.areas.mail.queries import RuleShown, notification_rules
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.settings.forms import SettingsForm
from hankekori.pages.settings.frame import frame
from hankekori.pages.settings.notification_saving import save_notifications, told_of


class NotificationsForm(SettingsForm):
    """The roles told of each event; a role that may not hear of it is not offered."""

    def __init__(self, *args: Any, rules: Iterable[RuleShown], **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        for event, described in EVENTS.items():
            self.fields[event.value] = forms.MultipleChoiceField(
                label=said(described.name),
                help_text=said(described.explanation),
                required=False,
                choices=[(role.value, said(ROLES[role].name)) for role in described.roles],
                widget=forms.CheckboxSelectMultiple,
            )
        self.open_with(told_of(rules))


@programme_page(Permission.EDIT_PLAN)
def notifications(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    form = NotificationsForm(request.POST or None, rules=notification_rules(door.programme))
    if form.saved(
        lambda now: save_notifications(
            by=door.user, now=now, programme=door.programme, values=form.values, seen=form.seen
        )
    ):
        messages.success(request, _("Ilmoitukset tallennettiin."))
        return redirect(door.url("settings-notifications"))
    return render(request, "settings/notifications.html", {**frame(request, door), "form": form}, status=form.status)
