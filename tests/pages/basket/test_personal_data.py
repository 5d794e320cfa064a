"""Who a project's contact person is, is shown to those who may read personal data and to nobody else."""

from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest

from hankekori.areas.accounts.roles import Role
from hankekori.areas.projects.actions import save_project
from tests import builders
from tests.pages.basket.conftest import DOCUMENT, described

ADDRESS = "/seutu/hankekori/"
TRACES = ["Maija", "maija.esimerkki", "040 000 1234", "projektipäällikkö"]


def words_of(content: bytes, ending: str) -> str:
    if ending == "docx":
        with ZipFile(BytesIO(content)) as package:
            return " ".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    if ending == "pdf":
        return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    return content.decode()


@pytest.mark.parametrize("role", [Role.MEMBER, Role.OBSERVER])
@pytest.mark.parametrize("page", ["", "S20009/", "S20009/seuranta/", "S20009/rahoitus/", "S20009/suunnitelma/",
                                  "S20009/historia/", "S20009/versiot/", "vertaa/?hanke=S20009"])  # fmt: skip
def test_no_page_of_a_reader_names_the_person(entered, paths, role, page):
    described(paths, DOCUMENT.replace("Maija Esimerkki", "Maija Toinen"), hour=12)
    text = entered(role).get(ADDRESS + page).content.decode()
    assert [trace for trace in TRACES if trace in text] == []


@pytest.mark.parametrize("ending", ["txt", "html", "json", "docx", "pdf"])
def test_no_file_of_a_reader_names_the_person(member, officer, paths, ending):
    own = words_of(officer.get(f"{ADDRESS}S20009/kuvaus.{ending}").content, ending)
    assert "Maija Esimerkki" in own
    text = words_of(member.get(f"{ADDRESS}S20009/kuvaus.{ending}").content, ending)
    assert [trace for trace in TRACES if trace in text] == []
    assert "Polkuja työhön" in text


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADVISER, Role.COMMUNICATOR])
def test_the_office_sees_the_person(entered, paths, role):
    assert "Maija Esimerkki" in entered(role).get(f"{ADDRESS}S20009/").content.decode()


def test_a_project_without_a_document_hides_the_person_too(member, officer, programme):
    builders.a_project(programme, code="S30001", contact_name="Maija Esimerkki", contact_phone="040 000 1234")
    assert "040 000 1234" in officer.get(f"{ADDRESS}S30001/").content.decode()
    assert "Maija" not in member.get(f"{ADDRESS}S30001/").content.decode()


def test_history_hides_the_person_and_who_did_it(member, officer, programme, paths):
    coordinator = builders.a_user_with(Role.COORDINATOR, programme)
    save_project(by=coordinator, now=builders.NOW, programme=programme, code="S20009", contact_phone="040 000 9999")
    assert "040 000 9999" in officer.get(f"{ADDRESS}S20009/historia/").content.decode()
    text = member.get(f"{ADDRESS}S20009/historia/").content.decode()
    assert "040 000 9999" not in text
    assert coordinator.name not in text.partition("<main")[2]


def test_lines_nobody_understood_are_only_counted_for_a_reader(member, paths):
    described(paths, f"Soita: Maija 040 000 1234\n{DOCUMENT}", hour=10)
    text = member.get(f"{ADDRESS}S20009/").content.decode()
    assert "Soita" not in text
    assert "1 rivi, jossa voi olla henkilötietoja" in text


@pytest.fixture
def sole_trader(programme):
    person = builders.an_organisation(programme, name="Tmi Maija Esimerkki", may_be_person=True)
    return builders.a_project(programme, code="S30002", name="Yksityinen", implementer=person)


@pytest.mark.parametrize("page", ["", "?muoto=csv", "S30002/", "vertaa/?hanke=S30002"])
def test_an_implementer_that_may_be_a_person_is_not_named_to_a_reader(member, officer, sole_trader, page):
    assert "Maija" in officer.get(ADDRESS + page).content.decode()
    text = member.get(ADDRESS + page).content.decode()
    assert "Maija" not in text
    assert "yksityinen toteuttaja" in text


@pytest.mark.parametrize("query", ["haku=maija", "toteuttaja=maija"])
def test_a_reader_cannot_search_for_a_person(member, officer, sole_trader, query):
    assert len(officer.get(f"{ADDRESS}?{query}").context["rows"]) == 1
    assert len(member.get(f"{ADDRESS}?{query}").context["rows"]) == 0
