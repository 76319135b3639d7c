"""What people made: kept whole, brought forward, never half saved."""

import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from brochure.errors import StoreError
from brochure.model.change import Change, Import
from brochure.store import user_file
from brochure.store.user_db import UserStore, mark_of
from brochure.store.user_file import MIGRATIONS
from tests.killing import kill_at_random

CHANGE = Change("zone-test", "zones", "area_mu", "1000", "900", "2025-06-15T08:00:00Z", "office")


@pytest.fixture
def store(tmp_path: Path) -> UserStore:
    return UserStore(tmp_path / "data" / "user.db")


def test_nothing_is_made_by_looking(store: UserStore) -> None:
    assert (store.settings(), store.shortlist(), store.changes()) == ({}, (), ())
    assert not store.path.parent.exists()


def test_what_was_saved_comes_back(store: UserStore) -> None:
    store.save_setting("lang", "en")
    store.save_setting("lang", "zh")
    store.save_shortlist(("b", "a", "b", "𠮷'; DROP TABLE settings; --"))
    store.save_change(CHANGE)
    again = UserStore(store.path)
    assert again.settings() == {"lang": "zh"}
    assert again.shortlist() == ("b", "a", "𠮷'; DROP TABLE settings; --")
    assert [change.field for change in again.changes()] == ["area_mu"]


def test_an_undone_change_stays_in_the_list(store: UserStore) -> None:
    store.save_change(CHANGE)
    number = store.changes()[0].id
    assert number is not None
    store.undo_changes([number])
    assert [change.undone for change in store.changes()] == [True]


def test_a_save_is_one_transaction(store: UserStore) -> None:
    store.save_shortlist(("a", "b"))
    with pytest.raises(StoreError):
        store.save_shortlist(("c", None))  # type: ignore[arg-type]
    assert store.shortlist() == ("a", "b")


def test_a_newer_file_is_read_but_not_written(store: UserStore) -> None:
    store.save_setting("lang", "en")
    with sqlite3.connect(store.path) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = store.path.read_bytes()
    assert store.settings() == {"lang": "en"}
    with pytest.raises(StoreError) as caught:
        store.save_setting("lang", "zh")
    assert "user.db" in caught.value.message.zh
    assert store.path.read_bytes() == before


def test_an_older_file_is_brought_forward_with_its_content(store: UserStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_setting("lang", "en")
    more = (
        *MIGRATIONS,
        ("CREATE TABLE visits(day TEXT PRIMARY KEY) STRICT", "INSERT INTO visits VALUES ('2025-06-15')"),
    )
    monkeypatch.setattr(user_file, "MIGRATIONS", more)
    store.save_setting("theme", "dark")
    assert store.settings() == {"lang": "en", "theme": "dark"}
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(more),)
        assert connection.execute("SELECT day FROM visits").fetchall() == [("2025-06-15",)]
    connection.close()


def test_a_step_that_fails_leaves_the_schema_of_before(store: UserStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_setting("lang", "en")
    broken = (*MIGRATIONS, ("CREATE TABLE visits(day TEXT)", "CREATE TABLE settings(key TEXT)"))
    monkeypatch.setattr(user_file, "MIGRATIONS", broken)
    with pytest.raises(StoreError):
        store.save_setting("theme", "dark")
    with sqlite3.connect(store.path) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    connection.close()
    assert "visits" not in tables
    assert store.settings() == {"lang": "en"}


def test_a_damaged_file_is_kept_aside_at_the_next_save(store: UserStore) -> None:
    store.path.parent.mkdir(parents=True)
    store.path.write_bytes(b"this was never a database" * 100)
    with pytest.raises(StoreError) as caught:
        store.settings()
    aside = store.aside()
    assert aside.name in caught.value.message.en
    store.save_setting("lang", "en")
    assert store.settings() == {"lang": "en"}
    assert aside.read_bytes().startswith(b"this was never a database")


def test_a_short_lock_is_waited_out(store: UserStore) -> None:
    store.save_setting("lang", "zh")
    other = sqlite3.connect(store.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    release = threading.Timer(0.5, other.rollback)
    release.start()
    store.save_setting("lang", "en")
    release.join()
    other.close()
    assert store.settings() == {"lang": "en"}


@pytest.mark.alone
def test_a_long_lock_is_said(store: UserStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_file, "WAIT_S", 0.1)
    store.save_setting("lang", "zh")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    start = time.monotonic()
    with pytest.raises(StoreError) as caught:
        store.save_setting("lang", "en")
    assert time.monotonic() - start < 2
    other.rollback()
    other.close()
    assert "占用" in caught.value.message.zh
    assert store.settings() == {"lang": "zh"}


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError) as caught:
        UserStore(tmp_path / "file" / "user.db").save_setting("lang", "en")
    assert str(tmp_path / "file" / "user.db") in caught.value.message.zh


def test_a_full_disk_is_said_and_nothing_is_lost(store: UserStore) -> None:
    """The process may not write files beyond a size, as on a full disk."""
    store.save_shortlist(("a",))
    size = store.path.stat().st_size
    code = f"""
        import resource, signal, sys
        from pathlib import Path
        from brochure.errors import StoreError
        from brochure.store.user_db import UserStore
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
        try:
            UserStore(Path({str(store.path)!r})).save_shortlist(tuple(f"record-{{n}}" for n in range(5000)))
        except StoreError as error:
            print(error.message.en)
    """
    pytest.importorskip("resource")
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, cwd=root, check=True
    )
    assert "Nothing was saved" in done.stdout
    assert store.shortlist() == ("a",)


def test_kill_at_any_moment_of_a_save(tmp_path: Path) -> None:
    """Every save that was acknowledged is there, none is there by half: at 44 random moments."""
    path = tmp_path / "user.db"
    code = f"""
        import sys
        from pathlib import Path
        from brochure.store.user_db import UserStore
        store = UserStore(Path({str(path)!r}))
        start = int(sys.argv[1])
        print("ready", flush=True)
        for n in range(start, start + 100000):
            store.save_shortlist((f"first-{{n}}", f"second-{{n}}", *(f"more-{{n}}-{{m}}" for m in range(200))))
            print(f"list {{n}}", flush=True)
            store.save_setting("reader", str(n))
            print(f"setting {{n}}", flush=True)
    """
    store = UserStore(path)
    last_list, last_setting = 0, 0

    def next_number() -> str:
        return str(last_list + 1)

    for said in kill_at_random(code, times=44, longest_s=0.12, argument=next_number):
        numbers = [int(line.partition(" ")[2]) for line in said]
        saved_list = max(
            [n for n, line in zip(numbers, said, strict=True) if line.startswith("list")], default=last_list
        )
        saved_setting = max(
            [n for n, line in zip(numbers, said, strict=True) if line.startswith("setting")], default=last_setting
        )
        shortlist, settings = store.shortlist(), store.settings()
        found = int(shortlist[0].removeprefix("first-")) if shortlist else 0
        assert found in (saved_list, saved_list + 1)
        if shortlist:
            assert shortlist == (f"first-{found}", f"second-{found}", *(f"more-{found}-{m}" for m in range(200)))
        setting = int(settings.get("reader", 0))
        assert setting in (saved_setting, found)  # a save not yet told of may have been kept, whole
        if path.exists():
            connection = sqlite3.connect(path)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            connection.close()
        last_list, last_setting = found, setting
    assert last_list > 44


def test_an_import_is_kept_whole_with_its_number(store: UserStore) -> None:
    made = Import(0, "2025-06-15T08:00:00Z", "office", ("政策.xlsx", "a b.csv"), None)
    assert store.save_import(made, [CHANGE, CHANGE], mark_of(())) == 1
    assert store.save_import(made, [CHANGE], mark_of(store.changes())) == 2
    assert [one.files for one in store.imports()] == [made.files] * 2
    assert [change.import_id for change in store.changes()] == [1, 1, 2]


@pytest.mark.parametrize("meanwhile", ["save", "undo", "redo"])
def test_an_import_of_before_another_change_is_refused(store: UserStore, meanwhile: str) -> None:
    made = Import(0, "2025-06-15T08:00:00Z", "office", ("a.csv",), None)
    store.save_import(made, [CHANGE, CHANGE], mark_of(()))
    if meanwhile == "redo":
        store.undo_changes([1])
    seen = mark_of(store.changes())
    {
        "save": lambda: store.save_change(CHANGE), "undo": lambda: store.undo_changes([2]),
        "redo": lambda: store.redo_changes([1]),
    }[meanwhile]()  # fmt: skip
    before = store.path.read_bytes()
    with pytest.raises(StoreError):
        store.save_import(made, [CHANGE], seen)
    assert store.path.read_bytes() == before


def test_an_import_that_fails_in_the_middle_leaves_nothing(store: UserStore) -> None:
    made = Import(0, "2025-06-15T08:00:00Z", "office", ("a.csv",), None)
    store.save_change(CHANGE)
    bad = Change(None, "zones", "x", "1", None, "2025-06-15T08:00:00Z", "office")  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        store.save_import(made, [CHANGE, bad], mark_of(store.changes()))
    assert (len(store.changes()), store.imports()) == (1, ())


def test_changes_are_replaced_in_one_step(store: UserStore) -> None:
    store.save_change(CHANGE)
    with pytest.raises(StoreError):
        store.replace_changes(store.changes(), [Change(None, "z", "x", "1", None, "t", "o")])  # type: ignore[arg-type]
    assert [change.undone for change in store.changes()] == [False]
    store.replace_changes(store.changes(), [CHANGE])
    assert [change.undone for change in store.changes()] == [True, False]
