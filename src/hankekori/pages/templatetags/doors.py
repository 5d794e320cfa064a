"""Addresses inside the programme one is in: {% load doors %}."""

from typing import Any

from django import template
from django.template import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def door_url(context: Context, name: str, **parts: Any) -> str:  # noqa: ANN401 - parts of addresses are texts and numbers
    """Give the address of a page of the programme; a chosen day stays chosen."""
    return context["request"].door.url(name, **parts)  # type: ignore[no-any-return]  # a template knows no types
