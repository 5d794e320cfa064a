"""Writing users and the roles they have."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import datetime, timedelta

from hankekori.areas.accounts.models import PasswordLink, RoleAssignment, User
from hankekori.areas.accounts.queries import open_password_link, user_with_email
from hankekori.areas.accounts.roles import Role
from hankekori.areas.errors import DomainError, EmptyFieldError
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated

PASSWORD_LINK_DAYS = 7


class EmailTakenError(DomainError):
    """Somebody has the e-mail address already."""

    def __init__(self, email: str) -> None:
        super().__init__(_EMAIL_TAKEN.filled(email=email), field="email")


class PasswordLinkClosedError(DomainError):
    """A link to choose a password that has been used, replaced or left too long."""

    def __init__(self) -> None:
        super().__init__(_LINK_CLOSED)


class LastCoordinatorError(DomainError):
    """Without a coordinator nobody could change anything in the programme, not even name a new one."""

    def __init__(self) -> None:
        super().__init__(_LAST_COORDINATOR, field="role")


@action("accounts.create_user")
def create_user(
    *,
    by: User | None,
    now: datetime,
    email: str,
    name: str,
    password: str | None = None,
    is_administrator: bool = False,
) -> User:
    """Create a user; without a password the account cannot log in until one is set."""
    if not name.strip():
        raise EmptyFieldError("name")
    if not email.strip():
        raise EmptyFieldError("email")
    if user_with_email(email):
        raise EmailTakenError(email)
    user = User.objects.create_user(email, name=name, password=password)
    if is_administrator:
        user.is_administrator = True
        user.save(update_fields=["is_administrator"])
    return user


@action("accounts.set_password")
def set_password(*, by: User | None, now: datetime, user: User, password: str) -> None:
    """Give a user a new password; the caller has checked its strength."""
    user.set_password(password)
    user.save(update_fields=["password"])


@action("accounts.create_password_link")
def create_password_link(*, by: User | None, now: datetime, user: User) -> PasswordLink:
    """Make a link by which the user chooses a password; the ones before it end."""
    PasswordLink.objects.filter(user=user, used_at=None, expires_at__gt=now).update(expires_at=now)
    return PasswordLink.objects.create(user=user, expires_at=now + timedelta(days=PASSWORD_LINK_DAYS))


@action("accounts.choose_password")
def choose_password(*, by: User | None, now: datetime, link: PasswordLink, password: str) -> None:
    """Set the password its user chose by a link, which then ends; the caller has checked the password's strength."""
    PasswordLink.objects.select_for_update().get(pk=link.pk)  # two at once come one after another
    found = open_password_link(link.token, now)
    if found is None:
        raise PasswordLinkClosedError
    found.used_at = now
    found.save(update_fields=["used_at"])
    set_password(by=found.user, now=now, user=found.user, password=password)


@action("accounts.set_active")
def set_active(*, by: User | None, now: datetime, user: User, active: bool) -> None:
    """Let a user in or keep them out; what they did stays in the history."""
    user.is_active = active
    user.save(update_fields=["is_active"])


@action("accounts.set_role")
def set_role(*, by: User | None, now: datetime, user: User, programme: Programme, role: Role) -> RoleAssignment:
    """Give a user a role in a programme; it takes the place of the one they had."""
    if role is not Role.COORDINATOR:
        _keep_coordinator(programme, user)
    assignment, _ = RoleAssignment.objects.update_or_create(programme=programme, user=user, defaults={"role": role})
    return assignment


@action("accounts.remove_role")
def remove_role(*, by: User | None, now: datetime, user: User, programme: Programme) -> None:
    """Take a user's role in a programme away."""
    _keep_coordinator(programme, user)
    RoleAssignment.objects.filter(programme=programme, user=user).delete()


def _keep_coordinator(programme: Programme, user: User) -> None:
    """Refuse to take the role of the last coordinator who can log in; two who leave at once wait for each other."""
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    coordinators = RoleAssignment.objects.filter(programme=programme, role=Role.COORDINATOR, user__is_active=True)
    if set(coordinators.values_list("user", flat=True)) == {user.pk}:
        raise LastCoordinatorError


_EMAIL_TAKEN = Translated(
    fi="Sähköpostiosoitteella {email} on jo käyttäjä.",
    sv="Det finns redan en användare med e-postadressen {email}.",
    en="There is already a user with the e-mail address {email}.",
)
_LAST_COORDINATOR = Translated(
    fi="Ohjelmassa pitää olla koordinaattori. Anna rooli ensin jollekulle toiselle.",
    sv="Programmet måste ha en koordinator. Ge rollen först åt någon annan.",
    en="The programme must have a coordinator. Give the role to somebody else first.",
)
_LINK_CLOSED = Translated(
    fi="Linkki ei ole enää voimassa: se on käytetty, korvattu uudella tai vanhentunut. Pyydä ohjelmatoimistosta uusi.",
    sv="Länken gäller inte längre: den har använts, ersatts med en ny eller blivit för gammal. "
    "Be programbyrån om en ny.",
    en="The link is no longer valid: it has been used, replaced by a newer one, or is too old. "
    "Ask the programme office for a new one.",
)
