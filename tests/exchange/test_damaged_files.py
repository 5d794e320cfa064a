"""Whatever stands in a file, its import is saved or its faulty parts are named; it never fails, and never twice."""

import random

import pytest

from hankekori.exchange.actions import create_draft, save_draft
from hankekori.exchange.uploads import UploadedFile, collect_files
from tests.builders import NOW, a_programme
from tests.exchange.test_import_of_descriptions import PAGE
from tests.exchange.test_import_of_lists import ERDF, ESF, HEADINGS

pytestmark = pytest.mark.django_db

SHEET = "Koodi;Nimi;Toteuttaja;Y-tunnus;Alkaa;Päättyy;Myönnetty EU- ja valtion rahoitus;Kunnat"
MUNICIPALITIES = (
    "code,name_fi,name_sv,region_code,region_fi\n111,Heinola,Heinola,07,Päijät-Häme\n081,Hartola,Gustav Adolfs,07,x"
)
BOUNDARIES = (
    '{"type": "FeatureCollection", "features": [{"properties": {"code": "111", "name_fi": "Heinola"}, '
    '"geometry": {"type": "Polygon", "coordinates": [[[26, 61], [27, 61], [27, 62], [26, 61]]]}}]}'
)
FILES = {
    "kuvaus.txt": (PAGE, ": "),
    "lista.csv": (f"{HEADINGS}\n{ESF}\n{ERDF}", ","),
    "hankkeet.csv": (f"{SHEET}\nS19999;Verkosto;Esimerkki Oy;2077474-0;1.5.2009;30.4.2012;1;Heinola", ";"),
    "kunnat.csv": (MUNICIPALITIES, ","),
    "rajat.geojson": (BOUNDARIES, ", "),
}
ODD = [
    "", "-1", "99999999999999999999", "31.12.9999", "1.1.0001", "30.2.2010", "\0", '"\\u0000"', "😀", "x" * 3000, "S1",
    "S99999999999", "S١٢٣٤٥", "1 234,56", "=1+1", "NaN", "Infinity",
    "٣", "\u2028", "\x1f", ",", ";", "\t", '"', "[[[", "Heinola, Heinola",
]  # fmt: skip


def damaged(text: str, delimiter: str, chance: random.Random) -> bytes:
    """Put odd things in place of a few of the text's pieces."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        line = chance.randrange(len(lines))
        pieces = lines[line].split(delimiter)
        pieces[chance.randrange(len(pieces))] = chance.choice(ODD)
        lines[line] = delimiter.join(pieces)
    return "\n".join(lines).encode()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("seed", range(40))
def test_damaged_file_is_imported_or_named(name, seed, caplog):
    programme = a_programme()
    intake = collect_files([UploadedFile(name, damaged(*FILES[name], random.Random(seed)))])  # noqa: S311 - repeatable
    draft = create_draft(by=None, now=NOW, programme=programme, intake=intake)

    assert save_draft(by=None, now=NOW, draft=draft) is not None, caplog.text

    again = create_draft(by=None, now=NOW, programme=programme, intake=intake).preview["counts"]
    assert (again["created"], again["changed"]) == (0, 0)
