"""Inserts many rows of a model by PostgreSQL's COPY: several times quicker than the ORM, same history."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models


def copy_rows(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert rows given by column name and return their ids in order; a column left out gets the field's default.

    Values go in as they are: whole numbers, texts, days, lists for JSON. Part of an action's transaction.
    """
    if not rows:
        return []
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]  # noqa: SLF001 - documented
    table = connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001 - documented
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in (model._meta.pk, *fields))  # noqa: SLF001 - documented
    ids = _new_ids(table, len(rows))
    names = [str(field.column) for field in fields]
    defaults = {name: _plain(field.get_default()) for name, field in zip(names, fields, strict=True)}
    with connection.cursor() as cursor:
        _tell_history(cursor)
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for key, row in zip(ids, rows, strict=True):
                copy.write_row((key, *_ordered(row, names, defaults)))
    return ids


def _ordered(row: Mapping[str, Any], names: Iterable[str], defaults: Mapping[str, Any]) -> Iterable[Any]:
    return (_plain(row[name]) if name in row else defaults[name] for name in names)


def _plain(value: Any) -> Any:  # noqa: ANN401 - any column's value
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


def _new_ids(table: str, count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count])
        return [key for (key,) in cursor.fetchall()]


def _tell_history(cursor: Any) -> None:  # noqa: ANN401 - Django's cursor
    """Run a statement that pghistory attaches its context to; it then holds for the transaction, COPY included."""
    cursor.execute("SHOW transaction_isolation")
