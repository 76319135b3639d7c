"""Search: the index of the content database against a plain LIKE, and a key in the window against an empty repaint.

Against LIKE, for the first 50 ids of words of two characters, measured is the question to the database alone. Every
answer of the index is compared with a scan of all names in Python: it must find each name that holds the word and no
other. In the window, measured is from the key to the hits painted; the first hit of each word must be the right one.
"""

import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.parts.home import ROOT, ready_home
from benchmarks.parts.rounds import BenchError, Row, Seconds, arguments, fresh_environment, show, versions
from brochure.store.index import to_query, to_tokens

SEED = 20250615
SIZES = (7_000, 100_000)
QUERIES = 400
FIRST = 50
AIMS = {7_000: 0.08, 100_000: 0.003}
WINDOW_AIM = 1.5
PLACES = ("青海", "西宁", "高原", "三江", "昆仑", "祁连", "雪域", "湟水", "城北", "北川", "河湟", "柴达木")
MIDDLES = "生物医药食品材料能源环境数字健康光电机械农牧盐湖藏药枸杞牦牛青稞冬虫夏草"
ENDS = ("有限公司", "科技有限公司", "股份有限公司", "研究院", "实业有限公司", "合作社", "工程中心")
CREATE = "CREATE VIRTUAL TABLE search USING fts5(name, text, initials, pinyin, tokenize='ascii', content='')"
"""As the content database has it."""
MATCH = f"SELECT rowid FROM search WHERE search MATCH ? LIMIT {FIRST}"
LIKE = f"SELECT id FROM names WHERE name LIKE ? ESCAPE '\\' LIMIT {FIRST}"


def synthetic_names(count: int) -> list[str]:
    """Return names of the length and make of real ones, none of them real; the same on every run."""
    chance = random.Random(SEED)
    return [
        chance.choice(PLACES) + "".join(chance.choices(MIDDLES, k=chance.randint(2, 5))) + chance.choice(ENDS)
        for _ in range(count)
    ]


def words_for(names: Sequence[str]) -> list[str]:
    """Return two-character words: most stand in some name, rare and frequent ones, and some stand in none."""
    chance = random.Random(SEED + 1)
    found = []
    for _ in range(QUERIES * 9 // 10):
        name = chance.choice(names)
        start = chance.randrange(len(name) - 1)
        found.append(name[start : start + 2])
    return found + ["".join(chance.choices("龘犇猋骉鑫淼焱垚", k=2)) for _ in range(QUERIES - len(found))]


class Bench:
    """One database in memory with both ways to search it."""

    def __init__(self, count: int) -> None:
        self.names = synthetic_names(count)
        self.words = words_for(self.names)
        self.database = sqlite3.connect(":memory:")
        self.database.execute("CREATE TABLE names(id INTEGER PRIMARY KEY, name TEXT)")
        self.database.executemany("INSERT INTO names VALUES(?, ?)", enumerate(self.names, 1))
        start = time.perf_counter()
        self.database.execute(CREATE)
        rows = ((number, to_tokens(name), "", "", "") for number, name in enumerate(self.names, 1))
        self.database.executemany("INSERT INTO search(rowid, name, text, initials, pinyin) VALUES(?, ?, ?, ?, ?)", rows)
        self.database.execute("INSERT INTO search(search) VALUES('optimize')")
        self.built_s = time.perf_counter() - start

    def index(self, word: str) -> list[int]:
        return [row for (row,) in self.database.execute(MATCH, (to_query(word),)).fetchall()]

    def like(self, word: str) -> list[int]:
        return [row for (row,) in self.database.execute(LIKE, (f"%{word}%",)).fetchall()]

    def check(self) -> float:
        """Return the recall of the index over all words, without a limit."""
        wanted = found = 0
        for word in dict.fromkeys(self.words):
            there = {number for number, name in enumerate(self.names, 1) if word in name}
            query = "SELECT rowid FROM search WHERE search MATCH ?"
            got = {row for (row,) in self.database.execute(query, (to_query(word),))}
            if got - there:
                raise BenchError(f"the index finds what does not hold {word}: {min(got - there)}")
            wanted, found = wanted + len(there), found + len(got)
        if found != wanted:
            raise BenchError(f"the index finds {found} of {wanted}")
        return found / wanted

    def p99(self, ask: Callable[[str], object]) -> tuple[float, float]:
        """Return the median and the 99th percentile of one pass over all words, seconds."""
        spent = []
        for word in self.words:
            start = time.perf_counter()
            ask(word)
            spent.append(time.perf_counter() - start)
        return statistics.median(spent), statistics.quantiles(spent, n=100)[98]


def in_window(home: Path, rounds: int) -> tuple[dict[str, Seconds], dict[str, object]]:
    """Return the median of all keys and of all empty repaints in each round, and what was painted."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "parts" / "search_window.py"), str(home), str(rounds)],
        cwd=ROOT,
        env={**fresh_environment(), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    if done.returncode != 0:
        raise BenchError(f"the window did not paint what was searched for: {done.stderr[-400:]}")
    told = json.loads(done.stdout.splitlines()[-1])
    times = {name: [statistics.median(spent) for spent in told[name]] for name in ("keys", "empty")}
    slowest = max(second for spent in told["keys"] for second in spent)
    return times, {"keys": len(told["keys"][0]), "rows at most": told["hits"], "slowest key in ms": slowest * 1000}


def main(words: Sequence[str] | None = None) -> int:
    parser = arguments("Search by two characters, against LIKE, and a key in the window.")
    parser.add_argument("--records", type=int, nargs="+", default=SIZES, help="how many records (default 7000 100000)")
    asked = parser.parse_args(words)
    rows: list[Row] = []
    facts: dict[str, object] = {}
    for count in asked.records:
        bench = Bench(count)
        recall = bench.check()
        times: dict[str, list[float]] = {name: [] for name in ("index", "LIKE", "index p50", "LIKE p50")}
        for number in range(asked.rounds):
            for name in ("index", "LIKE") if number % 2 == 0 else ("LIKE", "index"):
                half, most = bench.p99(bench.index if name == "index" else bench.like)
                times[name].append(most)
                times[f"{name} p50"].append(half)
        rows.append(Row(f"p99 of {count}", times, "index", "LIKE", AIMS.get(count)))
        rows.append(Row(f"p50 of {count}", times, "index p50", "LIKE p50", None))
        facts[f"{count} records"] = {"recall": f"{recall:.2f}", "built in s": bench.built_s}
        bench.database.close()
    with ready_home(asked.home) as home:
        times, painted = in_window(home, asked.rounds)
    rows.append(Row("key to painted hits", times, "keys", "empty", WINDOW_AIM))
    facts["window"] = painted
    found = {**versions("PySide6"), "sqlite": sqlite3.sqlite_version}
    return show("search", rows, as_json=asked.json, facts=facts, found=found)


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
