"""The words of agendas and minutes in the three languages."""

from collections.abc import Mapping

from hankekori.areas.bodies.models import Seat
from hankekori.areas.steering.models import Decision, Vote
from hankekori.core.decisions import DecisionKind
from hankekori.core.texts import Translated

AGENDA = Translated("Esityslista {number}/{year}", "Föredragningslista {number}/{year}", "Agenda {number}/{year}")
MINUTES = Translated("Pöytäkirja {number}/{year}", "Protokoll {number}/{year}", "Minutes {number}/{year}")
DRAFT = Translated("Luonnos", "Utkast", "Draft")

TIME = Translated("Aika", "Tid", "Time")
HOURS = Translated("{day} klo {start}–{end}", "{day} kl. {start}–{end}", "{day}, {start}–{end}")
MOMENT = Translated("{day} klo {clock}", "{day} kl. {clock}", "{day}, {clock}")
PLACE = Translated("Paikka", "Plats", "Place")
ONLINE = Translated("Etäyhteys", "Distansanslutning", "Online")
STATE_OF_DAY = Translated("Kokouksen tilanneraportti", "Mötets lägesrapport", "Report of the day")
OPENED = Translated("Kokous avattiin", "Mötet öppnades", "Opened")
CLOSED = Translated("Kokous päättyi", "Mötet avslutades", "Closed")
APPROVED = Translated("Pöytäkirja hyväksyttiin", "Protokollet godkändes", "Minutes approved")

CALLED = Translated("Kutsutut", "Kallade", "Called to the meeting")
CALLED_TABLE = Translated("Jäsenet ja varajäsenet", "Medlemmar och ersättare", "Members and deputies")
NAME = Translated("Nimi", "Namn", "Name")
ORGANISATION = Translated("Organisaatio", "Organisation", "Organisation")
ROLE = Translated("Tehtävä", "Uppgift", "Role")
DEPUTY = Translated("Varajäsen", "Ersättare", "Deputy")
DEPUTY_OF = Translated("varajäsen, {member}", "ersättare för {member}", "deputy for {member}")
PARTICIPANTS = Translated("Läsnäolo", "Närvaro", "Attendance")
PRESENT_TABLE = Translated("Läsnä", "Närvarande", "Present")
ABSENT_TABLE = Translated("Poissa", "Frånvarande", "Absent")
NOBODY_PRESENT = Translated(
    "Läsnäolijoita ei ole kirjattu.", "Inga närvarande har antecknats.", "No attendance has been recorded."
)
QUORUM_MET = Translated(
    "Kokous on päätösvaltainen: äänivaltaisia on läsnä {present}, tarvitaan {needed}.",
    "Mötet är beslutfört: {present} röstberättigade är närvarande, {needed} behövs.",
    "The meeting has a quorum: {present} with a vote are present, {needed} are needed.",
)
QUORUM_NOT_MET = Translated(
    "Kokous ei ole päätösvaltainen: äänivaltaisia on läsnä {present}, tarvitaan {needed}.",
    "Mötet är inte beslutfört: {present} röstberättigade är närvarande, {needed} behövs.",
    "The meeting has no quorum: {present} with a vote are present, {needed} are needed.",
)
CHAIR_MISSING = Translated(
    "Kokous ei ole päätösvaltainen: puheenjohtaja ja varapuheenjohtaja puuttuvat.",
    "Mötet är inte beslutfört: både ordföranden och vice ordföranden saknas.",
    "The meeting has no quorum: neither the chair nor the vice chair is present.",
)

MATTERS = Translated("Asiat", "Ärenden", "Matters")
NO_MATTERS = Translated(
    "Esityslistalla ei ole vielä asioita.", "Det finns ännu inga ärenden på listan.", "There is nothing on the agenda."
)
MATTER = Translated("{number} § {title}", "§ {number} {title}", "§ {number} {title}")
PRESENTER = Translated("Esittelijä", "Föredragande", "Presented by")
DISQUALIFIED = Translated(
    "Esteellisenä asian käsittelyyn ei osallistu: {people}.",
    "Jävig och deltar inte i behandlingen: {people}.",
    "Disqualified, takes no part in the matter: {people}.",
)
DISQUALIFIED_LEFT = Translated(
    "Esteellisenä poistui käsittelyn ajaksi: {people}.",
    "Jävig, avlägsnade sig under behandlingen: {people}.",
    "Disqualified, left the meeting for this matter: {people}.",
)
KIND = Translated("Asian laji", "Ärendets art", "Kind")
SUBJECT = Translated("Koskee", "Gäller", "Concerns")
PROPOSAL = Translated("Ehdotus", "Förslag", "Proposal")
DECISION = Translated("Päätös", "Beslut", "Decision")
OUTCOME = Translated("Ratkaisu", "Utgång", "Outcome")
VOTE = Translated("Äänestys", "Omröstning", "Vote")
VOTES = Translated(
    "puolesta {for_}, vastaan {against}, tyhjiä {empty}",
    "för {for_}, emot {against}, blanka {empty}",
    "for {for_}, against {against}, blank {empty}",
)
DISSENT = Translated(
    "Eriävä mielipide, {person}: {said}", "Avvikande åsikt, {person}: {said}", "Dissent, {person}: {said}"
)
OWNER = Translated("Vastuuhenkilö", "Ansvarig", "Responsible")
DUE = Translated("Määräpäivä", "Senast", "Due")
RESTED_ON = Translated("Päätös perustuu raporttiin", "Beslutet grundar sig på", "Rests on the report")
REPORT = Translated(
    "{title}, tilanne {day}, SHA-256 {hash}",
    "{title}, läget {day}, SHA-256 {hash}",
    "{title}, as of {day}, SHA-256 {hash}",
)
ATTACHMENTS = Translated("Liitteet", "Bilagor", "Attachments")
TASKS = Translated("Sovitut tehtävät", "Överenskomna uppgifter", "Tasks agreed")
TASKS_TABLE = Translated("Tehtävät ja määräpäivät", "Uppgifter och tidsfrister", "Tasks and due days")
TASK = Translated("Tehtävä", "Uppgift", "Task")

SIGNATURES = Translated("Allekirjoitukset", "Underskrifter", "Signatures")
SIGNATURES_TABLE = Translated(
    "Pöytäkirjan allekirjoittajat ja tarkastajat", "Protokollets undertecknare och justerare", "Signed and examined by"
)
SIGNATURE = Translated("Päiväys ja allekirjoitus", "Datum och underskrift", "Date and signature")
CHAIR = Translated("Puheenjohtaja", "Ordförande", "Chair")
SECRETARY = Translated("Sihteeri", "Sekreterare", "Secretary")
EXAMINER = Translated("Pöytäkirjan tarkastaja", "Protokolljusterare", "Examiner of the minutes")
AMENDMENT = Translated("Oikaisu {day}", "Rättelse {day}", "Amendment {day}")
MATTER_LABEL = Translated("Kohta", "Paragraf", "Matter")
AMENDED_TEXT = Translated("Oikaisun sisältö", "Rättelsens innehåll", "Amendment")
MATTER_NUMBER = Translated("{number} §", "§ {number}", "§ {number}")
REASON = Translated("Perustelu", "Motivering", "Reason")
SIGNED = Translated("Allekirjoittanut", "Undertecknad av", "Signed by")
AMENDS_MINUTES = Translated("Oikaistu pöytäkirja, SHA-256", "Rättat protokoll, SHA-256", "Minutes amended, SHA-256")

ROLES: Mapping[str, Translated] = {
    Seat.Role.CHAIR: Translated("puheenjohtaja", "ordförande", "chair"),
    Seat.Role.VICE_CHAIR: Translated("varapuheenjohtaja", "vice ordförande", "vice chair"),
    Seat.Role.MEMBER: Translated("jäsen", "medlem", "member"),
    Seat.Role.SECRETARY: Translated("sihteeri", "sekreterare", "secretary"),
    Seat.Role.EXPERT: Translated("asiantuntija", "sakkunnig", "expert"),
}
KINDS: Mapping[str, Translated] = {
    DecisionKind.INFORMATION: Translated("tiedoksi", "för kännedom", "for information"),
    DecisionKind.DECISION: Translated("päätös", "beslut", "decision"),
    DecisionKind.TASK: Translated("tehtävä", "uppgift", "task"),
    DecisionKind.ACCEPT: Translated("hyväksyminen hankekoriin", "intagning i projektkorgen", "accepted to the basket"),
    DecisionKind.RETURN: Translated("palautus valmisteluun", "återremiss", "returned for more work"),
    DecisionKind.PROPOSE_FUNDING: Translated(
        "esitys rahoitettavaksi", "förslag till finansiering", "proposed for funding"
    ),
    DecisionKind.REPRIORITISE: Translated("tärkeysjärjestyksen muutos", "ändrad prioritet", "priority changed"),
    DecisionKind.LEAVE: Translated(
        "poistaminen hankekorista", "borttagning ur projektkorgen", "removed from the basket"
    ),
    DecisionKind.ADOPT_PLAN: Translated("suunnitelman hyväksyminen", "antagande av planen", "plan adopted"),
    DecisionKind.APPROVE_COMMUNICATION: Translated(
        "viestintäsuunnitelman hyväksyminen", "godkännande av kommunikationsplanen", "communication plan approved"
    ),
}
OUTCOMES: Mapping[str, Translated] = {
    Decision.Outcome.OPEN: Translated("ei vielä ratkaistu", "ännu inte avgjort", "not decided yet"),
    Decision.Outcome.AS_PROPOSED: Translated("ehdotuksen mukaan", "enligt förslaget", "as proposed"),
    Decision.Outcome.CHANGED: Translated("ehdotusta muuttaen", "med ändringar i förslaget", "with changes"),
    Decision.Outcome.REJECTED: Translated("hylättiin", "avslogs", "rejected"),
    Decision.Outcome.TABLED: Translated("jätettiin pöydälle", "bordlades", "tabled to the next meeting"),
}
CHOICES: Mapping[str, str] = {
    Vote.Choice.FOR: "for_",
    Vote.Choice.AGAINST: "against",
    Vote.Choice.EMPTY: "empty",
}  # places in VOTES
