"""What a compilation says of itself."""

from collections.abc import Mapping

from hankekori.core.figures import ValueState
from hankekori.core.texts import Translated

SUBJECT = Translated("Mitä lasketaan", "Vad som räknas", "What is counted")
NARROWED = Translated("Rajaus: {name}", "Avgränsning: {name}", "Narrowed by: {name}")
PERIOD = Translated("Ajanjakso", "Period", "Period")
AS_OF = Translated("Tilanne", "Läge", "As of")
KNOWN_ON = Translated("Tiedossa", "Känt", "As known on")
KNOWN_NOW = Translated("nyt", "nu", "now")
SOURCE = Translated("Lähde", "Källa", "Source")
EXAMPLE = Translated("Huomaa", "Obs.", "Note")
MADE = Translated("Koottu", "Sammanställd", "Compiled")
ADDRESS = Translated("Koosteen osoite", "Sammanställningens adress", "Address of the compilation")
USE = Translated("Käyttö", "Användning", "Use")
OFFICE_ONLY = Translated("vain toimiston käyttöön", "endast för byråns bruk", "for the office only")
OFFICE_ONLY_WHY = Translated(
    "Vain toimiston käyttöön: pieniä lukumääriä ei ole peitetty. Älä jaa tiedostoa eteenpäin.",
    "Endast för byråns bruk: små antal har inte dolts. Dela inte filen vidare.",
    "For the office only: small counts are not hidden. Do not pass the file on.",
)
NO_ROWS = Translated(
    "Näillä rajauksilla ei ole rivejä.",
    "Med dessa avgränsningar finns inga rader.",
    "There are no rows with these filters.",
)
AS_IT_IS_NOW = Translated(
    "Tästä aiheesta kerrotaan nykyiset tiedot: valittu tiedossa-päivä ei muuta lukuja.",
    "Om detta ämne visas de nuvarande uppgifterna: den valda sista registreringsdagen ändrar inte talen.",
    "This subject is told as it is now: the day chosen for what was known does not change its figures.",
)
STATES: Mapping[ValueState, Translated] = {
    ValueState.REPORTED: Translated(),
    ValueState.NOT_MEASURED: Translated("ei vielä mitattu", "inte mätt ännu", "not measured yet"),
    ValueState.NOT_APPLICABLE: Translated("ei koske", "gäller inte", "not applicable"),
    ValueState.MISSING: Translated("tieto puuttuu", "uppgift saknas", "missing"),
}
