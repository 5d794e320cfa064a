"""An agenda that writes itself: what comes, what does not return, what drops off, what stays as it was written."""

from datetime import date

import pytest

from hankekori.areas.archive.actions import keep
from hankekori.areas.communications.models import CommunicationPlan
from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError
from hankekori.areas.identity_wall import IdentityCodeError
from hankekori.areas.rounds.errors import FileRefusedError
from hankekori.areas.steering.agenda import (
    AgendaWritten,
    add_item,
    change_item,
    move_item,
    remove_item,
    restore_item,
    write_agenda,
)
from hankekori.areas.steering.attachments import MOST_PER_ITEM, attach_file, attach_report, remove_attachment
from hankekori.areas.steering.decisions import add_decision
from hankekori.areas.steering.errors import NoLongerPreparedError
from hankekori.areas.steering.invitations import invite
from hankekori.areas.steering.meetings import set_report
from hankekori.areas.steering.models import AgendaItem, Decision, Disqualification, FollowUp, Meeting
from hankekori.areas.steering.sessions import open_meeting
from hankekori.core.decisions import DecisionKind
from tests import builders
from tests.builders import NOW

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}


@pytest.fixture
def meeting(db) -> Meeting:
    return builders.a_meeting(builders.a_body(builders.a_programme(shown_as_of=date(2012, 4, 20))))


def _write(meeting: Meeting) -> AgendaWritten:
    return write_agenda(**NOBODY, meeting=meeting)


def _sources(meeting: Meeting) -> list[str]:
    shown = meeting.items.filter(removed=False).order_by("position")
    return [item.source or item.title for item in shown]


def _follow_up(meeting: Meeting, **fields) -> FollowUp:
    values = {"task": "Pyydä lausunto", "due": date(2012, 4, 1), "created_at": NOW}
    return FollowUp.objects.create(programme=meeting.programme, body=meeting.body, **values | fields)


def _report(programme, as_of=date(2012, 4, 20), content=b"{}"):
    given = {"kind": "working_group", "title": "Raportti", "language": "fi", "as_of": as_of, "known_on": as_of}
    return keep(content, **NOBODY, programme=programme, **given)


def test_everything_open_comes_in_order_with_its_decisions(meeting):
    programme = meeting.programme
    measure = builders.a_measure(programme)
    builders.a_target(measure, builders.an_indicator(programme), 100)
    builders.a_project_plan(builders.a_project(programme, measure), builders.an_indicator(programme))
    proposed = builders.a_project(programme, basket_state="proposed", code="S30001", name="Verkosto")
    version = builders.a_plan(programme, number=2, adopted_on=None)
    plan = CommunicationPlan.objects.create(programme=programme, number=1)
    task, done = _follow_up(meeting), _follow_up(meeting, state="done", closed_at=NOW)
    earlier = builders.a_meeting(meeting.body, starts_at=meeting.starts_at.replace(month=3), number=1, state="ended")
    _write(meeting)
    written = _sources(meeting)
    expected = [
        "opening", f"minutes-{earlier.pk}", "report", f"project-{proposed.pk}", f"plan-version-{version.pk}",
        f"communication-plan-{plan.pk}", f"follow-up-{task.pk}", "closing",
    ]  # fmt: skip
    assert [source for source in written if not source.startswith("measure")] == expected
    assert f"follow-up-{done.pk}" not in written
    decisions = Decision.objects.filter(item__meeting=meeting).order_by("item__position")
    assert [each.kind for each in decisions] == ["decision", "accept", "adopt_plan", "approve_communication"]
    assert meeting.items.get(follow_up=task).introduction == "Myöhässä: määräpäivä oli 1.4.2012."


def test_a_measure_at_risk_comes_with_its_reason(meeting):
    programme = meeting.programme
    measure = builders.a_measure(programme, number="1.1")
    indicator = builders.an_indicator(programme)
    builders.a_target(measure, indicator, 100)
    project = builders.a_project(programme, measure)
    builders.a_ledger_entry(project, indicator, 1)
    _write(meeting)
    item = meeting.items.get(kind="measure")
    assert (item.measure, item.source) == (measure, f"measure-{measure.pk}")
    assert item.introduction


def test_written_again_nothing_changes(meeting):
    builders.a_project(meeting.programme, basket_state="proposed")
    _write(meeting)
    before = list(meeting.items.order_by("pk").values())
    assert _write(meeting) == AgendaWritten(0, 0)
    assert list(meeting.items.order_by("pk").values()) == before
    assert Decision.objects.count() == 1


def test_what_was_taken_off_does_not_return_until_it_is_put_back(meeting):
    project = builders.a_project(meeting.programme, basket_state="proposed")
    _write(meeting)
    remove_item(**NOBODY, item=meeting.items.get(project=project))
    _write(meeting)
    assert _sources(meeting) == ["opening", "report", "closing"]
    restore_item(**NOBODY, item=meeting.items.get(project=project))
    assert _sources(meeting) == ["opening", "report", f"project-{project.pk}", "closing"]


def test_what_is_no_longer_open_drops_off_and_what_was_edited_stays(meeting):
    gone, edited, attached = (builders.a_project(meeting.programme, basket_state="proposed") for _ in range(3))
    _write(meeting)
    item = meeting.items.get(project=edited)
    change_item(**NOBODY, item=item, title="Oma otsikko", introduction="", presenter="")
    attach_file(
        **NOBODY, item=meeting.items.get(project=attached), name="a.txt", content_type="text/plain", content=b"a"
    )
    meeting.programme.projects.update(basket_state="outside")
    assert _write(meeting) == AgendaWritten(0, 1)
    assert set(meeting.items.exclude(project=None).values_list("project", flat=True)) == {edited.pk, attached.pk}
    item.refresh_from_db()
    assert item.title == "Oma otsikko"
    assert not Decision.objects.filter(project=gone).exists()


def test_texts_follow_what_is_open_until_the_invitation_is_sent(meeting):
    builders.a_seat(meeting.body)
    project = builders.a_project(meeting.programme, basket_state="proposed", code="S1234", name="Vanha")
    _write(meeting)
    for name, shown in (("Uusi", "Uusi"), ("Uusin", "Uusi")):
        project.name = name
        project.save()
        _write(meeting)
        assert meeting.items.get(project=project).title == f"Esitys hankekoriin: S1234 {shown}"
        invite(**NOBODY, meeting=meeting)


def test_what_was_tabled_comes_back_once_with_its_proposal(meeting):
    before = builders.a_meeting(
        meeting.body, starts_at=meeting.starts_at.replace(month=3), state="approved", approved_at=NOW
    )
    project = builders.a_project(meeting.programme, basket_state="proposed")
    item = builders.an_item(before, kind="proposal", project=project, title="Esitys")
    common = {"programme": meeting.programme, "outcome": "tabled", "position": 1}
    Decision.objects.create(item=item, kind="accept", project=project, proposal="Hyväksytään osin.", **common)
    loose = Decision.objects.create(
        item=builders.an_item(before, title="Lausunto"), kind="decision", proposal="Annetaan.", **common
    )
    _write(meeting)
    assert _sources(meeting) == ["opening", "report", f"tabled-{loose.pk}", f"project-{project.pk}", "closing"]
    decisions = Decision.objects.filter(item__meeting=meeting).order_by("item__position")
    assert [each.proposal for each in decisions] == ["Annetaan.", "Hyväksytään osin."]


def test_a_body_that_does_not_steer_has_its_own_matters_only(meeting):
    body = builders.a_body(meeting.programme, "informs_municipalities")
    other = builders.a_meeting(body)
    builders.a_project(meeting.programme, basket_state="proposed")
    _follow_up(meeting)
    _write(other)
    assert _sources(other) == ["opening", "report", "closing"]


def test_the_applicants_own_people_are_disqualified_on_their_proposal(meeting):
    applicant = builders.an_organisation(meeting.programme)
    own, other = builders.a_seat(meeting.body, organisation=applicant), builders.a_seat(meeting.body)
    deputy = builders.a_seat(meeting.body, deputy_of=other, organisation=applicant)
    builders.a_project(meeting.programme, basket_state="proposed", implementer=applicant)
    _write(meeting)
    marked = Disqualification.objects.values_list("seat", "automatic")
    assert set(marked) == {(own.pk, True), (deputy.pk, True)}


def test_the_newest_report_before_the_meeting_is_the_days(meeting):
    _report(meeting.programme, date(2012, 6, 1), b"late")
    newest = _report(meeting.programme, date(2012, 4, 20), b"newest")
    _report(meeting.programme, date(2012, 1, 31), b"old")
    project = builders.a_project(meeting.programme, basket_state="proposed")
    _write(meeting)
    meeting.refresh_from_db()
    assert meeting.report == newest
    assert Decision.objects.get(project=project).report == newest
    chosen = _report(meeting.programme, date(2012, 4, 24), b"chosen")
    set_report(**NOBODY, meeting=meeting, report=chosen)
    assert Decision.objects.get(project=project).report == chosen
    with pytest.raises(NotInProgrammeError):
        set_report(**NOBODY, meeting=meeting, report=_report(builders.a_programme()))


def test_own_matters_stand_before_the_closing_and_move(meeting):
    _write(meeting)
    own = add_item(**NOBODY, meeting=meeting, title=" Muut asiat ")
    assert _sources(meeting) == ["opening", "report", "Muut asiat", "closing"]
    move_item(**NOBODY, item=own, to=1)
    assert _sources(meeting) == ["Muut asiat", "opening", "report", "closing"]
    move_item(**NOBODY, item=own, to=99)
    assert _sources(meeting)[-1] == "Muut asiat"
    project = builders.a_project(meeting.programme, basket_state="proposed")
    _write(meeting)
    assert _sources(meeting) == ["opening", "report", f"project-{project.pk}", "closing", "Muut asiat"]
    with pytest.raises(EmptyFieldError):
        add_item(**NOBODY, meeting=meeting, title="  ")


def test_matters_may_be_added_while_the_meeting_goes_on_but_not_written(meeting):
    open_meeting(**NOBODY, meeting=meeting)
    item = add_item(**NOBODY, meeting=meeting, title="Muut asiat")
    for refused in (lambda: _write(meeting), lambda: remove_item(**NOBODY, item=item)):
        with pytest.raises(NoLongerPreparedError):
            refused()


def test_a_decision_somebody_has_written_in_keeps_its_matter(meeting):
    project = builders.a_project(meeting.programme, basket_state="proposed")
    _write(meeting)
    Decision.objects.filter(project=project).update(revision=1)
    meeting.programme.projects.update(basket_state="outside")
    assert _write(meeting) == AgendaWritten(0, 0)


def test_files_and_reports_are_attached_once(meeting):
    item = builders.an_item(meeting)
    file = {"name": "../talous.PDF", "content_type": "application/pdf", "content": b"%PDF"}
    first, again = (attach_file(**NOBODY, item=item, **file) for _ in range(2))
    assert (first, first.name) == (again, "talous.PDF")
    report = _report(meeting.programme)
    assert attach_report(**NOBODY, item=item, report=report) == attach_report(**NOBODY, item=item, report=report)
    assert item.attachments.count() == 2
    remove_attachment(**NOBODY, attachment=first)
    assert item.attachments.count() == 1
    with pytest.raises(NotInProgrammeError):
        attach_report(**NOBODY, item=item, report=_report(builders.a_programme()))


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("ohjelma.exe", b"MZ", FileRefusedError),
        ("sivu.html", b"<p>", FileRefusedError),
        ("tyhja.pdf", b"", FileRefusedError),
        ("suuri.pdf", b"x" * (10 * 1024 * 1024 + 1), FileRefusedError),
        ("tunnus.txt", b"131052-308T", IdentityCodeError),
    ],
)
def test_files_that_are_refused(meeting, name, content, error):
    item = builders.an_item(meeting)
    kind = "text/plain" if name.endswith("txt") else "application/octet-stream"
    with pytest.raises(error):
        attach_file(**NOBODY, item=item, name=name, content_type=kind, content=content)
    assert not item.attachments.exists()


def test_attachments_have_a_limit(meeting):
    item = builders.an_item(meeting)
    for number in range(MOST_PER_ITEM):
        attach_file(**NOBODY, item=item, name="a.txt", content_type="text/plain", content=str(number).encode())
    with pytest.raises(FileRefusedError):
        attach_file(**NOBODY, item=item, name="a.txt", content_type="text/plain", content=b"one more")


def test_the_history_names_the_action(meeting):
    _write(meeting)
    item = meeting.items.get(source="opening")
    add_decision(**NOBODY, item=item, kind=DecisionKind.DECISION)
    event = AgendaItem.pgh_event_model.objects.filter(pgh_obj=item).order_by("pgh_id").first()
    assert event.pgh_context.metadata["action"] == "steering.write_agenda"
