"""What PDF/UA-1 (ISO 14289-1) asks of the structure of a file, as far as a program can tell."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

_HEADINGS = tuple(f"/H{level}" for level in range(1, 7))


def faults_of(content: bytes) -> list[str]:
    """List what is wrong; nothing where the file passes."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [*_file_faults(pdf), *_tree_faults(pdf), *_page_faults(pdf)]


def _file_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not shown"
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "does not say it is PDF/UA-1"
        if not metadata.get("dc:title"):
            yield "no title"


def _tree_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    tree = pdf.Root.get("/StructTreeRoot")
    elements = list(_elements(tree)) if tree is not None else []
    if not elements:
        yield "no structure tree"
    roles = tree.get("/RoleMap", {}) if tree is not None else {}
    deepest = 0
    for element in elements:
        kind = str(roles.get(element.S, element.S))
        if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure without alternative text"
        if kind == "/Table" and not any(str(one.S) == "/TH" for one in _elements(element)):
            yield "a table without header cells"
        if kind == "/Link" and not any(_references(element)):
            yield "a link that no annotation belongs to"
        if kind in _HEADINGS:
            level = _HEADINGS.index(kind) + 1
            if level > deepest + 1:
                yield f"a heading of level {level} after one of level {deepest}"
            deepest = level


def _page_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield f"page {number}: the order of tabs is not that of the structure"
        yield from (f"page {number}: {fault}" for fault in _content_faults(page))
        for name, font in page.get("/Resources", {}).get("/Font", {}).items():
            if not _is_embedded(font):
                yield f"page {number}: the font {name} is not embedded"


def _content_faults(page: pikepdf.Page) -> Iterator[str]:
    """Find text and pictures that are neither in the structure nor marked as decoration."""
    depth = 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in {"BDC", "BMC"}:
            depth += 1
        elif operator == "EMC":
            depth -= 1
        elif operator in {"Tj", "TJ", "'", '"', "Do", "sh", "f", "f*", "S", "B"} and depth == 0:
            yield f"{operator} outside the structure"
            return


def _is_embedded(font: Any) -> bool:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    if str(inner.get("/Subtype", font.get("/Subtype"))) == "/Type3":
        return True
    descriptor = inner.get("/FontDescriptor", {})
    return any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def _elements(node: Any) -> Iterator[Any]:
    """Walk the structure elements below a node in order, without going into deep recursion of arrays."""
    for kid in _kids(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _references(element: Any) -> Iterator[Any]:
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") == "/OBJR":
                yield kid
            yield from _references(kid)


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
