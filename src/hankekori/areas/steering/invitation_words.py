"""The sentences of invitations to meetings."""

from hankekori.core.texts import Translated

TITLE = Translated("{body}, kokous {number}", "{body}, möte {number}", "{body}, meeting {number}")
AGENDA_AT = Translated("Esityslista: {url}", "Föredragningslista: {url}", "Agenda: {url}")
ONLINE_AT = Translated("Etäyhteys: {url}", "Distansanslutning: {url}", "Join online: {url}")

INVITED_SUBJECT = Translated(
    "Kokouskutsu: {title}, {when}", "Möteskallelse: {title}, {when}", "Invitation: {title}, {when}"
)
CHANGED_SUBJECT = Translated(
    "Kokouskutsu muuttunut: {title}, {when}",
    "Ändrad möteskallelse: {title}, {when}",
    "Updated invitation: {title}, {when}",
)
CANCELLED_SUBJECT = Translated(
    "Kokous peruttu: {title}, {when}", "Mötet är inställt: {title}, {when}", "Meeting cancelled: {title}, {when}"
)
INVITED = Translated(
    fi="Tervetuloa kokoukseen. Vastaa kutsuun kalenteristasi tai esityslistan sivulla.",
    sv="Välkommen till mötet. Svara på kallelsen i din kalender eller på föredragningslistans sida.",
    en="You are invited to the meeting. Please answer in your calendar or on the agenda's page.",
)
CHANGED = Translated(
    fi="Kokouksen aika, paikka tai esityslista on muuttunut. Tämä kutsu korvaa aiemman.",
    sv="Mötets tid, plats eller föredragningslista har ändrats. Denna kallelse ersätter den tidigare.",
    en="The time, place or agenda of the meeting has changed. This invitation replaces the earlier one.",
)
CANCELLED = Translated(
    fi="Kokous on peruttu. Se poistuu kalenteristasi, kun hyväksyt perutuksen.",
    sv="Mötet är inställt. Det försvinner ur din kalender när du godkänner avbokningen.",
    en="The meeting has been cancelled. It leaves your calendar once you accept the cancellation.",
)
DEPUTY = Translated(
    fi="Saat kutsun tiedoksi varajäsenenä. Osallistut, jos varsinainen jäsen on estynyt.",
    sv="Du får kallelsen för kännedom som ersättare. Du deltar om den ordinarie medlemmen har förhinder.",
    en="You get this for information as a deputy. You take part if the member cannot.",
)
WHEN_AND_WHERE = Translated("Aika ja paikka", "Tid och plats", "When and where")
AGENDA = Translated("Esityslista", "Föredragningslista", "Agenda")
OPEN_AGENDA = Translated("Avaa esityslista", "Öppna föredragningslistan", "Open the agenda")
