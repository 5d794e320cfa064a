"""The demo's programme: its municipalities, organisations and users."""

from datetime import datetime

from hankekori.areas.accounts.actions import create_user, set_role
from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.queries import user_with_email
from hankekori.areas.accounts.roles import Role
from hankekori.areas.partners.actions import find_or_create_organisation
from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.actions import MunicipalityPlace, save_programme, set_municipalities
from hankekori.areas.programmes.models import Programme
from hankekori.areas.regions.models import Municipality, Region
from hankekori.areas.regions.queries import municipalities_with_codes
from hankekori.demo.data_files import read_settings, read_table


def create_programme(*, now: datetime) -> Programme:
    settings = read_settings("programme.toml")
    names = {f"name_{language}": text for language, text in settings["name"].items()}
    slogans = {f"slogan_{language}": text for language, text in settings["slogan"].items()}
    programme = save_programme(
        by=None,
        now=now,
        slug=settings["slug"],
        start=settings["start"],
        end=settings["end"],
        shown_as_of=settings["shown_as_of"],
        previous_meeting=settings["previous_meeting"],
        coordinator_name=settings["coordinator"],
        example_data=True,
        **names,
        **slogans,
    )
    set_municipalities(by=None, now=now, programme=programme, places=_places())
    return programme


def create_organisations(programme: Programme, *, now: datetime) -> dict[str, Organisation]:
    """Create the programme's organisations; they come back by name."""
    rows = read_table("organisations.csv")
    municipalities = municipalities_with_codes(row["municipality"] for row in rows)
    return {
        row["name"]: find_or_create_organisation(
            by=None,
            now=now,
            programme=programme,
            name=row["name"],
            business_id=row["business_id"],
            kind=row["kind"],
            municipality=municipalities.get(row["municipality"]),
        )
        for row in rows
    }


def create_users(programme: Programme, *, now: datetime) -> dict[str, User]:
    """Create one user per role, without a password; they come back by role. Users that exist are kept."""
    users = {row["role"]: user_with_email(row["email"]) or _create_user(row, now) for row in read_table("users.csv")}
    for role in Role:
        set_role(by=None, now=now, user=users[role], programme=programme, role=role)
    return users


def _create_user(row: dict[str, str], now: datetime) -> User:
    administers = row["role"] == "administrator"
    return create_user(by=None, now=now, email=row["email"], name=row["name"], is_administrator=administers)


def _places() -> list[MunicipalityPlace]:
    """Place the municipalities on the map; those already known from the official list stay as they are."""
    rows = read_table("municipalities.csv")
    Region.objects.bulk_create((Region(**row) for row in read_table("regions.csv")), ignore_conflicts=True)
    regions = Region.objects.in_bulk(field_name="code")
    Municipality.objects.bulk_create((_municipality(row, regions) for row in rows), ignore_conflicts=True)
    known = municipalities_with_codes(row["code"] for row in rows)
    return [
        MunicipalityPlace(known[row["code"]], row["standing"], int(row["tile_row"]), int(row["tile_column"]))
        for row in rows
    ]


def _municipality(row: dict[str, str], regions: dict[str, Region]) -> Municipality:
    return Municipality(
        code=row["code"],
        name_fi=row["name_fi"],
        name_sv=row["name_sv"],
        region=regions[row["region"]],
        subregion_fi=row["subregion_fi"],
    )
