"""What the actions of intake refuse, each in its own words."""

from hankekori.areas.errors import DomainError
from hankekori.core.intake import HIGHEST_SCORE, HIGHEST_WEIGHT
from hankekori.core.texts import Translated


class WeightError(DomainError):
    """A weight no criterion can have."""

    def __init__(self) -> None:
        super().__init__(_WEIGHT, field="weight")


class ScoreError(DomainError):
    """A score out of its range."""

    def __init__(self) -> None:
        super().__init__(_SCORE, field="score")


class CriterionTakenError(DomainError):
    """The programme has the criterion already."""

    def __init__(self) -> None:
        super().__init__(_TAKEN, field="name_fi")


class CriterionUsedError(DomainError):
    """A criterion by which projects have been assessed is to be removed."""

    def __init__(self, projects: int) -> None:
        super().__init__((_USED_ONCE if projects == 1 else _USED).filled(n=projects))


class CriterionRetiredError(DomainError):
    """An assessment by a criterion that is no longer asked."""

    def __init__(self) -> None:
        super().__init__(_RETIRED)


_WEIGHT = Translated(
    fi=f"Painoarvo on kokonaisluku väliltä 1–{HIGHEST_WEIGHT}.",
    sv=f"Vikten är ett heltal mellan 1 och {HIGHEST_WEIGHT}.",
    en=f"The weight is a whole number from 1 to {HIGHEST_WEIGHT}.",
)
_SCORE = Translated(
    fi=f"Pisteet ovat kokonaisluku väliltä 0–{HIGHEST_SCORE}.",
    sv=f"Poängen är ett heltal mellan 0 och {HIGHEST_SCORE}.",
    en=f"The score is a whole number from 0 to {HIGHEST_SCORE}.",
)
_TAKEN = Translated(
    fi="Sama arviointiperuste on jo käytössä. Jos se on poistettu käytöstä, ota se uudelleen käyttöön.",
    sv="Samma bedömningsgrund finns redan. Om den har tagits ur bruk, ta den i bruk på nytt.",
    en="The same criterion exists already. If it was retired, take it back into use.",
)
_USED_ONCE = Translated(
    fi="Yksi hanke on arvioitu tällä perusteella, joten sitä ei voi poistaa. Poista se käytöstä.",
    sv="Ett projekt har bedömts enligt den här grunden, så den kan inte raderas. Ta den ur bruk.",
    en="One project has been assessed by this criterion, so it cannot be removed. Retire it instead.",
)
_USED = Translated(
    fi="{n} hanketta on arvioitu tällä perusteella, joten sitä ei voi poistaa. Poista se käytöstä.",
    sv="{n} projekt har bedömts enligt den här grunden, så den kan inte raderas. Ta den ur bruk.",
    en="{n} projects have been assessed by this criterion, so it cannot be removed. Retire it instead.",
)
_RETIRED = Translated(
    fi="Arviointiperuste on poistettu käytöstä. Avaa sivu uudelleen.",
    sv="Bedömningsgrunden har tagits ur bruk. Öppna sidan på nytt.",
    en="The criterion has been retired. Open the page again.",
)
