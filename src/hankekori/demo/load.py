"""Load the demo: the programme "Heinolan seutu nousuun" with public facts and invented results."""

from collections.abc import Callable
from datetime import datetime

from hankekori.areas.history import recorded_as
from hankekori.areas.monitoring.actions import rebuild_roll_ups
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated
from hankekori.demo.basket import create_projects, create_shares, propose_projects
from hankekori.demo.claims import create_claims
from hankekori.demo.communications import create_communication_plans
from hankekori.demo.data_files import read_settings
from hankekori.demo.employment import create_employment
from hankekori.demo.intake import create_intake
from hankekori.demo.ledger import create_ledger, create_project_plans
from hankekori.demo.meetings import call_next_meeting, create_working_group, hold_meetings
from hankekori.demo.plan import begin_revision, create_indicators, create_plan
from hankekori.demo.programme import create_organisations, create_programme, create_users
from hankekori.demo.rounds import create_rounds

Progress = Callable[[Translated], None]  # told what is being done, in words


def load_demo(*, now: datetime, progress: Progress | None = None) -> Programme:
    """Load the demo programme in one transaction; where it is already loaded, nothing is changed and that is said."""
    say = progress or _keep_quiet
    slug = read_settings("programme.toml")["slug"]
    with recorded_as("demo.load_demo", None):
        if found := Programme.objects.filter(slug=slug).first():
            say(_ALREADY_LOADED)
            return found
        return _load(now, say)


def _load(now: datetime, say: Progress) -> Programme:
    say(_PROGRAMME)
    programme = create_programme(now=now)
    organisations = create_organisations(programme, now=now)
    users = create_users(programme, now=now)
    say(_PLAN)
    indicators = create_indicators(programme, now=now)
    measures = create_plan(programme, organisations, indicators, now=now)
    say(_PROJECTS)
    projects = create_projects(programme, organisations, now=now)
    say(_MEETINGS)
    group = create_working_group(programme, organisations, projects, users, now=now)
    hold_meetings(group, projects, now=now)
    propose_projects(projects, now=now)
    begin_revision(programme, now=now)
    say(_LEDGER)
    create_shares(projects, measures, now=now)
    create_project_plans(projects, indicators, now=now)
    create_ledger(programme, projects, indicators, reporter=users["reporter"])
    rebuild_roll_ups(by=None, now=now, programme=programme)
    create_rounds(programme, projects, reporter=users["reporter"], officer=users["coordinator"], now=now)
    create_claims(projects, now=now)
    create_employment(programme, projects, indicators, now=now)
    create_intake(programme, projects, organisations, now=now)
    create_communication_plans(programme, now=now)
    call_next_meeting(group, now=now)
    say(_LOADED)
    return programme


def _keep_quiet(_: Translated) -> None:
    pass


_PROGRAMME = Translated("Ohjelma ja kunnat", "Programmet och kommunerna", "Programme and municipalities")
_PLAN = Translated("Suunnitelma ja mittarit", "Planen och indikatorerna", "Plan and indicators")
_PROJECTS = Translated("Hankekorin hankkeet", "Projekten i projektkorgen", "Projects of the basket")
_MEETINGS = Translated(
    "Työryhmän kokoukset, jotka ovat keksittyjä",
    "Arbetsgruppens möten, som är påhittade",
    "Meetings of the working group, invented",
)
_LEDGER = Translated(
    "Seurantatiedot, jotka ovat keksittyjä", "Uppföljningsuppgifterna, som är påhittade", "Monitoring data, invented"
)
_LOADED = Translated("Demo on ladattu.", "Exempelprogrammet har laddats.", "The demo is loaded.")
_ALREADY_LOADED = Translated(
    "Demo on jo ladattu, mitään ei muutettu.",
    "Exempelprogrammet är redan laddat, ingenting ändrades.",
    "The demo is already loaded; nothing was changed.",
)
