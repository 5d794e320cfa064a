"""Messages for tests, and a mail server that keeps what it is sent."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from types import SimpleNamespace

from hankekori.areas.mail.actions import Outgoing, queue_messages
from hankekori.areas.mail.letters import Item, Letter, Section, Way
from hankekori.areas.mail.models import Message
from hankekori.areas.mail.smtp_servers import Encryption, SmtpServer
from hankekori.areas.programmes.models import Programme

TOKEN = "7d0b1f0a-54f2-4a53-9c8e-3b8a6a3c1d2e"  # noqa: S105 - as the database holds it


def a_letter(subject: str = "Työllistämishankkeen raportti", path: str = "/heinola/seuranta/", **parts) -> Letter:
    item = Item("S12345 Työpaikkoja & öljyä <seudulle>", ("Määräpäivä 30.1.2012.",), Way("Avaa raportti", path))
    values = {"opening": ("Hei!",), "sections": (Section("", (item,)),), "sender": "Heinolan seutu nousuun"}
    return Letter("fi", subject, **values | parts)


def queue_letters(programme: Programme, *keys: str, now: datetime, to: str = "anna@example.org", **letter) -> None:
    outgoing = [Outgoing(Message.Kind.LINK, key, to, a_letter(**letter)) for key in keys]
    queue_messages(by=None, now=now, programme=programme, outgoing=outgoing)


def read_mail(content: bytes) -> EmailMessage:
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


class Inbox(socketserver.ThreadingTCPServer):
    """A mail server that takes everything but what is to be refused; `received` holds the mails as they came."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Conversation)
        self.received: list[EmailMessage] = []
        self.connections = 0
        self.refused: dict[str, str] = {}  # address -> what is answered

    @property
    def server(self) -> SmtpServer:
        return SmtpServer("127.0.0.1", self.server_address[1], Encryption.OFF)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}/?tls=off"

    @property
    def message_ids(self) -> list[str]:
        return [str(mail["Message-ID"]) for mail in self.received]


@contextmanager
def an_inbox(port: int = 0) -> Iterator[Inbox]:
    inbox = Inbox(port)
    threading.Thread(target=inbox.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield inbox
    finally:
        inbox.shutdown()
        inbox.server_close()


class _Conversation(socketserver.StreamRequestHandler):
    """Speaks as much SMTP as a sender needs (RFC 5321)."""

    server: Inbox

    def handle(self) -> None:
        self.server.connections += 1
        self._say("220 ready")
        state = SimpleNamespace(over=False)
        while not state.over and (line := self.rfile.readline()):
            word, _, rest = line.decode().strip().partition(" ")
            state.over = word.upper() == "QUIT"
            self._answer(word.upper(), rest)

    def _answer(self, word: str, rest: str) -> None:
        if word == "RCPT":
            self._say(self.server.refused.get(rest.partition("<")[2].partition(">")[0], "250 OK"))
        elif word == "DATA":
            self._say("354 go on")
            lines = []
            while (line := self.rfile.readline()) != b".\r\n":
                lines.append(line[1:] if line.startswith(b"..") else line)
            self.server.received.append(read_mail(b"".join(lines)))
            self._say("250 taken")
        else:
            self._say("221 bye" if word == "QUIT" else "250 OK")

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")
