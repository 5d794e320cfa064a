"""Which report to the funder, of which period and in which language."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.core.periods import Period
from hankekori.pages.basket.words import said
from hankekori.pages.reports.forms import LANGUAGE_NAMES

FINAL = "loppuraportti"


class FunderReportForm(forms.Form):
    """The final report is the usual choice of an ended project, else the newest period is."""

    raportti = forms.ChoiceField(label=gettext_lazy("Raportti"))
    kieli = forms.ChoiceField(label=gettext_lazy("Raportin kieli"), choices=list(LANGUAGE_NAMES.items()))

    def __init__(self, *args: Any, periods: Sequence[Period], **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        self._periods = {period.end.isoformat(): period for period in periods}
        self.fields["raportti"].choices = [  # type: ignore[attr-defined]  # a field of choices
            (FINAL, _("Loppuraportti")),
            *((key, _("Seurantaraportti %s") % said(period.label)) for key, period in self._periods.items()),
        ]

    @property
    def period(self) -> Period | None:
        """The period of the follow-up report asked for; None asks for the final report."""
        return self._periods.get(self.cleaned_data["raportti"])
