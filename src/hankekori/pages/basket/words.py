"""The basket's closed vocabularies in words: kinds, states, stages, sources of money, actions and fields."""

from collections.abc import Mapping
from typing import cast

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from hankekori.areas.claims.models import cost_field, fund_field
from hankekori.areas.projects.errors import BASKET_STATE_NAMES
from hankekori.areas.projects.models import Funding, Project
from hankekori.core.claim_words import COSTS
from hankekori.core.claim_words import SOURCES as CLAIM_SOURCES
from hankekori.core.texts import Language, Translated
from hankekori.exchange.project_fields import label_of

type Words = Mapping[str, Promise | str]

KINDS: Words = {
    Project.Kind.BASKET: _("rakennerahastohanke"),
    Project.Kind.OTHER: _("muu hanke"),
    Project.Kind.EMPLOYMENT: _("työllisyysperusteinen"),
    Project.Kind.BUSINESS_POLICY: _("elinkeinopoliittinen"),
}
STAGES: Words = {
    Project.Stage.IDEA: pgettext_lazy("vaihe", "idea"),
    Project.Stage.PREPARATION: pgettext_lazy("vaihe", "valmistelussa"),
    Project.Stage.APPLIED: pgettext_lazy("vaihe", "haettu"),
    Project.Stage.FUNDED: pgettext_lazy("vaihe", "rahoitettu"),
    Project.Stage.RUNNING: pgettext_lazy("vaihe", "käynnissä"),
    Project.Stage.ENDED: pgettext_lazy("vaihe", "päättynyt"),
    Project.Stage.REJECTED: pgettext_lazy("vaihe", "hylätty"),
    Project.Stage.WITHDRAWN: pgettext_lazy("vaihe", "peruttu"),
    Project.Stage.INTERRUPTED: pgettext_lazy("vaihe", "keskeytynyt"),
}
SOURCES: Words = {
    Funding.Source.EU: _("EU"),
    Funding.Source.STATE: _("valtio"),
    Funding.Source.MUNICIPAL: _("kunnat"),
    Funding.Source.OTHER_PUBLIC: _("muu julkinen"),
    Funding.Source.PRIVATE: _("yksityinen"),
}
ACTIONS: Words = {
    "claims.remove_claim": _("maksatushakemus poistettiin"),
    "claims.save_budget": _("kustannusarvio"),
    "claims.save_claim": _("maksatushakemus"),
    "demo.load_demo": _("esimerkkitiedot ladattiin"),
    "exchange.apply_import": _("tuotiin tiedostosta"),
    "exchange.import_claims": _("maksatushakemukset tuotiin taulukosta"),
    "monitoring.set_measure_shares": _("osuudet suunnitelmassa"),
    "projects.set_measure_shares": _("osuudet suunnitelmassa"),
    "projects.change_basket_state": _("hankekorin tila"),
    "projects.propose_to_basket": _("hanke esitettiin hankekoriin"),
    "projects.withdraw_proposal": _("esitys hankekoriin peruttiin"),
    "projects.carry_out_decision": _("työryhmän päätös"),
    "steering.approve_minutes": _("työryhmän päätös"),
    "projects.keep_description": _("kuvaus tallennettiin"),
    "projects.save_funding": _("rahoituksen rivi"),
    "projects.save_project": _("perustiedot"),
    "projects.save_records": _("tuotiin tiedostosta"),
    "projects.set_municipalities": _("kunnat"),
    "basket.add_project": _("hanke lisättiin"),
    "basket.save_basics": _("perustiedot"),
    "basket.save_funding": _("rahoituksen rivi"),
    "basket.save_shares": _("osuudet suunnitelmassa"),
    "basket.save_step": _("hankekorin tila"),
}
_MONEY_OF_CLAIMS = {cost_field(kind): name for kind, name in COSTS.items()} | {
    fund_field(source): name for source, name in CLAIM_SOURCES.items()
}
_FIELDS: Words = {
    "kind": _("Hankkeen laji"),
    "basket_state": _("Tila hankekorissa"),
    "basket_decided_on": _("Työryhmän päätös"),
    "priority": _("Sija hankekorissa"),
    "example": _("Keksitty esimerkki"),
    "municipality": _("Kunta"),
    "measure": _("Toimenpide"),
    "share": _("Osuus"),
    "source": _("Rahoituksen lähde"),
    "year": _("Vuosi"),
    "planned": _("Suunniteltu, euroa"),
    "granted": _("Myönnetty, euroa"),
    "paid": _("Maksettu, euroa"),
    "serial": _("Maksatushakemuksen numero"),
    "of_total": _("Maksatushakemuksia kaikkiaan"),
    "period_end": _("Kausi päättyy"),
    "stated_start": _("Kausi alkaa tiedoston mukaan"),
    "is_last": _("Viimeinen maksatushakemus"),
    "sent_on": _("Lähetetty"),
    "decided_on": _("Päätetty"),
    "income": _("Tulot, euroa"),
    "approved": _("Hyväksytyt kustannukset, euroa"),
}


def state_name(state: str) -> str:
    return BASKET_STATE_NAMES[state].in_language(language())


def states() -> dict[str, str]:
    """Name the states of the basket's life cycle in its order."""
    return {state: state_name(state) for state in Project.BasketState.values}


def field_name(field: str) -> str | Promise:
    """Name a field of a project or of a row beside it; one nobody named is shown as it is."""
    if field in _FIELDS:
        return _FIELDS[field]
    if field in _MONEY_OF_CLAIMS:
        return f"{said(_MONEY_OF_CLAIMS[field]).capitalize()}, {_('euroa')}"
    try:
        return said(label_of(field))
    except KeyError:
        return field


def said(text: Translated) -> str:
    return text.in_language(language())


def language() -> Language:
    """Give the language of the page."""
    return cast("Language", get_language() or "fi")
