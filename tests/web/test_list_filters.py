from datetime import date
from decimal import Decimal

import pytest
from django.db.models import Q
from django.http import QueryDict

from hankekori.web.list_filters import (
    Sort,
    apply_filters,
    choice_filter,
    day_filter,
    flag_filter,
    number_filter,
    read_sort,
    search_filter,
)

FILTERS = (
    search_filter("q", "Haku", fields=["name", "code"]),
    choice_filter("rahasto", "Rahasto", choices=[("ESF", "ESR"), ("ERDF", "EAKR")], field="fund"),
    number_filter("vahintaan", "Rahoitus vähintään", field="granted", at_least=True),
    day_filter("asti", "Alkaa viimeistään", field="start", at_least=False),
    flag_filter("kaynnissa", "Vain käynnissä olevat", condition=Q(status="running")),
)


def applied(query):
    return apply_filters(FILTERS, QueryDict(query))


def test_nothing_asked_narrows_nothing():
    nothing = applied("")
    assert (nothing.condition, nothing.is_active) == (Q(), False)


def test_search_wants_every_word_somewhere():
    first = Q(name__icontains="uudet") | Q(code__icontains="uudet")
    second = Q(name__icontains="urat") | Q(code__icontains="urat")
    assert applied("q=uudet+urat").condition == first & second


def test_two_choices_widen():
    assert applied("rahasto=ESF&rahasto=ERDF").condition == Q(fund__in=("ESF", "ERDF"))


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        ("vahintaan=194+225,50", Q(granted__gte=Decimal("194225.50"))),
        ("asti=30.4.2012", Q(start__lte=date(2012, 4, 30))),
        ("asti=2012-04-30", Q(start__lte=date(2012, 4, 30))),
        ("kaynnissa=1", Q(status="running")),
    ],
)
def test_values_are_read_as_people_write_them(query, condition):
    assert applied(query).condition == condition


@pytest.mark.parametrize("query", ["vahintaan=kymmenen", "asti=31.2.2012", "rahasto=EMR"])
def test_what_is_not_understood_is_said_and_kept(query):
    asked = applied(query)
    wrong = [field for field in asked.fields if field.error]
    assert asked.condition == Q()
    assert [field.text for field in wrong] == [query.partition("=")[2]]


def test_chip_says_the_filter_in_words_and_takes_only_itself_away():
    chips = applied("q=urat&rahasto=ESF&rahasto=ERDF&sivu=3&jarjesta=-name").chips
    assert [(chip.label, chip.text) for chip in chips] == [("Haku", "urat"), ("Rahasto", "ESR"), ("Rahasto", "EAKR")]
    assert QueryDict(chips[1].query[1:]) == QueryDict("q=urat&rahasto=ERDF&jarjesta=-name")


def test_options_tell_what_is_chosen():
    fund = applied("rahasto=ERDF").fields[1]
    assert fund.options == [("ESF", "ESR", False), ("ERDF", "EAKR", True)]


def test_read_sort_takes_known_orders_only():
    assert read_sort(QueryDict("jarjesta=-name"), ["name"], default="start") == Sort("name", is_descending=True)
    assert read_sort(QueryDict("jarjesta=password"), ["name"], default="-start") == Sort("start", is_descending=True)
