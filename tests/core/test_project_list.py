"""The national project list: every record is a row or a problem, and no row says anything else than its line."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hankekori.core.list_vocabulary import AUTHORITIES, PARTS
from hankekori.core.project_list import ListReading, ListRow, read_project_list

HEADINGS_2014 = (
    "Koodi,Rahasto,Hankkeen nimi,Tl,Viranomainen,Tila,Aloituspvm,Päättymispvm,Toteuttajan nimi,"
    "Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,"
    "Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä"
)
HEADINGS_2007 = HEADINGS_2014.replace("Hankkeen nimi,", "Projektin nimi,Ohjelma / osio,").replace(
    ",Tila,", ",Toiminnan tila,"
)
CENTRE = "Hämeen elinkeino-, liikenne- ja ympäristökeskus"
HEINOLA = (
    f"S11010,ESR,Heinolan seudun kumppanuushanke,Etelä-Suomen suuralueosio,1,{CENTRE},Toiminta päättynyt,"
    "1.5.2009,30.4.2012,Lahden Alueen Kehittämisyhtiö Oy,194225,168275,228500,202550"
)


def read_2007(*lines: str, encoding: str = "latin-1") -> ListReading:
    return read_project_list("\n".join((HEADINGS_2007, *lines, "")).encode(encoding))


def test_row_with_unquoted_commas_in_authority_is_read_whole():
    reading = read_2007(HEINOLA)

    assert reading.problems == ()
    assert reading.rows == (
        ListRow(
            line=2,
            code="S11010",
            fund="ESR",
            name="Heinolan seudun kumppanuushanke",
            part="Etelä-Suomen suuralueosio",
            axis=1,
            authority=CENTRE,
            status="Toiminta päättynyt",
            start=date(2009, 5, 1),
            end=date(2012, 4, 30),
            implementer="Lahden Alueen Kehittämisyhtiö Oy",
            granted_eu_state=194225,
            realised_eu_state=168275,
            planned_public=228500,
            realised_public=202550,
            implementer_may_be_person=False,
        ),
    )


def test_commas_in_name_and_implementer_stay_in_their_field():
    line = HEINOLA.replace("Heinolan seudun kumppanuushanke", "Tieto, taito ja työ, vaihe 2").replace(
        "Lahden Alueen Kehittämisyhtiö Oy", "Hengitysliitto ry, Liperi (1.1.2009 alkaen, uusi nimi)"
    )

    row = read_2007(line).rows[0]

    assert (row.name, row.authority, row.implementer) == (
        "Tieto, taito ja työ, vaihe 2",
        CENTRE,
        "Hengitysliitto ry, Liperi (1.1.2009 alkaen, uusi nimi)",
    )


def test_company_aid_belongs_to_the_authority():
    row = read_2007(HEINOLA.replace(CENTRE, f"{CENTRE}, yritystuet")).rows[0]

    assert row.authority == f"{CENTRE}, yritystuet"


def test_bare_quotes_are_part_of_the_name():
    line = HEINOLA.replace("Heinolan seudun kumppanuushanke", '"Pesä" - hanke 2012"')

    assert read_2007(line).rows[0].name == '"Pesä" - hanke 2012"'


def test_list_of_2014_has_no_part():
    line = f"A70306,EAKR,Laajennus, vaihe 2,1,{CENTRE},Toiminnassa,29.9.2014,31.12.2016,Esimerkki Oy,390,0,400,0"

    reading = read_project_list(f"{HEADINGS_2014}\n{line}\n".encode())

    assert (reading.period, reading.problems, reading.remarks) == ("2014-2020", (), ())
    row = reading.rows[0]
    assert (row.name, row.part, row.axis, row.authority) == ("Laajennus, vaihe 2", "", 1, CENTRE)


def test_number_alone_in_the_name_is_settled_by_the_known_authority():
    line = f"A70306,EAKR,Kasvu 1,2,3 askelta,1,{CENTRE},Toiminnassa,29.9.2014,31.12.2016,Esimerkki Oy,390,0,400,0"

    row = read_project_list(f"{HEADINGS_2014}\n{line}\n".encode()).rows[0]

    assert (row.name, row.axis, row.authority) == ("Kasvu 1,2,3 askelta", 1, CENTRE)


def test_ambiguous_split_is_a_problem_not_a_guess():
    line = "A70306,EAKR,Kasvu,2,Uusi,1,Outo virasto,Toiminnassa,29.9.2014,31.12.2016,Esimerkki Oy,390,0,400,0"

    reading = read_project_list(f"{HEADINGS_2014}\n{line}\n".encode())

    assert reading.rows == ()
    assert reading.problems[0].line == 2
    assert "2 tavalla" in reading.problems[0].reason.fi


def test_authority_learnt_from_an_unambiguous_row_settles_another():
    clear = "A70305,EAKR,Selvä,1,Outo virasto,Toiminnassa,29.9.2014,31.12.2016,Esimerkki Oy,390,0,400,0"
    unclear = "A70306,EAKR,Kasvu,2,Uusi,1,Outo virasto,Toiminnassa,29.9.2014,31.12.2016,Esimerkki Oy,390,0,400,0"

    reading = read_project_list(f"{HEADINGS_2014}\n{clear}\n{unclear}\n".encode())

    assert [row.name for row in reading.rows] == ["Selvä", "Kasvu,2,Uusi"]
    assert [(remark.line, remark.kind) for remark in reading.remarks] == [(2, "new_authority")]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("S11010", "11010", "Hankekoodi ”11010”"),
        ("ESR,", "LIFE,", "Rahasto ”LIFE”"),
        ("Heinolan seudun kumppanuushanke", "", "nimi puuttuu"),
        ("1.5.2009", "31.2.2009", "”31.2.2009” ei ole päivämäärä"),
        ("1.5.2009", "ensi vuonna", "oikeassa järjestyksessä"),
        ("1.5.2009", "1.5.2019", "päättyy ennen"),
        ("Lahden Alueen Kehittämisyhtiö Oy", "157500", "pelkkä luku"),
        ("194225,168275,228500,202550", "194225,,228500,202550", "neljä viimeistä"),
        (",194225,168275,228500,202550", "", "vähintään 14"),
        ("Lahden Alueen Kehittämisyhtiö Oy", "Testi 010594Y9021", "henkilötunnus"),
    ],
)
def test_row_that_cannot_be_trusted_is_reported_with_its_line(old, new, reason):
    reading = read_2007(HEINOLA.replace("S11010", "S10001"), HEINOLA.replace(old, new, 1))

    assert [row.code for row in reading.rows] == ["S10001"]
    assert [problem.line for problem in reading.problems] == [3]
    assert reason in reading.problems[0].reason.fi


def test_identity_code_is_masked_in_the_problem_too():
    reading = read_2007(HEINOLA.replace("Heinolan seudun", "010594Y9021"))

    assert "010594Y9021" not in reading.problems[0].text


def test_second_row_of_a_code_is_reported_and_the_first_kept():
    reading = read_2007(HEINOLA, HEINOLA, HEINOLA.replace("194225", "200000"))

    assert [row.granted_eu_state for row in reading.rows] == [194225]
    assert [(problem.line, "toisin" in problem.reason.fi) for problem in reading.problems] == [(3, False), (4, True)]


def test_record_broken_over_two_lines_is_mended():
    reading = read_2007(HEINOLA.replace("kumppanuushanke", "\nkumppanuushanke"), HEINOLA.replace("S11010", "S11011"))

    assert [(row.line, row.code, row.name) for row in reading.rows] == [
        (2, "S11010", "Heinolan seudun  kumppanuushanke"),
        (4, "S11011", "Heinolan seudun kumppanuushanke"),
    ]


def test_stray_line_is_reported_alone():
    reading = read_2007(HEINOLA, "Yhteensä 1 projekti", HEINOLA.replace("S11010", "S11011"))

    assert [row.code for row in reading.rows] == ["S11010", "S11011"]
    assert [(problem.line, problem.text) for problem in reading.problems] == [(3, "Yhteensä 1 projekti")]


def test_other_file_is_refused_in_one_sentence():
    reading = read_project_list(b"nimi;summa\nA;1\n")

    assert (reading.period, reading.rows, [problem.line for problem in reading.problems]) == (None, (), [1])


def test_dashes_of_windows_1252_are_read():
    assert read_2007(HEINOLA.replace("seudun", "seudun –"), encoding="cp1252").rows[0].name == (
        "Heinolan seudun – kumppanuushanke"
    )


def test_columns_in_another_order_are_read_by_their_headings_when_quoted():
    headings = HEADINGS_2007.split(",")
    values = [f'"{value}"' for value in HEINOLA.replace(CENTRE, "Finnvera").split(",")]
    text = "\n".join(";".join(reversed(line)) for line in (headings, values))

    assert read_project_list(text.encode()).rows[0].name == "Heinolan seudun kumppanuushanke"


def test_amounts_that_contradict_each_other_are_remarked():
    reading = read_2007(HEINOLA.replace("194225", "300000").replace("168275", "-876"))

    assert [remark.kind for remark in reading.remarks] == ["granted_over_public", "negative_amount"]


_words = st.text(st.sampled_from("abcåäöABC 123,;.\"'()/&-–"), min_size=1, max_size=40)
_texts = _words.map(lambda text: " ".join(f"x{text}x".split()))
_amounts = st.integers(-999, 9_999_999)
_days = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@st.composite
def list_rows(draw):
    start, end = sorted((draw(_days), draw(_days)))
    amounts = [draw(_amounts) for _ in range(4)]
    return (
        draw(st.from_regex(r"[A-Z][0-9]{4,9}", fullmatch=True)),
        draw(st.sampled_from(["ESR", "EAKR"])),
        draw(_texts),
        draw(st.sampled_from(sorted(PARTS))),
        draw(st.integers(1, 9)),
        draw(st.sampled_from(sorted(AUTHORITIES))),
        "Keskeytynyt",
        start,
        end,
        draw(_texts),
        *amounts,
    )


def _printed(value):
    return f"{value.day}.{value.month}.{value.year}" if isinstance(value, date) else str(value)


def _quoted(value):
    return '"' + _printed(value).replace('"', '""') + '"'


def _values(row):
    return (
        row.code,
        row.fund,
        row.name,
        row.part,
        row.axis,
        row.authority,
        row.status,
        row.start,
        row.end,
        row.implementer,
        row.granted_eu_state,
        row.realised_eu_state,
        row.planned_public,
        row.realised_public,
    )


@settings(deadline=None, max_examples=60)
@given(st.lists(list_rows(), min_size=1, max_size=8, unique_by=lambda row: row[0]))
def test_what_is_written_without_quotes_comes_back(rows):
    text = "\n".join((HEADINGS_2007, *(",".join(map(_printed, row)) for row in rows)))

    assert [_values(row) for row in read_project_list(text.encode("utf-8")).rows] == rows


@settings(deadline=None, max_examples=60)
@given(
    st.lists(list_rows(), min_size=1, max_size=8, unique_by=lambda row: row[0]),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_with_quotes_comes_back(rows, delimiter, encoding, line_end):
    headings = HEADINGS_2007.replace(",", delimiter)
    text = line_end.join((headings, *(delimiter.join(map(_quoted, row)) for row in rows)))

    assert [_values(row) for row in read_project_list(text.encode(encoding)).rows] == rows


@settings(deadline=None)
@given(st.lists(st.text(max_size=60) | st.just(HEINOLA), max_size=6))
def test_any_text_after_the_headings_is_accounted_for(lines):
    content = "\n".join((HEADINGS_2007, *lines)).encode("utf-8", errors="replace")

    reading = read_project_list(content)

    copies = sum(line == HEINOLA for line in lines)
    assert len(reading.rows) <= 1
    assert len(reading.rows) + len(reading.problems) >= copies


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_reading(content):
    reading = read_project_list(content)

    assert reading.rows == ()
    assert len(reading.problems) == 1


def test_published_list_is_read_row_by_row(shared: Path):
    content = (shared / "samples" / "eura-projektilista-2007-2013.csv").read_bytes()
    lines = content.decode("cp1252").splitlines()

    reading = read_project_list(content)

    assert reading.problems == ()
    assert len(reading.rows) == len(lines) - 1
    assert Counter(row.status for row in reading.rows) == {"Toiminta päättynyt": 18578, "Keskeytynyt": 1362}
    assert {row.authority for row in reading.rows} <= AUTHORITIES
    assert {row.part for row in reading.rows} <= PARTS
    assert Counter(remark.kind for remark in reading.remarks) == {
        "granted_over_public": 37,
        "negative_amount": 2,
        "realised_over_public": 1,
    }
    for row in reading.rows:
        assert _without_padding(",".join(map(_printed, _values(row)))) == _without_padding(lines[row.line - 1])


def _without_padding(line: str) -> str:
    return re.sub(r"\s*,\s*", ",", line)
