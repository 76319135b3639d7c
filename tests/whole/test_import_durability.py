"""An import of the real program outlives kills, locks, full disks: what was before or what is after, never between."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from brochure.cli import main
from brochure.desk import intake, opening
from brochure.errors import StoreError
from brochure.settings import Places
from brochure.store import backup, user_file
from brochure.store.user_db import UserStore
from tests import factories
from tests.killing import ROOT, kill_at_random

POSIX = pytest.mark.skipif(os.name == "nt", reason="limits and signals of POSIX")
ROWS = 120


@pytest.fixture
def where(places: Places, small_data: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The small content is that of this process; no lock is waited for long."""
    for module in (opening, intake):
        monkeypatch.setattr(module, "data_folder", lambda: small_data)
    monkeypatch.setattr(user_file, "WAIT_S", 0.1)
    monkeypatch.setattr(backup, "WAIT_S", 0.1)
    return places


@pytest.fixture
def run(where: Places, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run one command in this process."""

    def run(*words: object) -> tuple[int, str, str]:
        code = main([*map(str, words), "--home", str(where.data.parent)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def tables(folder: Path) -> list[Path]:
    """Write two tables that change the same many records, each in its own way."""
    paths = []
    for name in ("一", "二"):
        path = folder / f"events {name}.csv"
        rows = "".join(
            f"event-{number},活动{name}{number},Event {number},{'文字' * 40}{name}\n" for number in range(ROWS)
        )
        path.write_text(f"id,name_zh,name_en,note_zh\n{rows}", encoding="utf-8")
        paths.append(path)
    return paths


def dumped(run: Callable[..., tuple[int, str, str]]) -> str:
    code, out, err = run("dump", "--json")
    assert (code, err) == (0, "")
    return hashlib.sha256(out.encode()).hexdigest()


def program(where: Places, data: Path, body: str) -> str:
    """Return Python that runs the real program on the small content after saying that it is ready."""
    return f"""
        import contextlib, io, itertools, resource, signal, sys
        from pathlib import Path
        import sqlite_utils, pypinyin, msgspec, click
        from brochure.desk import intake, opening
        from brochure.cli import main
        import brochure.cli.intake, brochure.content
        pypinyin.lazy_pinyin("热身")
        data, home = Path({str(data)!r}), {str(where.data.parent)!r}
        opening.data_folder = intake.data_folder = lambda: data
        print("ready", flush=True)
    """ + textwrap.indent(textwrap.dedent(body), " " * 8)


@pytest.mark.alone
@POSIX
def test_kill_at_any_moment_of_an_import(
    where: Places, small_data: Path, tmp_path: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    """After each of 40 kills the content is that of before or of after, and every backup that is named can be read."""
    paths = tables(tmp_path)
    allowed = {dumped(run): "before"}
    for path in paths:
        assert run("import", path, "--apply")[0] == 0
        allowed[dumped(run)] = path.name
    assert len(allowed) == 3
    shutil.rmtree(where.data)
    code = program(where, small_data, f"""
        paths = {[str(path) for path in paths]!r}
        for path in itertools.cycle(paths[::-1] if sys.argv[1] == "second" else paths):
            with contextlib.redirect_stdout(io.StringIO()):
                if main(["import", path, "--apply", "--quiet", "--home", home]):
                    sys.exit("refused")
            print("applied", flush=True)
    """)  # fmt: skip
    told = 0
    outcomes = {"old": 0, "new": 0}

    def next_table() -> str:
        return "second" if told % 2 else "first"

    for said in kill_at_random(code, times=40, longest_s=0.4, argument=next_table):
        acknowledged = told + said.count("applied")
        start = time.perf_counter()
        state = dumped(run)
        assert time.perf_counter() - start < 2
        assert state in allowed
        made = UserStore(where.user_db).imports()
        assert acknowledged <= len(made) <= acknowledged + 1
        assert allowed[state] == (made[-1].files[0] if made else "before")
        outcomes["new" if len(made) > acknowledged else "old"] += 1
        for one in made[-3:]:
            if one.backup is None:
                assert one.id == 1
                continue
            if not (where.backups / one.backup).exists():
                continue
            assert len(UserStore(where.backups / one.backup).imports()) == one.id - 1
        if made and made[-1].backup is not None:
            assert (where.backups / made[-1].backup).exists()
        check(where.user_db)
        told = len(made)
    assert told > 8
    assert all(outcomes.values()), outcomes


def check(path: Path) -> None:
    if path.exists():
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()


LOCKS = {"EXCLUSIVE": "nobody may read", "IMMEDIATE": "everybody may read"}


@pytest.mark.alone
@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_locked_file_is_said_and_nothing_is_lost(
    where: Places, tmp_path: Path, run: Callable[..., tuple[int, str, str]], lock: str, lang: str
) -> None:
    """Another program holds the file for a minute; the office's changes stay in what is shown meanwhile."""
    first, second = tables(tmp_path)
    run("import", first, "--apply")
    before, content = where.user_db.read_bytes(), dumped(run)
    code = f"""
        import sqlite3, time
        connection = sqlite3.connect({str(where.user_db)!r}, isolation_level=None)
        connection.execute("BEGIN {lock}")
        print("held", flush=True)
        time.sleep(60)
    """
    child = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    try:
        start = time.perf_counter()
        code_, _, err = run("import", second, "--apply", "--lang", lang)
        assert time.perf_counter() - start < 5
        shown = run("dump", "--json")
    finally:
        child.kill()
        child.communicate()
    assert code_ == 1
    assert ("占用" if lang == "zh" else "in use by another program") in err.splitlines()[-1]
    assert "Traceback" not in err
    assert hashlib.sha256(shown[1].encode()).hexdigest() == content
    assert where.user_db.read_bytes() == before
    assert dumped(run) == content
    assert run("import", second, "--apply")[0] == 0


def test_a_lock_between_comparing_and_applying_is_said(where: Places, tmp_path: Path) -> None:
    first, second = tables(tmp_path)
    library = opening.open_library(where)
    intake.apply(library, where, intake.compare(library, where, [first]))
    library = opening.open_library(where)
    difference = intake.compare(library, where, [second])
    other = sqlite3.connect(where.user_db, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError) as caught:
        intake.apply(library, where, difference)
    other.close()
    assert "占用" in caught.value.message.zh
    assert len(intake.imports(where)) == 1
    assert intake.apply(library, where, difference).number == 2


@POSIX
def test_a_full_disk_is_said_at_every_size(where: Places, small_data: Path, tmp_path: Path) -> None:
    """No file may grow beyond a size: too small for the copy, for the journal, for the changes."""
    first, second = tables(tmp_path)
    library = opening.open_library(where)
    intake.apply(library, where, intake.compare(library, where, [first]))
    before = where.user_db.read_bytes()
    sizes = [0, 1, 512, 4096, 20_000, len(before) - 1, len(before), len(before) + 1, len(before) + 4096]
    code = program(where, small_data, f"""
        import json
        from brochure.errors import BrochureError
        from brochure.settings import places
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        where = places(Path(home))
        library = opening.open_library(where)
        difference = intake.compare(library, where, [Path({str(second)!r})])
        for size in {sizes!r}:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            try:
                intake.apply(library, where, difference)
                said = ["applied", "applied"]
            except BrochureError as error:
                said = [error.message.zh, error.message.en]
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            print(json.dumps(said), flush=True)
    """)  # fmt: skip
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, cwd=ROOT)
    assert done.stderr == ""
    said = [json.loads(line) for line in done.stdout.splitlines()[1:]]
    assert len(said) == len(sizes)
    for zh, en in said:
        assert str(where.data) in zh, zh
        assert zh.endswith("。")
        assert "Traceback" not in en
    assert where.user_db.read_bytes() == before
    assert len(intake.imports(where)) == 1
    assert [path.name for path in where.backups.glob(".*")] == [] if where.backups.exists() else True
    library = opening.open_library(where)
    assert intake.apply(library, where, intake.compare(library, where, [second])).number == 2


@pytest.mark.parametrize("in_the_way", ["data", "backups", "database"])
def test_a_place_that_cannot_be_written_is_said(
    where: Places, tmp_path: Path, run: Callable[..., tuple[int, str, str]], in_the_way: str
) -> None:
    first, second = tables(tmp_path)
    if in_the_way == "data":
        where.data.parent.mkdir()
        where.data.write_text("a file")
    else:
        assert run("import", first, "--apply")[0] == 0
    before = where.user_db.read_bytes() if where.user_db.exists() else b""
    if in_the_way == "backups":
        where.backups.write_text("a file")
    if in_the_way == "database":
        journal = where.user_db.with_name("user.db-journal")
        journal.mkdir()
        (journal / "x").write_text("in the way")
    code, _, err = run("import", second, "--apply", "--lang", "zh")
    assert code == 1
    assert "Traceback" not in err
    assert re.search(r"[\u3400-\u9fff].*。$", err.strip().splitlines()[-1])
    assert str(where.data) in err
    if before:
        assert where.user_db.read_bytes() == before


@pytest.mark.skipif(not shutil.which("strace"), reason="NOT SHOWN HERE: strace is not installed")
def test_no_rename_comes_before_the_bytes_are_on_the_disk(where: Places, small_data: Path, tmp_path: Path) -> None:
    """Before each rename the file is flushed, after it the folder: for the backup and for the content database."""
    first, second = tables(tmp_path)
    library = opening.open_library(where)
    intake.apply(library, where, intake.compare(library, where, [first]))
    code = program(where, small_data, f"""
        sys.exit(main(["import", {str(second)!r}, "--apply", "--home", home]))
    """)  # fmt: skip
    log = tmp_path / "calls"
    traced = ["strace", "-f", "-y", "-o", str(log), "-e", "trace=fsync,fdatasync,rename,renameat,renameat2"]
    done = subprocess.run(
        [*traced, sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, cwd=ROOT
    )
    if "ptrace" in done.stderr:
        pytest.skip("NOT SHOWN HERE: this machine does not allow tracing")
    assert done.returncode == 0, done.stderr
    calls = [line.partition(" ")[2].strip() for line in log.read_text().splitlines() if str(where.data.parent) in line]
    renames = [place for place, call in enumerate(calls) if call.startswith("rename")]
    names = []
    for place in renames:
        old, new = re.findall(r'"([^"]+)"', calls[place])
        names.append(Path(new).name)
        assert any(call.startswith(("fsync", "fdatasync")) and old in call for call in calls[:place]), calls
        after = calls[place + 1 :]
        assert any(call.startswith("fsync") and f"<{Path(new).parent}>" in call for call in after), calls
    assert {name.partition("-")[0] for name in names} == {"content.db", "user"}


def test_the_small_content_is_what_these_tests_run_on(run: Callable[..., tuple[int, str, str]]) -> None:
    listed = json.loads(run("list", "zones", "--json")[1])
    assert [zone["id"] for zone in listed] == [zone.id for zone in factories.small_records()["zones"]]
