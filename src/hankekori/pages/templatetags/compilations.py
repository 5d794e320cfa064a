"""Compilations kept by name, on pages that lead to them: {% load compilations %}."""

from typing import Any

from django import template
from django.template import Context

from hankekori.pages.models import SavedView
from hankekori.pages.saved_views import views_of

register = template.Library()


@register.inclusion_tag("compile/saved.html", takes_context=True)
def kept_compilations(context: Context) -> dict[str, Any]:
    """Draw the compilations one may open by name; one query."""
    request = context["request"]
    door = request.door
    views = views_of(door.user, door.programme, SavedView.Page.COMPILE)
    return {"request": request, "views": views, "csrf_token": context.get("csrf_token")}
