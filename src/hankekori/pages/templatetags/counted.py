"""Counts of people as they may be shown: {% load counted %}."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from hankekori.areas.employment.publication import PublishedCount
from hankekori.core.suppression import THRESHOLD, Shown
from hankekori.web.tables import Column
from hankekori.web.templatetags.shown import cell, number

register = template.Library()


@register.filter
def counted(content: Any, column: Column | None = None) -> SafeString | str:  # noqa: ANN401 - any cell of a table
    """Show a published count, hidden ones by a mark of their own; anything else as its column says."""
    if not isinstance(content, PublishedCount):
        return number(content) if column is None else cell(content, column)
    if content.shown is Shown.COUNT:
        return number(content.count)
    if content.shown is Shown.SMALL:
        return format_html(
            '<span class="few" title="{}">{}</span>',
            _("1–%(most)s henkilöä. Näin pientä lukua ei näytetä.") % {"most": THRESHOLD - 1},
            _("alle %(least)s") % {"least": THRESHOLD},
        )
    return format_html(
        '<span class="few" title="{}">{}</span>',
        _("Lukua ei näytetä, koska siitä voisi laskea jonkin pienen luvun."),
        _("suojattu"),
    )
