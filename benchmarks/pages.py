"""A page as its coordinator opens it."""

from collections.abc import Callable

from django.test import Client

from hankekori.areas.accounts.models import User
from hankekori.areas.programmes.models import Programme


def page_of(programme: Programme, path: str) -> Callable[[], None]:
    """Give what opens a page of the programme, opened once already."""
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(email=f"{programme.slug}@example.org"))

    def get() -> None:
        assert client.get(f"/{programme.slug}/{path}").status_code == 200

    get()
    return get
