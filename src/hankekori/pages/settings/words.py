"""The settings' closed vocabularies in words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hankekori.areas.plan.catalogue import Kind
from hankekori.core.indicator_checks import IndicatorKey
from hankekori.core.indicators import Combination
from hankekori.core.targets import Course
from hankekori.pages.basket.words import Words, said
from hankekori.reports.working_group.names import FUND_CODES

KINDS: Words = {
    Kind.OUTPUT: pgettext_lazy("mittarin laji", "tuotos"),
    Kind.RESULT: pgettext_lazy("mittarin laji", "tulos"),
    Kind.CONTEXT: pgettext_lazy("mittarin laji", "taustatieto"),
}
COMBINATIONS: Words = {
    Combination.SUM: _("kausien luvut lasketaan yhteen"),
    Combination.LATEST: _("viimeisin luku on voimassa"),
    Combination.SHARE: _("osuus prosentteina, viimeisin on voimassa"),
}
COURSES: Words = {
    Course.STRAIGHT: _("tasaisesti"),
    Course.BACK_LOADED: _("loppupainotteisesti: puolivälissä neljännes"),
    Course.STEPS: _("välitavoitteittain sovittuina päivinä"),
}
OWN_SET = _("ohjelmatoimiston omat")


def set_name(period: str, fund: str) -> str:
    """Name a set of indicators: ESR+ 2021–2027."""
    if not fund:
        return str(OWN_SET)
    return f"{fund_name(fund)} {period.replace('-', '–')}"


def fund_name(fund: str) -> str:
    return said(FUND_CODES[fund]) if fund in FUND_CODES else fund


def code_shown(key: IndicatorKey, *, is_official: bool) -> str:
    """Show a code with its set; one of ours is told apart from those of the EU."""
    if is_official:
        return f"{key.code} · {set_name(key.programme_period, key.fund)}"
    shown = str(_("oma tunnus %(code)s")) % {"code": key.code}
    return f"{shown} · {set_name(key.programme_period, key.fund)}" if key.fund else shown
