"""The product's own settings, with data of their own and the demo mode on."""

import os
from pathlib import Path

os.environ.setdefault("HANKEKORI_DATA_DIR", str(Path(__file__).parent.parent / "var" / "test"))
os.environ.setdefault("HANKEKORI_DEMO", "1")
os.environ.setdefault("HANKEKORI_SECRET_KEY", "tests only")

from hankekori.config.settings import *  # noqa: F403 - the environment has to be set first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; no real password is in a test
