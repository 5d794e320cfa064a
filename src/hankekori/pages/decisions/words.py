"""The words of a meeting going on, of votes and of follow-ups."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hankekori.areas.steering.models import FollowUp, Vote
from hankekori.pages.basket.words import Words, said
from hankekori.reports.meetings import words as paper_words

CHOICES: Words = {
    Vote.Choice.FOR: _("ehdotuksen puolesta"),
    Vote.Choice.AGAINST: _("vastaan"),
    Vote.Choice.EMPTY: pgettext_lazy("ääni", "tyhjä"),
}
FOLLOW_UP_STATES: Words = {
    FollowUp.State.OPEN: pgettext_lazy("tehtävä", "avoin"),
    FollowUp.State.DONE: pgettext_lazy("tehtävä", "valmis"),
    FollowUp.State.DROPPED: pgettext_lazy("tehtävä", "luovuttu"),
}


def kind_name(kind: str) -> str:
    return said(paper_words.KINDS[kind])


def outcome_name(outcome: str) -> str:
    return said(paper_words.OUTCOMES[outcome])


def role_name(role: str) -> str:
    return said(paper_words.ROLES[role])
