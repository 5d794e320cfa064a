import gettext
import os

from hankekori.web.catalogues import compile_stale

CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Hanke"\nmsgstr "{}"\n'


def translated(folder):
    with (folder / "sv" / "LC_MESSAGES" / "django.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled).gettext("Hanke")


def test_changed_source_is_compiled_again(tmp_path):
    source = tmp_path / "sv" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE.format("Projekt"))
    compile_stale(tmp_path)
    assert translated(tmp_path) == "Projekt"

    source.write_text(CATALOGUE.format("Ett projekt"))
    later = source.stat().st_mtime + 5
    os.utime(source, (later, later))
    compile_stale(tmp_path)
    assert translated(tmp_path) == "Ett projekt"


def test_fresh_catalogue_is_left_alone(tmp_path):
    source = tmp_path / "sv" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE.format("Projekt"))
    compiled = source.with_suffix(".mo")
    compiled.write_bytes(b"kept")
    compile_stale(tmp_path)
    assert compiled.read_bytes() == b"kept"
