"""Saves a planned import: everything in one transaction, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.actions import propose_to_basket
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.records import RecordChange, save_records
from hankekori.areas.regions.records import MunicipalityChange, save_municipalities
from hankekori.core.texts import Translated
from hankekori.exchange.official_figures import FigureRefused, record_figures
from hankekori.exchange.plan_items import Outcome, PlannedItem
from hankekori.exchange.plans import ImportPlan, plan_reading
from hankekori.exchange.project_fields import DESCRIPTION, label_of
from hankekori.exchange.readings import ImportRemark, NotImported

type Progress = Callable[[int, int], None]  # told how many things of how many are done


class PlanOutdatedError(DomainError):
    """What is stored has changed since the plan was made, so it would do something else than was shown."""

    def __init__(self) -> None:
        super().__init__(_OUTDATED)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did."""

    created: int
    changed: int
    unchanged: int
    not_imported: tuple[NotImported, ...]
    remarks: tuple[ImportRemark, ...]
    projects: tuple[int, ...]  # ids of the projects created or changed


@action("exchange.apply_import")
def apply_import(
    *, plan: ImportPlan, by: User | None, now: datetime, progress: Progress = lambda _done, _total: None
) -> ImportResult:
    """Do what the plan says. Raises PlanOutdatedError if what is stored has changed in between.

    One import at a time in a programme; a failure at any step leaves everything as it was.
    """
    programme = Programme.objects.select_for_update(no_key=True).get(pk=plan.programme.pk)
    fresh = plan_reading(plan.reading, programme)
    if fresh.items != plan.items:
        raise PlanOutdatedError
    to_save = [item for item in fresh.items if item.outcome is not Outcome.UNCHANGED]
    counter = _Counter(len(to_save), progress)
    _save_municipalities(fresh, [item for item in to_save if item.kind == "municipality"], counter, by=by, now=now)
    projects = [item for item in to_save if item.kind == "project"]
    ids, refused = _save_projects(programme, projects, counter, by=by, now=now)
    counts = fresh.counts()
    return ImportResult(
        created=counts[Outcome.CREATED],
        changed=counts[Outcome.CHANGED],
        unchanged=counts[Outcome.UNCHANGED],
        not_imported=fresh.not_imported,
        remarks=(*fresh.remarks, *_as_remarks(refused)),
        projects=tuple(ids),
    )


class _Counter:
    """Adds up what is done and passes it on."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._done, self._total, self._progress = 0, total, progress
        progress(0, total)

    def add(self, more: int) -> None:
        self._done += more
        self._progress(self._done, self._total)


def _save_municipalities(
    plan: ImportPlan, items: list[PlannedItem], counter: _Counter, *, by: User | None, now: datetime
) -> None:
    changes = [MunicipalityChange(item.key, item.new) for item in items]
    if changes:
        save_municipalities(changes=changes, regions=plan.regions, by=by, now=now)
        counter.add(len(changes))


def _save_projects(
    programme: Programme, items: list[PlannedItem], counter: _Counter, *, by: User | None, now: datetime
) -> tuple[list[int], tuple[FigureRefused, ...]]:
    changes = [RecordChange(item.id, item.new, item.description) for item in items]
    if not changes:
        return [], ()
    ids = save_records(programme=programme, changes=changes, by=by, now=now, progress=counter.add)
    described = {key: item for key, item in zip(ids, items, strict=True) if item.description}
    projects = Project.objects.filter(pk__in=described).order_by("pk")
    for project in projects:
        if described[project.pk].outcome is Outcome.CREATED:
            propose_to_basket(by=by, now=now, project=project)
    refused = record_figures(
        programme=programme,
        changes=[
            (project, item.old, item.new, str(item.new[DESCRIPTION]))
            for project in projects
            for item in (described[project.pk],)
        ],
        by=by,
        now=now,
    )
    return ids, refused


def _as_remarks(refused: tuple[FigureRefused, ...]) -> tuple[ImportRemark, ...]:
    return tuple(
        ImportRemark("", None, one.project.code or one.project.name, _with_reason(label_of(one.field), one.reason))
        for one in refused
    )


def _with_reason(label: Translated, reason: Translated) -> Translated:
    return Translated(
        *(
            _NOT_RECORDED.in_language(language).format(
                field=label.in_language(language), reason=reason.in_language(language)
            )
            for language in ("fi", "sv", "en")
        )
    )


_OUTDATED = Translated(
    "Tiedot ovat muuttuneet esikatselun jälkeen. Katso esikatselu uudelleen ennen tallennusta.",
    "Uppgifterna har ändrats efter förhandsgranskningen. Granska på nytt innan du sparar.",
    "The data have changed since the preview. Look at the preview again before saving.",
)
_NOT_RECORDED = Translated(
    "{field}: lukua ei kirjattu. {reason}",
    "{field}: talet registrerades inte. {reason}",
    "{field}: the figure was not recorded. {reason}",
)
