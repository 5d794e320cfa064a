"""Workbooks made for tests."""

import io
import zipfile
from datetime import datetime

import xlsxwriter

HEADINGS = ("Koodi", "Nimi", "Alkaa", "Myönnetty EU- ja valtion rahoitus")
ROWS = (HEADINGS, ("S11010", "Kumppanuus, ja muuta", datetime(2009, 5, 1), 194225), ("S1", "=1+1", "eilen", "paljon"))


def workbook_of(rows=ROWS) -> bytes:
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"default_date_format": "d.m.yyyy"}) as workbook:
        sheet = workbook.add_worksheet("Hankkeet")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(row, column, cell)
                else:
                    sheet.write(row, column, cell)
    return output.getvalue()


def open_document_of(cells: str) -> bytes:
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<office:document-content{names} office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="Hankkeet">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        "</manifest:manifest>"
    )
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return output.getvalue()


def open_document_row(*cells: str) -> str:
    row = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells
    )
    return f"<table:table-row>{row}</table:table-row>"
