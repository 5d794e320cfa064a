"""Projects the basket's tests look at."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from hankekori.areas.partners.models import Organisation
from hankekori.areas.projects.actions import keep_description, set_municipalities
from hankekori.areas.projects.models import Project
from hankekori.core.description.json_values import to_json_value
from hankekori.core.description.reader import read_description
from tests import builders

DOCUMENT = """\
1. Projekti
Projektikoodi: S20009
Projektin nimi: Polkuja työhön
Projektityyppi: Kehittämisprojekti
Suunnitelman mukainen toteutusaika: Alkaa 1.2.2010 ja päättyy 31.1.2012
Toiminnan tila: Toiminta käynnissä
2. Projektin toteuttaja
Toteuttajaorganisaation nimi: Seudun Kehitys Oy
Organisaatiotyyppi: Yritys
Vastuuhenkilön nimi: Maija Esimerkki
Asema: projektipäällikkö
Sähköposti: maija.esimerkki(at)example.org
Puhelinnumero: 040 000 1234
5. Suunnitelman mukainen tiivistelmä toteutuksesta
Projekti ohjaa työttömiä uusiin töihin. Lisätietoja antaa Maija Esimerkki, puhelin 040 000 1234.
7. Projektin julkinen rahoitus, euroa
Myönnetty EU- ja valtion rahoitus: 200 000
Toteutunut EU- ja valtion rahoitus: 150 000
Suunniteltu julkinen rahoitus yhteensä: 240 000
Toteutunut julkinen rahoitus yhteensä: 0
"""


def described(project: Project, document: str = DOCUMENT, *, hour: int = 9) -> None:
    """Keep the document as the project's official description, read on 30 April 2012."""
    keep_description(
        by=None,
        now=datetime(2012, 4, 30, hour, 0, tzinfo=UTC),
        project=project,
        file_name="S20009.txt",
        document=document.encode(),
        record=to_json_value(read_description(document), "fi"),
    )


@pytest.fixture
def organisation(programme) -> Organisation:
    return builders.an_organisation(programme, name="Seudun Kehitys Oy", business_id="1074350-2")


@pytest.fixture
def paths(programme, organisation) -> Project:
    """Return a project with everything: money, a place, a contact person, an official description."""
    project = builders.a_project(
        programme,
        code="S20009",
        name="Polkuja työhön",
        fund="ESR",
        programme_period="2007-2013",
        start=date(2010, 2, 1),
        end=date(2012, 1, 31),
        stage="ended",
        basket_decided_on=date(2010, 1, 15),
        implementer=organisation,
        summary="Projekti ohjaa työttömiä uusiin töihin. Lisätietoja antaa Maija Esimerkki, puhelin 040 000 1234.",
        project_type="Kehittämisprojekti",
        activity_status="Toiminta käynnissä",
        contact_name="Maija Esimerkki",
        contact_title="projektipäällikkö",
        contact_email="maija.esimerkki@example.org",
        contact_phone="040 000 1234",
        granted_eu_state=Decimal(200000),
        realised_eu_state=Decimal(150000),
        planned_public=Decimal(240000),
        realised_public=Decimal(0),
    )
    place = builders.a_municipality(code="111", name_fi="Heinola")
    set_municipalities(by=None, now=builders.NOW, project=project, municipalities=[place])
    described(project)
    return project


def form_of(response) -> dict[str, object]:
    """Give what a browser sends of the page's form when nothing was typed in it."""
    form = response.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items()}
