"""What the archive refuses, in words."""

from hankekori.areas.errors import DomainError
from hankekori.core.texts import Translated


class NotPublishableError(DomainError):
    """Agendas and minutes name people, compilations are made for the programme's own readers."""

    def __init__(self) -> None:
        super().__init__(_NOT_PUBLISHABLE)


_NOT_PUBLISHABLE = Translated(
    "Vain työryhmän raportin voi julkaista kaikille.",
    "Endast arbetsgruppens rapport kan publiceras för alla.",
    "Only the working group's report can be published to everyone.",
)
