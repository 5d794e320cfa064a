"""Drafts of imports: looked at, read by other columns, saved once or not at all, discarded."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from hankekori.areas.projects.models import Project
from hankekori.exchange import actions
from hankekori.exchange.actions import (
    DraftStateError,
    choose_columns,
    create_draft,
    discard_draft,
    discard_old_drafts,
    give_up_draft,
    queue_draft,
    run_draft,
    save_draft,
)
from hankekori.exchange.models import ImportDraft, ImportFile
from hankekori.exchange.uploads import UploadedFile, collect_files
from tests.builders import NOW, a_programme, a_project, a_user

pytestmark = pytest.mark.django_db

SHEET = "Koodi;Nimi;Toteuttaja;Myönnetty EU- ja valtion rahoitus\nS19999;Verkosto;Esimerkki Oy;100\nS2;Väärä;;1\n"
State = ImportDraft.State


def a_draft(programme=None, content=SHEET, name="hankkeet.csv", by=None):
    intake = collect_files([UploadedFile(name, content.encode() if isinstance(content, str) else content)])
    return create_draft(by=by, now=NOW, programme=programme or a_programme(), intake=intake)


def save(draft, by=None):
    return save_draft(by=by, now=NOW, draft=draft)


def run(draft, progress=lambda _done, _total: None):
    return run_draft(by=None, now=NOW, draft=draft, progress=progress)


def queued(draft):
    return queue_draft(by=None, now=NOW, draft=draft)


def state_of(draft):
    return ImportDraft.objects.values_list("state", flat=True).get(pk=draft.pk)


def test_draft_keeps_the_files_and_shows_what_they_would_do():
    officer = a_user()

    draft = a_draft(by=officer)

    preview = draft.preview
    assert (draft.state, draft.uploaded_by, draft.created_at) == (State.PREVIEWED, officer, NOW)
    assert preview["counts"] == {"created": 1, "changed": 0, "unchanged": 0, "not_imported": 1, "remarks": 0}
    assert [(item["key"], item["outcome"], item["line"]) for item in preview["items"]] == [("S19999", "created", 2)]
    assert {change["field"]: change["new"]["fi"] for change in preview["items"][0]["changes"]} == {
        "code": "S19999",
        "name": "Verkosto",
        "implementer": "Esimerkki Oy",
        "granted_eu_state": "100",
    }
    assert [(one["file"], one["line"], one["text"]) for one in preview["not_imported"]] == [("hankkeet.csv", 3, "S2")]
    (sheet,) = preview["sheets"]
    assert (sheet["headings"][0], sheet["samples"][0], sheet["mapping"]["0"]) == ("Koodi", "S19999", "code")
    assert bytes(ImportFile.objects.get(draft=draft).content) == SHEET.encode()
    assert not Project.objects.exists()


def test_preview_tells_changed_fields_from_those_that_stay():
    programme = a_programme()
    a_project(programme, code="S19999", name="Vanha nimi", granted_eu_state=100)

    (item,) = a_draft(programme).preview["items"]

    assert [(change["field"], change["old"]["fi"], change["new"]["fi"]) for change in item["changes"]] == [
        ("name", "Vanha nimi", "Verkosto"),
        ("implementer", "", "Esimerkki Oy"),
    ]
    assert [(kept["field"], kept["new"]["sv"]) for kept in item["unchanged"]] == [
        ("code", "S19999"),
        ("granted_eu_state", "100"),
    ]


def test_lines_nobody_understood_are_in_the_preview(shared):
    text = (shared / "samples" / "S11010.txt").read_text()

    draft = a_draft(content=text.replace("1. Projekti\n", "1. Projekti\n\nOuto rivi\n", 1), name="S11010.txt")

    assert [(one["file"], one["text"]) for one in draft.preview["unread"]] == [("S11010.txt", "Outo rivi")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("hankkeet.csv", SHEET.replace("Verkosto", "Malli 010594Y9021")),
        ("kuvaus.txt", "1. Projekti\n\nProjektikoodi: S19999\n\nProjektin nimi: Malli 010594Y9021\n"),
    ],
)
def test_file_with_an_identity_code_is_not_kept_and_said_to_be_left_out_whole(name, content):
    draft = a_draft(content=content, name=name)

    assert not ImportFile.objects.exists()
    assert draft.preview["counts"]["created"] == 0
    reasons = [one["reason"]["fi"] for one in draft.preview["not_imported"]]
    assert any("henkilötunnus" in reason for reason in reasons)
    assert reasons[-1].startswith("Koko tiedosto jätetään pois")
    assert "010594Y9021" not in str(draft.preview)


def test_columns_chosen_by_hand_are_read():
    draft = a_draft(content="a;b\nS19999;Verkosto\n")
    assert draft.preview["counts"]["created"] == 0

    chosen = choose_columns(by=None, now=NOW, draft=draft, mappings={"hankkeet.csv": {0: "code", 1: "name"}})
    save(chosen)

    assert chosen.preview["counts"]["created"] == 1
    assert Project.objects.get().name == "Verkosto"


def test_saved_draft_has_its_result_and_no_files():
    draft = a_draft()

    result = save(draft)

    draft.refresh_from_db()
    assert (result.created, draft.state, draft.done, draft.total) == (1, State.DONE, 1, 1)
    assert (draft.result["created"], draft.result["not_imported_count"]) == (1, 1)
    assert draft.result["projects"] == [Project.objects.get().pk]
    assert not ImportFile.objects.exists()


@pytest.mark.parametrize("action", [save, queued, lambda draft: discard_draft(by=None, now=NOW, draft=draft)])
@pytest.mark.parametrize("state", [State.QUEUED, State.RUNNING, State.DONE])
def test_draft_handed_over_or_saved_cannot_be_touched(action, state):
    draft = a_draft()
    ImportDraft.objects.update(state=state)

    with pytest.raises(DraftStateError):
        action(draft)

    assert state_of(draft) == state
    assert not Project.objects.exists()


def test_columns_of_a_draft_that_is_being_saved_cannot_be_chosen():
    draft = queued(a_draft())

    with pytest.raises(DraftStateError):
        choose_columns(by=None, now=NOW, draft=draft, mappings={})


def test_queued_draft_is_saved_by_a_worker_once():
    draft = queued(a_draft())

    assert run(draft).created == 1
    assert run(draft) is None

    assert (state_of(draft), Project.objects.count()) == (State.DONE, 1)


def test_draft_of_a_killed_worker_is_saved_by_the_next():
    draft = queued(a_draft())
    ImportDraft.objects.update(state=State.RUNNING, done=1, total=1)

    assert run(draft).created == 1

    assert state_of(draft) == State.DONE


def test_draft_that_was_not_queued_is_left_alone_by_a_worker():
    draft = a_draft()

    assert run(draft) is None

    assert (state_of(draft), Project.objects.exists()) == (State.PREVIEWED, False)


def test_outdated_preview_is_shown_anew_and_nothing_saved():
    programme = a_programme()
    draft = a_draft(programme)
    a_project(programme, code="S19999", name="Ehti väliin")

    assert save(draft) is None

    draft.refresh_from_db()
    assert (draft.state, draft.preview["counts"]["changed"]) == (State.FAILED, 1)
    assert "muuttuneet" in draft.error["fi"]
    assert Project.objects.get().name == "Ehti väliin"
    assert save(draft).changed == 1


@pytest.mark.parametrize("error", [DatabaseError("no space left"), RuntimeError("a mistake of ours")])
@pytest.mark.parametrize("saving", [save, lambda draft: run(queued(draft))])
def test_failure_takes_everything_back_and_the_draft_says_so(monkeypatch, error, saving, caplog):
    draft = a_draft()

    def fail_after_saving(result):
        assert Project.objects.exists()
        raise error

    monkeypatch.setattr(actions, "result_of", fail_after_saving)
    assert saving(draft) is None

    draft.refresh_from_db()
    assert (draft.state, draft.result) == (State.FAILED, None)
    assert "mitään tallennettu" in draft.error["fi"]
    assert str(draft.pk) in caplog.text
    assert not Project.objects.exists()
    monkeypatch.undo()
    assert save(draft).created == 1


def test_draft_cut_off_again_and_again_is_given_up():
    draft = queued(a_draft())

    give_up_draft(by=None, now=NOW, draft=draft)

    draft.refresh_from_db()
    assert (draft.state, "kolme kertaa" in draft.error["fi"]) == (State.FAILED, True)


def test_discarded_draft_leaves_nothing():
    draft = a_draft()

    discard_draft(by=None, now=NOW, draft=draft)

    assert (ImportDraft.objects.exists(), ImportFile.objects.exists(), Project.objects.exists()) == (False,) * 3


def test_drafts_go_after_a_week_unless_under_way():
    done, waiting, running = a_draft(), a_draft(), a_draft()
    save(done)
    ImportDraft.objects.filter(pk=running.pk).update(state=State.RUNNING)

    assert discard_old_drafts(by=None, now=NOW + timedelta(days=7)) == 0
    assert discard_old_drafts(by=None, now=NOW + timedelta(days=8)) == 2

    assert list(ImportDraft.objects.all()) == [running]
    assert Project.objects.count() == 1
    assert waiting.pk


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_number_of_queries_does_not_grow_with_the_rows(rows, django_assert_num_queries):
    lines = "".join(f"S1{number:04};Hanke {number};Toteuttaja {number};1\n" for number in range(rows))
    programme = a_programme()

    with django_assert_num_queries(6):
        draft = a_draft(programme, SHEET.partition("S19999")[0] + lines)
    with django_assert_num_queries(22):
        assert save(draft).created == rows
