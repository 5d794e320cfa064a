"""The record as JSON values and back: the contract published in docs/formats/description.schema.json."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from hankekori.core.description.checks import remarks_on
from hankekori.core.description.model import Area, Description, OtherSection
from hankekori.core.description.values import read_names, tidy_text
from hankekori.core.description.vocabulary import FREE_TEXT_FIELDS
from hankekori.core.texts import Translated

SCHEMA_ID = "https://hankekori.example.org/formats/description.schema.json"
_UNIONS = {Union, UnionType}
_SECTION_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,9}", re.ASCII)
_NOT_IN_JSON = {"layout"}
_MAY_NOT_BE_EMPTY = {"area.description", "implementer.applicant_count"}
_PARTNER_ID = re.compile(r"implementer\.co_implementers\.\d+\.business_id")


class InvalidDescriptionJsonError(ValueError):
    """The JSON value is not a description as the published schema wants it."""

    def __init__(self, path: str, expected: str) -> None:
        self.path = path
        self.message = Translated(
            fi="JSON ei ole kuvauksen skeeman mukainen: kohdassa {path} pitäisi olla {expected}.",
            sv="JSON följer inte beskrivningens schema: i {path} ska det stå {expected}.",
            en="The JSON does not follow the schema of descriptions: {path} should hold {expected}.",
        ).filled(path=path or "/", expected=expected)
        super().__init__(self.message.fi)


def to_json_value(description: Description, language: str = "fi") -> dict[str, Any]:
    """Give the record as JSON values; remarks speak the language asked for."""
    return cast("dict[str, Any]", _encoded(description, language))


def from_json_value(value: Mapping[str, Any]) -> Description:
    """Make the record of JSON values; remarks are made anew, spaces at the ends of values go."""
    description = cast("Description", _decoded(Description, value, ""))
    tidy = replace(
        description,
        area=_tidy_area(description.area),
        other_sections=tuple(
            _tidy_section(section, f"other_sections.{place}")
            for place, section in enumerate(description.other_sections)
        ),
    )
    return replace(tidy, remarks=remarks_on(tidy))


def json_schema() -> dict[str, Any]:
    """Describe the JSON value of a description as JSON Schema 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Official project description as Hankekori reads it",
        "description": "null: the page has no such label; an empty string: the label stands there empty. "
        "Dates are ISO 8601, amounts whole euros, paragraphs of free text are parted by one blank line.",
        **_schema_of(Description, ""),
    }


def _encoded(value: object, language: str) -> object:
    match value:
        case Translated():
            return value.in_language(language)
        case date():
            return value.isoformat()
        case tuple():
            return [_encoded(each, language) for each in value]
        case _ if is_dataclass(value):
            kept = (field.name for field in fields(value) if field.name not in _NOT_IN_JSON)
            return {name: _encoded(getattr(value, name), language) for name in kept}
    return value


def _decoded(kind: Any, value: object, path: str) -> object:  # noqa: ANN401 - a type read from the model
    if get_origin(kind) in _UNIONS:
        inner = [each for each in get_args(kind) if each is not type(None)]
        return None if value is None else _decoded(inner[0], value, path)
    if get_origin(kind) is Literal:
        return _decoded_choice(get_args(kind), value, path)
    if get_origin(kind) is tuple:
        return _decoded_list(get_args(kind)[0], value, path)
    if is_dataclass(kind) and kind is not Translated:
        return _decoded_object(cast("type", kind), value, path)
    return _decoded_plain(kind, value, path)


def _decoded_choice(choices: tuple[object, ...], value: object, path: str) -> object:
    if value not in choices:
        raise InvalidDescriptionJsonError(path, " | ".join(map(str, choices)))
    return value


def _decoded_list(kind: object, value: object, path: str) -> tuple[object, ...]:
    if not isinstance(value, list | tuple):
        raise InvalidDescriptionJsonError(path, "[…]")
    return tuple(_decoded(kind, each, f"{path}.{place}") for place, each in enumerate(value))


def _decoded_object(kind: type, value: object, path: str) -> object:
    if not isinstance(value, Mapping):
        raise InvalidDescriptionJsonError(path, "{…}")
    known = _json_fields(kind)
    unknown = [name for name in value if name not in known]
    if unknown:
        raise InvalidDescriptionJsonError(_joined(path, str(unknown[0])), "–")
    absent = [name for name, field in known.items() if name not in value and _is_required(field)]
    if absent:
        raise InvalidDescriptionJsonError(_joined(path, absent[0]), _type_name(_hints(kind)[absent[0]]))
    hints = _hints(kind)
    given = {name: _decoded(hints[name], value[name], _joined(path, name)) for name in known if name in value}
    given.pop("remarks", None)  # they follow from the record
    return kind(**given)


def _decoded_plain(kind: object, value: object, path: str) -> object:
    if kind is Translated and isinstance(value, str):
        return Translated(fi=value)
    if kind is str and isinstance(value, str):
        return _tidy(value, path)
    if kind is date and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise InvalidDescriptionJsonError(path, "YYYY-MM-DD") from error
    if isinstance(value, bool) is (kind is bool) and isinstance(kind, type) and isinstance(value, kind):
        return value
    raise InvalidDescriptionJsonError(path, _type_name(kind))


def _tidy(text: str, path: str) -> str | None:
    plain_lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if path in FREE_TEXT_FIELDS or ".paragraphs." in path:
        return tidy_text(plain_lines) or (None if path in _MAY_NOT_BE_EMPTY else "")
    line = " ".join(part.strip() for part in plain_lines.split("\n")).strip()
    return line or (None if path in _MAY_NOT_BE_EMPTY or _PARTNER_ID.fullmatch(path) else "")


def _tidy_area(area: Area) -> Area:
    """Part names that hold a comma: the page lists them with commas and could not tell."""
    return replace(
        area,
        regions=read_names(",".join(area.regions)),
        subregions=read_names(",".join(area.subregions)),
        municipalities=read_names(",".join(area.municipalities)),
    )


def _tidy_section(section: OtherSection, path: str) -> OtherSection:
    if not _SECTION_NUMBER.fullmatch(section.number):
        raise InvalidDescriptionJsonError(f"{path}.number", "1.2")
    if not section.title:
        raise InvalidDescriptionJsonError(f"{path}.title", "string")
    text = tidy_text("\n\n".join(section.paragraphs))
    return replace(section, paragraphs=tuple(text.split("\n\n")) if text else ())


def _schema_of(kind: Any, name: str) -> dict[str, Any]:  # noqa: ANN401 - a type read from the model
    if get_origin(kind) in _UNIONS:
        inner = next(each for each in get_args(kind) if each is not type(None))
        return {"anyOf": [_schema_of(inner, name), {"type": "null"}]}
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _schema_of(get_args(kind)[0], name)}
    if is_dataclass(kind) and kind is not Translated:
        return _schema_of_object(cast("type", kind))
    return {
        str: {"type": "string", **({"pattern": r"^\d+(\.\d+)*$"} if name == "number" else {})},
        Translated: {"type": "string"},
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        date: {"type": "string", "format": "date"},
    }[kind]


def _schema_of_object(kind: type) -> dict[str, Any]:
    hints, known = _hints(kind), _json_fields(kind)
    return {
        "type": "object",
        "properties": {name: _schema_of(hints[name], name) for name in known},
        "required": list(known),
        "additionalProperties": False,
    }


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _json_fields(kind: type) -> dict[str, Field[Any]]:
    return {field.name: field for field in fields(kind) if field.name not in _NOT_IN_JSON}


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _type_name(kind: object) -> str:
    return {str: "string", int: "integer", bool: "boolean", date: "YYYY-MM-DD"}.get(cast("type", kind), "null")


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
