"""What is said about rows of a national project list."""

from hankekori.core.texts import Translated

NOT_A_LIST = Translated(
    fi="Tiedosto ei ole kansallinen projektilista: otsikkoriviä (Koodi, Rahasto, Projektin nimi ...) ei löydy.",
    sv="Filen är inte den nationella projektlistan: rubrikraden (Koodi, Rahasto, Projektin nimi ...) saknas.",
    en=("The file is not the national project list: no heading line (Koodi, Rahasto, Projektin nimi ...) was found."),
)
IDENTITY_CODE = Translated(
    fi="Rivillä on henkilötunnus. Henkilötunnuksia ei tallenneta; poista se tiedostosta.",
    sv="Raden innehåller en personbeteckning. Personbeteckningar sparas inte; ta bort den ur filen.",
    en="The row holds a personal identity code. They are never stored; remove it from the file.",
)
DAMAGED = Translated(
    fi="Rivi on vioittunut: siinä on merkkejä, joita tekstissä ei voi olla.",
    sv="Raden är skadad: den innehåller tecken som inte kan finnas i en text.",
    en="The row is damaged: it holds characters that no text has.",
)
TOO_FEW = Translated(
    fi="Rivillä on {found} kenttää, mutta listassa niitä pitää olla vähintään {wanted}.",
    sv="Raden har {found} fält, men listan ska ha minst {wanted}.",
    en="The row has {found} fields; the list needs at least {wanted}.",
)
NO_AMOUNTS = Translated(
    fi="Rivin neljä viimeistä kenttää eivät ole täysiä euroja.",
    sv="Radens fyra sista fält är inte hela euro.",
    en="The last four fields of the row are not whole euros.",
)
NO_ANCHORS = Translated(
    fi="Riviltä ei löydy ohjelmaa tai osiota, toimintalinjaa, tilaa ja kahta päivää oikeassa järjestyksessä.",
    sv="På raden hittas inte program eller del, insatsområde, status och två datum i rätt ordning.",
    en="The row does not hold programme or part, priority axis, status and two dates in this order.",
)
AMBIGUOUS = Translated(
    fi=(
        "Rivin voi jakaa kenttiin {count} tavalla, eikä oikeaa voi päätellä. Lisää lainausmerkit pilkun "
        "sisältävien kenttien ympärille."
    ),
    sv=(
        "Raden kan delas i fält på {count} sätt och det rätta går inte att avgöra. Sätt citattecken kring "
        "fält som innehåller komma."
    ),
    en=(
        "The row can be split in {count} ways and nothing tells which is right. Put quotes around fields "
        "that hold commas."
    ),
)
NO_CODE = Translated(
    fi="Hankekoodi ”{text}” ei ole kirjain ja 4–9 numeroa.",
    sv="Projektkoden ”{text}” är inte en bokstav och 4–9 siffror.",
    en="The project code “{text}” is not a letter and 4–9 digits.",
)
NO_FUND = Translated(
    fi="Rahasto ”{text}” ei ole ESR eikä EAKR.",
    sv="Fonden ”{text}” är varken ESR eller EAKR.",
    en="The fund “{text}” is neither ESR nor EAKR.",
)
NO_NAME = Translated(
    fi="Hankkeen nimi puuttuu.",
    sv="Projektets namn saknas.",
    en="The project's name is missing.",
)
NO_AXIS = Translated(
    fi="Toimintalinja ”{text}” ei ole numero.",
    sv="Insatsområdet ”{text}” är inte ett nummer.",
    en="The priority axis “{text}” is not a number.",
)
NO_AUTHORITY = Translated(
    fi="Viranomainen puuttuu.",
    sv="Myndigheten saknas.",
    en="The authority is missing.",
)
NO_STATUS = Translated(
    fi="Toiminnan tila puuttuu.",
    sv="Verksamhetens status saknas.",
    en="The status is missing.",
)
NO_IMPLEMENTER = Translated(
    fi="Toteuttajan nimi puuttuu tai on pelkkä luku (”{text}”): sarakkeet ovat siirtyneet.",
    sv="Genomförarens namn saknas eller är bara ett tal (”{text}”): kolumnerna har förskjutits.",
    en="The implementer is missing or only a number (“{text}”): the columns have shifted.",
)
NO_DAY = Translated(
    fi="”{text}” ei ole päivämäärä muodossa p.k.vvvv.",
    sv="”{text}” är inte ett datum i formen d.m.åååå.",
    en="“{text}” is not a date written d.m.yyyy.",
)
NO_EUROS = Translated(
    fi="”{text}” ei ole rahamäärä täysinä euroina.",
    sv="”{text}” är inte ett belopp i hela euro.",
    en="“{text}” is not an amount in whole euros.",
)
ENDS_FIRST = Translated(
    fi="Hanke päättyy ennen kuin se alkaa.",
    sv="Projektet slutar innan det börjar.",
    en="The project ends before it begins.",
)
REPEATED = Translated(
    fi="Hanke {code} on jo rivillä {line} samoin tiedoin.",
    sv="Projektet {code} finns redan på rad {line} med samma uppgifter.",
    en="Project {code} is already on line {line} with the same data.",
)
CONTRADICTED = Translated(
    fi=("Hanke {code} on jo rivillä {line} toisin tiedoin. Rivin {line} tiedot otetaan; tarkista, kumpi on oikea."),
    sv=(
        "Projektet {code} finns redan på rad {line} med andra uppgifter. Uppgifterna på rad {line} används; "
        "kontrollera vilka som är rätt."
    ),
    en="Project {code} is already on line {line} with other data. Line {line} is used; check which is right.",
)
NEGATIVE = Translated(
    fi="Rahamäärä on negatiivinen: takaisin on peritty enemmän kuin on maksettu.",
    sv="Ett belopp är negativt: mer har återkrävts än betalats.",
    en="An amount is negative: more has been recovered than paid.",
)
GRANTED_OVER_PUBLIC = Translated(
    fi="Myönnetty EU- ja valtion rahoitus ylittää suunnitellun julkisen rahoituksen, johon sen pitäisi sisältyä.",
    sv=(
        "Den beviljade EU- och statliga finansieringen överstiger den planerade offentliga finansieringen, i "
        "vilken den borde ingå."
    ),
    en="The EU and state funding granted exceeds the planned public funding it should be part of.",
)
REALISED_OVER_PUBLIC = Translated(
    fi="Toteutunut EU- ja valtion rahoitus ylittää toteutuneen julkisen rahoituksen, johon sen pitäisi sisältyä.",
    sv=(
        "Den realiserade EU- och statliga finansieringen överstiger den realiserade offentliga "
        "finansieringen, i vilken den borde ingå."
    ),
    en="The EU and state funding realised exceeds the realised public funding it should be part of.",
)
NEW_WORD = {
    "authority": Translated(
        fi="Viranomaista ”{word}” ({count} riviä) ei tunneta; se otettiin sellaisena kuin se riveillä on.",
        sv="Myndigheten ”{word}” ({count} rader) är okänd; den togs så som den står på raderna.",
        en="The authority “{word}” ({count} rows) is not known; it was taken as the rows have it.",
    ),
    "part": Translated(
        fi="Ohjelmaa tai osiota ”{word}” ({count} riviä) ei tunneta; se otettiin sellaisena kuin se riveillä on.",
        sv="Programmet eller programdelen ”{word}” ({count} rader) är okänd; texten togs så som den står på raderna.",
        en="The programme or part “{word}” ({count} rows) is not known; it was taken as the rows have it.",
    ),
    "status": Translated(
        fi="Tilaa ”{word}” ({count} riviä) ei tunneta; se otettiin sellaisena kuin se riveillä on.",
        sv="Statusen ”{word}” ({count} rader) är okänd; den togs så som den står på raderna.",
        en="The status “{word}” ({count} rows) is not known; it was taken as the rows have it.",
    ),
}
