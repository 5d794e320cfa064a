"""Actions: one transaction each, and every row they change is kept in the history under the action's name."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from hankekori.areas.identity_wall import told_in_words


def action[**P, R](name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Run the function, whose keywords include `by`, as the named action; see recorded_as."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            by = kwargs.get("by")
            with recorded_as(name, by if isinstance(by, AbstractBaseUser) else None):
                return function(*args, **kwargs)

        return run

    return decorate


@contextmanager
def recorded_as(name: str, by: AbstractBaseUser | None) -> Iterator[None]:
    """Make one transaction of what follows, kept in the history with the action's name and the user's id.

    An action called by another action is kept under the name of the outermost, which is what the user did.
    """
    with told_in_words(), transaction.atomic():
        if _inside.get():
            yield
            return
        token = _inside.set(True)
        try:
            with pghistory.context(action=name, user=by.pk if by else None):
                yield
        finally:
            _inside.reset(token)


def note(**said: str) -> None:
    """Keep something beside all that the running action changes, for example the reason for it."""
    pghistory.context(**said)


_inside: ContextVar[bool] = ContextVar("inside_an_action", default=False)
