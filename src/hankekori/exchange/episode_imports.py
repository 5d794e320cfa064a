"""A sheet of episodes between looking and saving: what could be read waits in the database, the file does not."""

# ruff: noqa: ARG001 - every action takes by and now

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.employment.actions import save_episode
from hankekori.areas.employment.models import EmploymentEpisode
from hankekori.areas.employment.queries import episodes_of
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme
from hankekori.areas.programmes.queries import municipalities_of
from hankekori.areas.projects.models import Project
from hankekori.core.cells import CellFault
from hankekori.core.texts import Translated
from hankekori.exchange.episode_sheets import EpisodeLine, EpisodeReading, Known, read_episodes
from hankekori.exchange.models import EpisodeDraft
from hankekori.exchange.spreadsheets import read_sheets


def create_episode_draft(
    *, by: User | None, now: datetime, programme: Programme, file_name: str, content: bytes
) -> EpisodeDraft:
    """Read a sheet and keep what it says until it is saved or discarded; raises SpreadsheetError.

    The file itself is not kept: it may hold what must not be stored.
    """
    reading = read_episodes(read_sheets(file_name, content), _known(programme))
    return EpisodeDraft.objects.create(
        programme=programme,
        uploaded_by=by,
        created_at=now,
        lines=[[line.row, dict(line.values)] for line in reading.lines],
        faults=[asdict(fault) for fault in reading.faults],
    )


@action("exchange.import_episodes")
def save_episode_draft(*, by: User | None, now: datetime, draft: EpisodeDraft) -> int:
    """Save the lines of a draft, all or none, and drop it; gives how many. A draft that is gone saves nothing."""
    locked = EpisodeDraft.objects.select_for_update().filter(pk=draft.pk).first()
    if locked is None:
        return 0
    lines = reading_of(locked).lines
    projects = Project.objects.filter(programme=locked.programme_id).in_bulk()
    known = {row.code: row for row in episodes_of(locked.programme)}
    for line in lines:
        values = dict(line.values)
        episode = known.get(values.pop("code", ""))
        project = projects[int(values.pop("project"))]
        save_episode(by=by, now=now, project=project, episode=episode, **_fields(values, episode))
    locked.delete()
    return len(lines)


def discard_episode_draft(*, by: User | None, now: datetime, draft: EpisodeDraft) -> None:
    """Drop a draft; nothing of it was saved."""
    draft.delete()


def draft_with_key(programme: Programme, key: int) -> EpisodeDraft | None:
    return EpisodeDraft.objects.filter(programme=programme, pk=key).first() if key < 2**63 else None


def reading_of(draft: EpisodeDraft) -> EpisodeReading:
    """Give back what was read of the sheet."""
    return EpisodeReading(
        tuple(EpisodeLine(row, values) for row, values in draft.lines),
        tuple(
            CellFault(**{**fault, "wrong": Translated(**fault["wrong"]), "advice": Translated(**fault["advice"])})
            for fault in draft.faults
        ),
    )


def _known(programme: Programme) -> Known:
    places = [link.municipality for link in municipalities_of(programme)]
    projects = Project.objects.filter(programme=programme, code__isnull=False)
    return Known(
        projects={str(code): key for code, key in projects.values_list("code", "pk")},
        municipalities={
            name.casefold(): place.pk for place in places for name in (place.name_fi, place.name_sv) if name
        },
        codes=frozenset(episodes_of(programme).values_list("code", flat=True)),
    )


def _fields(values: Mapping[str, str], episode: EmploymentEpisode | None) -> dict[str, Any]:
    """Give the fields of the model; in a new episode what the sheet leaves open is unknown or not there."""
    fields: dict[str, Any] = {} if episode else {"age_band": "unknown"}
    for name, text in values.items():
        match name:
            case "start_month" | "end_month":
                fields[name] = date.fromisoformat(text)
            case "fte":
                fields[name] = Decimal(text)
            case "isco_major":
                fields[name] = int(text)
            case "municipality":
                fields["municipality_id"] = int(text)
            case _:
                fields[name] = text
    return fields
