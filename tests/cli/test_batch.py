"""``batch`` and ``register``: what scripts rely on, in both languages, with exit codes."""

import json
import os
import re
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from brochure.cli import main
from brochure.desk.manifest import FIELDS, read_manifest
from tests.desk.sheets_of import write_csv, write_xlsx
from tests.said import Said

ROOT = Path(__file__).parents[2]
CHINESE = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def run(*arguments: str) -> Said:
        if "--fresh" in arguments:
            (home / "data" / "user.db").unlink(missing_ok=True)
        code = main([*(each for each in arguments if each != "--fresh"), "--home", str(home)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "list.csv", ("recipient", "language"), ("Acme", ""), ("大美中药", "中文"))


def test_a_batch_in_json(run: Callable[..., Said], sheet: Path, tmp_path: Path) -> None:
    words = ("batch", str(sheet), str(tmp_path / "out"), "--lang", "en", "--section", "cover", "--jobs", "1", "--json")
    said = run(*words)
    assert (said.code, said.err) == (
        0,
        f"Made 2, already there 0, not made 0; list: {tmp_path / 'out' / 'manifest.csv'}\n",
    )
    assert set(said.json) == {
        "folder", "manifest", "made", "kept", "failed", "waiting", "seconds", "stopped", "rows", "problems",
    }  # fmt: skip
    assert (said.json["made"], said.json["stopped"], said.json["problems"]) == (2, None, [])
    row = said.json["rows"][0]
    assert {name: row[name] for name in ("row", "sheet", "recipient", "state", "file", "pages")} == {
        "row": 2, "sheet": None, "recipient": "Acme", "state": "made", "file": "Acme.pdf", "pages": 1,
    }  # fmt: skip
    entries = read_manifest(tmp_path / "out" / "manifest.csv")
    assert entries is not None
    assert [(entry.language, entry.sha256) for entry in entries] == [
        ("en", row["sha256"]), ("zh", said.json["rows"][1]["sha256"]),
    ]  # fmt: skip
    assert {"file", "recipient", "language", "pages", "content_version", "sha256", "state"} <= set(FIELDS)
    again = run(*words, "--quiet")
    assert (again.code, again.json["kept"], again.err) == (0, 2, "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_bad_row_is_one_sentence_and_one(run: Callable[..., Said], tmp_path: Path, lang: str) -> None:
    sheet = write_xlsx(tmp_path / "list.xlsx", ("recipient", "zones"), ("Acme", "Nowhere"), ("B", ""))
    said = run("batch", str(sheet), str(tmp_path / "out"), "--lang", lang, "--section", "cover", "--jobs", "1")
    assert said.code == 1
    lines = said.err.splitlines()
    assert len(lines) == 2
    assert "list.xlsx" in lines[0]
    assert "Nowhere" in lines[0]
    assert ("第 2 行 B 列" if lang == "zh" else "row 2, column B") in lines[0]
    assert bool(CHINESE.search(said.out + said.err)) == (lang == "zh")
    assert "B.pdf" in said.out
    assert (tmp_path / "out" / "B.pdf").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("batch",), 2), (("batch", "a.csv"), 2), (("batch", "missing.csv", "out"), 1),
        (("batch", "a.csv", "o", "--jobs", "0"), 2),
        (("batch", "missing.csv", "out", "--lang", "both"), 1), (("batch", "missing.csv", "out", "--dry-run"), 2),
        (("register", "--forget"), 2),
    ],
)  # fmt: skip
def test_a_wrong_line_is_a_sentence(run: Callable[..., Said], words: tuple[str, ...], code: int) -> None:
    said = run(*words)
    assert (said.code, said.out) == (code, "")
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_options_of_export_are_options_of_batch(run: Callable[..., Said]) -> None:
    """All but the file's own name and the dry run; each has its line of help."""
    one, many = (run(command, "--help", "--lang", "en").out for command in ("export", "batch"))
    options = set(re.findall(r"^  (--[a-z-]+)", one, re.MULTILINE)) - {"--dry-run"}
    assert options <= set(re.findall(r"^  (--[a-z-]+)", many, re.MULTILINE))
    assert {"--jobs", "--cluster", "--encoding"} <= set(re.findall(r"^  (--[a-z-]+)", many, re.MULTILINE))


def test_options_fill_what_a_row_leaves_empty(run: Callable[..., Said], tmp_path: Path) -> None:
    sheet = write_csv(tmp_path / "a.csv", ("公司", "语言"), ("甲", ""), ("乙", "en"))
    words = ("batch", str(sheet), str(tmp_path / "out"), "--lang", "both", "--section", "cover", "--json", "--quiet")
    assert [row["pages"] for row in run(*words).json["rows"]] == [2, 1]


def test_who_has_which_copy(run: Callable[..., Said], sheet: Path, tmp_path: Path, home: Path) -> None:
    run("--fresh", "batch", str(sheet), str(tmp_path / "out"), "--section", "cover", "--jobs", "1")
    run("export", str(tmp_path / "one.pdf"), "--for", "一位客人", "--section", "figures")
    run("export", str(tmp_path / "nobody.pdf"), "--section", "cover")
    listed = run("register", "--json").json
    assert [each["recipient"] for each in listed] == ["一位客人", "大美中药", "Acme"]
    assert listed[0]["path"] == str(tmp_path / "one.pdf")
    assert set(listed[0]) >= {"recipient", "path", "sha256", "recipe", "content_version", "day", "records", "pages"}
    said = run("register")
    assert [line.split("  ")[1] for line in said.out.splitlines()] == ["一位客人", "大美中药", "Acme"]
    assert run("register", "--stale").err == "登记的手册都和现在的内容一致，不用补寄。\n"
    figure = run("list", "figures", "--json").json[0]["id"]
    table = write_csv(tmp_path / "figures.csv", ("id", "note_zh", "note_en"), (figure, "口径有变。", "Scope changed."))
    assert run("import", str(table), "--apply").code == 0
    stale = run("register", "--stale", "--json").json
    assert [each["recipient"] for each in stale] == ["一位客人"]
    assert [each["id"] for each in stale[0]["changed"]] == [figure]
    assert f"({figure})" in run("register", "--stale", "--lang", "en").out
    forgotten = run("register", "--forget", "一位客人")
    assert (forgotten.code, forgotten.out) == (0, f"{tmp_path / 'one.pdf'}\n")
    assert "已从登记里抹去 1 份" in forgotten.err
    assert [each["recipient"] for each in run("register", "--json").json] == ["大美中药", "Acme"]
    for path in (home / "data").rglob("*"):
        assert not path.is_file() or "一位客人".encode() not in path.read_bytes(), path
    assert run("register", "--forget", "一位客人").err == "登记里没有这个名字。\n"


def test_progress_is_for_people_who_watch(
    run: Callable[..., Said], sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    said = run("batch", str(sheet), str(tmp_path / "out"), "--section", "cover", "--jobs", "1")
    assert "\r1/2" in said.err
    assert "\r2/2\n" in said.err
    assert "\r" not in run("batch", str(sheet), str(tmp_path / "out"), "--section", "cover", "--quiet").err


@pytest.mark.alone
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_interrupted_from_the_keyboard_it_leaves_whole_files(tmp_path: Path, home: Path) -> None:
    """Ctrl+C reaches every process of the group; only the first one says anything."""
    sheet = write_csv(tmp_path / "a.csv", ("公司",), *((f"公司{number}",) for number in range(80)))
    out = tmp_path / "out"
    line = [sys.executable, "-m", "brochure", "batch", str(sheet), str(out), "--home", str(home), "--lang", "en"]
    with subprocess.Popen(
        line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as program:
        deadline = time.monotonic() + 60
        while len(list(out.glob("*.pdf"))) < 3 and time.monotonic() < deadline:
            time.sleep(0.02)
        asked = time.monotonic()
        os.killpg(program.pid, signal.SIGINT)
        said, told = program.communicate(timeout=20)
        took = time.monotonic() - asked
    assert (program.returncode, said, told) == (130, "", "Stopped.\n")
    assert took < 2
    made = sorted(path.name for path in out.glob("*.pdf"))
    assert 3 <= len(made) < 80
    assert sorted(path.name for path in out.iterdir()) == ["manifest.csv", *made]
    entries = read_manifest(out / "manifest.csv")
    assert entries is not None
    assert sorted(entry.file for entry in entries) == made


def test_without_the_cluster_part_it_says_how_to_get_it(
    run: Callable[..., Said], sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = run("batch", str(sheet), str(tmp_path / "out"), "--cluster", "tcp://127.0.0.1:1", "--lang", "en")
    assert said.code == 1
    assert "pip install distributed" in said.err


CLUSTER = """
    import sys
    from distributed import LocalCluster
    if __name__ == "__main__":
        with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
            print(cluster.scheduler_address, flush=True)
            sys.stdin.read()
"""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """A scheduler and two workers of this machine, as an office would start them."""
    pytest.importorskip("distributed")
    script = tmp_path / "cluster.py"
    script.write_text(textwrap.dedent(CLUSTER))
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, env=environment, cwd=tmp_path,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        assert program.stdin is not None
        address = program.stdout.readline().strip()
        assert address.startswith("tcp://")
        yield address
        program.stdin.close()
        program.wait(20)


def test_a_cluster_makes_the_same_files(sheet: Path, tmp_path: Path, home: Path, cluster: str) -> None:
    digests = []
    for name, more in (("alone", ["--jobs", "1"]), ("cluster", ["--cluster", cluster])):
        words = ["batch", str(sheet), str(tmp_path / name), "--on", "2026-03-02", "--json", "--quiet"]
        line = [sys.executable, "-m", "brochure", *words, "--home", str(home), *more]
        done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        digests.append([row["sha256"] for row in json.loads(done.stdout)["rows"]])
    assert digests[0] == digests[1]
    assert len(set(digests[0])) == 2


IMPATIENT = """
    import sys
    import brochure.desk.cluster
    from brochure.cli import main
    brochure.desk.cluster.WAIT_S = 1
    sys.exit(main(sys.argv[1:]))
"""


def test_a_cluster_that_does_not_answer_is_a_sentence(sheet: Path, tmp_path: Path, home: Path) -> None:
    pytest.importorskip("distributed")
    words = ["batch", str(sheet), str(tmp_path / "out"), "--cluster", "tcp://127.0.0.1:9", "--lang", "en"]
    line = [sys.executable, "-c", textwrap.dedent(IMPATIENT), *words, "--home", str(home)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert "The cluster tcp://127.0.0.1:9 cannot be reached" in done.stderr
    assert "Traceback" not in done.stderr
