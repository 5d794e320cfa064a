"""The error of a file that cannot be turned into text."""

from hankekori.core.texts import Translated


class UnreadableSourceError(ValueError):
    """A file whose text cannot be had; the message says why."""

    def __init__(self, message: Translated) -> None:
        self.message = message
        super().__init__(message.fi)
