"""Recipes kept by name: whole or absent, never one over the other, names that every system takes."""

import datetime
from pathlib import Path

import msgspec
import pytest

from brochure.desk import recipes as desk
from brochure.eligibility import Answers
from brochure.errors import SettingsError
from brochure.pdf.recipe import OwnWords, Recipe, load_recipe
from brochure.settings import Places
from brochure.store import whole_file
from brochure.store.library import Library
from tests.hostile import hostile_strings

ON = datetime.date(2026, 3, 2)
FULL = Recipe(
    reader="测试“投资”有限公司", contact="李四", sectors=("industry-devices",),
    sections=("policies", "cover", "figures", "sources"), zones=("zone-north",), policies=(), enterprises=(),
    also=("fund-cicc",), answers=Answers(size="small"), closing=OwnWords(zh="再见。"), lang="both", on=ON,
    greeting=OwnWords(zh="您好。\n第二段 \\ \"引号\" \t 制表", en="Hello."), force_unverified=True,
)  # fmt: skip


def names(places: Places) -> list[str]:
    return [kept.name for kept in desk.list_recipes(places)]


@pytest.fixture
def full(library: Library) -> Recipe:
    """A request with every field set to something that is there."""
    return msgspec.structs.replace(FULL, stage=library.records("stages")[0].id)


def test_what_is_kept_comes_back_whole(places: Places, library: Library, full: Recipe) -> None:
    kept = desk.save_kept(places, "青洽会 2026", full)
    assert names(places) == ["青洽会 2026"]
    assert desk.open_kept(places, "青洽会 2026", library, datetime.date(2030, 1, 1)) == full
    assert load_recipe(kept.path, ON) == full  # the command line takes the same file
    assert "[greeting]" in kept.path.read_text(encoding="utf-8")


def test_a_taken_name_is_never_overwritten_by_accident(places: Places, library: Library) -> None:
    first, second = Recipe(reader="甲", on=ON), Recipe(reader="乙", on=ON)
    desk.save_kept(places, "Fair", first)
    for name in ("Fair", "fair", "FAIR ", "Fair."):
        with pytest.raises(SettingsError) as caught:
            desk.save_kept(places, name, second)
        assert "Fair" in caught.value.message.zh
    assert desk.open_kept(places, "Fair", library, ON) == first
    desk.save_kept(places, "fair", second, over=True)
    assert names(places) == ["Fair"]
    assert desk.open_kept(places, "Fair", library, ON) == second


def test_another_window_is_not_overwritten_either(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "_find", lambda *_: None)  # it looked before the other one wrote
    desk.save_kept(places, "a", Recipe(reader="甲", on=ON))
    with pytest.raises(SettingsError):
        desk.save_kept(places, "a", Recipe(reader="乙", on=ON))
    assert "甲" in (places.recipes / "a.toml").read_text(encoding="utf-8")


def test_names_are_safe_on_every_system(places: Places) -> None:
    assert desk.safe_name(' a/b\\c:d*e?f"g<h>i|j. ') == "a／b＼c：d＊e？f＂g＜h＞i｜j"
    assert desk.safe_name("../../etc/passwd") == "／..／etc／passwd"
    assert desk.safe_name("CON") == "_CON"
    assert desk.safe_name("lpt1.txt") == "_lpt1.txt"
    assert desk.safe_name("e\u0301") == "é"
    assert desk.safe_name("a\nb\x00c") == "a b c"
    for wrong in ("", "   ", "...", "\n", "甲" * 61):
        with pytest.raises(SettingsError):
            desk.safe_name(wrong)


def test_no_name_leaves_the_folder(places: Places, library: Library) -> None:
    kept = 0
    for name in hostile_strings(200):
        try:
            made = desk.save_kept(places, name, Recipe(reader="x", on=ON), over=True)
        except SettingsError:
            continue
        kept += 1
        assert made.path.parent == places.recipes
        assert made.path.is_file()
        assert len(made.path.name.encode()) <= 255
    assert kept > 100
    assert [path for path in places.data.rglob("*") if path.is_file() and path.parent != places.recipes] == []


def test_rename_duplicate_delete_and_take_back(places: Places, library: Library) -> None:
    desk.save_kept(places, "甲", Recipe(reader="甲", on=ON))
    assert desk.duplicate(places, "甲").name == "甲 副本"
    assert desk.duplicate(places, "甲").name == "甲 副本 2"
    assert desk.duplicate(places, "甲", "en").name == "甲 copy"
    desk.rename(places, "甲", "乙")
    assert names(places) == ["乙", "甲 copy", "甲 副本", "甲 副本 2"]
    with pytest.raises(SettingsError):
        desk.rename(places, "乙", "甲 副本")
    deleted = desk.delete(places, "乙")
    assert "乙" not in names(places)
    assert desk.put_back(places, deleted).name == "乙"
    desk.delete(places, "乙")
    desk.save_kept(places, "乙", Recipe(reader="丙", on=ON))
    assert desk.put_back(places, deleted).name == "乙 2"
    assert desk.open_kept(places, "乙 2", library, ON).reader == "甲"
    with pytest.raises(SettingsError):
        desk.delete(places, "丁")


def test_a_name_may_change_its_letters_only(places: Places, library: Library) -> None:
    desk.save_kept(places, "fair", Recipe(reader="甲", on=ON))
    assert desk.rename(places, "fair", "Fair").name == "Fair"
    assert names(places) == ["Fair"]
    assert desk.open_kept(places, "Fair", library, ON).reader == "甲"


def test_a_copy_is_sent_whole(places: Places, tmp_path: Path, library: Library, full: Recipe) -> None:
    desk.save_kept(places, "甲", full)
    out = desk.send(places, "甲", tmp_path / "送.toml")
    assert desk.open_file(out, library, ON) == full
    with pytest.raises(SettingsError) as caught:
        desk.send(places, "甲", tmp_path / "nowhere" / "送.toml")
    assert "送.toml" in caught.value.message.en


def test_a_save_that_fails_leaves_what_was_there(
    places: Places, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.save_kept(places, "甲", Recipe(reader="甲", on=ON))

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_file.os, "fsync", full_disk)
    with pytest.raises(SettingsError):
        desk.save_kept(places, "甲", Recipe(reader="乙", on=ON), over=True)
    with pytest.raises(SettingsError):
        desk.save_kept(places, "乙", Recipe(reader="乙", on=ON))
    monkeypatch.undo()
    assert names(places) == ["甲"]
    assert desk.open_kept(places, "甲", library, ON).reader == "甲"
    assert len(list(places.recipes.iterdir())) == 1


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('zones = ["zone-nowhere"]', "zones"), ('policies = ["zone-north"]', "policies"),
        ('also = ["zone-north"]', "also"),
        ('stage = "stage-x"', "stage"), ('sectors = ["x"]', "sectors"), ("[answers]\nsector = \"x\"", "answers"),
        ("prices = 1", "prices"), ("reader = 5", "reader"),
        ('sections = ["prices"]', "sections"), ("greeting = 5", "greeting"),
        ("[greeting]\nfr = \"x\"", "greeting"), ("[closing]\nzh = 5", "closing"),
        ('on = "yesterday"', "on"), ("lang = \"fr\"", "lang"),
        (f'greeting = "{"字" * 20_001}"', "greeting"),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_with_its_field(tmp_path: Path, library: Library, text: str, field: str) -> None:
    path = tmp_path / "来自同事.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        desk.open_file(path, library, ON)
    for words in (caught.value.message.zh, caught.value.message.en):
        assert "来自同事.toml" in words
        assert field in words
        assert "\n" not in words


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"not toml", b"x" * 1_100_000, b"PK\x03\x04"])
def test_what_is_no_recipe_is_refused_by_name(tmp_path: Path, library: Library, data: bytes) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(data)
    with pytest.raises(SettingsError) as caught:
        desk.open_file(path, library, ON)
    assert "a.toml" in caught.value.message.zh
    with pytest.raises(SettingsError):
        desk.open_file(tmp_path / "b.toml", library, ON)


def test_a_file_with_a_mark_at_its_start_is_read(tmp_path: Path, library: Library) -> None:
    (tmp_path / "a.toml").write_bytes('\ufeffreader = "甲"\n'.encode())
    assert desk.open_file(tmp_path / "a.toml", library, ON).reader == "甲"


def test_words_in_the_language_of_the_brochure(tmp_path: Path, library: Library) -> None:
    (tmp_path / "a.toml").write_text('lang = "en"\ngreeting = "Hello."\n', encoding="utf-8")
    assert desk.open_file(tmp_path / "a.toml", library, ON).greeting == OwnWords(en="Hello.")
    (tmp_path / "a.toml").write_text('greeting = "您好。"\n', encoding="utf-8")
    assert desk.open_file(tmp_path / "a.toml", library, ON).greeting == OwnWords(zh="您好。")
