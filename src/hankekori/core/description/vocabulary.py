"""Labels and headings of the official pages, and the closed lists of their values."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

Dialect = Literal["2007", "2014-fi", "2014-en"]  # which set of labels a page uses


@dataclass(frozen=True, slots=True)
class Label:
    field: str
    section: str  # key of the heading it belongs under
    texts: tuple[str, ...]  # the usual wording first


@dataclass(frozen=True, slots=True)
class Heading:
    key: str
    title: str
    usual_number: str = ""
    text_field: str = ""  # the field its free text goes to; empty when it has labels only


@dataclass(frozen=True, slots=True)
class Grammar:
    """What one dialect of pages may hold, in its order."""

    dialect: Dialect
    labels: dict[str, tuple[Label, ...]]  # by normal form; two fields share one label in 2007
    headings: dict[str, Heading]  # by normal form of the title
    rank: dict[str, int]  # of a heading key: its place on the page


@lru_cache(maxsize=4096)
def normal_form(text: str) -> str:
    """Bring a label or title to the form it is looked up by: case, spaces and apostrophes do not count."""
    return " ".join(text.lower().replace("\u2019", "'").split())


HEADER_2007 = ("Euroopan unioni", "Vipuvoimaa EU:lta")
HEADER_2014 = ("Euroopan unioni Vipuvoimaa EU:lta",)
HEADER_LINES = frozenset(normal_form(line) for line in (*HEADER_2007, *HEADER_2014))

FUND_NAMES_FI = {"ESR": "Euroopan sosiaalirahaston (ESR)", "EAKR": "Euroopan aluekehitysrahaston (EAKR)"}
FUND_NAMES_EN = {"ESR": "the European Social Fund (ESF)", "EAKR": "European Regional Development Fund (ERDF)"}

NATIONWIDE = "Valtakunnallinen projekti"
CO_IMPLEMENTERS = "Osatoteuttajat"
TECHNICAL_ASSISTANCE = "Tekninen tuki"
PLANNED, ACTUAL = "Suunniteltu", "Toteutunut seurantatietojen mukaan"

AREA_LABELS = (
    Label("area.regions", "place", ("Maakunnat",)),
    Label("area.subregions", "place", ("Seutukunnat",)),
    Label("area.municipalities", "place", ("Kunnat",)),
)
FUNDING_LABELS = (
    Label("funding.granted_eu_state", "funding", ("Myönnetty EU- ja valtion rahoitus",)),
    Label("funding.realised_eu_state", "funding", ("Toteutunut EU- ja valtion rahoitus",)),
    Label("funding.planned_public", "funding", ("Suunniteltu julkinen rahoitus yhteensä",)),
    Label("funding.realised_public", "funding", ("Toteutunut julkinen rahoitus yhteensä",)),
)
CLASSIFICATION_LABELS = (
    Label("classification.equality", "classes", ("Tasa-arvo",)),
    Label("classification.sustainable_development", "classes", ("Kestävä kehitys",)),
    Label("classification.partnership", "classes", ("Kumppanuus",)),
    Label("classification.innovativeness", "classes", ("Innovatiivisuus",)),
)
LABELS_2007 = (
    Label("project.code", "project", ("Projektikoodi",)),
    Label("project.name", "project", ("Projektin nimi",)),
    Label("project.part", "project", ("Osio",)),
    Label("project.programme", "project", ("Ohjelma",)),
    Label("project.priority_axis", "project", ("Toimintalinja",)),
    Label("project.type", "project", ("Projektityyppi",)),
    Label("project.duration", "project", ("Suunnitelman mukainen toteutusaika",)),
    Label("project.status", "project", ("Toiminnan tila",)),
    Label("project.authority", "project", ("Vastuuviranomainen",)),
    Label("implementer.name", "implementer", ("Toteuttajaorganisaation nimi", "Toteuttajan nimi")),
    Label("implementer.type", "implementer", ("Organisaatiotyyppi", "Toteuttajatyyppi")),
    Label("implementer.business_id", "implementer", ("Y-tunnus",)),
    Label("implementer.address", "implementer", ("Osoite",)),
    Label("implementer.phone", "implementer", ("Puhelinnumero",)),
    Label("implementer.website", "implementer", ("Toteuttajaorganisaation Web-osoite",)),
    Label("implementer.project_website", "implementer", ("Projektin kotisivun osoite",)),
    Label("implementer.contact.name", "implementer", ("Vastuuhenkilön nimi",)),
    Label("implementer.contact.title", "implementer", ("Asema",)),
    Label("implementer.contact.email", "implementer", ("Sähköposti",)),
    Label("implementer.contact.phone", "implementer", ("Puhelinnumero",)),
    *AREA_LABELS,
    *FUNDING_LABELS,
    *CLASSIFICATION_LABELS,
)
LABELS_2014_FI = (
    Label("project.code", "project", ("Hankekoodi",)),
    Label("project.name", "project", ("Hankkeen nimi",)),
    Label("project.priority_axis", "project", ("Toimintalinja",)),
    Label("project.specific_objective", "project", ("Erityistavoite",)),
    Label("project.duration", "project", ("Suunnitelman mukainen toteutusaika",)),
    Label("project.status", "project", ("Toiminnan tila",)),
    Label("project.authority", "project", ("Vastuuviranomainen",)),
    Label("implementer.name", "implementer", ("Hakijan virallinen nimi",)),
    Label("implementer.type", "implementer", ("Organisaatiotyyppi",)),
    Label("implementer.business_id", "implementer", ("Y-tunnus",)),
    Label("implementer.address", "implementer", ("Jakeluosoite",)),
    Label("implementer.phone", "implementer", ("Puhelinnumero",)),
    Label("implementer.postal_code", "implementer", ("Postinumero",)),
    Label("implementer.city", "implementer", ("Postitoimipaikka",)),
    Label("implementer.website", "implementer", ("WWW-osoite",)),
    Label("implementer.contact.name", "implementer", ("Hankkeen yhteyshenkilön nimi",)),
    Label("implementer.contact.title", "implementer", ("Yhteyshenkilön asema hakijaorganisaatiossa",)),
    Label(
        "implementer.contact.email",
        "implementer",
        ("Yhteyshenkilön sähköpostisoite", "Yhteyshenkilön sähköpostiosoite"),  # the service's own spelling first
    ),
    Label("implementer.contact.phone", "implementer", ("Yhteyshenkilön puhelinnumero",)),
    Label("implementer.applicant_count", "implementer", ("Hakijoiden lukumäärä tai tuen siirto -menettely",)),
)
LABELS_2014_EN = (
    Label("project.code", "project", ("Project code",)),
    Label("project.name", "project", ("Project name",)),
    Label("project.priority_axis", "project", ("Policy",)),
    Label("project.specific_objective", "project", ("Specific objective",)),
    Label("project.duration", "project", ("Planned completion time",)),
    Label("project.status", "project", ("Operational status",)),
    Label("project.authority", "project", ("Responsible authority",)),
    Label("implementer.name", "implementer", ("Official name of the applicant",)),
    Label("implementer.type", "implementer", ("Organisation type",)),
    Label("implementer.business_id", "implementer", ("Business ID",)),
    Label("implementer.address", "implementer", ("Street",)),
    Label("implementer.phone", "implementer", ("Telephone number",)),
    Label("implementer.postal_code", "implementer", ("Postal code",)),
    Label("implementer.city", "implementer", ("City/town",)),
    Label("implementer.website", "implementer", ("Website",)),
    Label("implementer.contact.name", "implementer", ("Project contact person's name",)),
    Label("implementer.contact.title", "implementer", ("Contact person's position in the organisation",)),
    Label("implementer.contact.email", "implementer", ("Contact person\u2019s email address",)),  # curly only here
    Label("implementer.contact.phone", "implementer", ("Contact person's phone number",)),
    Label("implementer.applicant_count", "implementer", ("Number of applicants or subsidy transfer",)),
)

HEADINGS_2007 = (
    Heading("project", "Projekti", "1"),
    Heading("implementer", "Projektin toteuttaja", "2"),
    Heading("area", "Projektin toteutusalue ja kohderyhmän kuvaus", "3", "area.description"),
    Heading("place", "Maantieteellinen kohdealue", "3.1", "area.description"),
    Heading("direct", "Varsinaiset kohderyhmät", "3.2", "target_groups.direct"),
    Heading("indirect", "Välilliset kohderyhmät", "3.3", "target_groups.indirect"),
    Heading("participants", "Aloittaneiden henkilöiden määrä", "3.4"),
    Heading("participating_companies", "Osallistuvien yritysten lukumäärä", "3.4"),
    Heading("participating_organisations", "Osallistuvien muiden organisaatioiden lukumäärä", "3.5"),
    Heading("goals", "Projektin tavoitteet, tulokset ja vaikutukset", "4"),
    Heading("jobs", "Uusien työpaikkojen määrä", "4.1"),
    Heading("companies", "Uusien yritysten määrä", "4.2"),
    Heading("degrees", "Suoritettujen tutkintojen määrä", "4.3"),
    Heading("summary", "Suunnitelman mukainen tiivistelmä toteutuksesta", "5", "summary"),
    Heading("publicity", "Tiedotus ja hyvien käytäntöjen levittäminen", "6"),
    Heading("communication_plan", "Tiedotussuunnitelma", "6.1", "communication_plan"),
    Heading("dissemination_plan", "Suunnitelma hyvien käytäntöjen levittämisestä", "6.2", "dissemination_plan"),
    Heading("funding", "Projektin julkinen rahoitus, euroa", "7"),
    Heading("classification", "Vastuuviranomaisen tekemä projektin luokittelu", "8"),
    Heading("classes", "Horisontaalinen luokittelu", "8.1"),
    Heading("final_report_summary", "Loppuraportin tiivistelmä", "9", "final_report_summary"),
)
HEADINGS_2014_FI = (
    Heading("project", "Hanke", "1"),
    Heading("implementer", "Hakijan perustiedot", "2"),
    Heading("summary", "Suunnitelman mukainen tiivistelmä toteutuksesta", "3", "summary"),
)
HEADINGS_2014_EN = (
    Heading("project", "Project", "1"),
    Heading("implementer", "Basic applicant information", "2"),
    Heading("summary", "Plan-specified summary of the project completion", "3", "summary"),
)

FREE_TEXT_FIELDS = frozenset(
    {
        "area.description",
        "target_groups.direct",
        "target_groups.indirect",
        "summary",
        "communication_plan",
        "dissemination_plan",
        "final_report_summary",
    }
)

RESULT_KEYS = (
    "participants",
    "jobs",
    "companies",
    "degrees",
    "participating_companies",
    "participating_organisations",
)
WOMEN_WORDS = {"jobs": "naisten työpaikkoja", "companies": "naisten perustamia", "degrees": "naisten tutkintoja"}
WOMEN_WORDS_OTHERWISE = "naisia"

PARTS_2007 = (
    "Etelä-Suomen suuralueosio",
    "Itä-Suomen suuralueosio",
    "Länsi-Suomen suuralueosio",
    "Pohjois-Suomen suuralueosio",
    "Valtakunnallinen osio",
)
PROGRAMMES_2007 = ("Etelä-Suomi", "Itä-Suomi", "Länsi-Suomi", "Pohjois-Suomi")
PROJECT_TYPES_2007 = (
    "Projekti, jossa on henkilöitä mukana",
    "Projekti, jossa ei ole henkilöitä mukana",
    "Tiedotus ja viestintä",
    "Toimeenpano, hallinnointi",
    "Kehittämisprojekti",
    "Sekä investointi- että kehittämisprojekti",
    "Investointiprojekti",
)
WITH_PERSONS, WITHOUT_PERSONS = PROJECT_TYPES_2007[:2]
ORGANISATION_TYPES_2007 = (
    "Kunta",
    "Kuntayhtymä",
    "Maakuntaliitto",
    "Valtion viranomainen",
    "Yliopisto",
    "Ammattikorkeakoulu",
    "Ammatillinen oppilaitos",
    "Tutkimuslaitos",
    "Yritys",
    "Järjestö tai yhdistys",
    "Säätiö",
    "Muu yhteisö",
    "Muu",
)
ORGANISATION_TYPES_2014 = (
    "Ammatillinen oppilaitos",
    "Ammattikorkeakoulu",
    "Kansalaisjärjestö",
    "Kunta",
    "Kuntayhtymä",
    "Mikroyritys",
    "Pieni yritys",
    "Muu julkisoikeudellinen oikeushenkilö",
    "Muu järjestö tai yhdistys",
    "Muu yksityisoikeudellinen oikeushenkilö",
    "Säätiö",
    "Tutkimuslaitos",
    "Valtion viranomainen",
    "Yliopisto",
    "Joint municipal authority",
    "University",
)
STATUSES = ("Toiminta päättynyt", "Toiminnassa", "Keskeytynyt", "Ended")
ONE_APPLICANT, SEVERAL_APPLICANTS = "Vain yksi hakija", "Hakijoita on useampi kuin yksi (yhteishanke)"

# Place names of several words; the service prints a comma in place of their space.
SPACED_PLACE_NAMES = ("Pielisen Karjalan", "Pielisen Karjala", "Koski Tl", "Koski Hl", "Uusi Kaarlepyy")


@cache
def grammar(dialect: Dialect) -> Grammar:
    """Say what a page of this dialect may hold."""
    labels, headings = {
        "2007": (LABELS_2007, HEADINGS_2007),
        "2014-fi": (LABELS_2014_FI, HEADINGS_2014_FI),
        "2014-en": (LABELS_2014_EN, HEADINGS_2014_EN),
    }[dialect]
    return Grammar(
        dialect=dialect,
        labels=_labels_by_text((*labels, *_borrowed_labels(dialect, labels))),
        headings={normal_form(heading.title): heading for heading in headings},
        rank={heading.key: place for place, heading in enumerate(_in_order(headings))},
    )


@cache
def every_heading() -> dict[str, Heading]:
    """Headings of all pages by the normal form of their title."""
    headings = (*HEADINGS_2014_EN, *HEADINGS_2014_FI, *HEADINGS_2007)
    return {normal_form(heading.title): heading for heading in headings}


@cache
def every_label() -> frozenset[str]:
    """Labels of all pages in normal form."""
    known = {normal_form(text) for label in (*LABELS_2007, *LABELS_2014_FI, *LABELS_2014_EN) for text in label.texts}
    return frozenset(known | {normal_form(PLANNED), normal_form(ACTUAL)})


def _borrowed_labels(dialect: Dialect, own: tuple[Label, ...]) -> tuple[Label, ...]:
    """Labels of other pages for the fields this page has none for, so that any record can be written."""
    if dialect == "2007":
        return tuple(label for label in LABELS_2014_FI if label.field in _ONLY_2014)
    fields = {label.field for label in own}
    return tuple(label for label in LABELS_2007 if label.field not in fields)


_ONLY_2014 = {
    "project.specific_objective",
    "implementer.postal_code",
    "implementer.city",
    "implementer.contact.phone",  # for a record with that phone only
    "implementer.applicant_count",
}


def _labels_by_text(labels: tuple[Label, ...]) -> dict[str, tuple[Label, ...]]:
    found: dict[str, tuple[Label, ...]] = {}
    for label in labels:
        for text in label.texts:
            form = normal_form(text)
            found[form] = (*found.get(form, ()), label)
    return found


def _in_order(headings: tuple[Heading, ...]) -> list[Heading]:
    own = {heading.key for heading in headings}
    return [*headings, *(heading for heading in HEADINGS_2007 if heading.key not in own)]
