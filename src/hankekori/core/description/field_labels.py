"""What the fields of a description are called in our own pages, in three languages."""

from hankekori.core.texts import Translated

FIELD_LABELS = {
    "kind": Translated("Kuvauksen laji", "Beskrivningens slag", "Kind of description"),
    "language": Translated("Otsikoiden kieli", "Rubrikernas språk", "Language of the labels"),
    "fund": Translated("Rahasto", "Fond", "Fund"),
    "project.code": Translated("Hankekoodi", "Projektkod", "Project code"),
    "project.name": Translated("Hankkeen nimi", "Projektets namn", "Project name"),
    "project.part": Translated("Osio", "Programdel", "Programme part"),
    "project.programme": Translated("Ohjelma", "Program", "Programme"),
    "project.priority_axis": Translated("Toimintalinja", "Insatsområde", "Priority axis"),
    "project.specific_objective": Translated("Erityistavoite", "Särskilt mål", "Specific objective"),
    "project.type": Translated("Hanketyyppi", "Projekttyp", "Project type"),
    "project.start": Translated("Alkaa", "Börjar", "Start"),
    "project.end": Translated("Päättyy", "Slutar", "End"),
    "project.status": Translated("Toiminnan tila", "Verksamhetens status", "Operational status"),
    "project.authority": Translated("Vastuuviranomainen", "Ansvarig myndighet", "Responsible authority"),
    "implementer.name": Translated("Toteuttaja", "Genomförare", "Implementer"),
    "implementer.type": Translated("Organisaatiotyyppi", "Organisationstyp", "Organisation type"),
    "implementer.business_id": Translated("Y-tunnus", "FO-nummer", "Business ID"),
    "implementer.address": Translated("Osoite", "Adress", "Address"),
    "implementer.postal_code": Translated("Postinumero", "Postnummer", "Postal code"),
    "implementer.city": Translated("Postitoimipaikka", "Postanstalt", "City"),
    "implementer.phone": Translated("Toteuttajan puhelin", "Genomförarens telefon", "Implementer's phone"),
    "implementer.website": Translated("Toteuttajan verkkosivu", "Genomförarens webbplats", "Implementer's website"),
    "implementer.project_website": Translated("Hankkeen kotisivu", "Projektets webbplats", "Project website"),
    "implementer.contact.name": Translated("Yhteyshenkilö", "Kontaktperson", "Contact person"),
    "implementer.contact.title": Translated(
        "Yhteyshenkilön asema", "Kontaktpersonens ställning", "Contact person's position"
    ),
    "implementer.contact.email": Translated(
        "Yhteyshenkilön sähköposti", "Kontaktpersonens e-post", "Contact person's e-mail"
    ),
    "implementer.contact.phone": Translated(
        "Yhteyshenkilön puhelin", "Kontaktpersonens telefon", "Contact person's phone"
    ),
    "implementer.applicant_count": Translated(
        "Hakijoiden lukumäärä tai tuen siirto",
        "Antal sökande eller överföring av stöd",
        "Number of applicants or subsidy transfer",
    ),
    "implementer.co_implementers": Translated("Osatoteuttajat", "Delgenomförare", "Co-implementers"),
    "area.nationwide": Translated("Valtakunnallinen", "Riksomfattande", "Nationwide"),
    "area.regions": Translated("Maakunnat", "Landskap", "Regions"),
    "area.subregions": Translated("Seutukunnat", "Ekonomiska regioner", "Sub-regions"),
    "area.municipalities": Translated("Kunnat", "Kommuner", "Municipalities"),
    "area.description": Translated(
        "Toteutusalueen kuvaus", "Beskrivning av genomförandeområdet", "Description of the area"
    ),
    "target_groups.direct": Translated("Varsinaiset kohderyhmät", "Direkta målgrupper", "Direct target groups"),
    "target_groups.indirect": Translated("Välilliset kohderyhmät", "Indirekta målgrupper", "Indirect target groups"),
    "summary": Translated("Tiivistelmä suunnitelmasta", "Sammandrag av planen", "Summary of the plan"),
    "communication_plan": Translated("Tiedotussuunnitelma", "Kommunikationsplan", "Communication plan"),
    "dissemination_plan": Translated(
        "Hyvien käytäntöjen levittäminen", "Spridning av god praxis", "Dissemination of good practice"
    ),
    "funding.granted_eu_state": Translated(
        "Myönnetty EU- ja valtion rahoitus", "Beviljad EU- och statlig finansiering", "EU and state funding granted"
    ),
    "funding.realised_eu_state": Translated(
        "Toteutunut EU- ja valtion rahoitus", "Realiserad EU- och statlig finansiering", "EU and state funding realised"
    ),
    "funding.planned_public": Translated(
        "Suunniteltu julkinen rahoitus", "Planerad offentlig finansiering", "Public funding planned"
    ),
    "funding.realised_public": Translated(
        "Toteutunut julkinen rahoitus", "Realiserad offentlig finansiering", "Public funding realised"
    ),
    "classification.equality": Translated("Tasa-arvo", "Jämställdhet", "Equality"),
    "classification.sustainable_development": Translated(
        "Kestävä kehitys", "Hållbar utveckling", "Sustainable development"
    ),
    "classification.partnership": Translated("Kumppanuus", "Partnerskap", "Partnership"),
    "classification.innovativeness": Translated("Innovatiivisuus", "Innovativitet", "Innovativeness"),
    "final_report_summary": Translated(
        "Loppuraportin tiivistelmä", "Sammandrag av slutrapporten", "Summary of the final report"
    ),
}

_RESULTS = {
    "participants": Translated("Aloittaneet henkilöt", "Personer som inlett", "Persons who started"),
    "jobs": Translated("Uudet työpaikat", "Nya arbetsplatser", "New jobs"),
    "companies": Translated("Uudet yritykset", "Nya företag", "New enterprises"),
    "degrees": Translated("Suoritetut tutkinnot", "Avlagda examina", "Degrees completed"),
    "participating_companies": Translated("Osallistuvat yritykset", "Deltagande företag", "Participating enterprises"),
    "participating_organisations": Translated(
        "Osallistuvat muut organisaatiot", "Övriga deltagande organisationer", "Other participating organisations"
    ),
}
_WHICH = {
    "planned": Translated("suunniteltu", "planerat", "planned"),
    "actual": Translated("toteutunut", "utfall", "actual"),
}
_OF_WHICH_WOMEN = {
    "total": Translated("{result}, {which}", "{result}, {which}", "{result}, {which}"),
    "women": Translated(
        "{result}, {which}, joista naisia", "{result}, {which}, varav kvinnor", "{result}, {which}, of which women"
    ),
}


def _result_label(result: Translated, which: Translated, form: Translated) -> Translated:
    return Translated(
        form.fi.format(result=result.fi, which=which.fi),
        form.sv.format(result=result.sv, which=which.sv),
        form.en.format(result=result.en, which=which.en),
    )


RESULT_LABELS = {
    (key, which, figure): _result_label(result, words, form)
    for key, result in _RESULTS.items()
    for which, words in _WHICH.items()
    for figure, form in _OF_WHICH_WOMEN.items()
}
