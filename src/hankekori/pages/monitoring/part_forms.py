"""The parts of a report as forms: each is saved by itself, over what was seen when it was opened.

Every control names the report's form by its `form` attribute, so that a part can be sent alone or all of them at once.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from hankekori.areas.errors import DomainError
from hankekori.areas.rounds.models import ProjectReport, ReportFigure, ReportFunding, ReportText
from hankekori.core.money import AmountError, format_number, parse_amount, parse_number
from hankekori.pages.basket.form_fields import DayField, Paragraphs
from hankekori.pages.basket.words import language, said

FORM_ID = "raportti"  # of the form that every control belongs to
_MARK_LENGTH = 10  # hexadecimal digits
_LONGEST_TEXT = 5000  # characters of one part of the narrative
_CENTS = 2  # decimals
_State = ReportFigure.State


@dataclass(frozen=True, slots=True)
class Clash:
    """Two people at one part: what each wrote, and what the button that keeps one's own sends."""

    theirs: str
    mine: str
    keep: str  # the part's key and the revision that may be written over


@dataclass(frozen=True, slots=True)
class ShownRemark:
    """A remark beside the part it is about."""

    text: str
    css_class: str  # of its severity
    opens: str = ""  # id of what has to be open for the remark to be answered


class NumberField(forms.CharField):
    """A number as people write it, with at most the given decimals; empty is None, which is not zero."""

    def __init__(self, *, decimals: int = 0, **options: Any) -> None:  # noqa: ANN401 - Django's options
        attrs = {"class": "short", "inputmode": "decimal" if decimals else "numeric", "autocomplete": "off"}
        super().__init__(required=False, max_length=40, widget=forms.TextInput(attrs=attrs), **options)
        self.decimals = decimals

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - what was typed, or a number
        return format_number(value, language(), decimals=self.decimals) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        text = super().clean(value)
        if not text:
            return None
        try:
            return self.read(text)
        except AmountError as problem:
            raise ValidationError(said(problem.message)) from problem

    def read(self, text: str) -> Decimal:
        return parse_number(text, decimals=self.decimals)


class MoneyField(NumberField):
    """Euros with or without cents."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(decimals=_CENTS, **options)

    def read(self, text: str) -> Decimal:
        return parse_amount(text)


class PartForm(forms.Form):
    """One part of a report; `key` names it on the page and begins the names of its controls."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    attributes: ClassVar[Mapping[str, str]] = {}  # control -> attribute of the row it is about

    was_saved = False
    clash: Clash | None = None
    remarks: tuple[ShownRemark, ...] = ()
    _seen_after_save = ""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        key: str,
        revision: int,
        opening: Mapping[str, Any],
        more: Mapping[str, forms.Field] | None = None,
    ) -> None:
        super().__init__(data, prefix=key, initial=dict(opening))
        self.key = key
        self.fields |= more or {}
        self.initial["seen"] = f"{revision}.{self.opening_mark}"
        for field in self.fields.values():
            field.widget.attrs |= {"form": FORM_ID, "aria-describedby": f"{key}-huomiot"}

    @property
    def opening_mark(self) -> str:
        """Mark what the part shows when nothing has been typed."""
        return _mark(self.fields[name].prepare_value(self.initial.get(name)) for name in self._content)

    @property
    def is_touched(self) -> bool:
        """Whether something else stands in the controls than when they were opened, or than is kept now."""
        return self._typed_mark not in {self._seen[1], self.opening_mark}

    @property
    def is_refused(self) -> bool:
        """Whether what was typed could not be saved; a part nobody touched is not judged."""
        return self.clash is not None or (self.is_bound and self.is_touched and bool(self.errors))

    @property
    def revision(self) -> int:
        """Give the revision that was seen; -1, which nothing has, when the hidden field is not ours."""
        return self._seen[0]

    @property
    def seen_now(self) -> str:
        """Give what the hidden field holds from now on; after a clash it stays, so that nothing is written over."""
        return self._seen_after_save or str(self["seen"].value() or "")

    def write_over(self, revision: str) -> None:
        """Save over the revision the writer has been shown, and chosen to keep their own."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a bound form has a QueryDict
        data[self.add_prefix("seen")] = f"{revision}."
        self.data = data

    def keep(self, revision: int) -> None:
        """Note that what was typed is saved as the revision."""
        self.was_saved = True
        self._seen_after_save = f"{revision}.{self._typed_mark}"

    def clash_with(self, theirs: Any) -> None:  # noqa: ANN401 - the row the part is about
        """Show what another has saved beside what was typed here."""
        mine = {name: self[name].value() for name in self._content}
        saved = {name: getattr(theirs, attribute) for name, attribute in self.attributes.items() if name in self.fields}
        self.clash = Clash(
            self.described({name: self.fields[name].prepare_value(value) for name, value in saved.items()}),
            self.described(mine),
            f"{self.key}.{theirs.revision}",
        )

    def described(self, shown: Mapping[str, Any]) -> str:
        """Write in one line what the controls show."""
        return ", ".join(str(value) for value in shown.values() if value) or gettext("tyhjä")

    def say(self, error: DomainError) -> None:
        """Show a domain's sentence beside the part."""
        self.add_error(error.field if error.field in self.fields else None, said(error.message))

    @property
    def _content(self) -> list[str]:
        return [name for name in self.fields if name != "seen"]

    @property
    def _typed_mark(self) -> str:
        return _mark(self[name].value() for name in self._content)

    @property
    def _seen(self) -> tuple[int, str]:
        revision, _dot, mark = str(self["seen"].value() or "").partition(".")
        return (int(revision) if revision.isascii() and revision.isdigit() and len(revision) <= 9 else -1, mark)  # noqa: PLR2004 - digits


class FigureForm(PartForm):
    """One indicator's figure of the period, or why there is none."""

    STATES: ClassVar[list[tuple[str, Promise]]] = [
        (_State.REPORTED, gettext_lazy("luku")),
        (_State.NOT_MEASURED, gettext_lazy("ei vielä mitattu")),
        (_State.NOT_APPLICABLE, gettext_lazy("ei koske")),
    ]
    attributes = {name: name for name in ("state", "total", "denominator", "women", "non_binary", "deviation")}

    state = forms.ChoiceField(label=gettext_lazy("Tila"), choices=STATES, widget=forms.RadioSelect, required=False)
    deviation = Paragraphs(
        label=gettext_lazy("Miksi luku poikkeaa suunnitellusta"), required=False, max_length=_LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, figure: ReportFigure, data: QueryDict | None = None) -> None:
        opening = {name: getattr(figure, name) for name in ("total", "women", "non_binary", "denominator", "deviation")}
        opening["state"] = _State.REPORTED if figure.state == _State.MISSING else figure.state
        key, numbers = f"f{figure.pk}", _number_fields(figure)
        super().__init__(data, key=key, revision=figure.revision, opening=opening, more=numbers)
        self.figure = figure

    def values(self) -> dict[str, Any]:
        """Give what save_figure takes; a number left empty says nothing yet."""
        given = {"women": None, "non_binary": None, "denominator": None} | self.cleaned_data
        given.pop("seen")
        state = given["state"] or _State.REPORTED
        given["state"] = _State.MISSING if state == _State.REPORTED and given["total"] is None else state
        return given

    def described(self, shown: Mapping[str, Any]) -> str:
        state = str(shown.get("state") or _State.REPORTED)
        if state in {_State.NOT_MEASURED, _State.NOT_APPLICABLE}:
            return str(dict(self.STATES)[state])
        parts = [f"{self.fields[name].label}: {value}" for name, value in shown.items() if name != "state" and value]
        return ", ".join(parts) or gettext("tyhjä")


class TextForm(PartForm):
    """One part of the narrative."""

    attributes = {"written": "text"}

    written = Paragraphs(required=False, max_length=_LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, text: ReportText, data: QueryDict | None = None) -> None:
        super().__init__(data, key=f"t-{text.field}", revision=text.revision, opening={"written": text.text})
        self.text = text


class FundingForm(PartForm):
    """Money of one source used in the period."""

    attributes = {"used": "used"}

    used = MoneyField()

    def __init__(self, funding: ReportFunding, data: QueryDict | None = None) -> None:
        key = f"r-{funding.source}"
        super().__init__(data, key=key, revision=funding.revision, opening={"used": funding.used})
        self.funding = funding


class EndingForm(PartForm):
    """Whether this is the project's last report, and when the project really ended."""

    attributes = {"is_last": "is_last", "real_end": "real_end"}

    is_last = forms.BooleanField(label=gettext_lazy("Tämä on hankkeen viimeinen raportti"), required=False)
    real_end = DayField(label=gettext_lazy("Hanke päättyi"), required=False, max_length=40)

    def __init__(self, report: ProjectReport, data: QueryDict | None = None) -> None:
        opening = {"is_last": report.is_last, "real_end": report.real_end}
        super().__init__(data, key="loppu", revision=report.revision, opening=opening)

    def described(self, shown: Mapping[str, Any]) -> str:
        last = gettext("viimeinen raportti") if shown.get("is_last") else gettext("ei viimeinen raportti")
        return ", ".join(str(each) for each in (last, shown.get("real_end")) if each)


def _number_fields(figure: ReportFigure) -> dict[str, forms.Field]:
    """Make the numbers an indicator asks for, in its own decimals."""
    indicator = figure.indicator
    labels = {"total": gettext_lazy("Kaikkiaan")}
    if indicator.combination == "share":
        labels = {"total": gettext_lazy("Osoittaja"), "denominator": gettext_lazy("Nimittäjä")}
    if indicator.counts_women:
        labels |= {"women": gettext_lazy("Naisia"), "non_binary": gettext_lazy("Muunsukupuolisia")}
    made: dict[str, forms.Field] = {
        name: NumberField(label=label, decimals=indicator.decimals) for name, label in labels.items()
    }
    for name, field in made.items():
        marks = {"data-number": True, "data-first": name == "total", "data-zero": name in {"total", "women"}}
        field.widget.attrs |= {mark: "" for mark, is_set in marks.items() if is_set}
    return made


def _mark(values: Iterable[object]) -> str:
    """Mark what a part's controls hold, alike for what was drawn and what a browser sends back."""
    shown = ("" if value in {None, False} else str(value).replace("\r\n", "\n").strip() for value in values)
    return hashlib.sha256("\0".join(shown).encode()).hexdigest()[:_MARK_LENGTH]
