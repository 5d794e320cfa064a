"""What the actions of projects refuse, each in its own words."""

from decimal import Decimal

from hankekori.areas.errors import DomainError
from hankekori.core.money import format_percent
from hankekori.core.texts import LANGUAGES, Translated


class ProjectCodeError(DomainError):
    """A code that does not look like a project's code."""

    def __init__(self, code: str) -> None:
        super().__init__(_CODE_FORM.filled(code=code), field="code")


class ProjectCodeTakenError(DomainError):
    """Another project of the programme has the code."""

    def __init__(self, code: str) -> None:
        super().__init__(_CODE_TAKEN.filled(code=code), field="code")


class UnknownChoiceError(DomainError):
    """A value that is not among a field's choices."""

    def __init__(self, field: str, value: str) -> None:
        super().__init__(_UNKNOWN_CHOICE.filled(value=value), field=field)


class SharesError(DomainError):
    """Shares of a project that do not add up to the whole, in percent."""

    def __init__(self, total: Decimal) -> None:
        written = {language: format_percent(total * 100, language, decimals=2) for language in LANGUAGES}
        said = {language: _SHARES.in_language(language).format(total=written[language]) for language in LANGUAGES}
        super().__init__(Translated(**said), field="shares")


class ShareOutOfRangeError(DomainError):
    """A share that is not above 0 and at most 1, or has more than six decimals."""

    def __init__(self) -> None:
        super().__init__(_SHARE_RANGE, field="shares")


class MeasuresOfTwoPlansError(DomainError):
    """Measures of different plan versions given together."""

    def __init__(self) -> None:
        super().__init__(_TWO_PLANS, field="shares")


class BasketStepError(DomainError):
    """A step in the basket's life cycle that does not exist."""

    def __init__(self, old: str, new: str) -> None:
        words = {language: (_step(old, language), _step(new, language)) for language in LANGUAGES}
        said = {
            language: _BASKET_STEP.in_language(language).format(old=pair[0], new=pair[1])
            for language, pair in words.items()
        }
        super().__init__(Translated(**said), field="basket_state")


class BasketDecisionError(DomainError):
    """A decision that has no effect where the project stands, in the rule's words."""

    def __init__(self, why: Translated) -> None:
        super().__init__(why, field="project")


class PriorityMissingError(DomainError):
    """A decision on a project's place in the order that does not say which."""

    def __init__(self) -> None:
        super().__init__(_PRIORITY, field="priority")


def _step(state: str, language: str) -> str:
    return BASKET_STATE_NAMES[state].in_language(language)


BASKET_STATE_NAMES = {
    "outside": Translated("korin ulkopuolella", "utanför korgen", "outside the basket"),
    "proposed": Translated("esitetty koriin", "föreslaget för korgen", "proposed for the basket"),
    "in_basket": Translated("korissa", "i korgen", "in the basket"),
    "left": Translated("poistunut korista", "har lämnat korgen", "left the basket"),
}

_CODE_FORM = Translated(
    fi="Hankekoodi {code} ei ole oikeaa muotoa: iso kirjain ja 4–9 numeroa, esimerkiksi S11010.",
    sv="Projektkoden {code} har fel form: en stor bokstav och 4–9 siffror, till exempel S11010.",
    en="The project code {code} has the wrong form: a capital letter and 4–9 digits, for example S11010.",
)
_CODE_TAKEN = Translated(
    fi="Koodi {code} on jo toisella hankkeella.",
    sv="Ett annat projekt har redan koden {code}.",
    en="Another project already has the code {code}.",
)
_UNKNOWN_CHOICE = Translated(
    fi="Arvo ”{value}” ei ole vaihtoehtojen joukossa.",
    sv="Värdet ”{value}” finns inte bland alternativen.",
    en="The value “{value}” is not among the choices.",
)
_SHARES = Translated(
    fi="Hankkeen osuuksien summa on {total}. Sen pitää olla 100 %.",
    sv="Projektets andelar är sammanlagt {total}. De ska vara 100 %.",
    en="The project's shares add up to {total}. They must add up to 100%.",
)
_SHARE_RANGE = Translated(
    fi="Osuuden pitää olla suurempi kuin 0 ja enintään 100 %, tarkkuus enintään 0,0001 prosenttiyksikköä.",
    sv="En andel ska vara större än 0 och högst 100 %, med en noggrannhet på högst 0,0001 procentenheter.",
    en="A share must be above 0 and at most 100%, no finer than 0.0001 percentage points.",
)
_TWO_PLANS = Translated(
    fi="Toimenpiteiden pitää olla samasta suunnitelman versiosta.",
    sv="Åtgärderna ska höra till samma version av planen.",
    en="The measures must belong to the same version of the plan.",
)
_BASKET_STEP = Translated(
    fi="Hankkeen tilaa ei voi muuttaa näin: {old} → {new}.",
    sv="Projektets läge kan inte ändras så här: {old} → {new}.",
    en="The project's state cannot change like this: {old} → {new}.",
)
_PRIORITY = Translated(
    fi="Kirjoita, monenneksi hanke asetetaan hankekorissa: 1 on ensimmäinen.",
    sv="Skriv vilken plats projektet får i projektkorgen: 1 är den första.",
    en="Write which place the project takes in the basket: 1 comes first.",
)
