from decimal import Decimal
from itertools import groupby

import pytest

from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.plan.catalogue import DataClass, catalogue
from hankekori.areas.plan.indicators import (
    OWN_CODE,
    USES,
    BandError,
    CodeTakenError,
    CombinationFixedError,
    IndicatorInUseError,
    OwnCodeError,
    add_own_indicator,
    change_indicator,
    choose_indicators,
    move_indicator,
    protecting_relations,
    remove_indicator,
)
from hankekori.areas.plan.models import Indicator
from hankekori.areas.plan.queries import indicators_of
from hankekori.core.indicator_checks import RULES, IndicatorKey
from hankekori.core.indicators import Combination
from hankekori.core.status import Light
from hankekori.core.texts import LANGUAGES, Translated
from tests import builders
from tests.builders import NOW

NOBODY = {"by": None, "now": NOW}
NAME, UNIT = Translated("Kaavoitetut tontit", "Planlagda tomter"), Translated("tonttia", "tomter", "plots")
OWN = {"name": NAME, "unit": UNIT, "combination": Combination.SUM, "decimals": 0, "counts_women": False}
UNEMPLOYED = IndicatorKey("2021-2027", "ESR+", "EECO02")
ENTERPRISES = IndicatorKey("2014-2020", "EAKR", "CO01")
PERSONS = IndicatorKey("2014-2020", "ESR", "CO01")


@pytest.fixture
def programme(db):
    return builders.a_programme()


def codes(programme):
    return [indicator.code for indicator in indicators_of(programme)]


def test_the_catalogue_is_whole_in_three_languages():
    for entry in catalogue().values():
        for text in (entry.name, entry.unit, entry.measured):
            assert all(getattr(text, language) for language in LANGUAGES), entry.key
        assert len({bool(getattr(entry.note, language)) for language in LANGUAGES}) == 1, entry.key


def test_one_code_means_different_things_in_two_funds():
    assert catalogue()[PERSONS].name != catalogue()[ENTERPRISES].name
    assert catalogue()[IndicatorKey("2021-2027", "JTF", "RCO01")].name.fi.startswith("Tuetut yritykset")


def test_the_catalogue_has_one_set_after_another():
    sets = [name for name, _ in groupby(catalogue(), key=lambda key: key[:2])]

    assert sets[:3] == [("2021-2027", "ESR+"), ("2021-2027", "EAKR"), ("2021-2027", "JTF")]
    assert len(sets) == len(set(sets))


def test_only_codes_of_the_eu_are_official():
    ours = {entry.key.code.split("-")[0] for entry in catalogue().values() if not entry.code_is_official}

    assert ours == {"FI07", "A23", "HK"}
    assert not any(OWN_CODE.fullmatch(entry.key.code) for entry in catalogue().values() if entry.code_is_official)


def test_what_is_asked_of_no_person_is_marked():
    special = {entry.key.code for entry in catalogue().values() if entry.data_class is DataClass.SPECIAL}

    assert {"EECO12", "EECO15", "CO16"} <= special


def test_every_rule_of_arithmetic_is_about_indicators_of_the_catalogue():
    for (period, fund), rules in RULES.items():
        wanted = {IndicatorKey(period, fund, code) for rule in rules for code in (*rule.left, *rule.right)}
        assert wanted <= catalogue().keys()


def test_indicators_are_chosen_from_the_catalogue_in_order_and_once(programme):
    choose_indicators(**NOBODY, programme=programme, keys=[UNEMPLOYED, ENTERPRISES])
    choose_indicators(**NOBODY, programme=programme, keys=[ENTERPRISES, PERSONS])

    assert [indicator.key for indicator in indicators_of(programme)] == [UNEMPLOYED, ENTERPRISES, PERSONS]
    first = indicators_of(programme).first()
    assert (first.code_is_official, first.counts_women, first.unit, first.band) == (
        True, True, Translated("henkilöä", "personer", "persons"), None,
    )  # fmt: skip
    with pytest.raises(NotInProgrammeError):
        choose_indicators(**NOBODY, programme=programme, keys=[IndicatorKey("2021-2027", "ESR+", "CO01")])


def test_an_own_indicator_is_never_somebody_elses_code(programme):
    own = add_own_indicator(**NOBODY, programme=programme, code="HK-TONTIT", **OWN)

    assert (own.key, own.code_is_official) == (IndicatorKey("any", "", "HK-TONTIT"), False)
    for code in ("EECO02", "RCO01", "hk-tontit", "HK-", "HK_TONTIT", ""):
        with pytest.raises(OwnCodeError):
            add_own_indicator(**NOBODY, programme=programme, code=code, **OWN)
    for code in ("HK-TONTIT", "HK-EVENT"):
        with pytest.raises(CodeTakenError):
            add_own_indicator(**NOBODY, programme=programme, code=code, **OWN)
    with pytest.raises(EmptyFieldError) as refused:
        add_own_indicator(**NOBODY, programme=programme, code="HK-MUU", **OWN | {"unit": Translated()})
    assert refused.value.field == "unit_fi"


def test_an_own_indicator_changes_until_it_has_values(programme):
    own = add_own_indicator(**NOBODY, programme=programme, code="HK-TONTIT", **OWN)
    change_indicator(**NOBODY, indicator=own, headline=None, **OWN | {"combination": "latest", "band": 10})
    assert (own.combination, own.band) == ("latest", 10)
    builders.a_target(builders.a_measure(programme), own)

    with pytest.raises(CombinationFixedError):
        change_indicator(**NOBODY, indicator=own, headline=None, **OWN)
    for band in (-1, 101):
        with pytest.raises(BandError):
            change_indicator(**NOBODY, indicator=own, headline=None, band=band)


def test_indicators_move_and_stop_at_the_ends(programme):
    first, second, third = choose_indicators(**NOBODY, programme=programme, keys=[UNEMPLOYED, ENTERPRISES, PERSONS])

    move_indicator(**NOBODY, indicator=third, up=True)
    assert codes(programme) == ["EECO02", "CO01", "CO01"]
    assert [row.pk for row in indicators_of(programme)] == [first.pk, third.pk, second.pk]
    move_indicator(**NOBODY, indicator=first, up=True)
    move_indicator(**NOBODY, indicator=second, up=False)
    assert [row.pk for row in indicators_of(programme)] == [first.pk, third.pk, second.pk]


def test_places_on_the_first_page_have_no_gaps(programme):
    first, second, third = choose_indicators(**NOBODY, programme=programme, keys=[UNEMPLOYED, ENTERPRISES, PERSONS])

    def places():
        rows = Indicator.objects.filter(pk__in=[first.pk, second.pk, third.pk]).order_by("position")
        return [row.headline for row in rows]

    def place(indicator, number):
        change_indicator(**NOBODY, indicator=Indicator.objects.get(pk=indicator.pk), headline=number)

    place(first, 1)
    place(second, 1)
    assert places() == [2, 1, None]
    place(third, 2)
    assert places() == [3, 1, 2]
    place(second, None)
    assert places() == [2, None, 1]


def test_an_indicator_in_use_stays_and_says_who_uses_it(programme):
    indicator = builders.an_indicator(programme)
    measure = builders.a_measure(programme)
    builders.a_target(measure, indicator)
    project = builders.a_project(programme, measure)
    builders.a_ledger_entry(project, indicator)
    builders.a_ledger_entry(project, indicator)

    with pytest.raises(IndicatorInUseError) as refused:
        remove_indicator(**NOBODY, indicator=indicator)

    assert "tavoitearvoja 1" in refused.value.message.fi
    assert "kirjauksia 2" in refused.value.message.fi
    remove_indicator(**NOBODY, indicator=builders.an_indicator(programme))
    assert codes(programme) == [indicator.code]


def test_everything_that_keeps_an_indicator_has_a_name():
    assert {relation.related_model._meta.label for relation in protecting_relations()} == set(USES)


@pytest.mark.parametrize(("band", "light"), [(None, Light.AT_RISK), (40, Light.ON_COURSE), (5, Light.AT_RISK)])
def test_a_band_changes_the_light_of_a_measure(programme, band, light):
    """Expected by then 78 of 100, reported 40: short by 38."""
    indicator = builders.an_indicator(programme, band=band)
    measure = builders.a_measure(programme)
    builders.a_target(measure, indicator, 100)
    builders.a_ledger_entry(builders.a_project(programme, measure), indicator, 40, women=Decimal(15))

    state = programme_state(programme, as_of=builders.AS_OF)

    assert next(state.measures).light is light
