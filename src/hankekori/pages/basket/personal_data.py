"""An official description without the data of its contact person, for readers who may not see personal data."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from hankekori.areas.projects.models import Project
from hankekori.core.description.model import Contact, Description

_EMAIL = re.compile(r"[^\s<>:;,]+\s?(?:@|\(at\))\s?[^\s<>:;,]*[^\s<>:;,.]", re.IGNORECASE)
_SHORTEST_PHONE = 6  # digits
_CONTACT = "implementer.contact"


def without_personal(description: Description) -> Description:
    """Leave out the contact person, lines nobody understood, and the person's traces in free text.

    The page's own layout goes too: it holds the lines as they were printed.
    """
    contact = description.implementer.contact
    masked: Description = _masked(description, _mask_of(contact))
    return replace(
        masked,
        implementer=replace(masked.implementer, contact=Contact()),
        unread=(),
        remarks=tuple(remark for remark in masked.remarks if not remark.field.startswith(_CONTACT)),
        layout=None,
    )


def mask_for(project: Project, *, with_personal: bool) -> Callable[[str], str]:
    """Make what takes the traces of the project's contact person out of a text, or leaves it for those who may see."""
    if with_personal:
        return str
    return _mask_of(Contact(name=project.contact_name, phone=project.contact_phone))


def _mask_of(contact: Contact) -> Callable[[str], str]:
    """Make what takes e-mail addresses and the contact's name and phone out of a text."""
    traces = [re.escape(contact.name)] if contact.name else []
    if contact.phone and sum(map(str.isdigit, contact.phone)) >= _SHORTEST_PHONE:
        traces.append(r"[\s().-]*".join(digit for digit in contact.phone if digit.isdigit()))
    known = re.compile("|".join(traces), re.IGNORECASE) if traces else None
    instead = _("[henkilötieto poistettu]")

    def mask(text: str) -> str:
        text = _EMAIL.sub(instead, text) if "@" in text or "(at)" in text.lower() else text
        return known.sub(instead, text) if known else text

    return mask


def _masked(value: Any, mask: Callable[[str], str]) -> Any:  # noqa: ANN401 - any part of a description
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, tuple):
        return tuple(_masked(each, mask) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.name not in _KEPT]
        return replace(value, **{name: _masked(getattr(value, name), mask) for name in names})
    return value


_KEPT = {"layout", "kind", "language", "fund", "code"}  # closed vocabularies, and what is replaced anyway
