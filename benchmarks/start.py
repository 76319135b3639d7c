"""The start: from nothing to the first painted window of the whole program, against a bare window with a label.

Both are fresh processes on a screen that is not there (Qt's offscreen platform), begun in turn. The home folder is
ready: content is read, fonts are cut, and Python has compiled what it imports.
"""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.parts.home import ROOT, ready_home
from benchmarks.parts.rounds import BenchError, Row, Seconds, arguments, fresh_environment, show, versions

AIM = 1.8
PARTS = ROOT / "benchmarks" / "parts"


def start(script: Path, *words: str) -> dict[str, float]:
    """Start a script and return, for each thing it tells, the seconds since before it was started."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(script), *words],
        cwd=ROOT,
        env={**fresh_environment(), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    told = dict(line.split() for line in done.stdout.splitlines() if line.startswith(("window ", "content ")))
    if "window" not in told:
        raise BenchError(f"{script.name} painted no window: {done.stderr[-400:]}")
    return {name: float(moment) - begun for name, moment in told.items()}


def hand_over(rounds: int) -> float | None:
    """Return the seconds ``main.py`` takes to go into its environment; None where there is no environment."""
    inside = next((ROOT / ".venv").glob("[bS]*/python*"), None)
    if inside is None:
        return None
    outside, within = [], []
    for _ in range(rounds):
        outside.append(_spent([getattr(sys, "_base_executable", sys.executable), "main.py", "--version"]))
        within.append(_spent([str(inside), "-m", "brochure", "--version"]))
    return max(0.0, sorted(outside)[rounds // 2] - sorted(within)[rounds // 2])


def _spent(words: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(words, cwd=ROOT, env=fresh_environment(), stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def main(words: Sequence[str] | None = None) -> int:
    asked = arguments("Time to the first painted window, against a bare PySide6 window.").parse_args(words)
    with ready_home(asked.home) as home:
        turns: list[Callable[[], dict[str, float]]] = [
            lambda: start(PARTS / "start_ours.py", "--home", str(home)),
            lambda: start(PARTS / "start_hello.py"),
        ]
        for turn in turns:
            turn()  # compiles and fills the disk's cache
        times: dict[str, Seconds] = {"window": [], "content": [], "hello": []}
        for number in range(asked.rounds):
            told = {turn: turns[turn]() for turn in ((0, 1) if number % 2 == 0 else (1, 0))}
            times["window"].append(told[0]["window"])
            times["content"].append(told[0].get("content", float("inf")))
            times["hello"].append(told[1]["window"])
    rows = [
        Row("first painted window", times, "window", "hello", AIM),
        Row("overview painted", times, "content", "hello", None),
    ]
    facts: dict[str, object] = {}
    with contextlib.suppress(subprocess.CalledProcessError, OSError):
        handed = hand_over(3)
        if handed is not None:
            second = rows[0].mine["median_ms"] / 1000 + handed
            facts["second start of main.py to its window"] = f"{second:.2f} s, {handed:.2f} s of it the hand-over"
    return show("start", rows, as_json=asked.json, facts=facts, found=versions("PySide6"))


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
