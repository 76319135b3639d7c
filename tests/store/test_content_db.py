"""The content database: whole tables, real keys, and no changed value that goes unnoticed."""

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from brochure.content import load_content
from brochure.errors import StoreError
from brochure.model.flat import to_row
from brochure.model.kinds import KINDS
from brochure.resources import data_folder
from brochure.store.content_db import build_content_db, save_content_db
from brochure.store.inputs import fingerprint
from brochure.store.library import Library, load_library
from brochure.store.tables import TABLES
from tests import factories

SEED = 20250615


@pytest.fixture(scope="module")
def shipped() -> bytes:
    content = load_content(data_folder())
    return build_content_db(content.records, content.features, content.profile, fingerprint(data_folder()))


@pytest.fixture
def database(shipped: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(shipped)
    return connection


def test_what_goes_in_comes_out(shipped: bytes) -> None:
    content, library = load_content(data_folder()), Library(shipped)
    for kind in KINDS:
        assert library.records(kind, archive=True) == content.records[kind]
    assert library.features == content.features
    assert library.profile == content.profile


def test_a_table_for_each_kind_with_one_row_for_each_record(database: sqlite3.Connection) -> None:
    content = load_content(data_folder())
    for kind, records in content.records.items():
        assert database.execute(f'SELECT count(*) FROM "{kind}"').fetchone() == (len(records),)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_keys_are_real_and_kept(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    keys = {(row[3], row[2]) for row in database.execute("PRAGMA foreign_key_list(enterprises)")}
    assert keys == {("id", "records"), ("industry", "industries"), ("zone", "zones")}
    assert {row[2] for row in database.execute("PRAGMA foreign_key_list(links)")} == {"records"}
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE enterprises SET zone = 'zone-nowhere' WHERE rowid = 1")


def test_columns_have_types(database: sqlite3.Connection) -> None:
    types = {row[1]: row[2] for row in database.execute("PRAGMA table_info(zones)")}
    assert (types["area_mu"], types["as_of_inferred"], types["name_zh"]) == ("REAL", "INTEGER", "TEXT")
    stored = {kind for (kind,) in database.execute("SELECT DISTINCT typeof(area_mu) FROM zones")}
    assert stored <= {"real", "null"}


def test_unknown_is_null(database: sqlite3.Connection) -> None:
    for kind, cls in KINDS.items():
        for name in (name for record in [factories.make(cls, "x")] for name in to_row(record)):
            assert database.execute(f'SELECT count(*) FROM "{kind}" WHERE "{name}" = \'\'').fetchone() == (0,), name


def test_two_builds_are_the_same_bytes(shipped: bytes) -> None:
    content = load_content(data_folder())
    again = build_content_db(content.records, content.features, content.profile, fingerprint(data_folder()))
    assert again == shipped


def test_every_table_has_its_digest(database: sqlite3.Connection) -> None:
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert tables == set(TABLES)
    digests = {key for (key,) in database.execute("SELECT key FROM meta WHERE key LIKE 'digest %'")}
    assert digests == {f"digest {table}" for table in (*TABLES, "sqlite_schema")}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE figures SET value = value + 1 WHERE rowid = 3",
        "UPDATE policies SET valid_to = '2099-12-31' WHERE rowid = 1",
        "DELETE FROM enterprises WHERE rowid = 5",
        "UPDATE features SET parts = replace(parts, '36.6', '36.7')",
        "UPDATE profile SET ground_m = ground_m + 1",
        "UPDATE names SET name = 'x' WHERE rowid = 1",
        "UPDATE records SET audience = 'public'",
        "DELETE FROM links WHERE rowid = 1",
        "UPDATE meta SET value = '2099-01-01' WHERE key = 'content_date'",
        "INSERT INTO search(rowid, name) VALUES (9999, '0')",
        "ALTER TABLE zones RENAME COLUMN clue_zh TO clue_de",
        "DELETE FROM meta WHERE key = 'digest zones'",
    ],
)
def test_a_change_by_hand_is_noticed(database: sqlite3.Connection, statement: str) -> None:
    with database:
        database.execute(statement)
    with pytest.raises(StoreError):
        Library(database.serialize())


def test_a_flipped_bit_never_changes_what_is_shown(shipped: bytes) -> None:
    chance = random.Random(SEED)
    whole = Library(shipped)
    shown = [whole.records(kind, archive=True) for kind in KINDS]
    noticed = 0
    for _ in range(60):
        damaged = bytearray(shipped)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        try:
            library = Library(bytes(damaged))
        except StoreError:
            noticed += 1
            continue
        assert [library.records(kind, archive=True) for kind in KINDS] == shown
        assert (library.features, library.profile) == (whole.features, whole.profile)
    assert noticed > 20  # the rest fell into free space or page headers nobody reads


@pytest.mark.parametrize("length", [0, 1, 100, 4096, 100_000, -1])
def test_half_a_file_is_refused(shipped: bytes, length: int) -> None:
    with pytest.raises(StoreError):
        Library(shipped[:length])


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content.db").write_bytes(b"not a database at all" * 400)
    with pytest.raises(StoreError):
        load_library(tmp_path / "content.db")


def test_building_is_quick(shipped: bytes) -> None:
    content = load_content(data_folder())
    start = time.process_time()
    build_content_db(content.records, content.features, content.profile, "x")
    assert time.process_time() - start < 1


def test_reading_imports_nothing_heavy(shipped: bytes, tmp_path: Path) -> None:
    path = tmp_path / "content.db"
    save_content_db(shipped, path)
    code = (
        "import sys; from pathlib import Path; from brochure.store.library import load_library\n"
        f"library = load_library(Path({str(path)!r}))\n"
        "assert library.records('zones')\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & "
        "{'sqlite_utils', 'numpy', 'pypinyin', 'PySide6', 'folium', 'reportlab', 'click', 'PIL'}))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"


def test_a_save_that_fails_leaves_the_file_of_before(shipped: bytes, tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "content.db"
    path.write_bytes(b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        save_content_db(shipped, path)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_flushed_before_it_gets_its_name(shipped: bytes, tmp_path: Path, monkeypatch) -> None:
    import os

    steps: list[str] = []
    flush, rename = os.fsync, Path.replace
    monkeypatch.setattr("os.fsync", lambda handle: steps.append("flush") or flush(handle))
    monkeypatch.setattr(Path, "replace", lambda self, target: steps.append("rename") or rename(self, target))
    save_content_db(shipped, tmp_path / "content.db")
    assert steps == (["flush", "rename"] if os.name == "nt" else ["flush", "rename", "flush"])


def test_leftovers_of_a_killed_start_go(shipped: bytes, tmp_path: Path) -> None:
    import os

    old, young = tmp_path / ".content.db-old.part", tmp_path / ".content.db-young.part"
    old.write_bytes(b"half")
    young.write_bytes(b"another start at work")
    os.utime(old, (time.time() - 3600,) * 2)
    save_content_db(shipped, tmp_path / "content.db")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".content.db-young.part", "content.db"]


def test_the_fingerprint_follows_every_file(small_data: Path) -> None:
    seen = {fingerprint(small_data)}
    for path in sorted(small_data.iterdir()):
        path.write_bytes(path.read_bytes() + b"\n")
        seen.add(fingerprint(small_data))
    assert len(seen) == 1 + len(list(small_data.iterdir()))
