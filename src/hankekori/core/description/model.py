"""The record of one official project description: what the page says, field by field."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hankekori.core.description.layout import Layout
from hankekori.core.texts import Translated

Kind = Literal["project-2007", "technical-assistance-2007", "project-2014"]
PageLanguage = Literal["fi", "en"]  # of the labels; values may be in another language
Fund = Literal["ESR", "EAKR"]

# Everywhere: None = the page has no such label, "" = the label stands there empty.


@dataclass(frozen=True, slots=True)
class PriorityAxis:
    number: int | None
    name: str


@dataclass(frozen=True, slots=True)
class SpecificObjective:
    number: str | None  # text: 10.1 is not a decimal number
    name: str


@dataclass(frozen=True, slots=True)
class Project:
    code: str | None = None
    name: str | None = None
    part: str | None = None  # osio, ESF 2007-2013
    programme: str | None = None  # ohjelma, ERDF 2007-2013
    priority_axis: PriorityAxis | None = None
    specific_objective: SpecificObjective | None = None
    type: str | None = None
    start: date | None = None
    end: date | None = None
    status: str | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """The responsible person: personal data."""

    name: str | None = None
    title: str | None = None
    email: str | None = None  # with @; ends in @ when the page lost the host
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class CoImplementer:
    name: str
    business_id: str | None


@dataclass(frozen=True, slots=True)
class Implementer:
    name: str | None = None
    type: str | None = None
    business_id: str | None = None
    address: str | None = None
    postal_code: str | None = None
    city: str | None = None
    phone: str | None = None
    website: str | None = None
    project_website: str | None = None
    contact: Contact = Contact()
    applicant_count: str | None = None  # as printed; None = unknown, also when the label stands empty
    co_implementers: tuple[CoImplementer, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    nationwide: bool = False  # the page says so
    regions: tuple[str, ...] = ()
    subregions: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class TargetGroups:
    direct: str | None = None
    indirect: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    total: int | None = None
    women: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedAndActual:
    planned: Figures | None = None
    actual: Figures | None = None


@dataclass(frozen=True, slots=True)
class Results:
    participants: PlannedAndActual | None = None
    jobs: PlannedAndActual | None = None
    companies: PlannedAndActual | None = None
    degrees: PlannedAndActual | None = None
    participating_companies: PlannedAndActual | None = None
    participating_organisations: PlannedAndActual | None = None


@dataclass(frozen=True, slots=True)
class PublicFunding:
    """Whole euros."""

    granted_eu_state: int | None = None
    realised_eu_state: int | None = None
    planned_public: int | None = None
    realised_public: int | None = None


@dataclass(frozen=True, slots=True)
class Classification:
    equality: str | None = None
    sustainable_development: str | None = None
    partnership: str | None = None
    innovativeness: str | None = None


@dataclass(frozen=True, slots=True)
class OtherSection:
    """A section the format does not name, kept whole."""

    number: str  # without a dot at its end
    title: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadLine:
    line: int  # counted from 1
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should look at; the data stays as it is."""

    code: str
    field: str  # path in the record, as in the JSON
    message: Translated


@dataclass(frozen=True, slots=True)
class Description:
    """One description; two are equal when their fields and unread lines are, whatever the layout."""

    kind: Kind
    language: PageLanguage = "fi"
    fund: Fund | None = None
    project: Project = Project()
    implementer: Implementer = Implementer()
    area: Area = Area()
    target_groups: TargetGroups = TargetGroups()
    results: Results = Results()
    summary: str | None = None
    communication_plan: str | None = None
    dissemination_plan: str | None = None
    funding: PublicFunding = PublicFunding()
    classification: Classification = Classification()
    final_report_summary: str | None = None
    other_sections: tuple[OtherSection, ...] = ()
    unread: tuple[UnreadLine, ...] = ()
    remarks: tuple[Remark, ...] = field(default=(), compare=False)
    layout: Layout | None = field(default=None, compare=False)  # how the source was printed
