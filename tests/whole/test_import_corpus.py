"""Bad tables brought to the real program: each is refused with its place, nothing changes, and good ones read right."""

import contextlib
import hashlib
import io
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brochure.cli import main
from brochure.desk import opening
from brochure.store.library import Library, load_library
from tests.said import Said
from tests.whole.import_cases import CSV_CASES, Case, Spot
from tests.whole.import_workbooks import XLSX_CASES

CASES = {f"csv: {case.name}": case for case in CSV_CASES} | {f"xlsx: {case.name}": case for case in XLSX_CASES}
HAN = re.compile(r"[\u3400-\u9fff]")
BARE = re.compile(r"Traceback|Error\b|Exception|errno|None\b", re.IGNORECASE)
MOST_S = 5.0
EXACT: dict[str, bool] = {}
"""Of each case that was run, whether its problems are told at their exact places."""


def run(home: Path, *words: object) -> Said:
    """Run one command as somebody who types it."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*map(str, words), "--home", str(home)])
    return Said(code, out.getvalue(), err.getvalue())


def digest(folder: Path) -> str:
    """Return the digest of all files below a folder."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return found.hexdigest()


@pytest.fixture(scope="module", autouse=True)
def read_once() -> Iterator[None]:
    """Let the same content database be read once and not for each case; that it is whole is shown elsewhere."""
    read: dict[bytes, Library] = {}

    def load(path: Path) -> Library:
        data = path.read_bytes() if path.exists() else b""
        if data not in read:
            read[data] = load_library(path)
        return read[data]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "load_library", load)
        yield


@pytest.fixture(scope="module", params=["empty", "filled"])
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home where nothing was imported yet, and one where something was; the same before and after all cases."""
    folder = tmp_path_factory.mktemp(request.param)
    assert run(folder, "list", "zones").code == 0
    if request.param == "filled":
        table = folder / "funds.csv"
        table.write_text(
            "id,name_zh,name_en\nfund-cicc,中金青海基金,CICC Qinghai\nfund-more,新基金,More\n", encoding="utf-8"
        )
        assert run(folder, "import", table, "--apply").code == 0
    before = run(folder, "dump", "--json").out
    yield folder
    assert run(folder, "dump", "--json").out == before


def names_the_place(spot: Spot, message: dict[str, str], problem: dict[str, Any]) -> bool:
    """Whether a problem is at a place, and its sentence says so in both languages."""
    if (problem["file"], problem["sheet"], problem["row"], problem["letter"]) != (
        spot.file, spot.sheet, spot.row, spot.letter,
    ) or (spot.column is not None and problem["column"] != spot.column):  # fmt: skip
        return False
    parts = [part for part in (spot.file, spot.sheet, spot.column) if part is not None]
    said = all(part in side for part in parts for side in message.values())
    if spot.row is not None:
        said = said and bool(re.search(rf"\b[A-Z]*{spot.row}\b", message["en"])) and str(spot.row) in message["zh"]
    return said and (spot.letter is None or bool(re.search(rf"\b{spot.letter}[0-9]*\b", message["en"])))


def is_exact(case: Case, problems: list[dict[str, Any]]) -> bool:
    """Whether the problems are those of the case, each at its exact place and no other."""
    return len(problems) == len(case.spots) and all(
        any(names_the_place(spot, problem["message"], problem) for problem in problems) for spot in case.spots
    )


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.alone) if "too many cells" in name else name for name in CASES]
)
def test_a_bad_table_is_refused_and_named(name: str, home: Path, tmp_path: Path) -> None:
    case = CASES[name]
    files = case.files(tmp_path)
    before = digest(home)
    start = time.perf_counter()
    said = run(home, "import", *files, *case.options, "--json", "--apply")
    assert time.perf_counter() - start < MOST_S
    assert said.code == 1, said.out
    assert digest(home) == before
    found = said.json
    assert found["applied"] is None
    problems = found["problems"]
    assert problems
    EXACT[name] = is_exact(case, problems)
    for lang in ("zh", "en"):
        sentences = [problem["message"][lang] for problem in problems]
        assert any((case.zh if lang == "zh" else case.en) in sentence for sentence in sentences), sentences
        for sentence in sentences:
            assert not BARE.search(sentence), sentence
            assert "\n" not in sentence
            assert sentence.replace("\u3000", " ").isprintable(), ascii(sentence)
            assert sentence.endswith(("。", "？") if lang == "zh" else (".", "?")), sentence
            assert len(sentence) < 500
            assert lang == "en" or HAN.search(sentence)
    assert {spot.file for spot in case.spots} <= {problem["file"] for problem in problems}
    assert said.err.strip().splitlines()[-1].startswith(f"有 {len(problems)} 处")


def test_nearly_every_message_names_the_exact_place(tmp_path: Path) -> None:
    """Those of the tests above, and of whatever was not run this time."""
    for number, name in enumerate(set(CASES) - set(EXACT)):
        folder = tmp_path / str(number)
        folder.mkdir()
        case = CASES[name]
        found = run(tmp_path / "home", "import", *case.files(folder), *case.options, "--json").json
        EXACT[name] = is_exact(case, found["problems"])
    for kind, least in (("csv", 70), ("xlsx", 60)):
        found = {name: exact for name, exact in EXACT.items() if name.startswith(kind)}
        assert len(found) >= least
        assert sum(found.values()) >= 0.95 * len(found), [name for name, exact in found.items() if not exact]
