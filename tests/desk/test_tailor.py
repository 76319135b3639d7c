"""Making a brochure: the file is whole or not there, what goes wrong is said, and nothing is left behind."""

import contextlib
import datetime
import errno
import hashlib
import io
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pypdf
import pytest

from brochure.desk import tailor
from brochure.errors import CancelledError, NotFoundError, RenderError
from brochure.pdf.recipe import Recipe
from brochure.settings import Places
from brochure.store.library import Library

ON = datetime.date(2026, 3, 2)
SHORT = Recipe(sections=("cover", "figures"), on=ON)
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")


def test_a_file_is_written_and_described(library: Library, places: Places, tmp_path: Path) -> None:
    out = tmp_path / "手册 a&b.pdf"
    made = tailor.export(library, SHORT, out, places)
    data = out.read_bytes()
    assert made.path == out
    assert made.pages == len(pypdf.PdfReader(io.BytesIO(data)).pages) == 2
    assert made.sha256 == hashlib.sha256(data).hexdigest()
    assert made.seconds > 0
    assert data == tailor.preview(library, SHORT, places)


def test_a_new_file_takes_the_place_of_the_old(library: Library, places: Places, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    out.write_text("old")
    tailor.export(library, SHORT, out, places)
    assert out.read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.pdf"]
    if os.name == "posix":
        assert out.stat().st_mode & 0o777 == 0o644


def test_progress_grows_to_one(library: Library, places: Places, tmp_path: Path) -> None:
    told: list[float] = []
    tailor.export(library, Recipe(on=ON), tmp_path / "a.pdf", places, progress=told.append)
    assert told == sorted(told)
    assert len(set(told)) == 13
    assert 0 < told[0] < told[-2] < 1
    assert told[-1] == 1.0


def test_one_is_only_said_when_the_file_is_there(library: Library, places: Places, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    seen: list[tuple[float, bool]] = []
    tailor.export(library, SHORT, out, places, progress=lambda share: seen.append((share, out.exists())))
    assert [there for share, there in seen if share < 1] == [False] * (len(seen) - 1)
    assert seen[-1] == (1.0, True)


@pytest.mark.parametrize("asked", [0, 1, 5, 12])
def test_cancel_leaves_nothing(asked: int, library: Library, places: Places, tmp_path: Path) -> None:
    """Cancelled before each of some sections, and at last between writing and renaming."""
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "a.pdf"
    out.write_text("old")
    count = iter(range(99))
    with pytest.raises(CancelledError):
        tailor.export(library, Recipe(on=ON), out, places, cancelled=lambda: next(count) == asked)
    assert [path.name for path in folder.iterdir()] == ["a.pdf"]
    assert out.read_text() == "old"


def test_a_folder_that_cannot_be_written(library: Library, places: Places, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for out in (tmp_path / "file" / "a.pdf", tmp_path / "nowhere" / "a.pdf"):
        with pytest.raises(RenderError) as caught:
            tailor.export(library, SHORT, out, places)
        assert str(out) in caught.value.message.zh
        assert str(out) in caught.value.message.en
    assert (tmp_path / "file").read_text() == "not a folder"


def test_a_name_that_is_a_folder(library: Library, places: Places, tmp_path: Path) -> None:
    out = tmp_path / "out" / "a.pdf"
    out.mkdir(parents=True)
    with pytest.raises(RenderError):
        tailor.export(library, SHORT, out, places)
    assert [path.name for path in out.parent.iterdir()] == ["a.pdf"]
    assert not list(out.iterdir())


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_said_with_the_room_needed(
    number: int, library: Library, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    data = tailor.preview(library, SHORT, places)

    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(RenderError) as caught:
        tailor.export(library, SHORT, folder / "a.pdf", places)
    assert str(len(data) // 1024 + 1) in caught.value.message.zh
    assert str(folder) in caught.value.message.en
    assert not list(folder.iterdir())


WARM = """
import datetime, os, signal, sys
from pathlib import Path
from brochure.desk import tailor
from brochure.desk.opening import open_library
from brochure.errors import BrochureError
from brochure.pdf.recipe import Recipe
from brochure.settings import places
here, out = places(Path(sys.argv[1])), Path(sys.argv[2])
library = open_library(here)
on = datetime.date(2026, 3, 2)
recipes = [Recipe(sections=("cover", "figures"), on=on), Recipe(sections=("cover", "chain"), on=on)]
for recipe in recipes:
    print(__import__("hashlib").sha256(tailor.preview(library, recipe, here)).hexdigest(), flush=True)
"""
LOOP = """
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        os.write(1, b"go\\n")
        for turn in range(100_000):
            tailor.export(library, recipes[turn % 2], out, here)
    os.write(1, b"%d\\n" % child)  # one write: the child writes to the same pipe
    os.waitpid(child, 0)
    os.write(1, b"gone\\n")
"""
LIMIT = """
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    tailor.export(library, recipes[0], out, here)
except BrochureError as error:
    print(type(error).__name__, error.message.en)
"""


@POSIX
@pytest.mark.timeout(60)
def test_killed_at_any_moment_leaves_a_whole_file_or_none(places: Places, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "a.pdf"
    chance = random.Random(20260302)
    seen = {"none": 0, "whole": 0}
    with subprocess.Popen(
        [sys.executable, "-c", WARM + LOOP, str(tmp_path / "home"), str(out)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        sums = {process.stdout.readline().strip() for _ in range(2)}
        assert len(sums) == 2
        for moment in range(40):
            if moment % 4 == 0:
                out.unlink(missing_ok=True)
            process.stdin.write("go\n")
            process.stdin.flush()
            told = {process.stdout.readline().strip(), process.stdout.readline().strip()}
            child = int(next(iter(told - {"go"})))
            time.sleep(chance.uniform(0, 0.06))
            os.kill(child, signal.SIGKILL)
            assert process.stdout.readline().strip() == "gone"
            if out.exists():
                assert hashlib.sha256(out.read_bytes()).hexdigest() in sums
                seen["whole"] += 1
            else:
                seen["none"] += 1
            assert all(path == out or path.suffix == ".part" for path in folder.iterdir())
        process.stdin.close()
    assert seen["whole"] > 5
    tailored = list(folder.glob("*.part"))
    assert all(path.name.startswith(".a.pdf-") for path in tailored)


@POSIX
def test_a_write_that_stops_half_way(places: Places, tmp_path: Path) -> None:
    """The system itself refuses after 20 KB: the sentence names the file, and nothing is left of it."""
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "a.pdf"
    out.write_text("old")
    answer = subprocess.run(
        [sys.executable, "-c", WARM + LIMIT, str(tmp_path / "home"), str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.stdout.splitlines()[2].startswith("RenderError Cannot write"), answer
    assert str(out) in answer.stdout
    assert [path.name for path in folder.iterdir()] == ["a.pdf"]
    assert out.read_text() == "old"


def test_unknown_id_offers_the_nearest_spelling(library: Library, places: Places, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    for field, wrong, right in (
        ("zones", "zone-kangyan", "zone-kangyang"),
        ("policies", "policy-one-windows", "policy-one-window"),
        ("sectors", "industry-device", "industry-devices"),
    ):
        with pytest.raises(NotFoundError) as caught:
            tailor.export(library, Recipe(on=ON, **{field: (wrong,)}), out, places)
        assert right in caught.value.message.zh
        assert wrong in caught.value.message.en
    assert not out.exists()


def test_a_stop_is_said_before_anything_is_made(library: Library, places: Places, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    told: list[float] = []
    with pytest.raises(RenderError) as caught:
        tailor.export(library, Recipe(reader="ไทย", on=ON), out, places, progress=told.append)
    assert "U+0E44" in caught.value.message.en
    assert told == []
    assert not out.exists()


def test_a_rare_letter_is_cut_and_printed(library: Library, places: Places, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    tailor.export(library, Recipe(reader="喆堃投资", sections=("cover",), on=ON), out, places)
    assert "喆堃投资" in pypdf.PdfReader(out).pages[0].extract_text()


def test_setter_is_kept_between_brochures(library: Library, places: Places) -> None:
    assert tailor.typesetter(library, SHORT, places) is tailor.typesetter(library, Recipe(lang="en", on=ON), places)


def test_nothing_is_left_open(library: Library, places: Places, tmp_path: Path) -> None:
    tailor.export(library, SHORT, tmp_path / "a.pdf", places)
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        pytest.skip("no /proc")
    before = len(list(folder.iterdir()))
    for turn in range(5):
        tailor.export(library, SHORT, tmp_path / f"{turn}.pdf", places)
        with contextlib.suppress(RenderError):
            tailor.export(library, SHORT, tmp_path / "nowhere" / "a.pdf", places)
    assert len(list(folder.iterdir())) == before


def test_what_a_killed_export_left_behind_is_swept(library: Library, places: Places, tmp_path: Path) -> None:
    out = tmp_path / "手册[1].pdf"
    stale, fresh = tmp_path / ".手册[1].pdf-abc.part", tmp_path / ".手册[1].pdf-def.part"
    for part in (stale, fresh):
        part.write_bytes(b"half")
    os.utime(stale, (1, 1))
    tailor.export(library, Recipe(on=ON, sections=("cover",)), out, places)
    assert out.exists()
    assert fresh.exists()
    assert not stale.exists()


def test_two_threads_may_ask_at_once(tmp_path: Path) -> None:
    program = """
import datetime, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from brochure.desk import tailor
from brochure.desk.opening import open_library
from brochure.pdf.recipe import Recipe
from brochure.settings import places
if __name__ == "__main__":
    home = places(Path(sys.argv[1]))
    library = open_library(home)
    recipe = Recipe(on=datetime.date(2026, 3, 2), sections=("cover", "sources"))
    sys.setswitchinterval(1e-6)
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: tailor.preview(library, recipe, home), range(8)))
    assert len(set(made)) == 1
"""
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
