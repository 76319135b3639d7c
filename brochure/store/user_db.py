"""What people made: settings, the shortlist and the office's changes. One file, one transaction for each save."""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from brochure.errors import StoreError
from brochure.model.change import Change, Import
from brochure.store.user_file import UserFile
from brochure.words import intake as words


class UserStore(UserFile):
    """What is asked of the file, and what is kept in it."""

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

    def save_import(self, made: Import, changes: Sequence[Change], seen: str) -> int:
        """Keep all changes of an import, or none of them, and return its number.

        Args:
            made: When, by whom and from which files; its own number is not looked at.
            changes: The changed cells.
            seen: The mark of the changes that were known when they were worked out.

        Raises:
            StoreError: Somebody changed something meanwhile, or it could not be kept; the file is as it was.
        """
        with self._saving() as connection:
            if seen != _mark(connection.execute("SELECT id, undone FROM changes ORDER BY id")):
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


def mark_of(changes: Iterable[Change]) -> str:
    """Return a mark that is another one after any change was made, undone or made again."""
    return _mark((change.id, change.undone) for change in changes)


def _mark(changes: Iterable[tuple[int | None, int]]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for number, undone in changes:
        digest.update(f"{number} {int(undone)};".encode())
    return digest.hexdigest()
