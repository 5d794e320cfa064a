"""What has been said of a report, place by place, and the form to say more."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.rounds.conversation import LONGEST_COMMENT
from hankekori.areas.rounds.models import ReportComment, ReportFigure
from hankekori.pages.basket.form_fields import Paragraphs
from hankekori.pages.basket.words import said
from hankekori.pages.monitoring.desk import Desk
from hankekori.pages.monitoring.office_forms import OfficeForm
from hankekori.pages.monitoring.writers import writer_in_words

WHOLE = "kommentit"  # the id, on the page, of what is said of the whole report


class CommentForm(OfficeForm):
    """One comment, of the whole report or of the figure that the form names."""

    text = Paragraphs(
        label=gettext_lazy("Uusi kommentti"), max_length=LONGEST_COMMENT, widget=forms.Textarea(attrs={"rows": 2})
    )
    needs_follow_up = forms.BooleanField(
        label=gettext_lazy("Merkitse seurattavaksi: merkki näkyy, kunnes ohjelmatoimisto kuittaa sen"), required=False
    )


@dataclass(frozen=True, slots=True)
class CommentLine:
    """One comment as it is shown."""

    key: str  # its id on the page
    text: str
    at: datetime
    who: str
    is_followed: bool
    cleared_at: datetime | None
    cleared_by: str
    clear_url: str  # empty where there is no mark to clear or the visitor may not


@dataclass(frozen=True, slots=True)
class Talk:
    """What has been said of one place of the report, oldest first."""

    key: str  # its id on the page
    name: str  # of the place
    figure: int | None  # None: the whole report
    comments: tuple[CommentLine, ...]
    form: CommentForm | None  # None for one who only reads

    @property
    def followed(self) -> tuple[CommentLine, ...]:
        return tuple(each for each in self.comments if each.is_followed)

    @property
    def is_open(self) -> bool:
        return bool(self.followed) or (self.form is not None and self.form.is_bound)


@dataclass(frozen=True, slots=True)
class Refused:
    """A comment that was not understood, to be shown where it was typed."""

    figure: int | None
    form: CommentForm


def talks_of(
    desk: Desk, comments: Iterable[ReportComment], figures: Iterable[ReportFigure], refused: Refused | None = None
) -> dict[int | None, Talk]:
    """Give the talk of the whole report by None, and of each figure, loaded with its indicator, by its key."""
    said_of: defaultdict[int | None, list[ReportComment]] = defaultdict(list)
    for each in comments:
        said_of[each.figure_id].append(each)
    names: dict[int | None, str] = {None: _("Koko raportti")}
    names |= {each.pk: said(each.indicator.name) for each in figures}
    forms_of = {refused.figure: refused.form} if refused else {}
    return {
        place: _talk(desk, place, name, said_of[place], forms_of.get(place, CommentForm()))
        for place, name in names.items()
    }


def _talk(desk: Desk, place: int | None, name: str, comments: Iterable[ReportComment], form: CommentForm) -> Talk:
    key = f"f{place}-{WHOLE}" if place else WHOLE
    form.auto_id = f"{key}-%s"
    lines = tuple(_line(desk, each) for each in comments)
    return Talk(key, name, place, lines, form if desk.may_report else None)


def _line(desk: Desk, comment: ReportComment) -> CommentLine:
    is_followed = comment.needs_follow_up and comment.cleared_at is None
    return CommentLine(
        key=f"kommentti-{comment.pk}",
        text=comment.text,
        at=comment.at,
        who=writer_in_words(desk, by=comment.by, link=comment.link, is_projects=comment.is_projects),
        is_followed=is_followed,
        cleared_at=comment.cleared_at,
        cleared_by=writer_in_words(desk, by=comment.cleared_by, link=None, is_projects=False),
        clear_url=desk.url("comment-clear", comment=comment.pk) if is_followed and desk.may_decide else "",
    )
