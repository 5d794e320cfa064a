"""Bodies in words: duties, roles, languages, and what a decision takes."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from hankekori.areas.bodies.models import Body, Duty, Seat
from hankekori.core.quorum import QuorumRule
from hankekori.pages.basket.words import Words

DUTIES: Words = {
    Duty.Kind.STEERS_PROGRAMME: gettext_lazy("ohjaa ohjelmaa: päättää hankekorista ja suunnitelmasta"),
    Duty.Kind.STEERS_PROJECT: gettext_lazy("ohjaa hanketta"),
    Duty.Kind.INFORMS_MUNICIPALITIES: gettext_lazy("välittää tietoa kuntien päättäjille"),
    Duty.Kind.INFORMS_AUTHORITIES: gettext_lazy("välittää tietoa viranomaisille"),
}
ROLES: Words = {
    Seat.Role.CHAIR: gettext_lazy("puheenjohtaja"),
    Seat.Role.VICE_CHAIR: gettext_lazy("varapuheenjohtaja"),
    Seat.Role.MEMBER: gettext_lazy("jäsen"),
    Seat.Role.SECRETARY: gettext_lazy("sihteeri, ei äänioikeutta"),
    Seat.Role.EXPERT: gettext_lazy("asiantuntija, ei äänioikeutta"),
}
RULES: Words = {
    QuorumRule.MORE_THAN_HALF: gettext_lazy("yli puolet jäsenistä"),
    QuorumRule.HALF: gettext_lazy("vähintään puolet jäsenistä"),
    QuorumRule.NUMBER: gettext_lazy("sovittu määrä jäseniä"),
    QuorumRule.NONE: gettext_lazy("mikä tahansa määrä jäseniä"),
}
LANGUAGE_NAMES: Words = {
    "fi": pgettext_lazy("kieli", "suomi"),
    "sv": pgettext_lazy("kieli", "ruotsi"),
    "en": pgettext_lazy("kieli", "englanti"),
}


def quorum_in_words(body: Body, needed: int, voting_seats: int) -> str:
    """Tell what a decision takes, with today's numbers."""
    if body.quorum_rule == QuorumRule.NONE:
        if body.quorum_needs_chair:
            return _("Kokous on päätösvaltainen, kun puheenjohtaja tai varapuheenjohtaja on paikalla.")
        return _("Kokous on aina päätösvaltainen.")
    counted = {"needed": needed, "of": voting_seats, "rule": RULES[body.quorum_rule]}
    if body.quorum_needs_chair:
        said = ngettext(
            "Kokous on päätösvaltainen, kun paikalla on %(rule)s, nyt %(needed)s äänivaltainen (heitä on %(of)s), ja heistä yksi on puheenjohtaja tai varapuheenjohtaja.",  # noqa: E501
            "Kokous on päätösvaltainen, kun paikalla on %(rule)s, nyt %(needed)s äänivaltaista (heitä on %(of)s), ja heistä yksi on puheenjohtaja tai varapuheenjohtaja.",  # noqa: E501
            needed,
        )
    else:
        said = ngettext(
            "Kokous on päätösvaltainen, kun paikalla on %(rule)s, nyt %(needed)s äänivaltainen (heitä on %(of)s).",
            "Kokous on päätösvaltainen, kun paikalla on %(rule)s, nyt %(needed)s äänivaltaista (heitä on %(of)s).",
            needed,
        )
    return said % counted
