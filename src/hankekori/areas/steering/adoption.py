"""Putting a plan in force while no body steers the programme; once one does, approved minutes do it (approval.py)."""

from datetime import date, datetime

from hankekori.areas.accounts.models import User
from hankekori.areas.bodies.queries import steering_body
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.monitoring.actions import adopt_plan_version
from hankekori.areas.plan.models import PlanVersion
from hankekori.core.texts import Translated


class AdoptedInMeetingError(DomainError):
    """The programme has a body that adopts its plans."""

    def __init__(self) -> None:
        super().__init__(_ADOPTED_IN_MEETING)


@action("monitoring.adopt_plan_version")
def adopt_without_meeting(*, by: User, now: datetime, version: PlanVersion, adopted_on: date) -> PlanVersion:
    """Take down a decision that was made before there were meetings here; raises AdoptedInMeetingError."""
    if steering_body(version.programme):
        raise AdoptedInMeetingError
    return adopt_plan_version(by=by, now=now, version=version, adopted_on=adopted_on)


_ADOPTED_IN_MEETING = Translated(
    fi="Suunnitelman hyväksyy työryhmä kokouksessaan. Versio odottaa esityslistalla.",
    sv="Planen antas av arbetsgruppen på dess möte. Versionen väntar på föredragningslistan.",
    en="The plan is adopted by the working group at a meeting. The version is waiting on the agenda.",
)
