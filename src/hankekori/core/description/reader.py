"""Reads the text of an official project description into a record."""

from dataclasses import replace

from hankekori.core.description.checks import remarks_on
from hankekori.core.description.identification import guess_fund, kind_of, page_dialect
from hankekori.core.description.layout import Layout
from hankekori.core.description.model import Description
from hankekori.core.description.page import Page
from hankekori.core.description.vocabulary import grammar
from hankekori.core.texts import Translated

_FEWEST_SIGNS = 2  # headings and labels that make a page without its title a description


class NotADescriptionError(ValueError):
    """The text holds nothing of an official project description."""

    def __init__(self) -> None:
        self.message = Translated(
            fi="Tekstistä ei löytynyt hankkeen virallisen kuvauksen otsikoita eikä kenttiä.",
            sv="Texten innehåller varken rubriker eller fält från en officiell projektbeskrivning.",
            en="The text holds no headings or fields of an official project description.",
        )
        super().__init__(self.message.fi)


def read_description(text: str) -> Description:
    """Read a description; every line goes to a field, to a section kept whole or to `unread`."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    page = Page(lines, grammar(page_dialect(lines)))
    page.read()
    if page.title is None and len(page.headings) + len(page.found.filled) < _FEWEST_SIGNS:
        raise NotADescriptionError
    return _description_on(page)


def _description_on(page: Page) -> Description:
    found, texts = page.found, page.found.texts
    description = Description(
        kind=kind_of(page.grammar.dialect, found.axis),
        language="en" if page.grammar.dialect == "2014-en" else "fi",
        fund=page.title.fund if page.title else guess_fund(page.grammar.dialect, found),
        project=found.project(),
        implementer=found.implementer(),
        area=found.area(),
        target_groups=found.target_groups(),
        results=found.results(),
        summary=texts.get("summary"),
        communication_plan=texts.get("communication_plan"),
        dissemination_plan=texts.get("dissemination_plan"),
        funding=found.funding(),
        classification=found.classification(),
        final_report_summary=texts.get("final_report_summary"),
        other_sections=tuple(found.other_sections),
        unread=tuple(page.unread),
    )
    layout = Layout(tuple(page.items), ending=page.ending)
    return replace(description, remarks=remarks_on(description), layout=layout)
