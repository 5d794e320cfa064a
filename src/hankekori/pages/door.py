"""The door of every programme page: who comes in, what they may do, and which day they look at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.identity_wall import IdentityCodeError, told_in_words
from hankekori.areas.programmes.models import Programme
from hankekori.core.periods import is_in_our_time
from hankekori.pages.error_views import UnclearRequestError

DAY_PARAMS = ("paiva", "tiedetty")  # of an address: results by this day, as known on that day


@dataclass(frozen=True, slots=True)
class Door:
    """What a page knows of its visitor."""

    programme: Programme
    user: User
    role: Role
    as_of: date  # results of periods that ended by this day
    known_on: date  # as they were known at the end of this day
    chosen_days: str = ""  # of the address, kept from page to page: "paiva=2011-12-31"

    def url(self, name: str, **parts: object) -> str:
        """Give the address of a page of the programme; a chosen day stays chosen."""
        path = reverse(name, kwargs={"slug": self.programme.slug, **parts})
        return f"{path}?{self.chosen_days}" if self.chosen_days else path

    def may(self, permission: Permission) -> bool:
        return permission in permissions_of(self.role)

    @property
    def may_edit(self) -> bool:
        return self.may(Permission.EDIT_BASKET)

    @property
    def may_plan(self) -> bool:
        return self.may(Permission.EDIT_PLAN)

    @property
    def may_import(self) -> bool:
        return self.may(Permission.IMPORT)

    @property
    def may_read(self) -> bool:
        return self.may(Permission.READ_FIGURES)

    @property
    def may_report(self) -> bool:
        return self.may(Permission.PRODUCE_REPORT)

    @property
    def may_approve(self) -> bool:
        return self.may(Permission.APPROVE_RESULTS)

    @property
    def may_read_meetings(self) -> bool:
        return self.may(Permission.READ_MEETINGS)

    @property
    def may_run_meetings(self) -> bool:
        return self.may(Permission.RUN_MEETINGS)

    @property
    def may_read_personal(self) -> bool:
        return self.may(Permission.READ_PERSONAL)


def with_query(url: str, **parts: str | int) -> str:
    """Add to the query of an address that may have one."""
    return f"{url}{'&' if '?' in url else '?'}{urlencode(parts)}"


type ProgrammeView = Callable[..., HttpResponseBase]


def programme_page(*permissions: Permission) -> Callable[[ProgrammeView], ProgrammeView]:
    """Let a view in with `door=`: 404 for the outsider, 403 for the reader without the right, login for the unknown.

    One of the permissions is enough; a page that names none is for those who may read figures.
    """
    enough = permissions or (Permission.READ_FIGURES,)

    def decorate(view: ProgrammeView) -> ProgrammeView:
        @wraps(view)
        def entered(request: HttpRequest, slug: str, **kwargs: object) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            door = _door(request, slug)
            if not any(door.may(each) for each in enough):
                raise PermissionDenied
            request.door = door  # type: ignore[attr-defined]  # the shell's menu reads it from the request
            try:
                with told_in_words():
                    return view(request, door=door, **kwargs)
            except IdentityCodeError as error:  # no form of the page has said it
                raise UnclearRequestError(error.message.in_language(get_language() or "fi")) from error

        return entered

    return decorate


def read_day(request: HttpRequest, name: str) -> date | None:
    """Read a day of the address, None where there is none; raises UnclearRequestError in words for the reader."""
    written = request.GET.get(name, "")
    if not written:
        return None
    try:
        day = date.fromisoformat(written)
    except ValueError as error:
        raise UnclearRequestError(
            _("Osoitteen päivä ”%(written)s” ei ole päivämäärä. Kirjoita se muodossa 2012-04-30.")
            % {"written": written}
        ) from error
    if not is_in_our_time(day):
        raise UnclearRequestError(
            _("Osoitteen päivä %(day)s on liian kaukana. Valitse päivä vuosilta 1990–2100.") % {"day": written}
        )
    return day


def _door(request: HttpRequest, slug: str) -> Door:
    assignment = (
        RoleAssignment.objects.select_related("programme").filter(user=request.user.pk, programme__slug=slug).first()
    )
    if assignment is None or not isinstance(request.user, User):
        raise Http404
    today = timezone.localdate()
    chosen = {name: day for name in DAY_PARAMS if (day := read_day(request, name))}
    return Door(
        programme=assignment.programme,
        user=request.user,
        role=Role(assignment.role),
        as_of=chosen.get("paiva") or assignment.programme.day_shown(today),
        known_on=chosen.get("tiedetty") or today,
        chosen_days=urlencode({name: day.isoformat() for name, day in chosen.items()}),
    )
