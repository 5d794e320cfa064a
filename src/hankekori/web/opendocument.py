"""A table as an OpenDocument spreadsheet: one sheet, real numbers and days, the heading repeated when printed.

Source: Open Document Format for Office Applications 1.2 (OASIS, ISO/IEC 26300), part 1, chapters 9 and 16.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from hankekori.web.tables import Column, Plain

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods_bytes(columns: Sequence[Column], rows: Iterable[Sequence[Plain]], *, sheet: str) -> bytes:
    """Write the rows under their headings; texts are never formulas."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", ODS_TYPE, ZIP_STORED)  # first and unpacked, as the format wants
        package.writestr("META-INF/manifest.xml", _MANIFEST)
        package.writestr("content.xml", "".join(_content(columns, rows, sheet)))
    return out.getvalue()


def _content(columns: Sequence[Column], rows: Iterable[Sequence[Plain]], sheet: str) -> Iterator[str]:
    yield _HEAD
    yield f"<table:table table:name={quoteattr(_legal(sheet)[:31] or '1')}>"
    for column in columns:
        yield f'<table:table-column table:style-name="{"narrow" if _is_narrow(column) else "broad"}"/>'
    yield "<table:table-header-rows><table:table-row>"
    yield from (_text(column.heading, "heading") for column in columns)
    yield "</table:table-row></table:table-header-rows>"
    for row in rows:
        yield "<table:table-row>"
        yield from (_cell(content, column) for content, column in zip(row, columns, strict=True))
        yield "</table:table-row>"
    yield "</table:table></office:spreadsheet></office:body></office:document-content>"


def _cell(content: Plain, column: Column) -> str:
    if content is None:
        return "<table:table-cell/>"
    if isinstance(content, str):
        return _text(content)
    if isinstance(content, date):
        return _VALUE.format(style="day", kind="date", name="date-value", value=content.isoformat())
    style = f"decimals{min(column.decimals, _MOST_DECIMALS)}"
    return _VALUE.format(style=style, kind="float", name="value", value=f"{content:f}")


def _text(content: str, style: str = "text") -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in _legal(content).split("\n"))
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{lines}</table:table-cell>'


def _is_narrow(column: Column) -> bool:
    return column.is_number or column.kind == "day"


def _legal(text: str) -> str:
    """Leave out what XML cannot hold."""
    return _ILLEGAL.sub("", text)


_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_DECIMALS = 6
_VALUE = '<table:table-cell table:style-name="{style}" office:value-type="{kind}" office:{name}="{value}"/>'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_MANIFEST = (
    f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" '
    f'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
_NUMBER_STYLES = "".join(
    f'<number:number-style style:name="n{n}"><number:number number:min-integer-digits="1" number:grouping="true" '
    f'number:decimal-places="{n}"/></number:number-style><style:style style:name="decimals{n}" '
    f'style:family="table-cell" style:data-style-name="n{n}"/>'
    for n in range(_MOST_DECIMALS + 1)
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2" '
    + " ".join(
        f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
        for prefix, name in (
            ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
            ("number", "datastyle"), ("fo", "xsl-fo-compatible"),
        )
    )
    + "><office:automatic-styles>"
    '<style:style style:name="broad" style:family="table-column"><style:table-column-properties '
    'style:column-width="7cm"/></style:style><style:style style:name="narrow" style:family="table-column">'
    '<style:table-column-properties style:column-width="2.8cm"/></style:style>'
    '<style:style style:name="heading" style:family="table-cell"><style:table-cell-properties '
    'fo:wrap-option="wrap" fo:border-bottom="0.75pt solid #000000"/><style:text-properties '
    'fo:font-weight="bold"/></style:style>'
    '<style:style style:name="text" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/>'
    "</style:style>" + _NUMBER_STYLES + '<number:date-style style:name="d"><number:day/><number:text>.</number:text>'
    "<number:month/><number:text>.</number:text>"
    '<number:year number:style="long"/></number:date-style>'
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="d"/>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
)  # fmt: skip
