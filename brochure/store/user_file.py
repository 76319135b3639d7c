"""The file of one user: read as it is, written in one transaction on the newest schema, put aside when damaged."""

import datetime
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from brochure.errors import LockedError, StoreError
from brochure.words import errors as say

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
    (
        (
            "CREATE TABLE grounds(id INTEGER PRIMARY KEY AUTOINCREMENT, position INTEGER NOT NULL, path TEXT NOT NULL, "
            "kind TEXT NOT NULL CHECK (kind IN ('mbtiles', 'pmtiles', 'picture')), name TEXT NOT NULL, "
            "attribution TEXT NOT NULL, west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, "
            "north REAL NOT NULL, min_zoom INTEGER NOT NULL, max_zoom INTEGER NOT NULL, "
            "opacity REAL NOT NULL CHECK (opacity BETWEEN 0 AND 1), "
            "visible INTEGER NOT NULL CHECK (visible IN (0, 1)), "
            "datum TEXT NOT NULL CHECK (datum IN ('wgs84', 'gcj02')), review_number TEXT NOT NULL, "
            "maker TEXT NOT NULL, map_date TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL) STRICT"
        ),
    ),
    (
        (
            "CREATE TABLE copies(id INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL, path TEXT NOT NULL, "
            "pages INTEGER NOT NULL, sha256 TEXT NOT NULL, lang TEXT NOT NULL, profile TEXT NOT NULL, "
            "recipe TEXT NOT NULL, content_version TEXT NOT NULL, day TEXT NOT NULL) STRICT"
        ),
        (
            "CREATE TABLE prints(id INTEGER PRIMARY KEY, record TEXT NOT NULL, digest TEXT NOT NULL, "
            "UNIQUE (record, digest)) STRICT"
        ),
        (
            "CREATE TABLE copy_prints(copy INTEGER NOT NULL REFERENCES copies(id), "
            "print INTEGER NOT NULL REFERENCES prints(id), PRIMARY KEY (copy, print)) STRICT, WITHOUT ROWID"
        ),
        "CREATE INDEX copies_of_print ON copy_prints(print)",
    ),
)
"""Step n brings a file of schema n to schema n + 1; a step that was released never changes."""

APPLICATION_ID = 0x58425042
WAIT_S = 5.0
_DAMAGE = ("SQLITE_NOTADB", "SQLITE_CORRUPT")


class UserFile:
    """Nothing is made on the disk before the first save."""

    def __init__(self, path: Path) -> None:
        self.path = path

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
            connection.execute("PRAGMA secure_delete = ON")  # what one visitor took back the next cannot dig out
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
            return LockedError(say.USER_DB_LOCKED.fill(self.path.name))
        return StoreError(say.USER_DB_NOT_WRITABLE.fill(self.path, error))


def _ask(connection: sqlite3.Connection, queries: Sequence[str]) -> list[tuple]:  # type: ignore[type-arg]
    """Ask in the words of the file's schema; one of schema 0 is one whose first save was killed before it was whole."""
    version = min(_version(connection), len(queries))
    sql = queries[version - 1] if version else ""
    return connection.execute(sql).fetchall() if sql else []


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
