"""Writing users and the roles they have."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import datetime

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.queries import user_with_email
from hankekori.areas.accounts.roles import Role
from hankekori.areas.errors import DomainError, EmptyFieldError
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated


class EmailTakenError(DomainError):
    """Somebody has the e-mail address already."""

    def __init__(self, email: str) -> None:
        super().__init__(_EMAIL_TAKEN.filled(email=email), field="email")


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


@action("accounts.set_active")
def set_active(*, by: User | None, now: datetime, user: User, active: bool) -> None:
    """Let a user in or keep them out; what they did stays in the history."""
    user.is_active = active
    user.save(update_fields=["is_active"])


@action("accounts.set_role")
def set_role(*, by: User | None, now: datetime, user: User, programme: Programme, role: Role) -> RoleAssignment:
    """Give a user a role in a programme; it takes the place of the one they had."""
    assignment, _ = RoleAssignment.objects.update_or_create(programme=programme, user=user, defaults={"role": role})
    return assignment


@action("accounts.remove_role")
def remove_role(*, by: User | None, now: datetime, user: User, programme: Programme) -> None:
    """Take a user's role in a programme away."""
    RoleAssignment.objects.filter(programme=programme, user=user).delete()


_EMAIL_TAKEN = Translated(
    fi="Sähköpostiosoitteella {email} on jo käyttäjä.",
    sv="Det finns redan en användare med e-postadressen {email}.",
    en="There is already a user with the e-mail address {email}.",
)
