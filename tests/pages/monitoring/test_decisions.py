"""The office's decisions on one report: returned and reopened with a reason, approved, a figure corrected."""

from datetime import date

import pytest

from hankekori.areas.accounts.roles import Role
from hankekori.areas.mail.models import Message
from hankekori.areas.monitoring.models import LedgerEntry, StoredRollUp
from tests.pages.monitoring.conftest import controls

WHY = {"reason": "deviation_unexplained", "explanation": "Kerro, miksi lukuja on vähemmän."}


def state(asked):
    asked.report.refresh_from_db()
    return asked.report.state


def total():
    return StoredRollUp.objects.get(objective=None, measure=None, period_end=date(2012, 6, 30)).total


@pytest.fixture
def approved(sent_report, officer):
    assert officer.post(f"{sent_report.address}hyvaksy/").status_code == 302
    assert state(sent_report) == "approved"
    return sent_report


def test_returned_report_says_why_and_can_be_written_again(sent_report, officer, own_reporter):
    officer.post(f"{sent_report.address}palauta/", WHY)
    page = own_reporter.get(sent_report.address).content.decode()

    assert state(sent_report) == "returned"
    assert "Poikkeamaa ei ole selitetty: Kerro, miksi lukuja on vähemmän." in page
    assert controls(page)[f"{sent_report.key}-total"] == "12"
    assert Message.objects.get(kind="returned").state == "queued"


@pytest.mark.parametrize("lacking", [{"reason": ""}, {"reason": "tuulella"}, {"explanation": ""}, {"explanation": " "}])
def test_returning_needs_a_reason_and_a_sentence(sent_report, officer, lacking):
    response = officer.post(f"{sent_report.address}palauta/", WHY | lacking)

    assert response.status_code == 422
    assert state(sent_report) == "submitted"


def test_identity_code_in_the_sentence_is_refused(sent_report, officer):
    response = officer.post(f"{sent_report.address}palauta/", WHY | {"explanation": "Katso 131052-308T"})

    assert response.status_code == 422
    assert state(sent_report) == "submitted"


def test_draft_is_not_returned(asked, officer):
    response = officer.post(f"{asked.address}palauta/", WHY)

    assert response.status_code == 422
    assert "ei voi palauttaa" in response.content.decode()


def test_approval_writes_the_ledger_and_the_roll_up(approved, officer):
    entry = LedgerEntry.objects.get(source="report", period_end=date(2012, 6, 30))

    assert (entry.total, entry.women) == (12, 5)
    assert total() == 52
    assert "Hyväksytty" in officer.get(approved.address).content.decode()


def test_draft_is_not_approved(asked, officer):
    page = officer.post(f"{asked.address}hyvaksy/", follow=True).content.decode()

    assert state(asked) == "draft"
    assert "ei voi hyväksyä" in page


def test_correction_adds_the_difference(approved, officer):
    address = f"{approved.address}oikaise/{approved.figure.pk}/"
    response = officer.post(
        address, {"total": "10", "women": "4", "reason": "counted_twice", "explanation": "Kaksi laskettiin kahdesti."}
    )
    correction = LedgerEntry.objects.get(source="correction")

    assert response.status_code == 302
    assert (correction.total, correction.women) == (-2, -1)
    assert total() == 50
    page = officer.get(approved.address).content.decode()
    assert "Oikaistu:" in page


def test_correction_tells_non_binary_people_where_they_were_reported(approved, officer):
    address = f"{approved.address}oikaise/{approved.figure.pk}/"
    assert "non_binary" not in officer.get(address).context["form"].fields

    officer.post(f"{approved.address}avaa/", {"reason": "late_information", "explanation": "Uusi osallistujalista."})
    sent = controls(officer.get(approved.address).content.decode()) | {f"{approved.key}-non_binary": "4"}
    officer.post(f"{approved.address}tallenna/", sent | {"tee": "laheta"})
    officer.post(f"{approved.address}hyvaksy/")
    given = {"total": "8", "women": "5", "non_binary": "4", "reason": "typing", "explanation": "Näppäilyvirhe."}

    assert officer.post(address, given).status_code == 422
    assert officer.post(address, given | {"non_binary": "3"}).status_code == 302
    assert LedgerEntry.objects.latest("pk").non_binary == -1


def test_correction_works_in_a_closed_round(approved, officer):
    officer.post(f"{approved.round_address}sulje/")
    officer.post(
        f"{approved.address}oikaise/{approved.figure.pk}/",
        {"total": "13", "women": "5", "reason": "typing", "explanation": "Näppäilyvirhe."},
    )

    assert total() == 53


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"total": "12", "women": "5"}, "Oikaistavaa ei ole"),
        ({"total": "-60", "women": "0"}, "negatiivinen"),
        ({"total": "x"}, "ei ole luku"),
        ({"total": ""}, "vaaditaan"),
        ({"total": "11", "women": "5", "explanation": ""}, "vaaditaan"),
        ({"total": "11", "women": "5", "reason": "tuulella"}, "tuulella"),
    ],
)
def test_bad_correction_is_told_and_kept(approved, officer, typed, sentence):
    given = {"reason": "typing", "explanation": "Näppäilyvirhe."} | typed
    response = officer.post(f"{approved.address}oikaise/{approved.figure.pk}/", given)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert total() == 52


def test_figure_that_is_not_in_the_ledger_is_not_corrected(sent_report, officer):
    assert officer.get(f"{sent_report.address}oikaise/{sent_report.figure.pk}/").status_code == 404


def test_reopened_report_is_approved_again_as_a_correction(approved, officer):
    officer.post(f"{approved.address}avaa/", {"reason": "late_information", "explanation": "Uusi osallistujalista."})
    sent = controls(officer.get(approved.address).content.decode()) | {f"{approved.key}-total": "14", "tee": "laheta"}
    officer.post(f"{approved.address}tallenna/", sent)
    officer.post(f"{approved.address}hyvaksy/")

    assert state(approved) == "approved"
    assert LedgerEntry.objects.get(source="correction").total == 2
    assert total() == 54


@pytest.mark.parametrize("act", ["palauta/", "avaa/", "hyvaksy/"])
@pytest.mark.parametrize(("role", "status"), [(Role.MEMBER, 403), (Role.ADVISER, 403), (None, 404)])
def test_only_the_office_decides(sent_report, entered, act, role, status):
    assert entered(role).post(f"{sent_report.address}{act}", WHY).status_code == status
    assert state(sent_report) == "submitted"


def test_reporter_decides_nothing_of_their_own_report(approved, own_reporter):
    assert own_reporter.post(f"{approved.address}avaa/", WHY).status_code == 403
    assert own_reporter.get(f"{approved.address}oikaise/{approved.figure.pk}/").status_code == 403
    assert "Oikaise" not in own_reporter.get(approved.address).content.decode()
