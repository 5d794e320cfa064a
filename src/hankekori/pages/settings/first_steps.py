"""Asetukset: the way from an empty programme to the first round, step by step, and what of it is done."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hankekori.areas.accounts.queries import people_of
from hankekori.areas.accounts.roles import Permission
from hankekori.areas.plan.queries import indicators_of, targets_of, tree_of, version_in_force
from hankekori.areas.programmes.queries import municipalities_of
from hankekori.areas.projects.queries import basket, links_in_force
from hankekori.areas.rounds.queries import rounds_of
from hankekori.pages.door import Door, programme_page
from hankekori.pages.settings.frame import frame


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, where it is done and how it stands."""

    text: str
    why: str
    url: str
    is_done: bool
    standing: str = ""  # in a few words, what there is


@programme_page(Permission.EDIT_PLAN)
def settings(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    steps = [*_plan_steps(door), *_follow_up_steps(door)]
    following = next((step for step in steps if not step.is_done), None)
    return render(request, "settings/settings.html", {**frame(request, door), "steps": steps, "following": following})


def _plan_steps(door: Door) -> list[Step]:
    programme = door.programme
    version = version_in_force(programme)
    tree = tree_of(version) if version else None
    measures = [measure for objective in (tree.objectives if tree else ()) for measure in objective.measures]
    aimed = set(targets_of(programme).values_list("measure", flat=True))
    with_target = sum(measure.id in aimed for measure in measures)
    places = municipalities_of(programme).count()
    indicators = indicators_of(programme).count()
    written = door.url("plan-version", version=version.number) if version else door.url("plan-versions")
    return [
        Step(
            _("Täydennä ohjelman tiedot"),
            _("Nimi, kausi, koordinoiva organisaatio ja rajat, joilla tila vaihtuu."),
            door.url("settings-programme"),
            bool(programme.coordinator_name),
        ),
        Step(
            _("Valitse kunnat"),
            _("Suunnitelman kunnat ja muut, joita työ palvelee. Kartta piirretään niistä."),
            door.url("settings-municipalities"),
            places > 0,
            _counted(ngettext("%(n)s kunta", "%(n)s kuntaa", places), places),
        ),
        Step(
            _("Valitse mittarit"),
            _("Luettelossa ovat EU:n ja kansalliset mittarit. Omiakin voi lisätä."),
            door.url("settings-indicators"),
            indicators > 0,
            _counted(ngettext("%(n)s mittari", "%(n)s mittaria", indicators), indicators),
        ),
        Step(
            _("Kirjoita suunnitelma"),
            _("Tavoitteet, toimenpiteet ja niiden vastuutahot."),
            written,
            bool(measures),
            _counted(ngettext("%(n)s toimenpide", "%(n)s toimenpidettä", len(measures)), len(measures)),
        ),
        Step(
            _("Aseta tavoitearvot"),
            _("Mitä kunkin toimenpiteen pitää saada aikaan, mihin mennessä ja missä tahdissa."),
            written,
            bool(measures) and with_target == len(measures),
            _("%(n)s/%(all)s toimenpidettä") % {"n": with_target, "all": len(measures)} if measures else "",
        ),
        Step(
            _("Merkitse suunnitelma hyväksytyksi"),
            _("Suunnitelman hyväksyy työryhmä. Tänne kirjataan päätöksen päivä."),
            written,
            bool(version and version.adopted_on),
        ),
    ]


def _follow_up_steps(door: Door) -> list[Step]:
    programme = door.programme
    projects = basket(programme).count()
    people = people_of(programme).count()
    linked = links_in_force().filter(programme=programme).values("project").distinct().count()
    return [
        Step(
            _("Tuo hankkeet"),
            _("Virallisista kuvauksista, hankeluettelosta tai lomakkeella."),
            door.url("import-new"),
            projects > 0,
            _counted(ngettext("%(n)s hanke", "%(n)s hanketta", projects), projects),
        ),
        Step(
            _("Liitä hankkeet toimenpiteisiin"),
            _("Hankkeen sivulla, välilehdellä Suunnitelma. Siellä annetaan myös hankkeen omat tavoitteet."),
            door.url("basket"),
            linked > 0,
            _counted(ngettext("%(n)s hanke", "%(n)s hanketta", linked), linked),
        ),
        Step(
            _("Kutsu ihmiset"),
            _("Työryhmän jäsenet, seuraajat ja hankkeiden raportoijat."),
            door.url("settings-people"),
            people > 1,
            _counted(ngettext("%(n)s ihminen", "%(n)s ihmistä", people), people),
        ),
        Step(
            _("Avaa ensimmäinen kierros"),
            _("Hankkeet raportoivat kauden tulokset, ja hyväksytyistä luvuista syntyy tilannekuva."),
            door.url("rounds"),
            bool(rounds_of(programme)),
        ),
    ]


def _counted(words: str, number: int) -> str:
    return words % {"n": number} if number else ""
