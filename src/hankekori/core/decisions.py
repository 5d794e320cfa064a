"""What a body may decide, and what each kind of decision is about."""

from enum import StrEnum


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
