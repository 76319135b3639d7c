"""A batch: every good row a whole file, every bad one a sentence, nothing twice, nothing left over."""

import csv
import datetime
import hashlib
import io
import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from multiprocessing import active_children
from pathlib import Path

import pypdf
import pytest

from brochure.desk import batch, batch_ledger
from brochure.desk.batch import Outcome, Result
from brochure.desk.batch_work import GIVES_WAY, Made
from brochure.desk.manifest import JOURNAL, Manifest, read_manifest
from brochure.desk.opening import open_library
from brochure.desk.recipients import Recipient, read_recipients
from brochure.desk.register import list_copies
from brochure.errors import RenderError
from brochure.pdf.recipe import Recipe
from brochure.settings import Places
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words import Text
from tests.desk.sheets_of import write_csv, write_xlsx
from tests.hostile import hostile_strings
from tests.killing import ROOT, kill_at_random

ON = datetime.date(2026, 3, 2)
SHORT = Recipe(sections=("cover", "figures"), on=ON)
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals, limits and /proc of POSIX")
NAMES = ("青海大美", "Acme Ltd", "金诃藏药", "CON", "青海大美", "阿胶")
FILES = ["青海大美.pdf", "Acme Ltd.pdf", "金诃藏药.pdf", "_CON.pdf", "青海大美-2.pdf", "阿胶.pdf"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder whose content and fonts are ready, as after the first start."""
    folder = tmp_path_factory.mktemp("office")
    open_library(places_in(folder))
    return folder


@pytest.fixture
def places(home: Path, tmp_path: Path) -> Places:
    """That home, with a file of the user of its own."""
    return Places(data=tmp_path / "data", cache=places_in(home).cache, logs=tmp_path / "logs")


@pytest.fixture(scope="module")
def alone() -> Iterator[Executor]:
    """One after the other in this process: any executor will do."""
    with ThreadPoolExecutor(1) as executor:
        yield executor


@pytest.fixture
def run(library: Library, places: Places, tmp_path: Path, alone: Executor) -> Callable[..., Result]:
    """Make a batch of some names, or of a sheet."""

    def run(*names: str, sheet: Path | None = None, recipe: Recipe = SHORT, **named: object) -> Result:
        if sheet is None:
            sheet = write_csv(tmp_path / "名单.csv", ("公司",), *((name,) for name in names))
        rows = read_recipients(library, sheet, recipe).rows
        if "jobs" not in named:
            named.setdefault("executor", alone)
        return batch.run(library, rows, tmp_path / "out", places, **named)  # type: ignore[arg-type]

    return run


def states(result: Result) -> list[str]:
    return [outcome.state for outcome in result.outcomes]


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def listed(folder: Path) -> list[dict[str, str]]:
    """The list as a script reads it."""
    return list(csv.DictReader(io.StringIO((folder / "manifest.csv").read_text("utf-8-sig"), newline="")))


def pages_of(path: Path) -> int:
    return len(pypdf.PdfReader(path).pages)


def test_each_row_is_a_file_and_a_line_of_the_list(run: Callable[..., Result], tmp_path: Path) -> None:
    told: list[Outcome] = []
    result = run(*NAMES, progress=told.append)
    assert states(result) == ["made"] * 6
    assert [outcome.file for outcome in result.outcomes] == FILES
    assert listing(tmp_path / "out") == sorted([*FILES, "manifest.csv"])
    assert (tmp_path / "out" / "manifest.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    for line, name, file in zip(listed(tmp_path / "out"), NAMES, FILES, strict=True):
        data = (tmp_path / "out" / file).read_bytes()
        assert (line["file"], line["recipient"], line["state"]) == (file, name, "made")
        assert line["sha256"] == hashlib.sha256(data).hexdigest()
        assert int(line["pages"]) == pages_of(tmp_path / "out" / file) == 2
        assert (line["language"], line["profile"], line["problem"]) == ("zh", "office", "")
        assert name in pypdf.PdfReader(tmp_path / "out" / file).pages[0].extract_text().replace("\n", "")
    for index in range(6):
        assert [each.state for each in told if each.index == index] == ["making", "made"]


def test_a_bad_row_holds_up_no_other_and_is_in_the_list(run: Callable[..., Result], tmp_path: Path) -> None:
    rows = (("甲", "", ""), ("乙", "法文", ""), ("\u202e丙", "", ""), ("丁", "en", "政策"))
    sheet = write_csv(tmp_path / "a.csv", ("公司", "语言", "章节"), *rows)
    result = run(sheet=sheet, recipe=Recipe(sections=("cover",), policies=(), on=ON))
    assert states(result) == ["made", "failed", "failed", "failed"]
    lines = listed(tmp_path / "out")
    assert [line["state"] for line in lines] == ["made", "failed", "failed", "failed"]
    assert "第 3 行 B 列“语言”：“法文”不行" in lines[1]["problem"]
    assert "字体没有这些字" in lines[2]["problem"]
    assert [line["file"] for line in lines] == ["甲.pdf", "", "", ""]
    assert listing(tmp_path / "out") == ["manifest.csv", "甲.pdf"]


def test_a_second_run_makes_nothing_twice(run: Callable[..., Result], places: Places, tmp_path: Path) -> None:
    run(*NAMES)
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in (tmp_path / "out").glob("*.pdf")}
    result = run(*NAMES)
    assert states(result) == ["kept"] * 6
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in before} == before
    assert [line["state"] for line in listed(tmp_path / "out")] == ["kept"] * 6
    assert len(list_copies(places)) == 6


def test_only_what_is_missing_or_has_changed_is_made(
    run: Callable[..., Result], library: Library, tmp_path: Path
) -> None:
    run(*NAMES)
    out = tmp_path / "out"
    (out / "Acme Ltd.pdf").unlink()
    (out / "阿胶.pdf").write_bytes(b"somebody wrote into it")
    result = run(*NAMES, "新来的")
    assert states(result) == ["kept", "made", "kept", "kept", "kept", "made", "made"]
    assert (out / "阿胶.pdf").read_bytes() == b"somebody wrote into it"
    assert [result.outcomes[index].file for index in (1, 5, 6)] == ["Acme Ltd.pdf", "阿胶-2.pdf", "新来的.pdf"]
    assert listing(out) == sorted([*FILES, "阿胶-2.pdf", "新来的.pdf", "manifest.csv"])
    again = run(*NAMES, "新来的", recipe=Recipe(sections=("cover",), on=ON))
    assert states(again) == ["made"] * 7
    assert listing(out) == sorted([*FILES, "阿胶-2.pdf", "新来的.pdf", "manifest.csv"]), "each keeps its name"


def test_other_content_is_another_brochure(
    run: Callable[..., Result], library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("甲")
    assert states(run("甲")) == ["kept"]
    monkeypatch.setattr(library, "content_version", "deadbeef")
    result = run("甲")
    assert (states(result), result.outcomes[0].file) == (["made"], "甲.pdf")


def test_a_review_number_is_printed_and_so_makes_another_brochure(run: Callable[..., Result]) -> None:
    run("甲")
    assert states(run("甲", review_number="青S(2026)001号")) == ["made"]


def test_files_of_others_are_left_alone(run: Callable[..., Result], tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    others = {"acme ltd.PDF": b"theirs", "manifest.csv": b"a,b\n1,2\n", "金诃藏药.pdf": b"%PDF-"}
    for name, data in others.items():
        (out / name).write_bytes(data)
    result = run("Acme Ltd", "金诃藏药")
    assert [outcome.file for outcome in result.outcomes] == ["Acme Ltd-2.pdf", "金诃藏药-2.pdf"]
    assert result.manifest.name == "manifest-2.csv"
    assert {name: (out / name).read_bytes() for name in others} == others
    assert states(run("Acme Ltd", "金诃藏药")) == ["kept", "kept"]


def test_a_list_that_points_elsewhere_leads_nowhere(run: Callable[..., Result], tmp_path: Path) -> None:
    run("甲")
    victim = tmp_path / "victim.pdf"
    victim.write_bytes(b"mine")
    digest = hashlib.sha256(b"mine").hexdigest()
    path = tmp_path / "out" / "manifest.csv"
    path.write_text(
        path.read_text("utf-8-sig")
        .replace("甲.pdf", "../victim.pdf")
        .replace(listed(path.parent)[0]["sha256"], digest),
        "utf-8-sig",
    )
    result = run("甲", recipe=Recipe(sections=("cover",), on=ON))
    assert result.outcomes[0].file == "甲-2.pdf"
    assert victim.read_bytes() == b"mine"


@pytest.mark.timeout(280)
def test_hostile_rows_stay_text_and_stay_inside(
    run: Callable[..., Result], library: Library, places: Places, tmp_path: Path
) -> None:
    names = [name for name in hostile_strings(300) if "\0" not in name]
    sheet = write_csv(
        tmp_path / "a.csv",
        ("公司", "文件名"),
        *((name, name if number % 2 else "") for number, name in enumerate(names)),
    )
    result = run(sheet=sheet, recipe=Recipe(sections=("cover",), on=ON), jobs=2)
    assert len(result.outcomes) == len(names)
    assert result.count("made") + result.count("failed") == len(names)
    assert result.count("made") > 0.75 * len(names)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "data") == ["a.csv", "out"]
    made = [outcome for outcome in result.outcomes if outcome.state == "made"]
    assert listing(tmp_path / "out") == sorted([*(outcome.file for outcome in made), "manifest.csv"])
    entries = read_manifest(tmp_path / "out" / "manifest.csv")
    assert entries is not None
    assert [entry.recipient for entry in entries] == [name.strip() for name in names]
    for outcome in made:
        assert hashlib.sha256((tmp_path / "out" / outcome.file).read_bytes()).hexdigest() == outcome.sha256
    cells = [line["recipient"] for line in listed(tmp_path / "out")]
    assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@\t\r")] == []
    for outcome in result.outcomes:
        assert (outcome.problem is None) == (outcome.state == "made")
    assert {copy.recipient for copy in list_copies(places)} >= {names[0].strip()}
    assert states(run(sheet=sheet, recipe=Recipe(sections=("cover",), on=ON), jobs=2)).count("kept") == len(made)


def test_a_workbook_does_as_well(run: Callable[..., Result], tmp_path: Path) -> None:
    sheet = write_xlsx(
        tmp_path / "a.xlsx", ("Recipient", "Language"), ("Acme", "both"), ("=1+1 Ltd".removeprefix("="), "")
    )
    result = run(sheet=sheet)
    assert [outcome.file for outcome in result.outcomes] == ["Acme.pdf", "1+1 Ltd.pdf"]
    assert result.outcomes[0].pages == 4


def test_processes_make_the_same_bytes_as_one(run: Callable[..., Result], tmp_path: Path) -> None:
    recipe = Recipe(on=ON)
    sheet = write_csv(tmp_path / "a.csv", ("公司", "语言"), ("甲", "zh"), ("乙", "en"), ("丙", "both"), ("丁", "zh"))
    digests = []
    for named in ({"jobs": 2}, {"jobs": 1}, {}):
        result = run(sheet=sheet, recipe=recipe, **named)
        assert states(result) == ["made"] * 4
        digests.append([outcome.sha256 for outcome in result.outcomes])
        for path in (tmp_path / "out").iterdir():
            path.unlink()
    assert digests[0] == digests[1] == digests[2]
    assert len(set(digests[0])) == 4


@pytest.mark.alone
def test_stopped_within_a_second_and_taken_up_again(run: Callable[..., Result], tmp_path: Path) -> None:
    names = [f"公司{number}" for number in range(60)]
    asked: list[float] = []
    done: list[Outcome] = []

    def cancelled() -> bool:
        if len(done) >= 3 and not asked:
            asked.append(time.perf_counter())
        return bool(asked)

    result = run(
        *names, recipe=Recipe(on=ON), jobs=2, cancelled=cancelled,
        progress=lambda each: done.append(each) if each.state == "made" else None,
    )  # fmt: skip
    assert time.perf_counter() - asked[0] < 1.0
    assert result.stopped is not None
    assert "做好的 " in result.stopped.zh
    assert set(states(result)) == {"made", "waiting"}
    made = result.count("made")
    assert 3 <= made < 60
    assert listing(tmp_path / "out") == sorted(
        [*(outcome.file for outcome in result.outcomes if outcome.state == "made"), "manifest.csv"]
    )
    for outcome in result.outcomes[:made]:
        if outcome.state == "made":
            assert pages_of(tmp_path / "out" / outcome.file) == outcome.pages
    rest = run(*names[: made + 4], recipe=Recipe(on=ON))
    assert rest.stopped is None
    assert rest.count("kept") >= made - 1
    assert rest.count("kept") + rest.count("made") == made + 4
    deadline = time.monotonic() + 5
    while active_children() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert active_children() == []


@pytest.mark.parametrize("is_there", [True, False])
def test_interrupted_while_a_file_comes_to_its_name_the_list_says_what_is_there(
    is_there: bool, run: Callable[..., Result], places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C comes between two steps, wherever they are."""
    names = [f"公司{number}" for number in range(4)]
    put, times = batch_ledger.put, [0]

    def interrupted(data: bytes, path: Path, **named: object) -> None:
        times[0] += 1
        if times[0] != 2:
            put(data, path, **named)  # type: ignore[arg-type]
            return
        if is_there:
            put(data, path, **named)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(batch_ledger, "put", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(*names)
    there = ["公司0.pdf", "公司1.pdf"][: 2 if is_there else 1]
    assert listing(tmp_path / "out") == ["manifest.csv", *there]
    assert [line["file"] for line in listed(tmp_path / "out")] == there
    assert {copy.sha256 for copy in list_copies(places)} == {line["sha256"] for line in listed(tmp_path / "out")}
    result = run(*names)
    assert (result.count("kept"), result.count("made")) == (len(there), 4 - len(there))
    assert listing(tmp_path / "out") == ["manifest.csv", *[f"{name}.pdf" for name in names]]


@pytest.mark.alone
def test_stopped_before_it_began(run: Callable[..., Result], tmp_path: Path) -> None:
    start = time.perf_counter()
    result = run("甲", "乙", jobs=2, cancelled=lambda: True)
    assert time.perf_counter() - start < 1.5
    assert (states(result), listing(tmp_path / "out")) == (["waiting", "waiting"], ["manifest.csv"])


@POSIX
def test_processes_of_a_batch_let_the_window_go_first(run: Callable[..., Result]) -> None:
    seen: set[int] = set()

    def look(_: Outcome) -> None:
        seen.update(os.getpriority(os.PRIO_PROCESS, child.pid or 0) for child in active_children())

    result = run("甲", "乙", "丙", jobs=2, progress=look)
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert states(result) == ["made"] * 3
    assert max(seen) == own + GIVES_WAY


@POSIX
def test_a_process_that_ends_by_itself_is_tried_once_more(run: Callable[..., Result], tmp_path: Path) -> None:
    killed: list[int] = []

    def kill_them(outcome: Outcome) -> None:
        if outcome.state == "made" and not killed:
            for child in active_children():
                killed.append(child.pid or 0)
                child.kill()

    result = run(*[f"公司{number}" for number in range(8)], jobs=2, progress=kill_them)
    assert killed
    assert states(result) == ["made"] * 8


class Broken(Executor):
    """An executor whose workers fail in every way there is."""

    def submit(self, fn: Callable[..., Made], /, *args: object, **named: object):  # type: ignore[no-untyped-def, override]
        from concurrent.futures import Future

        future: Future[Made] = Future()
        recipe = args[1]
        assert isinstance(recipe, Recipe)
        told = {
            "甲": Made(problem=Text("不行。", "It will not do.")),
            "乙": Made(problem=Text("意外", "odd"), story="a story"),
        }
        future.set_result(told.get(recipe.reader or "", Made(b"%PDF-whole", sha256="0" * 64, pages=1)))
        return future


def test_what_a_worker_says_comes_to_its_row(
    run: Callable[..., Result], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    result = run("甲", "乙", "丙", executor=Broken())
    assert [(each.state, each.problem.en if each.problem else "") for each in result.outcomes] == [
        ("failed", "It will not do."), ("failed", "odd"), ("made", ""),
    ]  # fmt: skip
    assert [record.getMessage() for record in caplog.records] == ["row 3 was not made: a story"]


def test_no_recipient_is_named_in_the_log(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "绝密公司"

    def fail(*_: object, **__: object) -> None:
        raise ValueError(f"the brochure for {secret} is odd")

    monkeypatch.setattr("brochure.desk.batch_work.render", fail)
    result = run(secret)
    assert states(result) == ["failed"]
    assert "ValueError" in caplog.text
    assert secret not in caplog.text


def test_two_batches_do_not_write_into_one_folder(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with Manifest(tmp_path / "out"), pytest.raises(RenderError) as caught:
        run("甲")
    assert "另一批手册正在写入" in caught.value.message.zh
    assert states(run("甲")) == ["made"]


def test_a_folder_that_cannot_be_made_is_said(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(RenderError) as caught:
        run("甲")
    assert str(tmp_path / "out") in caught.value.message.en


def test_a_register_that_cannot_be_kept_is_told_and_made_up_for(
    run: Callable[..., Result], places: Places, tmp_path: Path
) -> None:
    places.data.write_text("in the way")
    result = run("甲", "乙")
    assert states(result) == ["made", "made"]
    assert result.unregistered is not None
    places.data.unlink()
    assert states(run("甲", "乙")) == ["kept", "kept"]
    assert {copy.recipient for copy in list_copies(places)} == {"甲", "乙"}


@POSIX
def test_a_full_disk_stops_it_and_hurts_nothing(home: Path, tmp_path: Path) -> None:
    """The process may not write files beyond a size, as on a full disk; the files of before stay as they are."""
    sheet = write_csv(tmp_path / "a.csv", ("公司", "章节"), ("甲", "封面"), ("乙", ""), ("丙", "封面"))
    code = """
        import resource, signal, sys
        from brochure.cli import main
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
        sys.exit(main(sys.argv[2:]))
    """
    out = tmp_path / "out"

    def run(size: int, day: str) -> subprocess.CompletedProcess[str]:
        words = ["batch", str(sheet), str(out), "--home", str(home), "--on", day, "--lang", "en", "--jobs", "1"]
        return subprocess.run(
            [sys.executable, "-c", textwrap.dedent(code), str(size), *words], cwd=ROOT, capture_output=True, text=True
        )

    done = run(1 << 30, "2026-03-02")
    assert done.returncode == 0, done.stderr
    before = {path.name: path.read_bytes() for path in out.glob("*.pdf")}
    size = len(before["乙.pdf"])
    assert size > 2 * max(len(before["甲.pdf"]), len(before["丙.pdf"]))
    full = run(size - 20_000, "2026-03-03")
    assert full.returncode == 1
    assert f"The disk of {out} is full" in full.stderr
    assert "Traceback" not in full.stderr
    assert (out / "乙.pdf").read_bytes() == before["乙.pdf"]
    assert listing(out) == ["manifest.csv", "丙.pdf", "乙.pdf", "甲.pdf"]
    assert read_manifest(out / "manifest.csv") is not None
    again = run(1 << 30, "2026-03-03")
    assert again.returncode == 0, again.stderr
    assert listing(out) == ["manifest.csv", "丙.pdf", "乙.pdf", "甲.pdf"]
    assert (out / "乙.pdf").read_bytes() != before["乙.pdf"]


ORPHAN = "reduction.pickle.load(from_parent)"
"""What Python says of a worker that was just being born when its parent was killed."""


@POSIX
@pytest.mark.timeout(290)
def test_killed_at_any_moment_everything_at_a_final_name_is_whole(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """40 kills of the real command at random moments, each over another day, so that every file is made anew."""
    mark = f"batch-{os.getpid()}-{time.monotonic_ns()}"
    monkeypatch.setenv("PARK_TEST_MARK", mark)
    monkeypatch.setenv("PYTHONWARNINGS", "ignore::UserWarning")  # Python's own tracker tells of the semaphores it mends
    sheet = write_csv(tmp_path / "a.csv", ("公司", "章节"), *((name, "封面") for name in NAMES))
    out = tmp_path / "out"
    words = ["batch", str(sheet), str(out), "--home", str(home), "--quiet", "--jobs", "2"]
    code = f"""
        import datetime, sys
        from brochure.cli import main
        import brochure.cli.batch, brochure.desk.batch
        if __name__ == "__main__":
            first = datetime.date(2026, 1, 1) + datetime.timedelta(days=int(sys.argv[1]) * 20)
            print("ready", flush=True)
            for turn in range(1000):
                main({words!r} + ["--on", (first + datetime.timedelta(days=turn)).isoformat()])
    """
    turns = iter(range(100))
    seen = {"none": 0, "some": 0, "all": 0}
    for _ in kill_at_random(code, times=40, longest_s=2.2, argument=lambda: str(next(turns)), excused=ORPHAN):
        files = list(out.glob("*.pdf"))
        seen["none" if not files else "all" if len(files) == len(NAMES) else "some"] += 1
        for path in files:
            assert pages_of(path) == 1
        if (out / "manifest.csv").exists():
            entries = read_manifest(out / "manifest.csv")
            assert entries is not None
    assert seen["all"] > 5, seen
    done = subprocess.run(
        [sys.executable, "-m", "brochure", *words, "--on", "2026-12-24"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert listing(out) == sorted([*FILES, "manifest.csv"])
    for line in listed(out):
        assert hashlib.sha256((out / line["file"]).read_bytes()).hexdigest() == line["sha256"]
    time.sleep(1)
    assert processes_with(mark) == []


def processes_with(mark: str) -> list[str]:
    """Processes that were started below this test and still run."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        if path.parent.name != str(os.getpid()):
            try:
                if mark.encode() in path.read_bytes():
                    found.append(path.parent.name)
            except OSError:
                continue
    return found


def test_the_journal_knows_a_file_that_the_list_does_not(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed right after a file came to its name: the next run takes it for its own."""
    out = tmp_path / "out"
    run("甲")
    monkeypatch.setattr(batch_ledger.Ledger, "_save", lambda _: None)
    monkeypatch.setattr(Manifest, "finish", lambda _: None)
    run("甲", "乙", recipe=Recipe(sections=("cover",), on=ON))
    monkeypatch.undo()
    with (out / JOURNAL).open("ab") as journal:
        journal.write(b'{"file": "half a li')
    (out / ".batch-left.part").write_bytes(b"half")
    result = run("甲", "乙", recipe=Recipe(sections=("cover",), on=ON))
    assert states(result) == ["kept", "kept"]
    assert listing(out) == ["manifest.csv", "乙.pdf", "甲.pdf"]


def test_rows_keep_their_place_in_the_list_beside_those_of_another_sheet(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    run("甲", "乙")
    run("丙")
    assert [line["recipient"] for line in listed(tmp_path / "out")] == ["丙", "甲", "乙"]
    assert states(run("乙", "丙", "甲")) == ["kept"] * 3


def test_a_name_of_500_characters_has_its_file(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("汉" * 500, "汉" * 499 + "字", "x" * 501, recipe=Recipe(sections=("cover",), on=ON))
    assert states(result) == ["made", "made", "failed"]
    assert "最多 500 个" in result.outcomes[2].problem.zh  # type: ignore[union-attr]
    assert len({outcome.file for outcome in result.outcomes[:2]}) == 2
    assert all(len(name.encode()) < 140 for name in listing(tmp_path / "out"))


def test_a_list_that_somebody_holds_open_is_named_and_made_up_for(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a spreadsheet program does on Windows, while brochures come."""
    import brochure.desk.manifest as module

    saved: list[Path] = []
    save = module.save_whole

    def hold(path: Path, data: bytes, **named: object) -> None:
        saved.append(path)
        if len(saved) > 1:
            raise PermissionError(13, "held by another program")
        save(path, data, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "save_whole", hold)
    monkeypatch.setattr(batch_ledger, "SAVE_S", 0)
    result = run("甲", "乙", "丙")
    assert states(result) == ["made"] * 3
    assert result.stopped is not None
    assert str(result.manifest) in result.stopped.zh
    monkeypatch.undo()
    assert states(run("甲", "乙", "丙")) == ["kept"] * 3
    assert listing(tmp_path / "out") == ["manifest.csv", "丙.pdf", "乙.pdf", "甲.pdf"]


def test_a_request_without_anybody_waits_for_nobody(library: Library, places: Places, tmp_path: Path) -> None:
    rows = (Recipient(row=2, sheet=None, name="甲", stem="甲", recipe=SHORT),)
    with ThreadPoolExecutor(1) as one:
        result = batch.run(library, rows, tmp_path / "out", places, executor=one)
    assert states(result) == ["made"]
