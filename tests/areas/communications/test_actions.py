"""The communication plan: one version is prepared at a time, the approved ones stand."""

from datetime import date

import pytest

from hankekori.areas.communications import actions
from hankekori.areas.communications.errors import AdoptedError, InPreparationError, NothingWrittenError, OnAgendaError
from hankekori.areas.communications.queries import plan_in_force, plan_in_preparation, versions_of
from hankekori.areas.identity_wall import IdentityCodeError
from hankekori.areas.steering.models import AgendaItem, Meeting
from tests import builders

pytestmark = pytest.mark.django_db
BY = {"by": None, "now": builders.NOW}
DAY = date(2012, 4, 30)


@pytest.fixture
def programme():
    return builders.a_programme()


def prepare(programme, audiences="Kunnat ja yritykset"):
    plan = actions.new_version(**BY, programme=programme)
    return actions.save_plan(**BY, plan=plan, audiences=audiences, messages="", channels="", actions="Kirje")


def adopt(plan, day=DAY):
    return actions.adopt_plan(**BY, plan=plan, adopted_on=day)


def test_first_version_is_empty_and_the_next_a_copy_of_the_one_in_force(programme):
    first = actions.new_version(**BY, programme=programme)
    assert (first.number, first.audiences) == (1, "")
    assert plan_in_force(programme) is None
    adopt(actions.save_plan(**BY, plan=first, audiences="Kunnat", messages="Työ", channels="Lehti", actions="Kirje"))
    second = actions.new_version(**BY, programme=programme)

    assert (second.number, second.adopted_on) == (2, None)
    assert (second.audiences, second.messages, second.channels, second.actions) == ("Kunnat", "Työ", "Lehti", "Kirje")
    assert plan_in_force(programme) == first
    assert plan_in_preparation(programme) == second
    assert list(versions_of(programme)) == [second, first]


def test_one_version_is_prepared_at_a_time(programme):
    prepare(programme)
    with pytest.raises(InPreparationError):
        actions.new_version(**BY, programme=programme)
    prepare(builders.a_programme())


def test_approved_version_is_in_force_and_never_changes(programme):
    plan = adopt(prepare(programme))
    assert plan_in_force(programme).adopted_on == DAY
    assert plan_in_preparation(programme) is None
    with pytest.raises(AdoptedError):
        actions.save_plan(**BY, plan=plan, audiences="", messages="", channels="", actions="")
    with pytest.raises(AdoptedError):
        adopt(plan)
    with pytest.raises(AdoptedError):
        actions.remove_plan(**BY, plan=plan)


def test_plan_in_force_is_that_of_the_day(programme):
    first = adopt(prepare(programme), date(2010, 1, 1))
    second = adopt(prepare(programme), date(2011, 1, 1))
    assert plan_in_force(programme) == second
    assert plan_in_force(programme, as_of=date(2010, 6, 1)) == first
    assert plan_in_force(programme, as_of=date(2009, 6, 1)) is None


def test_empty_version_is_not_approved(programme):
    with pytest.raises(NothingWrittenError):
        adopt(actions.new_version(**BY, programme=programme))


def test_identity_code_is_refused(programme):
    with pytest.raises(IdentityCodeError):
        prepare(programme, "Tunnus 010594Y9021")


def test_version_is_given_up_unless_a_meeting_deals_with_it(programme):
    actions.remove_plan(**BY, plan=prepare(programme))
    assert not versions_of(programme).exists()
    plan = prepare(programme)
    body = programme.bodies.create(name_fi="Työryhmä", quorum_rule="none", set_up_on=date(2009, 1, 1))
    meeting = Meeting.objects.create(
        programme=programme, body=body, number=1, starts_at=builders.NOW, ends_at=builders.NOW.replace(hour=11)
    )
    AgendaItem.objects.create(
        programme=programme, meeting=meeting, kind="communication_plan", position=1, title="a", communication_plan=plan
    )
    with pytest.raises(OnAgendaError):
        actions.remove_plan(**BY, plan=plan)
    assert plan_in_preparation(programme) == plan
