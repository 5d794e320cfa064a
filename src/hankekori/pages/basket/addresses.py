"""How an address names a project: by its code, or by its id where it has none."""

from django.http import Http404

from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.actions import CODE_FORM
from hankekori.areas.projects.queries import ProjectPage, project_page, project_page_by_id

_MOST_DIGITS = 18  # of an id the database can hold


def project_at(programme: Programme, written: str) -> ProjectPage:
    """Open the project an address names; what names none is not found."""
    key = read_key(written)
    if key is None:
        raise Http404
    page = project_page(programme, key) if isinstance(key, str) else project_page_by_id(programme, key)
    if page is None:
        raise Http404
    return page


def read_key(written: str) -> str | int | None:
    """Read a code or an id; anything else is None."""
    if CODE_FORM.fullmatch(written):
        return written
    if written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS:
        return int(written)
    return None
