"""What a person should look at in a description; a remark never changes the data."""

import re
from collections.abc import Iterator

from hankekori.core.description import remark_texts as say
from hankekori.core.description.business_id import is_valid_business_id
from hankekori.core.description.model import Description, Figures, PublicFunding, Remark
from hankekori.core.description.vocabulary import (
    ORGANISATION_TYPES_2007,
    ORGANISATION_TYPES_2014,
    PARTS_2007,
    PROGRAMMES_2007,
    PROJECT_TYPES_2007,
    RESULT_KEYS,
    SPACED_PLACE_NAMES,
    STATUSES,
    WITH_PERSONS,
    WITHOUT_PERSONS,
)
from hankekori.core.texts import Translated

_CODE = re.compile(r"[A-Z]\d{4,9}", re.ASCII)
_POSTAL_CODE = re.compile(r"\d{5}", re.ASCII)
_HOST = r"(?:[\w-]+\.)+[a-zåäö]{2,}"
_ADDRESS = re.compile(rf"(?:https?://)?{_HOST}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_EMAIL = re.compile(rf"[^@\s,;]+@{_HOST}", re.IGNORECASE)
_MISSPELT_WWW = re.compile(r"(?:https?://)?(?:w{1,2}|w{4,})\.", re.IGNORECASE)
_COMPANY = re.compile(r"\b(?:Oyj?|Ab|Ky|Osakeyhtiö|Ltd)\b")
_NO_COMPANY = re.compile(r"(?:kaupunki|kunta|liitto|säätiö|virasto|keskus|\bry)\b", re.IGNORECASE)
_COMPANY_TYPES = {"Yritys", "Mikroyritys", "Pieni yritys"}
_TYPES_A_COMPANY_MAY_HAVE = _COMPANY_TYPES | {"Ammattikorkeakoulu", "Ammatillinen oppilaitos", "Tutkimuslaitos"}
_NAME_TO_TYPE = (
    (re.compile(r"ammattikorkeakoulu", re.IGNORECASE), {"Ammattikorkeakoulu"}),
    (re.compile(r"(?<!kesä)(?<!kansan)(?<!ammattikorkea)yliopisto|^Aalto", re.IGNORECASE), {"Yliopisto", "University"}),
    (
        re.compile(r"kuntayhtymä", re.IGNORECASE),
        {"Kuntayhtymä", "Joint municipal authority", "Ammatillinen oppilaitos"},
    ),
)
_STRIPPED_URL_LIMIT = 93  # the field holds 100 characters and the page takes http:// away


def remarks_on(description: Description) -> tuple[Remark, ...]:
    """Go through all checks in the order of the record."""
    return (
        *_on_project(description),
        *_on_vocabulary(description),
        *_on_implementer(description),
        *_on_addresses(description),
        *_on_places(description),
        *_on_results(description),
        *_on_funding(description.funding),
        *_on_unread(description),
    )


def _on_project(description: Description) -> Iterator[Remark]:
    project = description.project
    if not project.code:
        yield Remark("code-missing", "project.code", say.CODE_MISSING)
    elif not _CODE.fullmatch(project.code):
        yield Remark("code-form", "project.code", say.CODE_FORM.filled(code=project.code))
    if project.start and project.end and project.start > project.end:
        yield Remark("start-after-end", "project.start", say.START_AFTER_END)
    if description.fund is None:
        yield Remark("fund-unknown", "fund", say.FUND_UNKNOWN)


def _on_vocabulary(description: Description) -> Iterator[Remark]:
    project, of_2014 = description.project, description.kind == "project-2014"
    organisation_types = ORGANISATION_TYPES_2014 if of_2014 else ORGANISATION_TYPES_2007
    for path, value, known in (
        ("project.part", project.part, PARTS_2007),
        ("project.programme", project.programme, PROGRAMMES_2007),
        ("project.type", project.type, PROJECT_TYPES_2007),
        ("project.status", project.status, STATUSES),
        ("implementer.type", description.implementer.type, organisation_types),
    ):
        if value and value not in known:
            yield Remark("value-not-in-list", path, say.VALUE_NOT_IN_LIST.filled(value=value))


def _on_implementer(description: Description) -> Iterator[Remark]:
    implementer = description.implementer
    if implementer.name and implementer.type and _type_contradicts(implementer.name, implementer.type):
        message = say.TYPE_AGAINST_NAME.filled(type=implementer.type, name=implementer.name)
        yield Remark("type-against-name", "implementer.type", message)
    if implementer.business_id and not is_valid_business_id(implementer.business_id):
        yield _invalid_business_id("implementer.business_id", implementer.business_id)
    if implementer.postal_code and not _POSTAL_CODE.fullmatch(implementer.postal_code):
        yield Remark("postal-code-form", "implementer.postal_code", say.POSTAL_CODE_FORM)
    if description.kind == "project-2014" and implementer.applicant_count is None:
        yield Remark("applicant-count-unknown", "implementer.applicant_count", say.APPLICANT_COUNT_UNKNOWN)
    for place, partner in enumerate(implementer.co_implementers):
        if partner.business_id and not is_valid_business_id(partner.business_id):
            yield _invalid_business_id(f"implementer.co_implementers.{place}.business_id", partner.business_id)


def _invalid_business_id(path: str, business_id: str) -> Remark:
    return Remark("business-id-invalid", path, say.BUSINESS_ID_INVALID.filled(business_id=business_id))


def _type_contradicts(name: str, printed_type: str) -> bool:
    for pattern, fitting in _NAME_TO_TYPE:
        if pattern.search(name):
            return printed_type not in fitting and not _COMPANY.search(name)
    if _COMPANY.search(name):
        return printed_type not in _TYPES_A_COMPANY_MAY_HAVE
    return printed_type in _COMPANY_TYPES and _NO_COMPANY.search(name) is not None


def _on_addresses(description: Description) -> Iterator[Remark]:
    implementer = description.implementer
    if implementer.website and not _is_address(implementer.website):
        yield Remark("website-not-address", "implementer.website", say.WEBSITE_NOT_ADDRESS)
    if implementer.project_website:
        yield from _on_homepage(implementer.project_website)
    email = implementer.contact.email
    if email and email.endswith("@"):
        yield Remark("email-broken", "implementer.contact.email", say.EMAIL_BROKEN)
    elif email and not _EMAIL.fullmatch(email):
        yield Remark("email-form", "implementer.contact.email", say.EMAIL_FORM)


def _on_homepage(address: str) -> Iterator[Remark]:
    path = "implementer.project_website"
    if len(address) == _STRIPPED_URL_LIMIT and " " not in address:
        yield Remark("homepage-cut", path, say.HOMEPAGE_CUT)
    elif _MISSPELT_WWW.match(address):
        yield Remark("website-not-address", path, say.WEBSITE_NOT_ADDRESS)
    elif not _is_address(address):
        yield Remark("homepage-not-address", path, say.HOMEPAGE_NOT_ADDRESS)


def _is_address(text: str) -> bool:
    parts = [part.strip() for part in text.split(",")]  # two addresses with a comma have been seen
    return all(_ADDRESS.fullmatch(part) and not _MISSPELT_WWW.match(part) for part in parts)


def repaired_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Join the place names that the public service parts at their space; everything else stays."""
    repaired: list[str] = []
    for name in names:
        if repaired and f"{repaired[-1]} {name}" in SPACED_PLACE_NAMES:
            repaired[-1] = f"{repaired[-1]} {name}"
        else:
            repaired.append(name)
    return tuple(repaired)


def _on_places(description: Description) -> Iterator[Remark]:
    area = description.area
    for path, names in (("area.subregions", area.subregions), ("area.municipalities", area.municipalities)):
        repaired = repaired_names(names)
        if repaired != names:
            yield Remark("place-name-split", path, say.PLACE_NAME_SPLIT.filled(names=", ".join(repaired)))


def _on_results(description: Description) -> Iterator[Remark]:
    for key in RESULT_KEYS:
        result = getattr(description.results, key)
        if result is None:
            continue
        planned: Figures = result.planned or Figures()
        actual: Figures = result.actual or Figures()
        yield from _on_women(f"results.{key}.planned.women", planned)
        yield from _on_women(f"results.{key}.actual.women", actual)
        if planned.total == 0 and actual.total:
            message = say.UNPLANNED_RESULT.filled(actual=actual.total)
            yield Remark("unplanned-result", f"results.{key}.actual.total", message)
    yield from _on_persons(description)


def _on_women(path: str, figures: Figures) -> Iterator[Remark]:
    if figures.women is not None and figures.women > (figures.total or 0):
        message = say.WOMEN_OVER_TOTAL.filled(women=figures.women, total=figures.total or 0)
        yield Remark("women-over-total", path, message)


def _on_persons(description: Description) -> Iterator[Remark]:
    participants = description.results.participants
    if participants is None or participants.planned is None:
        return
    planned, printed_type = participants.planned.total, description.project.type
    if printed_type == WITH_PERSONS and planned == 0:
        yield Remark("persons-not-planned", "results.participants.planned.total", say.PERSONS_NOT_PLANNED)
    if printed_type == WITHOUT_PERSONS and planned:
        yield Remark("persons-not-expected", "results.participants.planned.total", say.PERSONS_NOT_EXPECTED)


def _on_funding(funding: PublicFunding) -> Iterator[Remark]:
    for path, larger, smaller, code, message in (
        ("realised_eu_state", funding.realised_eu_state, funding.granted_eu_state, "realised-over-planned", say.OVER),
        ("realised_public", funding.realised_public, funding.planned_public, "realised-over-planned", say.OVER),
        ("planned_public", funding.granted_eu_state, funding.planned_public, "public-below-eu-state", say.BELOW),
        ("realised_public", funding.realised_eu_state, funding.realised_public, "public-below-eu-state", say.BELOW),
    ):
        if larger is not None and smaller is not None and larger > smaller:
            yield Remark(code, f"funding.{path}", _with_amounts(message, larger, smaller))


def _with_amounts(message: Translated, larger: int, smaller: int) -> Translated:
    return message.filled(larger=_grouped(larger), smaller=_grouped(smaller))


def _grouped(amount: int) -> str:
    return f"{amount:,}".replace(",", "\u00a0")


def _on_unread(description: Description) -> Iterator[Remark]:
    if description.unread:
        message = say.UNREAD_LINES.filled(count=len(description.unread), first=description.unread[0].line)
        yield Remark("unread-lines", "unread", message)
