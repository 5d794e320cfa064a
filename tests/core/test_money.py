from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date as babel_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.money import (
    AmountError,
    DateError,
    format_date,
    format_euros,
    format_money,
    format_number,
    format_percent,
    format_range,
    parse_amount,
    parse_date,
    parse_number,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("194 225", "194225"),
        ("194\u00a0225,00 €", "194225.00"),
        ("194\u202f225,5", "194225.5"),
        ("194 225 eur", "194225"),
        ("194225EUR", "194225"),
        ("1 200 euroa", "1200"),
        ("€194,225.00", "194225.00"),
        ("1,234,567.5", "1234567.5"),
        ("1.234.567,50", "1234567.50"),
        ("12,5", "12.5"),
        ("12.50", "12.50"),
        (",5", "0.5"),
        ("0,00", "0.00"),
        ("-5", "-5"),
        ("\u22125 000,25 €", "-5000.25"),
        ("+7", "7"),
    ],
)
def test_amounts_that_are_read(text, expected):
    assert parse_amount(text) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "puuttuu"),
        ("€", "puuttuu"),
        ("-", "puuttuu"),
        ("kymmenen", "ei ole luku"),
        ("19 4225", "ei ole luku"),
        ("1 234,567.5", "ei ole luku"),
        ("1,234,56", "ei ole luku"),
        ("12 euroa ja 5", "ei ole luku"),
        ("--5", "ei ole luku"),
        ("1e5", "ei ole luku"),
        ("NaN", "ei ole luku"),
        ("٣", "ei ole luku"),
        ("5,", "ei ole luku"),
        ("194.225", "tuhansia tai desimaaleja"),
        ("1,2345", "liian monta desimaalia"),
        ("0,125", "liian monta desimaalia"),
    ],
)
def test_amounts_that_are_refused_with_a_reason(text, word):
    with pytest.raises(AmountError, match=word) as caught:
        parse_amount(text)
    assert caught.value.message.sv
    assert caught.value.message.en


def test_numbers_with_three_decimals_where_they_are_allowed():
    assert parse_number("1,234", decimals=3) == Decimal("1.234")
    with pytest.raises(AmountError, match="enintään 0"):
        parse_number("1,5")


@given(st.text() | st.text("0123456789 .,-+€eur\u00a0\u2212"))
def test_any_text_is_read_or_refused(text):
    try:
        amount = parse_amount(text)
    except AmountError:
        return
    assert amount == round(amount, 2)


@given(st.decimals(-(10**12), 10**12, places=2), st.sampled_from(["fi", "sv", "en"]))
def test_a_written_amount_is_read_back(amount, language):
    assert parse_amount(format_money(amount, language)) == amount


@given(st.decimals(-(10**9), 10**9, places=1), st.sampled_from([("fi", "fi_FI"), ("sv", "sv_FI"), ("en", "en_GB")]))
def test_numbers_are_written_as_in_the_locale_data(value, languages):
    language, locale = languages
    written = format_decimal(value, format="#,##0.0", locale=locale).replace("-", "\u2212")
    if language == "en":
        written = written.replace(",", "\u00a0")  # the product groups by spaces in every language
    assert format_number(value, language, decimals=1) == written.replace("\u22120,0", "0,0")


@given(st.dates())
def test_dates_are_written_as_in_the_locale_data_and_read_back(day):
    if day.year >= 1000:
        assert format_date(day, "fi") == babel_date(day, "d.M.y", locale="fi")
        assert format_date(day, "en") == babel_date(day, "d MMMM y", locale="en_GB")
        assert [parse_date(format_date(day, language)) for language in ("fi", "sv", "en")] == [day] * 3
        assert parse_date(day.isoformat()) == day


def test_formats_of_the_domain_reference():
    amount, start, end = Decimal(194225), date(2009, 5, 1), date(2012, 4, 30)
    assert format_number(Decimal("1234567.5"), "sv", decimals=1) == "1\u00a0234\u00a0567,5"
    assert format_number(Decimal("1234567.5"), "en", decimals=1) == "1\u00a0234\u00a0567.5"
    assert [format_euros(amount, each) for each in ("fi", "sv", "en")] == ["194\u00a0225"] * 3
    assert format_money(amount, "fi") == "194\u00a0225,00\u00a0€"
    assert format_money(amount, "en") == "€194,225.00"
    assert format_money(-amount, "en") == "\u2212€194,225.00"
    assert format_percent(Decimal("12.5"), "fi") == "12,5\u00a0%"
    assert format_percent(Decimal("12.5"), "en") == "12.5%"
    assert format_range(start, end, "fi") == "1.5.2009–30.4.2012"
    assert format_range(start, end, "en-gb") == "1 May 2009 – 30 April 2012"


def test_halves_are_rounded_up_and_zero_has_no_sign():
    assert format_number(Decimal("2.5"), "fi") == "3"
    assert format_number(Decimal("-0.4"), "fi") == "0"


@pytest.mark.parametrize("text", ["", "1.5.09", "2009-5-1", "1 Toukokuu 2009", "toukokuu", "1.5.2009 klo 12"])
def test_texts_that_are_not_dates(text):
    with pytest.raises(DateError, match=r"ei ole (päivämäärä|kalenterissa)"):
        parse_date(text)


@pytest.mark.parametrize("text", ["31.2.2009", "2009-13-01", "0.5.2009"])
def test_days_that_are_not_in_the_calendar(text):
    with pytest.raises(DateError, match="ei ole kalenterissa"):
        parse_date(text)
