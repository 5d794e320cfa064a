"""Writes a description as a standalone HTML page that reads back to the same record."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from hankekori.core.description.identification import read_title
from hankekori.core.description.layout import Role
from hankekori.core.description.model import Description
from hankekori.core.description.writer import PrintedItem, printed_items

GENERATOR = "Hankekori"  # a page with this mark keeps its spaces when it is read
_STYLE = (
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
    "p,dd,dt{white-space:pre-wrap}dl{display:grid;grid-template-columns:minmax(10rem,1fr) 2fr;gap:.25rem 1rem}"
    "dt{font-weight:600}dd{margin:0}@media(max-width:32rem){dl{display:block}dd{margin-bottom:.5rem}}"
)


def write_html(description: Description) -> str:
    """Write the page with headings and lists of labelled values, in the order of the official text."""
    printed, _ = printed_items(description)
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{description.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{GENERATOR}">\n'
        f"<title>{escape(_title(description))}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{'\n'.join(_blocks(printed))}\n</main>\n</body>\n</html>\n"
    )


def _title(description: Description) -> str:
    project = description.project
    return " ".join(part for part in (project.code, project.name) if part) or GENERATOR


def _blocks(printed: Iterable[PrintedItem]) -> Iterator[str]:
    title = _title_place(printed := tuple(printed))
    for is_list, group in groupby(enumerate(printed), key=lambda pair: _is_label(pair[1])):
        if is_list:
            yield f"<dl>\n{'\n'.join(_pair(each) for _, each in group)}\n</dl>"
        else:
            yield from (_block(each, is_title=place == title) for place, each in group)


def _title_place(printed: tuple[PrintedItem, ...]) -> int:
    titles = [place for place, each in enumerate(printed) if each.item.role is Role.FIXED and read_title(each.text)]
    return titles[0] if titles else -1


def _is_label(each: PrintedItem) -> bool:
    return each.item.role is Role.LABEL and bool(each.item.printed)


def _pair(each: PrintedItem) -> str:
    label, _, value = each.text.partition(":")
    return f"<dt>{escape(label.strip())}</dt><dd>{escape(value.strip())}</dd>"


def _block(each: PrintedItem, *, is_title: bool) -> str:
    if is_title:
        return f"<h1>{escape(each.text)}</h1>"
    if each.item.level:
        tag = f"h{each.item.level + 1}"
        return f"<{tag}>{escape(each.text)}</{tag}>"
    paragraphs = (paragraph for paragraph in each.text.split("\n\n") if paragraph)
    return "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
