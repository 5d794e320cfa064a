"""The coded reasons for correcting a figure or changing a target, in words."""

from collections.abc import Mapping

from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.core.texts import Translated

_Reason = LedgerEntry.Reason
REASONS: Mapping[str, Translated] = {
    _Reason.TYPING: Translated("kirjoitusvirhe", "skrivfel", "typing error"),
    _Reason.LATE_INFORMATION: Translated("tieto saatiin myöhässä", "uppgiften kom sent", "information came late"),
    _Reason.COUNTED_TWICE: Translated("laskettu kahteen kertaan", "räknad två gånger", "counted twice"),
    _Reason.WRONG_PERIOD: Translated("väärä kausi", "fel period", "wrong period"),
    _Reason.WRONG_PROJECT: Translated("väärä hanke", "fel projekt", "wrong project"),
    _Reason.DEFINITION: Translated("määritelmä tarkentui", "definitionen preciserades", "the definition was clarified"),
    _Reason.OTHER: Translated("muu syy", "annan orsak", "other reason"),
}
TARGET_REASONS: Mapping[str, Translated] = {
    "decision": Translated("työryhmä päätti muutoksesta", "arbetsgruppen beslutade", "the working group decided"),
    "funding": Translated("rahoitus muuttui", "finansieringen ändrades", "the funding changed"),
    "circumstances": Translated("toimintaympäristö muuttui", "omständigheterna ändrades", "the circumstances changed"),
    "definition": REASONS[_Reason.DEFINITION],
    "typing": REASONS[_Reason.TYPING],
    "other": REASONS[_Reason.OTHER],
}
