"""LibreOffice opens every DOCX and XLSX the product gives of the demo; a missing LibreOffice is a failure."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from django.test import Client
from django.utils import timezone
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

import hankekori
from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.archive.publishing import publish
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.models import Meeting
from hankekori.demo.load import load_demo
from hankekori.exchange.marked_workbooks import marked_workbook
from hankekori.exchange.spreadsheets import read_sheets
from hankekori.reports.working_group import freeze_report

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
PAGES = Path(hankekori.__file__).parent / "pages"
WRITES = re.compile(
    r"\b(?:table_response|document_response|report_response|write_docx|write_xlsx|write_answer|marked_workbook"
    r"|episode_template)\("
)
PASSED_ON = {"reports/files.py"}  # gives what the other pages ask of it
# page module -> addresses whose links to DOCX and XLSX, or which themselves, give the files it writes
WRITERS = {
    "situation/views.py": ["?muoto=xlsx"],
    "plan/views.py": ["suunnitelma/?muoto=xlsx", "suunnitelma/puutteet/?muoto=xlsx"],
    "plan/change_views.py": ["suunnitelma/muutokset/?vertaa=2011-06-30&muoto=xlsx"],
    "plan/source_views.py": ["suunnitelma/luku/{indicator}/?muoto=xlsx"],
    "basket/list_views.py": ["hankekori/?muoto=xlsx", "hankekori/vertaa/?hanke={code}&hanke={other}&muoto=xlsx"],
    "basket/edit_views.py": ["hankekori/{code}/rahoitus/?muoto=xlsx"],
    "basket/project_views.py": ["hankekori/{code}/seuranta/?muoto=xlsx"],
    "basket/file_views.py": ["hankekori/{code}/kuvaus.docx"],
    "claims/views.py": ["hankekori/{code}/maksatus/?muoto=xlsx"],
    "claims/import_views.py": ["hankekori/maksatukset/tuo/?muoto=xlsx"],
    "compile/views.py": ["raportit/koosta/"],
    "employment/count_views.py": ["tyollistyneet/?muoto=xlsx", "tyollistyneet/julkaistut/?muoto=xlsx"],
    "employment/episode_views.py": ["tyollistyneet/jaksot/?muoto=xlsx"],
    "employment/import_views.py": ["tyollistyneet/jaksot/tuo/pohja.xlsx"],
    "funder/views.py": ["hankekori/{code}/rahoittajalle/?muoto=docx"],
    "imports/views.py": [],  # the marked workbook is written below
    "monitoring/round_views.py": ["seuranta/"],
    "monitoring/sent_views.py": ["seuranta/lahetetyt/?muoto=xlsx"],
    "public/views.py": ["julkaistut/"],
    "reports/views.py": ["raportit/{report}/", "raportit/vertaa/?raportti={report}&raportti={earlier}"],
    "reports/meeting_files.py": [
        "tyoryhma/kokoukset/{meeting}/esityslista.docx",
        "tyoryhma/kokoukset/{meeting}/poytakirja.docx",
    ],
}
OFFICE = re.compile(r"xlsx|docx")


@pytest.fixture
def files(db) -> dict[str, bytes]:
    """Give every office file of the demo by a name with its ending."""
    load_demo(now=NOW)
    programme = Programme.objects.get()
    client = Client(headers={"accept-language": "fi"})
    officer = User.objects.filter(role_assignments__role=Role.COORDINATOR).first()
    client.force_login(officer)
    codes = _codes(programme)
    places = {
        "code": codes[0],
        "other": codes[1],
        "indicator": programme.indicators.exclude(headline=None).order_by("headline").first().pk,
        "meeting": Meeting.objects.filter(programme=programme, state="approved").first().pk,
        "report": (report := _frozen(programme, officer, 2012)).pk,
        "earlier": _frozen(programme, officer, 2011).pk,
    }
    publish(by=officer, now=NOW, report=report)
    found = {"marked.xlsx": _marked(client, programme)}
    for module, addresses in WRITERS.items():
        given = [
            file for address in addresses for file in _given(client, f"/{programme.slug}/{address.format(**places)}")
        ]
        assert given or not addresses, f"{module} gave no office file"
        for number, (ending, content) in enumerate(given):
            found[f"{module.replace('/', '-').removesuffix('.py')}-{number}.{ending}"] = content
    return found


def _codes(programme):
    """Give a project with entries and claims first."""
    found = Project.objects.filter(programme=programme, code__isnull=False).order_by("pk")
    busy = found.filter(ledger__isnull=False).distinct().values_list("code", flat=True)
    return list(busy[:2])


def _frozen(programme, officer, year):
    day = datetime(year, 3, 31, tzinfo=UTC).date()
    return freeze_report(programme, by=officer, now=NOW, as_of=day, known_on=timezone.localdate(NOW), language="fi")


def _marked(client, programme):
    content = client.get(f"/{programme.slug}/tyollistyneet/jaksot/tuo/pohja.xlsx").content
    return marked_workbook(read_sheets("pohja.xlsx", content)[0], ())


def _given(client, address):
    """Give the address when it is an office file, else the office files that its page links to."""
    response = client.get(address, follow=True)
    assert response.status_code == 200, address
    if kind := _kind(response):
        return [(kind, response.content)]
    page = LexborHTMLParser(response.content.decode())
    path = response.wsgi_request.path
    links = dict.fromkeys(link.attributes.get("href") or "" for link in page.css("main a"))
    wanted = [href if href.startswith("/") else f"{path}{href}" for href in links if OFFICE.search(href)]
    answers = [client.get(href, follow=True) for href in wanted]
    assert all(answer.status_code == 200 for answer in answers), wanted
    return [(kind, answer.content) for answer in answers if (kind := _kind(answer))]


def _kind(response):
    content_type = response["Content-Type"]
    return (
        {"sheet": "xlsx", "document": "docx"}.get(content_type.rpartition(".")[2])
        if "openxml" in content_type
        else None
    )


def test_every_page_that_writes_office_files_is_listed():
    writing = {
        str(path.relative_to(PAGES)) for path in PAGES.rglob("*.py") if WRITES.search(path.read_text()) is not None
    }

    assert writing - PASSED_ON == set(WRITERS)


def test_libreoffice_opens_every_file_without_repair(files, tmp_path):
    for name, content in files.items():
        _check_structure(name, content)
        (tmp_path / name).write_bytes(content)

    done = _converted(tmp_path, "docx", "pdf"), _converted(tmp_path, "xlsx", "pdf")

    for name in files:
        assert (tmp_path / "out" / f"{name.rpartition('.')[0]}.pdf").stat().st_size > 1000, (name, done)
    text = subprocess.run(
        ["pdftotext", tmp_path / "out" / "reports-meeting_files-1.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "Pöytäkirja" in text


def _converted(folder, ending, into):
    """Convert all files of an ending by one process with a profile of its own."""
    command = [
        shutil.which("soffice") or pytest.fail("LibreOffice is missing: run tools/office.sh"),
        f"-env:UserInstallation=file://{folder / 'profile'}",
        "--headless", "--norestore", "--convert-to", into, "--outdir", str(folder / "out"),
        *(str(path) for path in sorted(folder.glob(f"*.{ending}"))),
    ]  # fmt: skip
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=150)
    lines = (done.stdout + done.stderr).splitlines()
    said = "\n".join(line for line in lines if "javaldx" not in line)  # no Java here, and no file of ours needs it
    assert not re.search(r"(?i)\berror|repair|could not|failed", said), said
    return said


def _check_structure(name, content):
    """Read the file back: every part is well-formed XML, and the readers of others understand it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for part in archive.namelist():
            if part.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(part))  # noqa: S314 - our own file
    if name.endswith("docx"):
        assert docx.Document(io.BytesIO(content)).paragraphs, name
    else:
        names = CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names
        assert names, name
        assert all(0 < len(each) <= 31 and not re.search(r"[\[\]:*?/\\]", each) for each in names), names
