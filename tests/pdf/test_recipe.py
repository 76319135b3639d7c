"""A request as TOML: what is written comes back, and what is wrong is named with file and field."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from brochure.eligibility import FIXED, Answers
from brochure.errors import SettingsError
from brochure.pdf.recipe import SECTIONS, Recipe, load_recipe, save_recipe
from tests.hostile import hostile_strings

ON = datetime.date(2026, 3, 2)


def written(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "给客户.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_request_comes_back(tmp_path: Path) -> None:
    recipe = Recipe(
        reader="测试“投资”有限公司", contact="A\\B", sectors=("industry-devices",), sections=("cover", "policies"),
        zones=(), policies=("policy-one-window", "policy-one-trip"), stage="stage-tusstar", lang="both", on=ON,
        force_unverified=True, also=("fund-cicc",), answers=Answers(sector="industry-devices", export="no"),
    )  # fmt: skip
    assert load_recipe(written(tmp_path, save_recipe(recipe)), datetime.date(2000, 1, 1)) == recipe


def test_a_plain_request_is_short() -> None:
    assert save_recipe(Recipe(on=ON)) == "on = 2026-03-02\n"


def test_every_name_survives(tmp_path: Path) -> None:
    for reader in hostile_strings(300):
        recipe = Recipe(reader=reader, on=ON)
        assert load_recipe(written(tmp_path, save_recipe(recipe)), ON).reader == reader


def test_the_day_is_filled_in_where_the_file_has_none(tmp_path: Path) -> None:
    assert load_recipe(written(tmp_path, 'lang = "en"\n'), ON) == Recipe(lang="en", on=ON)
    assert load_recipe(written(tmp_path, "on = 2025-06-15\n"), ON).on == datetime.date(2025, 6, 15)


def test_nothing_and_none_are_two_things(tmp_path: Path) -> None:
    assert load_recipe(written(tmp_path, "zones = []\n"), ON).zones == ()
    assert load_recipe(written(tmp_path, ""), ON).zones is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('colour = "red"\n', "colour"),
        ('lang = "fr"\n', "lang"),
        ('zones = "zone-north"\n', "zones"),
        ("zones = [1]\n", "zones"),
        ("reader = 5\n", "reader"),
        ('on = "yesterday"\n', "on"),
        ('force_unverified = "yes"\n', "force_unverified"),
        ('sections = ["cover", "prices"]\n', "sections"),
        ('profile = "poster"\n', "profile"),
        ('also = "fund-cicc"\n', "also"),
        ('[answers]\nsise = "small"\n', "sise"),
        ('[answers]\nsize = "huge"\n', "above, small, micro"),
        ("[answers]\nsector = 5\n", "sector"),
        ("[answers]\nsize = true\n", "size"),
        ('answers = "small"\n', "answers"),
    ],
)
def test_a_wrong_field_is_named(text: str, named: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_recipe(written(tmp_path, text), ON)
    for sentence in (caught.value.message.zh, caught.value.message.en):
        assert "给客户.toml" in sentence
        assert named in sentence


def test_answers_may_say_yes_and_no(tmp_path: Path) -> None:
    for written_as, answer in (("true", "yes"), ("false", "no"), ('"yes"', "yes")):
        recipe = load_recipe(written(tmp_path, f"[answers]\nexport = {written_as}\n"), ON)
        assert recipe.answers == Answers(export=answer)


fixed = {question: some.none() | some.sampled_from(answers) for question, answers in FIXED.items()}
ids = some.none() | some.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


@given(some.builds(Answers, sector=ids, stage=ids, **fixed), some.none() | some.lists(some.text()).map(tuple))
def test_any_answers_and_ids_come_back(
    tmp_path_factory: pytest.TempPathFactory, answers: Answers, also: tuple[str, ...] | None
) -> None:
    recipe = Recipe(answers=answers, also=also, on=ON)
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(save_recipe(recipe).encode())
    assert load_recipe(path, ON) == recipe


@pytest.mark.parametrize("text", ["zones = [\n", "= 1\n", "a = 1\na = 2\n", "\x00"])
def test_what_is_no_toml_is_said(text: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_recipe(written(tmp_path, text), ON)
    assert "TOML" in caught.value.message.en


def test_another_encoding_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_recipe(written(tmp_path, 'reader = "测试"\n'.encode("gb18030")), ON)
    assert "UTF-8" in caught.value.message.zh


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(SettingsError) as caught:
            load_recipe(path, ON)
        assert path.name in caught.value.message.zh


def test_sections_and_languages() -> None:
    recipe = Recipe(sections=("policies",), lang="both", on=ON)
    assert [section for section in SECTIONS if recipe.has(section)] == ["policies"]
    assert recipe.editions() == ("zh", "en")
    assert Recipe(lang="en", on=ON).editions() == ("en",)
    assert all(Recipe(on=ON).has(section) for section in SECTIONS)
