"""What a batch has put into a folder: ``manifest.csv`` for people and scripts, a journal until it is whole.

Before a file comes to its name, the journal says which bytes it will have; so after a kill it is known whose file it
is. The journal is locked while a batch runs, and gone when it is done.
"""

import contextlib
import csv
import errno
import hashlib
import io
import os
import re
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import msgspec

from brochure.desk.file_names import is_safe, key_of
from brochure.errors import RenderError
from brochure.store.whole_file import save_whole, sweep, sync_folder
from brochure.words import batch as say

NAME: Final = "manifest"
JOURNAL: Final = ".manifest-journal"
PREFIX: Final = ".batch-"
"""How the half-written files of a batch begin: of nobody else, so that they can be swept at once."""
FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What a system says when a file finds no room."""
MAX_BYTES: Final = 64 * 1024 * 1024
_FORMULA: Final = re.compile(r"'*\s*[=+\-@\t\r]")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line: a file with what it was made from, or a row that could not be made and why."""

    file: str = ""
    recipient: str
    language: str = ""
    profile: str = ""
    pages: int = 0
    content_version: str = ""
    recipe: str = ""
    sha256: str = ""
    state: str
    problem: str = ""
    day: str = ""


FIELDS: Final = Entry.__struct_fields__


class Manifest:
    """The list of a folder, held by one batch at a time; a context, so that the hold ends with it."""

    def __init__(self, folder: Path) -> None:
        """Take hold of a folder.

        Raises:
            RenderError: It cannot be written, or another batch writes into it.
        """
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._journal = _hold(folder / JOURNAL)
            sweep(folder, PREFIX, -1)
            listed, self.path = _find(folder)
            noted = _read_journal(folder / JOURNAL)
            self.owned = tuple(_owned(folder, [*noted, *listed]))
        except OSError as error:
            raise RenderError(say.FOLDER_UNUSABLE.fill(folder, error.strerror or type(error).__name__)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._journal)

    def note(self, entry: Entry) -> None:
        """Say which bytes a name is about to have, on the disk before they come there.

        Raises:
            OSError: It could not be written.
        """
        os.write(self._journal, b"\n" + msgspec.json.encode(entry) + b"\n")  # what was cut short ends here
        os.fsync(self._journal)

    def save(self, entries: Iterable[Entry]) -> None:
        """Write the list anew, whole; what the journal said stands in it then.

        Raises:
            RenderError: It could not be written; the list of before is as it was, and the journal knows the rest.
        """
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(FIELDS)
        writer.writerows([_guard(_cell(getattr(entry, field))) for field in FIELDS] for entry in entries)
        try:
            save_whole(self.path, out.getvalue().encode("utf-8-sig"), prefix=PREFIX)
        except OSError as error:
            if error.errno in FULL:
                raise RenderError(say.MANIFEST_FULL.fill(self.folder)) from error
            raise RenderError(say.LIST_UNUSABLE.fill(self.path, error.strerror or error)) from error
        os.ftruncate(self._journal, 0)

    def finish(self) -> None:
        """Take the journal away: all of it stands in the list."""
        with contextlib.suppress(OSError):
            sweep(self.folder, PREFIX, -1)
            (self.folder / JOURNAL).unlink()  # Windows keeps what is open; the next batch finds it empty
            sync_folder(self.folder)


def read_manifest(path: Path) -> list[Entry] | None:
    """Return what a list says; nothing where the file is none of ours or cannot be read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
    if not rows or tuple(rows[0]) != FIELDS:
        return None
    entries = []
    for row in rows[1:]:
        if len(row) != len(FIELDS):
            return None
        cells: dict[str, Any] = dict(zip(FIELDS, map(_unguard, row), strict=True))
        cells["pages"] = int(cells["pages"]) if re.fullmatch("[0-9]{1,6}", cells["pages"]) else 0
        entries.append(Entry(**cells))
    return entries


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of a file; nothing where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _find(folder: Path) -> tuple[list[Entry], Path]:
    """Return what the list of a folder says and where it lies; a file of that name that is another's is left alone."""
    number = 1
    while True:
        path = folder / (f"{NAME}.csv" if number == 1 else f"{NAME}-{number}.csv")
        if not path.exists() and not path.is_symlink():
            return [], path
        if (entries := read_manifest(path)) is not None:
            return entries, path
        number += 1


def _owned(folder: Path, entries: Iterable[Entry]) -> Iterable[Entry]:
    """Yield the entries whose file is there, byte for byte as it was made."""
    seen: set[str] = set()
    digests: dict[str, str] = {}
    for entry in entries:
        key = key_of(entry.file)
        if not entry.sha256 or key in seen or not is_safe(entry.file):
            continue
        if key not in digests:
            digests[key] = digest_of_file(folder / entry.file)
        if digests[key] == entry.sha256:
            seen.add(key)
            yield entry


def _read_journal(path: Path) -> list[Entry]:
    """Return what a batch that was killed had noted, the last first; a line cut short counts for nothing."""
    entries: list[Entry] = []
    for line in path.read_bytes().split(b"\n"):
        with contextlib.suppress(msgspec.MsgspecError):
            entries.append(msgspec.json.decode(line, type=Entry))
    return entries[::-1]


def _hold(path: Path) -> int:
    """Open the journal for this process alone; the system lets it go when the process ends, however it ends."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        try:
            if not _lock(handle):
                raise RenderError(say.IN_USE.fill(path.parent))
            if path.exists() and os.path.samestat(os.fstat(handle), path.stat()):
                return handle  # else the batch of before has just taken it away
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _lock(handle: int) -> bool:
    """Lock an open file and tell whether nobody else has; where a file system knows no locks, it is taken as free."""
    try:
        if os.name == "nt":
            import msvcrt

            os.lseek(handle, 1 << 30, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
            os.lseek(handle, 0, os.SEEK_END)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def _cell(value: object) -> str:
    return "" if value == 0 else str(value)


def _guard(text: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _unguard(text: str) -> str:
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
