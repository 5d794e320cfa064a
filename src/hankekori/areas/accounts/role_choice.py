"""The roles a visitor may try in the demo, without a password."""

from dataclasses import dataclass

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.roles import DESCRIPTIONS, Role
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class DemoRole:
    """A demo user with what their role is called and may do."""

    assignment_id: int
    user: User
    programme_slug: str
    role: Role
    name: Translated
    may: Translated


def demo_roles() -> list[DemoRole]:
    """List the roles of the demo programme, in the order of the roles; one query."""
    assignments = RoleAssignment.objects.select_related("user", "programme").filter(
        programme__example_data=True, user__email__endswith="@example.org"
    )
    order = list(Role)
    return [_demo_role(each) for each in sorted(assignments, key=lambda each: (order.index(Role(each.role)), each.pk))]


def _demo_role(assignment: RoleAssignment) -> DemoRole:
    role = Role(assignment.role)
    description = DESCRIPTIONS[role]
    return DemoRole(
        assignment_id=assignment.pk,
        user=assignment.user,
        programme_slug=assignment.programme.slug,
        role=role,
        name=description.name,
        may=description.may,
    )
