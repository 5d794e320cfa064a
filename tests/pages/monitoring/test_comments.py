"""The conversation on a report's page: who says what where, marks, what is refused; and the count of episodes."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from hankekori.areas.accounts.roles import Role
from hankekori.areas.rounds.conversation import comment
from hankekori.areas.rounds.models import ReportComment
from tests import builders
from tests.pages.monitoring.conftest import an_open_round
from tests.pages.report_link.conftest import address, holder, link  # noqa: F401 - the same link

READERS = [Role.ADVISER, Role.COMMUNICATOR, Role.MEMBER, Role.OBSERVER]


def say(client, asked, text="Mistä luku tulee?", *, at="", **fields):
    return client.post(f"{at or asked.address}kommentit/", {"text": text} | fields)


def clear(client, asked, said):
    return client.post(f"{asked.address}kommentit/{said.pk}/")


def shown(client, at, place="kommentit"):
    """Read the comments of a place: who and when, text, mark."""
    page = LexborHTMLParser(client.get(at).content.decode())
    return [" ".join(each.text(separator=" ").split()) for each in page.css(f"#{place} .comments li")]


def a_comment(asked, **fields):
    values = {"by": None, "link": None, "now": timezone.now(), "report": asked.report, "text": "Tarkista luku."}
    return comment(**values | fields)


def test_comment_of_a_figure_stands_under_it(asked, officer):
    response = say(officer, asked, luku=asked.figure.pk)
    said = ReportComment.objects.get()

    assert response["Location"] == f"{asked.address}#kommentti-{said.pk}"
    assert (said.figure, said.needs_follow_up, said.is_projects) == (asked.figure, False, False)
    assert len(shown(officer, asked.address, f"{asked.key}-kommentit")) == 1
    assert "Kommentit (1)" in officer.get(asked.address).content.decode()


def test_comment_of_the_whole_report_stands_in_its_own_section(asked, officer):
    say(officer, asked)

    assert len(shown(officer, asked.address)) == 1
    assert shown(officer, asked.address, f"{asked.key}-kommentit") == []


def test_office_project_and_link_talk_to_each_other(asked, officer, own_reporter, holder, address):  # noqa: F811
    say(officer, asked)
    say(own_reporter, asked, "Osallistujalistasta.")
    say(holder, asked, "Lista on liitteenä.", at=address)

    whose = [line.split(",")[0] for line in shown(officer, asked.address)]
    assert whose == ["coordinator", "reporter", "hankkeen linkillä hanke@example.org"]
    assert [line.split(",")[0] for line in shown(own_reporter, asked.address)] == [
        "ohjelmatoimisto", "reporter", "hankkeen linkillä",
    ]  # fmt: skip
    assert [line.split(",")[0] for line in shown(holder, address)] == ["ohjelmatoimisto", "hanke", "hankkeen linkillä"]


def test_mark_is_seen_until_the_office_clears_it(asked, officer, own_reporter):
    say(own_reporter, asked, luku=asked.figure.pk, needs_follow_up="on")
    said = ReportComment.objects.get()
    page = LexborHTMLParser(officer.get(asked.address).content.decode())

    assert page.css_first("#seurattavat a").attributes["href"] == f"#kommentti-{said.pk}"
    assert "open" in page.css_first(f"#{asked.key}-kommentit").attributes
    assert f"kommentit/{said.pk}/" not in own_reporter.get(asked.address).content.decode()
    assert clear(officer, asked, said)["Location"] == f"{asked.address}#kommentti-{said.pk}"
    page = officer.get(asked.address).content.decode()
    assert "Seurattava kuitattu" in page
    assert "seurattavat" not in page


def test_matrix_counts_marks_and_narrows_to_them(asked, officer):
    matrix = "/seutu/seuranta/"
    assert "⚑ 1 seurattava" not in officer.get(matrix).content.decode()
    assert "Rajauksella ei löydy hankkeita" in officer.get(f"{matrix}?seurattavat=1").content.decode()
    a_comment(asked, needs_follow_up=True)

    for query in ("", "?seurattavat=1"):
        (mark,) = LexborHTMLParser(officer.get(f"{matrix}{query}").content.decode()).css("table a.followed")
        assert mark.text() == "⚑ 1 seurattava"
        assert mark.attributes["href"] == f"{asked.address}#seurattavat"
    assert officer.get(f"{matrix}?muoto=csv").content.decode("utf-8-sig").splitlines()[1].endswith(";1")


@pytest.mark.parametrize("role", READERS)
def test_reader_reads_and_writes_nothing(asked, entered, role):
    said = a_comment(asked, needs_follow_up=True)
    client = entered(role)

    assert len(shown(client, asked.address)) == 1
    assert "Lisää kommentti" not in client.get(asked.address).content.decode()
    assert say(client, asked).status_code == 403
    assert clear(client, asked, said).status_code == 403


def test_only_the_office_clears(asked, own_reporter, holder, address):  # noqa: F811
    said = a_comment(asked, needs_follow_up=True)

    assert clear(own_reporter, asked, said).status_code == 403
    assert holder.post(f"{address}kommentit/{said.pk}/").status_code == 404


def test_report_of_another_is_not_spoken_of(asked, reporter, outsider, client):
    assert say(reporter, asked).status_code == 404
    assert say(outsider, asked).status_code == 404
    assert say(client, asked)["Location"].startswith("/kirjaudu/")
    assert not ReportComment.objects.exists()


def test_comment_is_sent_not_opened(asked, officer):
    said = a_comment(asked, needs_follow_up=True)

    assert officer.get(f"{asked.address}kommentit/").status_code == 405
    assert officer.get(f"{asked.address}kommentit/{said.pk}/").status_code == 405


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Tämä kenttä vaaditaan"),
        ("131052-308T kertoi", "Tekstissä on henkilötunnus"),
        ("x" * 2001, "2000"),
        ("luku\x00", "Tyhjiä merkkejä"),
    ],
)
@pytest.mark.parametrize("is_of_figure", [True, False])
def test_bad_comment_is_told_beside_it_and_kept(asked, officer, text, sentence, is_of_figure):
    fields = {"luku": asked.figure.pk} if is_of_figure else {}
    response = say(officer, asked, text, needs_follow_up="on", **fields)
    page = LexborHTMLParser(response.content.decode())
    key = f"{asked.key}-kommentit" if is_of_figure else "kommentit"
    place = page.css_first(f"#{key}")

    assert response.status_code == 422
    assert page.css_first(".error-summary a").attributes["href"] == f"#{key}"
    assert sentence in place.css_first(".errorlist").text()
    assert "open" in place.attributes or not is_of_figure
    assert "checked" in place.css_first("[name=needs_follow_up]").attributes
    assert place.css_first("textarea").text(strip=False).removeprefix("\n") == text.replace("\x00", "�")
    assert len(page.css(".errorlist")) == 1
    assert not ReportComment.objects.exists()


@pytest.mark.parametrize("luku", ["0", "x", "9" * 30, "-1"])
def test_figure_the_report_does_not_have_is_not_found(asked, officer, luku):
    assert say(officer, asked, luku=luku).status_code == 404


def test_comment_of_another_report_is_not_cleared(asked, officer):
    other = an_open_round(builders.a_programme(), opens_on=asked.round.opens_on)
    project = builders.a_project(other.programme)
    report = other.reports.create(programme=other.programme, project=project)
    said = comment(by=None, link=None, now=timezone.now(), report=report, text="Toisen.", needs_follow_up=True)

    assert clear(officer, asked, said).status_code == 404


def test_what_is_said_is_never_markup(asked, officer):
    say(officer, asked, "<script>alert(1)</script>\n\nToinen kappale")
    page = officer.get(asked.address).content.decode()

    assert "<script>alert" not in page
    assert "<p>Toinen kappale</p>" in page


def test_controls_of_a_comment_are_told_apart(asked, officer):
    page = LexborHTMLParser(officer.get(asked.address).content.decode())
    ids = Counter(node.attributes["id"] for node in page.css("[id]"))

    assert [name for name, times in ids.items() if times > 1] == []
    assert page.css("[data-part] [name=text]") == [], "typing a comment never saves a figure"


def test_queries_do_not_grow_with_comments(asked, officer):
    counts = []
    for size in (1, 3, 50):
        while ReportComment.objects.count() < size:
            figure = asked.figure if ReportComment.objects.count() % 2 else None
            a_comment(asked, by=builders.a_user(), figure=figure, needs_follow_up=True)
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(asked.address).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 20


@pytest.fixture
def worked(asked):
    """Make the report ask for those whom the project has employed, and give it three episodes of the period."""
    indicator = builders.an_indicator(asked.report.programme, code="HK-EMP-DURING")
    asked.report.figures.create(programme=asked.report.programme, indicator=indicator)
    for gender in ("woman", "man", "man"):
        builders.an_episode(asked.report.project, gender=gender, start_month=asked.round.period_start)
    return asked


def test_episodes_count_beside_the_figure_for_the_office(worked, officer):
    page = LexborHTMLParser(officer.get(worked.address).content.decode())
    (said,) = page.css(".from-episodes")

    assert " ".join(said.text().split()) == "Työllistymisjaksoista laskettu: 3, naisia 1"


@pytest.mark.parametrize("role", READERS)
def test_reader_does_not_see_the_count_of_episodes(worked, entered, role):
    assert "jaksoista laskettu" not in entered(role).get(worked.address).content.decode()


def test_project_does_not_see_the_count_of_episodes(worked, own_reporter, holder, address):  # noqa: F811
    for client, at in ((own_reporter, worked.address), (holder, address)):
        assert "jaksoista laskettu" not in client.get(at).content.decode()
