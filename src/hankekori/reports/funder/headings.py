"""Headings, captions and labels of the reports to the funder; the Finnish headings are those of the official forms.

Source: format reference 3.2-3.4: the sections of the monitoring form and of the final report in their order.
"""

from hankekori.core.texts import Translated

FOLLOW_UP = Translated("Seurantaraportti {period}", "Uppföljningsrapport {period}", "Follow-up report, {period}")
FINAL = Translated("Loppuraportin tekstit", "Texter till slutrapporten", "Texts of the final report")

SUMMARY = Translated(
    "Projektin toteutuksen ja tulosten tiivistelmä",
    "Sammandrag av projektets genomförande och resultat",
    "Summary of execution and results",
)
BASICS = Translated("Projektin perustiedot", "Projektets basuppgifter", "Basics of the project")
IMPLEMENTER = Translated("Projektin toteuttaja", "Projektets genomförare", "Implementer")
FILLER = Translated("Lomakkeen täyttäjä", "Den som fyllt i blanketten", "Who filled in the form")
START = Translated(
    "Projektin lähtökohta, tavoitteet ja kohderyhmä",
    "Projektets utgångspunkt, mål och målgrupp",
    "Starting point, goals and target group",
)
EXECUTION = Translated(
    "Projektin toteutus ja yhteistyö", "Projektets genomförande och samarbete", "Execution and cooperation"
)
PUBLICITY = Translated("Julkisuus ja tiedottaminen", "Offentlighet och information", "Publicity and information")
PROBLEMS = Translated("Ongelmat ja suositukset", "Problem och rekommendationer", "Problems and recommendations")
RESULTS = Translated("Projektin tulokset", "Projektets resultat", "Results")
INNOVATIVENESS = Translated("Projektin innovatiivisuus", "Projektets innovativitet", "Innovativeness")
EQUALITY = Translated(
    "Projektin tasa-arvovaikutukset", "Projektets konsekvenser för jämställdheten", "Equality effects"
)
SUSTAINABILITY = Translated("Kestävä kehitys", "Hållbar utveckling", "Sustainable development")
GOOD_PRACTICES = Translated("Hyvät käytännöt", "God praxis", "Good practices")
CONTINUITY = Translated("Toiminnan jatkuvuus", "Verksamhetens kontinuitet", "Continuity")
FUNDING = Translated("Projektin rahoitus", "Projektets finansiering", "Funding")
RECORDS = Translated("Aineiston säilytys", "Förvaring av materialet", "Where the records are kept")

PERIOD = Translated("Seurantajakso", "Uppföljningsperiod", "Period")
FIGURES = Translated("Seurantatiedot", "Uppföljningsuppgifter", "Figures of the period")
FUNDING_OF_PERIOD = Translated("Rahoituksen seuranta", "Uppföljning av finansieringen", "Funding followed up")
PROGRESS = Translated("Projektin eteneminen", "Hur projektet framskrider", "Progress of the project")
STEERING = Translated("Ohjausryhmä", "Styrgruppen", "Steering group")

RESULTS_TABLE = Translated("Suunniteltu ja toteutunut", "Planerat och utfall", "Planned and realised")
FIGURES_TABLE = Translated(
    "Luvut seurantajaksolla ja yhteensä", "Tal under perioden och totalt", "Figures of the period and in all"
)
CORRECTIONS_TABLE = Translated(
    "Aiempien jaksojen korjaukset", "Rättelser av tidigare perioder", "Corrections of earlier periods"
)
FUNDING_TABLE = Translated("Julkinen rahoitus", "Offentlig finansiering", "Public funding")
SOURCES_TABLE = Translated("Rahoitus lähteittäin", "Finansiering per källa", "Funding by source")
COSTS_TABLE = Translated("Kustannukset lajeittain", "Kostnader per slag", "Costs by kind")
CLAIMS_TABLE = Translated("Maksatushakemukset", "Utbetalningsansökningar", "Payment claims")
MEETINGS_TABLE = Translated("Ohjausryhmän kokoukset", "Styrgruppens möten", "Meetings of the steering group")

INDICATOR = Translated("Mittari", "Indikator", "Indicator")
WOMEN = Translated("joista naisia", "varav kvinnor", "of them women")
PLANNED = Translated("Suunniteltu", "Planerat", "Planned")
EARLIER = Translated("Aiemmin", "Tidigare", "Earlier")
THIS = Translated("Jaksolla", "Perioden", "This period")
CORRECTION = Translated("Korjaukset", "Rättelser", "Corrections")
CUMULATIVE = Translated("Yhteensä", "Totalt", "In all")
ACTUAL = Translated("Toteutunut", "Utfall", "Realised")
SHARE = Translated("Toteuma", "Utfall", "Share")
PERIOD_OF_ROW = Translated("Jakso", "Period", "Period")
CHANGE = Translated("Muutos", "Ändring", "Change")
REASON = Translated("Syy", "Orsak", "Reason")
SOURCE = Translated("Lähde", "Källa", "Source")
KIND = Translated("Kustannuslaji", "Kostnadsslag", "Kind of cost")
GRANTED = Translated("Myönnetty", "Beviljat", "Granted")
ESTIMATED = Translated("Arvioitu", "Beräknat", "Estimated")
CLAIMED = Translated("Haettu", "Ansökt", "Claimed")
APPROVED = Translated("Hyväksytty", "Godkänt", "Approved")
LEFT = Translated("Jäljellä", "Återstår", "Left")
NUMBER = Translated("Nro", "Nr", "No.")
CLAIM_COSTS = Translated("Kustannukset tulojen jälkeen", "Kostnader efter avdrag för intäkter", "Costs less income")
EU_STATE = Translated("EU- ja valtion rahoitus", "EU- och statlig finansiering", "EU and state funding")
PUBLIC = Translated("Julkinen rahoitus yhteensä", "Offentlig finansiering totalt", "Public funding in all")
MEETING = Translated("Kokous", "Möte", "Meeting")
BODY = Translated("Toimielin", "Organ", "Body")
DAY = Translated("Päivä", "Dag", "Day")
MINUTES = Translated("Pöytäkirja", "Protokoll", "Minutes")

FORM_KIND = Translated("Lomakkeen laji", "Blankettens slag", "Kind of form")
NORMAL = Translated("tavallinen", "normal", "normal")
WITH_CORRECTIONS = Translated("sisältää korjauksia", "innehåller rättelser", "contains corrections")
LAST_FORM = Translated("Viimeinen lomake", "Sista blanketten", "Last form")
YES = Translated("kyllä", "ja", "yes")
NO = Translated("ei", "nej", "no")
REAL_END = Translated("Todellinen päättymispäivä", "Verkligt slutdatum", "Real end")

CODE = Translated("Projektikoodi", "Projektkod", "Project code")
NAME = Translated("Projektin nimi", "Projektets namn", "Name of the project")
FUND = Translated("Rahasto", "Fond", "Fund")
PROGRAMME = Translated("Ohjelma tai osio", "Program eller del", "Programme or part")
AXIS = Translated("Toimintalinja", "Insatsområde", "Priority axis")
OBJECTIVE = Translated("Erityistavoite", "Särskilt mål", "Specific objective")
PROJECT_TYPE = Translated("Projektityyppi", "Projekttyp", "Project type")
DURATION = Translated("Toteutusaika", "Genomförandetid", "Duration")
STATUS = Translated("Toiminnan tila", "Verksamhetens läge", "Status")
AUTHORITY = Translated("Vastuuviranomainen", "Ansvarig myndighet", "Responsible authority")
REGIONS = Translated("Maakunnat", "Landskap", "Regions")
SUBREGIONS = Translated("Seutukunnat", "Ekonomiska regioner", "Sub-regions")
MUNICIPALITIES = Translated("Kunnat", "Kommuner", "Municipalities")
ORGANISATION = Translated("Toteuttajaorganisaatio", "Genomförande organisation", "Implementing organisation")
ORGANISATION_TYPE = Translated("Organisaatiotyyppi", "Typ av organisation", "Type of organisation")
BUSINESS_ID = Translated("Y-tunnus", "FO-nummer", "Business ID")
ADDRESS = Translated("Osoite", "Adress", "Address")
PHONE = Translated("Puhelinnumero", "Telefonnummer", "Telephone")
WEBSITE = Translated("Projektin kotisivu", "Projektets webbplats", "Project website")
CONTACT = Translated("Vastuuhenkilö", "Ansvarig person", "Person responsible")
PARTNERS = Translated("Osatoteuttajat", "Delgenomförare", "Co-implementers")
FILLER_NAME = Translated("Nimi", "Namn", "Name")
EMAIL = Translated("Sähköposti", "E-post", "E-mail")
DIRECT = Translated("Varsinaiset kohderyhmät", "Egentliga målgrupper", "Direct target groups")
INDIRECT = Translated("Välilliset kohderyhmät", "Indirekta målgrupper", "Indirect target groups")
PLAN_SUMMARY = Translated(
    "Suunnitelman mukainen tiivistelmä", "Sammandrag enligt planen", "Summary according to the plan"
)
MEASURES = Translated(
    "Toimenpiteet, joita projekti toteuttaa", "Åtgärder som projektet genomför", "Measures the project carries out"
)
CLASS = Translated("Luokittelu", "Klassificering", "Classification")
COMMUNICATION_PLAN = Translated("Tiedotussuunnitelma", "Informationsplan", "Communication plan")
DISSEMINATION_PLAN = Translated(
    "Suunnitelma hyvien käytäntöjen levittämisestä", "Plan för spridning av god praxis", "Plan to spread good practices"
)
DEVIATIONS_BY_INDICATOR = Translated(
    "Poikkeamien syyt mittareittain", "Orsaker till avvikelser per indikator", "Reasons for deviations by indicator"
)
