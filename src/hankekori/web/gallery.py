"""Examples for the gallery: every component in every state, with invented content."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language

from hankekori.charts.inline_bullet import bullet_svg
from hankekori.charts.inline_course import course_svg
from hankekori.charts.inline_maps import tile_svg
from hankekori.charts.inline_timeline import timeline_strips
from hankekori.charts.values import (
    BulletBar,
    CourseLine,
    CoursePoint,
    MunicipalityTiles,
    ProjectTimeline,
    Tile,
    TimelineRow,
)
from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, Figure, reported
from hankekori.core.status import Light
from hankekori.web.list_filters import (
    apply_filters,
    choice_filter,
    day_filter,
    flag_filter,
    number_filter,
    read_sort,
    search_filter,
)
from hankekori.web.paging import PageOf
from hankekori.web.shell import MenuItem, RoleChoice, Shell, financier_note
from hankekori.web.tables import Column, DataTable, Link, head_of

MENU_LABELS = (
    ("Tilannekuva", None), ("Hankekori", 25), ("Suunnitelma", None), ("Seuranta", 3), ("Työllistyneet", None),
    ("Kumppanit", None), ("Tarpeet", 4), ("Valmistelu", None), ("Viestintä", None), ("Työryhmä", None),
    ("Raportit", None), ("Asetukset", None),
)  # fmt: skip


class ExampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="Nimi", help_text="Hankkeen nimi niin kuin se on rahoituspäätöksessä.")
    amount = forms.CharField(label="Julkinen rahoitus, euroa", required=False, help_text="Esimerkiksi 194 225,00")
    day = forms.DateField(label="Alkaa", required=False, widget=forms.DateInput(attrs={"class": "short"}))
    fund = forms.ChoiceField(label="Rahasto", choices=[("ESF", "ESR"), ("ERDF", "EAKR")])
    kind = forms.ChoiceField(
        label="Hankkeen laji",
        choices=[("basket", "Korin hanke"), ("other", "Muu hanke")],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(label="Perustelu", widget=forms.Textarea, required=False)
    agreed = forms.BooleanField(label="Työryhmä on hyväksynyt", required=False)
    documents = forms.FileField(label="Hankekuvaukset", required=False, help_text="txt, html, pdf tai zip")


def gallery_context(request: HttpRequest) -> dict[str, Any]:
    """Gather what the gallery page shows."""
    return {
        "shell": _shell(),
        "lights": tuple(Light),
        "figures": {
            "jobs": reported(Decimal(61), Decimal(18)),
            "zero": reported(Decimal(0), Decimal(0)),
            "not_measured": NOT_MEASURED,
            "not_applicable": NOT_APPLICABLE,
            "missing": MISSING,
        },
        "values": _values(),
        "as_of": date(2011, 12, 31),
        "rows": _rows(),
        "head": head_of(_columns(), read_sort(request.GET, ["name", "actual"], default="-actual")),
        "table": _table(),
        "applied": apply_filters(_filters(), request.GET or QueryDict("q=verkosto&rahasto=ESF&vahintaan=kymmenen")),
        "page": PageOf(rows=tuple(range(151, 201)), number=4, size=50, total=612),
        "empty_form": ExampleForm(),
        "wrong_form": ExampleForm({"name": "", "day": "32.1.2012", "fund": "ESF", "kind": "basket"}),
        "tabs": _tabs(request.path),
        "trail": [Link("Hankekori", "#"), Link("Yritysten aktivointi", "#")],
        "facts": [("Koodi", "S99999"), ("Toteuttaja", Link("Esimerkkikunta", "#")), ("Päättynyt", None)],
        "todo": [
            {"text": "2 raporttia myöhässä", "url": "#", "note": "12 päivää ja 3 päivää; muistutettu 27.4."},
            {"text": "Haku sulkeutuu 31.5.", "url": "#", "note": "luonnoksesta puuttuu kuntarahapäätös"},
        ],
        "hidden": [("code", "S99999")],
        "pictures": _pictures(),
        "timeline": _timeline(),
    }


def _shell() -> Shell:
    return Shell(
        programme="Esimerkkiseutu nousuun",
        places="Rantala, Mäkelä, Niemi",
        menu=tuple(
            MenuItem(label=label, url=f"#{at}", count=count, is_current=label == "Hankekori")
            for at, (label, count) in enumerate(MENU_LABELS)
        ),
        person="Koordinaattori",
        role="Ohjelman koordinaattori",
        roles=(
            RoleChoice(key="coordinator", label="Koordinaattori", is_current=True),
            RoleChoice(key="member", label="Työryhmän jäsen"),
        ),
        role_url="#",
        financier=financier_note({"ESF", "ERDF"}, "2007-2013"),
        has_example_data=True,
    )


def _values() -> list[tuple[str, Any]]:
    return [
        ("Luku", reported(Decimal("1234567.5"))),
        ("Nolla", reported(Decimal(0))),
        ("Ei vielä mitattu", NOT_MEASURED),
        ("Ei koske", NOT_APPLICABLE),
        ("Puuttuu", MISSING),
    ]


def _rows() -> list[dict[str, Any]]:
    return [
        _row("Työvoimapoliittiset toimet", Light.LATE, reported(Decimal(49), Decimal(19)), 62, 200),
        _row("Yritysten aktivointi ja uudet työpaikat", Light.AT_RISK, reported(Decimal(61), Decimal(18)), 92, 155),
        _row("Matkailu ja vapaa-ajan asuminen", Light.ON_COURSE, reported(Decimal(41)), 38, 60),
        _row("Valtion alueellistaminen", Light.NOT_MEASURED, NOT_MEASURED, None, 10),
        _row("Markkinointi", Light.MISSING, MISSING, 50, 60),
        _row("Logistiikka", Light.NOT_APPLICABLE, NOT_APPLICABLE, None, None),
    ]


def _row(name: str, light: Light, actual: Figure, expected: int | None, planned: int | None) -> dict[str, Any]:
    bar = BulletBar(name, actual.value, expected, planned) if planned and expected else None
    return {
        "name": name, "light": light, "actual": actual, "note": "esimerkkirivi, jonka alla on selitys omin sanoin",
        "expected": NOT_APPLICABLE if expected is None else expected,
        "planned": NOT_APPLICABLE if planned is None else planned,
        "svg": bullet_svg(bar, get_language() or "fi") if bar else "",
    }  # fmt: skip


def _columns() -> list[Column]:
    return [
        Column(key="name", label="Tavoite", is_sortable=True),
        Column(key="bar", label="Toteutunut ja odotettu"),
        Column(key="actual", label="Nyt", kind="number", is_sortable=True),
        Column(key="expected", label="Odotettu", kind="number"),
        Column(key="planned", label="Tavoite", kind="number"),
        Column(key="women", label="Naisia", kind="number"),
    ]


def _table() -> DataTable:
    return DataTable(
        caption="Rahoitus lähteittäin",
        columns=[
            Column(key="source", label="Lähde"),
            Column(key="granted", label="Myönnetty", kind="amount", unit="euroa"),
            Column(key="paid", label="Maksettu", kind="amount", unit="euroa"),
            Column(key="share", label="Käytetty", kind="percent", decimals=1),
        ],
        rows=[
            ["EU ja valtio", 194225, 149800, Decimal("77.1")],
            ["Kunnat", 48000, 0, Decimal(0)],
            ["Yksityinen", None, None, NOT_APPLICABLE],
        ],
        totals=["Yhteensä", 242225, 149800, Decimal("61.8")],
    )


def _filters() -> list[Any]:
    return [
        search_filter("q", "Haku", fields=["name"]),
        choice_filter("rahasto", "Rahasto", choices=[("ESF", "ESR"), ("ERDF", "EAKR")], field="fund"),
        number_filter("vahintaan", "Rahoitus vähintään", field="granted", at_least=True),
        day_filter("alkaen", "Alkaa aikaisintaan", field="start", at_least=True),
        flag_filter("kaynnissa", "Vain käynnissä olevat", condition=Q(status="running")),
    ]


def _pictures() -> list[tuple[str, str, DataTable]]:
    language = get_language() or "fi"
    course = CourseLine(
        points=(
            CoursePoint(date(2009, 12, 31), expected=10, actual=4),
            CoursePoint(date(2010, 12, 31), expected=50, actual=31),
            CoursePoint(date(2011, 12, 31), expected=92, actual=61, low=61, likely=61, high=61),
            CoursePoint(date(2013, 12, 31), expected=155, low=98, likely=120, high=141),
        ),
        planned=155,
    )
    tiles = MunicipalityTiles(
        (Tile("Rantala", 0, 1, 12, emphasised=True), Tile("Mäkelä", 1, 0, 4), Tile("Niemi", 1, 1, 45, emphasised=True),
         Tile("Salmi", 2, 1), Tile("Lehto", 2, 2, 27))
    )  # fmt: skip
    drawn = [
        ("Toteutunut, odotettu ja ennuste", course_svg(course, language)),
        ("Kunnat, uudet työpaikat", tile_svg(tiles, language)),
    ]
    return [(caption, svg, replace(_table(), caption=caption)) for caption, svg in drawn]


def _timeline() -> dict[str, Any]:
    rows = (
        TimelineRow("Verkosto voimaksi", date(2008, 8, 1), date(2011, 7, 31)),
        TimelineRow("Uudet urat", date(2009, 5, 1), date(2012, 4, 30)),
        TimelineRow("Yrityspuiston kunnallistekniikka", date(2010, 3, 1), None),
    )
    drawn = timeline_strips(ProjectTimeline(rows, today=date(2012, 4, 30)), get_language() or "fi")
    return {
        "years": drawn.years,
        "rows": [{"row": row, "url": "#", "svg": svg} for row, svg in zip(rows, drawn.strips, strict=True)],
    }


def _tabs(path: str) -> list[MenuItem]:
    return [
        MenuItem(label="Kuvaus", url=path, is_current=True),
        MenuItem(label="Seuranta", url="#", count=4),
        MenuItem(label="Historia", url="#"),
    ]
