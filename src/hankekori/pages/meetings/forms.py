"""Meetings and the matters of an agenda as forms."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.bodies.models import Body
from hankekori.areas.steering.models import AgendaItem, Meeting, MeetingSeries
from hankekori.pages.basket.form_fields import DayField, Paragraphs, PlainText
from hankekori.pages.basket.words import said
from hankekori.pages.monitoring.office_forms import OfficeForm
from hankekori.pages.settings.forms import check_years

ONCE = "once"
_CLOCK = gettext_lazy("Kirjoita kellonaika muodossa 9.00.")


class ClockField(forms.CharField):
    """A time of the clock written 9.00, 9:00 or 9."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(max_length=10, widget=forms.TextInput(attrs={"class": "short"}), **options)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - what was typed, or a time
        return f"{value.hour}.{value.minute:02}" if isinstance(value, time) else value

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        text = super().clean(value)
        hour, _dot, minute = text.replace(":", ".").partition(".")
        if not (hour.isascii() and hour.isdigit() and (minute or "0").isascii() and (minute or "0").isdigit()):
            raise ValidationError(_CLOCK)
        try:
            return time(int(hour), int(minute or 0))
        except ValueError as error:
            raise ValidationError(_CLOCK) from error


class TimeAndPlaceForm(OfficeForm):
    """When and where a meeting is held."""

    field_names: Mapping[str, str] = {"starts_at": "begins", "ends_at": "ends", "first": "begins"}  # type: ignore[misc]

    day = DayField(label=gettext_lazy("Päivä"), max_length=40)
    begins = ClockField(label=gettext_lazy("Alkaa kello"))
    ends = ClockField(label=gettext_lazy("Päättyy kello"))
    place = PlainText(label=gettext_lazy("Paikka"), required=False, max_length=300)
    online_url = forms.URLField(
        label=gettext_lazy("Etäyhteyden osoite"), required=False, max_length=500, assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )  # fmt: skip

    def open_with(self, meeting: Meeting) -> None:
        self.open_like(meeting)
        self.initial["day"] = timezone.localdate(meeting.starts_at)

    def open_like(self, earlier: Meeting) -> None:
        """Open with the hours and the place of an earlier meeting; the day is left to be chosen."""
        starts, ends = timezone.localtime(earlier.starts_at), timezone.localtime(earlier.ends_at)
        self.initial = {
            "begins": starts.time(),
            "ends": ends.time(),
            "place": earlier.place,
            "online_url": earlier.online_url,
        }

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        check_years(self, "day")
        return cleaned

    def moment(self, name: str) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data[name]))

    def values(self) -> dict[str, Any]:
        """Give what plan_meeting and change_meeting ask for."""
        kept = {name: self.cleaned_data[name] for name in ("place", "online_url")}
        return {"starts_at": self.moment("begins"), "ends_at": self.moment("ends"), **kept}


class NewMeetingForm(TimeAndPlaceForm):
    """One meeting, or a series of them."""

    body = forms.TypedChoiceField(label=gettext_lazy("Toimielin"), coerce=int)
    repeats = forms.ChoiceField(
        label=gettext_lazy("Toistuu"), widget=forms.RadioSelect, initial=ONCE,
        choices=[
            (ONCE, gettext_lazy("ei toistu")),
            (MeetingSeries.Step.WEEKS, gettext_lazy("viikoittain")),
            (MeetingSeries.Step.MONTHS, gettext_lazy("kuukausittain samana viikonpäivänä")),
        ],
    )  # fmt: skip
    every = forms.IntegerField(
        label=gettext_lazy("Väli"), required=False, min_value=1, max_value=52, initial=1,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
        help_text=gettext_lazy("Joka toinen kuukausi on 2."),
    )  # fmt: skip
    until = DayField(label=gettext_lazy("Sarja päättyy"), required=False, max_length=40)

    def __init__(self, *args: Any, bodies: Iterable[Body], **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        chosen: Any = self.fields["body"]
        chosen.choices = [(body.pk, said(body.name)) for body in bodies]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        check_years(self, "until")
        if cleaned.get("repeats") not in {ONCE, None} and not cleaned.get("until") and "until" not in self.errors:
            self.add_error("until", _("Kirjoita päivä, johon sarja päättyy."))
        return cleaned

    @property
    def is_series(self) -> bool:
        return bool(self.cleaned_data["repeats"] != ONCE)

    def series_values(self) -> dict[str, Any]:
        """Give what make_series asks for."""
        values = self.values()
        first, ends = values.pop("starts_at"), values.pop("ends_at")
        return values | {
            "step": self.cleaned_data["repeats"],
            "every": self.cleaned_data["every"] or 1,
            "first": first,
            "minutes": int((ends - first).total_seconds() // 60),
            "until": self.cleaned_data["until"],
        }


class ItemForm(OfficeForm):
    """A matter as the members read it beforehand."""

    title = PlainText(label=gettext_lazy("Otsikko"), max_length=300)
    introduction = Paragraphs(
        label=gettext_lazy("Esittely"), required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 6})
    )
    presenter = PlainText(label=gettext_lazy("Esittelijä"), required=False, max_length=150)

    def open_with(self, item: AgendaItem) -> None:
        self.initial = {name: getattr(item, name) for name in self.fields}
