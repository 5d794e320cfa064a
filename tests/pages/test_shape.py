"""What every page of the entrance, the situation and the plan has in common, in every language."""

import re
from collections import Counter

import pytest
from selectolax.lexbor import LexborHTMLParser

PAGES = [
    "/",
    "/seutu/",
    "/seutu/suunnitelma/",
    "/seutu/suunnitelma/puutteet/",
    "/seutu/suunnitelma/muutokset/?vertaa=2012-01-01",
    "/seutu/suunnitelma/1.1/muutokset/?vertaa=2012-03-01&tiedetty=2012-02-01",
    "/seutu/suunnitelma/1.1/",
    "/seutu/suunnitelma/1.2/",
    "/seutu/suunnitelma/1.1/{people}/",
    "/seutu/suunnitelma/tavoite/1/{people}/",
    "/seutu/suunnitelma/luku/{people}/",
]


@pytest.fixture(params=["fi", "sv", "en"])
def language(request):
    return request.param


@pytest.fixture(params=PAGES)
def response(request, small, officer, language):
    return officer.get(request.param.format(people=small.people.pk), headers={"accept-language": language})


def test_page_is_whole(response, language):
    page = LexborHTMLParser(response.content.decode())
    ids = Counter(node.attributes["id"] for node in page.css("[id]"))

    assert response.status_code == 200
    assert page.css_first("html").attributes["lang"] == language
    assert len(page.css("h1")) == len(page.css("main")) == 1
    assert page.css_first("title").text().strip().endswith("Hankekori")
    assert page.css_first("h1").text().strip()
    assert [name for name, times in ids.items() if times > 1] == []
    assert [link.html for link in page.css("a") if not link.attributes.get("href")] == []


def test_page_obeys_its_content_policy(response):
    policy = response["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]+src=)|javascript:", response.content.decode()) == []


def test_page_is_kept_by_no_cache_between(officer, small):
    """A page of the programme is for whoever is logged in, in their language."""
    assert {"Cookie", "Accept-Language"} <= set(officer.get(small.url())["Vary"].replace(" ", "").split(","))
