"""The demo's communication plan, invented: a version in force and one being prepared."""

from datetime import datetime

from hankekori.areas.communications.actions import adopt_plan, new_version, save_plan
from hankekori.areas.communications.models import TEXTS
from hankekori.areas.programmes.models import Programme
from hankekori.demo.data_files import read_settings


def create_communication_plans(programme: Programme, *, now: datetime) -> None:
    for row in read_settings("communication_plan.toml")["version"]:
        begun = new_version(by=None, now=now, programme=programme)
        texts = {name: row.get(name, getattr(begun, name)) for name in TEXTS}
        plan = save_plan(by=None, now=now, plan=begun, **texts)
        if adopted_on := row.get("adopted_on"):
            adopt_plan(by=None, now=now, plan=plan, adopted_on=adopted_on)
