"""Reading municipalities, regions and authorities."""

from collections.abc import Iterable

from django.db.models import F, Q, QuerySet

from hankekori.areas.regions.models import Authority, Municipality, Region


def regions() -> QuerySet[Region]:
    return Region.objects.order_by("code")


def municipalities_named(names: Iterable[str]) -> dict[str, Municipality]:
    """Find municipalities by their Finnish or Swedish names, whatever the case; the valid one before an ended one."""
    wanted = {name.strip().casefold(): name for name in names if name.strip()}
    exact = Q()
    for name in wanted.values():
        exact |= Q(name_fi__iexact=name.strip()) | Q(name_sv__iexact=name.strip())
    if not wanted:
        return {}
    found: dict[str, Municipality] = {}
    for municipality in Municipality.objects.filter(exact).order_by(F("valid_to").desc(nulls_first=True), "code"):
        for name in (municipality.name_sv, municipality.name_fi):
            if written := wanted.get(name.casefold()):
                found.setdefault(written, municipality)
    return found


def municipalities_with_codes(codes: Iterable[str]) -> dict[str, Municipality]:
    """Find municipalities by their three-digit codes."""
    return {row.code: row for row in Municipality.objects.filter(code__in=set(codes)).order_by("code")}


def authority_named(name: str) -> Authority | None:
    return Authority.objects.filter(name__iexact=name.strip()).first()
