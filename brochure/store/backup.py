"""Copies of the file of one user, each looked at again before anybody relies on it."""

import contextlib
import datetime
import hashlib
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from brochure.errors import LockedError, StoreError
from brochure.store.whole_file import STALE_S, sweep, sync_folder
from brochure.words import errors
from brochure.words import intake as say

DAYS, WEEKS, MONTHS = 12, 10, 9
"""Of how many days, weeks and months with a copy the newest one is kept."""
STAMP = "%Y%m%dT%H%M%S%f"
WAIT_S = 5.0


def make_backup(path: Path, folder: Path, now: datetime.datetime) -> Path | None:
    """Copy a database, and return where the copy lies; nothing when there is no database yet.

    Args:
        path: The database.
        folder: Where the copies are kept.
        now: The moment, which becomes part of the copy's name.

    Raises:
        StoreError: The copy cannot be written, or is not equal to what was copied.
    """
    if not path.exists():
        return None
    copy = folder / f"{path.stem}-{now.strftime(STAMP)}{path.suffix}"
    part = copy.with_name(f".{copy.name}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder, f".{path.stem}-", STALE_S)
        part.unlink(missing_ok=True)
        if not _copy(path, part):
            raise StoreError(say.BACKUP_UNSOUND.fill(copy.name))
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(copy)
        sync_folder(folder)
    except (OSError, sqlite3.Error) as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise LockedError(errors.USER_DB_LOCKED.fill(path.name)) from error
        reason = getattr(error, "strerror", None) or error
        raise StoreError(say.BACKUP_FAILED.fill(folder, reason)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    _thin_out(folder, path.stem, path.suffix, copy)
    return copy


def backups(path: Path, folder: Path) -> tuple[Path, ...]:
    """Return the copies of a database that there are, the oldest first."""
    return tuple(sorted(folder.glob(f"{path.stem}-*{path.suffix}")))


def _copy(path: Path, part: Path) -> bool:
    """Copy a database, and return whether both are sound and hold the same."""
    with contextlib.closing(sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)) as source:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema")  # holds it still, for a copy waits without end for a lock
        with contextlib.closing(sqlite3.connect(part)) as target:
            source.backup(target)
            return _digest(source) == _digest(target) != ""


def _digest(connection: sqlite3.Connection) -> str:
    """Return the digest of all that a database holds; nothing where it is not sound."""
    if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        return ""
    digest = hashlib.blake2b(digest_size=16)
    for line in connection.iterdump():
        digest.update(line.encode(errors="surrogatepass"))
    return digest.hexdigest()


def _thin_out(folder: Path, stem: str, suffix: str, made: Path) -> None:
    """Remove what need not be kept; never the copy that was just made."""
    copies = {copy: moment for copy in folder.glob(f"{stem}-*{suffix}") if (moment := _moment(copy, stem)) is not None}
    for copy in set(copies) - _worth_keeping(copies) - {made}:
        with contextlib.suppress(OSError):
            copy.unlink()


def _worth_keeping(copies: Mapping[Path, datetime.datetime]) -> set[Path]:
    """Return the newest copy of each of the last days, weeks and months that have one; of the last day, every one.

    Counted by copies and not by the clock, so that one that runs wrong throws nothing away.
    """
    newest_first = sorted(copies, key=lambda copy: copies[copy], reverse=True)
    kept = {copy for copy in newest_first if copies[copy].date() == copies[newest_first[0]].date()}
    for count, span in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-W%V"), (MONTHS, "%Y-%m")):
        spans: dict[str, Path] = {}
        for copy in newest_first:
            spans.setdefault(copies[copy].strftime(span), copy)
        kept.update(list(spans.values())[:count])
    return kept


def _moment(copy: Path, stem: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.strptime(copy.stem.removeprefix(f"{stem}-"), STAMP).replace(tzinfo=datetime.UTC)
    except ValueError:  # something else of that name, such as a damaged file put aside
        return None
