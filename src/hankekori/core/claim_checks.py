"""What does not agree in a project's payment claims. Nothing is ever repaired."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from hankekori.core.claim_words import COSTS, SOURCES
from hankekori.core.claims import Claim, ClaimSource, CostKind, Link, chain, spending_by_kind, spending_by_source
from hankekori.core.indicators import Remark, Severity
from hankekori.core.money import format_date, format_money
from hankekori.core.texts import LANGUAGES, Language, Translated

type _Place = date | Decimal | Translated | int  # what goes into a sentence's {places}

MONTHS_TO_FIRST = 9  # our rule: half a year of costs and the time to write the first claim
MONTHS_BETWEEN = 12  # our rule: money that nobody has asked for in a year needs a question


@dataclass(frozen=True, slots=True)
class ClaimingProject:
    """What the rules need to know of a project; amounts in euros, what is not stated is absent or None."""

    start: date | None
    end: date | None = None
    promised: Mapping[ClaimSource, Decimal] = field(default_factory=dict)
    budget: Mapping[CostKind, Decimal] = field(default_factory=dict)
    planned: Decimal | None = None  # all costs less income
    realised_eu_state: Decimal | None = None  # the official sum
    owes_claims: bool = False  # it is funded, so claims are expected of it


def check_claims(project: ClaimingProject, claims: Iterable[Claim], *, today: date) -> tuple[Remark, ...]:
    """List what does not agree in the claims; the field of a remark is the serial of its claim, empty for all of them.

    Source: the checks worth having of the format reference 3.5, and 3.4: no costs after the end except audit. A draft's
    funding is not held against its costs. One kind above its line is an observation: decisions allow some moving
    between lines.
    """
    rows = sorted(claims, key=lambda claim: claim.serial)
    links = chain(project.start, rows)
    return (
        *_check_unbroken(links),
        *_check_project_time(project, links),
        *_check_funding_sum(rows),
        *_check_promised(project, rows),
        *_check_budget(project, rows),
        *_check_realised(project, rows),
        *_check_missing(project, rows, today),
    )


def _check_unbroken(links: Iterable[Link]) -> Iterator[Remark]:
    """Hold the start a file states against the chain's own."""
    for link in links:
        stated = link.claim.stated_start
        if stated is not None and link.start is not None and stated != link.start:
            code, sentence = ("claim-gap", _GAP) if stated > link.start else ("claim-overlap", _OVERLAP)
            yield _remark(code, sentence, {"stated": stated, "start": link.start}, link.claim)


def _check_project_time(project: ClaimingProject, links: Iterable[Link]) -> Iterator[Remark]:
    for link in links:
        if project.end is not None and link.claim.end > project.end:
            days = {"end": link.claim.end, "last": project.end}
            yield _remark("claim-outside-project", _OUTSIDE, days, link.claim)


def _check_funding_sum(claims: Iterable[Claim]) -> Iterator[Remark]:
    for claim in claims:
        if claim.is_sent and claim.total_funding != claim.net_costs:
            sums = {"funding": claim.total_funding, "costs": claim.net_costs}
            yield _remark("claim-funding-differs", _FUNDING_DIFFERS, sums, claim)


def _check_promised(project: ClaimingProject, claims: Sequence[Claim]) -> Iterator[Remark]:
    for source, each in spending_by_source(claims, project.promised).items():
        if each.planned is not None and each.spent > each.planned:
            told: dict[str, _Place] = {"source": SOURCES[source], "spent": each.spent, "promised": each.planned}
            yield _remark("claim-funding-above-granted", _ABOVE_GRANTED, told)


def _check_budget(project: ClaimingProject, claims: Sequence[Claim]) -> Iterator[Remark]:
    spent = sum((claim.net_costs for claim in claims), Decimal(0))
    if project.planned is not None and spent > project.planned:
        yield _remark("claim-costs-above-plan", _ABOVE_PLAN, {"spent": spent, "planned": project.planned})
    for kind, each in spending_by_kind(claims, project.budget).items():
        if each.spent < 0:
            yield _remark("claim-costs-negative", _NEGATIVE, {"kind": COSTS[kind], "spent": each.spent})
        if each.planned is not None and each.spent > each.planned:
            told: dict[str, _Place] = {"kind": COSTS[kind], "spent": each.spent, "planned": each.planned}
            yield _remark("claim-costs-above-budget", _ABOVE_BUDGET, told, severity=Severity.OBSERVATION)


def _check_realised(project: ClaimingProject, claims: Sequence[Claim]) -> Iterator[Remark]:
    """Hold an ended chain against the official sum, which is in whole euros."""
    if not claims or not claims[-1].is_last or project.realised_eu_state is None:
        return
    claimed = sum((claim.funding.get(ClaimSource.EU_STATE, Decimal(0)) for claim in claims), Decimal(0))
    if abs(claimed - project.realised_eu_state) >= 1:
        sums = {"claimed": claimed, "realised": project.realised_eu_state}
        yield _remark("claim-realised-differs", _REALISED, sums)


def _check_missing(project: ClaimingProject, claims: Sequence[Claim], today: date) -> Iterator[Remark]:
    if not project.owes_claims or project.start is None:
        return
    if not claims:
        if today > _months_after(project.start, MONTHS_TO_FIRST):
            yield _remark("claim-chain-not-started", _NOT_STARTED, {"start": project.start})
    elif not claims[-1].is_last and today > _months_after(claims[-1].end, MONTHS_BETWEEN):
        yield _remark("claim-missing", _MISSING, {"end": claims[-1].end, "months": MONTHS_BETWEEN})


def _remark(
    code: str,
    sentence: Translated,
    places: Mapping[str, _Place],
    claim: Claim | None = None,
    *,
    severity: Severity = Severity.FINDING,
) -> Remark:
    """Fill the sentence in each language: days and amounts as the language writes them."""
    serial = str(claim.serial) if claim else ""

    def said(language: Language) -> str:
        written = {name: _written(place, language) for name, place in places.items()}
        return sentence.in_language(language).format(serial=serial, **written)

    return Remark(code, serial, Translated(*map(said, LANGUAGES)), severity)


def _written(place: _Place, language: str) -> str:
    match place:
        case date():
            return format_date(place, language)
        case Decimal():
            return format_money(place, language)
        case Translated():
            return place.in_language(language)
    return str(place)


def _months_after(day: date, months: int) -> date:
    """Give the same day so many months later, the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_GAP = Translated(
    "Maksatushakemus {serial}: tiedoston mukaan kausi alkaa {stated}, ketjussa jo {start}. Väliin jää aukko.",
    "Utbetalningsansökan {serial}: enligt filen börjar perioden {stated}, i kedjan redan {start}. Det blir en lucka.",
    "Claim {serial}: the file has the period begin on {stated}, the chain on {start} already. That leaves a gap.",
)
_OVERLAP = Translated(
    "Maksatushakemus {serial}: tiedoston mukaan kausi alkaa {stated}, ketjussa vasta {start}. Kaudet ovat päällekkäin.",
    "Utbetalningsansökan {serial}: enligt filen börjar perioden {stated}, i kedjan först {start}. Perioder överlappar.",
    "Claim {serial}: the file has the period begin on {stated}, the chain only on {start}. The periods overlap.",
)
_OUTSIDE = Translated(
    "Maksatushakemus {serial}: kausi päättyy {end}, mutta hanke päättyi jo {last}. Hankkeen jälkeen syntyneistä "
    "kustannuksista hyväksytään vain tilintarkastus.",
    "Utbetalningsansökan {serial}: perioden slutar {end}, men projektet slutade redan {last}. Av kostnader efter "
    "projektet godkänns bara revision.",
    "Claim {serial}: the period ends on {end}, but the project ended on {last}. Of costs after the project only the "
    "audit is approved.",
)
_FUNDING_DIFFERS = Translated(
    "Maksatushakemus {serial}: rahoitus on yhteensä {funding}, mutta kustannukset ilman tuloja ovat {costs}.",
    "Utbetalningsansökan {serial}: finansieringen är sammanlagt {funding}, men kostnaderna utan intäkter är {costs}.",
    "Claim {serial}: the funding adds up to {funding}, but costs less income are {costs}.",
)
_ABOVE_GRANTED = Translated(
    "Maksatushakemuksissa on rahoitusta lähteestä ”{source}” {spent}, enemmän kuin lähde on luvannut ({promised}).",
    "Ansökningarna innehåller {spent} från källan ”{source}”, mer än källan har utlovat ({promised}).",
    "The claims hold {spent} from the source “{source}”, more than it has promised ({promised}).",
)
_ABOVE_PLAN = Translated(
    "Kustannukset ilman tuloja ovat {spent}, enemmän kuin on suunniteltu ({planned}).",
    "Kostnaderna utan intäkter är {spent}, mer än planerat ({planned}).",
    "Costs less income are {spent}, more than planned ({planned}).",
)
_ABOVE_BUDGET = Translated(
    "Kustannuslaji ”{kind}” on {spent}, enemmän kuin kustannusarviossa ({planned}).",
    "Kostnadsslaget ”{kind}” är {spent}, mer än i kostnadskalkylen ({planned}).",
    "The costs “{kind}” are {spent}, more than in the budget ({planned}).",
)
_NEGATIVE = Translated(
    "Kustannuslaji ”{kind}” on kaikkiaan {spent}. Oikaisut vievät sen alle nollan.",
    "Kostnadsslaget ”{kind}” är totalt {spent}. Rättelserna för det under noll.",
    "The costs “{kind}” are {spent} in all. Corrections bring them below zero.",
)
_REALISED = Translated(
    "EU:n ja valtion rahoitusta on maksatushakemuksissa {claimed}, mutta virallinen toteutunut summa on {realised}.",
    "Ansökningarna innehåller {claimed} EU- och statlig finansiering, men officiellt har {realised} realiserats.",
    "The claims hold {claimed} of EU and state funding, but the official sum realised is {realised}.",
)
_NOT_STARTED = Translated(
    "Hanke alkoi {start}, mutta maksatusta ei ole vielä haettu.",
    "Projektet började {start}, men utbetalning har inte sökts ännu.",
    "The project began on {start}, but no payment has been claimed yet.",
)
_MISSING = Translated(
    "Maksatusta ei ole haettu yli {months} kuukauteen: edellisen hakemuksen kausi päättyi {end}.",
    "Utbetalning har inte sökts på över {months} månader: den förra ansökans period slutade {end}.",
    "No payment has been claimed for over {months} months: the last claim's period ended on {end}.",
)
