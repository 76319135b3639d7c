"""Rules that make the rest true, read off the program's own text: no name is markup, every sentence is told twice."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import brochure
import brochure.words
from brochure.pages import CSP
from brochure.words import Text

STYLE_SHEET = str(Path("gui", "theme.py"))
"""Fills the style sheet with colours; no content comes near it."""
UNEVEN = {"brochure.words.page.front.FIGURES_TITLE"}
"""Only the English title counts."""
PACKAGE = Path(brochure.__file__).parent
HAN = re.compile(r"[\u3400-\u9fff]")
BARE = re.compile(r"\b(?:[A-Z]\w*(?:Error|Exception)|Errno|errno|Traceback)\b")
READ_AS_MARKUP = {
    "Paragraph",
    "Template",
    "from_string",
    "eval",
    "exec",
    "QLabel",
    "setHtml",
    "setMarkdown",
    "Popup",
    "Tooltip",
    "DivIcon",
}
"""Calls that read their text as a program or as markup."""


def modules() -> Iterator[Path]:
    yield from sorted(PACKAGE.rglob("*.py"))


def test_no_text_is_handed_to_what_reads_markup() -> None:
    found = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                is_method = isinstance(node.func, ast.Attribute)
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in READ_AS_MARKUP and not (is_method and name == "exec"):  # Qt's loop is called so
                    found.append(f"{path.relative_to(PACKAGE)}:{node.lineno} {name}")
    assert [each for each in found if not each.startswith(STYLE_SHEET)] == []


def test_folium_lives_in_one_module() -> None:
    users = [
        str(path.relative_to(PACKAGE))
        for path in modules()
        if re.search(r"^\s*(?:import|from) (?:folium|branca|jinja2)\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert users == [str(Path("maps", "shell.py"))]


def test_the_policy_of_every_page_lets_nothing_in_from_elsewhere() -> None:
    rules = {rule.split()[0]: rule.split()[1:] for rule in CSP.split("; ")}
    assert rules["default-src"] == ["'none'"]
    assert {source for sources in rules.values() for source in sources} <= {"'none'", "park:", "data:"}
    assert "data:" not in rules["script-src"]


def sentences() -> Iterator[tuple[str, Text]]:
    """Every text in the tables of words."""

    def inside(name: str, value: object) -> Iterator[tuple[str, Text]]:
        if isinstance(value, Text):
            yield name, value
        elif isinstance(value, dict):
            for key, each in value.items():
                yield from inside(f"{name}[{key}]", each)
        elif isinstance(value, tuple | list):
            for number, each in enumerate(value):
                yield from inside(f"{name}[{number}]", each)

    for found in pkgutil.walk_packages(brochure.words.__path__, "brochure.words."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if not name.startswith("_"):
                yield from inside(f"{found.name}.{name}", value)


def test_every_sentence_is_told_in_both_languages_with_the_same_slots() -> None:
    told = dict(sentences())
    assert len(told) > 400
    lacking = [name for name, text in told.items() if bool(text.zh.strip()) != bool(text.en.strip())]
    assert lacking == []
    assert {name for name, text in told.items() if text.zh.count("{}") != text.en.count("{}")} <= UNEVEN
    assert {name: text.en for name, text in told.items() if HAN.search(text.en)} == {}


def test_errors_are_sentences() -> None:
    for module in ("errors", "content", "intake", "recipe", "fonts", "brochure", "start"):
        for name, text in sentences():
            if name.startswith(f"brochure.words.{module}."):
                assert not BARE.search(text.en), name
                assert not BARE.search(text.zh), name
