"""The last wall against personal identity codes: no text column of any of our tables takes one.

Forms and imports refuse a code with the place it stands in; what passes them all is refused by the database, COPY
included. Every `migrate` puts the wall around tables and columns that have come since (decision 10).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import IntegrityError, connection, models
from psycopg.errors import CheckViolation

from hankekori.areas.errors import DomainError
from hankekori.core.texts import Translated

TRIGGER = "refuse_identity_codes"


class IdentityCodeError(DomainError):
    """A text holds a personal identity code; field is the column it was meant for. The code itself is not repeated."""

    def __init__(self, field: str) -> None:
        super().__init__(_REFUSED, field=field)


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turn the database's refusal of an identity code into IdentityCodeError."""
    try:
        yield
    except (IntegrityError, CheckViolation) as error:
        cause = error if isinstance(error, CheckViolation) else error.__cause__  # COPY's comes without Django's
        if not isinstance(cause, CheckViolation) or cause.diag.constraint_name != TRIGGER:
            raise
        raise IdentityCodeError(cause.diag.column_name or "") from None


def text_columns() -> dict[str, tuple[str, ...]]:
    """Give the columns of each of our tables that can hold free text; history follows its own table."""
    found = {}
    for model in apps.get_models():
        if model.__module__.startswith("hankekori.") and not hasattr(model, "pgh_tracked_model"):
            fields = model._meta.concrete_fields  # noqa: SLF001 - documented
            if names := tuple(field.column for field in fields if isinstance(field, _TEXTS) and field.column):
                found[model._meta.db_table] = names  # noqa: SLF001 - documented
    return found


def raise_wall(**_: object) -> None:
    """Put the wall around every text column that has none yet; runs after `migrate`."""
    with connection.cursor() as cursor:
        cursor.execute(_FUNCTION)
        cursor.execute("SELECT tgrelid::regclass::text, tgargs FROM pg_trigger WHERE tgname = %s", [TRIGGER])
        walled = {table: bytes(names).decode().split("\0")[:-1] for table, names in cursor.fetchall()}
        present = set(connection.introspection.table_names(cursor))
        for table, names in text_columns().items():
            if table in present and walled.get(table) != list(names):
                cursor.execute(_trigger(table, names))


def _trigger(table: str, names: tuple[str, ...]) -> str:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(name) for name in names)
    texts = ", ".join(f"NEW.{quote(name)}::text" for name in names)
    arguments = ", ".join(f"'{name}'" for name in names)
    return (
        f"CREATE OR REPLACE TRIGGER {TRIGGER} BEFORE INSERT OR UPDATE OF {columns} ON {quote(table)} FOR EACH ROW "
        f"WHEN (concat_ws(' ', {texts}) ~* '{_HINT}') EXECUTE FUNCTION {TRIGGER}({arguments})"
    )


_TEXTS = (models.CharField, models.TextField, models.JSONField)
_DASHES = "\u2010\u2011\u2013\u2212"  # what a word processor puts in place of a hyphen
_HINT = f"[0-9]{{6}}[-+{_DASHES}A-FU-Y][0-9]{{3}}[0-9A-Y]"  # quick: most rows end here
_FUNCTION = rf"""
CREATE OR REPLACE FUNCTION has_identity_code(written text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    -- the rule of core/identity_codes.py
    SELECT EXISTS (
        SELECT FROM regexp_matches(
                   translate(written, '{_DASHES}', '----'),
                   '(?<![0-9A-Za-z])((?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d)[-+A-FU-Y]'
                   '(?!000|001)(\d\d\d)([0-9A-FHJ-NPR-Y])(?![0-9A-Za-z])', 'gi') AS code
         WHERE substr('0123456789ABCDEFHJKLMNPRSTUVWXY', ((code[1] || code[2])::bigint % 31)::int + 1, 1)
               = upper(code[3]))
$$;
CREATE OR REPLACE FUNCTION {TRIGGER}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    name text;
    written text;
BEGIN
    FOREACH name IN ARRAY TG_ARGV LOOP
        -- in JSON a line end is written \n: its n is no letter before the code
        EXECUTE format('SELECT CASE WHEN pg_typeof(($1).%1$I) = ''jsonb''::regtype'
                       ' THEN regexp_replace(($1).%1$I::text, ''\\(u[0-9a-f]{{4}}|.)'', '' '', ''g'')'
                       ' ELSE ($1).%1$I::text END', name) INTO written USING NEW;
        IF has_identity_code(written) THEN
            RAISE EXCEPTION 'a personal identity code in %.%', TG_TABLE_NAME, name
                USING ERRCODE = 'check_violation', CONSTRAINT = '{TRIGGER}', COLUMN = name;
        END IF;
    END LOOP;
    RETURN NEW;
END
$$;
"""  # noqa: S608 - joined from constants
_REFUSED = Translated(
    fi="Tekstissä on henkilötunnus. Poista se: henkilötunnuksia ei tallenneta mihinkään.",
    sv="Texten innehåller en personbeteckning. Ta bort den: personbeteckningar sparas ingenstans.",
    en="The text holds a personal identity code. Remove it: identity codes are not stored anywhere.",
)
