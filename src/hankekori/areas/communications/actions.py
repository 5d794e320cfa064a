"""Writing the communication plan: one version at a time is prepared, the working group approves it."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, ProtectedError

from hankekori.areas.accounts.models import User
from hankekori.areas.communications.errors import AdoptedError, InPreparationError, NothingWrittenError, OnAgendaError
from hankekori.areas.communications.models import TEXTS, CommunicationPlan
from hankekori.areas.communications.queries import plan_in_force, plan_in_preparation, versions_of
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme


@action("communications.new_version")
def new_version(*, by: User | None, now: datetime, programme: Programme) -> CommunicationPlan:
    """Begin the next version as a copy of the one in force; raises InPreparationError while there is one already."""
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    if prepared := plan_in_preparation(programme):
        raise InPreparationError(prepared.number)
    last = versions_of(programme).aggregate(last=Max("number"))["last"] or 0
    basis = plan_in_force(programme)
    texts = {name: getattr(basis, name) for name in TEXTS} if basis else {}
    return CommunicationPlan.objects.create(programme=programme, number=last + 1, **texts)


@action("communications.save_plan")
def save_plan(
    *,
    by: User | None,
    now: datetime,
    plan: CommunicationPlan,
    audiences: str,
    messages: str,
    channels: str,
    actions: str,
) -> CommunicationPlan:
    """Write the texts of a version that is being prepared; raises AdoptedError."""
    locked = lock_plan(plan)
    texts = {"audiences": audiences, "messages": messages, "channels": channels, "actions": actions}
    for name, text in texts.items():
        setattr(locked, name, text)
    locked.save(update_fields=list(texts))
    return locked


@action("communications.adopt_plan")
def adopt_plan(*, by: User | None, now: datetime, plan: CommunicationPlan, adopted_on: date) -> CommunicationPlan:
    """Put a version in force from the day of the working group's decision. Called by steering when it approves."""
    locked = lock_plan(plan)
    if not any(getattr(locked, name).strip() for name in TEXTS):
        raise NothingWrittenError
    locked.adopted_on = adopted_on
    locked.save(update_fields=["adopted_on"])
    return locked


@action("communications.remove_plan")
def remove_plan(*, by: User | None, now: datetime, plan: CommunicationPlan) -> None:
    """Give up a version that is being prepared, unless a meeting deals with it."""
    locked = lock_plan(plan)
    try:
        with transaction.atomic():
            locked.delete()
    except ProtectedError as error:
        raise OnAgendaError from error


def lock_plan(plan: CommunicationPlan) -> CommunicationPlan:
    """Let one writer at a time change a version; raises AdoptedError."""
    locked = CommunicationPlan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    if locked.adopted_on:
        raise AdoptedError
    return locked
