"""Sentences of the remarks on a description, in three languages."""

from hankekori.core.texts import Translated

CODE_MISSING = Translated(
    fi="Kuvauksesta puuttuu hankekoodi.",
    sv="Beskrivningen saknar projektkod.",
    en="The description has no project code.",
)
CODE_FORM = Translated(
    fi="Hankekoodi {code} ei ole tavallista muotoa: kirjain ja 4–9 numeroa.",
    sv="Projektkoden {code} har inte den vanliga formen: en bokstav och 4–9 siffror.",
    en="The project code {code} does not have the usual form: a letter and 4 to 9 digits.",
)
START_AFTER_END = Translated(
    fi="Alkamispäivä on päättymispäivän jälkeen.",
    sv="Startdagen infaller efter slutdagen.",
    en="The start date is after the end date.",
)
FUND_UNKNOWN = Translated(
    fi="Rahastoa ei voi päätellä kuvauksesta.",
    sv="Fonden framgår inte av beskrivningen.",
    en="The fund cannot be told from the description.",
)
VALUE_NOT_IN_LIST = Translated(
    fi="Arvoa ”{value}” ei ole kentän tunnettujen arvojen joukossa.",
    sv="Värdet ”{value}” finns inte bland fältets kända värden.",
    en="The value “{value}” is not among the known values of this field.",
)
TYPE_AGAINST_NAME = Translated(
    fi="Organisaatiotyyppi ”{type}” ei näytä sopivan nimeen {name}.",
    sv="Organisationstypen ”{type}” tycks inte passa namnet {name}.",
    en="The organisation type “{type}” does not seem to fit the name {name}.",
)
BUSINESS_ID_INVALID = Translated(
    fi="Y-tunnus {business_id} on virheellinen: muoto tai tarkistusnumero ei täsmää.",
    sv="FO-numret {business_id} är felaktigt: formen eller kontrollsiffran stämmer inte.",
    en="The business ID {business_id} is not valid: its form or check digit is wrong.",
)
POSTAL_CODE_FORM = Translated(
    fi="Postinumerossa ei ole viittä numeroa.",
    sv="Postnumret har inte fem siffror.",
    en="The postal code does not have five digits.",
)
APPLICANT_COUNT_UNKNOWN = Translated(
    fi="Hakijoiden lukumäärä ei näy kuvauksessa. Tieto on voinut kadota tallennettaessa: hakijoita voi olla useita.",
    sv="Antalet sökande framgår inte av beskrivningen. Det kan ha försvunnit vid sparandet: sökande kan vara flera.",
    en="The number of applicants is not shown. It may have been lost when the page was saved, so there may be several.",
)
WEBSITE_NOT_ADDRESS = Translated(
    fi="Verkko-osoite näyttää virheelliseltä.",
    sv="Webbadressen ser felaktig ut.",
    en="The web address looks wrong.",
)
HOMEPAGE_NOT_ADDRESS = Translated(
    fi="Kotisivun kentässä on muuta kuin pelkkä verkko-osoite.",
    sv="Fältet för projektets webbplats innehåller annat än en webbadress.",
    en="The website field holds something other than a plain web address.",
)
HOMEPAGE_CUT = Translated(
    fi="Kotisivun osoite on luultavasti katkennut kentän enimmäispituuteen.",
    sv="Webbplatsens adress har troligen klippts av vid fältets maximala längd.",
    en="The website address was probably cut at the maximum length of the field.",
)
EMAIL_BROKEN = Translated(
    fi="Sähköpostiosoitteesta puuttuu palvelimen nimi.",
    sv="E-postadressen saknar servernamn.",
    en="The e-mail address has lost its host.",
)
EMAIL_FORM = Translated(
    fi="Sähköpostiosoite ei ole oikeaa muotoa.",
    sv="E-postadressen har inte rätt form.",
    en="The e-mail address does not have the right form.",
)
PLACE_NAME_SPLIT = Translated(
    fi="Kaksiosainen paikannimi on jakautunut pilkulla kahdeksi. Korjattu luettelo: {names}.",
    sv="Ett ortnamn i två delar har delats med ett kommatecken. Rättad lista: {names}.",
    en="A place name of two words has been split by a comma. Repaired list: {names}.",
)
UNPLANNED_RESULT = Translated(
    fi="Suunniteltu määrä on 0, mutta toteutunut on {actual}.",
    sv="Det planerade antalet är 0 men utfallet är {actual}.",
    en="The planned number is 0 but the actual one is {actual}.",
)
WOMEN_OVER_TOTAL = Translated(
    fi="Naisten määrä {women} on suurempi kuin kokonaismäärä {total}.",
    sv="Antalet kvinnor {women} är större än totalantalet {total}.",
    en="The number of women, {women}, is greater than the total, {total}.",
)
PERSONS_NOT_PLANNED = Translated(
    fi="Hanketyypin mukaan henkilöitä on mukana, mutta suunniteltu määrä on 0.",
    sv="Enligt projekttypen deltar personer, men det planerade antalet är 0.",
    en="The project type says that persons take part, but the planned number is 0.",
)
PERSONS_NOT_EXPECTED = Translated(
    fi="Hanketyypin mukaan henkilöitä ei ole mukana, mutta heille on merkitty suunniteltu määrä.",
    sv="Enligt projekttypen deltar inga personer, men ett planerat antal har angetts.",
    en="The project type says that no persons take part, but a planned number is given.",
)
OVER = Translated(
    fi="Toteutunut rahoitus ({larger} euroa) on suurempi kuin suunniteltu ({smaller} euroa).",
    sv="Den realiserade finansieringen ({larger} euro) är större än den planerade ({smaller} euro).",
    en="Realised funding (€{larger}) is greater than planned funding (€{smaller}).",
)
BELOW = Translated(
    fi="EU- ja valtion rahoitus ({larger} euroa) on suurempi kuin koko julkinen rahoitus ({smaller} euroa).",
    sv="EU- och statlig finansiering ({larger} euro) är större än hela den offentliga finansieringen ({smaller} euro).",
    en="EU and state funding (€{larger}) is greater than all public funding (€{smaller}).",
)
UNREAD_LINES = Translated(
    fi="Rivejä, joita ei ymmärretty: {count}. Ensimmäinen on rivi {first}.",
    sv="Rader som inte kunde tolkas: {count}. Den första är rad {first}.",
    en="Lines that were not understood: {count}. The first is line {first}.",
)
