"""`import` and `write`: in and out again, byte for byte; a dry run saves nothing."""

import json
import zipfile
from pathlib import Path

import jsonschema
import pytest
from django.db import connection

from hankekori.areas.projects.models import Description, Project

ROOT = Path(__file__).parent.parent.parent
OWN = ROOT / "src" / "hankekori" / "demo" / "data" / "descriptions"

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def s11010(shared: Path) -> Path:
    return shared / "samples" / "S11010.txt"


def test_dry_run_shows_and_saves_nothing(run, s11010: Path) -> None:
    before = Description.objects.count()
    result = run("import", "--programme", "heinola", "--dry-run", s11010)
    assert (result.code, result.err) == (0, "")
    assert "S11010" in result.text
    assert result.text.endswith("Nothing was saved (--dry-run).\n")
    assert Description.objects.count() == before


def test_import_then_again_changes_nothing(run, s11010: Path) -> None:
    first = run("import", s11010)
    assert first.code == 0
    assert "Saved: 0 new, 1 changed" in first.text
    again = run("import", s11010)
    assert (again.code, again.text.splitlines()[-1]) == (0, "Nothing changes.")


def test_write_gives_the_bytes_of_the_import(run, s11010: Path) -> None:
    assert run("import", s11010).code == 0
    result = run("write", "S11010", "--format", "txt")
    assert (result.code, result.out, result.err) == (0, s11010.read_bytes(), "")


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("html", b"<!doctype html>"), ("json", b"{\n"), ("docx", b"PK"), ("pdf", b"%PDF-")],
)
def test_write_in_every_format(run, tmp_path: Path, form: str, beginning: bytes) -> None:
    code = json.loads(run("read", "--format", "json", OWN / "esf-2007.txt").out)["project"]["code"]
    assert run("import", OWN / "esf-2007.txt").code == 0
    out = tmp_path / f"description.{form}"
    result = run("write", code, "--format", form, "--out", out)
    assert (result.code, result.out, result.err) == (0, b"", "")
    assert out.read_bytes()[: len(beginning)].lower() == beginning.lower()
    if form == "json":
        schema = json.loads((ROOT / "docs" / "formats" / "description.schema.json").read_text())
        jsonschema.validate(json.loads(out.read_bytes()), schema)


def test_folder_and_archive(run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for file in OWN.glob("*.txt"):
            archive.write(file, file.name)
    before = Project.objects.count()
    assert run("import", tmp_path).code == 0
    created = Project.objects.count() - before
    assert created > 0
    assert run("import", OWN).text.endswith("Nothing changes.\n")


def test_what_was_not_imported_is_told(run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("milk\n")
    result = run("import", tmp_path / "notes.txt", tmp_path / "missing.txt")
    assert result.code == 1
    assert "notes.txt: " in result.err
    assert "missing.txt: There is no such file." in result.err
    assert result.err.endswith("Nothing could be imported.\n")
    assert "Traceback" not in result.err


def test_import_into_a_programme_that_is_not_there(run, s11010: Path) -> None:
    result = run("import", "--programme", "kotka", s11010)
    assert (result.code, result.out) == (1, b"")
    assert result.err == "There is no programme 'kotka'. Programmes here: heinola.\n"


def test_import_needs_the_programme_named_when_there_are_several(run, s11010: Path) -> None:
    assert (
        run("init", "--programme", "kotka", "--name", "Kotka", "--start", "1.1.2026", "--end", "31.12.2029").code == 0
    )
    assert run("import", s11010).code == 2


def test_write_of_a_project_nobody_knows(run) -> None:
    result = run("write", "S99999")
    assert (result.code, result.out, result.err) == (1, b"", "There is no project S99999.\n")


def test_write_without_a_description(run) -> None:
    code = Project.objects.exclude(descriptions__isnull=False).values_list("code", flat=True).first()
    result = run("write", code)
    assert (result.code, result.out) == (1, b"")
    assert result.err == f"No official description of {code} has been imported yet.\n"


def test_write_where_nothing_can_be_written(run, s11010: Path) -> None:
    assert run("import", s11010).code == 0
    result = run("write", "S11010", "--out", "/proc/none/S11010.txt")
    assert result.code == 1
    assert result.err == "/proc/none/S11010.txt cannot be written: No such file or directory.\n"


def test_tests_really_use_the_database_of_tests() -> None:
    assert connection.settings_dict["NAME"].startswith("test_")
