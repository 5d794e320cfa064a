"""What the list of frozen reports can be narrowed by."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from hankekori.areas.archive.kinds import OF_MEETINGS
from hankekori.pages.basket.words import language
from hankekori.reports.kinds import KINDS
from hankekori.web.list_filters import ListFilter, choice_filter, flag_filter, search_filter


def report_filters(years: Iterable[int], *, of_meetings: bool) -> tuple[ListFilter, ...]:
    """Offer kind, year, words of the title or the hash, and only what is public."""
    kinds = [
        (key, kind.name.in_language(language())) for key, kind in KINDS.items() if of_meetings or key not in OF_MEETINGS
    ]
    return (
        search_filter("haku", _("Nimi tai tiiviste"), fields=("title", "sha256")),
        choice_filter("laji", _("Laji"), choices=kinds, field="kind"),
        choice_filter("vuosi", _("Vuosi"), choices=[(str(year), str(year)) for year in years], field="as_of__year"),
        flag_filter("julkiset", _("Vain julkaistut"), condition=Q(is_public=True)),
    )
