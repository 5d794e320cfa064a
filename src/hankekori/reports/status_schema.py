"""JSON Schema of what status_json writes; published in docs/formats/status.schema.json."""

from enum import StrEnum
from typing import Any

from hankekori.core.figures import ValueState
from hankekori.core.gaps import Subject
from hankekori.core.status import Light

type Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "format": "date"}
_NUMBER: Schema = {"type": "number"}
_EUROS: Schema = {"type": ["number", "null"], "description": "euros; null when no project has the figure"}


def status_schema() -> Schema:
    """Describe the JSON value of a programme's status as JSON Schema 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://hankekori.example.org/formats/status.schema.json",
        "title": "Whether a programme is on course",
        "description": "null: there is no such figure. Numbers are in the indicator's unit. Texts are in the language "
        "asked for.",
        **_object(
            programme=_TEXT,
            as_of={**_DAY, "description": "results of periods that ended by this day"},
            known_on={**_or_null(_DAY), "description": "as they were known at the end of this day"},
            objectives=_list(_object(name=_TEXT, light=_one_of(Light), measures=_list(_measure()))),
            funding=_object(
                granted_eu_state=_EUROS,
                realised_eu_state=_EUROS,
                planned_public=_EUROS,
                realised_public=_EUROS,
            ),
            gaps=_list(_object(code=_TEXT, subject=_one_of(Subject), message=_TEXT)),
        ),
    }


def _measure() -> Schema:
    return _object(
        name=_TEXT,
        responsible={**_or_null(_TEXT), "description": "the organisation that answers for the measure"},
        light=_one_of(Light),
        reason={**_TEXT, "description": "why the light is what it is"},
        indicators=_list(_indicator()),
        projects={**_list(_TEXT), "description": "codes of the projects that carry the measure out"},
    )


def _indicator() -> Schema:
    return _object(
        code=_TEXT,
        name=_TEXT,
        unit=_TEXT,
        planned={**_or_null(_NUMBER), "description": "target of the whole period"},
        expected={**_or_null(_NUMBER), "description": "what the plan expects by the day"},
        actual=_or_null(_NUMBER),
        women_planned={**_or_null(_NUMBER), "description": "part of planned"},
        women_actual={**_or_null(_NUMBER), "description": "part of actual"},
        state={**_one_of(ValueState), "description": "a reported zero is reported, with the actual 0"},
        forecast={
            **_or_null(_object(low=_NUMBER, likely=_NUMBER, high=_NUMBER)),
            "description": "on the day the target is due; null when there is too little to go by",
        },
    )


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(values: type[StrEnum]) -> Schema:
    return {"enum": [str(value) for value in values]}
