"""Writing episodes of employment and outcome records, and publishing the counts."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.employment.errors import (
    BusinessIdError,
    FileTooLargeError,
    FullTimeShareError,
    MonthsError,
    NobodyToPublishError,
    PublicationDayError,
    UnknownWordError,
)
from hankekori.areas.employment.models import EmploymentEpisode, FrozenCounts, OutcomeRecord
from hankekori.areas.employment.publication import (
    crowd_of,
    digest,
    episode_of,
    read_publication,
    write_basis,
    write_tables,
)
from hankekori.areas.employment.queries import episodes_of
from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.history import action
from hankekori.areas.identity_wall import IdentityCodeError
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.business_ids import read_business_id
from hankekori.core.employment import count_episodes
from hankekori.core.identity_codes import contains_identity_code
from hankekori.core.published_counts import publish
from hankekori.core.text_files import plain_text

LARGEST_FILE = 10_000_000  # bytes
_SHARE_STEP = Decimal("0.01")


@action("employment.save_episode")
def save_episode(
    *,
    by: User | None,
    now: datetime,
    project: Project,
    episode: EmploymentEpisode | None = None,
    **fields: Any,  # noqa: ANN401 - the model's fields
) -> EmploymentEpisode:
    """Add an episode, or change the given fields of one; months are given by any day in them.

    A corrected episode keeps its code, and the history what it was.
    """
    saved = episode or EmploymentEpisode(programme_id=project.programme_id)
    if saved.programme_id != project.programme_id:
        raise NotInProgrammeError("project")
    saved.project = project
    for name, value in fields.items():
        setattr(saved, name, value)
    saved.employer = _business_id(saved.employer, "employer")
    saved.start_month = saved.start_month.replace(day=1)
    saved.end_month = saved.end_month.replace(day=1) if saved.end_month else None
    _check_episode(saved)
    saved.save()
    return saved


@action("employment.remove_episode")
def remove_episode(*, by: User | None, now: datetime, episode: EmploymentEpisode) -> None:
    """Take an episode away; the history keeps what it was, and what was published stays."""
    episode.delete()


@action("employment.save_outcome")
def save_outcome(
    *,
    by: User | None,
    now: datetime,
    project: Project,
    indicator: Indicator,
    record: OutcomeRecord | None = None,
    **fields: Any,  # noqa: ANN401 - the model's fields
) -> OutcomeRecord:
    """Add the record of a job, a company or a degree, or change the given fields of one.

    A file is given by file_name, file_type and file_content, at most LARGEST_FILE.
    """
    saved = record or OutcomeRecord(programme_id=project.programme_id)
    if saved.programme_id != project.programme_id:
        raise NotInProgrammeError("project")
    if indicator.programme_id != project.programme_id:
        raise NotInProgrammeError("indicator")
    saved.project, saved.indicator = project, indicator
    for name, value in fields.items():
        setattr(saved, name, value)
    saved.company = _business_id(saved.company, "company")
    saved.month = saved.month.replace(day=1)
    _check_outcome(saved)
    saved.save()
    return saved


@action("employment.remove_outcome")
def remove_outcome(*, by: User | None, now: datetime, record: OutcomeRecord) -> None:
    """Take a record away with its file; the history keeps what it said."""
    record.delete()


@action("employment.publish_counts")
def publish_counts(*, by: User | None, now: datetime, programme: Programme, day: date) -> FrozenCounts:
    """Publish the counts of the episodes that began by the day, so that no small one can be worked out.

    All earlier publications are weighed in; a new one is of a later day than they. Cost: up to some seconds.
    """
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    earlier = list(FrozenCounts.objects.filter(programme=programme).order_by("day"))
    if day > timezone.localdate(now):
        raise PublicationDayError(None)
    if earlier and day <= earlier[-1].day:
        raise PublicationDayError(earlier[-1].day)
    rows = list(episodes_of(programme).filter(start_month__lte=day))
    if not rows:
        raise NobodyToPublishError
    crowd = crowd_of(rows, day)
    cells = publish(crowd, earlier=[read_publication(each) for each in earlier])
    work = count_episodes(map(episode_of, rows), since=programme.start, day=day).person_months
    tables = write_tables(day, cells, work)
    return FrozenCounts.objects.create(
        programme=programme,
        day=day,
        tables=tables,
        sha256=digest(tables),
        basis=write_basis(crowd),
        published_at=now,
        published_by=by,
    )


def _business_id(written: str, field: str) -> str:
    if not written.strip():
        return ""
    found = read_business_id(written)
    if found is None:
        raise BusinessIdError(field)
    return found


def _check_episode(episode: EmploymentEpisode) -> None:
    _check_choices(episode, ("kind", "situation_before", "gender", "age_band", "after_three_months"))
    if not 0 < episode.fte <= 1 or episode.fte != episode.fte.quantize(_SHARE_STEP):
        raise FullTimeShareError
    if episode.end_month and episode.end_month < episode.start_month:
        raise MonthsError
    if episode.isco_major is not None and not 0 <= episode.isco_major <= 9:  # noqa: PLR2004 - ISCO's major groups
        raise UnknownWordError("isco_major")


def _check_outcome(record: OutcomeRecord) -> None:
    _check_choices(record, ("kind", "gender"))
    if record.kind == OutcomeRecord.Kind.COMPANY and not record.company:
        raise BusinessIdError("company")
    if contains_identity_code(record.evidence):
        raise IdentityCodeError("evidence")
    text = plain_text(record.file_type, bytes(record.file_content or b""))
    if contains_identity_code(record.file_name) or contains_identity_code(text):
        raise IdentityCodeError("file")
    if record.file_content and len(record.file_content) > LARGEST_FILE:
        raise FileTooLargeError(LARGEST_FILE // 1_000_000)


def _check_choices(row: EmploymentEpisode | OutcomeRecord, names: tuple[str, ...]) -> None:
    for name in names:
        field: Any = row._meta.get_field(name)  # noqa: SLF001 - Django documents _meta
        if getattr(row, name) not in dict(field.choices):
            raise UnknownWordError(name)
