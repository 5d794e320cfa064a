"""No form of any page takes a personal identity code in a text, and whatever slips past one never breaks a page.

The code is nobody's. The last wall is the database's: tests/areas/test_identity_wall.py.
"""

import importlib
import pkgutil

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from hankekori import pages
from hankekori.areas.partners.models import Organisation
from hankekori.exchange.models import ImportFile

CODE = "010594Y9021"
STORED_NOWHERE = {  # form: its texts that are looked for or compared, and never kept
    "CatalogueSearch": {"haku"},
    "LoginForm": {"username", "password"},
    "PartForm": {"seen"},
    "PasswordForm": {"new_password1", "new_password2"},
}


def _forms(parent: type[forms.BaseForm] = forms.BaseForm):
    for form in parent.__subclasses__():
        yield form
        yield from _forms(form)


def _fields():
    for module in pkgutil.walk_packages(pages.__path__, "hankekori.pages."):
        importlib.import_module(module.name)
    for form in sorted(set(_forms()), key=lambda one: (one.__module__, one.__name__)):
        if form.__module__.startswith("hankekori."):
            passed = {name for each in form.__mro__ for name in STORED_NOWHERE.get(each.__name__, ())}
            for name, field in form.base_fields.items():
                is_text = isinstance(field, forms.CharField) and not isinstance(field, forms.ChoiceField)
                if is_text and name not in passed:
                    yield pytest.param(field, id=f"{form.__name__}.{name}")


FIELDS = list(_fields())


def test_forms_are_found():
    assert len(FIELDS) > 40


@pytest.mark.parametrize("field", FIELDS)
def test_a_text_of_a_form_refuses_an_identity_code(field):
    with pytest.raises(ValidationError):
        field.clean(CODE)


def test_name_of_a_saved_view_is_refused_in_words(officer, small):
    page = officer.post(small.url("hankekori/nakymat/"), {"name": f"Malli {CODE}", "query": ""}, follow=True)

    assert page.status_code == 200
    assert "henkilötunnus" in page.content.decode()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hankkeet.csv", f"Koodi;Nimi;{CODE}\nS29999;Verkosto;x\n"),
        ("hankkeet.csv", f"Koodi;Nimi\nS29999;Verkosto {CODE}\n"),
        (f"{CODE}.csv", "Koodi;Nimi\nS29999;Verkosto\n"),
        ("kuvaus.txt", f"1. Projekti\n\nProjektikoodi: S29999\n\nProjektin nimi: Malli {CODE}\n"),
        ("muu.bin", CODE),
    ],
)
def test_file_with_a_code_anywhere_is_told_and_nothing_of_it_is_kept(officer, small, name, text):
    page = officer.post(
        small.url("hankekori/tuo/"), {"documents": SimpleUploadedFile(name, text.encode())}, follow=True
    )

    assert page.status_code == 200
    assert CODE not in page.content.decode()
    assert not ImportFile.objects.filter(content__contains=CODE.encode()).exists()
    assert not ImportFile.objects.filter(name__contains=CODE).exists()


def test_code_that_no_form_has_seen_is_refused_in_words(officer, small, monkeypatch):
    """A page that writes past every form and action meets the database's wall."""

    def write(*_args, **_options):
        Organisation.objects.create(programme=small.programme, name=CODE)

    monkeypatch.setattr("hankekori.pages.plan.views.programme_state", write)
    response = officer.get(small.url("suunnitelma/"))

    assert response.status_code == 400
    assert "Tekstissä on henkilötunnus." in response.content.decode()


def test_query_of_a_saved_view_breaks_no_page(officer, small):
    page = officer.post(small.url("hankekori/nakymat/"), {"name": "Malli", "query": f"sana={CODE}"}, follow=True)

    assert page.status_code == 200
