"""What the commands that use the database share."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click
from django.core.management import call_command
from django.db import InterfaceError, NotSupportedError, OperationalError, ProgrammingError, connection
from django.db.migrations.executor import MigrationExecutor
from psycopg.errors import InsufficientPrivilege

from hankekori.areas.errors import DomainError
from hankekori.areas.programmes.models import Programme


@contextmanager
def database() -> Iterator[None]:
    """Bring the schema up to date; what is refused and a database that cannot be used are told in one sentence."""
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0)
        yield
    except DomainError as error:
        raise click.ClickException(error.message.in_language(click.get_current_context().obj)) from error
    except (OperationalError, InterfaceError, NotSupportedError) as error:
        raise click.ClickException(_sentence(error)) from error
    except ProgrammingError as error:
        if isinstance(error.__cause__, InsufficientPrivilege):
            raise click.ClickException(_sentence(error)) from error
        raise


def _sentence(error: Exception) -> str:
    said = " ".join(str(error).split())
    hint = " Check DATABASE_URL." if os.environ.get("DATABASE_URL") else ""
    return f"The database cannot be used. {said[:1].upper()}{said[1:].rstrip('?.')}.{hint}"


def programme_named(slug: str) -> Programme:
    """Return the programme, or say which ones there are."""
    programme = Programme.objects.filter(slug=slug).first()
    if programme is None:
        known = ", ".join(Programme.objects.order_by("slug").values_list("slug", flat=True)) or "none yet"
        raise click.ClickException(f"There is no programme '{slug}'. Programmes here: {known}.")
    return programme


def data_dir() -> Path:
    return Path(os.environ.get("HANKEKORI_DATA_DIR", "var")).absolute()


DAY = click.DateTime(["%Y-%m-%d", "%d.%m.%Y"])  # 2012-04-30 or 30.4.2012


def day_of(value: datetime | None) -> date | None:
    return value.date() if value else None
