"""Gathers the values of a description by field path and makes the record of them."""

from dataclasses import dataclass, field
from datetime import date

from hankekori.core.description.model import (
    Area,
    Classification,
    CoImplementer,
    Contact,
    Figures,
    Implementer,
    OtherSection,
    PlannedAndActual,
    PriorityAxis,
    Project,
    PublicFunding,
    Results,
    SpecificObjective,
    TargetGroups,
)
from hankekori.core.description.values import (
    read_axis,
    read_duration,
    read_email,
    read_figures,
    read_money,
    read_names,
    read_objective,
)
from hankekori.core.description.vocabulary import FUNDING_LABELS, RESULT_KEYS

_NEED_READING = frozenset(
    {
        "project.priority_axis",
        "project.specific_objective",
        "project.duration",
        "area.nationwide",
        "area.regions",
        "area.subregions",
        "area.municipalities",
        "implementer.contact.email",
        *(label.field for label in FUNDING_LABELS),
        *(f"results.{key}.{which}" for key in RESULT_KEYS for which in ("planned", "actual")),
    }
)


@dataclass(slots=True)
class Collected:
    """Values as they come in while a page is read."""

    filled: set[str] = field(default_factory=set)  # paths whose label or heading has been seen
    texts: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    amounts: dict[str, int] = field(default_factory=dict)
    figures: dict[str, Figures] = field(default_factory=dict)
    start: date | None = None
    end: date | None = None
    axis: PriorityAxis | None = None
    objective: SpecificObjective | None = None
    nationwide: bool = False
    co_implementers: tuple[CoImplementer, ...] = ()
    other_sections: list[OtherSection] = field(default_factory=list)

    def take(self, path: str, value: str) -> bool:
        """Keep a printed value; False when it is not what the field can hold."""
        if path in _NEED_READING and not self._read(path, value):
            return False
        if path not in _NEED_READING:
            self.texts[path] = value
        self.filled.add(path)
        return True

    def project(self) -> Project:
        text = self.texts.get
        return Project(
            code=text("project.code"),
            name=text("project.name"),
            part=text("project.part"),
            programme=text("project.programme"),
            priority_axis=self.axis,
            specific_objective=self.objective,
            type=text("project.type"),
            start=self.start,
            end=self.end,
            status=text("project.status"),
            authority=text("project.authority"),
        )

    def implementer(self) -> Implementer:
        text = self.texts.get
        return Implementer(
            name=text("implementer.name"),
            type=text("implementer.type"),
            business_id=text("implementer.business_id"),
            address=text("implementer.address"),
            postal_code=text("implementer.postal_code"),
            city=text("implementer.city"),
            phone=text("implementer.phone"),
            website=text("implementer.website"),
            project_website=text("implementer.project_website"),
            contact=self._contact(),
            applicant_count=text("implementer.applicant_count") or None,
            co_implementers=self.co_implementers,
        )

    def area(self) -> Area:
        return Area(
            nationwide=self.nationwide,
            regions=self.names.get("area.regions", ()),
            subregions=self.names.get("area.subregions", ()),
            municipalities=self.names.get("area.municipalities", ()),
            description=self.texts.get("area.description"),
        )

    def target_groups(self) -> TargetGroups:
        return TargetGroups(self.texts.get("target_groups.direct"), self.texts.get("target_groups.indirect"))

    def results(self) -> Results:
        return Results(
            participants=self._result("participants"),
            jobs=self._result("jobs"),
            companies=self._result("companies"),
            degrees=self._result("degrees"),
            participating_companies=self._result("participating_companies"),
            participating_organisations=self._result("participating_organisations"),
        )

    def funding(self) -> PublicFunding:
        amount = self.amounts.get
        return PublicFunding(
            granted_eu_state=amount("funding.granted_eu_state"),
            realised_eu_state=amount("funding.realised_eu_state"),
            planned_public=amount("funding.planned_public"),
            realised_public=amount("funding.realised_public"),
        )

    def classification(self) -> Classification:
        text = self.texts.get
        return Classification(
            equality=text("classification.equality"),
            sustainable_development=text("classification.sustainable_development"),
            partnership=text("classification.partnership"),
            innovativeness=text("classification.innovativeness"),
        )

    def _read(self, path: str, value: str) -> bool:
        if path.startswith("funding."):
            return self._take_amount(path, value)
        if path.startswith("results."):
            return self._take_figures(path, value)
        if path == "project.duration":
            return self._take_duration(value)
        self._take_other(path, value)
        return True

    def _take_other(self, path: str, value: str) -> None:
        match path:
            case "project.priority_axis":
                self.axis = read_axis(value)
            case "project.specific_objective":
                self.objective = read_objective(value)
            case "area.regions" | "area.subregions" | "area.municipalities":
                self.names[path] = read_names(value)
            case "area.nationwide":
                self.nationwide = True
            case "implementer.contact.email":
                self.texts[path] = read_email(value)

    def _take_amount(self, path: str, value: str) -> bool:
        amount = read_money(value)
        if amount is not None:
            self.amounts[path] = amount
        return amount is not None or not value

    def _take_figures(self, path: str, value: str) -> bool:
        figures = read_figures(value)
        if figures is not None:
            self.figures[path] = figures
            self.filled.add(path.rpartition(".")[0])
        return figures is not None

    def _take_duration(self, value: str) -> bool:
        duration = read_duration(value)
        if duration:
            self.start, self.end = duration
        return duration is not None or not value

    def _contact(self) -> Contact:
        text = self.texts.get
        return Contact(
            name=text("implementer.contact.name"),
            title=text("implementer.contact.title"),
            email=text("implementer.contact.email"),
            phone=text("implementer.contact.phone"),
        )

    def _result(self, key: str) -> PlannedAndActual | None:
        if f"results.{key}" not in self.filled:
            return None
        figures = self.figures.get
        return PlannedAndActual(figures(f"results.{key}.planned"), figures(f"results.{key}.actual"))
