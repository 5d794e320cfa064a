"""The targets of a measure: set, drawn as typed, changed with a reason once there are results, taken away."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.plan.models import Target
from hankekori.areas.plan.queries import read_steps
from hankekori.core.targets import Step
from tests import builders

WRITERS = [role for role in Role if Permission.EDIT_PLAN in permissions_of(role)]
OTHERS = [role for role in Role if role not in WRITERS]
TYPED = {"total": "120", "women": "60", "baseline": "", "start": "1.1.2010", "due": "31.12.2013", "course": "straight"}
WHY = {"reason": "decision", "explanation": "Työryhmä päätti 5.5.2012."}


def targets_url(small, measure=None, rest=""):
    return small.url(f"asetukset/suunnitelma/1/toimenpide/{(measure or small.measure).pk}/tavoitearvot/{rest}")


def target_url(small, measure=None, rest=""):
    return targets_url(small, measure, f"{small.people.pk}/{rest}")


@pytest.fixture(params=["list", "edit", "remove"])
def address(request, small):
    return {"list": targets_url(small), "edit": target_url(small), "remove": target_url(small, rest="poista/")}[
        request.param
    ]


@pytest.fixture
def sent(small, officer):
    """Return a function that sends the form of a measure's target over what is seen in it."""

    def send(measure=None, **typed):
        url = target_url(small, measure)
        seen = officer.get(url).context["form"]["nahty"].value()
        return officer.post(url, {**TYPED, "nahty": seen, **typed})

    return send


def kept(measure):
    return Target.objects.get(measure=measure)


@pytest.mark.parametrize("role", WRITERS)
def test_targets_open_for_those_who_may_change_the_plan(address, entered, role):
    assert entered(role).get(address).status_code == 200


@pytest.mark.parametrize("role", OTHERS)
def test_targets_are_refused_to_the_others(address, entered, role):
    client = entered(role)

    assert (client.get(address).status_code, client.post(address).status_code) == (403, 403)


def test_targets_do_not_exist_for_the_outsider(address, outsider):
    assert (outsider.get(address).status_code, outsider.post(address).status_code) == (404, 404)


def test_what_is_of_another_programme_or_version_is_not_found(small, officer):
    elsewhere = builders.a_programme(slug="muu")
    foreign, strange = builders.a_measure(elsewhere), builders.an_indicator(elsewhere)

    for url in (
        targets_url(small, foreign),
        targets_url(small, rest=f"{strange.pk}/"),
        targets_url(small, rest=f"{2**70}/"),
        target_url(small, small.bare_measure, "poista/"),
        targets_url(small).replace("suunnitelma/1/", "suunnitelma/2/"),
    ):
        assert officer.get(url).status_code == 404, url


def test_an_indicator_is_chosen_and_one_that_is_taken_is_not_offered(small, officer):
    bare = targets_url(small, small.bare_measure)

    assert officer.get(f"{bare}?mittari={small.people.pk}").url == target_url(small, small.bare_measure)
    assert officer.get(f"{targets_url(small)}?mittari={small.people.pk}").status_code == 200
    assert officer.get(f"{bare}?mittari=kaikki").status_code == 200


def test_a_target_is_set(small, sent):
    saved = sent(small.bare_measure, baseline="4", course="back_loaded")

    assert (saved.status_code, saved.url) == (302, targets_url(small, small.bare_measure))
    target = kept(small.bare_measure)
    assert (target.total, target.women, target.baseline) == (120, 60, 4)
    assert (target.start, target.due, target.course) == (date(2010, 1, 1), date(2013, 12, 31), "back_loaded")


def test_milestones_are_kept_in_order_of_day(small, sent):
    rows = {"day-0": "31.12.2012", "step-0": "80", "day-2": "31.12.2011", "step-2": "30"}

    sent(small.bare_measure, course="steps", **rows)

    assert read_steps(kept(small.bare_measure).steps) == (
        Step(date(2011, 12, 31), Decimal(30)),
        Step(date(2012, 12, 31), Decimal(80)),
    )


def test_milestones_of_another_course_are_left_out(small, sent):
    assert sent(small.bare_measure, **{"day-0": "31.12.2012", "step-0": "80"}).status_code == 302
    assert kept(small.bare_measure).steps == []


def test_the_course_is_drawn_as_typed_and_nothing_is_saved(small, officer):
    rows = {"course": "steps", "day-3": "31.12.2011", "step-3": "30"}

    drawn = officer.post(target_url(small, small.bare_measure), {**TYPED, **rows, "piirra": "1"})

    assert drawn.status_code == 200
    expected = {row[0]: row[1] for row in drawn.context["picture"]["table"].rows}
    assert (expected[date(2011, 12, 30)], expected[date(2011, 12, 31)], expected[date(2013, 12, 31)]) == (0, 30, 120)
    assert len(drawn.context["form"].rows) > 4
    assert 'value="31.12.2011"' in drawn.content.decode()
    assert not Target.objects.filter(measure=small.bare_measure).exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"total": ""}, "Tavoitearvo"),
        ({"total": "-1"}, "negatiivi"),
        ({"total": "9" * 30}, "suuri"),
        ({"total": "paljon"}, "paljon"),
        ({"women": "121"}, "nais"),
        ({"due": "1.1.2009"}, "ennen alkamispäivää"),
        ({"due": "1.1.20133"}, "1.1.20133"),
        ({"due": "1.1.2313"}, "liian kaukana"),
        ({"course": "steps"}, "välitavoitteet"),
        ({"course": "sideways"}, "sideways"),
        ({"course": "steps", "day-0": "31.12.2011"}, "Täytä molemmat"),
        ({"course": "steps", "day-0": "31.12.2011", "step-0": "121"}, "enintään tavoitearvo"),
        ({"course": "steps", "day-0": "31.12.2014", "step-0": "12"}, "määräpäivän välissä"),
        (
            {"course": "steps", "day-0": "31.12.2011", "step-0": "12", "day-1": "31.12.2012", "step-1": "11"},
            "eivät pienene",
        ),
    ],
)
def test_a_target_that_cannot_be_is_refused_and_kept_as_typed(small, sent, typed, said):
    refused = sent(small.bare_measure, **typed)

    page = refused.content.decode()
    assert (refused.status_code, said.casefold() in page.casefold()) == (422, True)
    assert all(f'value="{value}"' in page for name, value in typed.items() if value and name != "course")
    assert not Target.objects.filter(measure=small.bare_measure).exists()


def test_once_there_are_results_a_change_asks_why(small, sent):
    refused = sent()
    assert (refused.status_code, kept(small.measure).total) == (422, 100)

    assert sent(**WHY | {"explanation": " "}).status_code == 422
    assert sent(**WHY | {"reason": "counted_twice"}).status_code == 422
    assert sent(**WHY).status_code == 302
    assert kept(small.measure).total == 120


def test_old_and_new_value_stand_side_by_side_with_the_reason(small, officer, sent):
    sent(**WHY)

    change = officer.get(target_url(small)).context["changes"][0]

    assert (change["reason"], change["explanation"]) == ("työryhmä päätti muutoksesta", WHY["explanation"])
    assert change["who"]
    assert ("Tavoitearvo", "100", "120") in change["fields"]


def test_what_stays_as_it_was_is_no_change_and_no_clash(small, officer, sent):
    url = target_url(small)
    form = officer.get(url).context["form"]
    typed = {name: form[name].value() for name in ("total", "women", "baseline", "start", "due", "course")}
    shown = {name: "" if value is None else form.fields[name].prepare_value(value) for name, value in typed.items()}
    Target.objects.filter(measure=small.measure).update(women=Decimal(44))

    saved = officer.post(url, {**shown, **WHY, "total": "130", "nahty": form["nahty"].value()})

    assert saved.status_code == 302
    assert (kept(small.measure).total, kept(small.measure).women) == (130, 44)


def test_two_who_change_one_target_see_it(small, officer):
    url = target_url(small)
    seen = officer.get(url).context["form"]["nahty"].value()
    Target.objects.filter(measure=small.measure).update(total=Decimal(500))

    clash = officer.post(url, {**TYPED, **WHY, "nahty": seen})

    assert (clash.status_code, "tallennettu: 500" in clash.content.decode()) == (409, True)
    assert kept(small.measure).total == 500


def test_a_target_without_results_is_taken_away_by_answering(small, officer):
    builders.a_target(small.bare_measure, small.people)

    removed = officer.post(target_url(small, small.bare_measure, "poista/"))

    assert (removed.status_code, Target.objects.filter(measure=small.bare_measure).count()) == (302, 0)
    changes = officer.get(target_url(small, small.bare_measure)).context["changes"]
    assert changes[0]["fields"][0][1:] == ("100", "")


def test_a_target_with_results_is_taken_away_with_a_reason(small, officer):
    url = target_url(small, rest="poista/")

    assert (officer.post(url).status_code, Target.objects.filter(measure=small.measure).count()) == (422, 1)
    assert officer.post(url, WHY).status_code == 302
    assert not Target.objects.filter(measure=small.measure).exists()


def test_a_share_has_a_level_and_no_course(small, officer, programme):
    share = builders.an_indicator(programme, combination="share", counts_women=False)
    url = targets_url(small, rest=f"{share.pk}/")

    page = officer.get(url)
    saved = officer.post(url, {**TYPED, "total": "80", "nahty": page.context["form"]["nahty"].value()})

    assert "women" not in page.context["form"].fields
    assert "course" not in page.context["form"].fields
    assert (saved.status_code, Target.objects.get(indicator=share).course) == (302, "straight")


def test_queries_do_not_grow(small, officer, programme):
    counts = []
    for size in (1, 2, 47):
        for _ in range(size):
            builders.a_target(small.measure, builders.an_indicator(programme))
            builders.an_indicator(programme)
            Target.objects.filter(indicator=small.people).update(total=Decimal(size))
        for url in (targets_url(small), target_url(small)):
            with CaptureQueriesContext(connection) as captured:
                assert officer.get(url).status_code == 200
            counts.append(len(captured))

    assert counts == counts[:2] * 3
    assert max(counts) < 20


def test_the_measures_own_page_leads_to_its_targets(small, officer, member):
    page = small.url("suunnitelma/1.1/")

    assert targets_url(small) in officer.get(page).content.decode()
    assert targets_url(small) not in member.get(page).content.decode()


def test_drawing_does_not_ask_why(small, officer):
    drawn = officer.post(target_url(small), {**TYPED, "piirra": "1"})

    assert (drawn.status_code, drawn.context["picture"] is None) == (200, False)
