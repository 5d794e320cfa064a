"""The styles, page and properties of the DOCX file, laid over python-docx's own template."""

from datetime import datetime, time
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from hankekori.charts.glyphs import printable
from hankekori.reports.document import Document
from hankekori.reports.writers import wording
from hankekori.reports.writers.docx_parts import NAMESPACES, field, paragraph, run

FONT = "Arial"  # on every machine, and one of the fonts allowed beside the EU emblem
GAP_STYLE, SMALL_STYLE, CELL_STYLE = "HankekoriGap", "HankekoriSmall", "HankekoriCell"
TABLE_STYLE, PLAIN_TABLE_STYLE = "HankekoriTable", "HankekoriFigures"
NOTE_STYLE, WARNING_STYLE = "HankekoriNote", "HankekoriWarning"
INK, SOFT, ACCENT, RISK = "1B232D", "55606D", "0A5A63", "A8231B"
MARGIN = 20  # millimetres, on every side
SHORT_SIDE, LONG_SIDE = 210, 297
_LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
_HEADING_SIZES = {"Title": 22, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11}


def prepare(file: Any, document: Document) -> None:  # noqa: ANN401 - python-docx publishes no types
    """Set styles, language, properties and the first page of a new file."""
    _set_text_styles(file.styles)
    _set_note_styles(file.styles)
    file.styles.element.append(parse_xml(_table_style(TABLE_STYLE, lines=True)))
    file.styles.element.append(parse_xml(_table_style(PLAIN_TABLE_STYLE, lines=False)))
    _set_language(file.styles.element, _LOCALES[document.language])
    _set_properties(file.core_properties, document)
    set_page(file.sections[0], on_its_side=False)
    _set_footer(file.sections[0], document)
    file.settings.element.find(qn("w:defaultTabStop")).addnext(parse_xml(f"<w:autoHyphenation {NAMESPACES}/>"))


def set_page(section: Any, *, on_its_side: bool) -> None:  # noqa: ANN401 - python-docx publishes no types
    section.orientation = WD_ORIENT.LANDSCAPE if on_its_side else WD_ORIENT.PORTRAIT
    section.page_width = Mm(LONG_SIDE if on_its_side else SHORT_SIDE)
    section.page_height = Mm(SHORT_SIDE if on_its_side else LONG_SIDE)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)


def _set_text_styles(styles: Any) -> None:  # noqa: ANN401 - python-docx publishes no types
    normal = styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10)
    normal.font.color.rgb = RGBColor.from_string(INK)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(5), 1.1
    for name, size in _HEADING_SIZES.items():
        style = styles[name]
        _set_font(style, size, INK)
        style.paragraph_format.space_before = Pt(0 if name == "Title" else size * 0.9)
        style.paragraph_format.space_after = Pt(size * 0.4)
        style.paragraph_format.keep_with_next = True
    for border in styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    _set_font(styles["Subtitle"], 12, SOFT)
    styles["Subtitle"].font.italic = False
    _set_font(styles["Caption"], 10, INK)
    styles["Caption"].paragraph_format.keep_with_next = True
    contents = styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    contents.base_style = normal
    contents.paragraph_format.space_after, contents.paragraph_format.line_spacing = Pt(1), 1.0
    _add_style(styles, "Hankekori Small", points=8, colour=SOFT)
    gap = _add_style(styles, "Hankekori Gap", points=4, colour=SOFT)
    gap.paragraph_format.space_after = Pt(0)
    cell = _add_style(styles, "Hankekori Cell", points=8.5, colour=INK)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(1)
    cell.paragraph_format.line_spacing = 1.0


def _set_font(style: Any, points: float, colour: str) -> None:  # noqa: ANN401 - python-docx publishes no types
    style.font.name, style.font.size, style.font.bold = FONT, Pt(points), True
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    if style.name == "Subtitle":
        style.font.bold = False


def _set_note_styles(styles: Any) -> None:  # noqa: ANN401 - python-docx publishes no types
    for name, colour in (("Hankekori Note", ACCENT), ("Hankekori Warning", RISK)):
        style = _add_style(styles, name, points=10, colour=INK)
        border = f'<w:pBdr {NAMESPACES}><w:left w:val="single" w:sz="24" w:space="8" w:color="{colour}"/></w:pBdr>'
        style.element.get_or_add_pPr().append(parse_xml(border))


def _add_style(styles: Any, name: str, *, points: float, colour: str) -> Any:  # noqa: ANN401 - python-docx publishes no types
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.font.size, style.font.color.rgb = Pt(points), RGBColor.from_string(colour)
    return style


def _table_style(name: str, *, lines: bool) -> str:
    thin = 'w:val="single" w:sz="4" w:space="0" w:color="D5D0C6"'
    borders = f"<w:tblBorders><w:bottom {thin}/><w:insideH {thin}/></w:tblBorders>" if lines else ""
    head = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{SOFT}"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    )
    return (
        f'<w:style {NAMESPACES} w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f'<w:tblPr>{borders}<w:tblCellMar><w:left w:w="60" w:type="dxa"/>'
        f'<w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>{head if lines else ""}</w:style>'
    )


def _set_language(styles: Any, locale: str) -> None:  # noqa: ANN401 - python-docx publishes no types
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)
        language.set(qn("w:eastAsia"), locale)


def _set_properties(properties: Any, document: Document) -> None:  # noqa: ANN401 - python-docx publishes no types
    moment = datetime.combine(document.day, time())
    properties.title = _cut(document.title)
    properties.subject = _cut(document.subtitle)
    properties.author = properties.last_modified_by = "Hankekori"
    properties.comments = _cut(document.marking)
    properties.language = _LOCALES[document.language]
    properties.created = properties.modified = moment
    properties.revision = 1


def _cut(text: str) -> str:
    return printable(text)[:255]  # python-docx takes no longer property


def _set_footer(section: Any, document: Document) -> None:  # noqa: ANN401 - python-docx publishes no types
    marking = f" · {document.marking}" if document.marking else ""
    page = f"{wording.PAGE.in_language(document.language)} "
    inside = (
        run(f"{document.title}{marking} · {page}")
        + field("PAGE", "1")
        + run(" / ")
        + field("NUMPAGES", "1", stale=True)
    )
    old = section.footer.paragraphs[0]._p  # noqa: SLF001 - python-docx offers no fields
    new = parse_xml(paragraph(inside, style=SMALL_STYLE).replace("<w:p>", f"<w:p {NAMESPACES}>", 1))
    old.getparent().replace(old, new)
