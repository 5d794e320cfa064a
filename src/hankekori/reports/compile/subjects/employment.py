"""People employed: exact counts for the office, for everybody else only what has been published.

Source: decisions 8 and 12. What is not in a published table is not worked out for other readers, however large it is.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.employment.models import EmploymentEpisode
from hankekori.areas.employment.publication import ENDED, IN_WORK, PublishedCount, PublishedTables, episode_of
from hankekori.areas.employment.queries import employer_names, episodes_of, newest_publication
from hankekori.areas.plan.queries import version_in_force
from hankekori.areas.projects.models import Project, ProjectMeasure
from hankekori.areas.regions.models import Municipality
from hankekori.core.attribution import parts_by_share
from hankekori.core.employment import EmploymentCount, count_episodes
from hankekori.core.employment_words import AFTER, AGES, BEFORE, GENDERS, KINDS, OCCUPATIONS
from hankekori.core.money import format_date
from hankekori.core.periods import LAST_YEAR
from hankekori.core.published_counts import ALL
from hankekori.core.suppression import Shown
from hankekori.core.texts import LANGUAGES, Translated
from hankekori.reports.compile import wording
from hankekori.reports.compile.model import (
    Asked,
    Dimension,
    FactRow,
    Facts,
    Label,
    Op,
    Quantity,
    Subject,
    number,
)
from hankekori.reports.compile.subjects import words
from hankekori.reports.compile.subjects.project_dimensions import MEASURE_DIMENSIONS, municipality_labels
from hankekori.reports.document import Cell

GENDER, PROJECT, PLACE, EMPLOYER, STATE = "sukupuoli", "hanke", "kunta", "tyonantaja", "tila"
_STATES = {
    IN_WORK: Translated("töissä", "i arbete", "in work"),
    ENDED: Translated("työ päättynyt", "arbetet avslutat", "work ended"),
}
_OWN = "hanke"  # the project itself as an employer


def _projects(asked: Asked) -> Mapping[str, Label]:
    """Name the projects that have people, as far as the reader may know of it."""
    if Permission.READ_EPISODES in asked.reader.permissions:
        known = Q(employment_episodes__isnull=False)
    else:
        tables = _tables(asked)
        known = Q(pk__in=[int(value) for value in tables.values("project")] if tables else [])
    rows = Project.objects.filter(known, programme=asked.programme).distinct()
    return {
        row.code or str(row.pk): Label(Translated(*[str(row)] * len(LANGUAGES)), (0, row.code or row.name))
        for row in rows.only("pk", "code", "name")
    }


def _employers(asked: Asked) -> Mapping[str, Label]:
    if Permission.READ_EPISODES not in asked.reader.permissions:
        return {}
    ids = EmploymentEpisode.objects.filter(programme=asked.programme).exclude(employer="").values("employer").distinct()
    found = [each["employer"] for each in ids]
    names = employer_names(asked.programme, found)
    labels = {each: _everywhere(f"{names.get(each, '')} {each}".strip()) for each in found}
    own = Translated("hanke itse", "projektet självt", "the project itself")
    return {key: Label(text, (1, text.fi)) for key, text in labels.items()} | {_OWN: Label(own, (0,))}


def _everywhere(text: str) -> Translated:
    return Translated(text, text, text)


_DIMENSIONS = (
    Dimension(STATE, Translated("Tilanne päivänä", "Läge på dagen", "State on the day"), _STATES),
    Dimension("lahtotilanne", Translated("Lähtötilanne", "Utgångsläge", "Situation before"), BEFORE),
    Dimension("muoto", Translated("Työn muoto", "Arbetets form", "Form of work"), KINDS),
    Dimension("jalkeen", Translated("Kolme kuukautta myöhemmin", "Tre månader senare", "Three months after"), AFTER),
    Dimension(GENDER, Translated("Sukupuoli", "Kön", "Gender"), GENDERS),
    Dimension("ika", Translated("Ikä", "Ålder", "Age"), AGES),
    Dimension("ammatti", Translated("Ammattiryhmä", "Yrkesgrupp", "Occupation"), OCCUPATIONS),
    Dimension(PLACE, Translated("Asuinkunta", "Boendekommun", "Municipality of residence"), lookup=municipality_labels),
    Dimension(PROJECT, words.PROJECT, lookup=_projects),
    *(each.dimension for each in MEASURE_DIMENSIONS),
    Dimension(EMPLOYER, Translated("Työnantaja", "Arbetsgivare", "Employer"), lookup=_employers),
)
_QUANTITIES = (
    Quantity("aloittaneet", Translated("Aloittaneita", "Har inlett", "Started")),
    Quantity("naiset", Translated("Naisia", "Kvinnor", "Women")),
    Quantity("toissa", Translated("Töissä tilannepäivänä", "I arbete på lägesdagen", "In work on the day")),
    Quantity("kuukaudet", Translated("Henkilötyökuukausia", "Personmånader", "Person-months")),
    Quantity("seuratut", Translated("Jatko tiedossa", "Fortsättningen känd", "Followed up")),
    Quantity("tyollistyneet", Translated("Töissä jälkeenpäin", "I arbete efteråt", "Employed after")),
)
_FIELDS = {
    "aloittaneet": "started",
    "naiset": "women",
    "toissa": "in_work",
    "kuukaudet": "person_months",
    "seuratut": "followed_up",
    "tyollistyneet": "employed_after",
}


def _read(asked: Asked) -> Facts:
    if Permission.READ_EPISODES in asked.reader.permissions:
        return _exact(asked)
    return _published(asked)


# For the office ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """An episode, or the part of it that a measure has."""

    row: EmploymentEpisode
    weight: Decimal
    keys: Mapping[str, str]


def _exact(asked: Asked) -> Facts:
    """Count the episodes by what the office asks; by measure each project's people by its shares."""
    day = min(asked.as_of, asked.period.end) if asked.period else asked.as_of
    since = asked.period.start if asked.period else asked.programme.start
    rows = episodes_of(asked.programme).filter(start_month__lte=day).select_related("project", "municipality")
    wanted = {*asked.groups, *(each.dimension for each in asked.filters)}
    shares = _shares(asked) if wanted & {"tavoite", "toimenpide"} else {}
    parts = [
        part
        for row in rows
        for part in _parts(row, shares, day)
        if all(each.passes(part.keys[each.dimension]) for each in asked.filters)
    ]
    grouped: defaultdict[tuple[str, ...], list[_Part]] = defaultdict(list)
    for part in parts:
        grouped[tuple(part.keys[group] for group in asked.groups)].append(part)
    counted = {keys: _counted(each, since, day) for keys, each in grouped.items()}
    shown = tuple(FactRow(keys, _cells(asked, counts)) for keys, counts in counted.items() if any(counts.values()))
    total = FactRow(("",) * len(asked.groups), _cells(asked, _counted(parts, since, day)))
    remarks = (wording.AS_IT_IS_NOW,) if asked.known_on else ()
    return Facts(shown, (total,) if shown else (), remarks, office_only=True)


def _parts(row: EmploymentEpisode, shares: Mapping[int, Mapping[str, Decimal]], day: date) -> Iterator[_Part]:
    episode = episode_of(row)
    in_work = episode.start <= day and (episode.end is None or day.replace(day=1) <= episode.end)
    keys = {
        STATE: IN_WORK if in_work else ENDED,
        "lahtotilanne": row.situation_before,
        "muoto": row.kind,
        "jalkeen": row.after_three_months,
        GENDER: row.gender,
        "ika": row.age_band,
        "ammatti": "" if row.isco_major is None else str(row.isco_major),
        PLACE: row.municipality.code if row.municipality else "",
        PROJECT: row.project.code or str(row.project_id),
        EMPLOYER: row.employer or _OWN,
    }
    for measure, share in parts_by_share(shares.get(row.project_id, {})).items():
        yield _Part(row, share, keys | {"toimenpide": measure, "tavoite": measure.split("/")[0]})


def _shares(asked: Asked) -> Mapping[int, Mapping[str, Decimal]]:
    version = version_in_force(asked.programme, as_of=asked.as_of)
    links = ProjectMeasure.objects.filter(programme=asked.programme, measure__objective__plan_version=version)
    shares: defaultdict[int, dict[str, Decimal]] = defaultdict(dict)
    for link in links.select_related("measure__objective"):
        shares[link.project_id][f"{link.measure.objective.number}/{link.measure.number}"] = link.share
    return shares


def _counted(parts: Iterable[_Part], since: date, day: date) -> dict[str, Decimal]:
    """Count the episodes of each weight by core.employment, and weigh the counts."""
    by_weight: defaultdict[Decimal, list[EmploymentEpisode]] = defaultdict(list)
    for part in parts:
        by_weight[part.weight].append(part.row)
    sums = dict.fromkeys(_FIELDS, Decimal(0))
    for weight, rows in by_weight.items():
        count: EmploymentCount = count_episodes(map(episode_of, rows), since=since, day=day)
        for key, name in _FIELDS.items():
            sums[key] += Decimal(getattr(count, name)) * weight
    return sums


def _cells(asked: Asked, counts: Mapping[str, Decimal]) -> tuple[Cell, ...]:
    return tuple(number(counts[key]) for key in asked.quantities)


# For everybody else --------------------------------------------------------------------------------------------------

_TRAITS = {
    STATE: "state",
    "lahtotilanne": "situation_before",
    "muoto": "kind",
    "jalkeen": "after_three_months",
    PLACE: "municipality",
    PROJECT: "project",
}
_GENDERS = ("woman", "man", "other")


def _published(asked: Asked) -> Facts:
    """Read the newest published counts; what was not published is said in words, never worked out."""
    tables = _tables(asked)
    if tables is None:
        return Facts((), (), (_NOTHING_PUBLISHED,))
    if asked.period or not _is_published(asked):
        return Facts((), (), (_NOT_PUBLISHED,))
    gender = next((each.values[0] for each in asked.filters), ALL)
    rows = tuple(_published_rows(asked, tables, gender))
    total = FactRow(("",) * len(asked.groups), _published_cells(asked, tables, None, "", gender))
    remarks = [Translated(*(_OF_DAY.in_language(each).format(day=format_date(tables.day, each)) for each in LANGUAGES))]
    return Facts(rows, (total,), (*remarks, _HIDDEN))


def _tables(asked: Asked) -> PublishedTables | None:
    return newest_publication(asked.programme, by=asked.as_of, known_on=asked.known_on or date(LAST_YEAR, 12, 31))


def _is_published(asked: Asked) -> bool:
    """Tell whether the question is one of the published tables: a trait, the gender, or both."""
    traits = [group for group in asked.groups if group in _TRAITS]
    others = [group for group in asked.groups if group not in _TRAITS and group != GENDER]
    by_gender = all(
        each.dimension == GENDER and each.op is Op.IS and len(each.values) == 1 and each.values[0] in _GENDERS
        for each in asked.filters
    )
    return not others and len(traits) <= 1 and by_gender and len(asked.filters) <= 1


def _published_rows(asked: Asked, tables: PublishedTables, gender: str) -> Iterator[FactRow]:
    dimension = next((group for group in asked.groups if group in _TRAITS), None)
    key_of = _keys(dimension)
    values = tables.values(_TRAITS[dimension]) if dimension else ("",)
    genders = [each for each in _GENDERS if gender in {ALL, each}] if GENDER in asked.groups else [gender]
    for value in values:
        for each in genders:
            keys = tuple(each if group == GENDER else key_of(value) for group in asked.groups)
            yield FactRow(keys, _published_cells(asked, tables, dimension, value, each))


def _keys(dimension: str | None) -> Callable[[str], str]:
    """Give the way from a published value to the key of its row: places and projects are published by number."""
    if dimension == PLACE:
        codes = {str(key): code for key, code in Municipality.objects.values_list("pk", "code")}
        return lambda value: codes.get(value, "")
    if dimension == PROJECT:
        projects = {str(key): code or str(key) for key, code in Project.objects.values_list("pk", "code")}
        return lambda value: projects.get(value, "")
    return lambda value: value


def _published_cells(
    asked: Asked, tables: PublishedTables, dimension: str | None, value: str, gender: str
) -> tuple[Cell, ...]:
    return tuple(_published_cell(key, tables, dimension, value, gender) for key in asked.quantities)


def _published_cell(key: str, tables: PublishedTables, dimension: str | None, value: str, gender: str) -> Cell:
    def count(of: str) -> PublishedCount:
        return tables.count(_TRAITS[dimension], value, of) if dimension else tables.total(of)

    if key == "aloittaneet":
        return _shown(count(gender))
    if key == "naiset" and gender in {ALL, "woman"}:
        return _shown(count("woman"))
    if key == "toissa" and dimension is None:
        return _shown(tables.count("state", IN_WORK, gender))
    if key == "kuukaudet" and dimension is None and gender == ALL and tables.person_months is not None:
        return Cell(tables.person_months)
    return Cell(_WITHHELD)


def _shown(count: PublishedCount) -> Cell:
    return Cell(count.count) if count.shown is Shown.COUNT else Cell(count.text())


_WITHHELD = ".."
_NOTHING_PUBLISHED = Translated(
    "Työllistyneiden lukumääriä ei ole vielä julkaistu tähän päivään mennessä.",
    "Antalen sysselsatta har inte publicerats senast denna dag.",
    "Counts of people employed have not been published by this day.",
)
_NOT_PUBLISHED = Translated(
    "Tätä yhdistelmää ei ole julkaistu. Julkaistut luvut on ryhmitelty yhden tiedon mukaan: tilanne päivänä, "
    "lähtötilanne, työn muoto, tilanne kolmen kuukauden kuluttua, asuinkunta tai hanke, ja lisäksi sukupuoli. "
    "Rajata voi vain sukupuolella, eikä ajanjaksoa voi valita. Muut luvut ovat vain toimiston käytössä.",
    "Denna kombination har inte publicerats. De publicerade talen är grupperade enligt en uppgift: läge på dagen, "
    "utgångsläge, arbetets form, läge efter tre månader, boendekommun eller projekt, och dessutom kön. Avgränsa kan "
    "man endast enligt kön, och ingen period kan väljas. Övriga tal är endast för byråns bruk.",
    "This combination has not been published. Published counts are grouped by one thing: state on the day, situation "
    "before, form of work, situation three months after, municipality of residence or project, and by gender. "
    "They can be narrowed by gender only, and have no period. Other counts are for the office only.",
)
_OF_DAY = Translated(
    "Luvut on julkaistu päivältä {day}.", "Talen har publicerats för {day}.", "The counts were published as of {day}."
)
_HIDDEN = Translated(
    "Pienet lukumäärät on peitetty (<5), samoin luvut, joista ne voisi laskea (..).",
    "Små antal har dolts (<5), likaså tal av vilka de kunde räknas ut (..).",
    "Small counts are hidden (<5), and so are counts from which they could be worked out (..).",
)

EMPLOYMENT = Subject(
    key="tyollistyneet",
    name=Translated("Työllistyneet", "Sysselsatta", "People employed"),
    about=Translated(
        "Hankkeiden työllistämät henkilöt: aloittaneet, töissä olevat ja henkilötyökuukaudet.",
        "Personer som projekten har sysselsatt: de som inlett, de som är i arbete och personmånaderna.",
        "People employed by the projects: those who started, those in work, and person-months.",
    ),
    dimensions=_DIMENSIONS,
    quantities=_QUANTITIES,
    read=_read,
    source=Translated(
        "Työllistymisjaksot; muille kuin toimistolle julkaistut lukumäärät",
        "Sysselsättningsperioder; för andra än byrån publicerade antal",
        "Episodes of employment; for others than the office published counts",
    ),
    start_groups=("lahtotilanne", GENDER),
    start_columns=("aloittaneet",),
    period=Translated(
        "ajanjaksolla aloittaneet ja sen aikana tehty työ",
        "de som inlett under perioden och arbetet under den",
        "those who started in the period and the work done in it",
    ),
    remembers=True,
)
