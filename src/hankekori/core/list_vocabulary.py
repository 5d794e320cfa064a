"""Words the national project lists are known to use; the lists may hold others, which are then learnt and reported."""

from typing import Literal

ListPeriod = Literal["2007-2013", "2014-2020"]

FUNDS = frozenset({"ESR", "EAKR"})

STATUSES = frozenset(
    {
        "Toiminta päättynyt",
        "Keskeytynyt",
        "Toiminnassa",
        "Toiminta keskeytynyt",
        "Päättynyt",
        "Käynnissä",
        "Ei aloitettu",
        "Toiminta ei ole alkanut",
    }
)

PARTS = frozenset(
    {
        "Etelä-Suomi",
        "Länsi-Suomi",
        "Itä-Suomi",
        "Pohjois-Suomi",
        "Etelä-Suomen suuralueosio",
        "Länsi-Suomen suuralueosio",
        "Itä-Suomen suuralueosio",
        "Pohjois-Suomen suuralueosio",
        "Valtakunnallinen osio",
    }
)

COMPANY_AID = "yritystuet"
COMPANY_AID_ENDINGS = (COMPANY_AID, "Finnvera", "pääomasijoitustoiminta")  # of an authority that aids companies

_CENTRE_AREAS = (
    "Etelä-Pohjanmaan",
    "Etelä-Savon",
    "Hämeen",
    "Kaakkois-Suomen",
    "Kainuun",
    "Keski-Suomen",
    "Lapin",
    "Pirkanmaan",
    "Pohjanmaan",
    "Pohjois-Karjalan",
    "Pohjois-Pohjanmaan",
    "Pohjois-Savon",
    "Satakunnan",
    "Uudenmaan",
    "Varsinais-Suomen",
)

_COUNCILS = (
    "Etelä-Karjalan liitto",
    "Etelä-Pohjanmaan liitto",
    "Etelä-Savon maakuntaliitto",
    "Hämeen liitto",
    "Itä-Uudenmaan liitto",
    "Kainuun liitto",
    "Keski-Pohjanmaan liitto",
    "Keski-Suomen liitto",
    "Kymenlaakson liitto",
    "Lapin liitto",
    "Pirkanmaan liitto",
    "Pohjanmaan liitto",
    "Pohjois-Karjalan maakuntaliitto",
    "Pohjois-Pohjanmaan liitto",
    "Pohjois-Savon liitto",
    "Päijät-Hämeen liitto",
    "Satakuntaliitto",
    "Uudenmaan liitto",
    "Varsinais-Suomen liitto",
)

_CENTRAL = (
    "Finnvera",
    "Finnvera, pääomasijoitustoiminta",
    "Innovaatiorahoituskeskus Business Finland",
    "Innovaatiorahoituskeskus Tekes",
    "Liikennevirasto",
    "Opetus- ja kulttuuriministeriö",
    "Opetushallitus",
    "Ruokavirasto",
    "Sosiaali- ja terveysministeriö",
    "Tekes",
    "Työ- ja elinkeinoministeriö",
    "Ympäristöministeriö",
)

_CENTRES = tuple(f"{area} elinkeino-, liikenne- ja ympäristökeskus" for area in _CENTRE_AREAS)

AUTHORITIES = frozenset(
    {*_CENTRES, *(f"{centre}, {COMPANY_AID}" for centre in _CENTRES), *_COUNCILS, *_CENTRAL},
)

HEADINGS: dict[str, str] = {
    "koodi": "code",
    "projektikoodi": "code",
    "hankekoodi": "code",
    "rahasto": "fund",
    "projektin nimi": "name",
    "hankkeen nimi": "name",
    "ohjelma / osio": "part",
    "ohjelma/osio": "part",
    "tl": "axis",
    "toimintalinja": "axis",
    "viranomainen": "authority",
    "vastuuviranomainen": "authority",
    "toiminnan tila": "status",
    "tila": "status",
    "aloituspvm": "start",
    "päättymispvm": "end",
    "toteuttajan nimi": "implementer",
    "myönnetty eu- ja valtion rahoitus": "granted",
    "toteutunut eu- ja valtion rahoitus": "realised",
    "suunniteltu julkinen rahoitus yhteensä": "planned_public",
    "toteutunut julkinen rahoitus yhteensä": "realised_public",
}

FIELDS_2014 = (
    "code",
    "fund",
    "name",
    "axis",
    "authority",
    "status",
    "start",
    "end",
    "implementer",
    "granted",
    "realised",
    "planned_public",
    "realised_public",
)
FIELDS_2007 = (*FIELDS_2014[:3], "part", *FIELDS_2014[3:])
