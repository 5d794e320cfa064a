"""What the reports to the funder say of where a text came from, and of what is still to be filled in."""

from hankekori.core.texts import Translated

FROM = Translated("Lähde: {source}.", "Källa: {source}.", "Source: {source}.")
FILL_IN = Translated("Täydennä: {what}", "Komplettera: {what}", "To fill in: {what}")

PROJECT_FIELDS = Translated(
    "hankkeen perustiedot Hankekorissa", "projektets basuppgifter i Hankekori", "the project's basics in Hankekori"
)
DESCRIPTION = Translated(
    "hankkeen perustiedot ja virallinen kuvaus, luettu {day}",
    "projektets basuppgifter och officiella beskrivning, läst {day}",
    "the project's basics and official description, read on {day}",
)
LEDGER = Translated(
    "{known} mennessä hyväksytyt kirjaukset", "registreringar godkända senast {known}", "entries approved by {known}"
)
REPORTS = Translated("hankkeen hyväksytyt raportit", "projektets godkända rapporter", "the project's approved reports")
REPORT = Translated(
    "hankkeen hyväksytty raportti {period}",
    "projektets godkända rapport {period}",
    "the project's approved report, {period}",
)
CLAIMS = Translated("hankkeen maksatushakemukset", "projektets utbetalningsansökningar", "the project's claims")
OFFICIAL_SUMS = Translated(
    "rahoituksen viralliset summat ja maksatushakemukset",
    "finansieringens officiella summor och utbetalningsansökningarna",
    "the official sums of funding and the payment claims",
)
STEERING = Translated(
    "ohjausryhmän kokoukset Hankekorissa",
    "styrgruppens möten i Hankekori",
    "meetings of the steering group in Hankekori",
)
PLAN = Translated("ohjelman suunnitelma", "programmets plan", "the programme's plan")
ACCOUNT = Translated(
    "raportin kokoaja Hankekorissa",
    "den som sammanställt rapporten i Hankekori",
    "who compiled the report in Hankekori",
)

NO_CONTACT = Translated(
    "Vastuuhenkilön yhteystiedot. Ne tulevat mukaan, kun raportin kokoaa se, joka saa nähdä henkilötiedot.",
    "Den ansvariga personens kontaktuppgifter. De kommer med när rapporten sammanställs av någon som får se dem.",
    "Contact details of the person responsible. They come along when the report is compiled by who may see them.",
)
MINUTES_APPROVED = Translated("hyväksytty", "godkänt", "approved")
MINUTES_OPEN = Translated("ei vielä hyväksytty", "ännu inte godkänt", "not approved yet")

NO_SUMMARY = Translated(
    "Tiivistä puoleen sivuun, mitä projekti teki ja mitä siitä seurasi.",
    "Sammanfatta på en halv sida vad projektet gjorde och vad det ledde till.",
    "Sum up in half a page what the project did and what came of it.",
)
NO_BASICS = Translated(
    "Perustiedoista puuttuu {fields}.", "I basuppgifterna saknas {fields}.", "The basics lack {fields}."
)
NO_IMPLEMENTER = Translated(
    "Projektin toteuttaja puuttuu.", "Projektets genomförare saknas.", "The project's implementer is missing."
)
NO_FILLER = Translated(
    "Lomakkeen täyttäjän nimi, puhelinnumero ja sähköposti.",
    "Namn, telefonnummer och e-post till den som fyllt i blanketten.",
    "Name, telephone and e-mail of whoever filled in the form.",
)
NO_FILLER_PHONE = Translated(
    "Lomakkeen täyttäjän puhelinnumero ja päiväys.",
    "Telefonnummer till den som fyllt i blanketten, och datum.",
    "Telephone of whoever filled in the form, and the date.",
)
NO_STARTING_POINT = Translated(
    "Kerro, mistä tarpeesta projekti lähti ja mitä selvityksiä sen pohjana oli.",
    "Berätta vilket behov projektet utgick från och vilka utredningar som låg till grund.",
    "Tell which need the project came from and which studies it was based on.",
)
NO_TARGET_GROUP = Translated(
    "Ketkä olivat projektin varsinainen kohderyhmä?",
    "Vilken var projektets egentliga målgrupp?",
    "Who were the project's direct target group?",
)
NO_SUMMARY_OF_PLAN = Translated(
    "Projektin tavoitteet suunnitelman mukaan.",
    "Projektets mål enligt planen.",
    "The project's goals according to its plan.",
)
NO_EXECUTION = Translated(
    "Kerro, mitä projektissa tehtiin: toimenpiteet, aikataulu ja yhteistyökumppanit.",
    "Berätta vad som gjordes i projektet: åtgärder, tidtabell och samarbetspartner.",
    "Tell what was done in the project: activities, timetable and partners.",
)
NO_PARTNERS = Translated(
    "Nimeä osatoteuttajat ja muut yhteistyökumppanit ja kerro, mitä kukin teki.",
    "Nämn delgenomförare och andra samarbetspartner och berätta vad var och en gjorde.",
    "Name co-implementers and other partners and tell what each of them did.",
)
NO_STEERING = Translated(
    "Ohjausryhmän kokoonpano ja kokoukset. Ohjausryhmää tai sen kokouksia ei ole Hankekorissa.",
    "Styrgruppens sammansättning och möten. Styrgruppen eller dess möten finns inte i Hankekori.",
    "Who sat in the steering group and when it met. Hankekori has no steering group or no meetings of it.",
)
MINUTES_MISSING = Translated(
    "Ohjausryhmän kokouksen {meeting} pöytäkirjaa ei ole hyväksytty.",
    "Protokollet från styrgruppens möte {meeting} är inte godkänt.",
    "The minutes of the steering group's meeting {meeting} are not approved.",
)
NO_PUBLICITY = Translated(
    "Kerro, miten projektista tiedotettiin ja miten EU:n tuki tuotiin esiin.",
    "Berätta hur man informerade om projektet och synliggjorde EU-stödet.",
    "Tell how the project was made known and how the EU's support was shown.",
)
NO_PROBLEMS = Translated(
    "Kerro, mikä ei mennyt suunnitelman mukaan ja miksi, tai että ongelmia ei ollut.",
    "Berätta vad som inte gick enligt planen och varför, eller att det inte fanns några problem.",
    "Tell what did not go to plan and why, or that there were no problems.",
)
NO_RECOMMENDATIONS = Translated(
    "Suositukset rahoittajalle ja seuraaville projekteille.",
    "Rekommendationer till finansiären och kommande projekt.",
    "Recommendations to the funder and to later projects.",
)
NO_FIGURES = Translated(
    "Projektilla ei ole suunniteltuja eikä toteutuneita lukuja.",
    "Projektet har varken planerade eller realiserade tal.",
    "The project has neither planned nor realised figures.",
)
FIGURE_MISSING = Translated(
    "{indicator}: toteutunut luku puuttuu.",
    "{indicator}: talet för utfallet saknas.",
    "{indicator}: no figure realised.",
)
WOMEN_MISSING = Translated(
    "{indicator}: naisten määrä puuttuu.", "{indicator}: antalet kvinnor saknas.", "{indicator}: women are missing."
)
REASON_MISSING = Translated(
    "{indicator}: suunniteltu {planned}, toteutunut {actual}. Kerro, mistä ero johtuu.",
    "{indicator}: planerat {planned}, utfall {actual}. Berätta vad skillnaden beror på.",
    "{indicator}: {planned} planned, {actual} realised. Tell what the difference comes from.",
)
NO_EFFECTS = Translated(
    "Kerro tulosten vaikutuksista: mikä muuttui kohderyhmässä ja alueella.",
    "Berätta om resultatens effekter: vad som förändrades i målgruppen och området.",
    "Tell of the effects of the results: what changed in the target group and in the area.",
)
LAST_REPORT_MISSING = Translated(
    "Projekti on päättynyt, mutta sen viimeistä raporttia ei ole hyväksytty.",
    "Projektet har avslutats, men dess sista rapport är inte godkänd.",
    "The project has ended, but its last report is not approved.",
)
NO_INNOVATIVENESS = Translated(
    "Kerro, mitä uutta projektissa kehitettiin tai kokeiltiin.",
    "Berätta vad nytt som utvecklades eller prövades i projektet.",
    "Tell what new was developed or tried in the project.",
)
NO_EQUALITY = Translated(
    "Kerro, miten projekti vaikutti naisten ja miesten tasa-arvoon.",
    "Berätta hur projektet påverkade jämställdheten mellan kvinnor och män.",
    "Tell how the project affected equality between women and men.",
)
WOMEN_SHARES = Translated(
    "{indicator}: naisia {women}/{total} ({share}).",
    "{indicator}: kvinnor {women}/{total} ({share}).",
    "{indicator}: {women} of {total} were women ({share}).",
)
NO_SUSTAINABILITY = Translated(
    "Kerro, miten projekti otti huomioon kestävän kehityksen.",
    "Berätta hur projektet beaktade hållbar utveckling.",
    "Tell how the project took sustainable development into account.",
)
NO_GOOD_PRACTICES = Translated(
    "Kuvaa hyvät käytännöt ja se, miten ne levitettiin muiden käyttöön.",
    "Beskriv god praxis och hur den spreds till andra.",
    "Describe the good practices and how they were spread to others.",
)
NO_CONTINUITY = Translated(
    "Kerro, kuka jatkaa toimintaa projektin jälkeen ja millä rahoituksella.",
    "Berätta vem som fortsätter verksamheten efter projektet och med vilken finansiering.",
    "Tell who carries on after the project and with which funding.",
)
NO_RECORDS = Translated(
    "Kerro, missä projektin aineistoa säilytetään, kuka siitä vastaa ja mihin asti.",
    "Berätta var projektets material förvaras, vem som ansvarar för det och hur länge.",
    "Tell where the project's records are kept, who is responsible for them and until when.",
)
NO_FUNDING = Translated(
    "Projektin julkisen rahoituksen summat puuttuvat.",
    "Summorna för projektets offentliga finansiering saknas.",
    "The sums of the project's public funding are missing.",
)
NO_CLAIMS = Translated(
    "Projektin maksatushakemuksia ei ole Hankekorissa.",
    "Projektets utbetalningsansökningar finns inte i Hankekori.",
    "Hankekori has no payment claims of the project.",
)
LAST_CLAIM_MISSING = Translated(
    "Projekti on päättynyt, mutta viimeistä maksatushakemusta ei ole.",
    "Projektet har avslutats, men den sista utbetalningsansökan saknas.",
    "The project has ended, but its last payment claim is missing.",
)
NO_REPORT = Translated(
    "Jaksosta ei ole pyydetty raporttia. Kerro onnistumiset, ongelmat, poikkeamat syineen ja tiedottaminen.",
    "Ingen rapport har begärts för perioden. Berätta om framgångar, problem, avvikelser med orsaker och information.",
    "No report was asked of this period. Tell of highlights, problems, deviations with reasons and publicity.",
)
REPORT_NOT_APPROVED = Translated(
    "Jakson raporttia ei ole hyväksytty. Tekstit tulevat tähän, kun se on hyväksytty.",
    "Periodens rapport är inte godkänd. Texterna kommer hit när den är godkänd.",
    "The report of the period is not approved. Its texts come here once it is.",
)
TEXT_MISSING = Translated("{part} puuttuu.", "{part} saknas.", "{part} is missing.")
NO_FUNDING_OF_PERIOD = Translated(
    "Jaksolla käytetty rahoitus lähteittäin.",
    "Finansiering per källa som användes under perioden.",
    "Funding used in the period, by source.",
)
NO_FIGURES_OF_PERIOD = Translated(
    "{indicator}: jakson luku puuttuu.", "{indicator}: periodens tal saknas.", "{indicator}: no figure of the period."
)
