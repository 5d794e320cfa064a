"""Forms of an import: the files, and which column of a spreadsheet is which of our fields."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.core.columns import PROJECT_COLUMNS
from hankekori.core.texts import Translated
from hankekori.exchange.uploads import LARGEST_FILE, Intake, RefusedFile, UploadedFile, collect_files
from hankekori.pages.basket.words import said

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile as DjangoUpload


class MultipleFileInput(forms.ClearableFileInput):
    """A file input that takes several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or many."""

    widget = MultipleFileInput

    def clean(self, data: Any, initial: Any = None) -> "list[DjangoUpload[Any]]":  # noqa: ANN401 - Django's signature
        files = data if isinstance(data, list) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files or [None]]


class FilesForm(forms.Form):
    """The files of one import."""

    documents = FilesField(
        label=gettext_lazy("Tiedostot"),
        allow_empty_file=True,  # named with its reason among what is left out, as every other file that cannot be used
        error_messages={"required": gettext_lazy("Valitse ainakin yksi tiedosto.")},
        help_text=gettext_lazy(
            "Viralliset kuvaukset (txt, html, pdf), hankeluettelot (csv), taulukot (xlsx, ods, csv) "
            "tai näitä zip-arkistossa. "
            "Mitään ei tallenneta ennen kuin olet nähnyt, mitä tiedostoista ymmärrettiin."
        ),
    )  # fmt: skip

    @property
    def intake(self) -> Intake:
        """Read the files within the limits; a file over them is refused without being read."""
        files: list[DjangoUpload[Any]] = self.cleaned_data["documents"]
        small = [file for file in files if (file.size or 0) <= LARGEST_FILE]
        taken = collect_files(UploadedFile(file.name or "", file.read()) for file in small)
        large = tuple(
            RefusedFile(file.name or "", _TOO_LARGE.filled(limit=LARGEST_FILE // 1_000_000))
            for file in files
            if file not in small
        )
        return Intake(taken.files, (*large, *taken.refused))


class ColumnsForm(forms.Form):
    """Which of our fields each column of the draft's spreadsheets is; a field comes from one column only."""

    def __init__(self, *args: Any, sheets: Sequence[Mapping[str, Any]], **options: Any) -> None:  # noqa: ANN401 - Django's options
        super().__init__(*args, **options)
        self.sheets = sheets
        choices = [("", _("ei tuoda")), *((column.field, said(column.label)) for column in PROJECT_COLUMNS)]
        for place, sheet in enumerate(sheets):
            for column, (heading, sample) in enumerate(zip(sheet["headings"], sheet["samples"], strict=True)):
                self.fields[_name(place, column)] = forms.ChoiceField(
                    label=heading or _("sarake %(n)s") % {"n": column + 1},
                    choices=choices,
                    required=False,
                    initial=sheet["mapping"].get(str(column), ""),
                    help_text=_("esim. %(sample)s") % {"sample": sample}
                    if (sample := sheet["samples"][column])
                    else "",
                )

    @property
    def groups(self) -> list[tuple[Mapping[str, Any], list[forms.BoundField]]]:
        """The sheets with the fields of their columns."""
        return [
            (sheet, [self[_name(place, column)] for column in range(len(sheet["headings"]))])
            for place, sheet in enumerate(self.sheets)
        ]

    @property
    def mappings(self) -> dict[str, dict[int, str]]:
        return {sheet["file"]: self._mapping(place) for place, sheet in enumerate(self.sheets)}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for place, sheet in enumerate(self.sheets):
            chosen = list(self._mapping(place).values())
            if twice := {field for field in chosen if chosen.count(field) > 1}:
                names = ", ".join(sorted(said(column.label) for column in PROJECT_COLUMNS if column.field in twice))
                raise ValidationError(
                    _("%(file)s: sama tieto on valittu kahdelle sarakkeelle (%(names)s).")
                    % {"file": sheet["file"], "names": names}
                )
        return cleaned

    def _mapping(self, place: int) -> dict[int, str]:
        columns = range(len(self.sheets[place]["headings"]))
        typed = {column: self.cleaned_data.get(_name(place, column)) for column in columns}
        return {column: field for column, field in typed.items() if field}


def _name(place: int, column: int) -> str:
    return f"column-{place}-{column}"


_TOO_LARGE = Translated(
    "Tiedosto on yli {limit} megatavua. Jaa se osiin.",
    "Filen är över {limit} megabyte. Dela upp den.",
    "The file is over {limit} megabytes. Split it.",
)
