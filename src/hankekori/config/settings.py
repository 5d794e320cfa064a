"""All settings, in one file. Every HANKEKORI_* variable that is read here is explained in docs/settings.md."""

import os
import re
import secrets
from contextlib import suppress
from email.utils import parseaddr
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pgtrigger
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from hankekori.areas.mail.smtp_servers import SmtpServer

PACKAGE = Path(__file__).parent.parent
DATA_DIR = Path(os.environ.get("HANKEKORI_DATA_DIR", "var")).absolute()
DEBUG = os.environ.get("HANKEKORI_DEBUG") == "1"
DEMO_MODE = os.environ.get("HANKEKORI_DEMO") == "1"
HTTPS = os.environ.get("HANKEKORI_HTTPS") == "1"
_LOCAL = ["127.0.0.1", "localhost", "[::1]"]
_NAMED = [host.strip() for host in os.environ.get("HANKEKORI_HOSTS", "").split(",") if host.strip()]
ALLOWED_HOSTS = _NAMED or _LOCAL
CSRF_TRUSTED_ORIGINS = [f"https://{host.replace('.', '*.', 1) if host.startswith('.') else host}" for host in _NAMED]


def _secret_key() -> str:
    """Return the key from the environment, else the one kept in the data folder, made on first use."""
    if given := os.environ.get("HANKEKORI_SECRET_KEY"):
        return given
    kept = DATA_DIR / "secret-key"
    try:
        if not kept.exists():
            DATA_DIR.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=DATA_DIR) as made:  # readable by its owner only
                made.write(secrets.token_urlsafe(50))
                made.flush()
                with suppress(FileExistsError):  # another process was first
                    kept.hardlink_to(made.name)
        return kept.read_text()
    except OSError:
        return secrets.token_urlsafe(50)  # the database check says in words that the folder cannot be written


_EXAMPLE = "It looks like postgresql://user:password@host:5432/name."


def _database() -> dict[str, Any]:
    if url := os.environ.get("DATABASE_URL"):
        try:
            parts: dict[str, Any] = conninfo_to_dict(url)
        except ProgrammingError as error:
            raise ImproperlyConfigured(f"DATABASE_URL cannot be read ({str(error).strip()}). {_EXAMPLE}") from error
        if not parts.get("dbname"):
            raise ImproperlyConfigured(f"DATABASE_URL names no database. {_EXAMPLE}")
        fields = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
        named = {name: str(parts.pop(key, "")) for name, key in fields.items()}
        return {"ENGINE": "django.db.backends.postgresql", **named, "OPTIONS": parts}
    return {"ENGINE": "hankekori.config.database", "NAME": "hankekori", "OPTIONS": {"data_dir": str(DATA_DIR)}}


SECRET_KEY = _secret_key()
DATABASES = {"default": {**_database(), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "hankekori.web",
    "hankekori.areas.regions",
    "hankekori.areas.programmes",
    "hankekori.areas.accounts",
    "hankekori.areas.mail",
    "hankekori.areas.archive",
    "hankekori.areas.plan",
    "hankekori.areas.partners",
    "hankekori.areas.projects",
    "hankekori.areas.monitoring",
    "hankekori.areas.rounds",
    "hankekori.areas.claims",
    "hankekori.areas.employment",
    "hankekori.areas.intake",
    "hankekori.areas.communications",
    "hankekori.areas.bodies",
    "hankekori.areas.steering",
    "hankekori.exchange",
    "hankekori.pages",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted((PACKAGE / "pages").glob("*/templates")),  # each page keeps its templates beside its view
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "hankekori.pages.context.shell",
            ],
        },
    },
]

ROOT_URLCONF = "hankekori.config.urls"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]


def _smtp_server() -> SmtpServer | None:
    if not (url := os.environ.get("HANKEKORI_SMTP_URL")):
        return None
    try:
        return SmtpServer.from_url(url)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"HANKEKORI_SMTP_URL cannot be used: {error}. It looks like smtp://user:password@host:587."
        ) from error


def _mail_from() -> str:
    given = os.environ.get("HANKEKORI_MAIL_FROM", "Hankekori <hankekori@localhost>")
    if not re.fullmatch(r"[^\s@]+@[^\s@]+", parseaddr(given)[1]):
        raise ImproperlyConfigured(
            f"HANKEKORI_MAIL_FROM is not a sender: {given}. It looks like Office <office@example.org>."
        )
    return given


def _base_url() -> str:
    """Return the address links in mail begin with, without a slash at the end; `serve` knows its own port better."""
    named = [host for host in _NAMED if not host.startswith(".")]
    own = f"{'https' if HTTPS else 'http'}://{named[0]}" if named else "http://127.0.0.1:8000"
    url = os.environ.get("HANKEKORI_BASE_URL", own).rstrip("/")
    if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", url):
        raise ImproperlyConfigured(f"HANKEKORI_BASE_URL is not an address: {url}. It looks like https://example.org.")
    return url


SMTP_SERVER = _smtp_server()
MAIL_FROM = _mail_from()
BASE_URL = _base_url()

LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", "suomi"), ("sv", "svenska"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 500
FILE_UPLOAD_HANDLERS = [
    "hankekori.pages.upload_limits.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

PGHISTORY_APPEND_ONLY = True
PGHISTORY_LEVEL = pgtrigger.Statement

FORM_RENDERER = "hankekori.web.forms.FormRenderer"

LOGGING = {  # errors go to stderr with their traceback, whoever runs the server keeps them
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"links": {"()": "hankekori.config.logs.WithoutLinkTokens"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["links"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "propagate": True}, "django.request": {"level": "ERROR"}},
}
