"""The desk a report is written at: one report, who writes, and what they may do there."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.roles import Permission
from hankekori.areas.rounds.models import ProjectReport, ReportLink
from hankekori.pages.door import Door

_STATE = ProjectReport.State


@dataclass(frozen=True, slots=True)
class Desk:
    """One report and its visitor: a user who came by the programme's door, or the holder of a personal link."""

    report: ProjectReport  # with its round, project and programme
    door: Door | None = None
    link: ReportLink | None = None
    token: str = ""  # of the personal link, as it stands in the address

    @property
    def by(self) -> User | None:
        return self.door.user if self.door else None

    @property
    def writer(self) -> dict[str, Any]:
        """Give what every action asks of its writer."""
        return {"by": self.by, "link": self.link}

    @property
    def may_report(self) -> bool:
        return self.link is not None or (self.door is not None and self.door.may(Permission.REPORT_RESULTS))

    @property
    def may_write(self) -> bool:
        """Whether the figures can be changed now; after approval, or in a closed period, there are corrections."""
        is_open = self.report.state in {_STATE.DRAFT, _STATE.RETURNED} and self.report.round.closed_at is None
        return is_open and self.may_report

    @property
    def may_decide(self) -> bool:
        return self.door is not None and self.door.may(Permission.APPROVE_RESULTS)

    @property
    def may_read_personal(self) -> bool:
        return self.door is not None and self.door.may_read_personal

    def url(self, name: str = "", **parts: object) -> str:
        """Give the address of a page or an act of this report behind the same door."""
        suffix = f"-{name}" if name else ""
        if self.door:
            return self.door.url(f"project-report{suffix}", report=self.report.pk, **parts)
        return reverse(f"link-report{suffix}", kwargs={"token": self.token, **parts})
