"""Arithmetic between indicators: what must hold between the figures of one report, by gender too.

Source: domain reference 1.1, from the definitions in Regulation (EU) 2021/1057, Annex I.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from hankekori.core.indicators import Remark, Severity
from hankekori.core.money import format_number
from hankekori.core.texts import LANGUAGES, Translated


class Relation(StrEnum):
    EQUALS = "="
    AT_MOST = "≤"


class IndicatorKey(NamedTuple):
    """What names an indicator: one code means different things in two funds."""

    programme_period: str
    fund: str
    code: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Persons counted, by gender where it is known."""

    total: Decimal
    women: Decimal | None = None
    non_binary: Decimal | None = None

    @property
    def men(self) -> Decimal | None:
        """Give who is left when women and non-binary are taken away; None when the women are not known."""
        return None if self.women is None else self.total - self.women - (self.non_binary or 0)


@dataclass(frozen=True, slots=True)
class ArithmeticRule:
    """The sum of the codes on the left is, or is at most, the sum of those on the right."""

    code: str  # names the rule
    left: tuple[str, ...]
    relation: Relation
    right: tuple[str, ...]

    def __str__(self) -> str:
        return f"{' + '.join(self.left)} {self.relation} {' + '.join(self.right)}"


@dataclass(frozen=True, slots=True)
class ArithmeticFinding:
    """A rule that does not hold, for one part of the persons, and the indicator to look at first."""

    rule: ArithmeticRule
    indicator: IndicatorKey
    remark: Remark


ESF_PLUS = ("2021-2027", "ESR+")  # as Finnish documents name the fund
RULES: Mapping[tuple[str, str], Sequence[ArithmeticRule]] = {
    ESF_PLUS: (
        ArithmeticRule("labour-status", ("EECO02", "EECO04", "EECO05"), Relation.EQUALS, ("EECO01",)),
        ArithmeticRule("long-term-unemployed", ("EECO03",), Relation.AT_MOST, ("EECO02",)),
        ArithmeticRule("education", ("EECO09", "EECO10", "EECO11"), Relation.AT_MOST, ("EECO01",)),
        ArithmeticRule("age", ("EECO06", "EECO07", "EECO08"), Relation.AT_MOST, ("EECO01",)),
        ArithmeticRule("qualification", ("EECR03",), Relation.AT_MOST, ("EECO01",)),
        ArithmeticRule("job-search", ("EECR01",), Relation.AT_MOST, ("EECO04",)),
        ArithmeticRule("employment", ("EECR04",), Relation.AT_MOST, ("EECO02", "EECO04")),
    )
}


def check_arithmetic(figures: Mapping[IndicatorKey, Counted]) -> tuple[ArithmeticFinding, ...]:
    """Hold cumulative figures of one project against the rules of their period and fund.

    For the total, women, men and non-binary apart. An equation is looked at when all its terms are known; an upper
    limit when the limit is, for what is not known is at least zero.
    """
    found: list[ArithmeticFinding] = []
    for (period, fund), rules in RULES.items():
        known = {key.code: counted for key, counted in figures.items() if key[:2] == (period, fund)}
        for rule in rules:
            found += [
                ArithmeticFinding(rule, IndicatorKey(period, fund, rule.left[0]), remark)
                for remark in _remarks(rule, known)
            ]
    return tuple(found)


def _remarks(rule: ArithmeticRule, known: Mapping[str, Counted]) -> Iterable[Remark]:
    for part in _PARTS:
        left = [part.of(known[code]) if code in known else None for code in rule.left]
        right = _all_known([part.of(known[code]) if code in known else None for code in rule.right])
        if right is None or (rule.relation is Relation.EQUALS and None in left):
            continue
        total = sum((value for value in left if value is not None), Decimal(0))
        if total > right or (rule.relation is Relation.EQUALS and total < right):
            yield Remark(rule.code, part.field, _sentence(rule, part, total, right), Severity.FINDING)


def _all_known(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the persons that a rule is held against."""

    field: str
    name: Translated
    of: Callable[[Counted], Decimal | None]


_PARTS = (
    _Part("total", Translated("kaikkiaan", "sammanlagt", "in total"), lambda counted: counted.total),
    _Part("women", Translated("naiset", "kvinnor", "women"), lambda counted: counted.women),
    _Part("total", Translated("miehet", "män", "men"), lambda counted: counted.men),
    _Part(
        "non_binary", Translated("muunsukupuoliset", "icke-binära", "non-binary"), lambda counted: counted.non_binary
    ),
)


def _sentence(rule: ArithmeticRule, part: _Part, left: Decimal, right: Decimal) -> Translated:
    said = {
        language: _BROKEN.in_language(language).format(
            rule=rule,
            part=part.name.in_language(language),
            left=_written(left, language),
            right=_written(right, language),
        )
        for language in LANGUAGES
    }
    return Translated(**said)


def _written(value: Decimal, language: str) -> str:
    exponent = value.normalize().as_tuple().exponent
    return format_number(value, language, decimals=max(-exponent, 0) if isinstance(exponent, int) else 0)


_BROKEN = Translated(
    fi="Pitäisi olla {rule} ({part}), mutta luvut ovat {left} ja {right}.",
    sv="Borde vara {rule} ({part}), men talen är {left} och {right}.",
    en="Should be {rule} ({part}), but the figures are {left} and {right}.",
)
