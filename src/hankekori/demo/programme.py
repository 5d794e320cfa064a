"""The demo's programme: its municipalities, organisations and users."""

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.models import Programme, ProgrammeMunicipality
from hankekori.areas.regions.models import Municipality, Region
from hankekori.demo.data_files import read_settings, read_table


def create_programme() -> Programme:
    settings = read_settings("programme.toml")
    names = {f"name_{language}": text for language, text in settings["name"].items()}
    slogans = {f"slogan_{language}": text for language, text in settings["slogan"].items()}
    programme = Programme.objects.create(
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
    _place_municipalities(programme)
    return programme


def create_organisations(programme: Programme) -> dict[str, Organisation]:
    """Create the programme's organisations; they come back by name."""
    municipalities = Municipality.objects.in_bulk(field_name="code")
    created = Organisation.objects.bulk_create(
        Organisation(
            programme=programme,
            name=row["name"],
            business_id=row["business_id"],
            kind=row["kind"],
            municipality=municipalities.get(row["municipality"]),
        )
        for row in read_table("organisations.csv")
    )
    return {organisation.name: organisation for organisation in created}


def create_users(programme: Programme) -> dict[str, User]:
    """Create one user per role, without a password; they come back by role. Users that exist are kept."""
    users = {row["role"]: _find_or_create_user(row) for row in read_table("users.csv")}
    RoleAssignment.objects.bulk_create(
        RoleAssignment(programme=programme, user=users[role], role=role) for role in Role if role in users
    )
    return users


def _find_or_create_user(row: dict[str, str]) -> User:
    found = User.objects.filter(email__iexact=row["email"]).first()
    if found:
        return found
    user = User.objects.create_user(row["email"], name=row["name"])
    if row["role"] == "administrator":
        user.is_administrator = True
        user.save(update_fields=["is_administrator"])
    return user


def _place_municipalities(programme: Programme) -> None:
    """Put the municipalities on the programme's map; those already known from the official list stay as they are."""
    rows = read_table("municipalities.csv")
    Region.objects.bulk_create((Region(**row) for row in read_table("regions.csv")), ignore_conflicts=True)
    regions = Region.objects.in_bulk(field_name="code")
    Municipality.objects.bulk_create((_municipality(row, regions) for row in rows), ignore_conflicts=True)
    municipalities = Municipality.objects.in_bulk(field_name="code")
    ProgrammeMunicipality.objects.bulk_create(
        ProgrammeMunicipality(
            programme=programme,
            municipality=municipalities[row["code"]],
            standing=row["standing"],
            tile_row=int(row["tile_row"]),
            tile_column=int(row["tile_column"]),
        )
        for row in rows
    )


def _municipality(row: dict[str, str], regions: dict[str, Region]) -> Municipality:
    return Municipality(
        code=row["code"],
        name_fi=row["name_fi"],
        name_sv=row["name_sv"],
        region=regions[row["region"]],
        subregion_fi=row["subregion_fi"],
    )
