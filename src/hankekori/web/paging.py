"""Cutting a list into pages in an order that stays the same from page to page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db.models import Model, QuerySet

PAGE_PARAM = "sivu"
DEFAULT_SIZE = 50
NEAR = 1  # how many neighbours of the current page are offered by number


@dataclass(frozen=True, slots=True)
class PageOf[Row]:
    """One page of rows and where it lies in the whole."""

    rows: tuple[Row, ...]
    number: int  # from 1
    size: int
    total: int  # rows of the whole list

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def page_count(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The number of the first row shown, from 1; 0 in an empty list."""
        return (self.number - 1) * self.size + 1 if self.rows else 0

    @property
    def last(self) -> int:
        return (self.number - 1) * self.size + len(self.rows)

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.page_count else None

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """The page numbers to offer: first, last, the neighbours; None where some are left out."""
        near = range(self.number - NEAR, self.number + NEAR + 1)
        shown = sorted({1, self.page_count, *(number for number in near if 1 <= number <= self.page_count)})
        return tuple(_with_gaps(shown))


def page_of[Row: Model](rows: QuerySet[Row], params: Mapping[str, str], *, size: int = DEFAULT_SIZE) -> PageOf[Row]:
    """Cut the page asked for; a page past the end gives the last one. Two statements."""
    if not _ends_in_key(rows):
        raise ValueError("a list that is cut into pages must be ordered and its order must end in the key")
    return _cut(rows, rows.count(), params, size)


def page_of_list[Row](rows: Sequence[Row], params: Mapping[str, str], *, size: int = DEFAULT_SIZE) -> PageOf[Row]:
    """Cut the page asked for from rows that are at hand; a page past the end gives the last one."""
    return _cut(rows, len(rows), params, size)


class _Sliced[Row](Protocol):
    def __getitem__(self, part: slice, /) -> Iterable[Row]: ...


def _cut[Row](rows: _Sliced[Row], total: int, params: Mapping[str, str], size: int) -> PageOf[Row]:
    number = min(_asked(params), max(1, -(-total // size)))
    start = (number - 1) * size
    return PageOf(rows=tuple(rows[start : start + size]), number=number, size=size, total=total)


def _asked(params: Mapping[str, str]) -> int:
    text = params.get(PAGE_PARAM, "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) <= 9 else 1  # noqa: PLR2004 - no list has 10^9 pages


def _ends_in_key[Row: Model](rows: QuerySet[Row]) -> bool:
    order = rows.query.order_by
    return bool(order) and str(order[-1]).lstrip("-") in {"pk", rows.model._meta.pk.name}  # noqa: SLF001 - Django documents _meta


def _with_gaps(numbers: list[int]) -> Iterator[int | None]:
    before = 0
    for number in numbers:
        if number == before + 2:
            yield before + 1
        elif number > before + 1:
            yield None
        yield number
        before = number
