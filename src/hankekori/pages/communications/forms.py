"""The four texts of a communication plan as one form."""

from typing import Any

from django import forms

from hankekori.areas.communications.models import TEXTS, CommunicationPlan
from hankekori.pages.basket.form_fields import Paragraphs
from hankekori.pages.communications.saving import plan_values
from hankekori.pages.communications.words import HELP, NAMES
from hankekori.pages.settings.forms import SettingsForm


class PlanForm(SettingsForm):
    """A version that is being prepared; any text may still be empty."""

    def __init__(self, *args: Any, plan: CommunicationPlan, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        for name in TEXTS:
            self.fields[name] = Paragraphs(
                label=str(NAMES[name]), help_text=str(HELP[name]), required=False, max_length=50_000,
                widget=forms.Textarea(attrs={"rows": 8}),
            )  # fmt: skip
        self.open_with(plan_values(plan))
