"""Every text of the interface is there in Swedish and English."""

import importlib.util
import re
from pathlib import Path

import pytest

LANGUAGES = ("sv", "en")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@pytest.fixture(scope="module")
def messages():
    path = Path(__file__).parent.parent / "tools" / "messages.py"
    spec = importlib.util.spec_from_file_location("messages_tool", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def in_code(messages):
    return {(message.id, message.context) for message in messages.collect_messages() if message.id}


@pytest.fixture(params=LANGUAGES)
def catalogue(request, messages):
    return [message for message in messages.read_catalogue(request.param) if message.id]


def test_texts_are_collected_from_python_and_templates(in_code):
    assert ("Euroopan unionin osarahoittama", None) in in_code
    assert ("Siirry sisältöön", None) in in_code
    assert ("ei mitattu", "arvo") in in_code
    assert (("Lomakkeella on yksi korjattava kohta", "Lomakkeella on %(n)s korjattavaa kohtaa"), None) in in_code


def test_catalogue_holds_exactly_the_texts_in_the_code(catalogue, in_code):
    written = {(message.id, message.context) for message in catalogue}
    assert {"missing": in_code - written, "left over": written - in_code} == {"missing": set(), "left over": set()}


def test_every_text_is_translated(catalogue, messages):
    assert [message.id for message in catalogue if not messages.is_translated(message) or message.fuzzy] == []


def test_placeholders_agree(catalogue, messages):
    translated = [message for message in catalogue if messages.is_translated(message)]
    assert translated
    assert [message.id for message in translated if placeholders(message.id) != placeholders(message.string)] == []


def placeholders(text):
    forms = text if isinstance(text, tuple) else (text,)
    return {place for form in forms for place in PLACEHOLDER.findall(form)}


def test_writing_again_changes_nothing(messages, in_code, tmp_path):
    for language in LANGUAGES:
        written = tmp_path / f"{language}.po"
        messages.write_catalogue(messages.updated_catalogue(language, messages.collect_messages()), written)
        assert written.read_text() == messages.catalogue_path(language).read_text()
