"""Files, folders and archives are taken in within limits; what is refused says why."""

import io
import zipfile

import pytest

from hankekori.exchange import uploads
from hankekori.exchange.kinds import FileKind, kind_of
from hankekori.exchange.uploads import UploadedFile, collect_files, collect_paths


def archive_of(*entries, compression=zipfile.ZIP_DEFLATED) -> UploadedFile:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", compression) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return UploadedFile("a.zip", output.getvalue())


def refused_in(intake):
    return [(file.name, file.reason.fi) for file in intake.refused]


def test_archive_is_opened_in_the_order_of_names():
    intake = collect_files([archive_of(("b/S2.txt", b"2"), ("a.txt", b"1"), ("__MACOSX/x", b"x"), (".DS_Store", b"x"))])

    assert intake.files == (UploadedFile("a.zip/a.txt", b"1"), UploadedFile("a.zip/b/S2.txt", b"2"))
    assert intake.refused == ()


def test_name_with_an_identity_code_is_refused_and_told_without_it(tmp_path):
    """The code is nobody's."""
    (tmp_path / "010594Y9021.txt").write_bytes(b"1")
    taken = collect_files([UploadedFile("Malli 010594Y9021.txt", b"1"), archive_of(("010594Y9021/a.txt", b"2"))])
    found = collect_paths([tmp_path, tmp_path / "ei ole 010594Y9021.txt"])

    assert taken.files == found.files == ()
    assert [name for name, _ in refused_in(taken)] == ["Malli ******-****.txt", "a.zip/******-****/a.txt"]
    assert {reason[:40] for _, reason in refused_in(taken)} == {"Tiedoston nimessä on henkilötunnus. Nime"}
    assert "010594Y9021" not in str(found.refused)


def test_folder_is_read_all_the_way_down(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_bytes(b"2")
    (tmp_path / "a.txt").write_bytes(b"1")
    (tmp_path / ".hidden").write_bytes(b"x")

    intake = collect_paths([tmp_path, tmp_path / "missing.txt"])

    assert intake.files == (UploadedFile("a.txt", b"1"), UploadedFile("sub/b.txt", b"2"))
    assert refused_in(intake) == [("missing.txt", "Tiedostoa ei ole.")]


def test_link_out_of_the_folder_is_passed_over(tmp_path):
    (tmp_path / "outside.txt").write_bytes(b"secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")

    assert collect_paths([folder]).files == ()


@pytest.mark.parametrize("name", ["../S1.txt", "/etc/S1.txt", "a/../../S1.txt", "..\\S1.txt", "C:\\S1.txt"])
def test_path_out_of_the_archive_is_refused(name):
    intake = collect_files([archive_of((name, b"1"), ("good.txt", b"2"))])

    assert [file.name for file in intake.files] == ["a.zip/good.txt"]
    assert [reason for _, reason in refused_in(intake)] == ["Tiedoston polku osoittaa arkiston ulkopuolelle."]


def test_zip_bomb_is_refused_and_the_rest_taken():
    intake = collect_files([archive_of(("bomb.txt", b"0" * 10_000_000), ("good.txt", b"2"))])

    assert [file.name for file in intake.files] == ["a.zip/good.txt"]
    assert "poikkeuksellisen suureksi" in refused_in(intake)[0][1]


def test_archive_in_an_archive_is_refused():
    assert refused_in(collect_files([archive_of(("inner.zip", archive_of(("a", b"1")).content))])) == [
        ("a.zip/inner.zip", "Arkiston sisällä on toinen arkisto. Pura se ensin.")
    ]


def test_broken_archive_is_refused():
    assert refused_in(collect_files([UploadedFile("a.zip", b"PK\x03\x04 nothing")])) == [
        ("a.zip", "Zip-arkistoa ei voi avata. Tee se uudelleen.")
    ]


def test_entry_with_a_damaged_body_is_refused_alone():
    good = archive_of(("a.txt", b"content of a"), ("b.txt", b"b"), compression=zipfile.ZIP_STORED)
    damaged = UploadedFile("a.zip", good.content.replace(b"content of a", b"c0ntent of a"))

    intake = collect_files([damaged])

    assert [file.name for file in intake.files] == ["a.zip/b.txt"]
    assert [name for name, _ in refused_in(intake)] == ["a.zip/a.txt"]


def test_limits_are_kept_file_by_file(monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST_FILE", 10)
    monkeypatch.setattr(uploads, "LARGEST_TOTAL", 15)
    monkeypatch.setattr(uploads, "MOST_FILES", 2)
    files = [UploadedFile(name, b"x" * size) for name, size in (("a", 11), ("b", 8), ("c", 8), ("d", 7), ("e", 0))]

    intake = collect_files(files)

    assert [file.name for file in intake.files] == ["b", "d"]
    assert [file.name for file in intake.refused] == ["a", "c", "e"]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("S11010.txt", b"Euroopan unioni\n\n1. Projekti", FileKind.DESCRIPTION),
        ("S11010.HTML", b"<p>", FileKind.DESCRIPTION),
        ("hankkeet.xlsx", b"PK", FileKind.SPREADSHEET),
        ("hankkeet.csv", b"Nimi;Alkaa\n", FileKind.SPREADSHEET),
        ("kunnat.csv", b"code,name_fi,name_sv,region_code,region_fi\n", FileKind.MUNICIPALITIES),
        ("muutokset.csv", b"old_code,old_name_fi,new_code,new_name_fi,effective_date\n", FileKind.MUNICIPALITY_CHANGES),
        ("rajat.geojson", b'{"type":"FeatureCollection","features":[]}', FileKind.BOUNDARIES),
        ("rajat.json", b"[" * 100_000, FileKind.UNKNOWN),
        ("kuva.png", b"\x89PNG", FileKind.UNKNOWN),
    ],
)
def test_kind_is_told_from_ending_and_content(name, content, kind):
    assert kind_of(UploadedFile(name, content)) is kind


def test_published_files_are_recognised(shared):
    kinds = {
        "samples/S11010.txt": FileKind.DESCRIPTION,
        "samples/eura-projektilista-2007-2013.csv": FileKind.PROJECT_LIST,
        "samples/heinola-projects-2007-2013.csv": FileKind.SPREADSHEET,
        "geo/kunnat_2026_wgs84.geojson": FileKind.BOUNDARIES,
        "reference/municipalities.csv": FileKind.MUNICIPALITIES,
        "reference/municipality_changes.csv": FileKind.MUNICIPALITY_CHANGES,
    }

    assert {path: kind_of(UploadedFile(path, (shared / path).read_bytes())) for path in kinds} == kinds


def test_names_of_an_old_archive_are_readable():
    """Archives of old Windows programs keep names as code page 437 without saying so."""
    packed = archive_of(("kuvaus-a.txt", b"1"))
    renamed = UploadedFile("a.zip", packed.content.replace(b"kuvaus-a.txt", "kuvaus-ä.txt".encode("cp437")))

    assert [file.name for file in collect_files([renamed]).files] == ["a.zip/kuvaus-ä.txt"]


def test_locked_entry_is_refused_alone():
    packed = archive_of(("a.txt", b"1"), ("b.txt", b"2"))
    content = bytearray(packed.content)
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the first entry of the list is marked as encrypted

    intake = collect_files([UploadedFile("a.zip", bytes(content))])

    assert refused_in(intake) == [("a.zip/a.txt", "Tiedosto on suojattu salasanalla. Poista suojaus.")]
    assert [file.name for file in intake.files] == ["a.zip/b.txt"]


def test_archive_with_too_many_files_is_refused_whole(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_FILES", 2)

    intake = collect_files([archive_of(*((f"{number}.txt", b"x") for number in range(3)))])

    assert (intake.files, [name for name, _ in refused_in(intake)]) == ((), ["a.zip"])


def test_files_of_the_same_name_are_told_apart():
    names = ["a.txt", "a.txt", "a (2).txt", "b", "b", "a.txt", "", ""]

    intake = collect_files([UploadedFile(name, str(number).encode()) for number, name in enumerate(names)])

    assert [file.name for file in intake.files] == [
        "a.txt", "a (2).txt", "a (2) (2).txt", "b", "b (2)", "a (3).txt", "", " (2)",
    ]  # fmt: skip
    assert [file.content for file in intake.files] == [str(number).encode() for number in range(len(names))]


def test_folder_of_everything_is_taken_in_with_reasons(tmp_path):
    (tmp_path / "kuva.png").write_bytes(b"\x89PNG")
    (tmp_path / "tyhja.txt").write_bytes(b"")
    (tmp_path / "a.zip").write_bytes(archive_of(("x/S1.txt", b"1")).content)
    (tmp_path / "rikki.zip").write_bytes(b"PK\x03\x04")

    intake = collect_paths([tmp_path])

    assert [file.name for file in intake.files] == ["a.zip/x/S1.txt", "kuva.png", "tyhja.txt"]
    assert refused_in(intake) == [("rikki.zip", "Zip-arkistoa ei voi avata. Tee se uudelleen.")]
