"""Whatever is sent to the pages of monitoring and employment, each answers: what is wrong is said, nothing breaks."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern
from django.utils import timezone

from hankekori.areas.accounts.roles import Role
from hankekori.areas.mail.models import Message
from hankekori.areas.mail.signed_tokens import sign_token
from hankekori.areas.rounds.models import ReportLink
from hankekori.pages.employment.urls import urlpatterns as employment_urls
from hankekori.pages.monitoring.urls import urlpatterns as monitoring_urls
from hankekori.pages.report_link.urls import urlpatterns as link_urls
from tests import builders
from tests.pages.monitoring.conftest import asked, controls  # noqa: F401 - the same round

HUGE = "9" * 40
ODD = (
    "", " ", "\0", "a\0b", HUGE, f"-{HUGE}", "-1", "1e400", "NaN", "1,5", "31.12.9999", "1.1.0001", "12/9999", "0/0",
    "☃" * 10, "x" * 20_000, "<script>", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "../../etc",
    "a\nb", "=1+1", "reported", "evidence",
)  # fmt: skip
SHORT = ("", "\0", HUGE, "-1", "0", "31.12.9999", "1/1990", "x" * 20_000)
EPISODE = {
    "employer": "", "start_month": "1/2012", "end_month": "2/2012", "fte": "50", "kind": "fixed_term",
    "situation_before": "unemployed", "gender": "woman", "age_band": "unknown", "municipality": "", "isco_major": "",
    "after_three_months": "not_yet",
}  # fmt: skip
OUTCOME = {"kind": "job", "month": "1/2012", "gender": "woman", "company": "", "evidence": "Rekisteriote", "file": ""}
DECISION = {"reason": "other", "explanation": "Koska"}
FILE = {"laji": "evidence", "mittari": "", "tiedosto": ""}
FORMS = {  # what a form that is understood sends; project and indicator are filled in
    "round-new": {"start": "1.7.2012", "end": "31.12.2012", "opens_on": "1.1.2013", "due_on": "31.1.2013"},
    "round-approve": {"raportti": "", "vahvista": "1"},
    "project-report-return": DECISION,
    "project-report-reopen": DECISION,
    "project-report-correct": DECISION | {"total": "3", "women": "1", "denominator": "", "reason": "typing"},
    "project-report-files": FILE,
    "link-report-files": FILE,
    "employment-publish": {"day": "1.6.2012"},
    "episodes": EPISODE,
    "episode": EPISODE,
    "outcomes": OUTCOME,
    "outcome": OUTCOME,
    "episode-import": {"sheet": ""},
}
DAYS = ("paiva", "tiedetty")
QUERY = (
    "paiva",
    "tiedetty",
    "muoto",
    "haku",
    "tila",
    "laji",
    "puuttuu",
    "sivu",
    "mukaan",
    "kausi",
    "julkaisu",
    "hanke",
)


@pytest.fixture
def places(asked, small):  # noqa: F811 - the fixture
    """Give what stands in an address: what there is, and what there is not."""
    now = timezone.now()
    link = ReportLink.objects.create(
        programme=small.programme, report=asked.report, email="hanke@example.org", created_at=now,
        expires_at=now + timedelta(days=30),
    )  # fmt: skip
    message = Message.objects.create(
        programme=small.programme, kind="link", key="a", to="hanke@example.org", language="fi", subject="a", text="a",
        html="a", queued_at=now, next_try_at=now,
    )  # fmt: skip
    episode, outcome = builders.an_episode(small.project), builders.an_outcome(small.project, small.people)
    return {
        "round": (asked.round.pk, 0, HUGE),
        "report": (asked.report.pk, 0, HUGE),
        "figure": (asked.figure.pk, HUGE),
        "message": (message.pk, HUGE),
        "file": (0, HUGE),
        "draft": (0, HUGE),
        "code": (episode.code, outcome.code, "%00", "☃"),
        "token": (sign_token(link.token), "x", "%00", f"{sign_token(link.token)}x"),
    }


def addresses(places) -> Iterator[tuple[str, str]]:
    """Give each address of the pages with its name, for every mixture of what may stand in it."""
    start = ("/seutu/seuranta/", monitoring_urls), ("/seutu/tyollistyneet/", employment_urls), ("/raportoi/", link_urls)
    for beginning, patterns in start:
        for each in patterns:
            assert isinstance(each, URLPattern)
            converters = each.pattern.converters
            for parts in product(*(places.get(name, (0, HUGE)) for name in converters)):
                route = str(each.pattern)
                for name, part in zip(converters, parts, strict=True):
                    route = route.replace(f"<int:{name}>", str(part)).replace(f"<str:{name}>", str(part))
                yield str(each.name), beginning + route


@pytest.mark.parametrize("role", [*Role, None])
def test_every_address_answers_every_visitor(role, places, entered):
    client = entered(role)
    for _name, address in addresses(places):
        assert client.get(address).status_code < 500, address
        assert client.post(address, {}).status_code < 500, address


def test_every_address_answers_odd_parameters(places, officer):
    for _name, address in addresses(places):
        if "99999" in address:
            continue
        for odd in ODD:
            answer = officer.get(address, dict.fromkeys(QUERY, odd))
            assert answer.status_code < 500, (address, odd)
        for name in DAYS:
            for odd in ODD:
                assert officer.get(address, {name: odd}).status_code in {200, 302, 400, 404, 405}, (address, odd)


def test_every_form_answers_odd_input(places, small, officer):
    named = {"project": small.project.pk, "indicator": small.people.pk}
    for name, address in addresses(places):
        if name not in FORMS or "99999" in address:
            continue
        whole = {**named, **FORMS[name]}
        for odd in ODD:
            assert officer.post(address, dict.fromkeys(whole, odd)).status_code < 500, (address, odd)
        for field, odd in product(whole, SHORT):
            assert officer.post(address, whole | {field: odd}).status_code < 500, (address, field, odd)


@pytest.mark.parametrize("by_link", [True, False])
def test_every_part_of_a_report_answers_odd_input(places, asked, officer, by_link):  # noqa: F811 - the fixture
    address = f"/raportoi/{places['token'][0]}/" if by_link else asked.address
    client = Client() if by_link else officer
    opened = controls(client.get(address).content.decode())
    values = [name for name in [*opened, "nolla", "pida", "tee"] if not name.endswith("-seen")]
    for odd in ODD:
        for names in (values, [*opened], [name for name in values if not name.endswith("-state")]):
            sent = opened | dict.fromkeys(names, odd)
            assert client.post(f"{address}tallenna/", sent).status_code < 500, (names, odd)
            assert client.post(f"{address}tallenna/", sent, headers={"HX-Request": "true"}).status_code < 500
    assert client.get(address).status_code == 200


def test_ten_thousand_keys_are_refused_in_words(places, asked, officer):  # noqa: F811 - the fixture
    answer = officer.post(f"{asked.round_address}hyvaksy/", {"raportti": [str(key) for key in range(10_000)]})
    assert answer.status_code == 400
    few = officer.post(f"{asked.round_address}hyvaksy/", {"raportti": [HUGE, "-1", "x", "\0", *map(str, range(900))]})
    assert few.status_code in {200, 302}


@pytest.mark.parametrize("name", ["", "\0", "a\0b.pdf", "x" * 3000, "../../etc/passwd", "☃.pdf", "a\r\nSet-Cookie: b"])
@pytest.mark.parametrize("content", [b"", b"\0\xff\xfe", b"x" * (10 * 1024 * 1024 + 1)])
def test_files_of_any_name_and_size_are_answered(places, asked, officer, name, content):  # noqa: F811 - the fixture
    fields = {
        f"{asked.address}tiedostot/": ("tiedosto", {"laji": "evidence"}),
        f"/raportoi/{places['token'][0]}/tiedostot/": ("tiedosto", {"laji": "publicity"}),
        "/seutu/tyollistyneet/tulokset/": (
            "file",
            {
                "project": asked.report.project_id, "indicator": asked.figure.indicator_id, "kind": "job",
                "month": "5/2012", "gender": "woman",
            },
        ),
        "/seutu/tyollistyneet/jaksot/tuo/": ("sheet", {}),
    }  # fmt: skip
    for address, (field, others) in fields.items():
        file = SimpleUploadedFile("x", content, "text/html")
        file._name = name
        assert officer.post(address, {field: file} | others).status_code < 500, (address, name)
