"""The names of a report's parts, for remarks that say where something is."""

from collections.abc import Mapping

from hankekori.areas.projects.models import Funding
from hankekori.areas.rounds.models import ReportText
from hankekori.core.texts import Translated

_Field, _Source = ReportText.Field, Funding.Source
TEXT_NAMES: Mapping[str, Translated] = {
    _Field.HIGHLIGHTS: Translated("Onnistumiset", "Framgångar", "Highlights"),
    _Field.PROBLEMS: Translated("Ongelmat", "Problem", "Problems"),
    _Field.DEVIATIONS: Translated("Poikkeamat suunnitelmasta", "Avvikelser från planen", "Deviations from the plan"),
    _Field.PUBLICITY: Translated("Julkisuus", "Publicitet", "Publicity"),
}
SOURCE_NAMES: Mapping[str, Translated] = {
    _Source.EU: Translated("EU:n rahoitus", "EU-finansiering", "EU funding"),
    _Source.STATE: Translated("Valtion rahoitus", "Statlig finansiering", "State funding"),
    _Source.MUNICIPAL: Translated("Kuntien rahoitus", "Kommunal finansiering", "Municipal funding"),
    _Source.OTHER_PUBLIC: Translated("Muu julkinen rahoitus", "Annan offentlig finansiering", "Other public funding"),
    _Source.PRIVATE: Translated("Yksityinen rahoitus", "Privat finansiering", "Private funding"),
}
ENDING_NAME = Translated("Viimeinen raportti", "Sista rapporten", "Last report")
EVIDENCE_NAME = Translated("Näytöt tuloksista", "Underlag för resultaten", "Evidence of results")
