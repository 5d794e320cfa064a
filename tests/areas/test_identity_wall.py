"""No text column of any table takes a personal identity code, whichever way a row comes; the codes are nobody's."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from hankekori.areas.copying import copy_rows
from hankekori.areas.history import action
from hankekori.areas.identity_wall import IdentityCodeError
from hankekori.areas.partners.models import Organisation
from hankekori.core.identity_codes import contains_identity_code
from tests import builders

CODE = "010594Y9021"
NOW = datetime(2012, 1, 10, 8, tzinfo=UTC)
OURS = [model for model in apps.get_models() if model.__module__.startswith("hankekori.")]
TEXTS = [
    (model._meta.db_table, field.column)
    for model in OURS
    if not hasattr(model, "pgh_tracked_model")
    for field in model._meta.concrete_fields
    if field.get_internal_type() in {"CharField", "TextField", "JSONField", "EmailField", "SlugField"}
]

pytestmark = pytest.mark.django_db


def test_every_text_column_has_the_wall():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgargs FROM pg_trigger"
            " WHERE tgname = 'refuse_identity_codes' AND tgenabled = 'O'"
        )
        walled = {
            (table, name) for table, names in cursor.fetchall() for name in bytes(names).decode().split("\0") if name
        }
    assert len(TEXTS) > 80
    assert set(TEXTS) == walled


@pytest.mark.parametrize(("table", "column"), TEXTS, ids=[".".join(text) for text in TEXTS])
def test_a_code_is_refused_in_the_column(table, column):
    """Ask the table's own trigger with a row that is empty but for the code, before any other constraint looks."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT data_type, coalesce(character_maximum_length, 99) FROM information_schema.columns"
            " WHERE table_name = %s AND column_name = %s",
            [table, column],
        )
        kind, length = cursor.fetchone()
        if length < len(CODE):
            return  # no code fits in
        value = f'"ks.\\n{CODE}"' if kind == "jsonb" else CODE
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            cursor.execute(f'INSERT INTO "{table}" ("{column}") VALUES (%s)', [value])  # noqa: S608 - of our models
    assert refused.value.__cause__.diag.constraint_name == "refuse_identity_codes"
    assert refused.value.__cause__.diag.column_name == column


@action("test.write")
def _write(*, by, now, write):
    write()


def test_an_action_says_it_in_words_and_keeps_nothing():
    programme = builders.a_programme()
    kept = builders.a_project(programme, name="Kumppanuushanke")

    def write():
        kept.summary = f"Yhteyshenkilö {CODE}"
        kept.save()

    with pytest.raises(IdentityCodeError) as refused:
        _write(by=None, now=NOW, write=write)
    assert refused.value.field == "summary"
    assert CODE not in refused.value.message.fi
    kept.refresh_from_db()
    assert kept.summary == ""


@pytest.mark.parametrize("way", ["bulk_create", "update", "copy"])
def test_rows_in_bulk_are_refused_too(way):
    programme = builders.a_programme()
    known = builders.an_organisation(programme, name="Heinolan kaupunki")
    ways = {
        "bulk_create": lambda: Organisation.objects.bulk_create([Organisation(programme=programme, name=CODE)]),
        "update": lambda: Organisation.objects.filter(pk=known.pk).update(name=f"Oy {CODE}"),
        "copy": lambda: copy_rows(Organisation, [{"programme_id": programme.pk, "name": CODE}]),
    }
    with pytest.raises(IdentityCodeError):
        _write(by=None, now=NOW, write=ways[way])
    assert list(Organisation.objects.values_list("name", flat=True)) == ["Heinolan kaupunki"]


def test_another_broken_constraint_keeps_its_own_name():
    with pytest.raises(IntegrityError):
        _write(by=None, now=NOW, write=lambda: Organisation.objects.create(name="ilman ohjelmaa"))


_NEAR = st.one_of(
    st.text(alphabet="0159-+AaYy4 ‐–−x23PpÄ.", max_size=24),
    st.builds(
        "{}{:02}{:02}{:02}{}{:03}{}{}".format,
        st.sampled_from(["", "a", "0", " ", "ä", "("]),
        st.integers(0, 32),
        st.integers(0, 13),
        st.integers(0, 99),
        st.sampled_from("-+ABCDEFYXWVUGaf‐‑–−"),
        st.integers(0, 999),
        st.sampled_from("0123456789ABCDEFHJKLMNPRSTUVWXYabO"),
        st.sampled_from(["", "b", "1", ",", "ö"]),
    ),
)


@given(st.lists(_NEAR, min_size=50, max_size=50))
def test_the_database_and_the_rule_agree(texts):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_identity_code(text) FROM unnest(%s::text[]) WITH ORDINALITY t(text, n) ORDER BY n", [texts]
        )
        assert [found for (found,) in cursor.fetchall()] == [contains_identity_code(text) for text in texts]
