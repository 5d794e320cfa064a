"""Headings, captions and column names of the working group's report."""

from hankekori.core.texts import Translated

TITLE = Translated("Työryhmän raportti {day}", "Rapport till arbetsgruppen {day}", "Report to the working group, {day}")

STATE = Translated("Tilanne {day}", "Läget {day}", "State of play on {day}")
DECISIONS = Translated("Päätettävät asiat", "Ärenden för beslut", "Matters for decision")
DECIDED_EARLIER = Translated(
    "Aiemmat päätökset ja niiden tila", "Tidigare beslut och hur de framskrider", "Earlier decisions and their state"
)
CHANGES = Translated("Mitä on muuttunut", "Vad som har ändrats", "What has changed")
ADHERENCE = Translated("Suunnitelmassa pysyminen", "Hur planen har följts", "Adherence to the plan")
BASKET = Translated("Hankekori ja rahoitus", "Projektkorgen och finansieringen", "Project basket and funding")
OTHER_PROJECTS = Translated("Muut seurattavat hankkeet", "Övriga projekt som följs upp", "Other projects followed")
TIMELINE = Translated("Hankkeiden ajoitus", "Projektens tidtabell", "Timing of the projects")
RESULTS = Translated("Tulokset ja työllistyminen", "Resultat och sysselsättning", "Results and employment")
EMPLOYMENT = Translated("Työllistyminen", "Sysselsättning", "Employment")
MUNICIPALITIES = Translated("Hankkeet kunnittain", "Projekten per kommun", "Projects by municipality")
GAPS = Translated("Puuttuvat tiedot", "Uppgifter som saknas", "Missing data")
COLOPHON = Translated("Tietoja raportista", "Om rapporten", "About this report")
ENTRIES = Translated("Liite: uudet kirjaukset", "Bilaga: nya registreringar", "Annex: new entries of monitoring data")

OBJECTIVES_TABLE = Translated("Tavoitteiden tila", "Målens läge", "State of the objectives")
ATTENTION_TABLE = Translated(
    "Toimenpiteet, jotka ovat vaarassa tai jäljessä",
    "Åtgärder som är i riskzonen eller släpar efter",
    "Measures at risk or behind",
)
DECISIONS_TABLE = Translated(
    "Työryhmältä pyydettävät päätökset", "Beslut som begärs av arbetsgruppen", "Decisions asked of the working group"
)
DECIDED_EARLIER_TABLE = Translated(
    "Edellisen kokouksen päätökset", "Besluten från förra mötet", "Decisions of the previous meeting"
)
FOLLOW_UPS_TABLE = Translated("Sovitut tehtävät", "Överenskomna uppgifter", "Tasks agreed")
LIGHTS_TABLE = Translated(
    "Toimenpiteet, joiden tila on muuttunut", "Åtgärder vars läge har ändrats", "Measures whose state has changed"
)
CHANGED_RESULTS_TABLE = Translated("Muuttuneet tulokset", "Ändrade resultat", "Results that have changed")
CORRECTIONS_TABLE = Translated("Oikaisut perusteluineen", "Rättelser med motivering", "Corrections and their reasons")
BASKET_CHANGES_TABLE = Translated("Hankekorin muutokset", "Ändringar i projektkorgen", "Changes in the basket")
MEASURES_FIGURE = Translated(
    "Toimenpiteiden toteutuma suhteessa tavoitteeseen",
    "Åtgärdernas utfall i förhållande till målet",
    "What the measures have reached of their targets",
)
MEASURES_TABLE = Translated("Toimenpiteiden tila", "Åtgärdernas läge", "State of the measures")
ADHERENCE_TABLE = Translated(
    "Toimenpiteiden mittarit: {objective}",
    "Åtgärdernas indikatorer: {objective}",
    "Indicators of the measures: {objective}",
)
BASKET_TABLE = Translated(
    "Hankekorin hankkeet, suunniteltu ja toteutunut rahoitus",
    "Projekten i projektkorgen, planerad och realiserad finansiering",
    "Projects in the basket, funding planned and realised",
)
OTHER_PROJECTS_TABLE = Translated(
    "Muut seurattavat hankkeet, suunniteltu ja toteutunut rahoitus",
    "Övriga projekt som följs upp, planerad och realiserad finansiering",
    "Other projects followed, funding planned and realised",
)
TIMELINE_FIGURE = Translated("Hankkeiden toteutusaika", "Projektens genomförandetid", "When the projects run")
TIMELINE_TABLE = Translated(
    "Hankkeiden toteuttajat ja toteutusajat", "Projektens genomförare och tidtabell", "Implementers and dates"
)
PART = Translated("osa {part}/{parts}", "del {part}/{parts}", "part {part} of {parts}")
RESULTS_TABLE = Translated(
    "Tulokset mittareittain ja naisten osuus",
    "Resultat per indikator och kvinnornas andel",
    "Results by indicator and women's share",
)
EMPLOYED = Translated("Keitä on työllistetty", "Vilka som har sysselsatts", "Who has been employed")
EMPLOYED_TABLE = Translated(
    "Työllistetyt {day}: {trait}", "Sysselsatta {day}: {trait}", "People employed by {day}: {trait}"
)
SITUATION_BEFORE = Translated("Lähtötilanne", "Utgångsläge", "Situation before")
FORM_OF_WORK = Translated("Työn muoto", "Arbetets form", "Form of work")
THREE_MONTHS_AFTER = Translated("Kolmen kuukauden kuluttua", "Efter tre månader", "Three months after")
EVERYBODY = Translated("Kaikki", "Alla", "All")
MEN = Translated("Miehiä", "Män", "Men")
NEITHER = Translated("Muu tai ei tietoa", "Annat eller okänt", "Other or not known")
EMPLOYMENT_TABLE = Translated(
    "Työllistyneet toimenpiteittäin hankkeiden alusta lähtien",
    "Sysselsatta per åtgärd sedan projektens början",
    "People employed by measure since the projects began",
)
MUNICIPALITIES_FIGURE = Translated(
    "Seurattavien hankkeiden määrä kunnittain", "Antal projekt per kommun", "Number of projects by municipality"
)
GAPS_TABLE = Translated(
    "Puutteet ja niiden korjaaminen", "Brister och hur de åtgärdas", "Gaps and what to do about them"
)
ENTRIES_TABLE = Translated("Uudet kirjaukset hankkeittain", "Nya registreringar per projekt", "New entries by project")

OBJECTIVE = Translated("Tavoite", "Mål", "Objective")
MEASURE = Translated("Toimenpide", "Åtgärd", "Measure")
MEASURES = Translated("Toimenpiteet", "Åtgärder", "Measures")
INDICATOR = Translated("Mittari", "Indikator", "Indicator")
INDICATOR_OF_MEASURE = Translated("Toimenpide ja mittari", "Åtgärd och indikator", "Measure and indicator")
LIGHT = Translated("Tila", "Läge", "State")
REASON = Translated("Syy", "Orsak", "Reason")
RESPONSIBLE = Translated("Vastuutaho", "Ansvarig", "Responsible")
PLANNED = Translated("Suunniteltu", "Planerat", "Planned")
PLANNED_WOMEN = Translated("Naisia\nsuunniteltu", "Kvinnor\nplanerat", "Women\nplanned")
EXPECTED = Translated("Odotettu\nnyt", "Väntat\nnu", "Expected\nby now")
ACTUAL = Translated("Toteutunut", "Utfall", "Actual")
WOMEN = Translated("Naisia", "Kvinnor", "Women")
WOMEN_SHARE = Translated("Naisten\nosuus", "Kvinnornas\nandel", "Women's\nshare")
FORECAST = Translated("Ennuste\n(vaihteluväli)", "Prognos\n(spridning)", "Forecast\n(range)")
REPORTING_PROJECTS = Translated("Hankkeita,\njoilla lukuja", "Projekt\nmed tal", "Projects\nwith figures")

NUMBER = Translated("Nro", "Nr", "No.")
MATTER = Translated("Asia", "Ärende", "Matter")
GROUNDS = Translated("Perustelu", "Motivering", "Grounds")
PROPOSAL = Translated("Esitys", "Förslag", "Proposal")
AGREED_AT = Translated("Sovittu\nkokouksessa", "Avtalat\npå möte", "Agreed\nat meeting")
CLOSED = Translated("Suljettu", "Avslutad", "Closed")

BEFORE = Translated("Ennen", "Tidigare", "Before")
NOW = Translated("Nyt", "Nu", "Now")
CHANGE = Translated("Muutos", "Ändring", "Change")
PERIOD_DUE = Translated("Seurantakausi", "Uppföljningsperiod", "Monitoring period")
PERIOD = Translated("Kausi päättyi", "Perioden slutade", "Period ended")
EXPLANATION = Translated("Selitys", "Förklaring", "Explanation")
RECORDED = Translated("Kirjattu", "Registrerad", "Recorded")
DECIDED = Translated("Päätetty", "Beslutat", "Decided")
WHAT_HAPPENED = Translated("Mitä tapahtui", "Vad som hände", "What happened")

CODE = Translated("Koodi", "Kod", "Code")
PROJECT = Translated("Hanke", "Projekt", "Project")
STAGE = Translated("Vaihe", "Skede", "Stage")
STANDING_IN_BASKET = Translated("Hankekori", "Projektkorgen", "Basket")
GRANTED_EU_STATE = Translated("EU ja valtio\nmyönnetty", "EU och staten\nbeviljat", "EU and state\ngranted")
REALISED_EU_STATE = Translated("EU ja valtio\ntoteutunut", "EU och staten\nutfall", "EU and state\nrealised")
PLANNED_PUBLIC = Translated("Julkinen\nsuunniteltu", "Offentligt\nplanerat", "Public\nplanned")
REALISED_PUBLIC = Translated("Julkinen\ntoteutunut", "Offentligt\nutfall", "Public\nrealised")
USED = Translated("Käyttö", "Använt", "Used")
IMPLEMENTER = Translated("Toteuttaja", "Genomförare", "Implementer")
START = Translated("Alkaa", "Börjar", "Starts")
END = Translated("Päättyy", "Slutar", "Ends")
SUM_OF_BASKET = Translated("Hankekori yhteensä", "Projektkorgen totalt", "The basket in all")
SUM_OF_OTHERS = Translated("Muut hankkeet yhteensä", "Övriga projekt totalt", "Other projects in all")
SUM_OF_ALL = Translated("Kaikki seurattavat hankkeet", "Alla projekt som följs upp", "All projects followed")
SUM_OF_PROGRAMME = Translated("Koko ohjelma", "Hela programmet", "The whole programme")

MUNICIPALITY = Translated("Kunta", "Kommun", "Municipality")
STANDING = Translated("Asema ohjelmassa", "Ställning i programmet", "Place in the programme")
PROJECTS = Translated("Hankkeita", "Projekt", "Projects")
PROJECTS_IN_BASKET = Translated("Niistä\nhankekorissa", "Varav i\nprojektkorgen", "Of these in\nthe basket")
GAP = Translated("Mitä puuttuu", "Vad som saknas", "What is missing")
WHAT_TO_DO = Translated("Mitä tehdään", "Vad som görs", "What to do")

PUBLIC_FUNDING_USED = Translated(
    "Hankekorin julkinen rahoitus", "Projektkorgens offentliga finansiering", "Public funding of the basket"
)
REPORT_OF = Translated("Ohjelma", "Program", "Programme")
AS_OF = Translated("Tilannepäivä", "Lägesdag", "As of")
KNOWN_ON = Translated("Kirjaukset", "Registreringar", "Entries")
PLAN = Translated("Suunnitelma", "Plan", "Plan")
COMPILED_BY = Translated("Koonnut", "Sammanställd av", "Compiled by")
COMPARED_WITH = Translated("Vertailukohta", "Jämförelsepunkt", "Compared with")
SOURCES = Translated("Lähteet", "Källor", "Sources")
LIGHTS = Translated("Tilojen rajat", "Gränser för lägena", "Limits of the states")
