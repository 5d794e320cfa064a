import pytest
from django.db import IntegrityError

from hankekori.areas.accounts.models import User


@pytest.mark.django_db
def test_user_email_once_in_any_case():
    User.objects.create_user("koordinaattori@example.org", name="Koordinaattori")
    with pytest.raises(IntegrityError):
        User.objects.create_user("KOORDINAATTORI@example.org", name="Toinen")
