"""Copies of what people made: equal, sound, kept for days, weeks and months, and never the last one thrown away."""

import datetime
import os
import sqlite3
import time
from itertools import pairwise
from pathlib import Path

import pytest

from brochure.errors import LockedError, StoreError
from brochure.model.change import Change
from brochure.store import backup
from brochure.store.backup import backups, make_backup
from brochure.store.user_db import UserStore

NOON = datetime.datetime(2025, 6, 15, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> UserStore:
    made = UserStore(tmp_path / "data" / "user.db")
    made.save_setting("lang", "en")
    made.save_change(Change("zone-test", "zones", "name_zh", "𠮷\n'\"", None, "2025-06-15T08:00:00Z", "office"))
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "backups"


def day_of(copy: Path) -> datetime.date:
    return datetime.datetime.strptime(copy.stem.removeprefix("user-")[:8], "%Y%m%d").date()  # noqa: DTZ007


def test_nothing_is_copied_where_nothing_is(tmp_path: Path, folder: Path) -> None:
    assert make_backup(tmp_path / "user.db", folder, NOON) is None
    assert not folder.exists()


def test_a_copy_holds_the_same(store: UserStore, folder: Path) -> None:
    before = store.path.read_bytes()
    copy = make_backup(store.path, folder, NOON)
    assert copy is not None
    again = UserStore(copy)
    assert (again.settings(), again.changes()) == (store.settings(), store.changes())
    assert store.path.read_bytes() == before
    assert backups(store.path, folder) == (copy,)
    assert [path.name for path in folder.iterdir()] == [copy.name]


def test_a_year_of_days_leaves_days_weeks_and_months(
    store: UserStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda handle: None)  # a year would take as long as 800 flushes
    monkeypatch.setattr(backup, "_digest", lambda connection: "same")
    today = NOON
    for number in range(400):
        today = NOON + number * DAY
        for hour in (0, 3):
            made = make_backup(store.path, folder, today + datetime.timedelta(hours=hour))
            assert made is not None
            assert made.exists()
    kept = backups(store.path, folder)
    days = [day_of(copy) for copy in kept]
    assert kept[-1] == made
    assert set(days) >= {(today - number * DAY).date() for number in range(12)}
    weeks = {tuple((today - number * 7 * DAY).date().isocalendar())[:2] for number in range(10)}
    assert weeks <= {tuple(day.isocalendar())[:2] for day in days}
    months = {(day.year, day.month) for day in days}
    assert len(months) == 9
    assert (today.date() - days[0]).days > 7 * 30
    assert all((later - earlier).days <= 31 for earlier, later in pairwise(days))
    assert len(kept) <= 12 + 10 + 9 + 1


@pytest.mark.parametrize("year", [1970, 2093])
def test_a_clock_that_runs_wrong_throws_nothing_away(store: UserStore, folder: Path, year: int) -> None:
    good = [make_backup(store.path, folder, NOON + number * DAY) for number in range(12)]
    odd = make_backup(store.path, folder, NOON.replace(year=year))
    assert odd is not None
    assert odd.exists()
    last = make_backup(store.path, folder, NOON + 20 * DAY)
    assert last is not None
    assert last.exists()
    assert sum(copy is not None and copy.exists() for copy in good) >= 10


def test_other_files_in_the_folder_are_left_alone(store: UserStore, folder: Path) -> None:
    folder.mkdir()
    others = ["user-my own copy.db", "readme.txt", "user-20250101.db", "other-20250101T000000000000.db"]
    for name in others:
        (folder / name).write_text("mine")
    for number in range(30):
        make_backup(store.path, folder, NOON + number * DAY)
    assert [name for name in others if not (folder / name).exists()] == []


def test_what_a_killed_backup_left_is_cleared_away(store: UserStore, folder: Path) -> None:
    folder.mkdir()
    old, young = folder / ".user-20250101T000000000000.db.part", folder / ".user-20250102T000000000000.db.part"
    for part in (old, old.with_name(old.name + "-journal"), young):
        part.write_text("half")
        if part != young:
            os.utime(part, (time.time() - 3600,) * 2)
    copy = make_backup(store.path, folder, NOON)
    assert copy is not None
    assert sorted(path.name for path in folder.iterdir()) == sorted([young.name, copy.name])


def test_a_copy_that_differs_is_not_kept(store: UserStore, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = iter(("one", "another"))
    monkeypatch.setattr(backup, "_digest", lambda connection: next(found))
    with pytest.raises(StoreError) as caught:
        make_backup(store.path, folder, NOON)
    assert "user-20250615T120000000000.db" in caught.value.message.zh
    assert list(folder.iterdir()) == []


def test_a_damaged_database_is_told(store: UserStore, folder: Path) -> None:
    data = bytearray(store.path.read_bytes())
    data[4096:4106] = b"\xff" * 10  # the head of the first table
    store.path.write_bytes(data)
    with pytest.raises(StoreError) as caught:
        make_backup(store.path, folder, NOON)
    assert caught.value.message.zh.endswith("。")
    assert list(folder.iterdir()) == []


def test_a_folder_in_the_way_is_told(store: UserStore, folder: Path) -> None:
    folder.write_text("a file")
    with pytest.raises(StoreError) as caught:
        make_backup(store.path, folder, NOON)
    assert str(folder) in caught.value.message.en


def test_a_lock_is_told(store: UserStore, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "WAIT_S", 0.1)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LockedError) as caught:
        make_backup(store.path, folder, NOON)
    other.close()
    assert "占用" in caught.value.message.zh
    assert list(folder.iterdir()) == []
