"""The benchmarks run, check what they measure and report it; how fast anything is, is not asked here."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.parts.operators import to_svg  # noqa: E402
from benchmarks.parts.rounds import ratio, take_turns  # noqa: E402


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


def run(name: str, *options: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / f"{name}.py"), "--json", "--rounds", "1", *options],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    report: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert report["bench"] == name
    assert report["versions"]["python"]
    for row in report["rows"]:
        assert row["ours"]["median_ms"] > 0
        assert row["ratio"]["least"] <= row["ratio"]["median"] <= row["ratio"]["most"]
    return report


def test_pdf_says_the_same_as_its_rival(home: Path) -> None:
    report = run("pdf", "--lang", "en", "--copies", "4", "--home", str(home))
    assert [row["name"] for row in report["rows"]] == ["warm en", "cold en", "4 copies, 2 processes en"]
    for told in ("KB", "MB of a cold process"):
        assert " against " in report["en"][told]
    assert float(report["en"]["text in both"].rstrip("%")) >= 99.5


def test_map_counts_its_points(home: Path) -> None:
    report = run("map", "--points", "30", "--many", "400", "--operations", "40", "--home", str(home))
    assert report["drawn"].startswith("30 points")
    names = [row["name"] for row in report["rows"]]
    assert names[2:] == ["drag, 300 features, p95", "drag, 30 points, p95", "drag, 400 points, p95"]
    assert all(memory > 20 for memory in report["renderer"].values())


def test_start_sees_window_and_content(home: Path) -> None:
    rows = run("start", "--home", str(home))["rows"]
    assert rows[0]["ours"]["median_ms"] <= rows[1]["ours"]["median_ms"]


def test_search_finds_everything_and_paints_it(home: Path) -> None:
    report = run("search", "--records", "500", "--home", str(home))
    assert report["500 records"]["recall"] == "1.00"
    assert [row["name"] for row in report["rows"]][-1] == "key to painted hits"
    assert report["window"]["keys"] == 34
    assert report["window"]["rows at most"] > 3


def test_a_different_text_is_no_time() -> None:
    from benchmarks.parts.reading import compare
    from benchmarks.parts.rounds import BenchError

    pages = [page_with(text) for text in ("one two three", "one two tree", "one two three")]
    assert compare(pages[0], pages[2], ["two three"]) == 1.0
    with pytest.raises(BenchError, match="differ"):
        compare(pages[0], pages[1], [])
    with pytest.raises(BenchError, match="whole"):
        compare(pages[0], pages[2], ["four"])


def test_the_ratio_is_taken_round_by_round() -> None:
    times = {"ours": [1.0, 2.0, 30.0], "theirs": [2.0, 2.0, 20.0]}
    assert ratio(times, "ours", "theirs") == {"median": 1.0, "least": 0.5, "most": 1.5}


def test_each_round_begins_with_another() -> None:
    seen: list[str] = []
    take_turns({name: lambda number, name=name: float(not seen.append(f"{name}{number}")) for name in "ab"}, 2)
    assert seen == ["a0", "b0", "b1", "a1"]


def test_a_drawing_is_read_back_whole() -> None:
    svg = to_svg(
        ["q 0 0 5 5 re W n", "1 0 0 rg 1 2 3 4 re f*", "BT /F400 1 Tf (x) Tj ET", "Q", "0 0 m 1 1 l S"], 10, 20
    )
    assert '<path d="M1 2h3v4h-3Z" fill="#ff0000"' in svg
    assert svg.count("<path") == 3
    assert "Tf" not in svg
    with pytest.raises(ValueError, match="picture"):
        to_svg(["/Im0 Do"], 1, 1)


def page_with(text: str) -> bytes:
    import io

    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, text)
    canvas.save()
    return out.getvalue()
