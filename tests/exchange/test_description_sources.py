import contextlib
import io
from pathlib import Path

import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from hankekori.core.description.html_writer import write_html
from hankekori.core.description.reader import read_description
from hankekori.exchange.description_sources import UnreadableSourceError, text_of

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted((ROOT / "tests" / "core" / "description" / "documents").glob("*.txt"))
SAMPLE = ROOT.parent / "shared" / "samples" / "S11010.txt"
ALL_DOCUMENTS = [*DOCUMENTS, *([SAMPLE] if SAMPLE.exists() else [])]
WITH_HEADINGS = [path for path in ALL_DOCUMENTS if path.stem != "capture-2014"]
ESF = next(path for path in DOCUMENTS if path.stem == "esf-2007")


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def as_paragraphs(text):
    body = "".join(f"<p>{escaped(part).replace(chr(10), '<br>')}</p>\n" for part in text.split("\n\n"))
    return f"<html><head><title>Kuvaus</title><style>p {{}}</style></head><body>{body}</body></html>"


def as_bold_labels(text):
    def block(part):
        label, colon, value = part.partition(": ")
        return (
            f"<div><b>{escaped(label)}:</b>\n  {escaped(value)}</div>"
            if colon and "\n" not in part
            else (f"<div>{escaped(part).replace(chr(10), '<br/>')}</div>")
        )

    return f"<!DOCTYPE html><body>{''.join(map(block, text.split(chr(10) * 2)))}</body>"


def as_table(text):
    def row(part):
        label, colon, value = f"{part} ".partition(": ")
        if colon and "\n" not in part and len(label) < 50:
            return f"<tr><th>{escaped(label)}:</th><td>{escaped(value.strip())}</td></tr>"
        return f"<tr><td colspan=2>{escaped(part).replace(chr(10), '<br>')}</td></tr>"

    return f"<table>{''.join(map(row, text.split(chr(10) * 2)))}</table>"


def as_definition_list(text):
    def entry(part):
        label, colon, value = f"{part} ".partition(": ")
        if colon and "\n" not in part and len(label) < 50 and not label.isupper():
            return f"<dl><dt>{escaped(label)}</dt><dd>{escaped(value.strip())}</dd></dl>"
        return f"<p>{escaped(part).replace(chr(10), '<br>')}</p>"

    return f"<html><body>{''.join(map(entry, text.split(chr(10) * 2)))}</body></html>"


def as_pdf(text):
    """Make a PDF as a browser's print gives it: paragraphs, wrapped lines, page numbers left out."""
    paragraphs = text.rstrip("\n").split("\n\n")
    lines = [
        f"#par[{' #linebreak() '.join(f'#{typst_string(line)}' for line in part.split(chr(10)))}]"
        for part in paragraphs
    ]
    source = (
        "#set page(margin: 2cm)\n#set par(spacing: 1.4em)\n#set text(size: 10pt, hyphenate: false)\n"
        + "\n\n".join(lines)
    )
    return typst.compile(source.encode())


def typst_string(line):
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def without_layout(path):
    return read_description(path.read_text(encoding="utf-8").rstrip("\n"))


@pytest.mark.parametrize("path", ALL_DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.encode("utf-8"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode("utf-8"),
        lambda text: text.encode("cp1252"),
        lambda text: text.encode("utf-16"),
    ],
    ids=["utf-8", "bom", "crlf", "cp1252", "utf-16"],
)
def test_text_file_in_any_encoding(path, encoded):
    text = path.read_text(encoding="utf-8")

    assert text_of(encoded(text), path.name) == text


@pytest.mark.parametrize("path", ALL_DOCUMENTS, ids=lambda path: path.stem)
def test_own_html_gives_the_same_record(path):
    record = without_layout(path)

    assert read_description(text_of(write_html(record).encode(), "kuvaus.html")) == record


@pytest.mark.parametrize("path", WITH_HEADINGS, ids=lambda path: path.stem)
@pytest.mark.parametrize("as_html", [as_paragraphs, as_bold_labels, as_table, as_definition_list])
def test_html_page_gives_the_same_record(path, as_html):
    page = as_html(path.read_text(encoding="utf-8").rstrip("\n"))

    assert read_description(text_of(page.encode(), "sivu.html")) == without_layout(path)


def test_html_in_latin_1_says_so_itself():
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Projektin kuvaus</p><p>Osio: Etelä</p></body></html>'

    assert text_of(page.encode("latin-1"), "sivu.htm") == "Projektin kuvaus\n\nOsio: Etelä"


def test_html_leaves_scripts_and_navigation_out():
    page = b"<html><nav>Etusivu</nav><script>var Osio = 1;</script><p>Projektin <i>kuvaus</i></p></html>"

    assert text_of(page, "") == "Projektin kuvaus"


def test_deeply_nested_html_is_read():
    page = "<div>" * 20_000 + "Projektin kuvaus" + "</div>" * 20_000

    assert "Projektin kuvaus" in text_of(page.encode(), "sivu.html")


@pytest.mark.parametrize("path", WITH_HEADINGS, ids=lambda path: path.stem)
def test_pdf_gives_the_same_fields(path):
    record, expected = (
        read_description(text_of(as_pdf(path.read_text(encoding="utf-8")), "k.pdf")),
        without_layout(path),
    )

    assert record.unread == ()
    assert (record.project, record.implementer, record.area) == (expected.project, expected.implementer, expected.area)
    assert (record.results, record.funding) == (expected.results, expected.funding)
    assert record.classification == expected.classification
    for text, wanted in (
        (record.summary, expected.summary),
        (record.final_report_summary, expected.final_report_summary),
    ):
        assert (text or "").split() == (wanted or "").split()


def test_pdf_keeps_the_paragraphs_and_list_items_of_a_text():
    record = read_description(text_of(as_pdf(ESF.read_text(encoding="utf-8")), "k.pdf"))

    assert record.summary == without_layout(ESF).summary


def encrypted_pdf():
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(as_pdf("Projektin kuvaus"))) as document:
        document.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
    return buffer.getvalue()


def blank_pdf():
    buffer = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (encrypted_pdf(), "password"),
        (blank_pdf(), "pictures"),
        (b"%PDF-1.7\nnothing of the kind", "damaged"),
        (bytes(range(256)) * 20, "neither"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "neither"),
    ],
    ids=["empty", "blank", "encrypted", "image-only", "damaged", "binary", "png"],
)
def test_unreadable_file_is_one_clear_error(content, word):
    with pytest.raises(UnreadableSourceError) as caught:
        text_of(content, "kuvaus.pdf")

    assert word in caught.value.message.en
    assert caught.value.message.fi
    assert caught.value.message.sv


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["k.txt", "k.html", "k.pdf", ""]))
def test_any_bytes_give_text_or_the_one_error(content, filename):
    with contextlib.suppress(UnreadableSourceError):
        assert isinstance(text_of(content, filename), str)
