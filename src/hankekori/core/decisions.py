"""What a body may decide, what each kind of decision is about, and from which state its effect is possible."""

from enum import StrEnum

from hankekori.core.texts import Translated


class DecisionKind(StrEnum):
    """The kinds to record (domain.md 5.2): three without an effect of their own, then those that change something."""

    INFORMATION = "information"
    DECISION = "decision"
    TASK = "task"
    ACCEPT = "accept"  # into the basket
    RETURN = "return"  # a proposal, for more work
    PROPOSE_FUNDING = "propose_funding"
    REPRIORITISE = "reprioritise"
    LEAVE = "leave"  # the basket
    ADOPT_PLAN = "adopt_plan"
    APPROVE_COMMUNICATION = "approve_communication"


class Subject(StrEnum):
    """What a decision has to name."""

    NOTHING = "nothing"
    PROJECT = "project"
    PLAN_VERSION = "plan_version"
    COMMUNICATION_PLAN = "communication_plan"


SUBJECTS: dict[DecisionKind, Subject] = {
    DecisionKind.INFORMATION: Subject.NOTHING,
    DecisionKind.DECISION: Subject.NOTHING,
    DecisionKind.TASK: Subject.NOTHING,
    DecisionKind.ACCEPT: Subject.PROJECT,
    DecisionKind.RETURN: Subject.PROJECT,
    DecisionKind.PROPOSE_FUNDING: Subject.PROJECT,
    DecisionKind.REPRIORITISE: Subject.PROJECT,
    DecisionKind.LEAVE: Subject.PROJECT,
    DecisionKind.ADOPT_PLAN: Subject.PLAN_VERSION,
    DecisionKind.APPROVE_COMMUNICATION: Subject.COMMUNICATION_PLAN,
}

EFFECTIVE = frozenset(kind for kind, subject in SUBJECTS.items() if subject is not Subject.NOTHING)

MADE = frozenset({"as_proposed", "changed"})  # outcomes; what was rejected or tabled changes nothing

# Where a project may stand for its decision (domain model, Projects: proposed -> in the basket -> left).
POSSIBLE_FROM: dict[DecisionKind, frozenset[str]] = {
    DecisionKind.ACCEPT: frozenset({"outside", "proposed", "left"}),
    DecisionKind.RETURN: frozenset({"proposed"}),
    DecisionKind.PROPOSE_FUNDING: frozenset({"outside", "proposed", "in_basket"}),
    DecisionKind.REPRIORITISE: frozenset({"in_basket"}),
    DecisionKind.LEAVE: frozenset({"in_basket"}),
}
BASKET_AFTER: dict[DecisionKind, str] = {
    DecisionKind.ACCEPT: "in_basket",
    DecisionKind.RETURN: "outside",
    DecisionKind.LEAVE: "left",
}
_BEFORE_FUNDING = frozenset({"idea", "preparation", "applied"})


def leaves_task(kind: str, outcome: str, *, has_owner: bool, has_day: bool) -> bool:
    """Tell whether somebody has something to do after a decision; what was not decided leaves nothing to do."""
    return outcome in MADE and (kind == DecisionKind.TASK or has_owner or has_day)


def obstacle(kind: DecisionKind, basket_state: str) -> Translated | None:
    """Tell why a decision on a project has no effect where the project stands, and what to do; None where it has."""
    if basket_state in POSSIBLE_FROM[kind]:
        return None
    return _OBSTACLES.get((kind, basket_state), _NOT_IN_BASKET)


def stage_after_return(stage: str) -> str:
    """Give the stage of a project sent back for more work: in preparation, unless it has been funded already."""
    return "preparation" if stage in _BEFORE_FUNDING else stage


_NOT_IN_BASKET = Translated(
    fi="Hanke ei ole hankekorissa. Muuta päätöksen lajia tai kirjaa, että päätöstä ei tehty.",
    sv="Projektet finns inte i projektkorgen. Ändra beslutets art eller anteckna att beslutet inte fattades.",
    en="The project is not in the basket. Change the kind of decision, or write that it was not made.",
)
_ALREADY_IN = Translated(
    fi="Hanke on jo hankekorissa. Poista päätös tai muuta sen lajia.",
    sv="Projektet finns redan i projektkorgen. Ta bort beslutet eller ändra dess art.",
    en="The project is already in the basket. Remove the decision or change its kind.",
)
_HAS_LEFT = Translated(
    fi="Hanke on jo poistunut hankekorista. Poista päätös tai muuta sen lajia.",
    sv="Projektet har redan lämnat projektkorgen. Ta bort beslutet eller ändra dess art.",
    en="The project has left the basket already. Remove the decision or change its kind.",
)
_NOT_PROPOSED = Translated(
    fi="Hanketta ei ole esitetty koriin, joten sitä ei voi palauttaa. Poista päätös tai muuta sen lajia.",
    sv="Projektet har inte föreslagits för korgen och kan inte returneras. Ta bort beslutet eller ändra dess art.",
    en="The project is not proposed for the basket, so it cannot be returned. Remove the decision or change its kind.",
)
_OBSTACLES = {
    (DecisionKind.ACCEPT, "in_basket"): _ALREADY_IN,
    (DecisionKind.RETURN, "outside"): _NOT_PROPOSED,
    (DecisionKind.RETURN, "in_basket"): _NOT_PROPOSED,
    (DecisionKind.RETURN, "left"): _NOT_PROPOSED,
    (DecisionKind.PROPOSE_FUNDING, "left"): _HAS_LEFT,
    (DecisionKind.REPRIORITISE, "left"): _HAS_LEFT,
    (DecisionKind.LEAVE, "left"): _HAS_LEFT,
}
