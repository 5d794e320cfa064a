"""Files of a compilation: the rows of the screen, the question in words, nothing a spreadsheet would run."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from python_calamine import CalamineWorkbook

from hankekori.core.periods import Period
from hankekori.core.texts import LANGUAGES
from hankekori.reports.canonical_json import from_json, to_canonical_json
from hankekori.reports.compile.answer import compile_answer
from hankekori.reports.compile.files import ENDINGS, document_of, file_name, write_answer
from hankekori.reports.compile.model import Filter, Reader
from hankekori.reports.compile.question import Question
from hankekori.reports.compile.subjects import SUBJECTS
from hankekori.reports.document import Figure
from tests import builders
from tests.builders import AS_OF
from tests.reports.compile.conftest import OFFICE

ADDRESS = "https://hankekori.example.org/heinola/raportit/koosta/?mista=tulokset"
WOMEN = Question(
    "tulokset",
    groups=("kunta", "rahasto"),
    columns=("naiset",),
    filters=(Filter("mittari", ("JOBS",)),),
    period=Period(date(2011, 1, 1), date(2011, 12, 31)),
    as_of=AS_OF,
    sort="-naiset",
)


def rows_of(content):
    return list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_csv_has_the_rows_of_the_screen_and_the_question_below(world):
    answer = compile_answer(world.programme, WOMEN, OFFICE)
    content = write_answer(answer, "csv", address=ADDRESS)
    rows = rows_of(content)

    assert content.startswith(b"\xef\xbb\xbf")
    assert rows[0] == ["Kunta", "Rahoittaja (rahasto)", "Naisia"]
    assert [row[0] for row in rows[1 : len(answer.rows) + 1]] == [row.labels[0] for row in answer.rows]
    values = [int(row[2]) for row in rows[1 : len(answer.rows) + 1]]
    assert values == sorted(values, reverse=True)
    assert rows[len(answer.rows) + 1] == ["Yhteensä", "", str(sum(values))]
    facts = {row[0]: row[1] for row in rows[len(answer.rows) + 3 :] if len(row) == 2}
    assert facts["Rajaus: Mittari"] == "Uudet työpaikat, työpaikkaa"
    assert facts["Ajanjakso"].startswith("2011 (")
    assert facts["Tilanne"] == "30.4.2012"
    assert facts["Tiedossa"] == "nyt"
    assert facts["Koosteen osoite"] == ADDRESS


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_run_as_a_formula(world, start):
    name = f"{start}1+1"
    builders.a_project(world.programme, world.first, fund=name)
    answer = compile_answer(world.programme, Question("hankkeet", groups=("rahasto",)), OFFICE)

    assert f"'{name}" in [row[0] for row in rows_of(write_answer(answer, "csv", address=ADDRESS)) if row]
    book = CalamineWorkbook.from_filelike(BytesIO(write_answer(answer, "xlsx", address=ADDRESS)))
    cells = [cell for sheet in book.sheet_names for row in book.get_sheet_by_name(sheet).to_python() for cell in row]
    assert name in cells


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_is_written_in_every_format_and_language(world, subject, language):
    reader = Reader(OFFICE.permissions, language)
    answer = compile_answer(world.programme, Question.start(subject), reader)

    assert answer.rows
    document = document_of(answer, address=ADDRESS)
    assert from_json(to_canonical_json(document)) == document
    for ending in ENDINGS if language == "fi" else ("html",):
        assert len(write_answer(answer, ending, address=ADDRESS)) > 100


def test_the_picture_and_its_table_say_the_same(world):
    answer = compile_answer(world.programme, WOMEN, OFFICE)
    (figure,) = [block for block in document_of(answer, address=ADDRESS).blocks if isinstance(block, Figure)]

    drawn = sum(part or 0 for bar in figure.chart.bars for part in bar.parts)
    assert drawn == answer.totals[0].cells[0].value
    assert figure.series == tuple(f"part-{at}" for at in range(len(figure.chart.series)))
    assert "Heinola" in figure.alt


def test_small_bars_are_put_together_and_nothing_is_lost(world):
    for number in range(30):
        builders.a_project(world.programme, fund=f"F{number:02}")
    answer = compile_answer(world.programme, Question("hankkeet", groups=("rahasto",)), OFFICE)

    bars = answer.picture.chart.bars
    assert len(bars) == 20
    assert bars[-1].label == "muut yhteensä"
    assert sum(bar.whole for bar in bars) == answer.totals[0].cells[0].value


def test_file_names(world):
    answer = compile_answer(world.programme, WOMEN, OFFICE)

    assert file_name(answer, "xlsx") == f"{world.programme.slug}-tulokset-kunta-rahasto-2012-04-30.xlsx"
