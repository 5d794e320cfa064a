"""The sentences of letters about rounds and reports."""

from hankekori.core.texts import Translated

INVITATION_SUBJECT = Translated(
    fi="Hankkeen raportti ajalta {period}, viimeistään {due}",
    sv="Projektets rapport för {period}, senast {due}",
    en="Project report for {period}, by {due}",
)
INVITATION = Translated(
    fi="Hankkeen tulokset ajalta {period} voi nyt raportoida. Lähetä raportti viimeistään {due}. "
    "Täyttäminen onnistuu myös puhelimella, ja sen voi jättää kesken: kirjoitettu säilyy.",
    sv="Projektets resultat för {period} kan nu rapporteras. Skicka rapporten senast {due}. "
    "Det går att fylla i den på telefonen och att fortsätta senare: det skrivna sparas.",
    en="The project's results for {period} can now be reported. Please send the report by {due}. "
    "It can be filled in on a phone and left unfinished: what you write is kept.",
)
OPEN_REPORT = Translated("Avaa raportti", "Öppna rapporten", "Open the report")

REMINDER_SUBJECT = Translated(
    fi="Muistutus: raportti viimeistään {due}",
    sv="Påminnelse: rapporten senast {due}",
    en="Reminder: report due by {due}",
)
LATE_SUBJECT = Translated(
    fi="Raportti on myöhässä: määräpäivä oli {due}",
    sv="Rapporten är försenad: sista dagen var {due}",
    en="Report is late: it was due on {due}",
)
REMINDER = Translated(
    fi="Nämä raportit ovat vielä lähettämättä:",
    sv="Dessa rapporter har ännu inte skickats:",
    en="These reports have not been sent yet:",
)
DUE = Translated("Määräpäivä {due}.", "Sista dagen är {due}.", "Due on {due}.")
WAS_DUE = Translated("Määräpäivä oli {due}.", "Sista dagen var {due}.", "Was due on {due}.")
PERIOD = Translated("Kausi {period}.", "Period {period}.", "Period {period}.")

OFFICE_SUBJECT = Translated(
    fi="Raportit: hyväksyntää odottaa {waiting}, myöhässä {late}",
    sv="Rapporter: {waiting} väntar på godkännande, {late} försenade",
    en="Reports: {waiting} wait for approval, {late} late",
)
WAITING = Translated("Odottaa hyväksyntää: {n}", "Väntar på godkännande: {n}", "Waiting for approval: {n}")
LATE = Translated("Myöhässä: {n}", "Försenade: {n}", "Late: {n}")
MORE = Translated("… ja vielä {n}", "… och {n} till", "… and {n} more")
OPEN_ROUNDS = Translated("Avaa seuranta", "Öppna uppföljningen", "Open monitoring")
WHY_OFFICE = Translated(
    fi="Saat koosteen roolisi perusteella. Ohjelman asetuksissa valitaan, mistä kukin rooli saa viestin.",
    sv="Du får sammandraget på grund av din roll. I programmets inställningar väljs vad varje roll får veta.",
    en="You get this digest because of your role. The programme's settings say which role hears of what.",
)

RETURNED_SUBJECT = Translated(
    fi="Raporttia pyydetään täydentämään: {project}",
    sv="Rapporten behöver kompletteras: {project}",
    en="Report to be completed: {project}",
)
RETURNED = Translated(
    fi="Ohjelmatoimisto palautti raportin täydennettäväksi. Korjaa alla mainittu kohta ja lähetä raportti uudelleen.",
    sv="Programbyrån har returnerat rapporten för komplettering. Rätta det som nämns nedan och skicka den på nytt.",
    en="The programme office returned the report. Please mend what is named below and send it again.",
)
REASON = Translated("Syy: {reason}.", "Orsak: {reason}.", "Reason: {reason}.")
COMPLETE_REPORT = Translated("Täydennä raporttia", "Komplettera rapporten", "Complete the report")

APPROVED_SUBJECT = Translated(
    fi="Raportti on hyväksytty: {project}",
    sv="Rapporten är godkänd: {project}",
    en="Report approved: {project}",
)
APPROVED_SUBJECT_MANY = Translated(
    fi="{n} raporttia on hyväksytty", sv="{n} rapporter är godkända", en="{n} reports approved"
)
APPROVED = Translated(
    fi="Ohjelmatoimisto hyväksyi raportin. Kiitos! Sinun ei tarvitse tehdä enempää.",
    sv="Programbyrån har godkänt rapporten. Tack! Du behöver inte göra något mer.",
    en="The programme office approved the report. Thank you; nothing more is needed.",
)
APPROVED_MANY = Translated(
    fi="Ohjelmatoimisto hyväksyi raportit. Kiitos! Sinun ei tarvitse tehdä enempää.",
    sv="Programbyrån har godkänt rapporterna. Tack! Du behöver inte göra något mer.",
    en="The programme office approved the reports. Thank you; nothing more is needed.",
)
SEE_REPORT = Translated("Katso raporttia", "Se rapporten", "See the report")

ABOUT_LINK = Translated(
    fi="Linkki on henkilökohtainen: sillä pääsee raporttiin ilman tunnusta, joten älä välitä sitä eteenpäin. "
    "Se on voimassa {day} asti.",
    sv="Länken är personlig: den öppnar rapporten utan inloggning, så skicka den inte vidare. Den gäller till {day}.",
    en="The link is personal: it opens the report without logging in, so please do not pass it on. "
    "It is valid until {day}.",
)
WRONG_PERSON = Translated(
    fi="Jos joku muu raportoi hankkeesta, vastaa tähän viestiin ja kerro kuka.",
    sv="Om någon annan rapporterar om projektet, svara på det här meddelandet och berätta vem.",
    en="If somebody else reports on the project, please answer this message and tell who.",
)
