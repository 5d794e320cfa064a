"""Saving which role hears by mail of which event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.history import action
from hankekori.areas.mail.actions import set_channel
from hankekori.areas.mail.events import DESCRIPTIONS, Channel, Event
from hankekori.areas.mail.queries import RuleShown, notification_rules
from hankekori.areas.programmes.models import Programme
from hankekori.pages.basket.edits import own_edits


@action("settings.save_notifications")
def save_notifications(*, by: User, now: datetime, programme: Programme, values: Mapping[str, Any], seen: str) -> None:
    """Change who hears of what over what was seen; raises EditClashError where somebody else was quicker."""
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    current = told_of(notification_rules(programme))
    for name, roles in own_edits(seen, values, current).items():
        event = Event(name)
        for role in DESCRIPTIONS[event].roles:
            channel = Channel.MAIL if role in roles else Channel.NONE
            set_channel(by=by, now=now, programme=programme, event=event, role=role, channel=channel)


def told_of(rules: Iterable[RuleShown]) -> dict[str, list[str]]:
    """Give the roles told of each event by mail, as the form has them."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for rule in rules:
        told[rule.event.value] += [rule.role.value] * (rule.channel is Channel.MAIL)
    return dict(told)
