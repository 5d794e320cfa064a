"""A measure's target as a form: how much, by when and along which course, with milestones as rows."""

from collections.abc import Mapping
from itertools import count, takewhile
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.monitoring.reasons import TARGET_REASONS
from hankekori.areas.plan.models import Indicator, Measure, Target
from hankekori.core.indicators import Combination
from hankekori.core.targets import Course, MeasureTarget, Step
from hankekori.pages.basket.edits import EditClashError
from hankekori.pages.basket.form_fields import DayField, Paragraphs
from hankekori.pages.basket.shown_values import shown_value
from hankekori.pages.basket.words import said
from hankekori.pages.monitoring.part_forms import NumberField
from hankekori.pages.settings.forms import SettingsForm, check_years
from hankekori.pages.settings.target_saving import as_form_has, target_values
from hankekori.pages.settings.words import COURSES

_LONGEST = 2000  # characters of an explanation
_EMPTY_ROWS, _MOST_ROWS = 3, 60


class ReasonedForm(SettingsForm):
    """A form that asks why, once results depend on what is changed."""

    reason = forms.ChoiceField(label=gettext_lazy("Muutoksen syy"), widget=forms.RadioSelect)
    explanation = Paragraphs(
        label=gettext_lazy("Perustelu"), max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, needs_reason: bool, asks_now: bool = True, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        self._asks_now = asks_now  # not while a form is only looked at
        if needs_reason:
            reason: Any = self.fields["reason"]
            reason.choices = [(key, said(text)) for key, text in TARGET_REASONS.items()]
        else:
            del self.fields["reason"], self.fields["explanation"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self._asks_now:
            for name in ("reason", "explanation"):
                self.errors.pop(name, None)
        return cleaned

    @property
    def why(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(name, "") for name in ("reason", "explanation")}


class TargetForm(ReasonedForm):
    """What a measure is to reach in one indicator."""

    field_names: ClassVar[Mapping[str, str]] = {"steps": "day-0"}

    start = DayField(label=gettext_lazy("Alkaa"), max_length=40)
    due = DayField(label=gettext_lazy("Määräpäivä"), max_length=40)
    course = forms.ChoiceField(
        label=gettext_lazy("Odotettu kulku"), choices=list(COURSES.items()), widget=forms.RadioSelect
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        measure: Measure,
        indicator: Indicator,
        target: Target | None,
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        self._measure, self._indicator = measure, indicator
        opened = target_values(measure, target)
        self._add_numbers()
        self._add_steps(opened["steps"])
        if indicator.combination == Combination.SHARE:
            del self.fields["course"]
        self.open_with(opened)

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, with the milestones as one value."""
        given = self.cleaned_data
        numbers = {name: given.get(name) for name in ("total", "women", "baseline", "start", "due")}
        return {**numbers, "course": given.get("course", Course.STRAIGHT), "steps": self._steps()}

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Give the fields of the milestones, row by row."""
        places = takewhile(lambda place: f"day-{place}" in self.fields, count())
        return [(self[f"day-{place}"], self[f"step-{place}"]) for place in places]

    @property
    def target(self) -> MeasureTarget | None:
        """Give the target as it stands in the form; None while something of it is missing or wrong."""
        values = self.values if self.is_bound and self.is_valid() else self.initial if not self.is_bound else None
        if values is None or values["total"] is None or values["due"] < values["start"]:
            return None
        course, steps = Course(values["course"]), tuple(values["steps"])
        women, start, due = values["women"], values["start"], values["due"]
        return MeasureTarget(self._measure.pk, self._indicator.pk, values["total"], women, start, due, course, steps)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        check_years(self, "start", "due", *(day.name for day, _number in self.rows))
        for day, number in self.rows:
            if (cleaned.get(day.name) is None) != (cleaned.get(number.name) is None) and not {
                day.name, number.name,
            } & self.errors.keys():  # fmt: skip
                self.add_error(day.name, _("Välitavoite on päivä ja luku. Täytä molemmat tai tyhjennä rivi."))
        return cleaned

    def shown_now(self, error: EditClashError) -> Mapping[str, str]:
        shown = dict(super().shown_now(error))
        if "steps" in error.names:
            shown["day-0"] = "; ".join(
                f"{shown_value(each.day)}: {shown_value(each.total)}" for each in error.current["steps"]
            )
        return shown

    def _add_numbers(self) -> None:
        decimals = self._indicator.decimals
        self.fields["total"] = NumberField(label=_("Tavoitearvo"), decimals=decimals)
        self.fields["total"].required = True
        if self._indicator.counts_women:
            self.fields["women"] = NumberField(label=_("Naisia"), decimals=decimals)
        self.fields["baseline"] = NumberField(
            label=_("Lähtötaso"), decimals=decimals, help_text=_("Tilanne ennen ohjelmaa, jos se tiedetään.")
        )
        self.order_fields(["total", "women", "baseline", "start", "due", "course", "reason", "explanation"])

    def _add_steps(self, opened: tuple[Step, ...]) -> None:
        """Add a row for each milestone that is kept or typed, and a few empty ones."""
        kept = dict(enumerate(opened))
        typed = [
            place for place in range(_MOST_ROWS) if self.data.get(f"day-{place}") or self.data.get(f"step-{place}")
        ]
        for place in range(min(max(len(kept), *(each + 1 for each in typed), 0, 0) + _EMPTY_ROWS, _MOST_ROWS)):
            label = _("Välitavoite %(n)s") % {"n": place + 1}
            self.fields[f"day-{place}"] = DayField(label=f"{label}: {_('päivä')}", max_length=40, required=False)
            self.fields[f"step-{place}"] = NumberField(label=f"{label}: {_('luku')}", decimals=self._indicator.decimals)
            if place in kept:
                self.initial[f"day-{place}"], self.initial[f"step-{place}"] = kept[place].day, kept[place].total

    def _steps(self) -> tuple[Step, ...]:
        """Give the milestones in order of day; only the course by milestones has them."""
        given = self.cleaned_data
        if given.get("course") != Course.STEPS:
            return ()
        typed = ((given.get(day.name), given.get(number.name)) for day, number in self.rows)
        return as_form_has(Step(day, total) for day, total in typed if day and total is not None)
