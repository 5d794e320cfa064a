"""How a light looks: a shape, a word and a colour, never the colour alone."""

from dataclasses import dataclass

from hankekori.core.status import LIGHT_WORDS, Light
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class LightLook:
    shape: str
    word: Translated
    colour: str  # on white paper; pages take theirs from the style sheet
    css_class: str

    def in_words(self, language: str) -> str:
        return f"{self.shape} {self.word.in_language(language)}"


def _look(light: Light, shape: str, colour: str, css_class: str) -> LightLook:
    said = LIGHT_WORDS[light]
    return LightLook(
        shape, Translated(said.fi.capitalize(), said.sv.capitalize(), said.en.capitalize()), colour, css_class
    )


LOOKS: dict[Light, LightLook] = {
    Light.ON_COURSE: _look(Light.ON_COURSE, "●", "#1d6f47", "ok"),
    Light.LATE: _look(Light.LATE, "▲", "#8a5600", "late"),
    Light.AT_RISK: _look(Light.AT_RISK, "■", "#a8231b", "risk"),
    Light.MISSING: _look(Light.MISSING, "?", "#626c78", "missing"),
    Light.NOT_MEASURED: _look(Light.NOT_MEASURED, "○", "#626c78", "none"),
    Light.NOT_APPLICABLE: _look(Light.NOT_APPLICABLE, "–", "#626c78", "apart"),
}
