"""Pages a person has named: kept by user and programme, and offered to every reader where the person wants it."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError, EmptyFieldError
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated
from hankekori.pages.door import DAY_PARAMS
from hankekori.pages.models import SavedView
from hankekori.web.paging import PAGE_PARAM

LONGEST_NAME, LONGEST_QUERY = 80, 2000
_NOT_KEPT = (PAGE_PARAM, "muoto", "hanke", *DAY_PARAMS)


class ViewTooLongError(DomainError):
    """A name or an address that does not fit."""

    def __init__(self, field: str) -> None:
        super().__init__(_TOO_LONG, field=field)


def views_of(user: User, programme: Programme, page: SavedView.Page) -> QuerySet[SavedView]:
    """List what the person has named on the page, and what others have named for every reader."""
    found = SavedView.objects.filter(Q(user=user) | Q(shared=True), programme=programme, page=page)
    return found.select_related("user").order_by("name", "id")


def list_query(query: str) -> str:
    """Keep filters, columns and order of a list's address, not the page of it nor what was left empty."""
    params = QueryDict(query, mutable=True)
    for name in _NOT_KEPT:
        params.pop(name, None)
    filled = [(name, value) for name, values in params.lists() for value in values if value.strip()]
    return urlencode(filled)


@action("pages.save_view")
def save_view(
    *, by: User, now: datetime, programme: Programme, page: SavedView.Page, name: str, query: str, shared: bool = False
) -> SavedView:
    """Keep the query of a page under a name; the same name again takes the new one."""
    name = name.replace("\0", "").strip()
    if not name:
        raise EmptyFieldError("name")
    if len(name) > LONGEST_NAME or len(query) > LONGEST_QUERY:
        raise ViewTooLongError("name")
    saved, _ = SavedView.objects.update_or_create(
        programme=programme, user=by, page=page, name=name, defaults={"query": query, "shared": shared}
    )
    return saved


@action("pages.delete_view")
def delete_view(*, by: User, now: datetime, programme: Programme, key: int) -> None:
    """Forget a view of the person's own; one that is not there changes nothing."""
    SavedView.objects.filter(programme=programme, user=by, pk=key).delete()


_TOO_LONG = Translated(
    fi="Näkymän nimi on enintään 80 merkkiä, eikä rajauksia voi olla näin montaa.",
    sv="Vyns namn är högst 80 tecken långt, och avgränsningarna kan inte vara så här många.",
    en="The name of a view is at most 80 characters long, and there cannot be this many filters.",
)
