"""Bad content, recipes, folders and disks: one sentence in the asked language, nothing half-written, exit 1."""

import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brochure.desk import opening
from brochure.desk.opening import open_library
from brochure.errors import DamagedError
from brochure.gui import app as wiring
from brochure.gui.main_window import MainWindow
from brochure.gui.shell import Shell
from brochure.gui.states import ErrorState
from brochure.model.kinds import KINDS
from brochure.search import find_hits
from brochure.store.library import Library
from tests.factories import change_cell
from tests.said import Said
from tests.whole.conftest import Checkout, build_checkout, child_environment, home_of, read_cells, write_cells

HAN = re.compile(r"[\u3400-\u9fff]")
SEED = random.SystemRandom().randrange(10**9)


def cut_row(data: Path) -> None:
    lines = (data / "policies.csv").read_text(encoding="utf-8-sig").splitlines()
    lines[4] = ",".join(lines[4].split(",")[:5])
    (data / "policies.csv").write_text("\n".join(lines), encoding="utf-8-sig")


def drop_column(data: Path) -> None:
    rows = read_cells(data / "policies.csv")
    write_cells(data / "policies.csv", [{key: row[key] for key in row if key != "full_title_en"} for row in rows])


def recode(encoding: str, name: str = "zones.csv") -> Callable[[Path], None]:
    def spoil(data: Path) -> None:
        text = (data / name).read_text(encoding="utf-8-sig")
        (data / name).write_bytes(text.encode(encoding, "replace"))

    return spoil


def open_quote(data: Path) -> None:
    path = data / "services.csv"
    path.write_text(path.read_text(encoding="utf-8-sig").rstrip() + '\n"service-open,一\n', encoding="utf-8-sig")


def twice(data: Path) -> None:
    rows = read_cells(data / "funds.csv")
    write_cells(data / "funds.csv", [*rows, rows[0]])


def turn_round(data: Path) -> None:
    rows = read_cells(data / "places.csv")
    at = next(number for number, row in enumerate(rows) if row["lat"] and row["type"] != "comparison")
    lat, lon = rows[at]["lat"], rows[at]["lon"]
    change_cell(data, "places", at + 2, "lat", lon)
    change_cell(data, "places", at + 2, "lon", lat)


def on_map(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], None]:
    def spoil(data: Path) -> None:
        path = data / "map.geojson"
        sheet = json.loads(path.read_text(encoding="utf-8"))
        change(sheet["features"][2])
        path.write_text(json.dumps(sheet), encoding="utf-8")

    return spoil


def turn_line(feature: dict[str, Any]) -> None:
    feature["geometry"]["coordinates"] = [pair[::-1] for pair in feature["geometry"]["coordinates"]]


FAULTS: dict[str, tuple[Callable[[Path], Any], tuple[str, ...]]] = {
    "a broken row": (cut_row, ("policies.csv", "5")),
    "a missing column": (drop_column, ("policies.csv", "1", "full_title_en")),
    "an unknown id": (lambda d: change_cell(d, "enterprises", 4, "industry", "industry-x"),
                      ("enterprises.csv", "4", "industry", "industry-x")),
    "a reversed coordinate": (turn_round, ("places.csv", "lat")),
    "a reversed line": (on_map(turn_line), ("map.geojson", "3", "geometry")),
    "half a character on the map": (on_map(lambda f: f["properties"].update(name_zh="\ud800x")),
                                    ("map.geojson", "3", "name_zh")),
    "a NUL on the map": (on_map(lambda f: f["properties"].update(name_en="a\0b")), ("map.geojson", "3", "name_en")),
    "GBK": (recode("gbk"), ("zones.csv", "GBK")),
    "UTF-16": (recode("utf-16"), ("zones.csv", "UTF-16")),
    "a map in UTF-16": (recode("utf-16", "map.geojson"), ("map.geojson", "UTF-16")),
    "an open quote": (open_quote, ("services.csv",)),
    "an id twice": (twice, ("funds.csv", "6", "2")),
    "words for a number": (lambda d: change_cell(d, "zones", 3, "area_mu", "九百亩"),
                           ("zones.csv", "3", "area_mu", "九百亩")),
    "a missing file": (lambda d: (d / "stages.csv").unlink(), ("stages.csv",)),
}  # fmt: skip


def check_sentence(said: Said, lang: str, parts: tuple[str, ...]) -> None:
    """One line, in the language asked for, naming all parts; nothing on stdout, exit 1."""
    assert said.code == 1, said
    assert said.out == ""
    lines = said.err.strip().splitlines()
    assert len(lines) == 1, said.err
    assert lines[0].endswith(("。", "？") if lang == "zh" else (".", "?"))
    assert [part for part in parts if part not in lines[0]] == [], lines[0]
    if lang == "zh":
        assert HAN.search(lines[0])
    assert not re.search(r"Traceback|Error\b|Exception|errno", lines[0], re.IGNORECASE), lines[0]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout whose content was opened once while all was well."""
    made = build_checkout(tmp_path_factory.mktemp("good"))
    assert made.run("list", "zones").code == 0
    return made


@pytest.fixture
def spoilt(opened: Checkout) -> Iterator[Checkout]:
    """The same with content a test may spoil; it is put back afterwards."""
    yield opened
    shutil.rmtree(opened.data)
    shutil.copytree(Path(opening.data_folder()), opened.data)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_content_is_one_sentence_and_the_database_of_before_stays(spoilt: Checkout, fault: str) -> None:
    spoil, parts = FAULTS[fault]
    before = snapshot(spoilt.home)
    truth = open_library(home_of(spoilt.home), spoilt.data)
    spoil(spoilt.data)
    check_sentence(spoilt.run("list", "zones", "--lang", "zh"), "zh", parts)
    checked = spoilt.run("check", "--lang", "en")  # whose finding is its answer
    check_sentence(Said(checked.code, "", checked.out.partition("  ")[2]), "en", parts)
    out = spoilt.root.parent / "never.pdf"
    check_sentence(spoilt.run("export", str(out), "--lang", "en"), "en", parts)
    assert not out.exists()
    assert snapshot(spoilt.home) == before
    shown = open_library(home_of(spoilt.home), spoilt.data)
    assert {kind: shown.records(kind, archive=True) for kind in KINDS} == {
        kind: truth.records(kind, archive=True) for kind in KINDS
    }
    assert shown.features == truth.features
    assert shown.problem is not None
    assert [part for part in parts if part not in shown.problem.message.zh] == []


def test_the_window_opens_on_the_content_of_before_and_says_why(
    spoilt: Checkout, open_window: Callable[..., MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    FAULTS["an unknown id"][0](spoilt.data)
    monkeypatch.setattr(opening, "data_folder", lambda: spoilt.data)
    window = open_window(home_of(spoilt.home))
    qtbot.waitUntil(lambda: "enterprises.csv" in window.toast.text(), timeout=30_000)
    window.go("enterprises")
    assert window.views["enterprises"].list.model.rowCount() > 20


def test_without_any_content_the_window_says_so_in_both_languages_and_can_try_again(
    spoilt: Checkout, qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (spoilt.data / "zones.csv").read_bytes()
    recode("gbk")(spoilt.data)
    monkeypatch.setattr(opening, "data_folder", lambda: spoilt.data)
    shell = Shell("light")
    qtbot.addWidget(shell)
    shell.show()
    where = home_of(tmp_path / "fresh")
    monkeypatch.setattr(wiring.Warmer, "start", lambda self: None)
    wiring.fill(qapp, shell, where)
    state = shell.content
    assert isinstance(state, ErrorState)
    assert "GBK" in state.sentence.text()
    assert "save it as" in state.sentence.text()
    assert HAN.search(state.sentence.text())
    (spoilt.data / "zones.csv").write_bytes(whole)
    state.actions[0].click()
    assert isinstance(shell.content, MainWindow)


RECIPES: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "GBK": ('reader = "青海某公司"\n'.encode("gbk"), ("recipe.toml", "UTF-8")),
    "UTF-16": ('reader = "青海某公司"\n'.encode("utf-16"), ("recipe.toml", "UTF-8")),
    "an open quote": (b'reader = "Example\n', ("recipe.toml",)),
    "an unknown field": (b'readr = "x"\n', ("recipe.toml", "readr", "reader")),
    "an unknown section": (b'sections = ["cover", "covr"]\n', ("recipe.toml", "sections")),
    "a wrong form": (b'policies = "policy-x"\n', ("recipe.toml", "policies")),
    "a wrong day": (b'on = "soon"\n', ("recipe.toml", "on")),
    "an unknown id": (b'policies = ["policy-build-on-land-awrd"]\n',
                      ("policy-build-on-land-awrd", "policy-build-on-land-award")),
    "an id of another kind": (b'zones = ["stage-tusstar"]\n', ("stage-tusstar",)),
}  # fmt: skip


@pytest.mark.parametrize("fault", RECIPES)
def test_a_fault_in_a_recipe_is_one_sentence(opened: Checkout, tmp_path: Path, fault: str) -> None:
    text, parts = RECIPES[fault]
    recipe = tmp_path / "recipe.toml"
    recipe.write_bytes(text)
    for lang in ("zh", "en"):
        said = opened.run("export", str(tmp_path / "out.pdf"), "--recipe", str(recipe), "--lang", lang)
        check_sentence(said, lang, parts)
    assert [each.name for each in tmp_path.iterdir()] == ["recipe.toml"]


def test_a_recipe_that_is_not_there(opened: Checkout, tmp_path: Path) -> None:
    said = opened.run("export", str(tmp_path / "out.pdf"), "--recipe", str(tmp_path / "gone.toml"), "--lang", "en")
    check_sentence(said, "en", ("gone.toml",))


def mounted(folder: Path, options: str) -> Iterator[Path]:
    """Give a small file system of its own, or skip aloud."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("NOT SHOWN HERE: this machine does not allow a file system to be mounted")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    yield from mounted(tmp_path / "read only 只读", "ro,size=64k")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    yield from mounted(tmp_path / "small", "size=200k")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_home_that_cannot_be_written_still_lists_and_refuses_in_words(
    opened: Checkout, read_only: Path, tmp_path: Path, lang: str
) -> None:
    below_a_file = tmp_path / "a file"
    below_a_file.write_text("not a folder")
    for home in (read_only / "home", below_a_file / "home"):
        listed = opened.run("list", "zones", "--lang", lang, home=home)
        assert listed.code == 0
        assert "zone-kangyang" in listed.out
        assert "Traceback" not in listed.err
        assert str(home) in listed.err
        assert len(listed.err.strip().splitlines()) == 2  # why the database was not kept, and how many zones there are
    out = read_only / "out.pdf"
    said = opened.run("export", str(out), "--lang", lang)
    check_sentence(said, lang, (out.name,))


def test_the_window_works_on_a_home_that_cannot_be_written(
    read_only: Path, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window(home_of(read_only / "home"))
    qtbot.waitUntil(lambda: str(read_only) in window.toast.text(), timeout=30_000)
    for place in ("policies", "altitude", "chain", "overview"):
        window.go(place)
        assert not isinstance(window.stage.currentWidget(), ErrorState)
    window.hub.choose("zone-kangyang")
    window.hub.add("zone-kangyang")
    qtbot.waitUntil(lambda: "user.db" in window.toast.text(), timeout=30_000)
    assert window.hub.shortlist == ("zone-kangyang",)  # it serves this brochure all the same
    window.hub.add("zone-north")
    qtbot.wait(50)
    assert "user.db" not in window.toast.text()  # said once


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_full_disk_is_said_and_leaves_the_file_of_before(opened: Checkout, small_disk: Path, lang: str) -> None:
    out = small_disk / "brochure.pdf"
    out.write_bytes(b"the file of before")
    said = opened.run("export", str(out), "--lang", lang)
    check_sentence(said, lang, (str(small_disk),))
    assert re.search(r"\d", said.err)
    assert snapshot(small_disk) == {"brochure.pdf": b"the file of before"}
    listed = opened.run("list", "zones", "--lang", lang, home=small_disk / "home")
    assert listed.code == 0
    assert "zone-kangyang" in listed.out
    assert str(small_disk) in listed.err
    left = snapshot(small_disk)
    assert left == {"brochure.pdf": b"the file of before"}


def test_settings_on_a_full_disk_are_as_before(small_disk: Path) -> None:
    from brochure.desk.change import load_shortlist, save_setting, save_shortlist
    from brochure.errors import StoreError

    where = home_of(small_disk / "home")
    save_shortlist(where, ("zone-kangyang",))
    with (small_disk / "filler").open("wb", buffering=0) as filler:
        for size in (65536, 4096, 1):
            try:
                while True:
                    filler.write(b"x" * size)
            except OSError:
                continue
    before = where.user_db.read_bytes()
    with pytest.raises(StoreError) as caught:
        save_setting(where, "reader", "青" * 50_000)
    assert "user.db" in caught.value.message.zh
    assert load_shortlist(where) == ("zone-kangyang",)
    assert where.user_db.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="NOT SHOWN HERE: no limit on the size of a file on Windows")
def test_a_limit_on_the_size_of_a_file_is_met_like_a_full_disk(opened: Checkout, tmp_path: Path) -> None:
    import resource

    out = tmp_path / "brochure.pdf"
    said = opened.run(
        "export", str(out), "--lang", "en", limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
    )
    check_sentence(said, "en", ("brochure.pdf",))
    assert list(tmp_path.iterdir()) == []


NO_FONTS = """
import importlib.util, sys
sys.prefix = sys.argv.pop(1)
real = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "justmytype_intl_cjk" else real(name, *rest)
from brochure.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_missing_fonts_are_said_in_words(opened: Checkout, tmp_path: Path, lang: str) -> None:
    out, home = tmp_path / "out.pdf", tmp_path / "home"
    words = ["export", str(out), "--lang", lang, "--home", str(home)]
    done = subprocess.run(
        [sys.executable, "-c", NO_FONTS, str(tmp_path / "no environment"), *words],
        cwd=opened.root, env=child_environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    check_sentence(Said(done.returncode, done.stdout, done.stderr), lang, ("Noto Sans SC",))
    assert not out.exists()
    assert not (home / "cache" / "fonts").exists()


def test_a_window_without_fonts_says_so(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib.util

    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "justmytype_intl_cjk" else real(name, *rest)
    )
    monkeypatch.setattr(wiring, "shared_fonts", lambda: tmp_path / "none")
    shell = Shell("light")
    qtbot.addWidget(shell)
    shell.show()
    wiring.fill(qapp, shell, home_of(tmp_path / "home"))
    assert isinstance(shell.content, ErrorState)
    assert "Noto Sans SC" in shell.content.sentence.text()


def test_two_hundred_flipped_bits_change_nothing_that_is_shown_and_each_that_is_met_is_told(opened: Checkout) -> None:
    where = home_of(opened.home)
    truth = contents(open_library(where, opened.data))
    good = where.content_db.read_bytes()
    dice = random.Random(SEED)
    rebuilt = 0
    for _ in range(200):
        at, bit = dice.randrange(len(good)), dice.randrange(8)
        spoilt = bytearray(good)
        spoilt[at] ^= 1 << bit
        where.content_db.write_bytes(spoilt)
        library = open_library(where, opened.data)
        assert contents(library) == truth, f"seed {SEED}: byte {at} bit {bit} changed what is shown"
        anew = where.content_db.read_bytes() == good
        assert isinstance(library.problem, DamagedError) is anew, f"seed {SEED}: byte {at} bit {bit} was not told"
        rebuilt += anew
    where.content_db.write_bytes(good)
    assert rebuilt > 66, f"seed {SEED}"  # one of three at least; the rest, about half, fell on bytes nobody reads


def contents(library: Library) -> tuple[Any, ...]:
    return (
        {kind: library.records(kind, archive=True) for kind in KINDS}, library.features, library.profile,
        library.content_date, library.content_version,
        [find_hits(library, words, 20) for words in ("康养", "jhzy", "tibetan", "孵化", "2393")],
    )  # fmt: skip


def test_a_damaged_database_prints_the_true_figures(opened: Checkout) -> None:
    where = home_of(opened.home)
    truth = opened.run("dump", "--json")
    good = where.content_db.read_bytes()
    at = good.index("黄金海拔".encode())
    where.content_db.write_bytes(good[:at] + "黑".encode() + good[at + 3 :])
    again = opened.run("dump", "--json")
    assert (again.code, again.out) == (truth.code, truth.out) == (0, truth.out)
    assert where.content_db.read_bytes() == good
