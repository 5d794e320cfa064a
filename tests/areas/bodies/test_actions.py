"""Setting up bodies, giving them duties, ending and removing them."""

from datetime import date

import pghistory.models
import pytest
from django.apps import apps

from hankekori.areas.bodies import actions
from hankekori.areas.bodies.actions import BodyDuty
from hankekori.areas.bodies.errors import (
    AnotherSteersError,
    BodyInUseError,
    BodyNameTakenError,
    DutyProjectError,
    QuorumNumberError,
    TermAheadError,
)
from hankekori.areas.bodies.models import Body, Seat
from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError, WrongOrderError
from hankekori.areas.projects.errors import UnknownChoiceError
from hankekori.areas.steering.models import Meeting
from hankekori.core.texts import Translated
from tests import builders

pytestmark = pytest.mark.django_db
NOW, DAY = builders.NOW, date(2012, 4, 30)


@pytest.fixture
def programme():
    return builders.a_programme()


@pytest.fixture
def body(programme):
    return builders.a_body(programme, name_fi="Työryhmä", set_up_on=date(2009, 6, 1))


def save(programme, **fields):
    return actions.save_body(by=None, now=NOW, programme=programme, **{"name": Translated("Ryhmä")} | fields)


def give(body, *duties):
    actions.set_duties(by=None, now=NOW, body=body, duties=duties)


def test_a_body_keeps_what_it_is_told(programme):
    made = save(programme, quorum_rule="number", quorum_number=4, quorum_needs_chair=False)

    kept = Body.objects.get(pk=made.pk)
    assert (kept.quorum_rule, kept.quorum_number, kept.quorum_needs_chair) == ("number", 4, False)


@pytest.mark.parametrize(
    ("fields", "error", "field"),
    [
        ({"name": Translated("  ")}, EmptyFieldError, "name_fi"),
        ({"name": Translated("Työryhmä")}, BodyNameTakenError, "name_fi"),
        ({"quorum_rule": "most"}, UnknownChoiceError, "quorum_rule"),
        ({"quorum_rule": "number"}, QuorumNumberError, "quorum_number"),
        ({"quorum_rule": "half", "quorum_number": 3}, QuorumNumberError, "quorum_number"),
    ],
)
def test_what_cannot_be_is_refused(programme, body, fields, error, field):
    with pytest.raises(error) as refused:
        save(programme, **fields)

    assert refused.value.field == field
    assert list(Body.objects.all()) == [body]


def test_two_programmes_may_name_their_bodies_alike(body):
    assert save(builders.a_programme(), name=Translated(body.name_fi)).pk != body.pk


def test_the_history_tells_by_which_action_a_body_changed(programme, body):
    user = builders.a_user()
    actions.save_body(by=user, now=NOW, programme=programme, body=body, name=Translated("Uusi nimi"))

    event = apps.get_model("bodies", "BodyEvent").objects.filter(pgh_obj=body).order_by("pgh_id").last()
    assert event.name_fi == "Uusi nimi"
    context = pghistory.models.Context.objects.get(pk=event.pgh_context_id)
    assert context.metadata == {"action": "bodies.save_body", "user": user.pk}


def test_one_body_has_several_duties_and_those_kept_stay_the_same_rows(programme, body):
    project = builders.a_project(programme)
    (steering,) = body.duties.all()
    give(body, BodyDuty("steers_programme"), BodyDuty("steers_project", project), BodyDuty("informs_authorities"))
    assert body.duties.count() == 3

    give(body, BodyDuty("steers_programme"))
    assert list(body.duties.all()) == [steering]


@pytest.mark.parametrize(("kind", "has_project"), [("steers_project", False), ("steers_programme", True)])
def test_only_steering_a_project_names_one(programme, body, kind, has_project):
    with pytest.raises(DutyProjectError):
        give(body, BodyDuty(kind, builders.a_project(programme) if has_project else None))


def test_a_duty_is_about_a_project_of_the_programme(body):
    with pytest.raises(NotInProgrammeError):
        give(body, BodyDuty("steers_project", builders.a_project(builders.a_programme())))


def test_one_body_at_a_time_steers_the_programme(programme, body):
    other = builders.a_body(programme, "informs_authorities")
    with pytest.raises(AnotherSteersError):
        give(other, BodyDuty("steers_programme"))

    actions.end_body(by=None, now=NOW, body=body, ended_on=DAY)
    give(other, BodyDuty("steers_programme"))
    with pytest.raises(AnotherSteersError):
        actions.reopen_body(by=None, now=NOW, body=body)


def test_ending_a_body_ends_the_terms_that_go_on(body):
    open_ended, long = builders.a_seat(body), builders.a_seat(body, end=date(2013, 1, 1))
    over = builders.a_seat(body, end=date(2011, 1, 1))

    actions.end_body(by=None, now=NOW, body=body, ended_on=DAY)

    ends = [Seat.objects.get(pk=seat.pk).end for seat in (open_ended, long, over)]
    assert ends == [DAY, DAY, date(2011, 1, 1)]


def test_a_body_does_not_end_before_it_began_or_before_a_term_begins(body):
    with pytest.raises(WrongOrderError):
        actions.end_body(by=None, now=NOW, body=body, ended_on=date(2009, 5, 1))
    builders.a_seat(body, person="Nimi {x}", start=date(2012, 5, 1))
    with pytest.raises(TermAheadError) as refused:
        actions.end_body(by=None, now=NOW, body=body, ended_on=DAY)
    assert "Nimi {x}" in refused.value.message.fi
    assert "1.5.2012" in refused.value.message.fi


def test_a_body_that_meets_is_not_removed(programme, body):
    seat = builders.a_seat(body)
    meeting = Meeting.objects.create(
        programme=programme, body=body, number=1, starts_at=NOW, ends_at=NOW.replace(hour=11)
    )
    with pytest.raises(BodyInUseError):
        actions.remove_body(by=None, now=NOW, body=body)
    assert Seat.objects.filter(pk=seat.pk).exists()

    meeting.delete()
    actions.remove_body(by=None, now=NOW, body=body)
    assert not Body.objects.exists()
