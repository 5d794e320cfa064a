"""Reading programmes and their municipalities."""

from django.db.models import QuerySet

from hankekori.areas.programmes.models import Programme, ProgrammeMunicipality


def programmes() -> QuerySet[Programme]:
    """List every programme of the installation."""
    return Programme.objects.order_by("name_fi", "id")


def municipalities_of(programme: Programme) -> QuerySet[ProgrammeMunicipality]:
    """List the programme's municipalities with their standing and place on the tile map."""
    links = ProgrammeMunicipality.objects.filter(programme=programme).select_related("municipality")
    return links.order_by("municipality__name_fi", "id")
