"""Collect every text of the interface into the Swedish and English catalogues: python -m tools.messages.

Needs no gettext programs. Translations that are there stay; texts no longer in the code go.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

SOURCE = Path(__file__).parent.parent / "src" / "hankekori"
LOCALE = SOURCE / "web" / "locale"
LANGUAGES = ("sv", "en")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
DROPPED_HEADERS = (  # dates and persons, which would change with every run
    "POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team", "Generated-By", "Report-Msgid-Bugs-To",
)  # fmt: skip


def main() -> None:
    """Write both catalogues and say what is still to be translated."""
    template = collect_messages()
    missing = 0
    for language in LANGUAGES:
        catalogue = updated_catalogue(language, template)
        write_catalogue(catalogue, catalogue_path(language))
        untranslated = [message.id for message in catalogue if message.id and not is_translated(message)]
        missing += len(untranslated)
        print(f"{language}: {len(catalogue)} texts, {len(untranslated)} to translate")
        for text in untranslated:
            print(f"  {text}")
    sys.exit(1 if missing and "--strict" in sys.argv else 0)


def collect_messages() -> Catalog:
    """Gather the texts of all python files and templates."""
    _configure_django()
    found = Catalog(charset="utf-8")
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix in {".py", ".html", ".txt"} and (path.suffix == ".py" or "templates" in path.parts):
            for text, context in _messages_of(path):
                found.add(text, context=context)
    return found


def updated_catalogue(language: str, template: Catalog) -> Catalog:
    """Return the language's catalogue with exactly the template's texts; no guessed translations."""
    catalogue = read_catalogue(language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def read_catalogue(language: str) -> Catalog:
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write_catalogue(catalogue: Catalog, path: Path) -> None:
    """Write sorted, without line numbers and dates, so that a change shows only what changed."""
    out = BytesIO()
    catalogue.fuzzy = False
    catalogue.project, catalogue.version = "Hankekori", ""
    catalogue.header_comment = f"# Hankekori, {catalogue.locale_identifier}; the texts in the code are Finnish."
    write_po(out, catalogue, sort_output=True, no_location=True, width=110)
    lines = out.getvalue().decode().splitlines(keepends=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    dropped = tuple(f'"{header}' for header in DROPPED_HEADERS)
    path.write_text("".join(line for line in lines if not line.startswith(dropped)))


def catalogue_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def is_translated(message: object) -> bool:
    """Tell whether every form of a message has a translation."""
    string = message.string  # type: ignore[attr-defined]  # Babel's Message
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


def _messages_of(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    source = path.read_text()
    if path.suffix != ".py":
        source = _as_python(source, path)
    for _line, text, _comments, context in extract("python", BytesIO(source.encode()), KEYWORDS):
        yield text, context


def _as_python(template: str, path: Path) -> str:
    """Turn a template into lines a python extractor reads: what is no text becomes a row of X."""
    blanked = templatize(template, origin=str(path))
    return "\n".join(line.strip() for line in blanked.splitlines())


def _configure_django() -> None:
    if not settings.configured:
        settings.configure(USE_I18N=True)


if __name__ == "__main__":
    main()
