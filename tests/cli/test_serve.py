"""`serve`: starts, answers, stops; and says why it cannot."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answered(url: str, seconds: float) -> str:
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as page:  # noqa: S310 - our own address
                return page.read().decode()
        except urllib.error.HTTPError:
            raise
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def calendar_of_a_meeting(site: str) -> str:
    """Choose a role as a visitor of the demo does and fetch a meeting for a calendar."""
    visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', visitor.open(f"{site}/").read().decode())
    visitor.open(f"{site}/rooli/", urllib.parse.urlencode({"csrfmiddlewaretoken": token[1], "role": "1"}).encode())
    return visitor.open(f"{site}/heinola/tyoryhma/kokoukset/1/kalenteri.ics").read().decode()


def test_demo_is_served_with_its_report_and_stops(tmp_path: Path, port: int) -> None:
    command = [sys.executable, "-m", "hankekori", "serve", "--demo", "--port", str(port)]
    environment = os.environ | {"HANKEKORI_DATA_DIR": str(tmp_path / "data"), "HANKEKORI_LANGUAGE": "en"}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert "Heinolan seutu nousuun" in answered(f"http://127.0.0.1:{port}/", seconds=90)
        reports = tmp_path / "data" / "reports"
        assert f"URL:http://127.0.0.1:{port}/heinola/" in calendar_of_a_meeting(f"http://127.0.0.1:{port}")
        deadline = time.monotonic() + 60
        while not list(reports.glob("*.json")) and time.monotonic() < deadline:
            time.sleep(0.2)
    finally:
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=60)
    assert server.returncode == 0, err
    assert f"http://127.0.0.1:{port}/" in out
    assert "Coordinator" in out
    assert sorted(file.suffix for file in reports.iterdir()) == [".docx", ".html", ".json", ".pdf", ".xlsx"]
    assert not (tmp_path / "data" / "postgres" / "postmaster.pid").exists()
    assert "Traceback" not in err


def test_port_in_use_is_one_sentence(run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = run("serve", "--port", port)
    assert (result.code, result.out) == (1, b"")
    assert result.err == (
        f"Cannot listen on 127.0.0.1:{port} (Address already in use). "
        "Stop what uses it, or choose another with --port.\n"
    )


def test_address_of_another_machine_is_one_sentence(run) -> None:
    result = run("serve", "--host", "192.0.2.1")
    assert (result.code, result.out) == (1, b"")
    assert result.err.startswith("Cannot listen on 192.0.2.1:8000 (Cannot assign requested address).")


def test_listens_on_this_machine_only_unless_told(run) -> None:
    assert "[default: 127.0.0.1]" in run("serve", "--help").text
