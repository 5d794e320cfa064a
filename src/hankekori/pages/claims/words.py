"""Kinds of costs and sources of money in the reader's language."""

from django.utils.translation import gettext as _

from hankekori.areas.claims.models import Claim
from hankekori.core.claim_words import COSTS, SOURCES
from hankekori.core.claims import ClaimSource, CostKind
from hankekori.pages.basket.words import said


def costs() -> dict[CostKind, str]:
    return {kind: said(name) for kind, name in COSTS.items()}


def sources() -> dict[ClaimSource, str]:
    return {source: said(name) for source, name in SOURCES.items()}


def stage_of(claim: Claim) -> str:
    """Say how far a claim has come."""
    if claim.decided_on:
        return _("päätetty")
    return _("lähetetty") if claim.sent_on else _("luonnos")


def serial_of(claim: Claim) -> str:
    """Write a claim's number as the authority does: 2/6, or 2 where nobody knows how many there will be."""
    return f"{claim.serial}/{claim.of_total}" if claim.of_total else str(claim.serial)
