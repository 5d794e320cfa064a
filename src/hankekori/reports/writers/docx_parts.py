"""Pieces of WordprocessingML as text: runs, fields, bookmarks, table rows."""

from html import escape

from hankekori.charts.glyphs import printable

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def run(text: str, *, bold: bool = False, colour: str = "", points: float = 0, underline: bool = False) -> str:
    """Write text as a run; line breaks stay line breaks."""
    if not text:
        return ""
    looks = (
        ("<w:b/>" if bold else "")
        + (f'<w:color w:val="{colour.lstrip("#")}"/>' if colour else "")
        + (f'<w:sz w:val="{round(points * 2)}"/>' if points else "")
        + ('<w:u w:val="single"/>' if underline else "")
    )
    written = "<w:br/>".join(f'<w:t xml:space="preserve">{escaped(line)}</w:t>' for line in printable(text).split("\n"))
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{written}</w:r>"


def paragraph(inside: str, *, style: str = "", align: str = "", keep_next: bool = False) -> str:
    looks = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ("<w:keepNext/>" if keep_next else "")
        + (f'<w:jc w:val="{align}"/>' if align else "")
    )
    return f"<w:p>{f'<w:pPr>{looks}</w:pPr>' if looks else ''}{inside}</w:p>"


def field(instruction: str, result: str, *, stale: bool = False) -> str:
    """Write a field with the result that is shown until a word processor works it out anew."""
    dirty = ' w:dirty="true"' if stale else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmarked(inside: str, name: str, number: int) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def inner_link(inside: str, bookmark: str) -> str:
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{inside}</w:hyperlink>'


def outer_link(inside: str, relation: str) -> str:
    return f'<w:hyperlink r:id="{relation}" w:history="1">{inside}</w:hyperlink>'


def table_row(cells: list[str], *, header: bool = False, spans: tuple[int, ...] = ()) -> str:
    """Write a row that is never parted between pages; a header row is repeated on each page.

    spans: how many columns each cell takes, 0 for a cell that is not drawn; none says one each.
    """
    looks = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>"
    drawn = ((cell, span) for cell, span in zip(cells, spans or (1,) * len(cells), strict=True) if span)
    return f"<w:tr>{looks}{''.join(_table_cell(cell, span) for cell, span in drawn)}</w:tr>"


def table(rows: list[str], widths: list[int], *, style: str, header: bool = True) -> str:
    """Write a table; widths are in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLook w:val="0020" w:firstRow="{int(header)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _table_cell(inside: str, span: int) -> str:
    wide = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span > 1 else "<w:tcPr/>"
    return f"<w:tc>{wide}{inside}</w:tc>"


def escaped(text: str) -> str:
    return escape(text, quote=True)
