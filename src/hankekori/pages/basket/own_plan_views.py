"""What a project itself plans to reach: a row for each of the programme's indicators, typed or pasted from a sheet."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.monitoring.ledger_queries import plans_of
from hankekori.areas.plan.queries import indicators_of
from hankekori.pages.basket.addresses import project_at
from hankekori.pages.basket.edit_views import done, status_of
from hankekori.pages.basket.edits import SEEN_FIELD
from hankekori.pages.basket.frame import form_frame
from hankekori.pages.basket.own_plan_forms import OwnPlansForm, Pasted, read_pasted
from hankekori.pages.basket.own_plan_saving import save_own_plans
from hankekori.pages.door import Door, programme_page

_PASTE = "liita"  # the button that reads what was pasted, and the text itself
_LONGEST_PASTE = 20_000  # characters


@programme_page(Permission.EDIT_BASKET)
def own_plans(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Show and save the plans; what was pasted fills the form and is saved only by the next press."""
    page = project_at(door.programme, code)
    indicators, plans = list(indicators_of(door.programme)), list(plans_of(page.project))
    pasted = read_pasted(request.POST[_PASTE][:_LONGEST_PASTE], indicators) if request.POST.get(_PASTE) else None
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and pasted:
        for name, written in pasted.values.items():
            data[name] = written
    form = OwnPlansForm(data, indicators=indicators, plans=plans)

    def save(now: datetime) -> None:
        save_own_plans(
            by=door.user,
            now=now,
            project=page.project,
            indicators=indicators,
            values=form.values,
            seen=form.cleaned_data[SEEN_FIELD],
        )

    if pasted is None and done(form, save):
        messages.success(request, _("Hankkeen omat tavoitteet tallennettiin."))
        return redirect("project-plan", slug=door.programme.slug, code=code)
    context = {**form_frame(door, page), "form": form, "pasted": pasted, "read": _read_in_words(pasted)}
    return render(request, "basket/own_plans.html", context, status=status_of(form))


def _read_in_words(pasted: Pasted | None) -> str:
    if pasted is None:
        return ""
    count = len(pasted.values)
    read = ngettext("Taulukosta luettiin %(n)s luku.", "Taulukosta luettiin %(n)s lukua.", count) % {"n": count}
    return f"{read} {_('Mitään ei ole vielä tallennettu: tarkista ja tallenna.')}"
