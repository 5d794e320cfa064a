"""Bringing claims from a sheet: look, then save; nothing is kept in between."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hankekori.areas.accounts.roles import Role
from hankekori.areas.claims.models import Claim

ADDRESS, SAVE = "/seutu/hankekori/maksatukset/tuo/", "/seutu/hankekori/maksatukset/tallenna/"
SHEET = "Hankekoodi;Kausi päättyi;Henkilöstö\nS20001;30.6.2010;1 000,50\nS20001;31.12.2010;tuhat\nS29999;30.6.2010;1\n"


def shown(client, text=SHEET, name="maksatukset.csv"):
    return client.post(ADDRESS, {"sheet": SimpleUploadedFile(name, text.encode())})


def test_sheet_is_shown_and_then_saved(officer, small):
    page = shown(officer)
    text = page.content.decode()

    assert page.status_code == 200
    assert (page.context["count"], page.context["left_out"]) == (1, 2)
    assert "C3" in text  # the cell that could not be read
    assert "Ohjelmassa ei ole tällaista hanketta." in text
    assert not Claim.objects.exists()
    assert officer.post(SAVE, {"rivit": page.context["kept"]}).status_code == 302
    assert Claim.objects.get().cost_personnel == pytest.approx(1000.5)
    assert shown(officer).context["unchanged"] == 1


@pytest.mark.parametrize(
    ("text", "name"), [("", "tyhja.csv"), ("Nimi;Summa\na;1\n", "muu.csv"), ("PK\x03\x04", "rikki.xlsx")]
)
def test_what_is_no_sheet_of_claims_is_refused_in_words(officer, small, text, name):
    response = shown(officer, text, name)

    assert response.status_code == 422
    assert response.context["form"].errors["sheet"]


def test_what_was_shown_to_another_is_not_saved(officer, entered, small):
    kept = shown(officer).context["kept"]
    other = entered(Role.COORDINATOR)

    for rows in (kept, "", "keksitty"):
        assert "vanhentunut" in other.post(SAVE, {"rivit": rows}, follow=True).content.decode()
    assert not Claim.objects.exists()


def test_list_of_all_claims_is_the_template(officer, small):
    text = officer.get(f"{ADDRESS}?muoto=csv").content.decode("utf-8-sig")

    assert text.startswith("Hankekoodi;Kausi alkoi;Kausi päättyi;")


@pytest.mark.parametrize("address", [ADDRESS, SAVE])
@pytest.mark.usefixtures("small")
def test_only_whoever_edits_the_basket_imports(member, reporter, outsider, client, address):
    assert member.post(address).status_code == 403
    assert reporter.post(address).status_code == 403
    assert outsider.post(address).status_code == 404
    assert client.post(address).status_code == 302
