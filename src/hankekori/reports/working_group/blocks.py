"""What all sections do alike: headings, columns, captions that mark invented data."""

from hankekori.core.texts import Translated
from hankekori.reports.document import Column, Heading
from hankekori.reports.working_group import sentences
from hankekori.reports.working_group.material import Material


def heading(material: Material, text: Translated, anchor: str, *, level: int = 1, **values: object) -> Heading:
    return Heading(material.say(text, **values), level, anchor)


def column(material: Material, key: str, text: Translated) -> Column:
    """Make a column of text."""
    return Column(key, material.say(text))


def number(material: Material, key: str, text: Translated) -> Column:
    return Column(key, material.say(text), "number")


def percent(material: Material, key: str, text: Translated) -> Column:
    return Column(key, material.say(text), "percent", "%", decimals=1)


def money(material: Material, key: str, text: Translated) -> Column:
    return Column(key, material.say(text), "money", "€")


def monitored(material: Material, caption: Translated, **values: object) -> str:
    """Write the caption of a table that holds monitoring data, marked where the programme's data is invented."""
    said = material.say(caption, **values)
    if not material.programme.example_data:
        return said
    return f"{said} ({material.say(sentences.EXAMPLE_CAPTION)})"
