"""``export`` with answers and with what was chosen besides: on the line, in a recipe, and refused in one sentence."""

import io
import re
from pathlib import Path

import pypdf
import pytest

from brochure.words.page import also, match

ANSWERS = '{"sector": "industry-devices", "space": "land", "size": "small", "export": false}'
DAY = ("--on", "2026-03-02")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.json"
    path.write_text(ANSWERS)
    return path


def words_of(path: Path) -> str:
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pages))


def test_answers_and_a_list_are_printed(run, answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    asked = (
        "--section",
        "match",
        "also",
        "sources",
        "--answers",
        str(answers),
        "--also",
        "fund-cicc",
        "carrier-tusstar",
    )
    assert run("export", str(out), *asked, *DAY, "--quiet").code == 0
    text = words_of(out)
    for words in (match.TITLE.zh, "不出口", "拿地即开工", also.TITLE.zh, "中金青海高新技术基金", "启迪众创空间"):
        assert words in text
    assert text.index(match.TITLE.zh) < text.index(also.TITLE.zh)


def test_a_recipe_says_the_same_and_options_go_over_it(run, answers: Path, tmp_path: Path) -> None:
    recipe, one, two, three = (tmp_path / name for name in ("fair.toml", "1.pdf", "2.pdf", "3.pdf"))
    recipe.write_text(
        'sections = ["match", "also", "sources"]\nalso = ["fund-cicc"]\n'
        '[answers]\nsector = "industry-devices"\nspace = "land"\nsize = "small"\nexport = false\n'
    )
    line = ("--section", "match,also,sources", "--answers", str(answers), "--also", "fund-cicc")
    assert run("export", str(one), "--recipe", str(recipe), *DAY).code == 0
    assert run("export", str(two), *line, *DAY).code == 0
    assert one.read_bytes() == two.read_bytes()
    assert run("export", str(three), "--recipe", str(recipe), "--also", "fund-jidi", *DAY).code == 0
    assert "中金青海高新技术基金" not in words_of(three)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (("--also", "zone-core"), "zones"),
        (("--also", "fund-cic"), "fund-cicc"),
        (("--answers", "nowhere.json"), "nowhere.json"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_cannot_be_taken_is_one_sentence(
    asked: tuple[str, str], named: str, lang: str, run, tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    said = run("export", str(out), *asked, "--lang", lang)
    assert said.code == 1
    assert named in said.err
    assert said.err.strip().count("\n") == 0
    assert not out.exists()


@pytest.mark.parametrize(
    ("text", "named"),
    [('{"sector": "industry-device"}', "industry-devices"), ('{"sise": "small"}', "sise"), ("[]", "answers.json")],
)
def test_a_wrong_file_of_answers_is_named(text: str, named: str, run, answers: Path, tmp_path: Path) -> None:
    answers.write_text(text)
    said = run("export", str(tmp_path / "a.pdf"), "--answers", str(answers))
    assert said.code == 1
    assert named in said.err


def test_sections_without_anything_to_say_are_no_pages(run, tmp_path: Path) -> None:
    said = run("export", str(tmp_path / "a.pdf"), "--section", "match", "also")
    assert said.code == 1
    assert not (tmp_path / "a.pdf").exists()


def test_the_dry_run_looks_at_them_too(run, answers: Path, tmp_path: Path) -> None:
    said = run("export", str(tmp_path / "a.pdf"), "--section", "match", "--answers", str(answers), *DAY, "--dry-run")
    assert (said.code, said.out) == (0, "")


def test_help_names_both(run) -> None:
    for lang in ("zh", "en"):
        said = run("export", "--help", "--lang", lang)
        assert "--answers FILE.json" in said.out
        assert "--also ID..." in said.out
