"""Reading municipalities, regions and authorities."""

from collections.abc import Iterable

from django.db.models import QuerySet

from hankekori.areas.regions.models import Municipality, Region
from hankekori.core.texts import Translated


def regions() -> QuerySet[Region]:
    return Region.objects.order_by("code")


def municipalities_with_codes(codes: Iterable[str]) -> dict[str, Municipality]:
    """Find municipalities by their three-digit codes."""
    return {row.code: row for row in Municipality.objects.filter(code__in=set(codes)).order_by("code")}


def municipality_names() -> list[Translated]:
    """Name every municipality that is still there, in the alphabet."""
    rows = Municipality.objects.filter(valid_to=None).order_by("name_fi", "code")
    return [Translated(fi, sv) for fi, sv in rows.values_list("name_fi", "name_sv")]
