"""Texts that exist in Finnish, Swedish and English."""

from dataclasses import dataclass, fields
from typing import Literal, Self, get_args

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Translated:
    """One text in the three languages; a missing translation falls back to Finnish, then to whatever there is."""

    fi: str = ""
    sv: str = ""
    en: str = ""

    def in_language(self, language: str) -> str:
        wanted = {"fi": self.fi, "sv": self.sv, "en": self.en}.get(language.split("-", maxsplit=1)[0], "")
        return wanted or self.fi or self.sv or self.en

    def filled(self, **values: object) -> Self:
        """Put values into the {places} of each language."""
        return type(self)(**{field.name: getattr(self, field.name).format(**values) for field in fields(self)})

    def __str__(self) -> str:
        return self.in_language("fi")
