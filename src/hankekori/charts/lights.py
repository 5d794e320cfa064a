"""How a light looks: a shape, a word and a colour, never the colour alone."""

from dataclasses import dataclass

from hankekori.core.status import Light
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class LightLook:
    shape: str
    word: Translated
    colour: str  # on white paper; pages take theirs from the style sheet
    css_class: str

    def in_words(self, language: str) -> str:
        return f"{self.shape} {self.word.in_language(language)}"


LOOKS: dict[Light, LightLook] = {
    Light.ON_COURSE: LightLook("●", Translated("Tavoitteessa", "Enligt målet", "On course"), "#1d6f47", "ok"),
    Light.LATE: LightLook("▲", Translated("Jäljessä", "Efter", "Behind"), "#8a5600", "late"),
    Light.AT_RISK: LightLook("■", Translated("Vaarassa", "I fara", "At risk"), "#a8231b", "risk"),
    Light.MISSING: LightLook(
        "?", Translated("Tieto puuttuu", "Uppgift saknas", "Figure missing"), "#626c78", "missing"
    ),
    Light.NOT_MEASURED: LightLook(
        "○", Translated("Ei vielä mitattu", "Ännu inte mätt", "Not measured yet"), "#626c78", "none"
    ),
    Light.NOT_APPLICABLE: LightLook("–", Translated("Ei koske", "Gäller inte", "Does not apply"), "#626c78", "apart"),
}
