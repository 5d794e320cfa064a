"""`users`: who may log in, and in which role."""

from datetime import UTC, datetime

import click

from hankekori.areas.accounts import queries
from hankekori.areas.accounts.actions import create_user, set_role
from hankekori.areas.accounts.roles import Role
from hankekori.areas.errors import DomainError
from hankekori.cli.shell import database, programme_named


@click.group()
def users() -> None:
    """Add users, give them roles, list them."""


@users.command("list")
@click.option("--programme", "slug", help="Only the users of this programme.")
def list_users(slug: str | None) -> None:
    """List users with their roles."""
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
@click.option("--role", type=click.Choice([role.value for role in Role]), help="Role in the programme.")
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
      hankekori users add coordinator@example.org --name "Programme office" --programme heinola --role coordinator
    """  # noqa: D301 - \b keeps click from wrapping the example
    if (slug is None) != (role is None):
        raise click.UsageError("--programme and --role belong together.")
    with database():
        now = datetime.now(UTC)
        try:
            user = create_user(
                by=None, now=now, email=email, name=name, password=password, is_administrator=administrator
            )
        except DomainError as error:
            raise click.ClickException(error.message.in_language(language)) from error
        if slug and role:
            set_role(by=None, now=now, programme=programme_named(slug), user=user, role=Role(role))
        click.echo(f"{user.email} can log in.")
