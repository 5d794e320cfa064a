"""Reading who may do what in which programme."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from hankekori.areas.accounts.models import PasswordLink, RoleAssignment, User
from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.programmes.models import Programme


def user_with_email(email: str) -> User | None:
    return User.objects.filter(email__iexact=email).first()


def open_password_link(token: UUID, now: datetime) -> PasswordLink | None:
    """Give the link with its user, unless it is used or its time is over or the account is closed."""
    links = PasswordLink.objects.filter(token=token, used_at=None, expires_at__gt=now, user__is_active=True)
    return links.select_related("user").first()


def users() -> QuerySet[User]:
    """List the users of the installation by name."""
    return User.objects.order_by("name", "id")


def people_of(programme: Programme) -> QuerySet[RoleAssignment]:
    """List who has a role in a programme."""
    roles = RoleAssignment.objects.filter(programme=programme).select_related("user")
    return roles.order_by("role", "user__name", "id")


def roles_of(user: User) -> QuerySet[RoleAssignment]:
    """List a user's roles with their programmes; being an administrator gives none."""
    roles = RoleAssignment.objects.filter(user=user).select_related("programme")
    return roles.order_by("programme__name_fi", "id")


def role_in(user: User, programme: Programme) -> Role | None:
    """Give the user's role in a programme; an inactive user has none."""
    if not user.is_active:
        return None
    found = RoleAssignment.objects.filter(programme=programme, user=user).values_list("role", flat=True).first()
    return Role(found) if found else None


def permissions(user: User, programme: Programme) -> frozenset[Permission]:
    """Give what the user may do in a programme; an outsider, an administrator too, may do nothing."""
    role = role_in(user, programme)
    return permissions_of(role) if role else frozenset()
