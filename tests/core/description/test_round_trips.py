"""Whatever record is written is read back as the same record; whatever is read is written back as it was."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hankekori.core.description.html_writer import write_html
from hankekori.core.description.json_values import from_json_value, to_json_value
from hankekori.core.description.model import (
    Area,
    Classification,
    CoImplementer,
    Contact,
    Description,
    Figures,
    Implementer,
    OtherSection,
    PlannedAndActual,
    PriorityAxis,
    Project,
    PublicFunding,
    Results,
    SpecificObjective,
    TargetGroups,
)
from hankekori.core.description.reader import NotADescriptionError, read_description
from hankekori.core.description.values import tidy_text
from hankekori.core.description.writer import write_text
from hankekori.exchange.description_sources import text_of

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))
SAMPLE = Path(__file__).parents[4] / "shared" / "samples" / "S11010.txt"
ALL_DOCUMENTS = [*DOCUMENTS, *([SAMPLE] if SAMPLE.exists() else [])]

# Lines that look like the page's own: the hardest thing free text can hold.
MISLEADING = (
    "3.3 Välilliset kohderyhmät",
    "9. Loppuraportin tiivistelmä",
    "4.1 Hankkeen julkinen tiivistelmä",
    "10. Uusi osa",
    "1 Hanke",
    "Y-tunnus: 1234567-1",
    "Puhelinnumero: 1",
    "Suunniteltu: 1, joista naisia 1",
    "Kunnat: Heinola",
    "Valtakunnallinen projekti",
    "Osatoteuttajat",
    "Euroopan unioni",
    "Hankkeen kuvaus",
    "![]() |",
    "\u20603.3 Välilliset kohderyhmät",
)
CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))


def one_line(text):
    return " ".join(text.split())


LINES = st.text(CHARACTERS, max_size=40).map(one_line) | st.sampled_from(MISLEADING)
FILLED_LINES = LINES.filter(bool)
VALUES = st.none() | LINES
TEXTS = st.none() | st.lists(LINES | st.text(CHARACTERS, max_size=60), max_size=8).map("\n".join).map(tidy_text)
AMOUNTS = st.none() | st.integers(-(10**9), 10**9)
COUNTS = st.none() | st.integers(0, 10**6)
FIGURES = st.builds(Figures, COUNTS, COUNTS)
PAIRS = st.none() | st.builds(PlannedAndActual, st.none() | FIGURES, st.none() | FIGURES)
NAMES = st.lists(FILLED_LINES.map(lambda line: one_line(line.replace(",", " "))).filter(bool), max_size=4).map(tuple)
EMAILS = st.none() | LINES.filter(lambda line: "(" not in line)
BUSINESS_IDS = st.none() | st.from_regex(r"[0-9]{7}-[0-9]", fullmatch=True)
DATES = st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1))
AXES = st.none() | st.builds(
    PriorityAxis, st.none() | st.integers(0, 99), LINES.filter(lambda line: line.lower() != "tekninen tuki")
)
OBJECTIVES = st.none() | st.builds(
    SpecificObjective, st.none() | st.from_regex(r"[1-9]\d?(\.[1-9]){0,2}", fullmatch=True), LINES
)
SECTIONS = st.builds(
    OtherSection,
    number=st.from_regex(r"[1-9][0-9]?(\.[0-9]){0,2}", fullmatch=True),
    title=FILLED_LINES,
    paragraphs=st.lists(TEXTS.filter(lambda text: bool(text) and "\n\n" not in text), max_size=3).map(tuple),
)
PROJECTS = st.builds(
    Project,
    code=VALUES,
    name=VALUES,
    part=VALUES,
    programme=VALUES,
    priority_axis=AXES,
    specific_objective=OBJECTIVES,
    type=VALUES,
    start=DATES,
    end=DATES,
    status=VALUES,
    authority=VALUES,
)
IMPLEMENTERS = st.builds(
    Implementer,
    name=VALUES,
    type=VALUES,
    business_id=VALUES,
    address=VALUES,
    postal_code=VALUES,
    city=VALUES,
    phone=VALUES,
    website=VALUES,
    project_website=VALUES,
    contact=st.builds(Contact, name=VALUES, title=VALUES, email=EMAILS, phone=VALUES),
    applicant_count=st.none() | FILLED_LINES,
    co_implementers=st.lists(
        st.builds(CoImplementer, FILLED_LINES.filter(lambda line: "\u2060" not in line), BUSINESS_IDS), max_size=3
    ).map(tuple),
)
RECORDS = st.builds(
    Description,
    kind=st.sampled_from(["project-2007", "project-2014"]),
    language=st.just("fi"),
    fund=st.sampled_from(["ESR", "EAKR", None]),
    project=PROJECTS,
    implementer=IMPLEMENTERS,
    area=st.builds(
        Area,
        nationwide=st.booleans(),
        regions=NAMES,
        subregions=NAMES,
        municipalities=NAMES,
        description=TEXTS.map(lambda text: text or None),
    ),
    target_groups=st.builds(TargetGroups, TEXTS, TEXTS),
    results=st.builds(Results, PAIRS, PAIRS, PAIRS, PAIRS, PAIRS, PAIRS),
    summary=TEXTS,
    communication_plan=TEXTS,
    dissemination_plan=TEXTS,
    funding=st.builds(PublicFunding, AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS),
    classification=st.builds(Classification, VALUES, VALUES, VALUES, VALUES),
    final_report_summary=TEXTS,
    other_sections=st.lists(SECTIONS, max_size=3).map(tuple),
)


@st.composite
def records(draw):
    """Any record of any kind of page; the axis of technical assistance tells its kind."""
    record = draw(RECORDS)
    if record.kind == "project-2014":
        return replace(record, language=draw(st.sampled_from(["fi", "en"])))
    if draw(st.integers(0, 3)) == 0:
        project = replace(record.project, priority_axis=PriorityAxis(5, "Tekninen tuki"))
        return replace(record, kind="technical-assistance-2007", project=project)
    return record


@settings(deadline=None)
@given(records())
def test_record_written_as_text_reads_back_the_same(record):
    assert read_description(write_text(record)) == record


@settings(max_examples=50, deadline=None)
@given(records())
def test_record_written_as_html_reads_back_the_same(record):
    assert read_description(text_of(write_html(record).encode(), "kuvaus.html")) == record


@settings(deadline=None)
@given(records())
def test_record_as_json_is_the_same_again(record):
    assert from_json_value(to_json_value(record)) == record


@pytest.mark.parametrize("path", ALL_DOCUMENTS, ids=lambda path: path.stem)
def test_document_is_written_back_byte_for_byte(path):
    content = path.read_bytes()

    assert write_text(read_description(content.decode())).encode() == content


@pytest.mark.parametrize("path", [path for path in ALL_DOCUMENTS if path.stem not in {"capture-2014", "erdf-2014-en"}])
def test_document_equals_the_usual_layout(path):
    text = path.read_text(encoding="utf-8")

    assert write_text(replace(read_description(text), layout=None)) == text.rstrip("\n")


@pytest.mark.parametrize("path", ALL_DOCUMENTS, ids=lambda path: path.stem)
def test_changed_value_leaves_the_rest_as_printed(path):
    text = path.read_text(encoding="utf-8")
    record = read_description(text)

    changed = replace(record, project=replace(record.project, name="Uusi nimi"))

    assert write_text(changed) == text.replace(record.project.name, "Uusi nimi", 1)


def test_own_spelling_of_values_is_kept():
    text = (
        "Projektin kuvaus\n\n\n 1.  Projekti \nProjektikoodi:S19907\n"
        "Toimintalinja: 1 : Nimi\nSuunnitelman mukainen toteutusaika: Alkaa 01.05.2009 ja päättyy 30.4.2012\n\n"
        "7. Projektin julkinen rahoitus, euroa\n\nToteutunut EU- ja valtion rahoitus: 1\u00a0234,00 €\n\n"
    )
    record = read_description(text)

    assert (record.project.code, record.project.start, record.funding.realised_eu_state) == (
        "S19907",
        date(2009, 5, 1),
        1234,
    )
    assert write_text(record) == text


MUTILATIONS = {
    "cut": lambda lines, chance: lines[: chance.randrange(len(lines))],
    "headless": lambda lines, chance: lines[chance.randrange(len(lines)) :],
    "shuffled": lambda lines, chance: chance.sample(lines, len(lines)),
    "doubled": lambda lines, _: lines + lines,
    "dropped": lambda lines, chance: [line for line in lines if chance.random() > 0.3],
    "stuttered": lambda lines, chance: [line for line in lines for _ in range(chance.choice((1, 1, 2)))],
    "garbled": lambda lines, chance: [
        "".join(chr(chance.randrange(0x2FF)) if chance.random() < 0.05 else character for character in line)
        for line in lines
    ],
}


def accounted_lines(record):
    """Every non-blank line of the layout, which must be every non-blank line of the source."""
    printed = (item.printed + (item.rest or "") for item in record.layout.items)
    return [line for text in printed for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("mutilation", MUTILATIONS)
@settings(deadline=None)
@given(path=st.sampled_from(ALL_DOCUMENTS), seed=st.integers(0, 10**6))
def test_mutilated_document_gives_full_account_or_one_error(mutilation, path, seed):
    lines = path.read_text(encoding="utf-8").split("\n")
    text = "\n".join(MUTILATIONS[mutilation](lines, random.Random(seed)))  # noqa: S311 - mutilates a test document

    try:
        record = read_description(text)
    except NotADescriptionError:
        return
    normal = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
    assert accounted_lines(record) == [line for line in normal if line.strip()]
    assert all(normal[unread.line - 1].strip() == unread.text for unread in record.unread)
    assert read_description(write_text(record)) == record
    assert from_json_value(to_json_value(record)).project == record.project


@settings(deadline=None)
@given(st.text() | st.binary().map(lambda content: content.decode("latin-1")))
def test_any_text_gives_a_record_or_the_one_error(text):
    try:
        record = read_description(text)
    except NotADescriptionError:
        return
    assert record.kind
