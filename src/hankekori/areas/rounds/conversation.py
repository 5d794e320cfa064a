"""The conversation about a report: the office and the project comment on it, and marks say what is followed up."""

from datetime import datetime

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.history import action
from hankekori.areas.rounds.errors import CommentLengthError
from hankekori.areas.rounds.models import ProjectReport, ReportComment, ReportFigure, ReportLink
from hankekori.areas.rounds.writing import refuse_identity_codes

LONGEST_COMMENT = 2000  # characters


@action("rounds.comment")
def comment(
    *,
    by: User | None,
    link: ReportLink | None,
    now: datetime,
    report: ProjectReport,
    figure: ReportFigure | None = None,
    text: str,
    needs_follow_up: bool = False,
) -> ReportComment:
    """Say something of a report, or of one figure of it, whatever state the report and its round are in.

    Raises CommentLengthError and IdentityCodeError with field "text"; NotInProgrammeError for a figure, or a link, of
    another report.
    """
    if link is not None and link.report_id != report.pk:
        raise NotInProgrammeError("report")
    if figure is not None and figure.report_id != report.pk:
        raise NotInProgrammeError("figure")
    plain = text.strip()
    if not 0 < len(plain) <= LONGEST_COMMENT:
        raise CommentLengthError(LONGEST_COMMENT)
    refuse_identity_codes(text=plain)
    return ReportComment.objects.create(
        programme_id=report.programme_id,
        report=report,
        figure=figure,
        text=plain,
        at=now,
        by=by,
        link=link,
        is_projects=link is not None or _is_reporter(by, report),
        needs_follow_up=needs_follow_up,
    )


@action("rounds.clear_follow_up")
def clear_follow_up(*, by: User | None, now: datetime, comment: ReportComment) -> ReportComment:
    """Say that a comment needs no following up any more; one cleared before keeps who cleared it first."""
    locked = ReportComment.objects.select_for_update(no_key=True).get(pk=comment.pk)
    if locked.needs_follow_up and locked.cleared_at is None:
        locked.cleared_at, locked.cleared_by = now, by
        locked.save(update_fields=["cleared_at", "cleared_by"])
    return locked


def _is_reporter(user: User | None, report: ProjectReport) -> bool:
    roles = RoleAssignment.objects.filter(programme=report.programme_id, user=user, role=Role.REPORTER)
    return user is not None and roles.exists()
