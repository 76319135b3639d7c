"""Opening the content: built when something changed, never shown changed by another hand, never in the way."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from brochure.desk.opening import open_library
from brochure.errors import ContentError, DamagedError, LockedError, StoreError
from brochure.model.change import Change
from brochure.settings import Places
from brochure.store import user_file
from brochure.store.library import load_library
from brochure.store.user_db import UserStore
from tests import factories
from tests.factories import change_cell
from tests.killing import kill_at_random

ROOT = Path(__file__).parents[2]


def test_the_first_start_builds_and_the_second_reads(places: Places, small_data: Path) -> None:
    first = open_library(places, small_data)
    stamp = places.content_db.stat().st_mtime_ns
    second = open_library(places, small_data)
    assert places.content_db.stat().st_mtime_ns == stamp
    assert second.content_version == first.content_version
    assert second.records("zones") == first.records("zones") == factories.small_records()["zones"]


def test_a_changed_file_is_shown_at_the_next_start(places: Places, small_data: Path) -> None:
    before = open_library(places, small_data)
    change_cell(small_data, "zones", 3, "name_zh", "新名字")
    after = open_library(places, small_data)
    assert after.record("zone-test").name.zh == "新名字"
    assert after.content_version != before.content_version


@pytest.mark.parametrize("damage", ["cut", "flip", "value", "gone", "text"])
def test_a_damaged_database_is_built_anew(places: Places, small_data: Path, damage: str) -> None:
    open_library(places, small_data)
    path = places.content_db
    data = path.read_bytes()
    if damage == "value":
        connection = sqlite3.connect(path)
        with connection:
            connection.execute("UPDATE figures SET value = 99 WHERE id = 'firms-2025'")
        connection.close()
    elif damage == "gone":
        path.unlink()
    else:
        path.write_bytes({"cut": data[:-5000], "flip": bytes([data[0] ^ 1]) + data[1:], "text": b"hello"}[damage])
    library = open_library(places, small_data)
    assert isinstance(library.problem, DamagedError) is (damage != "gone"), "what happened is said"
    assert open_library(places, small_data).problem is None, "once"
    assert [figure.value for figure in library.readings("firms")] == [80.0, 71.0]
    assert load_library(path).inputs == library.inputs


def test_broken_content_leaves_the_database_of_before_in_use(places: Places, small_data: Path) -> None:
    open_library(places, small_data)
    whole = places.content_db.read_bytes()
    change_cell(small_data, "zones", 3, "area_mu", "nine hundred")
    library = open_library(places, small_data)
    assert isinstance(library.problem, ContentError)
    assert "zones.csv" in library.problem.message.zh
    assert library.record("zone-test").area_mu == 900.0  # type: ignore[attr-defined]
    assert places.content_db.read_bytes() == whole
    change_cell(small_data, "zones", 3, "area_mu", "901")
    assert open_library(places, small_data).problem is None


def test_broken_content_and_nothing_of_before_is_an_error(places: Places, small_data: Path) -> None:
    (small_data / "zones.csv").unlink()
    with pytest.raises(ContentError):
        open_library(places, small_data)
    assert not places.content_db.exists()


def test_a_folder_that_cannot_be_written_keeps_nobody_from_looking(places: Places, small_data: Path) -> None:
    places.cache.parent.mkdir(parents=True)
    places.cache.write_text("a file in the way")
    library = open_library(places, small_data)
    assert isinstance(library.problem, StoreError)
    assert library.records("zones") == factories.small_records()["zones"]


def _change(value: str | None, field: str = "name_en", base: str = "Golden-Altitude Zone") -> Change:
    return Change("zone-test", "zones", field, value, base, "2025-06-15T08:00:00Z", "office")


def test_the_changes_of_the_office_lie_over_the_content(places: Places, small_data: Path) -> None:
    open_library(places, small_data)
    store = UserStore(places.user_db)
    store.save_change(_change("Golden Zone"))
    library = open_library(places, small_data)
    assert library.record("zone-test").name.en == "Golden Zone"
    number = store.changes()[0].id
    assert number is not None
    store.undo_changes([number])
    assert open_library(places, small_data).record("zone-test").name.en == "Golden-Altitude Zone"


def test_a_change_that_no_longer_fits_is_told_at_every_start(places: Places, small_data: Path) -> None:
    UserStore(places.user_db).save_change(_change("many", field="area_mu", base="900"))
    assert "area_mu" in open_library(places, small_data).unfit[0].en
    assert "area_mu" in open_library(places, small_data).unfit[0].en


def test_damaged_user_data_keeps_nobody_from_looking(places: Places, small_data: Path) -> None:
    places.user_db.parent.mkdir(parents=True)
    places.user_db.write_bytes(b"no database" * 500)
    library = open_library(places, small_data)
    assert isinstance(library.problem, StoreError)
    assert library.records("zones")


def test_a_locked_file_leaves_what_the_office_changed_in_view(
    places: Places, small_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the office changed cannot be read for the moment; the shipped values must not pass for today's."""
    monkeypatch.setattr(user_file, "WAIT_S", 0.05)
    UserStore(places.user_db).save_change(_change("Golden Zone"))
    open_library(places, small_data)
    kept = places.content_db.read_bytes()
    other = sqlite3.connect(places.user_db, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    library = open_library(places, small_data)
    other.close()
    assert isinstance(library.problem, LockedError)
    assert library.record("zone-test").name.en == "Golden Zone"
    assert places.content_db.read_bytes() == kept


def test_two_starts_at_once(places: Places, small_data: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from brochure.desk.opening import open_library; "
        "from brochure.settings import places\n"
        "library = open_library(places(Path(sys.argv[1])), Path(sys.argv[2]))\n"
        "assert library.problem is None and library.records('zones')"
    )
    command = [sys.executable, "-c", code, str(places.data.parent), str(small_data)]
    running = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    assert [program.communicate()[1] for program in running] == ["", "", ""]
    assert open_library(places, small_data).problem is None


def test_opening_is_quick(places: Places) -> None:
    open_library(places)
    times = []
    for _ in range(5):
        start = time.process_time()
        open_library(places)
        times.append(time.process_time() - start)
    assert min(times) < 0.1


def test_kill_at_any_moment_of_a_build(places: Places, tmp_path: Path) -> None:
    """The database is absent or whole, of one of the two contents, at 40 random moments."""
    folders = [factories.write_content(tmp_path / name) for name in ("one", "two")]
    change_cell(folders[1], "zones", 3, "name_zh", "另一个名字")
    allowed = {open_library(places, folder).inputs for folder in folders}
    code = f"""
        import itertools
        from pathlib import Path
        import sqlite_utils, pypinyin
        from brochure.content import load_content
        from brochure.desk.opening import open_library
        from brochure.settings import places
        folders = [Path(path) for path in {[str(folder) for folder in folders]!r}]
        pypinyin.lazy_pinyin("热身")
        print("ready", flush=True)
        for folder in itertools.cycle(folders):
            open_library(places(Path({str(places.data.parent)!r})), folder)
    """
    for _ in kill_at_random(code, times=40, longest_s=0.12):
        assert load_library(places.content_db).inputs in allowed
    for part in places.cache.glob(".content.db-*"):
        os.utime(part, (time.time() - 60,) * 2)
    for folder in folders:
        assert open_library(places, folder).problem is None
    assert sorted(path.name for path in places.cache.iterdir()) == ["content.db"]
