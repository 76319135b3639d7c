"""The brochure: cold, warm and by the hundred, against Typst setting the same words, drawings and fonts.

Cold is a fresh process for each file, started as a person starts it; warm is a further brochure in a process that has
made one, with another reader and another choice each time; many is a batch on two processes, register and list
included. The text of both files is compared before a time counts; their size and the memory of a process are told.
"""

import contextlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

try:
    import typst
except ImportError:
    sys.exit("typst is not here: python3 main.py test sets up the test parts, and it is one of them")

from benchmarks.parts.home import ROOT, font_folder, ready_home
from benchmarks.parts.reading import compare
from benchmarks.parts.requests import ON, READERS, request
from benchmarks.parts.rounds import BenchError, Row, arguments, fresh_environment, show, take_turns, versions
from benchmarks.parts.typst_many import set_many
from brochure.desk.batch import run as make_batch
from brochure.desk.opening import open_library
from brochure.desk.recipients import Recipient
from brochure.desk.tailor import export
from brochure.pdf.choice import choose
from brochure.settings import places
from brochure.words import Lang

AIMS = {"warm": 0.5, "cold": 1.2, "many": 0.5}
SIZE_AIM, MEMORY_AIM = 0.5, 0.75
PROCESSES = 2
TEMPLATE = Path(__file__).with_name("brochure.typ")


class Bench:
    """One language: its requests, their tapes, and both ways to set them."""

    def __init__(self, home: Path, work: Path, lang: Lang, first_many: int, copies: int) -> None:
        count = first_many + copies
        self.home, self.lang = home, lang
        self.places = places(home)
        self.library = open_library(self.places)
        self.recipes = [request(self.library, lang, number) for number in range(count)]
        self.many_numbers = range(first_many, count)
        self.many = self.recipes[first_many:]
        self.folder = work / lang
        self.folder.mkdir()
        shutil.copy(TEMPLATE, self.folder)
        # in a process of its own, or our engine would have set every line before it is timed
        _run("-m", "benchmarks.parts.tape", str(home), str(self.folder), lang, str(count))
        self.tapes = [f"tape-{number}.json" for number in range(count)]
        self.fonts = font_folder(self.places)
        self.template = self.folder / TEMPLATE.name
        self.compiler = typst.Compiler(
            str(self.template), root=str(self.folder), font_paths=[str(self.fonts)], ignore_system_fonts=True
        )

    def names(self, number: int) -> list[str]:
        choice = choose(self.library, self.recipes[number])
        return [each.name.to(self.lang) for each in (*choice.policies, *choice.enterprises)]

    def ours_warm(self, number: int) -> Path:
        out = self.folder / f"ours-{number}.pdf"
        export(self.library, self.recipes[number], out, self.places)
        return out

    def theirs_warm(self, number: int) -> Path:
        out = self.folder / f"theirs-{number}.pdf"
        self.compiler.compile(output=str(out), sys_inputs={"tape": self.tapes[number]})
        return out

    def ours_cold(self, _: int) -> Path:
        _run(*self.ours_words())
        return self.folder / "ours-cold.pdf"

    def ours_words(self) -> tuple[str, ...]:
        """Return what a person types, behind the name of Python."""
        out = str(self.folder / "ours-cold.pdf")
        asked = ("--home", str(self.home), "--lang", self.lang, "--for", READERS[0], "--on", ON.isoformat(), "--quiet")
        return ("-m", "brochure", "export", out, *asked)

    def theirs_cold(self, _: int) -> Path:
        _run(*self.theirs_words())
        return self.folder / "theirs-cold.pdf"

    def theirs_words(self) -> tuple[str, ...]:
        """Return the same for Typst."""
        once = str(ROOT / "benchmarks" / "parts" / "typst_once.py")
        return (once, str(self.template), self.tapes[0], str(self.fonts), str(self.folder / "theirs-cold.pdf"))

    def ours_many(self, turn: int) -> Path:
        folder = self.folder / f"many-{turn}"
        rows = [
            Recipient(row=number, sheet=None, name=str(recipe.reader), stem=str(number), recipe=recipe)
            for number, recipe in enumerate(self.many)
        ]
        made = make_batch(self.library, rows, folder, self.places, jobs=PROCESSES)
        if made.count("made") != len(rows):
            raise BenchError(f"{made.count('made')} of {len(rows)} brochures were made: {made.stopped}")
        return folder

    def theirs_many(self, turn: int) -> Path:
        folder = self.folder / f"many-typst-{turn}"
        tapes = [f"tape-{number}.json" for number in self.many_numbers]
        set_many(self.template, self.fonts, tapes, folder, PROCESSES)
        return folder

    def check(self, ours: Path, theirs: Path, number: int) -> float:
        return compare(ours.read_bytes(), theirs.read_bytes(), self.names(number))


def timed(make: Callable[[int], Path], shift: int = 0) -> Callable[[int], float]:
    def run(number: int) -> float:
        start = time.perf_counter()
        make(number + shift)
        return time.perf_counter() - start

    return run


def _run(*words: str) -> None:
    subprocess.run([sys.executable, *words], cwd=ROOT, env=fresh_environment(), check=True, stdout=subprocess.DEVNULL)


def _memory_mb(*words: str) -> float:
    """Run Python and return the most memory it held, megabytes."""
    small = [sys.executable, str(ROOT / "benchmarks" / "parts" / "measured.py"), *words]
    done = subprocess.run(small, cwd=ROOT, env=fresh_environment(), check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


@contextlib.contextmanager
def _folders(home: str | None) -> Iterator[tuple[Path, Path]]:
    with ready_home(home) as ready, tempfile.TemporaryDirectory(prefix="park-export-") as work:
        yield ready, Path(work)


def main(words: Sequence[str] | None = None) -> int:
    parser = arguments("Export of the brochure, cold, warm and by the hundred, against Typst.")
    parser.add_argument("--lang", choices=("zh", "en"), help="one language only")
    parser.add_argument("--copies", type=int, default=200, help="how many copies the batch makes (default 200)")
    asked = parser.parse_args(words)
    rows: list[Row] = []
    facts: dict[str, object] = {}
    with _folders(asked.home) as (home, work):
        for lang in (asked.lang,) if asked.lang else ("zh", "en"):
            bench = Bench(home, work, lang, asked.rounds + 1, asked.copies)
            rows += _contests(bench, lang, asked.rounds, facts)
    return show("pdf", rows, as_json=asked.json, facts=facts, found=versions("typst", "reportlab", "pypdfium2"))


def _contests(bench: Bench, lang: Lang, rounds: int, facts: dict[str, object]) -> list[Row]:
    """Return warm, cold and many of one language; ``facts`` is told pages, shares of text, sizes and memory."""
    shares = [bench.check(bench.ours_warm(0), bench.theirs_warm(0), 0)]  # the brochure before the warm ones
    warm = take_turns({"ours": timed(bench.ours_warm, 1), "typst": timed(bench.theirs_warm, 1)}, rounds)
    for number in range(1, rounds + 1):
        ours, theirs = (bench.folder / f"{side}-{number}.pdf" for side in ("ours", "theirs"))
        shares.append(bench.check(ours, theirs, number))
    shares.append(bench.check(bench.ours_cold(0), bench.theirs_cold(0), 0))  # also the round that does not count
    cold = take_turns({"ours": timed(bench.ours_cold), "typst": timed(bench.theirs_cold)}, rounds)
    many = take_turns({"ours": timed(bench.ours_many), "typst": timed(bench.theirs_many)}, 1)
    for place in (0, len(bench.many) - 1):
        ours, theirs = bench.folder / "many-0" / f"{place}.pdf", bench.folder / "many-typst-0" / f"{place}.pdf"
        shares.append(bench.check(ours, theirs, bench.many_numbers[place]))
    sizes = [(bench.folder / f"{side}-1.pdf").stat().st_size / 1024 for side in ("ours", "theirs")]
    memory = [_memory_mb(*words) for words in (bench.ours_words(), bench.theirs_words())]
    facts[lang] = {
        "pages": _pages(bench), "ms a page": round(min(warm["ours"]) * 1000 / _pages(bench), 2),
        "text in both": f"{min(shares):.2%}",
        "KB": _against(sizes, SIZE_AIM), "MB of a cold process": _against(memory, MEMORY_AIM),
    }  # fmt: skip
    return [
        Row(f"warm {lang}", warm, "ours", "typst", AIMS["warm"]),
        Row(f"cold {lang}", cold, "ours", "typst", AIMS["cold"]),
        Row(f"{len(bench.many)} copies, {PROCESSES} processes {lang}", many, "ours", "typst", AIMS["many"]),
    ]


def _against(both: Sequence[float], aim: float) -> str:
    ours, theirs = both
    share = ours / theirs
    return f"{ours:.0f} against {theirs:.0f}, ratio {share:.2f} ({'ok' if share <= aim else 'over'} {aim:g})"


def _pages(bench: Bench) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(bench.folder / "ours-1.pdf"))


if __name__ == "__main__":
    sys.exit(main())
