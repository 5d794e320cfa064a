"""Whole project records by field name: read for comparison, saved many at a time."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Q

from hankekori.areas.accounts.models import User
from hankekori.areas.copying import copy_rows
from hankekori.areas.history import action
from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Description, Project, ProjectMunicipality
from hankekori.areas.regions.models import Authority, Municipality

type Values = Mapping[str, Any]  # by field name: text, whole number, yes or no, day, tuple of texts, or None
type Progress = Callable[[int], None]  # told how many rows more are done

BATCH = 1_000

# The fields of Project that a record holds as they are.
OWN_FIELDS = (
    "code",
    "name",
    "kind",
    "stage",
    "fund",
    "programme_period",
    "part",
    "fund_programme",
    "axis_number",
    "axis_name",
    "objective_number",
    "objective_name",
    "project_type",
    "activity_status",
    "start",
    "end",
    "nationwide",
    "regions",
    "subregions",
    "municipality_names",
    "target_group_direct",
    "target_group_indirect",
    "summary",
    "communication_plan",
    "dissemination_plan",
    "final_report_summary",
    "equality",
    "sustainable_development",
    "partnership",
    "innovativeness",
    "website",
    "contact_name",
    "contact_title",
    "contact_email",
    "contact_phone",
    "granted_eu_state",
    "realised_eu_state",
    "planned_public",
    "realised_public",
)
# Fields that live in other tables: names of authority and implementer, the implementer's own data, municipality codes.
AUTHORITY, IMPLEMENTER, MUNICIPALITIES = "authority", "implementer", "municipalities"
BUSINESS_ID, ORGANISATION_KIND, MAY_BE_PERSON = "business_id", "organisation_kind", "implementer_may_be_person"
_NAME_LISTS = ("regions", "subregions", "municipality_names")
_EUROS = ("granted_eu_state", "realised_eu_state", "planned_public", "realised_public")


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """A project as stored, by field name."""

    id: int
    values: Values
    documents: frozenset[str] = frozenset()  # SHA-256 of the descriptions kept


@dataclass(frozen=True, slots=True)
class NewDescription:
    """An official description to keep beside its project."""

    file_name: str
    document: bytes = field(repr=False)
    sha256: str
    record: Mapping[str, object]  # docs/formats/description.schema.json


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What to write: all fields of a new project, the changed fields of a stored one."""

    id: int | None
    values: Values
    description: NewDescription | None = None


def records_by_code(programme: Programme, codes: Collection[str]) -> dict[str, ProjectRecord]:
    """Read the programme's projects that have one of the codes."""
    return {str(record.values["code"]): record for record in _records(programme, Q(code__in=list(codes)))}


def records_by_name(programme: Programme, names: Collection[str]) -> dict[str, tuple[ProjectRecord, ...]]:
    """Read the programme's projects without a code that have one of the names; a name may be borne by several."""
    found: defaultdict[str, tuple[ProjectRecord, ...]] = defaultdict(tuple)
    for record in _records(programme, Q(code__isnull=True, name__in=list(names))):
        found[str(record.values["name"])] += (record,)
    return dict(found)


@action("projects.save_records")
def save_records(
    *,
    programme: Programme,
    changes: Sequence[RecordChange],
    by: User | None,
    now: datetime,
    progress: Progress = lambda _: None,
) -> list[int]:
    """Create and change projects, their organisations, authorities, municipalities and descriptions.

    An implementer's business ID and kind are filled in where they are empty, never replaced. Returns the ids of the
    projects in the order of the changes. Cost: a fixed number of statements for every thousand changes.
    """
    links = _Links(_authorities(changes), _organisations(programme, changes))
    ids = _create(programme, [change for change in changes if change.id is None], links, progress)
    _update([change for change in changes if change.id is not None], links, progress)
    new_ids = iter(ids)
    all_ids = [next(new_ids) if change.id is None else change.id for change in changes]
    _place(programme, zip(all_ids, changes, strict=True))
    _keep_descriptions(programme, zip(all_ids, changes, strict=True), by=by, now=now)
    return all_ids


@dataclass(frozen=True, slots=True)
class _Links:
    authorities: Mapping[str, int]
    organisations: Mapping[str, int]

    def resolved(self, values: Values) -> dict[str, Any]:
        """Turn a record's fields into columns of Project."""
        columns = {name: values[name] for name in OWN_FIELDS if name in values}
        columns |= {name: list(values[name]) for name in _NAME_LISTS if name in values}
        if name := values.get(AUTHORITY):
            columns["authority_id"] = self.authorities[name]
        if name := values.get(IMPLEMENTER):
            columns["implementer_id"] = self.organisations[name]
        return columns


def _records(programme: Programme, wanted: Q) -> Iterable[ProjectRecord]:
    rows = (
        Project.objects.filter(wanted, programme=programme)
        .annotate(
            municipality_codes=ArrayAgg("municipalities__code", distinct=True, filter=Q(municipalities__isnull=False)),
            kept=ArrayAgg("descriptions__sha256", distinct=True, filter=Q(descriptions__isnull=False)),
            authority_name=F("authority__name"),
            implementer_name=F("implementer__name"),
            implementer_id_code=F("implementer__business_id"),
            implementer_kind=F("implementer__kind"),
        )
        .order_by("id")
        .values()
    )
    for row in rows.iterator(chunk_size=5_000):
        yield ProjectRecord(row["id"], _values(row), frozenset(row["kept"] or ()))


def _values(row: Values) -> dict[str, Any]:
    values: dict[str, Any] = {name: row[name] for name in OWN_FIELDS}
    values |= {name: tuple(row[name]) for name in _NAME_LISTS}
    values |= {name: None if row[name] is None else int(row[name]) for name in _EUROS}
    values[AUTHORITY] = row["authority_name"] or ""
    values[IMPLEMENTER] = row["implementer_name"] or ""
    values[BUSINESS_ID] = row["implementer_id_code"] or ""
    values[ORGANISATION_KIND] = row["implementer_kind"] or ""
    values[MUNICIPALITIES] = tuple(row["municipality_codes"] or ())
    return values


def _authorities(changes: Sequence[RecordChange]) -> dict[str, int]:
    names = sorted({name for change in changes if (name := change.values.get(AUTHORITY))})
    Authority.objects.bulk_create((Authority(name=name) for name in names), ignore_conflicts=True)
    return dict(Authority.objects.filter(name__in=names).values_list("name", "id"))


def _organisations(programme: Programme, changes: Sequence[RecordChange]) -> dict[str, int]:
    """Find or create the implementers by name; fill in what they lack."""
    wanted: dict[str, Organisation] = {}
    for change in changes:
        if name := change.values.get(IMPLEMENTER):
            _fill_in(wanted.setdefault(name, Organisation(programme=programme, name=name)), change.values)
    stored = {row.name: row for row in Organisation.objects.filter(programme=programme, name__in=list(wanted))}
    lacking = [row for name, row in stored.items() if _fill_in_from(row, wanted[name])]
    Organisation.objects.bulk_update(lacking, ["business_id", "kind"], batch_size=BATCH)
    new = [row for name, row in wanted.items() if name not in stored]
    ids = copy_rows(Organisation, [_columns_of(row) for row in new])
    return {row.name: row.pk for row in stored.values()} | dict(zip((row.name for row in new), ids, strict=True))


def _columns_of(organisation: Organisation) -> dict[str, Any]:
    return {
        "programme_id": organisation.programme_id,
        "name": organisation.name,
        "business_id": organisation.business_id,
        "kind": organisation.kind,
        "may_be_person": organisation.may_be_person,
    }


def _fill_in(organisation: Organisation, values: Values) -> None:
    organisation.business_id = organisation.business_id or values.get(BUSINESS_ID) or ""
    organisation.kind = organisation.kind or values.get(ORGANISATION_KIND) or ""
    organisation.may_be_person = organisation.may_be_person or bool(values.get(MAY_BE_PERSON))


def _fill_in_from(stored: Organisation, wanted: Organisation) -> bool:
    before = (stored.business_id, stored.kind)
    stored.business_id = stored.business_id or wanted.business_id
    stored.kind = stored.kind or wanted.kind
    return before != (stored.business_id, stored.kind)


def _create(programme: Programme, changes: Sequence[RecordChange], links: _Links, progress: Progress) -> list[int]:
    ids: list[int] = []
    for batch in batched(changes, BATCH):
        rows = [{"programme_id": programme.pk, **links.resolved(change.values)} for change in batch]
        ids += copy_rows(Project, rows)
        progress(len(batch))
    return ids


def _update(changes: Sequence[RecordChange], links: _Links, progress: Progress) -> None:
    """Write the changed columns only, together for the projects that change the same ones."""
    alike: defaultdict[tuple[str, ...], list[Project]] = defaultdict(list)
    for change in changes:
        columns = links.resolved(change.values)
        alike[tuple(sorted(columns))].append(Project(pk=change.id, **columns))
    for names, rows in alike.items():
        for batch in batched(rows, BATCH):
            if names:
                Project.objects.bulk_update(batch, [column.removesuffix("_id") for column in names])
            progress(len(batch))


def _place(programme: Programme, changes: Iterable[tuple[int, RecordChange]]) -> None:
    """Set the municipalities of the projects whose change names them."""
    wanted = {project: change.values[MUNICIPALITIES] for project, change in changes if MUNICIPALITIES in change.values}
    if not wanted:
        return
    ids = dict(Municipality.objects.values_list("code", "id"))
    links = {(project, ids[code]) for project, codes in wanted.items() for code in codes or ()}
    stored = ProjectMunicipality.objects.filter(project__in=list(wanted))
    kept = set()
    for link in stored:
        if (link.project_id, link.municipality_id) in links:
            kept.add((link.project_id, link.municipality_id))
        else:
            link.delete()
    ProjectMunicipality.objects.bulk_create(
        (
            ProjectMunicipality(programme=programme, project_id=project, municipality_id=municipality)
            for project, municipality in sorted(links - kept)
        ),
        batch_size=BATCH,
    )


def _keep_descriptions(
    programme: Programme, changes: Iterable[tuple[int, RecordChange]], *, by: User | None, now: datetime
) -> None:
    Description.objects.bulk_create(
        (
            Description(
                programme=programme,
                project_id=project,
                file_name=change.description.file_name,
                document=change.description.document,
                sha256=change.description.sha256,
                record=dict(change.description.record),
                read_at=now,
                read_by=by,
            )
            for project, change in changes
            if change.description
        ),
        batch_size=100,  # whole documents
        ignore_conflicts=True,
    )
