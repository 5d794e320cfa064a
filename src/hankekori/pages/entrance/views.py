"""The first page, logging in, and - in the demo only - choosing a role without a password."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.views import LoginView
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.queries import roles_of
from hankekori.areas.accounts.role_choice import demo_roles
from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.pages.entrance.forms import LoginForm


class Login(LoginView):
    template_name = "entrance/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True


def home(request: HttpRequest) -> HttpResponseBase:
    """Show the demo's roles, or the programmes of whoever is logged in; a single programme opens at once."""
    assigned = list(roles_of(request.user)) if isinstance(request.user, User) else []
    if len(assigned) == 1 and not settings.DEMO_MODE:
        return redirect(_first_page(Role(assigned[0].role)), slug=assigned[0].programme.slug)
    if not request.user.is_authenticated and not settings.DEMO_MODE:
        return redirect("login")
    programmes = [
        (each.programme, reverse(_first_page(Role(each.role)), args=[each.programme.slug])) for each in assigned
    ]
    roles = demo_roles() if settings.DEMO_MODE else []
    return render(request, "entrance/home.html", {"programmes": programmes, "roles": roles})


@require_POST
def choose_role(request: HttpRequest) -> HttpResponse:
    """Log in as one of the demo's users; outside the demo this address does not exist."""
    if not settings.DEMO_MODE:
        raise Http404
    chosen = next((role for role in demo_roles() if str(role.assignment_id) == request.POST.get("role")), None)
    if chosen is None:
        raise Http404
    login(request, chosen.user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(_first_page(chosen.role), slug=chosen.programme_slug)


def _first_page(role: Role) -> str:
    """Name the page a role begins on: the situation, or for one who only reports, their own reports."""
    return "situation" if Permission.READ_FIGURES in permissions_of(role) else "rounds"
