"""The gallery of components, mounted where the product is developed or demonstrated."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hankekori.web.gallery import gallery_context


def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component in every state."""
    return render(request, "gallery.html", gallery_context(request))
