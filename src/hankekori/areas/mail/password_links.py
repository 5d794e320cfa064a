"""A user's link to choose a password, sent to their own address."""

from datetime import datetime

from django.urls import reverse

from hankekori.areas.accounts.actions import PASSWORD_LINK_DAYS, create_password_link
from hankekori.areas.accounts.models import PasswordLink, User
from hankekori.areas.history import action
from hankekori.areas.mail.actions import Outgoing, queue_messages
from hankekori.areas.mail.letters import HELLO, Letter, Section, Way
from hankekori.areas.mail.models import Message
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Language, Translated


@action("mail.send_password_link")
def send_password_link(
    *, by: User | None, now: datetime, programme: Programme, user: User, language: Language = "fi"
) -> PasswordLink:
    """Make a user a link to choose a password and queue the mail that takes it to them."""
    link = create_password_link(by=by, now=now, user=user)
    letter = _letter(programme, link, language)
    outgoing = Outgoing(Message.Kind.PASSWORD, f"password-{link.pk}", user.email, letter)
    queue_messages(by=by, now=now, programme=programme, outgoing=[outgoing])
    return link


def _letter(programme: Programme, link: PasswordLink, language: Language) -> Letter:
    name = programme.name.in_language(language)
    path = reverse("choose-password", kwargs={"token": str(link.token)})
    return Letter(
        language=language,
        subject=_SUBJECT.filled(programme=name).in_language(language),
        opening=(HELLO.in_language(language), _OPENING.filled(programme=name).in_language(language)),
        sections=(Section("", (), Way(_CHOOSE.in_language(language), path)),),
        closing=(_CLOSING.filled(n=PASSWORD_LINK_DAYS).in_language(language),),
        sender=name,
    )


_SUBJECT = Translated(
    fi="Valitse salasana: {programme}", sv="Välj ett lösenord: {programme}", en="Choose a password: {programme}"
)
_OPENING = Translated(
    fi="Voit nyt valita salasanan, jolla kirjaudut ohjelmaan {programme}. Käyttäjätunnuksesi on tämä sähköpostiosoite.",
    sv="Du kan nu välja ett lösenord för programmet {programme}. Ditt användarnamn är den här e-postadressen.",
    en="You can now choose a password for the programme {programme}. Your user name is this e-mail address.",
)
_CHOOSE = Translated("Valitse salasana", "Välj ett lösenord", "Choose a password")
_CLOSING = Translated(
    fi="Linkki on voimassa {n} päivää ja toimii kerran. Jos et odottanut tätä viestiä, sinun ei tarvitse tehdä mitään.",
    sv="Länken gäller i {n} dagar och fungerar en gång. Om du inte väntade dig meddelandet behöver du inte göra något.",
    en="The link is valid for {n} days and works once. If you did not expect this message, you need not do anything.",
)
