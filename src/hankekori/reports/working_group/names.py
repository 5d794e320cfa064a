"""How the report names stages, standings, funds and what is done about a gap."""

from hankekori.areas.programmes.models import ProgrammeMunicipality
from hankekori.areas.projects.models import Project
from hankekori.core.texts import Translated

STAGES: dict[str, Translated] = {
    Project.Stage.IDEA: Translated("idea", "idé", "idea"),
    Project.Stage.PREPARATION: Translated("valmistelussa", "under beredning", "in preparation"),
    Project.Stage.APPLIED: Translated("haettu", "ansökt", "applied for"),
    Project.Stage.FUNDED: Translated("rahoitettu", "finansierat", "funded"),
    Project.Stage.RUNNING: Translated("käynnissä", "pågår", "ongoing"),
    Project.Stage.ENDED: Translated("päättynyt", "avslutat", "ended"),
    Project.Stage.REJECTED: Translated("hylätty", "avslaget", "rejected"),
    Project.Stage.WITHDRAWN: Translated("peruttu", "återtaget", "withdrawn"),
    Project.Stage.INTERRUPTED: Translated("keskeytynyt", "avbrutet", "interrupted"),
}
BASKET_STATES: dict[str, Translated] = {
    Project.BasketState.OUTSIDE: Translated("korin ulkopuolella", "utanför korgen", "outside the basket"),
    Project.BasketState.PROPOSED: Translated("esitetty koriin", "föreslaget för korgen", "proposed for the basket"),
    Project.BasketState.IN_BASKET: Translated("korissa", "i korgen", "in the basket"),
    Project.BasketState.LEFT: Translated("poistunut korista", "har lämnat korgen", "left the basket"),
}
STANDINGS: dict[str, Translated] = {
    ProgrammeMunicipality.Standing.IN_FRAMEWORK: Translated("ohjelman kunta", "programmets kommun", "in the programme"),
    ProgrammeMunicipality.Standing.SERVED: Translated("palveltava kunta", "kommun som får service", "served"),
    ProgrammeMunicipality.Standing.NEIGHBOUR: Translated("naapurikunta", "grannkommun", "neighbour"),
}

EUROPEAN_UNION = Translated("Euroopan unioni", "Europeiska unionen", "European Union")
FUND_CODES: dict[str, Translated] = {  # how each language shortens a fund that is kept by its Finnish code
    "EAKR": Translated("EAKR", "Eruf", "ERDF"),
    "ESR": Translated("ESR", "ESF", "ESF"),
    "ESR+": Translated("ESR+", "ESF+", "ESF+"),
    "JTF": Translated("JTF", "FRO", "JTF"),
}
FUNDS: dict[str, Translated] = {
    "ESR": Translated("Euroopan sosiaalirahasto", "Europeiska socialfonden", "European Social Fund"),
    "EAKR": Translated(
        "Euroopan aluekehitysrahasto",
        "Europeiska regionala utvecklingsfonden",
        "European Regional Development Fund",
    ),
}
SLOGANS: dict[str, Translated] = {
    "2007-2013": Translated(
        "Vipuvoimaa EU:lta 2007–2013", "Hävkraft från EU 2007–2013", "Leverage from the EU 2007–2013"
    ),
    "2014-2020": Translated(
        "Vipuvoimaa EU:lta 2014–2020", "Hävkraft från EU 2014–2020", "Leverage from the EU 2014–2020"
    ),
}
CO_FUNDED = Translated(
    "Euroopan unionin osarahoittama", "Medfinansieras av Europeiska unionen", "Co-funded by the European Union"
)

REMEDIES: dict[str, Translated] = {
    "measure-without-responsible": Translated(
        "Työryhmä sopii vastuutahosta.",
        "Arbetsgruppen kommer överens om vem som är ansvarig.",
        "The working group agrees on the responsible body.",
    ),
    "measure-without-project": Translated(
        "Etsitään toteuttaja tai liitetään sopiva hanke toimenpiteeseen.",
        "En genomförare söks eller ett lämpligt projekt kopplas till åtgärden.",
        "Find an implementer or link a suitable project to the measure.",
    ),
    "measure-without-target": Translated(
        "Asetetaan tavoite, mittari ja määräpäivä suunnitelman seuraavaan versioon.",
        "Mål, indikator och måldatum tas in i planens nästa version.",
        "Set a target, an indicator and a due date in the next version of the plan.",
    ),
    "project-without-measure": Translated(
        "Koordinaattori liittää hankkeen toimenpiteeseen, jota se toteuttaa.",
        "Koordinatorn kopplar projektet till den åtgärd det genomför.",
        "The coordinator links the project to the measure it carries out.",
    ),
    "shares-not-one": Translated(
        "Koordinaattori korjaa osuudet hankkeen kanssa niin, että niiden summa on 100 %.",
        "Koordinatorn rättar andelarna tillsammans med projektet så att summan är 100 %.",
        "The coordinator corrects the shares with the project so that they add up to 100%.",
    ),
    "project-without-municipality": Translated(
        "Koordinaattori merkitsee kohdekunnat hankkeen kuvauksesta.",
        "Koordinatorn anger målkommunerna utifrån projektbeskrivningen.",
        "The coordinator enters the municipalities from the project's description.",
    ),
    "project-without-figures": Translated(
        "Hanke toimittaa kauden luvut, myös nollat; koordinaattori muistuttaa.",
        "Projektet lämnar periodens tal, också nollorna; koordinatorn påminner.",
        "The project sends the period's figures, zeros included; the coordinator sends a reminder.",
    ),
    "women-unknown": Translated(
        "Hanke täydentää naisten määrän oikaisuna.",
        "Projektet kompletterar antalet kvinnor som en rättelse.",
        "The project adds the number of women as a correction.",
    ),
    "funding-public-below-eu-state": Translated(
        "Koordinaattori tarkistaa rahoituksen rahoituspäätöksestä.",
        "Koordinatorn kontrollerar finansieringen i finansieringsbeslutet.",
        "The coordinator checks the funding against the funding decision.",
    ),
    "funding-rows-differ": Translated(
        "Koordinaattori vertaa vuosittaiset rivit rahoittajan ilmoittamaan summaan.",
        "Koordinatorn jämför raderna per år med den summa finansiären uppgett.",
        "The coordinator compares the yearly rows with the sum the funder states.",
    ),
}
CHECK_IT = Translated(
    "Koordinaattori tarkistaa tiedon.", "Koordinatorn kontrollerar uppgiften.", "The coordinator checks it."
)
