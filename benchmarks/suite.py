"""The benchmarks, each with the bar the product promises."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import psutil
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks import compile as compilations
from benchmarks import forecasts, ledger, rounds
from benchmarks.measure import Result, best_ms
from benchmarks.pages import page_of
from benchmarks.programme import AS_OF, NOW, make_programme
from hankekori.areas.accounts.models import User
from hankekori.areas.monitoring.actions import record_entries
from hankekori.areas.monitoring.entries import NewEntry
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.description.reader import read_description
from hankekori.core.description.writer import write_text
from hankekori.exchange.applying import apply_import
from hankekori.exchange.plans import plan_import
from hankekori.exchange.uploads import collect_paths
from hankekori.reports.frozen_files import WRITERS
from hankekori.reports.working_group import build_report
from hankekori.web.downloads import xlsx_bytes
from hankekori.web.tables import Column

ROOT = Path(__file__).parent.parent
NATIONAL_LIST = ROOT.parent / "shared" / "samples" / "eura-projektilista-2007-2013.csv"
DESCRIPTIONS = ROOT / "src" / "hankekori" / "demo" / "data" / "descriptions"
SEEDS_SIZE = 7_173  # bytes of S11010's description


def measured() -> Iterator[tuple[str, Result]]:
    yield "descriptions read per second, one core", _reading()
    yield "12,000 rows to XLSX", _workbook()
    if NATIONAL_LIST.exists():
        yield "national project list into an empty programme", _national_list()
    sixty = make_programme("sixty", projects=60)
    yield "working group's report, 60 projects, four formats", _report(sixty)
    hundred = make_programme("hundred", projects=100)
    yield "list page, 100 projects", _page(hundred, "hankekori/")
    large = make_programme("large", projects=500)
    yield "first page, 500 projects", _page(large, "")
    yield "plan page, 500 projects", _page(large, "suunnitelma/")
    thousand = make_programme("thousand", projects=1000)
    yield "roll-up, 1,000 projects and 12,000 ledger rows", _roll_up(thousand)
    for programme in (hundred, thousand):
        size = Project.objects.filter(programme=programme).count()
        took, statements = _one_figure(programme)
        yield f"one figure until the totals are right, {size} projects", took
        yield f"statements for one figure, {size} projects", statements
    if national := Programme.objects.filter(slug="national").first():
        yield from compilations.measured(national, thousand)
    yield "memory of a web process", _memory()
    yield from forecasts.measured()
    yield from rounds.measured()
    yield from ledger.measured()


def _reading() -> Result:
    """Read a description of the demo, its summary filled up to the size of the seed project's description."""
    description = read_description(max((file.read_text() for file in DESCRIPTIONS.glob("*.txt")), key=len))
    missing = SEEDS_SIZE - len(write_text(description).encode())
    paragraphs = [description.summary or "", *["Hanke kokoaa tulokset. " * 20] * (missing // 460)]
    text = write_text(replace(description, summary="\n\n".join(paragraphs)))
    took = best_ms(lambda: [read_description(text) for _ in range(200)])
    return Result(200_000 / took, "documents/s", 2000, more_is_better=True)


def _workbook() -> Result:
    columns = [Column(key="text", label="Text"), *(Column(key=f"n{n}", label=f"N{n}", kind="number") for n in range(8))]
    rows = [[f"row {n}", *(Decimal(n * k) for k in range(8))] for n in range(12_000)]
    return Result(best_ms(lambda: xlsx_bytes(columns, rows, sheet="bench"), times=2) / 1000, "s", 2)


def _national_list() -> Result:
    programme = Programme.objects.create(slug="national", name_fi="Koko maa", start=date(2007, 1, 1), end=AS_OF)
    began = time.perf_counter()
    plan = plan_import(collect_paths([NATIONAL_LIST]), programme=programme)
    apply_import(plan=plan, by=None, now=NOW)
    return Result(time.perf_counter() - began, "s", 15)


def _report(programme: Programme) -> Result:
    def whole() -> None:
        document = build_report(programme, as_of=AS_OF, known_on=NOW.date(), language="fi")
        for write in WRITERS.values():
            write(document)

    whole()  # the first one loads fonts and compilers, as a server has long done
    return Result(best_ms(whole, times=3) / 1000, "s", 1)


def _page(programme: Programme, path: str) -> Result:
    return Result(best_ms(page_of(programme, path), times=7), "ms", 50 if path == "hankekori/" else 100)


def _roll_up(programme: Programme) -> Result:
    return Result(best_ms(lambda: programme_state(programme, as_of=AS_OF, known_on=NOW.date()), times=7), "ms", 100)


def _one_figure(programme: Programme) -> tuple[Result, Result]:
    project = Project.objects.filter(programme=programme).order_by("pk")[0]
    indicator = programme.indicators.order_by("pk")[0]
    entry = NewEntry(project.pk, indicator.pk, date(2012, 1, 1), date(2012, 6, 30), Decimal(1), Decimal(0))

    def record() -> None:
        record_entries(by=None, now=NOW, programme=programme, entries=[entry])

    record()
    with CaptureQueriesContext(connection) as statements:
        record()
    return Result(best_ms(record), "ms", 50), Result(len(statements), "statements", 20)


def _memory() -> Result:
    """Serve the pages of the largest programme from one process and read its resident memory."""
    port = 8765
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    server = subprocess.Popen(
        [*command, "hankekori.config.wsgi:application"], stdout=subprocess.DEVNULL, env=os.environ
    )
    try:
        return Result(_resident_after_pages(server, port), "MB", 200)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _resident_after_pages(server: "subprocess.Popen[bytes]", port: int) -> float:
    session = Client()
    session.force_login(User.objects.get(email="thousand@example.org"))
    cookie = f"sessionid={session.cookies['sessionid'].value}"
    for path in ("", "hankekori/", "suunnitelma/") * 5:
        address = f"http://127.0.0.1:{port}/thousand/{path}"
        request = urllib.request.Request(address, headers={"Cookie": cookie})
        for _ in range(40):
            try:
                urllib.request.urlopen(request, timeout=10).read()
                break
            except OSError:
                time.sleep(0.5)
    workers = psutil.Process(server.pid).children(recursive=True)
    return max(worker.memory_info().rss for worker in workers) / 1_000_000
