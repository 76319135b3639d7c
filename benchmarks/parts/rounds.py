"""Contestants in turn, round after round; medians, spreads and ratios pair by pair, as a table or as JSON."""

import argparse
import json
import os
import platform
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

Seconds = list[float]


class BenchError(Exception):
    """A contestant gave a wrong result: its time counts for nothing."""


def take_turns(contestants: Mapping[str, Callable[[int], float]], rounds: int) -> dict[str, Seconds]:
    """Run every contestant once a round, and begin each round with another one.

    Args:
        contestants: By name, a function that is given the number of the round and returns seconds.
        rounds: How many rounds are counted.
    """
    names = list(contestants)
    times: dict[str, Seconds] = {name: [] for name in names}
    for number in range(rounds):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            times[name].append(contestants[name](number))
    return times


def ratio(times: Mapping[str, Seconds], ours: str, theirs: str) -> dict[str, float]:
    """Return our seconds over theirs: the median of the ratios of each round, and the least and largest of them."""
    pairs = sorted(a / b for a, b in zip(times[ours], times[theirs], strict=True))
    return {"median": statistics.median(pairs), "least": pairs[0], "most": pairs[-1]}


def fresh_environment() -> dict[str, str]:
    """Return the environment for a process of its own: one that may keep what Python has compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def spread(seconds: Seconds) -> dict[str, float]:
    """Return median, least and most in milliseconds."""
    return {
        "median_ms": statistics.median(seconds) * 1000,
        "least_ms": min(seconds) * 1000,
        "most_ms": max(seconds) * 1000,
    }


def versions(*packages: str) -> dict[str, str]:
    """Return what took part: Python, the machine, and packages by name."""
    found = {"python": platform.python_version(), "system": f"{platform.system()} {platform.machine()}"}
    for package in packages:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "-"
    return found


def arguments(description: str, rounds: int = 7) -> argparse.ArgumentParser:
    """Return a reader of the command line with the options every benchmark has."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true", help="one JSON document instead of the table")
    parser.add_argument("--rounds", type=int, default=rounds, help=f"rounds that are counted (default {rounds})")
    parser.add_argument("--home", help="keep content and fonts here instead of in a temporary folder")
    return parser


class Row:
    """One line of a report: what was measured, our time, theirs, and the ratio with what is aimed at."""

    def __init__(self, name: str, times: Mapping[str, Seconds], ours: str, theirs: str, aim: float | None) -> None:
        self.name, self.ours, self.theirs, self.aim = name, ours, theirs, aim
        self.mine, self.other = spread(times[ours]), spread(times[theirs])
        self.ratio = ratio(times, ours, theirs)

    @property
    def reached(self) -> bool:
        """Whether the median of the ratios is within the aim."""
        return self.aim is None or self.ratio["median"] <= self.aim

    def as_dict(self) -> dict[str, object]:
        return {
            "name": self.name,
            "ours": {"name": self.ours, **_rounded(self.mine)},
            "theirs": {"name": self.theirs, **_rounded(self.other)},
            "ratio": _rounded(self.ratio, 4),
            "aim": self.aim,
            "reached": self.reached,
        }


def show(
    title: str,
    rows: Sequence[Row],
    *,
    as_json: bool,
    facts: Mapping[str, object],
    found: Mapping[str, str],
) -> int:
    """Print a report and return the exit code: 0 also where an aim is missed, for a wrong result stops before."""
    if as_json:
        report = {"bench": title, "versions": found, "rows": [row.as_dict() for row in rows], **facts}
        print(json.dumps(report, ensure_ascii=False))
        return 0
    print(f"\n{title}")
    print("  " + ", ".join(f"{name} {value}" for name, value in found.items()))
    head = ("", "ours ms", "theirs ms", "ratio", "least-most", "aim")
    lines = [head, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        cells = [
            cell.ljust(width) if not place else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        print("  " + "  ".join(cells).rstrip())
    for name, value in facts.items():
        print(f"  {name}: {_flat(value)}")
    sys.stdout.flush()
    return 0


def _cells(row: Row) -> tuple[str, ...]:
    aim = "" if row.aim is None else f"{'ok' if row.reached else 'over'} {row.aim:g}"
    least, most = (_short(row.ratio[key]) for key in ("least", "most"))
    mine, other = (_milliseconds(side["median_ms"]) for side in (row.mine, row.other))
    return row.name, mine, f"{row.theirs} {other}", _short(row.ratio["median"]), f"{least}-{most}", aim


def _milliseconds(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.3f}"


def _short(value: float) -> str:
    return f"{value:.2f}" if value >= 0.1 else f"{value:.4f}"


def _flat(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_flat(each)}" for name, each in value.items())
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def _rounded(values: Mapping[str, float], digits: int = 3) -> dict[str, float]:
    return {name: round(value, digits) for name, value in values.items()}
