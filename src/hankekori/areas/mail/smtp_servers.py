"""The mail server named by HANKEKORI_SMTP_URL."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit


class Encryption(StrEnum):
    FROM_START = "from_start"  # smtps://
    STARTTLS = "starttls"
    OFF = "off"


_PORTS = {Encryption.FROM_START: 465, Encryption.STARTTLS: 587, Encryption.OFF: 25}


@dataclass(frozen=True, slots=True)
class SmtpServer:
    host: str
    port: int
    encryption: Encryption
    user: str = ""
    password: str = ""

    @classmethod
    def from_url(cls, url: str) -> Self:
        """Read smtp://user:password@host:587, smtps://host or smtp://host/?tls=off.

        Raises ValueError with a sentence that says what is wrong; it never repeats the password.
        """
        try:
            parts = urlsplit(url)
        except ValueError:
            raise ValueError("it is not an address") from None
        encryption = _encryption(parts.scheme, dict(parse_qsl(parts.query, keep_blank_values=True)))
        if not parts.hostname:
            raise ValueError("it names no host")
        try:
            port = parts.port
        except ValueError:
            port = 0
        if port == 0:
            raise ValueError("its port is not a number between 1 and 65535")
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        if bool(user) != bool(password):
            raise ValueError("a user needs a password and a password a user")
        if password and encryption is Encryption.OFF:
            raise ValueError("a password is not sent unencrypted: leave out tls=off")
        return cls(parts.hostname, port or _PORTS[encryption], encryption, user, password)


def _encryption(scheme: str, query: dict[str, str]) -> Encryption:
    tls = query.pop("tls", None)
    if query:
        raise ValueError(f"'{next(iter(query))}' is not known; after the question mark only tls can stand")
    if scheme == "smtps" and tls in {None, "on"}:
        return Encryption.FROM_START
    if scheme == "smtp" and tls in {None, "starttls"}:
        return Encryption.STARTTLS
    if scheme == "smtp" and tls == "off":
        return Encryption.OFF
    if scheme not in {"smtp", "smtps"}:
        raise ValueError("it begins with neither smtp:// nor smtps://")
    raise ValueError("tls can be starttls or off, and with smtps:// nothing has to be said")
