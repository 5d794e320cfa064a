"""HANKEKORI_SMTP_URL: what it may say and what is answered when it is wrong."""

import pytest

from hankekori.areas.mail.smtp_servers import Encryption, SmtpServer


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example.org", SmtpServer("mail.example.org", 587, Encryption.STARTTLS)),
        ("smtp://mail.example.org:2525/?tls=starttls", SmtpServer("mail.example.org", 2525, Encryption.STARTTLS)),
        ("smtps://u:p@mail.example.org", SmtpServer("mail.example.org", 465, Encryption.FROM_START, "u", "p")),
        (
            "smtp://office%40example.org:s%2Fala%3Asana@mail.example.org",
            SmtpServer("mail.example.org", 587, Encryption.STARTTLS, "office@example.org", "s/ala:sana"),
        ),
        ("smtp://localhost/?tls=off", SmtpServer("localhost", 25, Encryption.OFF)),
        ("smtp://[::1]:25?tls=off", SmtpServer("::1", 25, Encryption.OFF)),
    ],
)
def test_url_is_read(url: str, server: SmtpServer) -> None:
    assert SmtpServer.from_url(url) == server


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("mail.example.org:587", "neither smtp:// nor smtps://"),
        ("http://mail.example.org", "neither smtp:// nor smtps://"),
        ("smtp://", "no host"),
        ("smtp://u:p@", "no host"),
        ("smtp://mail.example.org:posti", "port"),
        ("smtp://mail.example.org:99999", "port"),
        ("smtp://mail.example.org:0", "port"),
        ("smtp://mail.example.org/?tls=maybe", "tls can be"),
        ("smtps://mail.example.org/?tls=off", "tls can be"),
        ("smtp://mail.example.org/?ssl=1", "'ssl' is not known"),
        ("smtp://user@mail.example.org", "a user needs a password"),
        ("smtp://user:secret@mail.example.org/?tls=off", "not sent unencrypted"),
        ("smtp://[::1", "not an address"),
    ],
)
def test_wrong_url_is_told_without_its_password(url: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem) as refused:
        SmtpServer.from_url(url)
    assert "secret" not in str(refused.value)
