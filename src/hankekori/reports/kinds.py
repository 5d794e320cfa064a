"""What each kind of frozen report is called and which files it gives."""

from collections.abc import Mapping
from dataclasses import dataclass

from hankekori.areas.archive.kinds import AGENDA, COMPILATION, MINUTES, WORKING_GROUP
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class ReportKind:
    name: Translated
    file_name: Translated  # the middle of the file's name
    endings: tuple[str, ...]


_TEXTS = ("html", "pdf", "docx", "json")
_WITH_TABLES = ("html", "pdf", "docx", "xlsx", "json")
KINDS: Mapping[str, ReportKind] = {
    WORKING_GROUP: ReportKind(
        Translated("Työryhmän raportti", "Arbetsgruppens rapport", "Working group's report"),
        Translated("tyoryhman-raportti", "arbetsgruppens-rapport", "working-group-report"),
        _WITH_TABLES,
    ),
    COMPILATION: ReportKind(
        Translated("Kooste", "Sammanställning", "Compilation"),
        Translated("kooste", "sammanstallning", "compilation"),
        _WITH_TABLES,
    ),
    AGENDA: ReportKind(
        Translated("Esityslista", "Föredragningslista", "Agenda"),
        Translated("esityslista", "foredragningslista", "agenda"),
        _TEXTS,
    ),
    MINUTES: ReportKind(
        Translated("Pöytäkirja", "Protokoll", "Minutes"),
        Translated("poytakirja", "protokoll", "minutes"),
        _TEXTS,
    ),
}
