"""Forms of the basket: a project's basics, its step in the basket, its shares of the plan."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.errors import DomainError
from hankekori.areas.plan.models import Measure
from hankekori.areas.programmes.models import Programme
from hankekori.areas.programmes.queries import municipalities_of
from hankekori.areas.projects.actions import CODE_FORM
from hankekori.areas.projects.models import Funding, Project
from hankekori.core.money import format_percent
from hankekori.pages.basket.edits import SEEN_FIELD, EditClashError, marks_of
from hankekori.pages.basket.form_fields import DayField, EurosField, Paragraphs, PlainText, ShareField
from hankekori.pages.basket.saving import AMOUNTS, STEPS, amounts_of, basics_of, shares_of
from hankekori.pages.basket.shown_values import shown_value
from hankekori.pages.basket.words import KINDS, SOURCES, STAGES, language, said

_State = Project.BasketState


class BasketForm(forms.Form):
    """A form that can tell what an action refused."""

    is_clashing = False  # another saved the same things while this form was open
    field_names: ClassVar[Mapping[str, str]] = {}  # an action's word for a field -> the form's

    def say(self, error: DomainError) -> None:
        """Show a domain's sentence beside the field it is about, else above the form."""
        if isinstance(error, EditClashError):
            self._say_clash(error)
        else:
            field = self.field_names.get(error.field, error.field)
            self.add_error(field if field in self.fields else None, said(error.message))

    def shown_now(self, error: EditClashError) -> Mapping[str, str]:  # noqa: ARG002 - overridden where fields have values
        """Write what another has saved in the clashing fields."""
        return {}

    def _say_clash(self, error: EditClashError) -> None:
        """Tell what another has saved beside each field; saving again then goes over it, knowingly."""
        self.is_clashing = True
        self.add_error(None, said(error.message))
        for name, value in self.shown_now(error).items():
            self.add_error(name, _("Tähän on sillä välin tallennettu: %(value)s") % {"value": value or _("tyhjä")})
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a bound form has a QueryDict
        data[SEEN_FIELD] = marks_of(error.current)
        self.data = data


class BasicsForm(BasketForm):
    """What a project is; its name is enough to begin with."""

    code = PlainText(
        label=gettext_lazy("Hankekoodi"), required=False, max_length=10,
        help_text=gettext_lazy("Iso kirjain ja 4–9 numeroa, esimerkiksi S11010. Jätä tyhjäksi, jos koodia ei ole."),
    )  # fmt: skip
    name = PlainText(label=gettext_lazy("Hankkeen nimi"), max_length=500)
    kind = forms.ChoiceField(label=gettext_lazy("Laji"), choices=list(KINDS.items()))
    stage = forms.ChoiceField(label=gettext_lazy("Vaihe"), choices=list(STAGES.items()))
    fund = PlainText(
        label=gettext_lazy("Rahasto"), required=False, max_length=20,
        help_text=gettext_lazy("Lyhenne niin kuin rahoituspäätöksessä: ESR, EAKR, JTF."),
    )  # fmt: skip
    programme_period = PlainText(
        label=gettext_lazy("Ohjelmakausi"), required=False, max_length=20,
        help_text=gettext_lazy("Esimerkiksi 2007-2013. Kausi ratkaisee mittarit ja julkisuussäännöt."),
    )  # fmt: skip
    implementer = PlainText(label=gettext_lazy("Toteuttaja"), required=False, max_length=300)
    business_id = PlainText(label=gettext_lazy("Toteuttajan Y-tunnus"), required=False, max_length=20)
    start = DayField(label=gettext_lazy("Alkaa"), required=False, max_length=40)
    end = DayField(label=gettext_lazy("Päättyy"), required=False, max_length=40)
    municipalities = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Kunnat"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    summary = Paragraphs(label=gettext_lazy("Tiivistelmä"), required=False, max_length=100_000)
    website = PlainText(label=gettext_lazy("Kotisivu"), required=False, max_length=200)
    granted_eu_state = EurosField(label=gettext_lazy("Myönnetty EU- ja valtion rahoitus, euroa"), max_length=40)
    realised_eu_state = EurosField(label=gettext_lazy("Toteutunut EU- ja valtion rahoitus, euroa"), max_length=40)
    planned_public = EurosField(label=gettext_lazy("Suunniteltu julkinen rahoitus, euroa"), max_length=40)
    realised_public = EurosField(label=gettext_lazy("Toteutunut julkinen rahoitus, euroa"), max_length=40)
    contact_name = PlainText(label=gettext_lazy("Yhteyshenkilö"), required=False, max_length=200)
    contact_title = PlainText(label=gettext_lazy("Yhteyshenkilön asema"), required=False, max_length=200)
    contact_email = PlainText(label=gettext_lazy("Yhteyshenkilön sähköposti"), required=False, max_length=200)
    contact_phone = PlainText(label=gettext_lazy("Yhteyshenkilön puhelin"), required=False, max_length=100)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        programme: Programme,
        project: Project | None = None,
        with_personal: bool,
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        self.initial = basics_of(project) if project else {}
        links = municipalities_of(programme)
        offered = {link.municipality.pk: said(link.municipality.name) for link in links}
        if project:
            offered |= {each.pk: said(each.name) for each in project.municipalities.all()}
            del self.fields["code"]  # names the project for good
            self.fields[SEEN_FIELD] = _seen_field(self.initial)
        if not with_personal:
            for name in Project.PERSONAL:
                del self.fields[name]
        chosen: Any = self.fields["municipalities"]
        chosen.choices = sorted(offered.items(), key=lambda one: one[1])

    def clean_code(self) -> str | None:
        code: str = self.cleaned_data["code"]
        if code and not CODE_FORM.fullmatch(code):
            raise ValidationError(_("Koodi on iso kirjain ja 4–9 numeroa, esimerkiksi S11010."))
        return code or None

    def shown_now(self, error: EditClashError) -> Mapping[str, str]:
        return {name: self._shown(name, error.current[name]) for name in error.names}

    def _shown(self, name: str, value: Any) -> str:  # noqa: ANN401 - any field's value
        choices = dict(getattr(self.fields[name], "choices", ()))
        if isinstance(value, list):
            return shown_value([choices.get(each, each) for each in value])
        return shown_value(choices.get(value, value))


class StepForm(BasketForm):
    """What the office may do to a project's place in the basket: propose it, or take the proposal back."""

    step = forms.ChoiceField(choices=[(step, step) for step in STEPS], widget=forms.HiddenInput)

    def __init__(self, *args: Any, project: Project, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        self.initial = {"step": "withdraw" if project.basket_state == _State.PROPOSED else "propose"}


class SharesForm(BasketForm):
    """The share of the project in each measure of the plan, in percent; together 100 or nothing at all."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's options
        measures: Sequence[Measure],
        shares: Mapping[int, Decimal],  # measure's id -> part of one, as they are now
        **options: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        super().__init__(*args, **options)
        self.initial = {f"share-{key}": share for key, share in shares.items()}
        self._measures = measures
        for measure in measures:
            label = f"{measure.number} {said(measure.name)}"
            self.fields[share_field(measure)] = ShareField(label=label, max_length=20)
        self.fields[SEEN_FIELD] = _seen_field(shares_of(shares))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        total = sum(self.shares.values(), Decimal(0))
        if not self.errors and self.shares and total != 1:
            percent = format_percent(total * 100, language(), decimals=2)
            raise ValidationError(_("Osuuksien summa on %(total)s. Sen pitää olla 100 %%.") % {"total": percent})
        return cleaned

    @property
    def shares(self) -> dict[Measure, Decimal]:
        """The shares typed, without the empty ones."""
        typed = {measure: self.cleaned_data.get(share_field(measure)) for measure in self._measures}
        return {measure: share for measure, share in typed.items() if share}


class FundingForm(BasketForm):
    """A project's money of one source and year."""

    year = forms.IntegerField(
        label=gettext_lazy("Vuosi"), min_value=1990, max_value=2100,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip
    source = forms.ChoiceField(label=gettext_lazy("Lähde"), choices=list(SOURCES.items()))
    planned = EurosField(label=gettext_lazy("Suunniteltu, euroa"), max_length=40)
    granted = EurosField(label=gettext_lazy("Myönnetty, euroa"), max_length=40)
    paid = EurosField(label=gettext_lazy("Maksettu, euroa"), max_length=40)

    def __init__(self, *args: Any, row: Funding | None, **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        self._is_new = row is None
        if row:
            self.initial = {"year": row.year, "source": row.source, **amounts_of(row)}
        self.fields[SEEN_FIELD] = _seen_field(amounts_of(row) if row else {})

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self._is_new and not self.errors and all(cleaned.get(name) is None for name in AMOUNTS):
            raise ValidationError(_("Kirjoita ainakin yksi summa. Nolla on summa, tyhjä ei ole."))
        return cleaned

    def shown_now(self, error: EditClashError) -> Mapping[str, str]:
        return {name: shown_value(error.current[name]) for name in error.names}


def share_field(measure: Measure) -> str:
    return f"share-{measure.pk}"


def _seen_field(opened: Mapping[str, Any]) -> forms.Field:
    """Make the hidden field that carries what was seen when the form was opened."""
    return forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput, initial=marks_of(opened))
