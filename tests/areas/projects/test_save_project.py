from datetime import date
from decimal import Decimal

import pytest

from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError, WrongOrderError
from hankekori.areas.history import recorded_as
from hankekori.areas.projects.actions import (
    keep_description,
    propose_to_basket,
    save_funding,
    save_project,
    set_measure_shares,
    set_municipalities,
    withdraw_proposal,
)
from hankekori.areas.projects.errors import (
    BasketStepError,
    MeasuresOfTwoPlansError,
    ProjectCodeError,
    ProjectCodeTakenError,
    ShareOutOfRangeError,
    SharesError,
    UnknownChoiceError,
)
from hankekori.areas.projects.models import Description, Funding, Project
from tests.builders import (
    NOW,
    a_measure,
    a_municipality,
    a_plan,
    a_programme,
    a_project,
    a_user,
    an_objective,
    an_organisation,
)

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}


@pytest.fixture
def programme():
    return a_programme()


def shares_of(project):
    return dict(project.measure_links.values_list("measure_id", "share"))


def test_a_project_is_made_and_then_changed_by_its_code(programme):
    made = save_project(**NOBODY, programme=programme, code="S11010", name="Kumppanuushanke", start=date(2008, 9, 1))
    changed = save_project(**NOBODY, programme=programme, code="S11010", planned_public=Decimal(1000))
    assert changed == made
    found = Project.objects.get(programme=programme)
    assert (found.name, found.start, found.planned_public) == ("Kumppanuushanke", date(2008, 9, 1), 1000)


def test_saving_the_same_again_writes_no_history(programme):
    for _ in range(2):
        project = save_project(**NOBODY, programme=programme, code="S11010", name="Kumppanuushanke")
    assert project.events.count() == 1


def test_a_project_without_a_code_is_changed_by_itself(programme):
    made = save_project(**NOBODY, programme=programme, code=None, name="Kylähanke", kind="other")
    save_project(**NOBODY, programme=programme, code=None, project=made, name="Kylien hanke")
    assert [each.name for each in Project.objects.filter(programme=programme)] == ["Kylien hanke"]


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"code": "s11010"}, ProjectCodeError),
        ({"name": " "}, EmptyFieldError),
        ({"kind": "muu"}, UnknownChoiceError),
        ({"stage": "valmis"}, UnknownChoiceError),
        ({"start": date(2012, 1, 1), "end": date(2011, 1, 1)}, WrongOrderError),
    ],
)
def test_a_project_that_cannot_be_is_refused(programme, fields, refusal):
    with pytest.raises(refusal) as told:
        save_project(**NOBODY, **{"programme": programme, "code": "S11010", "name": "Hanke"} | fields)
    assert told.value.message.fi
    assert told.value.message.sv
    assert told.value.message.en
    assert not Project.objects.exists()


def test_things_of_another_programme_are_refused(programme):
    other = a_programme()
    with pytest.raises(NotInProgrammeError):
        save_project(**NOBODY, programme=programme, code="S11010", name="Hanke", implementer=an_organisation(other))
    with pytest.raises(NotInProgrammeError):
        save_project(**NOBODY, programme=programme, code=None, project=a_project(other), name="Hanke")


def test_a_code_of_another_project_is_refused(programme):
    first, second = a_project(programme), a_project(programme)
    with pytest.raises(ProjectCodeTakenError):
        save_project(**NOBODY, programme=programme, code=first.code, project=second)


def test_the_basket_state_is_not_saved_in_passing(programme):
    with pytest.raises(TypeError, match="basket_state"):
        save_project(**NOBODY, programme=programme, code="S11010", name="Hanke", basket_state="in_basket")


def test_the_office_proposes_and_takes_the_proposal_back(programme):
    project = a_project(programme, basket_state="outside")
    assert propose_to_basket(**NOBODY, project=project).basket_state == "proposed"
    assert propose_to_basket(**NOBODY, project=project).basket_state == "proposed"
    assert withdraw_proposal(**NOBODY, project=project).basket_state == "outside"
    states = project.events.order_by("pgh_id").values_list("basket_state", flat=True)
    assert list(states) == ["outside", "proposed", "outside"]


def test_a_project_that_has_left_is_again_left_when_its_proposal_is_taken_back(programme):
    project = a_project(programme, basket_state="left", basket_decided_on=date(2012, 4, 3))
    assert propose_to_basket(**NOBODY, project=project).basket_state == "proposed"
    back = withdraw_proposal(**NOBODY, project=project)
    assert (back.basket_state, back.basket_decided_on) == ("left", date(2012, 4, 3))


def test_the_office_does_not_touch_what_is_in_the_basket(programme):
    project = a_project(programme, basket_state="in_basket", basket_decided_on=date(2012, 4, 3))
    with pytest.raises(BasketStepError) as told:
        propose_to_basket(**NOBODY, project=project)
    assert "korissa → esitetty koriin" in told.value.message.fi
    with pytest.raises(BasketStepError):
        withdraw_proposal(**NOBODY, project=project)
    project.refresh_from_db()
    assert project.basket_state == "in_basket"


def test_shares_take_the_place_of_the_old_ones(programme):
    first, second, third = (a_measure(programme) for _ in range(3))
    project = a_project(programme, first, second)
    set_measure_shares(**NOBODY, project=project, shares={second: Decimal("0.4"), third: Decimal("0.6")})
    assert shares_of(project) == {second.pk: Decimal("0.4"), third.pk: Decimal("0.6")}
    set_measure_shares(**NOBODY, project=project, shares={})
    assert shares_of(project) == {}


@pytest.mark.parametrize(
    ("shares", "refusal"),
    [
        (["0.5", "0.4"], SharesError),
        (["0.5", "0.6"], SharesError),
        (["1", "0"], ShareOutOfRangeError),
        (["1.2", "-0.2"], ShareOutOfRangeError),
        (["0.3333333", "0.6666667"], ShareOutOfRangeError),
    ],
)
def test_shares_that_do_not_fit_are_refused_and_nothing_changes(programme, shares, refusal):
    measures = [a_measure(programme), a_measure(programme)]
    project = a_project(programme, measures[0])
    with pytest.raises(refusal):
        set_measure_shares(**NOBODY, project=project, shares=dict(zip(measures, map(Decimal, shares), strict=True)))
    assert shares_of(project) == {measures[0].pk: Decimal(1)}


def test_the_refusal_of_shares_names_their_sum(programme):
    project = a_project(programme)
    with pytest.raises(SharesError, match="90,00"):
        set_measure_shares(**NOBODY, project=project, shares={a_measure(programme): Decimal("0.9")})


def test_shares_in_another_plan_version_stay(programme):
    old = a_measure(programme)
    new = a_measure(programme, an_objective(programme, a_plan(programme, number=2, adopted_on=None)))
    project = a_project(programme, old)
    set_measure_shares(**NOBODY, project=project, shares={new: Decimal(1)})
    assert shares_of(project) == {old.pk: Decimal(1), new.pk: Decimal(1)}
    with pytest.raises(MeasuresOfTwoPlansError):
        set_measure_shares(**NOBODY, project=project, shares={new: Decimal("0.5"), old: Decimal("0.5")})


def test_measures_of_another_programme_are_refused(programme):
    with pytest.raises(NotInProgrammeError):
        set_measure_shares(**NOBODY, project=a_project(programme), shares={a_measure(a_programme()): Decimal(1)})


def test_municipalities_are_set(programme):
    project, heinola, sysma = a_project(programme), a_municipality(code="111"), a_municipality(code="781")
    set_municipalities(**NOBODY, project=project, municipalities=[heinola])
    set_municipalities(**NOBODY, project=project, municipalities=[sysma, sysma])
    assert list(project.municipalities.all()) == [sysma]


def test_funding_of_a_year_is_written_once(programme):
    project = a_project(programme)
    for planned in (100, 120):
        save_funding(**NOBODY, project=project, source="eu", year=2012, planned=Decimal(planned))
    assert [row.planned for row in Funding.objects.all()] == [120]
    with pytest.raises(UnknownChoiceError):
        save_funding(**NOBODY, project=project, source="lahjoitus", year=2012)


def test_the_same_document_is_kept_once(programme):
    project, reader = a_project(programme), a_user()
    first = keep_description(
        by=reader, now=NOW, project=project, file_name="a.txt", document=b"Hankekoodi", record={"kind": "esf"}
    )
    again = keep_description(
        by=None, now=NOW, project=project, file_name="b.txt", document=b"Hankekoodi", record={"kind": "x"}
    )
    assert again == first
    kept = Description.objects.get()
    assert (kept.file_name, bytes(kept.document), kept.record, kept.read_by) == (
        "a.txt",
        b"Hankekoodi",
        {"kind": "esf"},
        reader,
    )


def test_a_failure_leaves_everything_as_it_was(programme):
    project = a_project(programme, name="Vanha nimi")

    def save_both():
        with recorded_as("test", None):
            save_project(**NOBODY, programme=programme, code=project.code, name="Uusi nimi")
            save_project(**NOBODY, programme=programme, code="väärä", name="Toinen")

    with pytest.raises(ProjectCodeError):
        save_both()
    project.refresh_from_db()
    assert (project.name, project.events.count()) == ("Vanha nimi", 1)
