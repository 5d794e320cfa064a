"""Reading the organisations of a programme's network."""

from django.db.models import QuerySet

from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.models import Programme


def organisations_of(programme: Programme) -> QuerySet[Organisation]:
    return Organisation.objects.filter(programme=programme).order_by("name", "id")


def find_organisation(programme: Programme, *, name: str = "", business_id: str = "") -> Organisation | None:
    """Find an organisation by its Y-tunnus, else by its exact name whatever the case."""
    found = organisations_of(programme)
    if business_id and (coded := found.filter(business_id=business_id).first()):
        return coded
    return found.filter(name__iexact=name.strip()).first() if name.strip() else None
