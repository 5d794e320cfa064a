"""Documents that tests write in every format."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from hankekori.core.figures import ValueState
from hankekori.core.status import Light
from hankekori.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Row,
    Table,
    Text,
)
from tests.charts import samples

DAY = date(2012, 4, 30)
HOSTILE = '#import "x" *b* $y$ <z> &amp; \\ _c_ `d` @e // f = g'
NOT_MEASURED = Cell(state=ValueState.NOT_MEASURED)
NOT_APPLICABLE = Cell(state=ValueState.NOT_APPLICABLE)
MISSING = Cell(state=ValueState.MISSING)


def table(rows: int = 3, *, table_id: str = "kori", caption: str = "Hankekori") -> Table:
    """Make a table with each kind of column and each state of a value."""
    columns = (
        Column("name", "Hanke"),
        Column("start", "Alkaa", "date"),
        Column("money", "Myönnetty", "money", "euroa", total=True),
        Column("share", "Käytetty", "percent", "%", decimals=1),
        Column("jobs", "Työpaikat", "number", "kpl", total=True),
        Column("state", "Tila", "state"),
    )
    states = (Cell(0), NOT_MEASURED, NOT_APPLICABLE, MISSING)
    lights = tuple(Light)
    made = tuple(
        Row(
            (
                Cell(f"Hanke {number}", link=f"https://example.org/{number}"),
                Cell(date(2009, 5, 1)),
                Cell(Decimal(194225)),
                Cell(Decimal("86.64")),
                states[number % 4],
                Cell("", light=lights[number % len(lights)]),
            ),
            anchor=f"hanke-{number}",
        )
        for number in range(rows)
    )
    return Table(table_id, caption, columns, made, note="Lähde: hankkeiden raportit 31.12.2011.")


def wide_table(rows: int = 60) -> Table:
    columns = tuple(Column(f"c{number}", f"Sarake {number}", "number" if number else "text") for number in range(10))
    made = tuple(Row((Cell(f"Rivi {row}"), *(Cell(row * number) for number in range(1, 10)))) for row in range(rows))
    return Table("leveä", "Leveä taulukko", columns, made)


def bars_figure() -> Figure:
    chart = samples.bars()
    rows = tuple(
        Row(
            (
                Cell(bar.label, light=bar.light),
                *(NOT_MEASURED if v is None else Cell(v) for v in (bar.actual, bar.target)),
            )
        )
        for bar in chart.bars
    )
    columns = (Column("name", "Tavoite"), Column("now", "Nyt", "number"), Column("target", "Tavoite", "number"))
    alt = "Palkit: uusia työpaikkoja 61, tavoite 155."
    return Figure(
        "kuva-1", "Toteutunut ja tavoite", alt, chart, Table("t-1", "Palkkien luvut", columns, rows), ("now", "target")
    )


def course_figure() -> Figure:
    chart = samples.course()
    rows = tuple(
        Row((Cell(point.day), Cell(point.expected), NOT_MEASURED if point.actual is None else Cell(point.actual)))
        for point in chart.points
    )
    columns = (Column("day", "Päivä", "date"), Column("expected", "Odotettu", "number"), Column("now", "Nyt", "number"))
    table_beside = Table("t-2", "Kehityksen luvut", columns, rows)
    return Figure("kuva-2", "Kehitys", "Viiva nousee 61 työpaikkaan.", chart, table_beside, ("expected", "now"))


def report(*blocks: Block, language: str = "fi") -> Document:
    """Make a report with every kind of block, or with the blocks given."""
    return Document(
        title="Rakennemuutostyöryhmän raportti",
        subtitle="Heinolan seutu nousuun",
        language=language,
        day=DAY,
        marking="seurantatiedot ovat keksittyjä esimerkkejä",
        meta=(Fact("Ohjelma", "Heinolan seutu nousuun"), Fact("Tilanne", "30.4.2012")),
        blocks=blocks or every_block(),
    )


def every_block() -> tuple[Block, ...]:
    figures = KeyFigures(
        (
            KeyFigure("Uudet työpaikat", Cell(61, light=Light.AT_RISK), detail="tavoite 155 · odotettu 92"),
            KeyFigure("Julkinen rahoitus", Cell(4812300), "money", "euroa"),
            KeyFigure("Tunnettuus", Cell(43), "percent"),
            KeyFigure("Tutkinnot", NOT_MEASURED, detail="mittaus alkaa 2012"),
        )
    )
    return (
        Heading("Tilanne", 1, "tilanne"),
        figures,
        Text(f"Erikoismerkit {HOSTILE}\nToinen rivi åäö€●▲■○–"),
        Text("Kaksi hanketta ei ole raportoinut.", "note"),
        Text("Yritysten aktivointi on vaarassa.", "warning"),
        Bullets(("Ehdota toimenpidettä", "Muistuta hankkeita")),
        Heading("Tavoitteet", 2),
        bars_figure(),
        course_figure(),
        PageBreak(),
        Heading("Hankekori", 1),
        table(4),
        wide_table(),
        Heading("Perustiedot", 2),
        Facts((Fact("Vastuuviranomainen", "Hämeen ELY-keskus"),)),
    )


def documents() -> st.SearchStrategy[Document]:
    """Make documents in which any text may stand anywhere."""
    texts = st.text()
    numbers = st.integers(-(10**12), 10**12) | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    states = st.sampled_from([NOT_MEASURED, NOT_APPLICABLE, MISSING])
    lights = st.none() | st.sampled_from(Light)
    text_cells = st.builds(Cell, texts, light=lights, link=texts) | states
    number_cells = st.builds(Cell, numbers, light=lights) | st.builds(Cell, st.none()) | states
    date_cells = st.builds(Cell, st.dates(date(1900, 3, 1), date(2200, 1, 1))) | states
    rows = st.builds(
        Row, st.tuples(text_cells, number_cells, date_cells), st.sampled_from(["row", "group", "sum"]), texts
    )
    tables = st.builds(_table, texts, texts, texts, st.lists(rows, max_size=4).map(tuple))
    key_figures = st.builds(KeyFigure, texts, number_cells, st.just("number"), texts, texts)
    facts = st.builds(Fact, texts, texts)
    blocks = st.one_of(
        st.builds(Heading, texts, st.integers(0, 5), texts),
        st.builds(Text, texts, st.sampled_from(["plain", "note", "warning"])),
        st.builds(Bullets, st.lists(texts, max_size=3).map(tuple)),
        st.builds(Facts, st.lists(facts, max_size=3).map(tuple)),
        st.builds(KeyFigures, st.lists(key_figures, max_size=5).map(tuple)),
        st.just(PageBreak()),
        tables,
    )
    return st.builds(
        Document,
        title=texts,
        language=st.sampled_from(["fi", "sv", "en"]),
        day=st.dates(date(2007, 1, 1), date(2100, 1, 1)),
        blocks=st.lists(blocks, max_size=6).map(tuple),
        subtitle=texts,
        marking=texts,
        meta=st.lists(facts, max_size=2).map(tuple),
    )


def _table(table_id: str, caption: str, heading: str, rows: tuple[Row, ...]) -> Table:
    columns = (Column("a", heading), Column("b", heading, "number", total=True), Column("c", "Päivä", "date"))
    return Table(table_id, caption, columns, rows, note=heading)
