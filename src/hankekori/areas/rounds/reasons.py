"""The coded reasons for returning and reopening a report, in words."""

from collections.abc import Mapping

from hankekori.areas.monitoring.reasons import REASONS
from hankekori.core.texts import Translated

RETURN_REASONS: Mapping[str, Translated] = {
    "figures_missing": Translated("lukuja puuttuu", "tal saknas", "figures are missing"),
    "figures_contradict": Translated("luvut ovat ristiriidassa", "talen är motstridiga", "figures contradict"),
    "text_unclear": Translated("sanallinen osa on epäselvä", "textdelen är oklar", "the text is unclear"),
    "deviation_unexplained": Translated(
        "poikkeamaa ei ole selitetty", "avvikelsen är inte förklarad", "the deviation is not explained"
    ),
    "evidence_missing": Translated("näyttö puuttuu", "underlag saknas", "evidence is missing"),
    "funding_unclear": Translated("rahoitus on epäselvä", "finansieringen är oklar", "the funding is unclear"),
    "other": Translated("muu syy", "annan orsak", "other reason"),
}
REOPENING_REASONS = REASONS  # what is approved again goes to the ledger as corrections, which have the same reasons
