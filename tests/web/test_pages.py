"""The gallery and the error pages: complete, valid for the strict content policy, and without the database."""

import re
from collections import Counter

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.middleware.csp import ContentSecurityPolicyMiddleware
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from hankekori.web.views import gallery

pytestmark = pytest.mark.urls("django.conf.urls.i18n")  # needs no page of the product


def gallery_page(query=""):
    request = RequestFactory().get(f"/komponentit/{query}")
    request.session = {}
    request._messages = FallbackStorage(request)
    return ContentSecurityPolicyMiddleware(gallery)(request)


def test_gallery_shows_every_component():
    page = gallery_page().content.decode()
    marks = (
        "breadcrumb", "figures", "state ok", "bullet", "filters", "chip", "paging", "downloads", "tabs", "facts",
        "todo", "message error", "error-summary", "data-drop", "progress", "empty", "confirm", "example-note", "eu",
        "phone-menu", "languages", "timeline", "course", "tile-map",
    )  # fmt: skip
    assert [mark for mark in marks if f'class="{mark}' not in page and mark not in page] == []


def test_gallery_obeys_the_content_policy():
    response = gallery_page()
    page = response.content.decode()
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]+src=)|hx-on", page) == []


def test_gallery_repeats_no_id_but_the_two_forms_fields():
    ids = Counter(re.findall(r'\sid="([^"]+)"', gallery_page().content.decode()))
    assert [name for name, times in ids.items() if times > 1 and not name.startswith("id_")] == []


def test_sort_links_keep_the_filters_and_leave_the_page():
    page = gallery_page("?q=urat&sivu=3").content.decode()
    assert 'href="?q=urat&amp;jarjesta=name"' in page


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_error_page_needs_neither_request_nor_database(name, language):
    with override(language):
        page = render_to_string(name)
    assert f'<html lang="{language}">' in page
    assert page.count("<h1>") == 1
    assert 'class="button first" href="/"' in page


def test_field_names_its_hint_and_its_error():
    page = gallery_page().content.decode()
    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert 'id="id_name_error"' in page
