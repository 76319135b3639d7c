"""The brochure: cold and warm export against Typst setting the same words, drawings and fonts.

Cold is a fresh process for each file, started as a person starts it; warm is a further brochure in a process that has
made one, with another reader and another choice each time. The text of both files is compared before a time counts.
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
from benchmarks.parts.rounds import Row, arguments, fresh_environment, show, take_turns, versions
from brochure.desk.opening import open_library
from brochure.desk.tailor import export
from brochure.pdf.choice import choose
from brochure.settings import places
from brochure.words import Lang

AIMS = {"warm": 1.5, "cold": 2.0}
TEMPLATE = Path(__file__).with_name("brochure.typ")


class Bench:
    """One language: its requests, their tapes, and both ways to set them."""

    def __init__(self, home: Path, work: Path, lang: Lang, count: int) -> None:
        self.home, self.lang = home, lang
        self.places = places(home)
        self.library = open_library(self.places)
        self.recipes = [request(self.library, lang, number) for number in range(count)]
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
        out = self.folder / "ours-cold.pdf"
        asked = ["--home", str(self.home), "--lang", self.lang, "--for", READERS[0], "--on", ON.isoformat(), "--quiet"]
        _run("-m", "brochure", "export", str(out), *asked)
        return out

    def theirs_cold(self, _: int) -> Path:
        out = self.folder / "theirs-cold.pdf"
        once = ROOT / "benchmarks" / "parts" / "typst_once.py"
        _run(str(once), str(self.template), self.tapes[0], str(self.fonts), str(out))
        return out

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


@contextlib.contextmanager
def _folders(home: str | None) -> Iterator[tuple[Path, Path]]:
    with ready_home(home) as ready, tempfile.TemporaryDirectory(prefix="park-export-") as work:
        yield ready, Path(work)


def main(words: Sequence[str] | None = None) -> int:
    parser = arguments("Export of the brochure, cold and warm, against Typst.")
    parser.add_argument("--lang", choices=("zh", "en"), help="one language only")
    asked = parser.parse_args(words)
    rows: list[Row] = []
    facts: dict[str, object] = {}
    with _folders(asked.home) as (home, work):
        for lang in (asked.lang,) if asked.lang else ("zh", "en"):
            bench = Bench(home, work, lang, asked.rounds + 1)
            share = bench.check(bench.ours_warm(0), bench.theirs_warm(0), 0)  # the brochure before the warm ones
            warm = {"ours": timed(bench.ours_warm, 1), "typst": timed(bench.theirs_warm, 1)}
            rows.append(Row(f"warm {lang}", take_turns(warm, asked.rounds), "ours", "typst", AIMS["warm"]))
            for number in range(1, asked.rounds + 1):
                share = min(
                    share,
                    bench.check(bench.folder / f"ours-{number}.pdf", bench.folder / f"theirs-{number}.pdf", number),
                )
            share = min(
                share, bench.check(bench.ours_cold(0), bench.theirs_cold(0), 0)
            )  # also the round that does not count
            cold = {"ours": timed(bench.ours_cold), "typst": timed(bench.theirs_cold)}
            rows.append(Row(f"cold {lang}", take_turns(cold, asked.rounds), "ours", "typst", AIMS["cold"]))
            sizes = [(bench.folder / f"{side}-1.pdf").stat().st_size // 1024 for side in ("ours", "theirs")]
            facts[lang] = {
                "pages": _pages(bench),
                "text in both": f"{share:.2%}",
                "KB ours": sizes[0],
                "KB typst": sizes[1],
            }
    return show("export", rows, as_json=asked.json, facts=facts, found=versions("typst", "reportlab", "pypdfium2"))


def _pages(bench: Bench) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(bench.folder / "ours-1.pdf"))


if __name__ == "__main__":
    sys.exit(main())
