"""Progress of an import shown on screen while its one transaction is still open."""

from contextlib import suppress
from time import monotonic
from types import TracebackType
from typing import Self

from django.db import DEFAULT_DB_ALIAS, OperationalError, connections

_SECONDS_BETWEEN = 0.5


class ShownProgress:
    """Writes how far an import is to its draft through a connection of its own, which other pages can read at once."""

    def __init__(self, draft: int) -> None:
        self._draft = draft
        self._connection = connections.create_connection(DEFAULT_DB_ALIAS)
        self._last = float("-inf")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def __call__(self, done: int, total: int) -> None:
        """Write the counts, at most twice a second and at the end; never waits for a lock, never stops the import."""
        if done < total and monotonic() - self._last < _SECONDS_BETWEEN:
            return
        self._last = monotonic()
        with suppress(OperationalError), self._connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '200ms'")
            cursor.execute(
                "UPDATE exchange_importdraft SET done = %s, total = %s WHERE id = %s", [done, total, self._draft]
            )
