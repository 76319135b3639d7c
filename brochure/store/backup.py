"""Copies of the file of one user, each looked at again before anybody relies on it."""

import contextlib
import datetime
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from brochure.errors import StoreError
from brochure.words import intake as say

DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many days, weeks and months back the newest copy of each is kept."""
STAMP = "%Y%m%dT%H%M%S%f"


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
        _copy(path, part)
        if _content(part) != _content(path):
            raise StoreError(say.BACKUP_UNSOUND.fill(copy.name))
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(copy)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(say.BACKUP_FAILED.fill(folder, reason)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    _thin_out(folder, path.stem, path.suffix, now)
    return copy


def backups(path: Path, folder: Path) -> tuple[Path, ...]:
    """Return the copies of a database that there are, the oldest first."""
    return tuple(sorted(folder.glob(f"{path.stem}-*{path.suffix}")))


def _copy(path: Path, part: Path) -> None:
    part.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(path)) as source, contextlib.closing(sqlite3.connect(part)) as target:
        source.backup(target)


def _content(path: Path) -> list[str]:
    """Return all that a database holds, after a look at whether it is sound."""
    with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise StoreError(say.BACKUP_UNSOUND.fill(path.name))
        return list(connection.iterdump())


def _thin_out(folder: Path, stem: str, suffix: str, now: datetime.datetime) -> None:
    """Keep the newest copy of each of the last days, weeks and months; of today, every one."""
    copies = [copy for copy in folder.glob(f"{stem}-*{suffix}") if _moment(copy, stem) is not None]
    for copy in set(copies) - set(_worth_keeping(copies, stem, now)):
        with contextlib.suppress(OSError):
            copy.unlink()


def _worth_keeping(copies: Iterable[Path], stem: str, now: datetime.datetime) -> Iterable[Path]:
    newest: dict[tuple[str, int], Path] = {}
    for copy in sorted(copies):  # the later ones take the place of the earlier
        moment = _moment(copy, stem)
        assert moment is not None
        days = (now.date() - moment.date()).days
        if days <= 0:
            yield copy
        for unit, length, count in (("day", 1, DAYS), ("week", 7, WEEKS), ("month", 30, MONTHS)):
            if 0 <= days // length < count:
                newest[unit, days // length] = copy
    yield from newest.values()


def _moment(copy: Path, stem: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.strptime(copy.stem.removeprefix(f"{stem}-"), STAMP).replace(tzinfo=datetime.UTC)
    except ValueError:  # something else of that name, such as a damaged file put aside
        return None
