"""Who wrote or decided something of a report, as the visitor may know it."""

from django.utils.translation import gettext as _

from hankekori.areas.accounts.models import User
from hankekori.areas.rounds.models import ReportLink
from hankekori.pages.monitoring.desk import Desk


def writer_in_words(desk: Desk, *, by: User | None, link: ReportLink | None, is_projects: bool) -> str:
    """Name the writer to the office, and to themselves; others are told only on whose side the writer was."""
    if link:
        return f"{_('hankkeen linkillä')} {link.email}" if desk.may_read_personal else _("hankkeen linkillä")
    if by and (desk.may_read_personal or by == desk.by):
        return by.name
    return _("hanke") if is_projects else _("ohjelmatoimisto")
