"""Claims of a sheet into their chains: the same run shows what would happen and does it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Literal

from django.db import transaction

from hankekori.areas.accounts.models import User
from hankekori.areas.claims.actions import save_claim
from hankekori.areas.claims.queries import claims_of
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.texts import Translated
from hankekori.exchange.claim_columns import CLAIM_COLUMNS
from hankekori.exchange.claim_sheets import ClaimLine

type Outcome = Literal["added", "changed", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class ImportedClaim:
    """What becomes of a line."""

    line: ClaimLine
    outcome: Outcome
    serial: int | None = None  # of the claim; None when refused
    reason: Translated | None = None  # why it is refused


@action("exchange.import_claims")
def import_claims(
    *, by: User | None, now: datetime, programme: Programme, lines: Iterable[ClaimLine], is_trial: bool
) -> tuple[ImportedClaim, ...]:
    """Save the lines in the order of their periods; a trial tells what would become of each and keeps nothing.

    A line whose period ends when that of a claim does corrects it, a later one is added to the chain. What the chain
    refuses is left out with its reason, the rest goes in.
    """
    projects = {row.code: row for row in Project.objects.filter(programme=programme, code__isnull=False)}
    in_order = sorted(lines, key=lambda line: (line.values["project"], line.values["period_end"]))
    done = tuple(_import(by, now, line, projects.get(line.values["project"])) for line in in_order)
    if is_trial:
        transaction.set_rollback(True)
    return done


def _import(by: User | None, now: datetime, line: ClaimLine, project: Project | None) -> ImportedClaim:
    if project is None:
        return ImportedClaim(line, "refused", reason=_NO_PROJECT)
    fields, claims = _fields(line.values), list(claims_of(project))
    earlier = [row.period_end for row in claims if row.period_end < fields["period_end"]]
    start = earlier[-1] + timedelta(days=1) if earlier else project.start
    if fields.get("stated_start") == start:
        fields["stated_start"] = None
    found = next((row for row in claims if row.period_end == fields["period_end"]), None)
    if found and all(getattr(found, name) == value for name, value in fields.items()):
        return ImportedClaim(line, "unchanged", found.serial)
    try:
        with transaction.atomic():
            saved = save_claim(by=by, now=now, project=project, serial=found.serial if found else None, **fields)
    except DomainError as error:
        return ImportedClaim(line, "refused", reason=error.message)
    return ImportedClaim(line, "changed" if found else "added", saved.serial)


def _fields(values: Mapping[str, str]) -> dict[str, Any]:
    """Give the fields of a claim whose columns the sheet has; an empty cell empties the field."""
    return {name: _value(_KINDS[name], text) for name, text in values.items() if name != "project"}


def _value(kind: str, text: str) -> Any:  # noqa: ANN401 - any field's value
    if kind == "mark":
        return bool(text)
    if not text:
        return None
    if kind == "day":
        return date.fromisoformat(text)
    return int(text) if kind == "count" else Decimal(text)


_KINDS = {column.field: column.kind for column in CLAIM_COLUMNS}
_NO_PROJECT = Translated(
    "Ohjelmassa ei ole tällaista hanketta.",
    "Programmet har inget sådant projekt.",
    "The programme has no such project.",
)
