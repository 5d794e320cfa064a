"""The server that comes along: shared, survives hard stops, says in words why it cannot start."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import psutil
import psycopg
import pytest

from hankekori.config import embedded_postgres
from hankekori.config.embedded_postgres import DatabaseUnavailableError, running_server

USER = """
import sys, time
from pathlib import Path
import psycopg
from hankekori.config.embedded_postgres import running_server
with psycopg.connect(running_server(Path(sys.argv[1])), autocommit=True) as connection:
    connection.execute("SELECT pg_advisory_lock(1)")  # one after the other, until the connection ends
    connection.execute("CREATE TABLE IF NOT EXISTS kept (value text)")
    connection.execute("INSERT INTO kept VALUES ('Sysmä')")
    print(connection.execute("SELECT count(*) FROM kept").fetchone()[0], flush=True)
sys.stdin.read()  # stays until its input ends
"""


class User:
    """A process that adds a row to the database and stays until it is told to go."""

    def __init__(self, data_dir: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER, str(data_dir)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def rows(self) -> int:
        return int(self.process.stdout.readline())

    def go(self) -> None:
        self.process.stdin.close()
        assert self.process.wait(timeout=30) == 0
        self.process.stdout.close()

    def die(self) -> None:
        self.process.kill()
        self.process.wait(timeout=30)
        self.process.stdin.close()
        self.process.stdout.close()


@pytest.fixture
def user():
    users = []

    def start(data_dir: Path) -> User:
        users.append(User(data_dir))
        return users[-1]

    yield start
    for one in users:
        if one.process.poll() is None:
            one.die()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder that has a database with one row and no server."""
    data_dir = tmp_path_factory.mktemp("kept")
    first = User(data_dir)
    assert first.rows() == 1
    first.go()
    return data_dir


@pytest.fixture
def data_dir(kept: Path, tmp_path: Path):
    """Yield a folder of its own with one row, and end its server afterwards however the test left it."""
    folder = tmp_path / "data"
    subprocess.run(["cp", "-a", str(kept), str(folder)], check=True)
    yield folder
    stop_server(folder)


@contextlib.contextmanager
def disk_of(folder: Path, megabytes: int, monkeypatch: pytest.MonkeyPatch):
    """Put a small disk at `folder` where that is allowed, else let the disk's size be told so."""
    folder.mkdir()
    mounted = not subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], check=False, capture_output=True
    ).returncode
    if not mounted:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=megabytes * 1024 * 1024))
    try:
        yield folder
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


def server_pid(data_dir: Path) -> int | None:
    try:
        return int((data_dir / "postgres" / "postmaster.pid").read_text().splitlines()[0])
    except FileNotFoundError:
        return None


def stop_server(data_dir: Path) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        if (pid := server_pid(data_dir)) and pid != os.getpid():
            server = psutil.Process(pid)
            server.send_signal(signal.SIGQUIT)
            server.wait(timeout=20)


def end_hard(pid: int) -> None:
    """End a server and its children at once, as a power cut does."""
    server = psutil.Process(pid)
    family = [server, *server.children(recursive=True)]
    for process in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(family, timeout=20)


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch):
    """Let the test itself be a user of the server, and forget that afterwards."""
    locks: dict = {}
    monkeypatch.setattr(embedded_postgres, "_locks", locks)
    monkeypatch.setattr(embedded_postgres.atexit, "register", lambda *_: None)
    monkeypatch.setattr(embedded_postgres, "_PATIENCE", 1)
    yield
    for handle in locks.values():
        handle.close()


def rows(data_dir: Path) -> int:
    with psycopg.connect(running_server(data_dir)) as connection:
        return connection.execute("SELECT count(*) FROM kept").fetchone()[0]


def test_two_users_share_one_server_and_the_last_stops_it(data_dir: Path, user) -> None:
    first = user(data_dir)
    assert first.rows() == 2
    pid = server_pid(data_dir)
    second = user(data_dir)
    assert second.rows() == 3
    assert server_pid(data_dir) == pid

    first.go()
    assert psutil.pid_exists(pid)
    second.go()
    assert server_pid(data_dir) is None


def test_two_users_starting_at_once_on_nothing_share_one_server(tmp_path: Path, user) -> None:
    users = [user(tmp_path / "new"), user(tmp_path / "new")]
    assert sorted(one.rows() for one in users) == [1, 2]
    for one in users:
        one.go()
    assert server_pid(tmp_path / "new") is None


def test_server_ended_hard_starts_again_with_its_data(data_dir: Path, in_this_process) -> None:
    assert rows(data_dir) == 1
    end_hard(server_pid(data_dir))
    assert rows(data_dir) == 1


def test_user_ended_hard_leaves_a_server_the_next_one_uses_and_stops(data_dir: Path, user) -> None:
    first = user(data_dir)
    assert first.rows() == 2
    pid = server_pid(data_dir)
    first.die()
    assert psutil.pid_exists(pid)

    second = user(data_dir)
    assert second.rows() == 3
    assert server_pid(data_dir) == pid
    second.go()
    assert server_pid(data_dir) is None


def test_all_ended_hard_starts_again_with_the_data(data_dir: Path, user) -> None:
    first = user(data_dir)
    assert first.rows() == 2
    end_hard(server_pid(data_dir))
    first.die()
    second = user(data_dir)
    assert second.rows() == 3
    second.go()


def test_pid_file_with_the_number_of_another_program_is_forgotten(data_dir: Path, in_this_process) -> None:
    (data_dir / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n")
    assert rows(data_dir) == 1


def test_half_made_database_is_made_anew(tmp_path: Path, user) -> None:
    half = tmp_path / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    one = user(tmp_path)
    assert one.rows() == 1
    one.go()


def test_path_with_spaces_and_quotes(data_dir: Path, in_this_process) -> None:
    odd = data_dir.rename(data_dir.with_name("Hämeen 'ELY' & co"))
    try:
        assert rows(odd) == 1
    finally:
        stop_server(odd)


def test_path_too_long_for_a_socket_uses_a_folder_only_the_server_can_enter(data_dir: Path, in_this_process) -> None:
    long = data_dir.rename(data_dir.with_name("x" * 120))
    place = embedded_postgres._socket_folder(long / "postgres")
    try:
        assert rows(long) == 1
        assert place.stat().st_mode & 0o077 == 0
    finally:
        stop_server(long)
        shutil.rmtree(place)


def test_socket_folder_open_to_others_is_refused(data_dir: Path, in_this_process) -> None:
    long = data_dir.rename(data_dir.with_name("y" * 120))
    place = embedded_postgres._socket_folder(long / "postgres")
    place.mkdir()
    place.chmod(0o777)
    try:
        with pytest.raises(DatabaseUnavailableError, match="belongs to somebody else or is open to others"):
            running_server(long)
    finally:
        place.rmdir()


def test_folder_that_cannot_be_written(tmp_path: Path, in_this_process, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(DatabaseUnavailableError) as told:
        running_server(tmp_path)
    assert str(told.value) == (
        f"The data folder {tmp_path} cannot be written (Read-only file system). Nothing was changed. "
        "Make it writable, free some space, or name another folder in HANKEKORI_DATA_DIR."
    )


def test_disk_too_small_for_a_database(tmp_path: Path, in_this_process, monkeypatch: pytest.MonkeyPatch) -> None:
    with disk_of(tmp_path / "small", 30, monkeypatch) as small:
        with pytest.raises(DatabaseUnavailableError, match=r"^The disk of .* is full \(under 100 MB free\)"):
            running_server(small)
        assert not (small / "postgres").exists()


def test_full_disk_loses_nothing(kept: Path, tmp_path: Path, in_this_process, monkeypatch: pytest.MonkeyPatch) -> None:
    with disk_of(tmp_path / "disk", 120, monkeypatch) as disk:
        subprocess.run(["cp", "-a", f"{kept}/.", str(disk)], check=True)
        filler = disk / "filler"
        with contextlib.suppress(OSError), filler.open("wb") as file:
            for _ in range(120):
                file.write(bytes(1024 * 1024))
        monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
        with pytest.raises(DatabaseUnavailableError, match=r"No space left on device|is full"):
            running_server(disk)
        filler.unlink()
        monkeypatch.undo()
        again = User(disk)
        assert again.rows() == 2
        again.go()


def test_data_of_another_postgresql_is_left_alone(data_dir: Path, in_this_process) -> None:
    (data_dir / "postgres" / "PG_VERSION").write_text("14\n")
    with pytest.raises(DatabaseUnavailableError, match=r"was written by PostgreSQL 14, this Hankekori comes with \d\d"):
        running_server(data_dir)


def test_server_that_refuses_is_quoted_in_one_line(data_dir: Path, in_this_process) -> None:
    with (data_dir / "postgres" / "postgresql.conf").open("a") as file:
        file.write("\nmax_connections = plenty\n")
    with pytest.raises(DatabaseUnavailableError) as told:
        running_server(data_dir)
    sentence = str(told.value)
    assert 'invalid value for parameter "max_connections": "plenty"' in sentence
    assert "\n" not in sentence


def test_database_sorts_and_folds_letters_alike_on_every_machine(data_dir: Path, in_this_process) -> None:
    with psycopg.connect(running_server(data_dir)) as connection:
        assert connection.execute("SELECT lower('ÄHTÄRI'), 'Ähtäri' ILIKE 'äHTÄ%'").fetchone() == ("ähtäri", True)
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
