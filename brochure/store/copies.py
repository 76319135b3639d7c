"""The register in the file of one user: which copy went to whom, and which records it prints."""

import contextlib
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from brochure.errors import StoreError
from brochure.model.copy import Copy
from brochure.store.user_file import WAIT_S, UserFile

_CELLS: Final = ("recipient", "path", "pages", "sha256", "lang", "profile", "recipe", "content_version", "day")
_READER: Final = "reader"
"""The setting that keeps for whom the window makes a brochure."""


class CopyStore(UserFile):
    """What is asked of the register, and what is kept in it; each save is one transaction."""

    def copies(self) -> tuple[Copy, ...]:
        """Return every copy in the order it was made.

        Raises:
            StoreError: The file is damaged or cannot be read.
        """
        names = ", ".join(_CELLS)
        rows = self._fetch("", "", "", f"SELECT id, {names} FROM copies ORDER BY id")  # noqa: S608 - names of our own
        prints = {str(id): pair for id, *pair in self._fetch("", "", "", "SELECT id, record, digest FROM prints")}
        lists = dict(self._fetch("", "", "", "SELECT copy, group_concat(print) FROM copy_prints GROUP BY copy"))
        printed = {listed: dict(prints[id] for id in listed.split(",")) for listed in set(lists.values())}
        return tuple(
            Copy(id=id, printed=printed.get(lists.get(id, ""), {}), **dict(zip(_CELLS, cells, strict=True)))
            for id, *cells in rows
        )

    def save_copies(self, copies: Sequence[Copy]) -> None:
        """Keep more copies, all of them or none.

        Raises:
            StoreError: They could not be kept; the register is as it was.
        """
        names, marks = ", ".join(_CELLS), ", ".join("?" * len(_CELLS))
        with self._saving() as connection:
            for copy in copies:
                number = connection.execute(
                    f"INSERT INTO copies({names}) VALUES ({marks})",  # noqa: S608 - names of our own
                    [getattr(copy, name) for name in _CELLS],
                ).lastrowid
                pairs = list(copy.printed.items())
                connection.executemany("INSERT OR IGNORE INTO prints(record, digest) VALUES (?, ?)", pairs)
                connection.executemany(
                    "INSERT INTO copy_prints(copy, print) SELECT ?, id FROM prints WHERE record = ? AND digest = ?",
                    [(number, *pair) for pair in pairs],
                )

    def forget_recipients(self, names: Iterable[str]) -> int:
        """Take every copy of the recipients of these names out, to the last byte; return how many copies that were.

        Raises:
            StoreError: It could not be done; the register is as it was.
        """
        wanted = [(name,) for name in names]
        if not self.path.exists() or not wanted:
            return 0
        with self._saving() as connection:
            count = _forget(connection, wanted)
        self._press_together()
        return count

    def _press_together(self) -> None:
        """Write the file anew without what was deleted: secure_delete empties the pages, this gives them back."""
        try:
            connection = self._open()
        except sqlite3.Error as error:
            raise self._explained(error) from error
        try:
            connection.execute("VACUUM")
        except sqlite3.Error as error:
            raise self._explained(error) from error
        finally:
            connection.close()


def forget_in_backup(path: Path, names: Iterable[str]) -> bool:
    """Take recipients out of a copy of the file of one user, whatever its schema; tell whether it could be done."""
    wanted = [(name,) for name in names]
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("BEGIN IMMEDIATE")
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            if "copies" in tables:
                _forget(connection, wanted)
            elif "settings" in tables:
                _forget_reader(connection, wanted)
            connection.execute("COMMIT")
            connection.execute("VACUUM")
    except (sqlite3.Error, StoreError):
        return False
    return True


def _forget(connection: sqlite3.Connection, names: Sequence[tuple[str]]) -> int:
    before = connection.total_changes
    connection.executemany("DELETE FROM copy_prints WHERE copy IN (SELECT id FROM copies WHERE recipient = ?)", names)
    between = connection.total_changes
    connection.executemany("DELETE FROM copies WHERE recipient = ?", names)
    count = connection.total_changes - between
    if between > before:
        connection.execute("DELETE FROM prints WHERE id NOT IN (SELECT print FROM copy_prints)")
    _forget_reader(connection, names)
    return count


def _forget_reader(connection: sqlite3.Connection, names: Sequence[tuple[str]]) -> None:
    connection.executemany(
        "UPDATE settings SET value = '' WHERE key = ? AND value = ?", [(_READER, *name) for name in names]
    )
