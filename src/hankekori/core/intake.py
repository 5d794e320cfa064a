"""What a project has to have before it enters the basket, and how a weighted assessment becomes one score."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from hankekori.core.texts import Translated

HIGHEST_SCORE = 5
HIGHEST_WEIGHT = 10


class Requirement(StrEnum):
    """What the entry to the basket needs beside a decision of the working group (domain.md 5.4)."""

    MEASURE = "measure"
    OWNER = "owner"
    MUNICIPALITIES = "municipalities"
    MONEY = "money"
    INDICATORS = "indicators"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What is known of a project that is proposed."""

    measures: int  # of the plan in force it carries out
    owner: str  # who implements it
    municipalities: int
    is_nationwide: bool
    planned_money: Decimal | None  # in euros, of all sources; None is not stated
    targets: int  # indicators for which the project has a target of its own
    partner_notes: int  # letters and notes of partners


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """One requirement: whether it is met, what it asks, and what to do where it is not."""

    requirement: Requirement
    is_met: bool
    name: Translated
    advice: Translated


@dataclass(frozen=True, slots=True)
class Answer:
    """A score from 0 to 5, None where nobody has assessed the criterion yet, and its weight from 1 to 10."""

    score: int | None
    weight: int


def check_entry(facts: EntryFacts) -> tuple[EntryCheck, ...]:
    """Check every requirement, in the order they are worked through."""
    met = {
        Requirement.MEASURE: facts.measures > 0,
        Requirement.OWNER: bool(facts.owner.strip()),
        Requirement.MUNICIPALITIES: facts.municipalities > 0 or facts.is_nationwide,
        Requirement.MONEY: bool(facts.planned_money),
        Requirement.INDICATORS: facts.targets > 0,
        Requirement.PARTNER: facts.partner_notes > 0,
    }
    return tuple(EntryCheck(each, met[each], *_WORDS[each]) for each in Requirement)


def score_of(answers: Iterable[Answer]) -> Decimal | None:
    """Give the weighted score in percent of the highest, over what was assessed; None before the first score."""
    given = [(answer.score, answer.weight) for answer in answers if answer.score is not None]
    return score_from(sum(score * weight for score, weight in given), sum(weight for _score, weight in given))


def score_from(weighted: int, weights: int) -> Decimal | None:
    """Give the score from the sum of scores times weights and the sum of weights: percent with one decimal."""
    if not weights:
        return None
    return (Decimal(100 * weighted) / (HIGHEST_SCORE * weights)).quantize(_ONE_DECIMAL, ROUND_HALF_UP)


_ONE_DECIMAL = Decimal("0.1")
_WORDS: dict[Requirement, tuple[Translated, Translated]] = {
    Requirement.MEASURE: (
        Translated("Suunnitelman toimenpide", "Åtgärd i planen", "Measure of the plan"),
        Translated(
            "Liitä hanke siihen toimenpiteeseen, jota se toteuttaa.",
            "Koppla projektet till den åtgärd som det genomför.",
            "Link the project to the measure it carries out.",
        ),
    ),
    Requirement.OWNER: (
        Translated("Toteuttaja", "Genomförare", "Implementer"),
        Translated(
            "Kirjaa, mikä organisaatio vastaa hankkeesta.",
            "Ange vilken organisation som ansvarar för projektet.",
            "Record the organisation that answers for the project.",
        ),
    ),
    Requirement.MUNICIPALITIES: (
        Translated("Kunnat", "Kommuner", "Municipalities"),
        Translated(
            "Valitse kunnat, joissa hanke toimii.",
            "Välj de kommuner där projektet verkar.",
            "Choose the municipalities the project works in.",
        ),
    ),
    Requirement.MONEY: (
        Translated("Rahoitussuunnitelma", "Finansieringsplan", "Funding plan"),
        Translated(
            "Kirjaa suunniteltu rahoitus lähteittäin ja vuosittain.",
            "Ange den planerade finansieringen per källa och år.",
            "Record the planned funding by source and year.",
        ),
    ),
    Requirement.INDICATORS: (
        Translated("Mittarit ja tavoitteet", "Indikatorer och mål", "Indicators and targets"),
        Translated(
            "Anna hankkeelle oma tavoite ainakin yhdessä mittarissa.",
            "Ge projektet ett eget mål för minst en indikator.",
            "Give the project a target of its own in at least one indicator.",
        ),
    ),
    Requirement.PARTNER: (
        Translated("Kumppanin kirje tai merkintä", "Brev eller anteckning från en partner", "Partner’s letter or note"),
        Translated(
            "Kirjaa, mikä kumppani tukee hanketta ja mistä se ilmenee.",
            "Ange vilken partner som stöder projektet och hur det framgår.",
            "Record which partner supports the project and where that is written.",
        ),
    ),
}
