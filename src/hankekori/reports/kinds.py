"""The kinds of reports that are frozen: what each is called, which files it gives and who may read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from hankekori.core.texts import Translated

WORKING_GROUP, AGENDA, MINUTES = "working_group", "agenda", "minutes"


@dataclass(frozen=True, slots=True)
class ReportKind:
    name: Translated
    file_name: Translated  # the middle of the file's name
    endings: tuple[str, ...]
    of_meeting: bool  # read by those who may read meetings, and never published


_TEXTS = ("html", "pdf", "docx", "json")
KINDS: Mapping[str, ReportKind] = {
    WORKING_GROUP: ReportKind(
        Translated("Työryhmän raportti", "Arbetsgruppens rapport", "Working group's report"),
        Translated("tyoryhman-raportti", "arbetsgruppens-rapport", "working-group-report"),
        ("html", "pdf", "docx", "xlsx", "json"),
        of_meeting=False,
    ),
    AGENDA: ReportKind(
        Translated("Esityslista", "Föredragningslista", "Agenda"),
        Translated("esityslista", "foredragningslista", "agenda"),
        _TEXTS,
        of_meeting=True,
    ),
    MINUTES: ReportKind(
        Translated("Pöytäkirja", "Protokoll", "Minutes"),
        Translated("poytakirja", "protokoll", "minutes"),
        _TEXTS,
        of_meeting=True,
    ),
}
OF_MEETINGS = frozenset(name for name, kind in KINDS.items() if kind.of_meeting)
