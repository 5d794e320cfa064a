"""How figures, amounts, days, states and texts are shown: {% load shown %}."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from hankekori.charts.lights import LOOKS
from hankekori.core import money
from hankekori.core.figures import Figure, ValueState
from hankekori.core.status import Light
from hankekori.core.texts import Translated
from hankekori.web.tables import Column, Link

register = template.Library()
Number = Decimal | int | float


@register.filter
def value(figure: Figure | Number | None, decimals: int = 0) -> SafeString | str:
    """Show a figure; zero, not measured, not applicable and missing each look different."""
    if isinstance(figure, Figure):
        if not figure.is_reported or figure.value is None:
            return _unknown(figure.state)
        return number(figure.value, decimals)
    return number(figure, decimals)


@register.filter
def women(figure: Figure | Number | None, decimals: int = 0) -> SafeString | str:
    """Show the women's part of a figure."""
    if not isinstance(figure, Figure):
        return _unknown(ValueState.NOT_APPLICABLE)
    return number(figure.women, decimals) if figure.is_reported else _unknown(figure.state)


@register.filter
def number(amount: Number | None, decimals: int = 0) -> SafeString | str:
    """Show a number in groups of three: 1 234 567,5."""
    if amount is None:
        return _unknown(ValueState.MISSING)
    return money.format_number(_exact(amount), _language(), decimals=decimals)


@register.filter
def signed(change: Number, decimals: int = 0) -> str:
    """Show how much a number changed, with its sign: +12, −3, 0."""
    written = money.format_number(_exact(change), _language(), decimals=decimals)
    return f"+{written}" if change > 0 else written


@register.filter
def amount(euros: Number | None) -> SafeString | str:
    """Show whole euros without a sign: 194 225."""
    return _unknown(ValueState.MISSING) if euros is None else money.format_euros(_exact(euros), _language())


@register.filter
def percent(share: Number | None, decimals: int = 0) -> SafeString | str:
    """Show a share given in percent: 12,5 %."""
    if share is None:
        return _unknown(ValueState.MISSING)
    return money.format_percent(_exact(share), _language(), decimals=decimals)


@register.filter
def day(moment: date | None) -> SafeString | str:
    """Show a day: 1.5.2009, in English 1 May 2009."""
    return _unknown(ValueState.MISSING) if moment is None else money.format_date(moment, _language())


@register.simple_tag
def day_range(start: date | None, end: date | None) -> SafeString | str:
    """Show a span of days; an open end stays open: 1.5.2009–."""
    if start and end:
        return money.format_range(start, end, _language())
    if not start and not end:
        return _unknown(ValueState.MISSING)
    return (
        f"{money.format_date(start, _language()) if start else ''}–{money.format_date(end, _language()) if end else ''}"
    )


@register.filter
def translated(text: Translated | str | None) -> str:
    """Show a text in the reader's language."""
    return text.in_language(_language()) if isinstance(text, Translated) else text or ""


@register.simple_tag
def state(light: Light | str) -> SafeString:
    """Show a light as a shape, a word and a colour."""
    look = LOOKS[Light(light)]
    return format_html(
        '<span class="state {}"><span class="shape" aria-hidden="true">{}</span>{}</span>',
        look.css_class, look.shape, translated(look.word),
    )  # fmt: skip


@register.inclusion_tag("components/key_figure.html")
def key_figure(
    label: str,
    figure: Figure | Number | None,
    *,
    planned: Figure | Number | None = None,  # None: not shown
    expected: Figure | Number | None = None,  # None: not shown
    decimals: int = 0,
    unit: str = "",
    show_women: bool = False,
    note: str = "",
    as_of: date | None = None,
    source: str = "",
    url: str = "",
) -> dict[str, Any]:
    """Draw a key figure; put several in <div class="figures" role="group" aria-label="...">."""
    return {**locals(), "has_planned": planned is not None, "has_expected": expected is not None}


@register.filter
def cell(content: Any, column: Column) -> SafeString | str:  # noqa: ANN401 - a table holds every kind of value
    """Show one cell of a table the way its column says."""
    if isinstance(content, Link):
        return format_html('<a href="{}">{}</a>', content.url, content.text)
    if isinstance(content, Figure):
        return value(content, column.decimals)
    if isinstance(content, (str, Translated)):
        return translated(content)
    return _by_kind(content, column)


@register.simple_tag
def cells(contents: Iterable[tuple[Column, Any]]) -> SafeString:
    """Draw the cells of a row, each with its column's name for a phone; much quicker than a loop in a template."""
    drawn = (f"{_cell_start(column)}{conditional_escape(cell(content, column))}</td>" for column, content in contents)
    return mark_safe("".join(drawn))  # noqa: S308 - what is not markup is escaped


@lru_cache(maxsize=256)
def _cell_start(column: Column) -> str:
    kind = "number " if column.is_number else ""
    return format_html('<td class="{}col-{}" data-label="{}">', kind, column.key, column.label)


def _by_kind(content: Any, column: Column) -> SafeString | str:  # noqa: ANN401 - see cell
    match column.kind:
        case "number":
            return number(content, column.decimals)
        case "amount":
            return amount(content)
        case "percent":
            return percent(content, column.decimals)
        case "day":
            return day(content)
        case _:
            return "" if content is None else str(content)


@register.filter
def trusted_svg(svg: str) -> SafeString:
    """Put a picture drawn by hankekori.charts on the page as it is; never give it text from a user."""
    return mark_safe(svg)  # noqa: S308 - charts escape the texts they write


def _unknown(state_of_value: ValueState) -> SafeString:
    short, long = {
        ValueState.REPORTED: (pgettext("arvo", "ei laskettavissa"), _("Osuutta ei voi laskea nollasta.")),
        ValueState.NOT_MEASURED: (pgettext("arvo", "ei mitattu"), _("Ei vielä mitattu")),
        ValueState.NOT_APPLICABLE: ("–", _("Ei koske tätä kohtaa")),
        ValueState.MISSING: (pgettext("arvo", "puuttuu"), _("Tieto puuttuu")),
    }[state_of_value]
    if short == "–":
        return format_html(
            '<span class="value {}" title="{}">'
            '<span aria-hidden="true">{}</span><span class="out-of-sight">{}</span></span>',
            state_of_value, long, short, long,
        )  # fmt: skip
    return format_html('<span class="value {}" title="{}">{}</span>', state_of_value, long, short)


def _exact(amount_given: Number) -> Decimal:
    return Decimal(str(amount_given))


def _language() -> str:
    return get_language() or "fi"
