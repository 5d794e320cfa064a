"""Payment claims of projects, and the budget their costs are held against."""

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import F, Q

from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.claims import ClaimSource, CostKind


class CostAmounts(models.Model):
    """Euros by kind of costs; empty is none."""

    cost_personnel = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    cost_services = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    cost_travel = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    cost_equipment = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    cost_rents = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    cost_office = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    cost_other = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    cost_in_kind = models.DecimalField(max_digits=14, decimal_places=2, null=True)

    class Meta:
        abstract = True

    @property
    def costs(self) -> Mapping[CostKind, Decimal]:
        """The kinds that have an amount."""
        amounts = {kind: getattr(self, cost_field(kind)) for kind in CostKind}
        return {kind: amount for kind, amount in amounts.items() if amount is not None}


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Claim(CostAmounts):
    """A payment claim of a project as it was sent to the authority; amounts in euros.

    The claims of a project are an unbroken chain: the first begins when the project does, each next one on the day
    after the previous end (core.claims.chain), so only the end is kept. They are decided in their order. Written by
    actions.save_claim and actions.remove_claim only.
    """

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.CASCADE, related_name="claims")
    serial = models.PositiveSmallIntegerField()  # 1 for the first
    of_total = models.PositiveSmallIntegerField(null=True)  # how many there will be, where that is known
    period_end = models.DateField()
    stated_start = models.DateField(null=True)  # what an imported file says where it is not the chain's; never used
    is_last = models.BooleanField(default=False)  # ends the chain
    sent_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    income = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    approved = models.DecimalField(max_digits=14, decimal_places=2, null=True)  # costs less income, as decided
    fund_eu_state = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    fund_municipal = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    fund_other_public = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    fund_private = models.DecimalField(max_digits=14, decimal_places=2, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "project", "serial"], name="claim_serial_once_per_project"),
            models.CheckConstraint(condition=Q(serial__gte=1), name="claim_serial_from_one"),
            models.CheckConstraint(
                condition=Q(of_total__isnull=True) | Q(of_total__gte=F("serial")), name="claim_serial_within_total"
            ),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True) | Q(decided_on__isnull=True) | Q(decided_on__gte=F("sent_on")),
                name="claim_sent_before_decided",
            ),
            models.CheckConstraint(
                condition=Q(approved__isnull=True) | Q(decided_on__isnull=False), name="only_a_decision_approves_costs"
            ),
            models.CheckConstraint(
                condition=(Q(income__isnull=True) | Q(income__gte=0)) & (Q(approved__isnull=True) | Q(approved__gte=0)),
                name="claim_sums_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id}:{self.serial}"

    @property
    def funding(self) -> Mapping[ClaimSource, Decimal]:
        """The sources that have an amount."""
        amounts = {source: getattr(self, fund_field(source)) for source in ClaimSource}
        return {source: amount for source, amount in amounts.items() if amount is not None}


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class CostBudget(CostAmounts):
    """What a project's funding decision lets it spend, in euros by kind of costs."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.OneToOneField(Project, models.CASCADE, related_name="cost_budget")

    def __str__(self) -> str:
        return str(self.project_id)


def cost_field(kind: CostKind) -> str:
    return f"cost_{kind.value}"


def fund_field(source: ClaimSource) -> str:
    return f"fund_{source.value}"


COST_FIELDS = tuple(cost_field(kind) for kind in CostKind)
FUND_FIELDS = tuple(fund_field(source) for source in ClaimSource)
