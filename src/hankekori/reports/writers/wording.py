"""The writers' own words in the three languages."""

from hankekori.core.figures import ValueState
from hankekori.core.texts import Translated

STATE_MARKS: dict[ValueState, Translated] = {
    ValueState.NOT_MEASURED: Translated("○", "○", "○"),
    ValueState.NOT_APPLICABLE: Translated("–", "–", "–"),
    ValueState.MISSING: Translated("puuttuu", "saknas", "missing"),
}
STATE_WORDS: dict[ValueState, Translated] = {
    ValueState.NOT_MEASURED: Translated("ei vielä mitattu", "inte mätt ännu", "not yet measured"),
    ValueState.NOT_APPLICABLE: Translated("ei koske", "gäller inte", "not applicable"),
    ValueState.MISSING: Translated("puuttuu", "saknas", "missing"),
}
TOTAL = Translated("Yhteensä", "Totalt", "Total")
LEFT_OUT = Translated(
    "Summassa ei ole mukana puuttuvia eikä vielä mittaamattomia arvoja: {columns}.",
    "Summan innehåller inte uppgifter som saknas eller ännu inte är mätta: {columns}.",
    "The total leaves out figures that are missing or not yet measured: {columns}.",
)
CONTENTS = Translated("Sisällys", "Innehåll", "Contents")
TABLE = Translated("Taulukko", "Tabell", "Table")
FIGURE = Translated("Kuva", "Figur", "Figure")
SHOW_TABLE = Translated("Näytä luvut taulukkona", "Visa siffrorna som tabell", "Show the figures as a table")
PAGE = Translated("sivu", "sida", "page")
NOTE = Translated("Huomaa", "Observera", "Note")
WARNING = Translated("Tärkeää", "Viktigt", "Important")
SUMMARY_SHEET = Translated("Yhteenveto", "Sammandrag", "Summary")
KEY_FIGURES = Translated("Avainluvut", "Nyckeltal", "Key figures")
KEY_FIGURE_COLUMNS = (
    Translated("Mittari", "Indikator", "Indicator"),
    Translated("Luku", "Tal", "Figure"),
    Translated("Yksikkö", "Enhet", "Unit"),
    Translated("Tila", "Läge", "State"),
    Translated("Vertailu", "Jämförelse", "Compared with"),
)
SHEETS = Translated("Taulukot", "Tabeller", "Tables")
STATE_OF = Translated("tila", "läge", "state")
EMPTY_TABLE = Translated("Ei rivejä.", "Inga rader.", "No rows.")
