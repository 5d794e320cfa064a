"""How the values of an indicator combine, and what one value must satisfy."""

from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum

from hankekori.core.figures import Figure
from hankekori.core.texts import Translated


class Combination(StrEnum):
    """How an indicator's values combine over periods and projects."""

    SUM = "sum"  # periods add up, projects add up
    LATEST = "latest"  # the last period wins (a stock), projects add up
    SHARE = "share"  # the last period wins; total and denominator add up over projects, shown in percent


@dataclass(frozen=True, slots=True)
class IndicatorRule:
    """What the rules need to know of an indicator."""

    id: int
    combination: Combination
    decimals: int
    counts_women: bool


class Severity(StrEnum):
    """How much a remark weighs."""

    ERROR = "error"  # the value cannot be taken in
    FINDING = "finding"  # somebody should look at it
    OBSERVATION = "observation"  # worth saying, nothing is wrong


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule noticed, about which field, in words."""

    code: str
    field: str
    message: Translated
    severity: Severity = Severity.ERROR


def check_value(rule: IndicatorRule, figure: Figure, *, correction: bool = False) -> tuple[Remark, ...]:
    """Check one value as written on a form; a correction may be negative and leave the denominator as it is.

    What corrections add up to is checked in the ledger.

    Source: the national monitoring form of 2007-2013, whose correction form may hold negative values.
    """
    if figure.total is None:
        return ()
    if not all(value.is_finite() for value in (figure.total, figure.women, figure.denominator) if value is not None):
        return (Remark("not-a-number", "total", _NOT_A_NUMBER),)
    remarks = [*_check_numbers(rule, figure), *_check_women(rule, figure)]
    if rule.combination is not Combination.SHARE and figure.denominator is not None:
        remarks.append(Remark("denominator-unused", "denominator", _NO_DENOMINATOR))
    if not correction:
        remarks += [*check_denominator(rule.combination, figure), *_check_signs(figure)]
    return tuple(remarks)


def check_denominator(combination: Combination, figure: Figure) -> tuple[Remark, ...]:
    """Check that a share is out of something: zero out of zero will do."""
    if combination is not Combination.SHARE or figure.denominator or (figure.denominator == 0 and not figure.total):
        return ()
    return (Remark("denominator-missing", "denominator", _NEEDS_DENOMINATOR),)


def check_parts(total: Decimal | None, women: Decimal | None, non_binary: Decimal | None) -> tuple[Remark, ...]:
    """Check that women and non-binary persons together are not more than everybody; the unknown are nobody."""
    if total is None or non_binary is None or (women or 0) + non_binary <= total:
        return ()
    return (Remark("parts-above-total", "non_binary", _PARTS_ABOVE_TOTAL),)


def _check_numbers(rule: IndicatorRule, figure: Figure) -> list[Remark]:
    named = {"total": figure.total, "women": figure.women, "denominator": figure.denominator}
    too_large = [
        Remark("too-large", field, _TOO_LARGE)
        for field, value in named.items()
        if value is not None and abs(value) >= BEYOND
    ]
    return too_large or [
        Remark("decimals", field, _TOO_PRECISE.filled(n=rule.decimals))
        for field, value in named.items()
        if value is not None and not _fits(value, rule.decimals)
    ]


def _fits(value: Decimal, decimals: int) -> bool:
    return value == value.quantize(Decimal(1).scaleb(-decimals), context=_WIDE)


def _check_women(rule: IndicatorRule, figure: Figure) -> list[Remark]:
    if not rule.counts_women:
        return [Remark("women-not-counted", "women", _WOMEN_NOT_COUNTED)] if figure.women is not None else []
    if figure.women is None and figure.total:
        return [Remark("women-unknown", "women", _WOMEN_UNKNOWN, Severity.FINDING)]
    return []


def _check_signs(figure: Figure) -> list[Remark]:
    named = {"total": figure.total, "women": figure.women, "denominator": figure.denominator}
    remarks = [
        Remark("negative", field, _NEGATIVE) for field, value in named.items() if value is not None and value < 0
    ]
    if figure.women is not None and figure.total is not None and figure.women > figure.total:
        remarks.append(Remark("women-above-total", "women", WOMEN_ABOVE_TOTAL))
    if figure.denominator and figure.total is not None and figure.total > figure.denominator:
        remarks.append(Remark("share-above-100", "total", _SHARE_ABOVE_100, Severity.FINDING))
    return remarks


BEYOND = Decimal(10) ** 12  # the ledger keeps twelve digits before the decimals
_WIDE = Context(prec=60)

WOMEN_ABOVE_TOTAL = Translated(
    fi="Naisia ei voi olla enemmän kuin henkilöitä kaikkiaan.",
    sv="Kvinnorna kan inte vara fler än personerna sammanlagt.",
    en="There cannot be more women than persons in total.",
)
_PARTS_ABOVE_TOTAL = Translated(
    fi="Naisia ja muunsukupuolisia ei voi olla yhteensä enemmän kuin henkilöitä kaikkiaan.",
    sv="Kvinnorna och de icke-binära kan inte tillsammans vara fler än personerna sammanlagt.",
    en="Women and non-binary persons together cannot be more than persons in total.",
)
_NOT_A_NUMBER = Translated(fi="Tämä ei ole luku.", sv="Det här är inte ett tal.", en="This is not a number.")
_TOO_LARGE = Translated(
    fi="Luku on liian suuri: siinä voi olla enintään 12 numeroa ennen desimaaleja.",
    sv="Talet är för stort: det får ha högst 12 siffror före decimalerna.",
    en="The number is too large: at most 12 digits may stand before the decimals.",
)
_TOO_PRECISE = Translated(
    fi="Luvussa saa olla enintään {n} desimaalia.",
    sv="Talet får ha högst {n} decimaler.",
    en="The number may have at most {n} decimals.",
)
_NEGATIVE = Translated(
    fi="Luku ei voi olla negatiivinen. Vähennys tehdään oikaisuna.",
    sv="Talet kan inte vara negativt. En minskning görs som rättelse.",
    en="The number cannot be negative. A reduction is made as a correction.",
)
_WOMEN_NOT_COUNTED = Translated(
    fi="Tässä mittarissa naisia ei eritellä.",
    sv="I den här indikatorn redovisas kvinnor inte separat.",
    en="This indicator does not count women separately.",
)
_WOMEN_UNKNOWN = Translated(
    fi="Naisten määrä puuttuu.",
    sv="Antalet kvinnor saknas.",
    en="The number of women is missing.",
)
_NO_DENOMINATOR = Translated(
    fi="Tällä mittarilla ei ole nimittäjää.",
    sv="Den här indikatorn har ingen nämnare.",
    en="This indicator has no denominator.",
)
_NEEDS_DENOMINATOR = Translated(
    fi="Osuuden nimittäjän pitää olla suurempi kuin nolla.",
    sv="Andelens nämnare ska vara större än noll.",
    en="The denominator of a share must be above zero.",
)
_SHARE_ABOVE_100 = Translated(
    fi="Osuus on yli 100 %. Tarkista luvut.",
    sv="Andelen är över 100 %. Kontrollera talen.",
    en="The share is above 100%. Check the numbers.",
)
