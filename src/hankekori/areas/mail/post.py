"""Where mail goes: to the mail server, or to a folder as .eml files when no server is named."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.headerregistry import AddressHeader
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Protocol

from django.conf import settings

from hankekori.areas.mail.smtp_servers import Encryption, SmtpServer

_TIMEOUT = 10  # seconds for each answer of the mail server
_SEVEN_BIT = SMTP.clone(cte_type="7bit")  # every server takes it
_PERMANENT = 500  # SMTP codes from here on: trying again does not help


class MailDownError(Exception):
    """Nothing can be sent now."""


class RefusedError(Exception):
    """This mail was not taken; `for_good` when trying again does not help."""

    def __init__(self, said: str, *, for_good: bool) -> None:
        super().__init__(said)
        self.for_good = for_good


class Post(Protocol):
    def send(self, mail: EmailMessage, *, name: str) -> None:
        """Send one mail; name tells it from all others. Raises MailDownError, RefusedError."""


@contextmanager
def open_post() -> Iterator[Post]:
    """Give the way mail leaves by the settings; a connection to the server is made at the first mail and kept."""
    server: SmtpServer | None = settings.SMTP_SERVER
    if server is None:
        yield Folder(settings.DATA_DIR / "mail")
        return
    post = SmtpPost(server)
    try:
        yield post
    finally:
        post.close()


class Folder:
    """Writes each mail to a file of its own name; writing it again overwrites it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def send(self, mail: EmailMessage, *, name: str) -> None:
        try:
            self._path.mkdir(parents=True, exist_ok=True, mode=0o700)
            with NamedTemporaryFile(dir=self._path, prefix=".", delete_on_close=False) as made:
                made.write(mail.as_bytes(policy=SMTPUTF8))
                made.close()
                Path(made.name).replace(self._path / f"{name}.eml")
        except OSError as error:
            raise MailDownError(f"{self._path}: {error.strerror}") from error


class SmtpPost:
    """Sends over one connection; after an error a new one is made."""

    def __init__(self, server: SmtpServer) -> None:
        self._server = server
        self._connection: smtplib.SMTP | None = None

    def send(self, mail: EmailMessage, *, name: str) -> None:  # noqa: ARG002 - the Message-ID tells it from others
        try:
            self._connected().sendmail(_bare(mail["From"]), _bare(mail["To"]), mail.as_bytes(policy=_SEVEN_BIT))
        except smtplib.SMTPRecipientsRefused as error:
            code, said = next(iter(error.recipients.values()))
            raise RefusedError(_as_text(code, said), for_good=code >= _PERMANENT) from error
        except smtplib.SMTPDataError as error:
            raise RefusedError(
                _as_text(error.smtp_code, error.smtp_error), for_good=error.smtp_code >= _PERMANENT
            ) from error
        except smtplib.SMTPResponseException as error:
            self.close()
            raise MailDownError(_as_text(error.smtp_code, error.smtp_error)) from error
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            raise MailDownError(f"{self._server.host}:{self._server.port}: {error}") from error

    def close(self) -> None:
        """Say goodbye to the server, if it still listens."""
        if self._connection is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._connection.quit()
            self._connection.close()
            self._connection = None

    def _connected(self) -> smtplib.SMTP:
        if self._connection is None:
            self._connection = _connect(self._server)
        return self._connection


def _connect(server: SmtpServer) -> smtplib.SMTP:
    """Connect, encrypt as the settings say and log in."""
    if server.encryption is Encryption.FROM_START:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=_TIMEOUT, context=_tls())
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT)
    try:
        if server.encryption is Encryption.STARTTLS:
            connection.starttls(context=_tls())
        if server.user:
            connection.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return connection


def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _bare(header: AddressHeader) -> str:
    return str(header.addresses[0].addr_spec)


def _as_text(code: int, said: bytes | str) -> str:
    return f"{code} {said.decode(errors='replace') if isinstance(said, bytes) else said}"
