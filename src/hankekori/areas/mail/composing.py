"""A message of the log as the mail that leaves: addresses completed, links signed, headers added."""

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.encoding import punycode

from hankekori.areas.mail.letters import SITE
from hankekori.areas.mail.models import Message
from hankekori.areas.mail.signed_tokens import sign_token

_ID_LENGTH = 32  # hexadecimal digits of a Message-ID
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_ADDRESS = re.compile(rf"{SITE}(?P<path>/[^\s\"<>]*)")
_METHOD = re.compile(r"^METHOD:(\w+)", re.MULTILINE)
_TOKEN = re.compile(rf"(?<=/){_UUID}(?=/|$)")


def compose(message: Message, *, now: datetime) -> EmailMessage:
    """Make the mail, text with HTML and an event of a calendar beside it; its Message-ID is always the same."""
    name, sender = parseaddr(settings.MAIL_FROM)
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = message.subject
    mail["From"] = Address(name, addr_spec=sender)
    mail["To"] = _as_sent(message.to)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id(message, domain=sender.rpartition("@")[2])
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday answer comes back
    mail.set_content(complete(message.text), cte="8bit")
    mail.add_alternative(complete(message.html), subtype="html", cte="8bit")
    mail["Content-Language"] = message.language
    if message.calendar:
        _add_calendar(mail, message.calendar)
    return mail


def message_id(message: Message, *, domain: str) -> str:
    """Name the message after its key; the secret key tells two installations of one domain apart."""
    named = salted_hmac("hankekori.message-id", f"{message.programme.slug}.{message.key}", algorithm="sha256")
    return f"<{named.hexdigest()[:_ID_LENGTH]}@{domain}>"


def complete(text: str) -> str:
    """Put the site's address before each path and sign the tokens in them."""
    return _ADDRESS.sub(lambda found: settings.BASE_URL + _TOKEN.sub(_signed, found["path"]), text)


def _add_calendar(mail: EmailMessage, calendar: str) -> None:
    """Put the event where Outlook and Gmail look for it, and as a file for the other calendars.

    RFC 6047, 2.4: the method stands beside the type too. Base64 keeps the lines as they are on any way.
    """
    found = _METHOD.search(calendar)
    method = {"method": found[1]} if found else {}
    mail.add_alternative(calendar, subtype="calendar", params=method, cte="base64")
    mail.add_attachment(calendar.encode(), maintype="application", subtype="ics", filename="invite.ics")


def _as_sent(address: str) -> Address:
    """Write a domain of letters with dots as every mail server takes it: pälkäne.fi becomes xn--plkne-grac.fi."""
    local, _at, domain = address.rpartition("@")
    return Address(addr_spec=f"{local}@{punycode(domain)}")


def _signed(token: re.Match[str]) -> str:
    return sign_token(UUID(token[0]))
