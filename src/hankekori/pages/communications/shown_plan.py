"""A version of the communication plan as it is shown: whole, or as changes against another."""

from dataclasses import dataclass

from django.utils.functional import Promise

from hankekori.areas.communications.models import TEXTS, CommunicationPlan
from hankekori.pages.basket.text_difference import Piece, difference
from hankekori.pages.communications.words import NAMES


@dataclass(frozen=True, slots=True)
class ShownText:
    """One text; pieces are its changes against the version it is compared with, empty where it is the same."""

    name: str  # of the field
    label: str | Promise
    text: str
    pieces: tuple[Piece, ...] = ()


def shown_texts(plan: CommunicationPlan, *, against: CommunicationPlan | None = None) -> list[ShownText]:
    return [ShownText(name, NAMES[name], getattr(plan, name), _pieces(name, plan, against)) for name in TEXTS]


def _pieces(name: str, plan: CommunicationPlan, against: CommunicationPlan | None) -> tuple[Piece, ...]:
    if against is None or getattr(against, name) == getattr(plan, name):
        return ()
    return tuple(difference(getattr(against, name), getattr(plan, name)))
