"""`read`: figures of S11010, four formats, no database and no Django."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parent.parent.parent
OWN = ROOT / "src" / "hankekori" / "demo" / "data" / "descriptions"
WITHOUT_DJANGO = """
import sys
from hankekori.cli.main import cli
code = cli.main(sys.argv[1:], prog_name="hankekori", standalone_mode=False)
heavy = {"django", "psycopg", "psutil", "docx", "typst", "xlsxwriter", "procrastinate"} & set(sys.modules)
sys.exit(f"imported {heavy}" if heavy else code)
"""


@pytest.fixture
def s11010(shared: Path) -> Path:
    return shared / "samples" / "S11010.txt"


def test_json_has_the_figures_of_the_description(run, s11010: Path) -> None:
    result = run("read", "--format", "json", s11010)
    assert (result.code, result.err) == (0, "")
    read = json.loads(result.out)
    assert read["project"]["code"] == "S11010"
    assert read["fund"] == "ESR"
    assert read["project"]["part"] == "Etelä-Suomen suuralueosio"
    assert read["project"]["priority_axis"]["number"] == 1
    assert (read["project"]["start"], read["project"]["end"]) == ("2009-05-01", "2012-04-30")
    assert read["implementer"]["business_id"] == "1074350-2"
    assert read["area"]["regions"] == ["Päijät-Häme"]
    assert read["area"]["municipalities"] == ["Hartola", "Heinola", "Sysmä"]
    assert read["results"]["participants"] == {
        "planned": {"total": 103, "women": 28},
        "actual": {"total": 86, "women": 28},
    }
    assert read["results"]["jobs"] == {"planned": {"total": 20, "women": 10}, "actual": {"total": 0, "women": 0}}
    assert read["results"]["companies"] == {"planned": {"total": 1, "women": 0}, "actual": {"total": 0, "women": 0}}
    assert read["results"]["degrees"] == {"planned": {"total": 0, "women": 0}, "actual": {"total": 0, "women": 0}}
    assert read["funding"] == {
        "granted_eu_state": 194225,
        "realised_eu_state": 168275,
        "planned_public": 228500,
        "realised_public": 202550,
    }
    assert read["unread"] == []


def test_json_follows_the_published_schema(run) -> None:
    schema = json.loads((ROOT / "docs" / "formats" / "description.schema.json").read_text())
    result = run("read", "--format", "json", *sorted(OWN.glob("*.txt")))
    read = json.loads(result.out)
    assert len(read) == 4
    for one in read:
        jsonschema.validate(one, schema)


def test_txt_is_the_file_itself(run, s11010: Path) -> None:
    result = run("read", "--format", "txt", s11010)
    assert (result.code, result.out) == (0, s11010.read_bytes())


def test_html_reads_back_to_the_same(run, s11010: Path, tmp_path: Path) -> None:
    page = tmp_path / "S11010.html"
    page.write_bytes(run("read", "--format", "html", s11010).out)
    assert b"<!doctype html>" in page.read_bytes().lower()
    as_json = [json.loads(run("read", "--format", "json", file).out) for file in (page, s11010)]
    assert as_json[0] == as_json[1]


def test_table_names_fields_in_the_language_asked_for(run, s11010: Path) -> None:
    assert "Project code" in run("read", s11010).text
    finnish = run("--language", "fi", "read", s11010).text
    assert "Hankekoodi" in finnish
    assert "30.4.2012" in finnish


def test_needs_neither_database_nor_django(tmp_path: Path) -> None:
    environment = os.environ | {"HANKEKORI_DATA_DIR": str(tmp_path / "data")}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-c", WITHOUT_DJANGO, "read", str(OWN / "esf-2007.txt")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "data").exists()


def test_bad_files_are_told_and_good_ones_shown(run, tmp_path: Path) -> None:
    other = tmp_path / "shopping.txt"
    other.write_text("milk\nbread\n")
    result = run("read", "--format", "json", OWN / "esf-2007.txt", other, tmp_path / "missing.txt")
    assert result.code == 1
    assert len(json.loads(result.out)) == 1
    assert f"{other}: " in result.err
    assert f"{tmp_path / 'missing.txt'}: No such file or directory" in result.err
    assert len(result.err.splitlines()) == 2


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 broken", b"\x00\xff\xfe", b"<html></html>", b"PK\x03\x04"])
def test_file_that_is_no_description_is_one_sentence(run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file.pdf"
    file.write_bytes(content)
    result = run("read", file)
    assert (result.code, result.out) == (1, b"")
    assert len(result.err.splitlines()) == 1


def test_folder_is_one_sentence(run, tmp_path: Path) -> None:
    assert run("read", tmp_path).err == f"{tmp_path}: Is a directory\n"
