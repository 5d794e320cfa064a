"""Names of the dimensions and figures of compilations, and of the values they have."""

from hankekori.core.texts import Translated
from hankekori.reports.working_group.names import BASKET_STATES as _BASKET_STATES
from hankekori.reports.working_group.names import FUND_CODES as _FUND_CODES
from hankekori.reports.working_group.names import STAGES as _STAGES

BASKET_STATES, FUND_CODES, STAGES = dict(_BASKET_STATES), dict(_FUND_CODES), dict(_STAGES)

PROJECT = Translated("Hanke", "Projekt", "Project")
MUNICIPALITY = Translated("Kunta", "Kommun", "Municipality")
SUBREGION = Translated("Seutukunta", "Ekonomisk region", "Sub-region")
REGION = Translated("Maakunta", "Landskap", "Region")
FUND = Translated("Rahoittaja (rahasto)", "Finansiär (fond)", "Funder (fund)")
AUTHORITY = Translated("Viranomainen", "Myndighet", "Authority")
IMPLEMENTER = Translated("Toteuttaja", "Genomförare", "Implementer")
KIND_OF_IMPLEMENTER = Translated("Toteuttajan laji", "Slag av genomförare", "Kind of implementer")
OBJECTIVE = Translated("Painopiste", "Prioritering", "Objective")
MEASURE = Translated("Toimenpide", "Åtgärd", "Measure")
KIND = Translated("Hankkeen laji", "Projektets slag", "Kind of project")
BASKET = Translated("Tila hankekorissa", "Läge i projektkorgen", "State in the basket")
FOLLOWED = Translated("Ohjelma seuraa", "Programmet följer", "Followed by the programme")
STAGE = Translated("Vaihe", "Skede", "Stage")
PROGRAMME_PERIOD = Translated("Ohjelmakausi", "Programperiod", "Programming period")
AXIS = Translated("Toimintalinja", "Insatsområde", "Priority axis")
START_YEAR = Translated("Alkamisvuosi", "Startår", "Starting year")
END_YEAR = Translated("Päättymisvuosi", "Slutår", "Ending year")
YEAR = Translated("Vuosi", "År", "Year")
HALF_YEAR = Translated("Puolivuosi", "Halvår", "Half-year")
INDICATOR = Translated("Mittari", "Indikator", "Indicator")

NATIONWIDE = Translated("koko maa", "hela landet", "the whole country")
PERSON = Translated(
    "yksityinen elinkeinonharjoittaja (nimeä ei näytetä)",
    "enskild näringsidkare (namnet visas inte)",
    "sole trader (name not shown)",
)
NO_MUNICIPALITY = Translated("ei kuntaa", "ingen kommun", "no municipality")
NO_MEASURE = Translated("ei suunnitelman toimenpidettä", "ingen åtgärd i planen", "no measure of the plan")
SEVERAL_MUNICIPALITIES = Translated(
    "useita kuntia: {names}", "flera kommuner: {names}", "several municipalities: {names}"
)
SEVERAL_SUBREGIONS = Translated(
    "useita seutukuntia: {names}", "flera ekonomiska regioner: {names}", "several sub-regions: {names}"
)
SEVERAL_REGIONS = Translated("useita maakuntia: {names}", "flera landskap: {names}", "several regions: {names}")

KINDS = {
    "basket": Translated("rakennerahastohanke", "strukturfondsprojekt", "Structural Funds project"),
    "other": Translated("muu hanke", "annat projekt", "other project"),
    "employment": Translated("työllisyysperusteinen", "sysselsättningsbaserat", "employment-based"),
    "business_policy": Translated("elinkeinopoliittinen", "näringspolitiskt", "business policy"),
}
YES_NO = {"kylla": Translated("kyllä", "ja", "yes"), "ei": Translated("ei", "nej", "no")}

EUROS = Translated("€", "€", "€")
PROJECTS = Translated("Hankkeita", "Projekt", "Projects")
GRANTED_EU_STATE = Translated(
    "Myönnetty EU- ja valtion rahoitus", "Beviljad EU- och statlig finansiering", "EU and state funding granted"
)
REALISED_EU_STATE = Translated(
    "Toteutunut EU- ja valtion rahoitus", "Realiserad EU- och statlig finansiering", "EU and state funding realised"
)
PLANNED_PUBLIC = Translated(
    "Suunniteltu julkinen rahoitus", "Planerad offentlig finansiering", "Public funding planned"
)
REALISED_PUBLIC = Translated(
    "Toteutunut julkinen rahoitus", "Realiserad offentlig finansiering", "Public funding realised"
)
SHARE_USED = Translated("Rahoitusta käytetty", "Andel använd finansiering", "Funding used")
PROJECT_SOURCE = Translated(
    "Hankkeiden tiedot sellaisina kuin ne ovat ohjelmassa nyt",
    "Projektens uppgifter sådana de är i programmet nu",
    "Data on projects as they are in the programme now",
)
