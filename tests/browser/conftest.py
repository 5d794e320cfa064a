"""The product as people meet it: its own server with the demo, and chromium. A missing browser is a failure."""

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PATIENCE = 90  # seconds for the server to start and load the demo
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
_OF_TESTS = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL", "HANKEKORI_SECRET_KEY"}
_OWN_COMMAND = [sys.executable, "-c", "from hankekori.cli.main import main; main()"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """Return the folder of the server: its data in var, its log."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(folder) -> Iterator[str]:
    """Start the server with the demo in a data folder of its own; gives its address."""
    port = _free_port()
    own = {"HANKEKORI_DATA_DIR": str(folder / "var"), "HANKEKORI_DEMO": "1"}
    inherited = {name: value for name, value in os.environ.items() if name not in _OF_TESTS}
    with (folder / "log").open("w") as log:
        command = [*_OWN_COMMAND, "serve", "--demo", "--port", str(port)]
        server = subprocess.Popen(command, env=inherited | own, stdout=log, stderr=log)
        try:
            _wait_for(port, server, folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(30)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start chromium for a module: while it is open, no other test of this process may ask the database."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def signed_in(chromium, site) -> Callable[[str], str]:
    """Return a function that gives the session cookie of a role, chosen on the first page once."""
    kept: dict[str, str] = {}

    def cookie(role: str) -> str:
        if role not in kept:
            context = chromium.new_context(locale="fi-FI")
            page = context.new_page()
            page.goto(site)
            page.get_by_role("button", name=role, exact=True).click()
            kept[role] = next(each["value"] for each in context.cookies() if each["name"] == "sessionid")
            context.close()
        return kept[role]

    return cookie


@pytest.fixture(scope="module")
def contexts(chromium, site, signed_in) -> Iterator[Callable[..., Page]]:
    """Return a function that gives a page of its own: for a role or nobody, in a language, with other wishes."""
    opened: list[BrowserContext] = []

    def page(role: str | None = "Koordinaattori", *, language: str = "fi", **wishes) -> Page:
        viewport = wishes.pop("viewport", {"width": 1280, "height": 900})
        context = chromium.new_context(locale=LOCALES[language], base_url=site, viewport=viewport, **wishes)
        opened.append(context)
        if role:
            context.add_cookies([{"name": "sessionid", "value": signed_in(role), "url": site}])
        context.set_default_timeout(10_000)
        new = context.new_page()
        new.complaints = []
        new.on("console", lambda message: new.complaints.append(f"{new.url}: {message.text}"))
        new.on("pageerror", lambda error: new.complaints.append(f"{new.url}: {error}"))
        return new

    yield page
    for context in opened:
        context.close()


@pytest.fixture
def visit(contexts) -> Iterator[Callable[..., Page]]:
    """Like `contexts`; at the end of the test no page may have complained to the console."""
    pages: list[Page] = []

    def visited(*args, **wishes) -> Page:
        pages.append(contexts(*args, **wishes))
        return pages[-1]

    yield visited
    complaints = [line for page in pages for line in page.complaints]
    for page in pages:
        page.close()
    assert complaints == []


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """List the accessibility rules the page breaks, each with the elements that break it."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError), contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)) as asked:
            asked.request("GET", "/")
            if asked.getresponse().status == http.HTTPStatus.OK:
                return
        time.sleep(0.2)
    pytest.fail(f"The server did not start:\n{log.read_text()[-3000:]}")
