"""Add from a document: files are read, shown field by field, saved once or left."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from hankekori.areas.accounts.roles import DESCRIPTIONS, Permission, Role
from hankekori.areas.projects.models import Project
from hankekori.exchange.actions import create_draft
from hankekori.exchange.models import ImportDraft
from hankekori.exchange.spreadsheets import read_sheets
from hankekori.exchange.uploads import UploadedFile, collect_files
from hankekori.pages.imports import views
from tests.builders import a_programme

State = ImportDraft.State
HEADINGS = "Koodi;Nimi;Toteuttaja;Myönnetty EU- ja valtion rahoitus\n"
SHEET = HEADINGS + "S19999;Verkosto;Esimerkki Oy;194225\n"
ADDRESSES = ("import-draft", "import-columns", "import-save", "import-discard", "import-progress", "import-marked")


def rows_of(count: int) -> str:
    return HEADINGS + "".join(f"S1{number:04};Hanke {number};Toteuttaja {number};1\n" for number in range(count))


@pytest.fixture
def a_draft(programme):
    def make(content: str = SHEET, name: str = "hankkeet.csv") -> ImportDraft:
        intake = collect_files([UploadedFile(name, content.encode())])
        return create_draft(by=None, now=timezone.now(), programme=programme, intake=intake)

    return make


def address(name: str, draft: ImportDraft) -> str:
    place = {"place": 0} if name == "import-marked" else {}
    return reverse(name, kwargs={"slug": draft.programme.slug, "draft": draft.pk, **place})


def upload(client, *files: tuple[str, str | bytes], programme: str = "seutu"):
    documents = [SimpleUploadedFile(name, body.encode() if isinstance(body, str) else body) for name, body in files]
    return client.post(f"/{programme}/hankekori/tuo/", {"documents": documents})


def text_of(response) -> str:
    return " ".join(response.content.decode().split()).replace("\u00a0", " ")


def test_dropped_files_are_shown_and_saved(officer, programme):
    shown = upload(officer, ("hankkeet.csv", SHEET))

    draft = ImportDraft.objects.get()
    assert shown.headers["location"] == address("import-draft", draft)
    preview = text_of(officer.get(address("import-draft", draft)))
    assert all(word in preview for word in ("Verkosto", "S19999", "Esimerkki Oy", "194 225", "Tallenna"))
    assert not Project.objects.exists()

    saved = officer.post(address("import-save", draft), follow=True)

    project = Project.objects.get(programme=programme)
    assert (project.code, project.name, project.granted_eu_state) == ("S19999", "Verkosto", 194225)
    assert "Tuonti on tallennettu" in text_of(saved)
    assert reverse("project", args=["seutu", "S19999"]) in text_of(saved)
    draft.refresh_from_db()
    assert draft.uploaded_by.role_assignments.get().role == Role.COORDINATOR


def test_published_description_goes_the_whole_way(officer, programme, shared):
    upload(officer, ("S11010.txt", (shared / "samples" / "S11010.txt").read_bytes()))
    draft = ImportDraft.objects.get()

    preview = text_of(officer.get(address("import-draft", draft)))
    officer.post(address("import-save", draft))

    assert "86 (28)" in preview
    assert "Rivit, joita ei ymmärretty" not in preview
    assert Project.objects.get().code == "S11010"


def test_the_same_file_again_changes_nothing_and_says_so(officer, a_draft):
    officer.post(address("import-save", a_draft()))

    preview = text_of(officer.get(address("import-draft", a_draft())))

    assert "Mikään ei muutu" in preview
    assert "Tallenna</button>" not in preview


def test_imports_waiting_to_be_saved_are_listed(officer, a_draft):
    draft = a_draft()

    page = text_of(officer.get("/seutu/hankekori/tuo/"))

    assert address("import-draft", draft) in page
    assert "odottaa tallennusta" in page


def test_reader_may_not_import(member, a_draft):
    draft = a_draft()

    statuses = {name: member.post(address(name, draft)).status_code for name in ADDRESSES}

    assert statuses == dict.fromkeys(ADDRESSES, 403)
    assert member.get("/seutu/hankekori/tuo/").status_code == 403
    assert ImportDraft.objects.get().state == State.PREVIEWED


def test_outsider_sees_nothing(outsider, a_draft):
    draft = a_draft()

    statuses = {name: outsider.post(address(name, draft)).status_code for name in ADDRESSES}

    assert statuses == dict.fromkeys(ADDRESSES, 404)
    assert outsider.get("/seutu/hankekori/tuo/").status_code == 404


def test_stranger_is_asked_to_log_in(client, a_draft):
    assert client.get(address("import-draft", a_draft())).headers["location"].startswith("/kirjaudu/")


def test_draft_of_another_programme_is_not_found(officer):
    intake = collect_files([UploadedFile("hankkeet.csv", SHEET.encode())])
    other = create_draft(by=None, now=timezone.now(), programme=a_programme(), intake=intake)

    assert officer.get(f"/seutu/hankekori/tuo/{other.pk}/").status_code == 404
    assert officer.get(f"/seutu/hankekori/tuo/{2**63}/").status_code == 404


@pytest.mark.parametrize("name", ["import-columns", "import-save", "import-discard"])
def test_nothing_is_done_by_opening_an_address(officer, a_draft, name):
    assert officer.get(address(name, a_draft())).status_code == 405


def test_who_may_import_may_read_the_contact_names_of_the_preview():
    importers = [role for role in Role if Permission.IMPORT in DESCRIPTIONS[role].permissions]

    assert importers
    assert all(Permission.READ_PERSONAL in DESCRIPTIONS[role].permissions for role in importers)


def test_form_without_files_says_so(officer):
    response = officer.post("/seutu/hankekori/tuo/", {})

    assert response.status_code == 422
    assert "Valitse ainakin yksi tiedosto." in text_of(response)
    assert not ImportDraft.objects.exists()


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("tyhja.txt", b"", "Tiedosto on tyhjä."),
        ("tyhja.csv", b"", "Tiedosto on tyhjä."),
        ("tyhja.pdf", b"", "Tiedosto on tyhjä."),
        ("kuva.png", b"\x89PNG\r\n", "Tiedoston lajia ei tunneta."),
        ("muistio.txt", b"Muistio\n", "Tekstistä ei löytynyt"),
        ("rikki.xlsx", b"PK\x03\x04", "Tiedostoa ei voi lukea taulukkona."),
        ("rikki.pdf", b"%PDF-1.4 x", "PDF"),
        ("rikki.zip", b"PK\x03\x04", "Zip-arkistoa ei voi avata."),
        (
            "lista.csv",
            HEADINGS + "S19999;Malli 010594Y9021;;1\n",
            "Koko tiedosto jätetään pois henkilötunnuksen takia.",
        ),
    ],
)
def test_file_that_cannot_be_used_is_named_with_its_reason(officer, name, body, reason):
    page = text_of(officer.get(upload(officer, (name, body)).headers["location"]))

    assert reason in page
    assert name in page
    assert "Tallenna</button>" not in page


def test_good_files_are_shown_beside_the_useless(officer):
    files = [("kuva.png", b"\x89PNG"), ("hankkeet.csv", SHEET), ("tyhja.txt", b"")]

    page = text_of(officer.get(upload(officer, *files).headers["location"]))

    assert all(word in page for word in ("Verkosto", "kuva.png", "Tiedosto on tyhjä."))


def test_file_over_the_limit_is_refused_by_name(officer, monkeypatch):
    monkeypatch.setattr("hankekori.pages.imports.forms.LARGEST_FILE", 10)

    page = text_of(officer.get(upload(officer, ("iso.csv", SHEET)).headers["location"]))

    assert "iso.csv" in page
    assert "megatavua. Jaa se osiin." in page


def test_too_many_files_are_refused_in_words(officer, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 3

    response = upload(officer, *((f"{number}.txt", b"x") for number in range(4)))

    assert response.status_code == 400
    assert "Kerralla voi lähettää 3 tiedostoa." in text_of(response)


def test_body_over_the_limit_is_refused_in_words(officer, monkeypatch):
    monkeypatch.setattr("hankekori.pages.upload_limits.LARGEST_TOTAL", 100)

    response = upload(officer, ("hankkeet.csv", SHEET))

    assert response.status_code == 400
    assert "Tuo ne useassa erässä." in text_of(response)


def test_archive_is_opened(officer):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/hankkeet.csv", SHEET)
        archive.writestr("../paha.csv", SHEET)

    page = text_of(officer.get(upload(officer, ("a.zip", packed.getvalue())).headers["location"]))

    assert "a.zip/a/hankkeet.csv" in page
    assert "Tiedoston polku osoittaa arkiston ulkopuolelle." in page


def test_text_of_a_file_never_becomes_markup(officer):
    sheet = SHEET.replace("Verkosto", "<script>alert(1)</script>")

    page = officer.get(upload(officer, ("<b>.csv", sheet)).headers["location"]).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_columns_are_chosen_again(officer, a_draft):
    draft = a_draft("a;b\nS19999;Verkosto\n")

    read_again = officer.post(
        address("import-columns", draft), {"column-0-0": "code", "column-0-1": "name"}, follow=True
    )

    assert "Verkosto" in text_of(read_again)
    officer.post(address("import-save", draft))
    assert Project.objects.get().name == "Verkosto"


def test_one_field_from_two_columns_is_refused_with_the_choices_kept(officer, a_draft):
    draft = a_draft()

    response = officer.post(address("import-columns", draft), {"column-0-0": "name", "column-0-1": "name"})

    page = text_of(response)
    assert response.status_code == 422
    assert "sama tieto on valittu kahdelle sarakkeelle" in page
    assert page.count('<option value="name" selected>') == 2


def test_column_that_is_no_field_of_ours_is_refused(officer, a_draft):
    response = officer.post(address("import-columns", a_draft()), {"column-0-0": "is_superuser"})

    assert response.status_code == 422


def test_faulty_workbook_comes_back_marked(officer, a_draft):
    draft = a_draft(SHEET + "S1;Väärä;;paljon\n")
    assert address("import-marked", draft) in text_of(officer.get(address("import-draft", draft)))

    response = officer.get(address("import-marked", draft))

    assert response.headers["content-disposition"].startswith("attachment; filename=")
    marked, listed = read_sheets("korjattavat.xlsx", response.content)
    assert marked.rows[2][0] == "S1"
    assert [row[0] for row in listed.rows[1:]] == ["A3", "D3"]


def test_workbook_that_is_not_there_is_not_found(officer, a_draft):
    assert officer.get(address("import-marked", a_draft()).replace("/0.xlsx", "/7.xlsx")).status_code == 404


def test_discarded_draft_is_gone(officer, a_draft):
    draft = a_draft()

    page = officer.post(address("import-discard", draft), follow=True)

    assert "Tuonti peruttiin" in text_of(page)
    assert not ImportDraft.objects.exists()
    assert officer.get(address("import-draft", draft)).status_code == 404


def test_large_import_is_queued_and_its_progress_shown(officer, a_draft, monkeypatch):
    monkeypatch.setattr(views, "MOST_AT_ONCE", 2)
    draft = a_draft(rows_of(3))
    assert "tallennetaan taustalla" in text_of(officer.get(address("import-draft", draft)))

    waiting = officer.post(address("import-save", draft), follow=True)

    draft.refresh_from_db()
    assert (draft.state, Project.objects.exists()) == (State.QUEUED, False)
    assert "Tuonti odottaa vuoroaan" in text_of(waiting)
    assert '<meta http-equiv="refresh"' in text_of(waiting)
    ImportDraft.objects.update(state=State.RUNNING, done=1, total=3)
    part = text_of(officer.get(address("import-progress", draft), headers={"hx-request": "true"}))
    assert "1 / 3" in part
    assert address("import-progress", draft) in part
    ImportDraft.objects.update(state=State.DONE, result={})
    assert officer.get(address("import-progress", draft)).headers["hx-refresh"] == "true"


def test_import_under_way_is_neither_saved_again_nor_discarded(officer, a_draft):
    draft = a_draft()
    ImportDraft.objects.update(state=State.RUNNING)

    for name in ("import-save", "import-discard"):
        assert "tallennetaan parhaillaan" in text_of(officer.post(address(name, draft), follow=True))

    assert ImportDraft.objects.get().state == State.RUNNING


def test_failed_import_says_why_and_can_be_saved_again(officer, a_draft):
    draft = a_draft()
    ImportDraft.objects.update(state=State.FAILED, error={"fi": "Virran katkos.", "sv": "", "en": ""})

    assert "Virran katkos." in text_of(officer.get(address("import-draft", draft)))
    officer.post(address("import-save", draft))

    assert Project.objects.exists()


def test_reason_is_told_in_the_readers_language(officer):
    officer.cookies["django_language"] = "sv"

    page = text_of(officer.get(upload(officer, ("tom.txt", b"")).headers["location"]))

    assert "Filen är tom." in page


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_number_of_queries_does_not_grow(rows, officer, a_draft, django_assert_num_queries):
    draft = a_draft(rows_of(rows) + "S1;Väärä;;x\n" * rows)
    for _ in range(rows):
        a_draft()
    officer.get("/seutu/hankekori/tuo/")

    with django_assert_num_queries(6):
        officer.get("/seutu/hankekori/tuo/")
    with django_assert_num_queries(6):
        officer.get(address("import-draft", draft))
    officer.post(address("import-save", draft))
    with django_assert_num_queries(8):
        officer.get(address("import-draft", draft))
