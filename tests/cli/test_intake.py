"""The commands ``import``, ``changes`` and ``workbook``: what they print, in which language, with which exit code."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from brochure.cli import main
from brochure.desk import intake, opening
from brochure.settings import places
from brochure.store.user_db import UserStore
from brochure.words import check as audit
from tests.factories import change_cell
from tests.said import Said

HAN = re.compile(r"[\u3400-\u9fff]")


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, small_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command on small content and a home of its own, from a folder in which files have short names."""
    for module in (opening, intake):
        monkeypatch.setattr(module, "data_folder", lambda: small_data)
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Said:
        code = main([*map(str, words), "--home", str(tmp_path / "home")])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


def table(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_the_difference_is_printed_and_nothing_is_applied(run: Run) -> None:
    zones = table("zones.csv", "id,name_zh,area_mu,clue_zh\nzone-test,新名,,河边\nzone-new,区,5,\nzones-plain,,,\n")
    said = run("import", zones, "--lang", "en")
    assert said.code == 1  # the new record has no type, the plain one would lose its name
    zones = table("zones.csv", "id,name_zh,area_mu,clue_zh\nzone-test,新名,,河边\nzones-plain,名称zones-plain,,\n")
    said = run("import", zones, "--lang", "en")
    assert said.code == 0
    assert said.out.splitlines() == [
        "changed  zones/zone-test  Golden-Altitude Zone",
        "  ~ name_zh: 黄金海拔康养区 → 新名",
        "  - area_mu: 900",
        "  + clue_zh: 河边",
        "  ! clue: The English text is missing.",
        f"  ! area_mu: {audit.EDITED.en}",
    ]
    assert said.err.splitlines() == ["0 new, 1 changed, 1 as before.", "Nothing is applied yet; --apply takes it over."]
    assert not Path("home", "data").exists()
    assert run("import", zones).err.splitlines()[-1] == "还没有套用；加 --apply 套用。"
    assert run("import", zones, "--quiet").err == ""


def test_the_shape_of_json(run: Run) -> None:
    zones = table("zones.csv", "id,name_zh,type\nzone-test,新名,area\nzone-new,新区,area\n")
    said = run("import", zones, "--json", "--apply")
    assert said.code == 0
    assert list(said.json) == ["files", "added", "changed", "unchanged", "problems", "applied"]
    (added,), (changed,) = said.json["added"], said.json["changed"]
    assert {key: added[key] for key in ("id", "kind", "name", "file", "sheet", "row")} == {
        "id": "zone-new", "kind": "zones", "name": {"zh": "新区", "en": ""}, "file": "zones.csv", "sheet": None,
        "row": 3,
    }  # fmt: skip
    assert changed["fields"][0] == {
        "field": "name_zh",
        "action": "changed",
        "before": "黄金海拔康养区",
        "after": "新名",
    }
    assert said.json["applied"] == {"import": 1, "records": 2, "backup": None}
    again = run("import", table("zones.csv", "id,name_zh\nzone-test,又一名\n"), "--json", "--apply").json
    assert again["applied"]["backup"].startswith("user-")
    bad = run("import", table("zones.csv", "id,area_mu\nzone-test,many\n"), "--json")
    assert bad.code == 1
    (problem,) = bad.json["problems"]
    assert list(problem) == ["file", "message", "sheet", "row", "column", "letter", "asks", "short", "feature"]
    assert (problem["row"], problem["column"], problem["letter"]) == (2, "area_mu", "B")
    assert set(problem["message"]) == {"zh", "en"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_problems_are_told_in_the_language_asked_for(run: Run, lang: str) -> None:
    said = run("import", table("zones.csv", "id,area_mu\nzone-test,many\n"), "--apply", "--lang", lang)
    assert said.code == 1
    first, last = said.err.splitlines()
    assert bool(HAN.search(first)) == bool(HAN.search(last)) == (lang == "zh")
    assert "zones.csv" in first
    assert not Path("home", "data").exists()


def test_nothing_in_a_cell_steers_the_terminal(run: Run) -> None:
    said = run("import", table("zones.csv", "id,name_zh,\x1b[31mx\nzone-\x1b[2J,\u202eabc,1\nzone-test,\u202eabc,1\n"))
    assert said.code == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said.out + said.err)
    said = run("import", table("zones.csv", "id,name_zh\nzone-test,\u202eabc\n"), "--apply")
    assert said.code == 0
    assert "<U+202E>abc" in said.out


def test_changes_are_listed_undone_and_made_again(run: Run) -> None:
    assert run("changes", "--lang", "en").err.strip() == "The office has changed nothing yet."
    run("import", table("zones.csv", "id,name_zh,area_mu\nzone-test,新名,901\n"), "--apply")
    listed = run("changes", "--json").json
    assert [one["id"] for one in listed["imports"]] == [1]
    assert [change["field"] for change in listed["imports"][0]["changes"]] == ["name_zh", "area_mu"]
    assert listed["conflicts"] == []
    assert "zones.csv" in run("changes").out
    assert run("changes", "--undo", 1).err.strip() == "已撤销 2 处更改。"
    assert "（已撤销）" in run("changes").out
    assert run("show", "zone-test", "--json").json["area_mu"] == 900
    assert run("changes", "--redo", 1, "--lang", "en").err.strip() == "Made again: 2."
    assert run("show", "zone-test", "--json").json["area_mu"] == 901
    missing = run("changes", "--undo", 7, "--lang", "en")
    assert (missing.code, missing.err.count("\n")) == (1, 1)
    assert run("changes", "--undo", "x").code == 2


@pytest.mark.parametrize("choice", ["--keep", "--take"])
def test_a_conflict_is_shown_with_three_values_and_settled(run: Run, small_data: Path, choice: str) -> None:
    run("import", table("zones.csv", "id,name_zh\nzone-test,单位的名字\n"), "--apply")
    change_cell(small_data, "zones", 3, "name_zh", "新版的名字")
    assert "changes" in run("list", "zones").err.splitlines()[0]
    assert run("list", "zones", "--quiet").err == ""
    said = run("changes", "--lang", "en")
    assert said.code == 0
    for value in ("zone-test", "name_zh", "单位的名字", "新版的名字", "黄金海拔康养区"):
        assert value in said.out
    assert run("show", "zone-test", "--json").json["name"]["zh"] == "新版的名字"
    settled = run("changes", choice, "zone-test")
    assert (settled.code, settled.err.splitlines()[-1]) == (0, "已选定 1 处：“zone-test”。")
    wanted = "单位的名字" if choice == "--keep" else "新版的名字"
    assert run("show", "zone-test", "--json").json["name"]["zh"] == wanted
    assert run("changes", "--json").json["conflicts"] == []
    again = run("changes", choice, "zone-test", "--lang", "en")
    assert (again.code, again.err.strip()) == (1, "“zone-test” has no conflict to settle.")


def test_only_some_are_shown_and_taken(run: Run) -> None:
    zones = table("zones.csv", "id,name_zh\nzone-test,一\nzones-plain,二\n")
    said = run("import", zones, "--only", "zone-test", "--apply", "--json").json
    assert [one["id"] for one in said["changed"]] == ["zone-test"]
    assert run("show", "zones-plain", "--json").json["name"]["zh"] == "名称zones-plain"
    wrong = run("import", zones, "--only", "zone-tset", "--apply", "--lang", "en")
    assert wrong.code == 1
    assert "zone-tset" in wrong.err


def test_wrong_usage(run: Run) -> None:
    for words in (
        ["import"], ["import", "x.csv", "--kind", "zone"], ["import", "x.csv", "--encoding", "latin-1"],
        ["import", "x.csv", "--aply"], ["workbook"], ["workbook", "x.xlsx", "zone"], ["changes", "--undo", "0"],
    ):  # fmt: skip
        said = run(*words)
        assert said.code == 2, words
        assert HAN.search(said.err)
        assert "Traceback" not in said.err


def test_an_encoding_that_is_not_clear_is_asked_about_and_may_be_named(run: Run) -> None:
    Path("zones.csv").write_bytes("id,name_zh\nzone-test,園區本部與康養區\n".encode("big5"))
    said = run("import", "zones.csv", "--lang", "en")
    assert said.code == 1
    assert "--encoding" in said.err
    said = run("import", "zones.csv", "--encoding", "big5")
    assert said.code == 0
    assert "園區本部與康養區" in said.out


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_in_another_encoding_is_no_trouble(run: Run) -> None:
    name = os.fsdecode("片区zones.csv".encode("gbk"))
    said = run("import", table(name, "id,name_zh\nzone-test,一\n"), "--apply", "--kind", "zones", "--json")
    assert said.code == 0
    assert said.json["files"][0].endswith("zones.csv")
    assert run("changes").code == 0
    assert run("import", table(name, "id,area_mu\nzone-test,x\n"), "--kind", "zones").code == 1


def test_odd_names_of_files_are_told(run: Run) -> None:
    for name in ("", ".", "..", "/", "a\nb.csv", "\x1b[31m.csv", "x" * 300):
        said = run("import", name, "--lang", "en")
        assert said.code == 1, name
        assert said.err.count("\n") == 2
        assert "\x1b" not in said.err


def test_the_kind_may_be_named(run: Run) -> None:
    new = table("表一.csv", "编号,名称（中文）\nfund-new,新基金\n")
    assert run("import", new).code == 1
    assert "fund-new" in run("import", new, "--kind", "funds").out


def test_a_workbook_is_written_and_read_back(run: Run) -> None:
    said = run("workbook", "全部.xlsx", "--lang", "en")
    assert said.code == 0
    assert "sheets: 22," in said.out
    back = run("import", "全部.xlsx", "--lang", "en")
    assert back.code == 0
    assert back.err.splitlines()[-1] == "It is the same as the content of today; nothing to change."
    assert run("workbook", "two.xlsx", "zones", "funds").code == 0
    assert run("workbook", "no/where.xlsx").code == 1


def test_content_that_is_broken_is_named_before_anything_is_compared(run: Run, small_data: Path) -> None:
    zones = table("zones.csv", "id,name_zh\nzone-test,一\n")
    run("list", "zones")
    change_cell(small_data, "funds", 2, "id", "Fund One")
    said = run("import", zones, "--apply")
    assert said.code == 1
    assert "funds.csv" in said.err
    assert not Path("home", "data").exists()


def test_a_damaged_file_of_the_user_is_said(run: Run) -> None:
    run("import", table("zones.csv", "id,name_zh\nzone-test,一\n"), "--apply")
    where = places(Path("home")).user_db
    where.write_bytes(b"no database" * 500)
    said = run("import", table("zones.csv", "id,name_zh\nzone-test,二\n"), "--apply", "--lang", "en")
    assert said.code == 1
    assert "damaged" in said.err
    assert where.read_bytes().startswith(b"no database")


def test_settings_made_before_are_in_the_backup(run: Run) -> None:
    where = places(Path("home"))
    UserStore(where.user_db).save_setting("lang", "en")
    run("import", table("zones.csv", "id,name_zh\nzone-test,一\n"), "--apply")
    (copy,) = where.backups.iterdir()
    assert UserStore(copy).settings() == {"lang": "en"}
