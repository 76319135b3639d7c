"""The command line: shapes scripts rely on, sentences in the asked language, exit codes, nothing else."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest

from brochure import __version__
from brochure.cli import main
from brochure.cli.asked import parse_common
from brochure.cli.frame import MODULES
from brochure.cli.make import spread_lists
from brochure.model.flat import columns
from brochure.model.kinds import KINDS
from brochure.settings import Places
from brochure.words import command as say
from brochure.words.fields import FIELDS
from tests.factories import change_cell
from tests.hostile import hostile_strings
from tests.said import Said

ROOT = Path(__file__).parents[1]
CHINESE = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture
def run(tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str], home: Path):
    def run(*arguments: str) -> Said:
        code = main([*arguments, "--home", str(home)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def shipped_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def home(shipped_home: Path) -> Path:
    return shipped_home


@pytest.fixture
def small_home(places: Places, small_data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder whose program finds the small content."""
    monkeypatch.setattr("brochure.desk.opening.data_folder", lambda: small_data)
    return places.data.parent


def test_dump_holds_everything_in_shape(run) -> None:
    dump = run("dump", "--json").json
    assert list(dump) == list(KINDS)
    sources = {record["id"] for record in dump["sources"]}
    for kind, records in dump.items():
        assert records
        for record in records:
            assert record["kind"] == kind
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", record["id"])
            assert record["sources"]
            assert set(record["sources"]) <= sources
            assert set(record["name"]) == {"zh", "en"}
            assert kind != "figures" or record["as_of"]
            assert {column.field for column in columns(KINDS[kind])} <= set(record)
    assert len({record["id"] for records in dump.values() for record in records}) == sum(map(len, dump.values()))


def test_unknown_is_null_and_never_empty(run) -> None:
    def look(value: Any) -> None:
        assert value != ""
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            look(inner)

    look(run("dump", "--json").json)


def test_the_order_of_the_keys(run) -> None:
    zone = run("list", "zones", "--json").json[0]
    assert list(zone)[:6] == ["id", "kind", "name", "status", "as_of", "sources"]
    policy = run("list", "policies", "--json").json[0]
    assert list(policy)[:7] == ["id", "kind", "name", "status", "validity", "as_of", "sources"]
    source = run("list", "sources", "--json").json[0]
    assert list(source)[:6] == ["id", "name", "publisher", "published", "published_is_inferred", "file"]
    figure = run("list", "figures", "--json").json[0]
    assert {"current", "unit", "qualifier", "measure", "value"} <= set(figure)


def test_show_brings_relations_and_sources(run) -> None:
    shown = run("--json", "show", "zone-kangyang").json
    assert {"id", "kind", "name"} == set(shown["related"][0])
    assert [source["id"] for source in shown["sources_in_full"]] == sorted(
        shown["sources"], key=[source["id"] for source in shown["sources_in_full"]].index
    )
    assert shown["sources_in_full"][0]["file"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_listed_in_both_languages(run, kind: str) -> None:
    for lang in ("zh", "en"):
        said = run("list", kind, "--lang", lang)
        assert said.code == 0
        assert len(said.out.splitlines()) == len(run("list", kind, "--json").json)
        assert ("共" in said.err) == (lang == "zh")


def test_every_record_is_shown_in_both_languages(run, library) -> None:
    for kind in KINDS:
        record = library.records(kind, archive=True)[0]
        for lang in ("zh", "en"):
            said = run("show", record.id, "--lang", lang)
            assert said.code == 0
            assert record.name.to(lang) in said.out.splitlines()[0]


def test_dump_as_text_names_every_record(run, library) -> None:
    text = run("dump", "--lang", "en").out
    for kind in KINDS:
        for record in library.records(kind, archive=True):
            assert f"[{record.id}]" in text


def test_search_hits_in_shape(run) -> None:
    hits = run("search", "黄金海拔", "--json", "--limit", "3").json
    assert len(hits) == 3
    assert all(list(hit) == ["id", "kind", "title", "why", "score"] for hit in hits)
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_search_without_a_hit_says_so(run) -> None:
    said = run("search", "鱻鱻鱻", "--lang", "en")
    assert (said.code, said.out) == (0, "")
    assert "鱻鱻鱻" in said.err


def test_search_takes_any_text(run) -> None:
    for words in hostile_strings(40):
        assert run("search", "--", words).code in (0, 2)


def test_options_stand_before_or_after_the_command(run) -> None:
    assert run("--lang", "en", "--json", "list", "zones").out == run("list", "zones", "--json", "--lang=en").out


def test_check_on_the_shipped_content(run) -> None:
    said = run("check", "--json")
    assert said.code == 0
    assert all(issue["level"] == "warning" for issue in said.json)


class TestBrokenContent:
    @pytest.fixture
    def home(self, small_home: Path) -> Path:
        return small_home

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_one_sentence_names_file_row_and_field(self, run, home: Path, small_data: Path, lang: str) -> None:
        assert run("list", "zones").code == 0
        before = (home / "cache" / "content.db").read_bytes()
        change_cell(small_data, "zones", 3, "area_mu", "九百")
        for command in (["list", "zones"], ["show", "zone-test"], ["dump"], ["search", "x"]):
            said = run(*command, "--lang", lang)
            assert (said.code, said.out) == (1, "")
            assert len(said.err.splitlines()) == 1
            assert all(words in said.err for words in ("zones.csv", "3", "area_mu", "九百"))
        assert (home / "cache" / "content.db").read_bytes() == before

    def test_check_reports_it(self, run, home: Path, small_data: Path) -> None:
        change_cell(small_data, "zones", 3, "status", "open")
        said = run("check", "--json")
        assert said.code == 1
        assert said.json[0]["level"] == "error"
        assert "zones.csv" in said.json[0]["message"]["zh"]

    def test_check_names_record_and_field(self, run, home: Path, small_data: Path) -> None:
        change_cell(small_data, "figures", 3, "as_of", "")
        said = run("check", "--json")
        assert said.code == 1
        (issue,) = [issue for issue in said.json if issue["record"] == "firms-2023"]
        assert list(issue) == ["level", "record", "kind", "field", "message", "rule", "wording", "lang"]
        assert (issue["kind"], issue["field"], issue["rule"]) == ("figures", "as_of", "undated")
        assert "figures/firms-2023 as_of" in run("check").out

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_a_claim_refuses_the_export_with_its_record_field_and_words(
        self, run, home: Path, small_data: Path, lang: str, tmp_path: Path
    ) -> None:
        change_cell(small_data, "zones", 3, "summary_zh", "全省最好的地方")
        change_cell(small_data, "zones", 3, "summary_en", "The best place")
        (zh, en) = [issue for issue in run("check", "--json").json if issue["record"] == "zone-test"]
        assert (zh["rule"], zh["field"], zh["lang"], zh["wording"]) == ("superlative", "summary", "zh", "全省最好")
        assert (en["lang"], en["wording"]) == ("en", "best")
        out = tmp_path / "a.pdf"
        asked = ["export", str(out), "--section", "zones", "--lang", lang]
        said = run(*asked)
        assert (said.code, said.out) == (1, "")
        assert len(said.err.splitlines()) == 1
        for words in ("zone-test", {"zh": "概要", "en": "Summary"}[lang], {"zh": "全省最好", "en": "best"}[lang]):
            assert words in said.err
        assert not out.exists()
        (found,) = [each for each in run(*asked, "--dry-run", "--json").json if each["level"] == "stop"]
        assert "zone-test" in found["what"][lang]
        assert run(*asked, "--force-unverified").code == 0
        text = re.sub(r"\s", "", "".join(page.extract_text() for page in pypdf.PdfReader(out).pages))
        assert {"zh": "未经核实，按要求印出", "en": "notverified,printedonrequest"}[lang] in text

    def test_a_cure_is_printed_for_nobody(self, run, home: Path, small_data: Path, tmp_path: Path) -> None:
        change_cell(small_data, "zones", 3, "summary_zh", "海拔治疗失眠")
        said = run("export", str(tmp_path / "a.pdf"), "--section", "zones", "--force-unverified")
        assert said.code == 1
        assert "治疗" in said.err
        assert not list(tmp_path.glob("*.pdf"))

    def test_hostile_names_are_shown_as_they_are(self, run, home: Path, small_data: Path) -> None:
        for name in ("<img src=x onerror=alert(1)>", "{{7*7}}", "𠮷野家", "a|b"):
            change_cell(small_data, "zones", 3, "name_zh", name)
            assert name in run("list", "zones").out
            assert run("show", "zone-test", "--json").json["name"]["zh"] == name


@pytest.mark.parametrize(
    ("profile", "pages", "wide_mm"),
    [("press", 4, 236), ("press-285", 4, 236), ("large", 2, 297), ("booklet", 2, 420)],
)
def test_every_profile_is_an_option(run, profile: str, pages: int, wide_mm: int, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    said = run("export", str(out), "--section", "cover", "altitude", "--profile", profile, "--json")
    assert (said.code, said.json["pages"]) == (0, pages)
    found = pypdf.PdfReader(out).pages
    assert len(found) == pages
    assert round(float(found[0].mediabox.width) / 72 * 25.4) == wide_mm


WRONG = [
    ([], 0),
    (["lst"], 2),
    (["list"], 2),
    (["list", "zonas"], 2),
    (["list", "zones", "more"], 2),
    (["list", "zones", "--bogus"], 2),
    (["show"], 2),
    (["show", "zone-kangyan"], 1),
    (["search"], 2),
    (["search", "x", "--limit", "0"], 2),
    (["search", "x", "--limit", "many"], 2),
    (["search", "x", "--limit"], 2),
    (["export"], 2),
    (["export", "x.pdf", "--on", "2025-02-30"], 2),
    (["export", "x.pdf", "--section", "kitchen"], 2),
    (["export", "x.pdf", "--profile", "poster"], 2),
    (["export", "x.pdf", "--recipe", "nowhere.toml"], 1),
    (["list", "zones", "--lang", "fr"], 2),
    (["list", "zones", "--lang", "both"], 2),
    (["list", "zones", "--lang"], 2),
    (["bench", "nothing-of-that-name"], 1),
]


@pytest.mark.parametrize(
    ("arguments", "code"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_wrong_usage_is_a_sentence_in_the_asked_language(
    arguments: list[str], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--home", str(tmp_path), *arguments]) == code
    chinese = capsys.readouterr()
    assert "Traceback" not in chinese.err
    if code:
        assert chinese.out == ""
        assert CHINESE.search(chinese.err)
    if "--lang" not in arguments:
        assert main(["--home", str(tmp_path), "--lang", "en", *arguments]) == code
        english = capsys.readouterr()
        assert english.err.isascii() or not CHINESE.search(english.err)
        assert bool(english.err) == bool(code)
    assert not list(tmp_path.glob("*.pdf"))


def test_what_is_too_much_is_named_without_a_foreign_word(run) -> None:
    said = run("list", "zones", "more")
    assert (said.code, said.err.splitlines()[0]) == (2, "多出了“more”。")


@pytest.mark.parametrize("name", [None, *MODULES])
def test_help_is_in_the_asked_language(run, name: str | None) -> None:
    arguments = [name] if name else []
    chinese, english = run(*arguments, "--help"), run(*arguments, "--help", "--lang", "en")
    assert (chinese.code, english.code) == (0, 0)
    assert (say.COMMANDS[name] if name else say.PROGRAM).zh in chinese.out.replace("\n  ", "")
    assert not CHINESE.search(english.out)
    assert "--home DIR" in chinese.out


def test_version(run) -> None:
    assert run("--version").out.strip() == __version__


def test_every_command_and_field_has_words() -> None:
    assert set(say.COMMANDS) == set(MODULES)
    assert {column.field for cls in KINDS.values() for column in columns(cls)} <= set(FIELDS)


def test_doctor(run) -> None:
    said = run("doctor", "--lang", "en")
    assert said.code == 0
    assert all(words in said.out for words in ("Window", "Printing", "Fonts", "Python", __version__))
    own_words = said.out.replace(str(Path(sys.prefix).parent), "")  # the checkout may lie in a folder with any name
    assert not CHINESE.search(own_words)
    findings = run("doctor", "--json").json["findings"]
    assert all(finding["ok"] or finding["mend"] or finding["name"]["zh"] == "内容" for finding in findings)


def test_doctor_gives_the_line_that_mends(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brochure.bootstrap.missing_libraries", lambda printing=False: ("libEGL.so.1",))
    monkeypatch.setattr("brochure.bootstrap.install_line", lambda missing=None: f"install {' '.join(missing)}")
    text = run("doctor").out
    assert "✗ 窗口" in text
    assert "install libEGL.so.1" in text


def test_the_common_options_leave_the_rest_alone() -> None:
    asked = parse_common(["export", "x.pdf", "--for", "--json", "--lang", "both", "--home=/h", "--quiet"])
    assert asked.rest == ("export", "x.pdf", "--for", "--json")
    assert (asked.lang, asked.edition, asked.home, asked.quiet, asked.json) == ("zh", "both", Path("/h"), True, False)
    assert parse_common(["search", "--", "--json"]).rest == ("search", "--", "--json")


@pytest.mark.parametrize(
    "line",
    [
        "--policy a b --on x",
        "--policy a --policy b --on x",
        "--policy a,b --on x",
        "--policy=a,b --on x",
        "--policy=a b --on x",
    ],
)
def test_lists_may_be_written_in_many_ways(line: str) -> None:
    assert spread_lists(line.split()) == ["--policy", "a", "--policy", "b", "--on", "x"]


def test_a_list_does_not_swallow_the_file() -> None:
    assert spread_lists(["--zone", "zone-core", "out.pdf"]) == ["--zone", "zone-core", "out.pdf"]
    assert spread_lists(["out.pdf", "--zone"]) == ["out.pdf", "--zone"]


def _start(*arguments: str, **given: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "brochure", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **given,
    )


def test_a_reader_who_leaves_early_is_no_error(home: Path) -> None:
    program = _start("dump", "--home", str(home))
    assert program.stdout is not None
    program.stdout.read(100)
    program.stdout.close()
    assert program.stderr is not None
    assert program.stderr.read() == b""
    program.wait()
    program.stderr.close()


def test_a_plain_system_still_gets_utf8(home: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    out, _ = _start("list", "zones", "--home", str(home), env=environment).communicate()
    assert "黄金海拔" in out.decode("utf-8")


def test_the_command_line_imports_no_window_and_no_builder(home: Path) -> None:
    main(["list", "zones", "--home", str(home), "--quiet"])
    code = (
        "import sys; from brochure.cli import main; "
        f"main(['list', 'zones', '--json', '--home', {str(home)!r}]); "
        "print(sorted({name.split('.')[0] for name in sys.modules} & "
        "{'PySide6', 'folium', 'reportlab', 'sqlite_utils', 'numpy', 'pypinyin', 'fontTools'}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"
