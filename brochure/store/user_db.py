"""What people made: settings, the shortlist and the office's changes. One file, one transaction for each save."""

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from brochure.errors import StoreError
from brochure.model.change import Change, Import
from brochure.words import errors as say
from brochure.words import intake as words

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        "CREATE TABLE shortlist(position INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE) STRICT",
        (
            "CREATE TABLE changes(id INTEGER PRIMARY KEY AUTOINCREMENT, record TEXT NOT NULL, kind TEXT NOT NULL, "
            "field TEXT NOT NULL, value TEXT, base_value TEXT, made_at TEXT NOT NULL, made_by TEXT NOT NULL, "
            "undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))) STRICT"
        ),
    ),
    (
        (
            "CREATE TABLE imports(id INTEGER PRIMARY KEY AUTOINCREMENT, made_at TEXT NOT NULL, made_by TEXT NOT NULL, "
            "files TEXT NOT NULL, backup TEXT) STRICT"
        ),
        "ALTER TABLE changes ADD COLUMN import_id INTEGER REFERENCES imports(id)",
    ),
)
"""Step n brings a file of schema n to schema n + 1; a step that was released never changes."""

APPLICATION_ID = 0x58425042
WAIT_S = 5.0
_DAMAGE = ("SQLITE_NOTADB", "SQLITE_CORRUPT")


class UserStore:
    """The file of one user; nothing is made on the disk before the first save."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def settings(self) -> dict[str, str]:
        """Return what was set.

        Raises:
            StoreError: The file is damaged or cannot be read.
        """
        return dict(self._fetch("SELECT key, value FROM settings ORDER BY key"))

    def shortlist(self) -> tuple[str, ...]:
        """Return the ids put aside, in their order.

        Raises:
            StoreError: The file is damaged or cannot be read.
        """
        return tuple(record for (record,) in self._fetch("SELECT record FROM shortlist ORDER BY position"))

    def changes(self) -> tuple[Change, ...]:
        """Return the changes in the order they were made, undone ones too.

        Raises:
            StoreError: The file is damaged or cannot be read.
        """
        cells = "record, kind, field, value, base_value, made_at, made_by, undone, id"
        rows = self._fetch(
            f"SELECT {cells}, NULL FROM changes ORDER BY id",  # noqa: S608 - names of our own
            f"SELECT {cells}, import_id FROM changes ORDER BY id",  # noqa: S608
        )
        return tuple(
            Change(record, kind, field, value, base, made_at, made_by, bool(undone), number, import_id)
            for record, kind, field, value, base, made_at, made_by, undone, number, import_id in rows
        )

    def imports(self) -> tuple[Import, ...]:
        """Return every import, the first one first.

        Raises:
            StoreError: The file is damaged or cannot be read.
        """
        rows = self._fetch("", "SELECT id, made_at, made_by, files, backup FROM imports ORDER BY id")
        return tuple(
            Import(id, at, by, tuple(msgspec.json.decode(files)), backup) for id, at, by, files, backup in rows
        )

    def save_setting(self, key: str, value: str) -> None:
        """Keep one setting.

        Raises:
            StoreError: It could not be kept; the file is as it was.
        """
        with self._saving() as connection:
            connection.execute(
                "INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )

    def save_shortlist(self, ids: tuple[str, ...]) -> None:
        """Keep a shortlist in place of the one of before.

        Raises:
            StoreError: It could not be kept; the file is as it was.
        """
        with self._saving() as connection:
            connection.execute("DELETE FROM shortlist")
            connection.executemany("INSERT INTO shortlist VALUES (?, ?)", list(enumerate(dict.fromkeys(ids))))

    def save_change(self, change: Change) -> None:
        """Keep one more change.

        Raises:
            StoreError: It could not be kept; the file is as it was.
        """
        with self._saving() as connection:
            _insert(connection, (change,))

    def save_import(self, made: Import, changes: Sequence[Change], seen: int) -> int:
        """Keep all changes of an import, or none of them, and return its number.

        Args:
            made: When, by whom and from which files; its own number is not looked at.
            changes: The changed cells.
            seen: The number of the newest change that was known when they were worked out.

        Raises:
            StoreError: Somebody changed something meanwhile, or it could not be kept; the file is as it was.
        """
        with self._saving() as connection:
            if seen != connection.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0]:
                raise StoreError(words.CHANGED_MEANWHILE)
            number = connection.execute(
                "INSERT INTO imports(made_at, made_by, files, backup) VALUES (?, ?, ?, ?)",
                (made.made_at, made.made_by, msgspec.json.encode(made.files).decode(), made.backup),
            ).lastrowid
            assert number is not None
            _insert(connection, changes, number)
        return number

    def replace_changes(self, old: Iterable[Change], new: Iterable[Change]) -> None:
        """Undo some changes and keep others in their place, all of it or nothing.

        Raises:
            StoreError: It could not be kept; the file is as it was.
        """
        with self._saving() as connection:
            connection.executemany("UPDATE changes SET undone = 1 WHERE id = ?", [(each.id,) for each in old])
            _insert(connection, new)

    def undo_changes(self, numbers: Iterable[int]) -> None:
        """Mark changes as undone, all of them or none; they stay in the list.

        Raises:
            StoreError: It could not be kept; the file is as it was.
        """
        with self._saving() as connection:
            connection.executemany("UPDATE changes SET undone = 1 WHERE id = ?", [(number,) for number in numbers])

    def redo_changes(self, numbers: Iterable[int]) -> None:
        """Take the undoing of changes back, all of them or none.

        Raises:
            StoreError: It could not be kept; the file is as it was.
        """
        with self._saving() as connection:
            connection.executemany("UPDATE changes SET undone = 0 WHERE id = ?", [(number,) for number in numbers])

    def aside(self) -> Path:
        """Return where a damaged file is kept."""
        day = datetime.datetime.now(datetime.UTC).strftime("%Y%m%d")
        names = (f"{self.path.stem}-damaged-{day}{again}{self.path.suffix}" for again in ("", "-2", "-3", "-4", "-5"))
        paths = [self.path.with_name(name) for name in names]
        return next((path for path in paths if not path.exists()), paths[-1])

    def _fetch(self, *queries: str) -> list[tuple]:  # type: ignore[type-arg]
        """Return the rows of the query for the schema of the file: the last one of those given, or an earlier one."""
        if not self.path.exists():
            return []
        try:
            connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT_S)
        except sqlite3.Error as error:
            raise self._explained(error) from error
        try:
            return _ask(connection, queries)
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
                return self._fetch_hot(queries)
            raise self._explained(error) from error
        finally:
            connection.close()

    def _fetch_hot(self, queries: Sequence[str]) -> list[tuple]:  # type: ignore[type-arg]
        """Read a file whose last save was killed: its journal can only be rolled back by someone who may write."""
        connection = sqlite3.connect(self.path, timeout=WAIT_S)
        try:
            return _ask(connection, queries)
        except sqlite3.Error as error:
            raise self._explained(error) from error
        finally:
            connection.close()

    @contextmanager
    def _saving(self) -> Iterator[sqlite3.Connection]:
        """Give one transaction on the newest schema: all of it is kept, or none."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = self._connect()
        except OSError as error:
            raise StoreError(say.USER_DB_NOT_WRITABLE.fill(self.path, error.strerror or error)) from error
        except sqlite3.Error as error:
            raise self._explained(error) from error
        try:
            connection.execute("BEGIN IMMEDIATE")
            self._migrate(connection)
            yield connection
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._explained(error) from error
        finally:
            connection.close()  # an open transaction is rolled back

    def _connect(self) -> sqlite3.Connection:
        """Return a connection that can write; a file that is none of SQLite's is put aside first."""
        try:
            return self._open()
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorname", "") not in _DAMAGE:
                raise
        self._put_aside()
        return self._open()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=WAIT_S, isolation_level=None)
        try:
            # One file and a rollback journal: it survives kill and power cut, and nothing else need be copied with it.
            connection.execute("PRAGMA synchronous = EXTRA")
            _version(connection)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _put_aside(self) -> None:
        self.path.replace(self.aside())
        for rest in ("-journal", "-wal", "-shm"):
            self.path.with_name(self.path.name + rest).unlink(missing_ok=True)

    def _migrate(self, connection: sqlite3.Connection) -> None:
        version = _version(connection)
        if version > len(MIGRATIONS):
            raise StoreError(say.USER_DB_NEWER.fill(self.path.name))
        for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
            for statement in step:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def _explained(self, error: sqlite3.Error) -> StoreError:
        name = getattr(error, "sqlite_errorname", "")
        if name in _DAMAGE:
            return StoreError(say.USER_DB_DAMAGED.fill(self.path.name, self.aside().name))
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return StoreError(say.USER_DB_LOCKED.fill(self.path.name))
        return StoreError(say.USER_DB_NOT_WRITABLE.fill(self.path, error))


def _ask(connection: sqlite3.Connection, queries: Sequence[str]) -> list[tuple]:  # type: ignore[type-arg]
    """Ask in the words of the file's schema; one of schema 0 is one whose first save was killed before it was whole."""
    version = min(_version(connection), len(queries))
    sql = queries[version - 1] if version else ""
    return connection.execute(sql).fetchall() if sql else []


def _insert(connection: sqlite3.Connection, changes: Iterable[Change], import_id: int | None = None) -> None:
    """Add changes, all of them to one import where its number is given."""
    connection.executemany(
        "INSERT INTO changes(record, kind, field, value, base_value, made_at, made_by, undone, import_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                change.record, change.kind, change.field, change.value, change.base_value, change.made_at,
                change.made_by, int(change.undone), import_id or change.import_id,
            )
            for change in changes
        ],
    )  # fmt: skip


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
