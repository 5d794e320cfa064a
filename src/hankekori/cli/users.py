"""`users`: who may log in, and in which role."""

from datetime import UTC, datetime

import click
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import override

from hankekori.areas.accounts import queries
from hankekori.areas.accounts.actions import create_user, remove_role, set_active, set_password, set_role
from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.roles import Role
from hankekori.cli.shell import database, programme_named

_ROLE = click.Choice([role.value for role in Role])


@click.group()
def users() -> None:
    """Add users, give them roles, list them.

    \b
    Examples:
      hankekori users list --programme heinola
      hankekori users add officer@example.org --name "Programme office" --programme heinola --role coordinator
    """  # noqa: D301 - \b keeps click from wrapping the examples


@users.command("list")
@click.option("--programme", "slug", help="Only the users of this programme.")
def list_users(slug: str | None) -> None:
    """List users with their roles.

    \b
    Examples:
      hankekori users list
      hankekori users list --programme heinola
    """  # noqa: D301 - \b keeps click from wrapping the examples
    with database():
        if slug:
            for assignment in queries.people_of(programme_named(slug)):
                click.echo(f"{assignment.user.email}\t{assignment.user.name}\t{assignment.role}")
        else:
            for user in queries.users():
                click.echo(f"{user.email}\t{user.name}\t{'administrator' if user.is_administrator else ''}")


@users.command()
@click.argument("email")
@click.option("--name", required=True, help="Name shown to others.")
@click.option("--programme", "slug", help="Programme to give a role in.")
@click.option("--role", type=_ROLE, help="Role in the programme.")
@click.option("--administrator", is_flag=True, help="Administrator of the installation; gives no programme data.")
@click.password_option(help="Asked for when not given.")
@click.pass_obj
def add(
    language: str,
    *,
    email: str,
    name: str,
    slug: str | None,
    role: str | None,
    password: str,
    administrator: bool,
) -> None:
    """Add a user.

    \b
    Example:
      hankekori users add officer@example.org --name "Programme office" --programme heinola --role coordinator
    """  # noqa: D301 - \b keeps click from wrapping the example
    if (slug is None) != (role is None):
        raise click.UsageError("--programme and --role belong together.")
    with database():
        programme = programme_named(slug) if slug else None
        _check(password, language)
        now = datetime.now(UTC)
        user = create_user(by=None, now=now, email=email, name=name, password=password, is_administrator=administrator)
        if programme and role:
            set_role(by=None, now=now, programme=programme, user=user, role=Role(role))
        click.echo(f"{user.email} can log in.")


@users.command("role")
@click.argument("email")
@click.option("--programme", "slug", required=True, help="Programme to give the role in.")
@click.option(
    "--role", type=click.Choice([*_ROLE.choices, "none"]), required=True, help="The role; none takes it away."
)
def give_role(email: str, slug: str, role: str) -> None:
    """Give a user a role in a programme; it takes the place of the one they had.

    \b
    Examples:
      hankekori users role member@example.org --programme heinola --role member
      hankekori users role member@example.org --programme heinola --role none
    """  # noqa: D301 - \b keeps click from wrapping the examples
    with database():
        programme, user, now = programme_named(slug), _user(email), datetime.now(UTC)
        if role == "none":
            remove_role(by=None, now=now, user=user, programme=programme)
        else:
            set_role(by=None, now=now, user=user, programme=programme, role=Role(role))
        click.echo(f"{user.email} in '{programme.slug}': {role}.")


@users.command("password")
@click.argument("email")
@click.password_option(help="Asked for when not given.")
@click.pass_obj
def new_password(language: str, *, email: str, password: str) -> None:
    """Give a user a new password.

    \b
    Example:
      hankekori users password member@example.org
    """  # noqa: D301 - \b keeps click from wrapping the example
    with database():
        user = _user(email)
        _check(password, language)
        set_password(by=None, now=datetime.now(UTC), user=user, password=password)
        click.echo(f"{user.email} has a new password.")


@users.command()
@click.argument("email")
@click.option("--again", is_flag=True, help="Let them in again.")
def close(email: str, *, again: bool) -> None:
    """Keep a user out; what they did stays in the history.

    \b
    Examples:
      hankekori users close member@example.org
      hankekori users close --again member@example.org
    """  # noqa: D301 - \b keeps click from wrapping the examples
    with database():
        user = _user(email)
        set_active(by=None, now=datetime.now(UTC), user=user, active=again)
        click.echo(f"{user.email} {'can log in again' if again else 'can no longer log in'}.")


def _user(email: str) -> User:
    if user := queries.user_with_email(email):
        return user
    raise click.ClickException(f"There is no user {email}. See them all: hankekori users list")


def _check(password: str, language: str) -> None:
    try:
        with override(language):
            validate_password(password)
    except ValidationError as error:
        raise click.ClickException(" ".join(error.messages)) from error
