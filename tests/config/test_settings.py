"""The settings a real installation runs with, and what each variable of the environment does to them."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

ROOT = Path(__file__).parent.parent.parent
SETTINGS = ROOT / "src" / "hankekori" / "config" / "settings.py"
READ = """
import json, sys
from hankekori.config import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}, default=str))
"""


def settings_with(*names: str, **environment: object) -> dict:
    """Return the named settings as a new process with only this environment sees them."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HANKEKORI_", "DATABASE_"))}
    done = subprocess.run(
        [sys.executable, "-c", READ, *names],
        env=clean | {name: str(value) for name, value in environment.items()},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_a_plain_installation_is_closed(tmp_path: Path) -> None:
    names = ["DEBUG", "DEMO_MODE", "ALLOWED_HOSTS", "X_FRAME_OPTIONS", "SESSION_COOKIE_HTTPONLY"]
    assert settings_with(*names, HANKEKORI_DATA_DIR=tmp_path) == {
        "DEBUG": False,
        "DEMO_MODE": False,
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
        "X_FRAME_OPTIONS": "DENY",
        "SESSION_COOKIE_HTTPONLY": True,
    }


def test_secret_key_is_made_once_and_kept_for_its_owner(tmp_path: Path) -> None:
    first = settings_with("SECRET_KEY", HANKEKORI_DATA_DIR=tmp_path)["SECRET_KEY"]
    kept = tmp_path / "secret-key"
    assert len(first) >= 50
    assert kept.read_text() == first
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert settings_with("SECRET_KEY", HANKEKORI_DATA_DIR=tmp_path)["SECRET_KEY"] == first


def test_secret_key_of_the_environment_leaves_no_file(tmp_path: Path) -> None:
    given = settings_with("SECRET_KEY", HANKEKORI_DATA_DIR=tmp_path, HANKEKORI_SECRET_KEY="given")  # noqa: S106
    assert given == {"SECRET_KEY": "given"}
    assert not (tmp_path / "secret-key").exists()


def test_hosts(tmp_path: Path) -> None:
    names = ["ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS"]
    given = settings_with(*names, HANKEKORI_DATA_DIR=tmp_path, HANKEKORI_HOSTS="hanke.example.org, .example.com")
    assert given == {
        "ALLOWED_HOSTS": ["hanke.example.org", ".example.com"],
        "CSRF_TRUSTED_ORIGINS": ["https://hanke.example.org", "https://*.example.com"],
    }


def test_https(tmp_path: Path) -> None:
    names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER"]
    assert settings_with(*names, HANKEKORI_DATA_DIR=tmp_path) == dict.fromkeys(names, False) | {
        "SECURE_HSTS_SECONDS": 0,
        "SECURE_PROXY_SSL_HEADER": None,
    }
    assert settings_with(*names, HANKEKORI_DATA_DIR=tmp_path, HANKEKORI_HTTPS="1") == {
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 365 * 24 * 3600,
        "SECURE_PROXY_SSL_HEADER": ["HTTP_X_FORWARDED_PROTO", "https"],
    }


def test_database_url_replaces_the_embedded_server(tmp_path: Path) -> None:
    url = "postgresql://office:p%40ss@db.example.org:5433/plan?sslmode=require"
    given = settings_with("DATABASES", HANKEKORI_DATA_DIR=tmp_path, DATABASE_URL=url)["DATABASES"]["default"]
    assert given == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "plan",
        "USER": "office",
        "PASSWORD": "p@ss",
        "HOST": "db.example.org",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def test_deployment_check_of_django_finds_nothing_but_the_redirect(tmp_path: Path) -> None:
    """Turning http into https is the proxy's work, so W008 stays."""
    environment = os.environ | {
        "HANKEKORI_DATA_DIR": str(tmp_path),
        "HANKEKORI_HTTPS": "1",
        "DJANGO_SETTINGS_MODULE": "hankekori.config.settings",
    }
    environment.pop("HANKEKORI_SECRET_KEY", None)
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "ERROR"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert set(re.findall(r"security\.\w+", done.stderr)) == {"security.W005", "security.W008", "security.W021"}


@pytest.mark.django_db
def test_pages_forbid_foreign_code(client: Client) -> None:
    answer = client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_unknown_host_is_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "elsewhere.example.org"}).status_code == 400


def test_every_setting_is_explained() -> None:
    pages = (ROOT / "src").rglob("*.py")
    read = {name for page in pages for name in re.findall(r"\b(HANKEKORI_[A-Z_]+|DATABASE_URL)\b", page.read_text())}
    explained = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE)
    assert sorted(explained) == sorted(read)


def test_passwords_are_long_and_uncommon() -> None:
    names = [validator["NAME"].rpartition(".")[2] for validator in settings.AUTH_PASSWORD_VALIDATORS]
    assert names == ["MinimumLengthValidator", "CommonPasswordValidator"]


def test_mail_goes_to_files_unless_a_server_is_named(tmp_path: Path) -> None:
    names = ["SMTP_SERVER", "MAIL_FROM", "BASE_URL"]
    assert settings_with(*names, HANKEKORI_DATA_DIR=tmp_path) == {
        "SMTP_SERVER": None,
        "MAIL_FROM": "Hankekori <hankekori@localhost>",
        "BASE_URL": "http://127.0.0.1:8000",
    }
    named = settings_with(*names, HANKEKORI_DATA_DIR=tmp_path, HANKEKORI_SMTP_URL="smtps://mail.example.org")
    assert "mail.example.org" in named["SMTP_SERVER"]


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        ({"HANKEKORI_BASE_URL": "https://office.example.org/"}, "https://office.example.org"),
        ({"HANKEKORI_HOSTS": ".example.org, office.example.org"}, "http://office.example.org"),
        ({"HANKEKORI_HOSTS": "office.example.org", "HANKEKORI_HTTPS": "1"}, "https://office.example.org"),
    ],
)
def test_links_in_mail_begin_with_the_service_address(tmp_path: Path, environment: dict, address: str) -> None:
    assert settings_with("BASE_URL", HANKEKORI_DATA_DIR=tmp_path, **environment) == {"BASE_URL": address}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HANKEKORI_SMTP_URL", "http://user:very-secret@mail.example.org"),
        ("HANKEKORI_MAIL_FROM", "Ohjelmatoimisto"),
        ("HANKEKORI_BASE_URL", "office.example.org"),
    ],
)
def test_wrong_mail_setting_is_told_in_a_sentence(tmp_path: Path, name: str, value: str) -> None:
    environment = os.environ | {name: value, "HANKEKORI_DATA_DIR": str(tmp_path)}
    command = [sys.executable, "-m", "hankekori", "check"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{name} ")
    assert done.stderr.count("\n") == 1
    assert "very-secret" not in done.stderr
