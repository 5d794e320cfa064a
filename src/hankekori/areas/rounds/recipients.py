"""Who reports a project: reporters with an account, and holders of a personal link."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from hankekori.areas.accounts.models import RoleAssignment
from hankekori.areas.accounts.roles import Role
from hankekori.areas.rounds.addresses import link_path, report_path
from hankekori.areas.rounds.models import ProjectReport, ProjectReporter, ReportLink
from hankekori.core.texts import Language


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person who reports, for one report."""

    report: ProjectReport
    address: str  # personal
    language: Language
    link: ReportLink | None = None  # the newest of this person; None: logs in with an account

    @property
    def path(self) -> str:
        if self.link is not None:
            return link_path(self.link.token)
        return report_path(self.report.programme, self.report)


def by_link(link: ReportLink) -> Recipient:
    return Recipient(link.report, link.email, cast("Language", link.language), link)


def recipients_of(reports: Sequence[ProjectReport]) -> tuple[Recipient, ...]:
    """List who reports each report, one person once; whoever's newest link was revoked is left out.

    Two queries for one programme's reports, which come with their project and programme.
    """
    if not reports:
        return ()
    found = {(one.report.pk, one.address.lower()): one for one in [*_link_holders(reports), *_account_holders(reports)]}
    return tuple(found.values())


def is_email(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def _link_holders(reports: Iterable[ProjectReport]) -> list[Recipient]:
    known = {report.pk: report for report in reports}
    newest: dict[tuple[int, str], ReportLink] = {}
    for link in ReportLink.objects.filter(report__in=known).order_by("created_at", "id"):
        link.report = known[link.report_id]
        newest[link.report_id, link.email.lower()] = link
    return [by_link(link) for link in newest.values() if link.revoked_at is None]


def _account_holders(reports: Sequence[ProjectReport]) -> list[Recipient]:
    programme = reports[0].programme
    entitled = RoleAssignment.objects.filter(programme=programme, role=Role.REPORTER).values("user")
    found = ProjectReporter.objects.filter(
        programme=programme,
        project__in=[report.project_id for report in reports],
        user__in=entitled,
        user__is_active=True,
    )
    addresses: dict[int, list[str]] = {}
    for project, address in found.order_by("id").values_list("project_id", "user__email"):
        addresses.setdefault(project, []).append(address)
    return [Recipient(report, address, "fi") for report in reports for address in addresses.get(report.project_id, ())]
