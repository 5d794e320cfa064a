"""What all sections do alike: captions that mark invented data, tables whose columns fit their numbers."""

from collections.abc import Sequence

from hankekori.core.texts import Translated
from hankekori.reports.document import Column, Heading, Row, Table
from hankekori.reports.working_group import sentences
from hankekori.reports.working_group.cells import fitted
from hankekori.reports.working_group.material import Material


def heading(material: Material, text: Translated, anchor: str, *, level: int = 1, **values: object) -> Heading:
    return Heading(material.say(text, **values), level, anchor)


def column(material: Material, key: str, text: Translated) -> Column:
    """Make a column of text."""
    return Column(key, material.say(text))


def number(material: Material, key: str, text: Translated) -> Column:
    return Column(key, material.say(text), "number")


def percent(material: Material, key: str, text: Translated) -> Column:
    return Column(key, material.say(text), "percent", "%")


def money(material: Material, key: str, text: Translated) -> Column:
    return Column(key, material.say(text), "money", "€")


def table(id_: str, caption: str, columns: Sequence[Column], rows: Sequence[Row], *, note: str = "") -> Table:
    return Table(id_, caption, fitted(columns, rows), tuple(rows), note)


def monitored(material: Material, caption: Translated, **values: object) -> str:
    """Write the caption of a table that holds monitoring data, marked where the programme's data is invented."""
    said = material.say(caption, **values)
    if not material.programme.example_data:
        return said
    return f"{said} ({material.say(sentences.EXAMPLE_CAPTION)})"
