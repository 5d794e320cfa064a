"""What the frame of every page shows: programme, menu, the person and the financier's note."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """One page of the programme's menu."""

    label: str
    url: str
    count: int | None = None  # what waits there; None shows no number
    count_label: str = ""  # the number in words, for a screen reader: "3 raporttia myöhässä"
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChoice:
    """One role the person may look at the programme in (demo)."""

    key: str
    label: str
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancierNote:
    """The Union's emblem text at the foot of a page, as the programming period's rules want it."""

    emblem_text: str  # what the emblem says to one who does not see it
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """Everything base.html draws around a page; texts are in the reader's language."""

    programme: str = ""
    places: str = ""
    home_url: str = "/"
    menu: tuple[MenuItem, ...] = ()
    person: str = ""
    role: str = ""
    roles: tuple[RoleChoice, ...] = ()
    role_url: str = ""  # takes the chosen role by POST
    login_url: str = ""
    logout_url: str = ""
    financier: FinancierNote | None = None
    has_example_data: bool = False

    @property
    def current_label(self) -> str:
        """The name of the page one is on, for the bar on a phone."""
        return next((item.label for item in self.menu if item.is_current), "")


def mark_current(menu: Iterable[MenuItem], path: str) -> tuple[MenuItem, ...]:
    """Mark the item whose address is the longest beginning of the path."""
    items = tuple(menu)
    fitting = [item.url for item in items if path.startswith(item.url)]
    nearest = max(fitting, key=len, default=None)
    return tuple(replace(item, is_current=item.url == nearest) for item in items)


def financier_note(funds: Collection[str], period: str) -> FinancierNote | None:
    """Word the Union's note for funds (ESF, ERDF) of a programming period (2007-2013, 2014-2020, 2021-2027).

    From 2021 on no fund is named and no slogan used: only the statement stands beside the emblem.
    """
    if not funds:
        return None
    if period >= "2021":
        statement = _("Euroopan unionin osarahoittama")
        return FinancierNote(emblem_text=statement, lines=(statement,))
    slogan = _("Vipuvoimaa EU:lta %(period)s") % {"period": period.replace("-", "–")}
    return FinancierNote(emblem_text=_("Euroopan unioni"), lines=(_("Euroopan unioni"), _fund_names(funds), slogan))


def _fund_names(funds: Collection[str]) -> str:
    names = {"ESF": _("Euroopan sosiaalirahasto"), "ERDF": _("Euroopan aluekehitysrahasto")}
    return " · ".join(name for fund, name in names.items() if fund in funds)
