"""A document as canonical JSON: the same document gives the same bytes, and the bytes give the document back."""

import hashlib
import json
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any

from hankekori.reports.document import Document

FORMAT = "hankekori-document/1"


class NotADocumentError(ValueError):
    """The bytes are not a document in this format."""


def to_canonical_json(document: Document) -> bytes:
    """Write keys sorted, whole numbers as numbers and others as text, dates as ISO, UTF-8."""
    plain = {"format": FORMAT, "document": _plain(document)}
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def from_json(content: bytes) -> Document:
    """Read what to_canonical_json wrote; raises NotADocumentError."""
    try:
        plain = json.loads(content)
        if plain["format"] != FORMAT:
            raise NotADocumentError(f"the format is {plain['format']}, not {FORMAT}")
        document = _read(Document, plain["document"])
    except (LookupError, TypeError, ValueError, InvalidOperation, AttributeError, RecursionError) as error:
        raise NotADocumentError(f"this is not a document of Hankekori: {error}") from error
    if not isinstance(document, Document):
        raise NotADocumentError(f"this is not a document of Hankekori but {document}")
    return document


def sha256(document: Document) -> str:
    """Give the fingerprint of the document's canonical JSON."""
    return hashlib.sha256(to_canonical_json(document)).hexdigest()


def _plain(value: Any) -> Any:  # noqa: ANN401 - any field of any block
    match value:
        case None | str() | bool():
            return str(value) if isinstance(value, StrEnum) else value
        case int():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else {"number": _written(value)}
        case date():
            return {"date": value.isoformat()}
        case tuple():
            return [_plain(item) for item in value]
        case _ if is_dataclass(value):
            held = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
            return {"is": type(value).__name__, **held}
    raise TypeError(f"a document holds plain values, not {type(value).__name__}")


def _written(value: Decimal) -> str:
    return format(value, "f").rstrip("0")


def _read(wanted: Any, plain: Any) -> Any:  # noqa: ANN401 - the type is a value here
    if isinstance(plain, dict) and "is" in plain:
        return _read_dataclass(wanted, plain)
    if isinstance(plain, dict):
        return date.fromisoformat(plain["date"]) if "date" in plain else Decimal(plain["number"])
    if isinstance(plain, list):
        item = typing.get_args(_bare(wanted))[0]
        return tuple(_read(item, value) for value in plain)
    if isinstance(plain, str):
        return next((choice(plain) for choice in _choices(wanted) if _is_words(choice)), plain)
    return plain


def _read_dataclass(wanted: Any, plain: dict[str, Any]) -> Any:  # noqa: ANN401 - the type is a value here
    made = next((choice for choice in _choices(wanted) if getattr(choice, "__name__", "") == plain["is"]), None)
    if made is None:
        raise NotADocumentError(f"{plain['is']} cannot stand here")
    hints = _hints(made)
    return made(**{name: _read(hints[name], value) for name, value in plain.items() if name != "is"})


def _is_words(choice: Any) -> bool:  # noqa: ANN401 - the type is a value here
    return isinstance(choice, type) and issubclass(choice, StrEnum)


def _choices(wanted: Any) -> tuple[Any, ...]:  # noqa: ANN401 - the type is a value here
    bare = _bare(wanted)
    if isinstance(bare, types.UnionType):
        return tuple(choice for part in typing.get_args(bare) for choice in _choices(part))
    return (bare,)


def _bare(wanted: Any) -> Any:  # noqa: ANN401 - the type is a value here
    return wanted.__value__ if isinstance(wanted, typing.TypeAliasType) else wanted


@cache
def _hints(made: Callable[..., Any]) -> dict[str, Any]:
    return typing.get_type_hints(made)
