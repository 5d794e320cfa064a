"""The desk a report is written at: one report, who writes, and what they may do there."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.roles import Permission
from hankekori.areas.rounds.models import ProjectReport, ReportLink
from hankekori.core.rounds import OPEN_STATES
from hankekori.pages.door import Door


@dataclass(frozen=True, slots=True)
class Desk:
    """One report and its visitor: a user who came by the programme's door, or the holder of a personal link."""

    report: ProjectReport  # with its round, project and programme
    door: Door | None = None
    link: ReportLink | None = None
    token: str = ""  # of the personal link, as it stands in the address
    today: date = field(default_factory=timezone.localdate)

    @property
    def by(self) -> User | None:
        return self.door.user if self.door else None

    @property
    def user(self) -> User:
        """Give the user who decides; by a link nobody does."""
        if self.door is None:
            raise PermissionDenied
        return self.door.user

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
        asked = self.report.round
        is_open = asked.closed_at is None and asked.opens_on <= self.today
        return is_open and self.report.state in OPEN_STATES and self.may_report

    @property
    def may_decide(self) -> bool:
        return self.door is not None and self.door.may(Permission.APPROVE_RESULTS)

    @property
    def may_read_personal(self) -> bool:
        return self.door is not None and self.door.may_read_personal

    @property
    def may_read_episodes(self) -> bool:
        return self.door is not None and self.door.may(Permission.READ_EPISODES)

    def url(self, name: str = "", **parts: object) -> str:
        """Give the address of a page or an act of this report behind the same door."""
        suffix = f"-{name}" if name else ""
        if self.door:
            return self.door.url(f"project-report{suffix}", report=self.report.pk, **parts)
        return reverse(f"link-report{suffix}", kwargs={"token": self.token, **parts})

    @property
    def report_url(self) -> str:
        return self.url()

    @property
    def save_url(self) -> str:
        return self.url("save")

    @property
    def files_url(self) -> str:
        return self.url("files")

    @property
    def comments_url(self) -> str:
        return self.url("comments")

    @property
    def links_url(self) -> str:
        return self.url("links")

    @property
    def return_url(self) -> str:
        return self.url("return")

    @property
    def approve_url(self) -> str:
        return self.url("approve")

    @property
    def reopen_url(self) -> str:
        return self.url("reopen")
