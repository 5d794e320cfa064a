import pytest

from hankekori.areas.accounts.actions import (
    EmailTakenError,
    create_user,
    remove_role,
    set_active,
    set_password,
    set_role,
)
from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.queries import (
    people_of,
    permissions,
    role_in,
    roles_of,
    user_with_email,
    users,
)
from hankekori.areas.accounts.roles import Permission, Role
from hankekori.areas.errors import EmptyFieldError
from tests.builders import NOW, a_cast, a_programme, a_user

pytestmark = pytest.mark.django_db
WORDS = "pitkä ja oma salasana"
NOBODY = {"by": None, "now": NOW}


@pytest.fixture
def programme():
    return a_programme()


def test_a_user_is_made_and_can_log_in_once_there_is_a_password():
    user = create_user(**NOBODY, email="uusi@example.org", name="Uusi")
    assert not user.has_usable_password()
    set_password(**NOBODY, user=user, password=WORDS)
    assert user_with_email("UUSI@example.org").check_password(WORDS)
    assert list(users()) == [user]


def test_a_user_that_cannot_be_is_refused():
    create_user(**NOBODY, email="uusi@example.org", name="Uusi")
    with pytest.raises(EmailTakenError):
        create_user(**NOBODY, email="Uusi@Example.org", name="Toinen")
    for missing in ({"email": " ", "name": "Nimi"}, {"email": "x@example.org", "name": ""}):
        with pytest.raises(EmptyFieldError):
            create_user(**NOBODY, **missing)
    assert User.objects.count() == 1


def test_the_password_is_not_in_the_history():
    user = create_user(**NOBODY, email="uusi@example.org", name="Uusi", password=WORDS)
    assert not hasattr(user.events.get(), "password")


def test_a_role_takes_the_place_of_the_one_before(programme):
    user = a_user()
    for role in (Role.MEMBER, Role.ADVISER):
        set_role(**NOBODY, user=user, programme=programme, role=role)
    assert role_in(user, programme) is Role.ADVISER
    remove_role(**NOBODY, user=user, programme=programme)
    assert role_in(user, programme) is None
    labels = RoleAssignment.pgh_event_model.objects.order_by("pgh_id").values_list("pgh_label", flat=True)
    assert list(labels) == ["insert", "update", "delete"]


def test_the_cast_may_what_their_roles_may(programme):
    cast = a_cast(programme)
    assert permissions(cast.officer, programme) == frozenset(Permission)
    reads_and_votes = {Permission.READ_FIGURES, Permission.READ_MEETINGS, Permission.DECIDE}
    assert permissions(cast.member, programme) == reads_and_votes
    assert permissions(cast.outsider, programme) == frozenset()
    assert {each.user for each in people_of(programme)} == {cast.officer, cast.member}


def test_a_role_in_one_programme_gives_nothing_in_another(programme):
    officer = a_cast(programme).officer
    assert permissions(officer, a_programme()) == frozenset()
    assert [each.programme for each in roles_of(officer)] == [programme]


def test_an_administrator_has_no_programme_data(programme):
    administrator = create_user(**NOBODY, email="yllapito@example.org", name="Ylläpito", is_administrator=True)
    assert administrator.is_administrator
    assert permissions(administrator, programme) == frozenset()
    assert not roles_of(administrator).exists()


def test_an_inactive_user_may_nothing(programme):
    officer = a_cast(programme).officer
    set_active(**NOBODY, user=officer, active=False)
    assert permissions(officer, programme) == frozenset()
