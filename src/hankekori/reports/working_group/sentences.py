"""Sentences of the working group's report, and the names of what it lists."""

from hankekori.core.texts import Translated

EXAMPLE_MARKING = Translated(
    "Seurantatiedot ovat keksittyjä esimerkkejä",
    "Uppföljningsuppgifterna är påhittade exempel",
    "The monitoring data are invented examples",
)
EXAMPLE_CAPTION = Translated("keksittyjä esimerkkitietoja", "påhittade exempeluppgifter", "invented example data")
PRIVATE_IMPLEMENTER = Translated("yksityinen toteuttaja", "privat genomförare", "private implementer")
EXAMPLE_PROJECT = Translated("keksitty hanke", "påhittat projekt", "invented project")

WHOLE_PLAN = Translated(
    "Suunnitelma kokonaisuutena: {light}. {reason}",
    "Planen som helhet: {light}. {reason}",
    "The plan as a whole: {light}. {reason}",
)
NO_PLAN = Translated(
    "Ohjelmalla ei ole suunnitelmaa, johon tuloksia voisi verrata.",
    "Programmet har ingen plan som resultaten kunde jämföras med.",
    "The programme has no plan to compare the results with.",
)
ALL_ON_COURSE = Translated(
    "Yksikään toimenpide ei ole vaarassa eikä jäljessä.",
    "Ingen åtgärd är i riskzonen eller släpar efter.",
    "No measure is at risk or behind.",
)
MORE_MEASURES = Translated(
    "Muita toimenpiteitä, joihin on syytä kiinnittää huomiota: {n}. Kaikki toimenpiteet ovat luvussa ”{chapter}”.",
    "Övriga åtgärder som kräver uppmärksamhet: {n}. Alla åtgärder finns i kapitlet ”{chapter}”.",
    "Other measures that need attention: {n}. All measures are in the chapter “{chapter}”.",
)
POINTERS = (
    Translated("Päätettäviä asioita: {n}.", "Ärenden för beslut: {n}.", "Matters for decision: {n}."),
    Translated("Puutteita tiedoissa: {n}.", "Brister i uppgifterna: {n}.", "Gaps in the data: {n}."),
)
KEY_FIGURE_DETAIL = Translated(
    "odotettu {expected} · tavoite {planned}",
    "väntat {expected} · mål {planned}",
    "expected {expected} · target {planned}",
)
KEY_FIGURE_WOMEN = Translated("naisia {women}", "kvinnor {women}", "women {women}")
KEY_FIGURE_FUNDING = Translated(
    "{share} suunnitellusta {planned} eurosta",
    "{share} av planerade {planned} euro",
    "{share} of the €{planned} planned",
)

NO_DECISIONS = Translated(
    "Tilanteesta ei noussut esiin päätettäviä asioita.",
    "Läget gav inte upphov till ärenden för beslut.",
    "Nothing in the present state calls for a decision.",
)
DECIDE_ON_PROJECT = Translated(
    "Hankkeen ottaminen hankekoriin", "Att ta in ett projekt i projektkorgen", "Taking a project into the basket"
)
DECIDE_ON_PROJECT_GROUNDS = Translated(
    "{project}. Toteuttaja {implementer}. Suunniteltu julkinen rahoitus {money}. Toimenpiteet: {measures}.",
    "{project}. Genomförare {implementer}. Planerad offentlig finansiering {money}. Åtgärder: {measures}.",
    "{project}. Implementer {implementer}. Public funding planned {money}. Measures: {measures}.",
)
DECIDE_ON_PROJECT_PROPOSAL = Translated(
    "Työryhmä päättää, otetaanko hanke hankekoriin.",
    "Arbetsgruppen beslutar om projektet tas in i projektkorgen.",
    "The working group decides whether the project is taken into the basket.",
)
DECIDE_ON_RISK = Translated("Vaarassa oleva toimenpide", "Åtgärd i riskzonen", "Measure at risk")
DECIDE_ON_RISK_PROPOSAL = Translated(
    "Työryhmä käsittelee tilanteen ja sopii korjaavista toimista, vastuusta ja määräajasta.",
    "Arbetsgruppen behandlar läget och kommer överens om korrigerande insatser, ansvar och tidsfrist.",
    "The working group discusses the situation and agrees on corrective action, who takes it and by when.",
)
DECIDE_ON_RESPONSIBLE = Translated("Vastuutahon nimeäminen", "Att utse en ansvarig", "Naming the responsible body")
DECIDE_ON_RESPONSIBLE_GROUNDS = Translated(
    "{measure}: vastuutaho puuttuu.", "{measure}: ansvarig saknas.", "{measure}: no responsible body."
)
DECIDE_ON_RESPONSIBLE_PROPOSAL = Translated(
    "Työryhmä sopii, mikä organisaatio vastaa toimenpiteestä.",
    "Arbetsgruppen kommer överens om vilken organisation som ansvarar för åtgärden.",
    "The working group agrees which organisation is responsible for the measure.",
)
ASKED_BY_COORDINATOR = Translated("Koordinaattorin esitys", "Koordinatorns förslag", "Coordinator's proposal")
NOT_STATED = Translated("ei ilmoitettu", "inte angiven", "not stated")

NO_APPROVED_MINUTES = Translated(
    "Työryhmällä ei ole hyväksyttyjä pöytäkirjoja tilannepäivään mennessä.",
    "Arbetsgruppen har inga godkända protokoll till och med lägesdagen.",
    "The working group has no approved minutes by the day of the report.",
)
DECIDED_AT = Translated(
    "Viimeisin kokous, jonka pöytäkirja on hyväksytty: {body} {number}, {day}.",
    "Det senaste mötet vars protokoll har godkänts: {body} {number}, {day}.",
    "The latest meeting with approved minutes: {body} {number}, {day}.",
)
NOTHING_DECIDED_AT = Translated(
    "Viimeisin kokous, jonka pöytäkirja on hyväksytty: {body} {number}, {day}. Kokouksessa ei tehty päätöksiä.",
    "Det senaste mötet vars protokoll har godkänts: {body} {number}, {day}. Inga beslut fattades.",
    "The latest meeting with approved minutes: {body} {number}, {day}. Nothing was decided.",
)
NO_FOLLOW_UPS = Translated(
    "Avoimia tai kokouksen jälkeen suljettuja tehtäviä ei ole.",
    "Det finns inga öppna uppgifter och inga som har avslutats efter mötet.",
    "No tasks are open, and none were closed after the meeting.",
)
CARRIED_OUT = Translated("● pantu toimeen", "● verkställt", "● carried out")
DECIDED = Translated("● päätetty", "● beslutat", "● decided")
FOR_INFORMATION = Translated("● merkitty tiedoksi", "● antecknat för kännedom", "● noted")
FOLLOW_UP_LATE = Translated("■ myöhässä", "■ försenad", "■ late")
FOLLOW_UP_OPEN = Translated("○ avoin", "○ öppen", "○ open")
FOLLOW_UP_DONE = Translated("● valmis", "● klar", "● done")
FOLLOW_UP_DROPPED = Translated("– luovuttu", "– slopad", "– dropped")
PRIVATE_OWNER = Translated("yksityinen toimija", "privat aktör", "private party")
OWNER_NOT_NAMED = Translated("organisaatiota ei kirjattu", "organisationen inte antecknad", "no organisation recorded")

SINCE_REPORT = Translated(
    "Muutokset edellisen raportin jälkeen. Sen tilannepäivä oli {as_of}, ja siinä olivat mukana {known_on} mennessä "
    "tehdyt kirjaukset.",
    "Ändringar efter den förra rapporten. Dess lägesdag var {as_of} och den byggde på det som registrerats "
    "senast {known_on}.",
    "Changes after the previous report, which was as of {as_of} and as known on {known_on}.",
)
SINCE_MEETING = Translated(
    "Muutokset edellisen kokouksen jälkeen. Kokous pidettiin {as_of}.",
    "Ändringar efter det förra mötet, som hölls {as_of}.",
    "Changes after the previous meeting, held on {as_of}.",
)
NOTHING_TO_COMPARE = Translated(
    "Aiempaa raporttia tai kokousta ei ole, joten muutoksia ei voi esittää.",
    "Det finns ingen tidigare rapport och inget tidigare möte, så ändringar kan inte visas.",
    "There is no earlier report or meeting, so changes cannot be shown.",
)
NOTHING_CHANGED = Translated(
    "Uusia kirjauksia, oikaisuja tai hankekorin muutoksia ei ole.",
    "Det finns inga nya registreringar, rättelser eller ändringar i projektkorgen.",
    "There are no new entries, corrections or changes in the basket.",
)
NEW_ENTRIES = Translated(
    "Uusia kirjauksia: {entries}, niistä oikaisuja {corrections}. Hankkeita, joita kirjaukset koskevat: "
    "{projects}. Kirjaukset "
    "ovat liitteessä.",
    "Nya registreringar: {entries}, varav rättelser {corrections}. Projekt som registreringarna gäller: {projects}. "
    "Registreringarna finns i bilagan.",
    "New entries: {entries}, of which corrections {corrections}. Projects concerned: {projects}. The entries are "
    "in the annex.",
)
ENTERED_BASKET = Translated("otettiin hankekoriin", "togs in i projektkorgen", "taken into the basket")
LEFT_BASKET = Translated("poistui hankekorista", "lämnade projektkorgen", "left the basket")
PROPOSED_TO_BASKET = Translated("esitettiin hankekoriin", "föreslogs för projektkorgen", "proposed for the basket")

ADHERENCE_NOTE = Translated(
    "Luvut ovat kertymiä hankkeiden alusta. Hanke lasketaan toimenpiteeseen osuudellaan, joten pyöristettyjen "
    "lukujen summa voi "
    "poiketa yhdellä. Odotettu nyt: mitä suunnitelman mukaan pitäisi olla saavutettu {day} mennessä.",
    "Talen har ackumulerats sedan projektens början. Ett projekt räknas till en åtgärd enligt sin andel, så "
    "summan av avrundade "
    "tal kan avvika med ett. Väntat nu: vad som enligt planen borde ha nåtts senast {day}.",
    "Figures are cumulative since the projects began. A project counts in a measure by its share, so sums of "
    "rounded figures may "
    "differ by one. Expected by now: what the plan says should have been reached by {day}.",
)
FORECAST_NOTE = Translated(
    "Ennuste on arvio luvusta tavoitteen määräpäivänä. Se perustuu tähänastiseen tahtiin ja siihen, miten päättyneet "
    "rakennerahastohankkeet ovat yleensä pitäneet suunnitelmansa.",
    "Prognosen är en uppskattning av talet på målets måldatum. Den bygger på takten hittills och på hur avslutade "
    "strukturfondsprojekt i allmänhet har hållit sina planer.",
    "The forecast estimates the figure on the target's due date. It rests on the pace so far and on how completed "
    "Structural "
    "Funds projects have usually kept their plans.",
)
BULLETS_ALT = Translated(
    "Palkkikuva: kunkin toimenpiteen toteutuma prosentteina tavoitteesta ja se, mitä tähän mennessä odotettiin. "
    "{reason} Luvut "
    "ovat taulukossa.",
    "Stapeldiagram: varje åtgärds utfall i procent av målet och det som väntades hittills. {reason} Siffrorna "
    "finns i tabellen.",
    "Bar chart: what each measure has reached as a percentage of its target, and what was expected by now. {reason} "
    "The figures are "
    "in the table.",
)
TIMELINE_ALT = Translated(
    "Aikajana hankkeiden toteutusajoista. Hankkeita {n}: ensimmäinen alkaa {first}, viimeinen päättyy {last}.",
    "Tidslinje över projektens genomförandetider. Projekt {n}: det första börjar {first}, det sista slutar {last}.",
    "Timeline of when the projects run. Projects {n}: the first starts on {first}, the last ends on {last}.",
)
MAP_ALT = Translated(
    "Ruutukartta: hankkeiden määrä kunnittain. {places}.",
    "Rutkarta: antalet projekt per kommun. {places}.",
    "Tile map: number of projects by municipality. {places}.",
)

FUNDING_NOTE = Translated(
    "Rahoitus on rahoittajan ilmoittama. Hankkeet on järjestetty suunnitellun julkisen rahoituksen mukaan. "
    "Käyttö: toteutunut "
    "rahoitus prosentteina myönnetystä tai suunnitellusta; yli 100 % on mahdollinen.",
    "Finansieringen är den som finansiären uppgett. Projekten står i ordning efter planerad offentlig "
    "finansiering. Använt: "
    "utfallet i procent av det beviljade eller planerade; över 100 % är möjligt.",
    "Funding is as the funder states it. Projects are in order of public funding planned. Used: funding "
    "realised as a percentage of "
    "what was granted or planned; more than 100% is possible.",
)
NO_PROJECTS_IN_BASKET = Translated(
    "Hankekorissa ei ole hankkeita.", "Det finns inga projekt i projektkorgen.", "There are no projects in the basket."
)

RESULTS_NOTE = Translated(
    "Luvut ovat hankkeiden raportoimia ja laskettu koko ohjelmalle; hanke lasketaan kerran.",
    "Talen har rapporterats av projekten och räknats för hela programmet; ett projekt räknas en gång.",
    "Figures are as the projects reported them, for the whole programme; a project counts once.",
)
NO_EMPLOYMENT = Translated(
    "Ohjelmassa ei seurata työllistyneitä, tai yhdelläkään toimenpiteellä ei ole vielä lukuja.",
    "Programmet följer inte upp sysselsatta, eller så har ingen åtgärd ännu några tal.",
    "The programme does not follow employment, or no measure has figures yet.",
)
SMALL_COUNTS_NOTE = Translated(
    "Pienet määrät suojataan: 1–4 henkilöä näytetään muodossa {small}, ja {withheld} tarkoittaa lukua, josta "
    "pienen määrän voisi "
    "laskea. Nolla näytetään. Prosenttiosuutta ei näytetä alle 10 henkilöstä.",
    "Små antal skyddas: 1–4 personer visas som {small}, och {withheld} betyder ett tal som skulle avslöja ett "
    "litet antal. Noll "
    "visas. Procentandelar visas inte för färre än 10 personer.",
    "Small counts are protected: 1–4 persons are shown as {small}, and {withheld} is a figure from which a small "
    "count could be "
    "worked out. Zero is shown. Percentages of fewer than 10 persons are not shown.",
)
EMPLOYED_SO_FAR = Translated(
    "Työllistymisjaksoja on alkanut päivään {day} mennessä: {total}, niistä naisten: {women}. Käynnissä sinä päivänä: "
    "{in_work}.",
    "Sysselsättningsperioder som har inletts till och med {day}: {total}, varav kvinnors: {women}. Pågående den dagen: "
    "{in_work}.",
    "Episodes of employment begun by {day}: {total}, of which women's: {women}. Going on that day: {in_work}.",
)
WITHHELD = Translated("suojattu", "skyddat", "withheld")
WITHHELD_REASON = Translated(
    "{name}: henkilömäärä on niin pieni, ettei sitä näytetä.",
    "{name}: antalet personer är så litet att det inte visas.",
    "{name}: the number of persons is too small to be shown.",
)

MUNICIPALITIES_NOTE = Translated(
    "Hanke, joka toimii usean kunnan alueella, on mukana jokaisen kunnan luvussa.",
    "Ett projekt som verkar i flera kommuner räknas i varje kommun.",
    "A project that works in several municipalities counts in each of them.",
)
NO_GAPS = Translated(
    "Tiedoissa ei ole puutteita.", "Det finns inga brister i uppgifterna.", "Nothing is missing from the data."
)

RESULTS_UNTIL = Translated(
    "{day}; tulokset kausilta, jotka olivat silloin päättyneet",
    "{day}; resultat från perioder som då hade slutat",
    "{day}; results of periods that had ended by then",
)
KNOWN_UNTIL = Translated("{day} mennessä tehdyt", "gjorda senast {day}", "recorded by {day}")
PLAN_VERSION = Translated("versio {number}", "version {number}", "version {number}")
LAST_DUE = Translated(
    "viimeisin kausi, jolta lukujen pitäisi olla saatu, päättyi {day}",
    "den senaste perioden vars tal borde ha lämnats slutade {day}",
    "the newest period whose figures are due ended on {day}",
)
PROJECT_SOURCES = Translated(
    "Hankkeiden tiedot ja rahoitus: viranomaisten julkiset hankekuvaukset ja hankeluettelot. Hankkeet, "
    "toimenpideosuudet ja "
    "tavoitteet ovat sellaisina kuin ne olivat raporttia koottaessa.",
    "Projektens uppgifter och finansiering: myndigheternas offentliga projektbeskrivningar och projektlistor. "
    "Projekt, andelar i "
    "åtgärder och mål är sådana de var när rapporten sammanställdes.",
    "Projects and funding: the authorities' public descriptions and lists of projects. Projects, their shares in "
    "measures and "
    "targets are as they stood when the report was compiled.",
)
MONITORING_SOURCES = Translated(
    "Seurantatiedot: hankkeiden raportit ja niiden oikaisut.",
    "Uppföljningsuppgifter: projektens rapporter och rättelser.",
    "Monitoring data: the projects' reports and corrections.",
)
LIGHT_LIMITS = Translated(
    "Tavoitteessa, kun toteutunut on vähintään {on_course} odotetusta; jäljessä, kun se on vähintään {late}; "
    "muuten vaarassa.",
    "Enligt planen när utfallet är minst {on_course} av det väntade; släpar efter när det är minst {late}; "
    "annars i riskzonen.",
    "On course when the actual is at least {on_course} of what was expected; behind when at least {late}; "
    "otherwise at risk.",
)
NOBODY = Translated("ei vastuutahoa", "ingen ansvarig", "none")
MORE_INDICATORS = Translated(
    "Samoin muita mittareita: {n}.", "Likaså övriga indikatorer: {n}.", "Other indicators likewise: {n}."
)
