"""The fields of a project record that imports fill, with the names people know them by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hankekori.core.columns import PROJECT_COLUMNS
from hankekori.core.money import format_date, format_euros
from hankekori.core.texts import Translated

ACTUAL, PLANNED = "actual", "planned"
RESULTS = ("participants", "jobs", "companies", "degrees", "participating_companies", "participating_organisations")
DESCRIPTION = "description"
_EMPTY_VALUES = (None, "", (), False)


@dataclass(frozen=True, slots=True)
class ResultFigures:
    """A figure of an official description: total and, where the page tells it, women's part."""

    total: int
    women: int | None

    def __str__(self) -> str:
        return str(self.total) if self.women is None else f"{self.total} ({self.women})"


def label_of(field: str) -> Translated:
    """Name a field; a result such as planned:jobs is named by what is counted and whether planned or realised."""
    part, _, result = field.partition(":")
    if not result:
        return _LABELS[field]
    template, name = _RESULT_TEMPLATES[part], _RESULT_LABELS[result]
    return Translated(
        template.fi.format(name=name.fi), template.sv.format(name=name.sv), template.en.format(name=name.en)
    )


def shown(value: Any, language: str = "fi") -> str:  # noqa: ANN401 - any field's value
    """Write a field's value for the preview; nothing is an empty text."""
    match value:
        case None | False:
            return ""
        case True:
            return _YES.in_language(language)
        case date():
            return format_date(value, language)
        case tuple():
            return ", ".join(value)
        case int():
            return format_euros(Decimal(value), language)
        case _:
            return str(value)


def changed_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """List the fields of `new` that differ from `old`; 0 and nothing differ, nothing and an empty text do not."""
    return tuple(field for field, value in new.items() if not _same(old.get(field), value))


def _same(old: Any, new: Any) -> bool:  # noqa: ANN401 - any field's value
    return old == new or (_is_empty(old) and _is_empty(new))


def _is_empty(value: Any) -> bool:  # noqa: ANN401 - any field's value
    return any(value is empty or (value == empty and type(value) is type(empty)) for empty in _EMPTY_VALUES)


_YES = Translated("kyllä", "ja", "yes")
_RESULT_TEMPLATES = {
    PLANNED: Translated("Suunniteltu: {name}", "Planerat: {name}", "Planned: {name}"),
    ACTUAL: Translated("Toteutunut: {name}", "Utfall: {name}", "Actual: {name}"),
}
_RESULT_LABELS = {
    "participants": Translated("aloittaneet henkilöt", "personer som inlett", "persons who started"),
    "jobs": Translated("uudet työpaikat", "nya arbetsplatser", "new jobs"),
    "companies": Translated("uudet yritykset", "nya företag", "new enterprises"),
    "degrees": Translated("suoritetut tutkinnot", "avlagda examina", "degrees completed"),
    "participating_companies": Translated("osallistuvat yritykset", "deltagande företag", "participating enterprises"),
    "participating_organisations": Translated(
        "osallistuvat muut organisaatiot", "övriga deltagande organisationer", "other participating organisations"
    ),
}
_LABELS = {column.field: column.label for column in PROJECT_COLUMNS} | {
    "stage": Translated("Vaihe", "Skede", "Stage"),
    "fund_programme": Translated("Ohjelma", "Program", "Programme of the fund"),
    "axis_name": Translated("Toimintalinjan nimi", "Insatsområdets namn", "Name of the priority axis"),
    "objective_number": Translated(
        "Erityistavoitteen numero", "Det särskilda målets nummer", "Specific objective number"
    ),
    "objective_name": Translated("Erityistavoite", "Särskilt mål", "Specific objective"),
    "project_type": Translated("Hanketyyppi", "Projekttyp", "Project type"),
    "organisation_kind": Translated("Organisaatiotyyppi", "Organisationstyp", "Organisation type"),
    "implementer_may_be_person": Translated(
        "Toteuttaja voi olla luonnollinen henkilö",
        "Genomföraren kan vara en fysisk person",
        "The implementer may be a natural person",
    ),
    "nationwide": Translated("Valtakunnallinen", "Riksomfattande", "Nationwide"),
    "regions": Translated("Maakunnat", "Landskap", "Regions"),
    "subregions": Translated("Seutukunnat", "Ekonomiska regioner", "Sub-regions"),
    "municipalities": Translated("Kunnat kartalla", "Kommuner på kartan", "Municipalities on the map"),
    "target_group_direct": Translated("Varsinaiset kohderyhmät", "Direkta målgrupper", "Direct target groups"),
    "target_group_indirect": Translated("Välilliset kohderyhmät", "Indirekta målgrupper", "Indirect target groups"),
    "communication_plan": Translated("Tiedotussuunnitelma", "Kommunikationsplan", "Communication plan"),
    "dissemination_plan": Translated(
        "Hyvien käytäntöjen levittäminen", "Spridning av god praxis", "Dissemination of good practice"
    ),
    "final_report_summary": Translated(
        "Loppuraportin tiivistelmä", "Sammandrag av slutrapporten", "Summary of the final report"
    ),
    "equality": Translated("Tasa-arvo", "Jämställdhet", "Equality"),
    "sustainable_development": Translated("Kestävä kehitys", "Hållbar utveckling", "Sustainable development"),
    "partnership": Translated("Kumppanuus", "Partnerskap", "Partnership"),
    "innovativeness": Translated("Innovatiivisuus", "Innovativitet", "Innovativeness"),
    "website": Translated("Hankkeen kotisivu", "Projektets webbplats", "Project website"),
    "contact_name": Translated("Yhteyshenkilö", "Kontaktperson", "Contact person"),
    "contact_title": Translated("Yhteyshenkilön asema", "Kontaktpersonens ställning", "Contact person's position"),
    "contact_email": Translated("Yhteyshenkilön sähköposti", "Kontaktpersonens e-post", "Contact person's e-mail"),
    "contact_phone": Translated("Yhteyshenkilön puhelin", "Kontaktpersonens telefon", "Contact person's phone"),
    DESCRIPTION: Translated("Virallinen kuvaus", "Officiell beskrivning", "Official description"),
    # municipalities and their boundaries
    "name_fi": Translated("Suomenkielinen nimi", "Finskt namn", "Finnish name"),
    "name_sv": Translated("Ruotsinkielinen nimi", "Svenskt namn", "Swedish name"),
    "region": Translated("Maakunta", "Landskap", "Region"),
    "subregion_fi": Translated("Seutukunta", "Ekonomisk region", "Sub-region"),
    "valid_to": Translated("Voimassa asti", "Giltig till", "Valid until"),
    "successor": Translated("Seuraaja", "Efterträdare", "Successor"),
    "boundary": Translated("Raja", "Gräns", "Boundary"),
    "boundary_source": Translated("Rajan lähde", "Gränsens källa", "Source of the boundary"),
}
