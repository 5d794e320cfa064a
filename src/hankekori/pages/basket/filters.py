"""What the basket's list can be narrowed by, each kept in the address."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.areas.plan.queries import PlanTree, plan_tree
from hankekori.areas.programmes.models import Programme
from hankekori.areas.programmes.queries import municipalities_of
from hankekori.areas.projects.models import Project, ProjectMeasure, ProjectMunicipality
from hankekori.core.money import DateError, format_date, parse_date
from hankekori.pages.basket.words import KINDS, STAGES, said, states
from hankekori.web.list_filters import Choices, ListFilter, choice_filter

_LONGEST_SEARCH = 100  # characters


def basket_filters(programme: Programme, *, with_persons: bool) -> list[ListFilter]:
    """Offer the list's filters with the choices this programme has; five queries.

    An implementer that may be a person is found by its name only `with_persons`.
    """
    tree, implementer = plan_tree(programme), _implementer_has(with_persons=with_persons)
    return [
        _words("haku", _("Haku: koodi, nimi tai toteuttaja"), lambda word: _project_has(word) | implementer(word)),
        choice_filter("kori", _("Tila hankekorissa"), choices=tuple(states().items()), field="basket_state"),
        choice_filter("vaihe", _("Vaihe"), choices=_choices(STAGES), field="stage"),
        *(replace(each, is_rare=True) for each in _rare_filters(programme, tree)),
        _words("toteuttaja", _("Toteuttaja"), implementer, is_rare=True),
    ]


def _rare_filters(programme: Programme, tree: PlanTree | None) -> list[ListFilter]:
    return [
        choice_filter("laji", _("Laji"), choices=_choices(KINDS), field="kind"),
        choice_filter("rahasto", _("Rahasto"), choices=_funds(programme), field="fund"),
        _linked("kunta", _("Kunta"), _municipalities(programme), _in_municipalities),
        _linked("tavoite", _("Tavoite"), _objectives(tree), _in_objectives),
        _linked("toimenpide", _("Toimenpide"), _measures(tree), _in_measures),
        _running_on("kaynnissa", _("Käynnissä päivänä")),
    ]


def _words(name: str, label: str, has: Callable[[str], Q], *, is_rare: bool = False) -> ListFilter:
    """Look for free words, each of which the project must have."""
    return ListFilter(
        name=name, label=label, kind="search", read=_search_text, is_rare=is_rare, describe=str,
        condition=lambda values: reduce(and_, map(has, " ".join(values).split())),
    )  # fmt: skip


def _project_has(word: str) -> Q:
    return Q(code__icontains=word) | Q(name__icontains=word)


def _implementer_has(*, with_persons: bool) -> Callable[[str], Q]:
    shown = Q() if with_persons else Q(implementer__may_be_person=False)
    return lambda word: Q(implementer__name__icontains=word) & shown


def _search_text(text: str) -> str:
    """Refuse what is no text for the database, and what would be a search of hundreds of words."""
    if "\0" in text:
        raise ValueError(_("Hakusanassa on merkki, jota tekstissä ei voi olla. Kirjoita haku uudelleen."))
    if len(text) > _LONGEST_SEARCH:
        raise ValueError(_("Haku on liian pitkä. Kirjoita enintään %(most)s merkkiä.") % {"most": _LONGEST_SEARCH})
    return text


def _choices(words: Any) -> Choices:  # noqa: ANN401 - lazy translations
    return tuple((key, str(word)) for key, word in words.items())


def _linked(name: str, label: str, choices: Choices, found: Callable[[tuple[str, ...]], Q]) -> ListFilter:
    """Narrow by a row beside the project; a project with several such rows is listed once."""
    return replace(choice_filter(name, label, choices=choices, field="pk"), condition=found)


def _in_municipalities(codes: tuple[str, ...]) -> Q:
    return Q(pk__in=ProjectMunicipality.objects.filter(municipality__code__in=codes).values("project"))


def _in_objectives(keys: tuple[str, ...]) -> Q:
    return Q(pk__in=ProjectMeasure.objects.filter(measure__objective__in=[int(key) for key in keys]).values("project"))


def _in_measures(keys: tuple[str, ...]) -> Q:
    return Q(pk__in=ProjectMeasure.objects.filter(measure__in=[int(key) for key in keys]).values("project"))


def _running_on(name: str, label: str) -> ListFilter:
    """Ask for a day on which the project runs; without dates a project always runs."""

    def condition(days: tuple[date, ...]) -> Q:
        day = days[0]
        return (Q(start__isnull=True) | Q(start__lte=day)) & (Q(end__isnull=True) | Q(end__gte=day))

    return ListFilter(
        name=name, label=label, kind="day", read=_day, condition=condition,
        describe=lambda day: format_date(day, get_language() or "fi"),
    )  # fmt: skip


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except DateError as problem:
        raise ValueError(said(problem.message)) from problem


def _funds(programme: Programme) -> Choices:
    funds = Project.objects.filter(programme=programme).exclude(fund="").order_by("fund")
    return tuple((fund, fund) for fund in funds.values_list("fund", flat=True).distinct())


def _municipalities(programme: Programme) -> Choices:
    return tuple((link.municipality.code, said(link.municipality.name)) for link in municipalities_of(programme))


def _objectives(tree: PlanTree | None) -> Choices:
    return tuple((str(each.id), f"{each.number} {said(each.name)}") for each in (tree.objectives if tree else ()))


def _measures(tree: PlanTree | None) -> Choices:
    return tuple(
        (str(each.id), f"{each.number} {said(each.name)}")
        for objective in (tree.objectives if tree else ())
        for each in objective.measures
    )
