"""Which role hears of which event by mail."""

import pytest

from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.mail.events import Channel, Event
from hankekori.areas.mail.models import NotificationRule
from hankekori.areas.mail.queries import notification_rules, roles_told

PAGE = "/seutu/asetukset/ilmoitukset/"
AS_THEY_ARE = {
    "round_opened": ["reporter"], "reminder": ["reporter"], "returned": ["reporter"], "approved": ["reporter"],
    "submitted": ["coordinator"], "late": ["coordinator"], "follow_up": ["member"],
}  # fmt: skip


def seen_at(client):
    return client.get(PAGE).context["form"]["nahty"].value()


def told(programme, event):
    return roles_told(notification_rules(programme), event)


@pytest.mark.parametrize("role", Role)
def test_the_table_opens_for_those_who_may_change_the_programme(entered, programme, role):
    may = Permission.EDIT_PLAN in permissions_of(role)

    assert entered(role).get(PAGE).status_code == (200 if may else 403)
    if not may:
        assert entered(role).post(PAGE, {"late": ["member"]}).status_code == 403
        assert not NotificationRule.objects.exists()


def test_the_table_does_not_exist_for_the_outsider(outsider):
    assert (outsider.get(PAGE).status_code, outsider.post(PAGE).status_code) == (404, 404)


def test_a_role_is_told_and_another_is_not(officer, programme):
    saved = officer.post(
        PAGE, {**AS_THEY_ARE, "approved": [], "late": ["coordinator", "member"], "nahty": seen_at(officer)}
    )

    assert saved.status_code == 302
    assert told(programme, Event.APPROVED) == frozenset()
    assert told(programme, Event.LATE) == {Role.COORDINATOR, Role.MEMBER}
    assert told(programme, Event.RETURNED) == {Role.REPORTER}
    assert NotificationRule.objects.count() == 2


def test_what_is_as_by_default_leaves_no_row(officer, programme):
    NotificationRule.objects.create(programme=programme, event=Event.APPROVED, role=Role.REPORTER, channel=Channel.NONE)

    officer.post(PAGE, {**AS_THEY_ARE, "nahty": seen_at(officer)})

    assert not NotificationRule.objects.exists()


def test_a_role_that_may_not_hear_of_an_event_is_refused(officer):
    refused = officer.post(PAGE, {**AS_THEY_ARE, "returned": ["member"], "nahty": seen_at(officer)})

    assert (refused.status_code, NotificationRule.objects.count()) == (422, 0)


def test_two_at_the_table_lose_nothing(officer, programme):
    seen = seen_at(officer)
    NotificationRule.objects.create(programme=programme, event=Event.LATE, role=Role.MEMBER, channel=Channel.MAIL)

    other_event = officer.post(PAGE, {**AS_THEY_ARE, "approved": [], "nahty": seen})
    same_event = officer.post(PAGE, {**AS_THEY_ARE, "approved": [], "late": [], "nahty": seen})

    assert (other_event.status_code, same_event.status_code) == (302, 409)
    assert "Koordinaattori, Työryhmän jäsen" in same_event.content.decode()
    assert told(programme, Event.LATE) == {Role.COORDINATOR, Role.MEMBER}


def test_the_page_asks_the_database_little(officer, programme, django_assert_max_num_queries):
    with django_assert_max_num_queries(19):
        officer.get(PAGE)
