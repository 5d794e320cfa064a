"""The usual layout of a page for a record that has none of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hankekori.core.description.headings import MARK
from hankekori.core.description.identification import print_title
from hankekori.core.description.layout import Item, Layout, Role
from hankekori.core.description.model import Description
from hankekori.core.description.printing import heading_dot
from hankekori.core.description.vocabulary import (
    ACTUAL,
    CO_IMPLEMENTERS,
    HEADER_2007,
    HEADER_2014,
    HEADINGS_2007,
    HEADINGS_2014_EN,
    HEADINGS_2014_FI,
    LABELS_2007,
    LABELS_2014_EN,
    LABELS_2014_FI,
    PLANNED,
    RESULT_KEYS,
    Heading,
)

# One order of the labels for all pages: that of 2007 with the 2014 ones where they stand.
_ORDER = (
    "project.code",
    "project.name",
    "project.part",
    "project.programme",
    "project.priority_axis",
    "project.specific_objective",
    "project.type",
    "project.duration",
    "project.status",
    "project.authority",
    "implementer.name",
    "implementer.type",
    "implementer.business_id",
    "implementer.address",
    "implementer.phone",
    "implementer.postal_code",
    "implementer.city",
    "implementer.website",
    "implementer.project_website",
    "implementer.contact.name",
    "implementer.contact.title",
    "implementer.contact.email",
    "implementer.contact.phone",
    "implementer.applicant_count",
    "area.regions",
    "area.subregions",
    "area.municipalities",
    "funding.granted_eu_state",
    "funding.realised_eu_state",
    "funding.planned_public",
    "funding.realised_public",
    "classification.equality",
    "classification.sustainable_development",
    "classification.partnership",
    "classification.innovativeness",
)
_SECTION_OF = {label.field: label.section for label in (*LABELS_2014_FI, *LABELS_2007)}
_ASSISTANCE_NUMBERS = {"project": "1", "implementer": "2", "area": "3", "funding": "4"}


@dataclass(frozen=True, slots=True)
class _Section:
    number: str
    heading: Heading
    marked: bool = False  # not a heading of this kind of page


def canonical_layout(description: Description, values: dict[str, str]) -> Layout:
    """Lay out the header, the sections that hold something, and other sections where their number puts them."""
    labels = _labels(description, values)
    sections = _with_parents(_sections(description, values), values)
    return Layout((*_header(description), *_body(description, sections, labels, values)))


def _header(description: Description) -> list[Item]:
    lines = HEADER_2014 if description.kind == "project-2014" else HEADER_2007
    items = [Item(Role.FIXED, printed=line) for line in (*lines, print_title(description))]
    return [items[0]._replace(gap=0), *items[1:]]


def _body(
    description: Description, sections: Sequence[_Section], labels: dict[str, str], values: dict[str, str]
) -> Iterator[Item]:
    waiting = list(enumerate(description.other_sections))
    for section in sections:
        while waiting and _as_number(waiting[0][1].number) < _as_number(section.number):
            yield from _other_section(waiting.pop(0)[0], description)
        yield from _section(section, description, labels, values)
    for place, _ in waiting:
        yield from _other_section(place, description)


def _other_section(place: int, description: Description) -> Iterator[Item]:
    level = min(2, description.other_sections[place].number.count(".") + 1)
    yield Item(Role.LABEL, field=f"other_sections.{place}.heading", level=level)
    yield Item(Role.TEXT, field=f"other_sections.{place}")


def _section(
    section: _Section, description: Description, labels: dict[str, str], values: dict[str, str]
) -> Iterator[Item]:
    heading = section.heading
    level = min(2, section.number.count(".") + 1)
    mark = MARK if section.marked else ""
    printed = f"{section.number}{heading_dot(description, section.number)} {mark}{heading.title}"
    field = f"results.{heading.key}" if heading.key in RESULT_KEYS else heading.text_field
    yield Item(Role.FIXED, field=field, printed=printed, level=level)
    for item in _contents(heading, labels):
        if item.field in values:
            yield from _introduced(item)


def _introduced(item: Item) -> Iterator[Item]:
    if item.field == "implementer.co_implementers":
        yield Item(Role.FIXED, printed=CO_IMPLEMENTERS, level=2)
    yield item


def _contents(heading: Heading, labels: dict[str, str]) -> Iterator[Item]:
    """Everything that may stand under a heading, in order."""
    if heading.key in RESULT_KEYS:
        yield Item(Role.LABEL, field=f"results.{heading.key}.planned", printed=f"{PLANNED}:")
        yield Item(Role.LABEL, field=f"results.{heading.key}.actual", printed=f"{ACTUAL}:")
    if heading.key == "place":
        yield Item(Role.LABEL, field="area.nationwide")
    for field in _ORDER:
        if _SECTION_OF[field] == heading.key:
            yield Item(Role.LABEL, field=field, printed=f"{labels[field]}:")
    if heading.key == "implementer":
        yield Item(Role.TEXT, field="implementer.co_implementers")
    if heading.text_field:
        yield Item(Role.TEXT, field=heading.text_field)


def _sections(description: Description, values: dict[str, str]) -> list[_Section]:
    """All sections of the page in order, the ones other pages have after its own."""
    by_key = {heading.key: heading for heading in HEADINGS_2007}
    if description.kind == "technical-assistance-2007" and _fits_assistance(values):
        return [_Section(number, by_key[key]) for key, number in _ASSISTANCE_NUMBERS.items()]
    by_key["area"] = replace(by_key["area"], text_field="")  # its text stands in 3.1 there
    if description.kind != "project-2014":
        return [_Section(heading.usual_number, heading) for heading in by_key.values()]
    own = HEADINGS_2014_EN if description.language == "en" else HEADINGS_2014_FI
    borrowed = [heading for key, heading in by_key.items() if key not in {heading.key for heading in own}]
    return [
        *(_Section(heading.usual_number, heading) for heading in own),
        *(_Section(_moved_on(heading.usual_number), heading, marked=True) for heading in borrowed),
    ]


def _fits_assistance(values: dict[str, str]) -> bool:
    sections = {field.partition(".")[0] for field in values if field != "area.description"}
    return sections <= {"project", "implementer", "funding", "other_sections"}


def _moved_on(number: str) -> str:
    """Borrowed sections begin at 4 on a page that ends with its third."""
    main, dot, sub = number.partition(".")
    return f"{int(main) + 1}{dot}{sub}"


def _with_parents(sections: list[_Section], values: dict[str, str]) -> list[_Section]:
    """Leave out the sections nothing stands in; a section with subsections stays for them."""
    used = [section for section in sections if _is_used(section.heading, values)]
    parents = {section.number.partition(".")[0] for section in used}
    return [section for section in sections if section in used or section.number in parents]


def _is_used(heading: Heading, values: dict[str, str]) -> bool:
    fields = {field for field, section in _SECTION_OF.items() if section == heading.key}
    fields |= {heading.text_field, *(f"results.{heading.key}{which}" for which in ("", ".planned", ".actual"))}
    if heading.key == "implementer":
        fields.add("implementer.co_implementers")
    if heading.key == "place":
        fields.add("area.nationwide")
    return not fields.isdisjoint(values)


def _labels(description: Description, values: dict[str, str]) -> dict[str, str]:
    """Give the wording of each field's label on this kind of page."""
    of_2007 = description.kind != "project-2014"
    own = LABELS_2007 if of_2007 else LABELS_2014_EN if description.language == "en" else LABELS_2014_FI
    labels = {label.field: label.texts[0] for label in (*LABELS_2014_FI, *LABELS_2007)}
    labels |= {label.field: label.texts[0] for label in own}
    if of_2007 and description.fund == "EAKR":
        labels |= {"implementer.name": "Toteuttajan nimi", "implementer.type": "Toteuttajatyyppi"}
    if of_2007 and _only_phone_is_the_persons(values):
        labels["implementer.contact.phone"] = "Yhteyshenkilön puhelinnumero"
    return labels


def _only_phone_is_the_persons(values: dict[str, str]) -> bool:
    before = {"implementer.phone", *(f"implementer.contact.{name}" for name in ("name", "title", "email"))}
    return before.isdisjoint(values)


def _as_number(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(".")))
