"""Writing intake: the criteria, how projects were assessed by them, and what partners say."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Max

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError
from hankekori.areas.history import action
from hankekori.areas.intake.errors import (
    CriterionRetiredError,
    CriterionTakenError,
    CriterionUsedError,
    ScoreError,
    WeightError,
)
from hankekori.areas.intake.models import Assessment, Criterion, PartnerNote
from hankekori.areas.intake.offered_criteria import OFFERED
from hankekori.areas.intake.queries import criteria_of
from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.intake import HIGHEST_SCORE, HIGHEST_WEIGHT
from hankekori.core.texts import Translated


@action("intake.take_offered_criteria")
def take_offered_criteria(*, by: User | None, now: datetime, programme: Programme) -> list[Criterion]:
    """Take the offered criteria into use, after those there are; one the programme has or had stays as it is."""
    _lock(programme)
    known = set(Criterion.objects.filter(programme=programme).values_list("name_fi", flat=True))
    new = [each for each in OFFERED if each.name.fi not in known]
    last = _last_position(programme)
    return [
        _save(Criterion(programme=programme, position=position), each.headline, each.name, each.weight)
        for position, each in enumerate(new, start=last + 1)
    ]


@action("intake.add_criterion")
def add_criterion(
    *, by: User | None, now: datetime, programme: Programme, headline: Translated, name: Translated, weight: int = 1
) -> Criterion:
    """Add a criterion after the others of its headline, or last under a new headline."""
    _lock(programme)
    criterion = Criterion(programme=programme, position=_last_position(programme) + 1)
    _check(criterion, headline, name, weight)
    _save(criterion, headline, name, weight)
    _put_in_order(list(criteria_of(programme)))
    return criterion


@action("intake.change_criterion")
def change_criterion(
    *, by: User | None, now: datetime, criterion: Criterion, headline: Translated, name: Translated, weight: int
) -> Criterion:
    """Word or weigh a criterion anew; the scores given by it stay and count with the new weight."""
    _lock(criterion.programme)
    _check(criterion, headline, name, weight)
    saved = _save(criterion, headline, name, weight)
    _put_in_order(list(criteria_of(criterion.programme)))
    return saved


@action("intake.move_criterion")
def move_criterion(*, by: User | None, now: datetime, criterion: Criterion, up: bool) -> None:
    """Let a criterion in use change places with its neighbour; at the end of a headline it takes the whole one along.

    The retired ones stand last.
    """
    _lock(criterion.programme)
    every = list(criteria_of(criterion.programme))
    rows = [row for row in every if row.retired_on is None]
    place = rows.index(criterion) if criterion in rows else -1
    other = place - 1 if up else place + 1
    if place < 0 or not 0 <= other < len(rows):
        return
    if rows[other].headline_fi == criterion.headline_fi:
        rows[place], rows[other] = rows[other], rows[place]
    else:
        headlines = list(dict.fromkeys(row.headline_fi for row in rows))
        here, there = headlines.index(criterion.headline_fi), headlines.index(rows[other].headline_fi)
        headlines[here], headlines[there] = headlines[there], headlines[here]
        rows.sort(key=lambda row: headlines.index(row.headline_fi))
    _number([*rows, *(row for row in every if row.retired_on)])


@action("intake.retire_criterion")
def retire_criterion(*, by: User | None, now: datetime, criterion: Criterion, retired_on: date | None) -> Criterion:
    """Ask by a criterion no more from the day on, None: ask again; what was assessed by it stays and counts."""
    criterion.retired_on = retired_on
    criterion.save(update_fields=["retired_on"])
    return criterion


@action("intake.remove_criterion")
def remove_criterion(*, by: User | None, now: datetime, criterion: Criterion) -> None:
    """Remove a criterion nothing has been assessed by; raises CriterionUsedError."""
    _lock(criterion.programme)
    if used := criterion.assessments.count():
        raise CriterionUsedError(used)
    criterion.delete()


@action("intake.save_assessment")
def save_assessment(
    *, by: User | None, now: datetime, project: Project, criterion: Criterion, score: int | None, text: str = ""
) -> Assessment | None:
    """Write how a project meets a criterion; without score and text it is as if nobody had assessed it.

    Calls of two writers follow each other by the project's row; what each saw is for the caller to compare.
    """
    if score is not None and not 0 <= score <= HIGHEST_SCORE:
        raise ScoreError
    if criterion.programme_id != project.programme_id:
        raise NotInProgrammeError("criterion")
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    kept = Assessment.objects.filter(programme=project.programme_id, project=project, criterion=criterion).first()
    if kept is None and criterion.retired_on:
        raise CriterionRetiredError
    if score is None and not text.strip():
        if kept:
            kept.delete()
        return None
    saved = kept or Assessment(programme_id=project.programme_id, project=project, criterion=criterion)
    saved.score, saved.text = score, text.strip()
    saved.save()
    return saved


@action("intake.add_partner_note")
def add_partner_note(
    *, by: User | None, now: datetime, project: Project, organisation: Organisation, dated: date, text: str
) -> PartnerNote:
    """Take down a partner's letter about a project, or what the partner has said of it."""
    if organisation.programme_id != project.programme_id:
        raise NotInProgrammeError("organisation")
    if not text.strip():
        raise EmptyFieldError("text")
    return PartnerNote.objects.create(
        programme_id=project.programme_id, project=project, organisation=organisation, dated=dated, text=text.strip()
    )


@action("intake.remove_partner_note")
def remove_partner_note(*, by: User | None, now: datetime, note: PartnerNote) -> None:
    """Take a partner's note away; the history keeps what it said."""
    note.delete()


def _lock(programme: Programme) -> None:
    """Let one writer at a time change the criteria of a programme."""
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)


def _last_position(programme: Programme) -> int:
    return Criterion.objects.filter(programme=programme).aggregate(last=Max("position"))["last"] or 0


def _check(criterion: Criterion, headline: Translated, name: Translated, weight: int) -> None:
    for field, text in (("headline_fi", headline), ("name_fi", name)):
        if not text.fi.strip():
            raise EmptyFieldError(field)
    if not 1 <= weight <= HIGHEST_WEIGHT:
        raise WeightError
    others = Criterion.objects.filter(programme=criterion.programme_id, name_fi=name.fi).exclude(pk=criterion.pk)
    if others.exists():
        raise CriterionTakenError


def _save(criterion: Criterion, headline: Translated, name: Translated, weight: int) -> Criterion:
    criterion.name_fi, criterion.name_sv, criterion.name_en = name.fi, name.sv, name.en
    criterion.headline_fi, criterion.headline_sv, criterion.headline_en = headline.fi, headline.sv, headline.en
    criterion.weight = weight
    criterion.save()
    return criterion


def _put_in_order(rows: list[Criterion]) -> None:
    """Let the criteria of one headline stand together, headlines in the order of their first criterion."""
    headlines = list(dict.fromkeys(row.headline_fi for row in rows))
    _number(sorted(rows, key=lambda row: headlines.index(row.headline_fi)))


def _number(rows: Iterable[Criterion]) -> None:
    for position, row in enumerate(rows, start=1):
        if row.position != position:
            row.position = position
            row.save(update_fields=["position"])
