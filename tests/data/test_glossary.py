"""One Chinese term has one English rendering, in the glossary and in the names of the records."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.data.reading import CHINESE, texts_of

GLOSSARY = Path(__file__).parents[2] / "data" / "glossary.csv"
NAMED_IN_FULL = ("zones", "carriers", "stages", "policies", "enterprises", "partners", "projects", "funds", "products")
"""Kinds of which every name is in the glossary."""
SHORT = {"管委会": "Committee"}
"""Names that diagrams print shorter, as the glossary notes."""


@pytest.fixture(scope="module")
def english() -> dict[str, str]:
    with GLOSSARY.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["zh"] for row in rows}) == len(rows)
    assert all(row["en"] and not CHINESE.search(row["en"]) for row in rows)
    return {row["zh"]: row["en"] for row in rows}


def _same(one: str, other: str) -> bool:
    """Whether two renderings are one, apart from capitals and a plural."""
    return one.lower().removesuffix("s") == other.lower().removesuffix("s")


@pytest.mark.parametrize("kind", NAMED_IN_FULL)
def test_every_name_of_a_kind_is_in_the_glossary(kind: str, content: Any, english: dict[str, str]) -> None:
    for record in content[kind]:
        assert english[record.name.zh].lower() == record.name.en.lower(), record.id


def test_a_name_that_is_in_the_glossary_is_rendered_by_it(content: Any, english: dict[str, str]) -> None:
    for records in content.values():
        for record in records:
            if record.name.zh in english:
                assert _same(record.name.en, english[record.name.zh]), (record.id, record.name, english[record.name.zh])


def test_a_legal_name_that_is_in_the_glossary_is_rendered_by_it(content: Any, english: dict[str, str]) -> None:
    for kind in ("enterprises", "funds"):
        for record in content[kind]:
            if record.legal_name is not None:
                assert english[record.legal_name.zh] == record.legal_name.en, record.id


def test_two_records_of_one_chinese_name_have_one_english_name(content: Any) -> None:
    names: dict[str, set[str]] = defaultdict(set)
    for records in content.values():
        for record in records:
            names[record.name.zh].add(record.name.en.lower())
    assert {zh: sorted(en) for zh, en in names.items() if len(en) > 1} == {}


def test_a_step_part_or_member_that_is_in_the_glossary_is_rendered_by_it(content: Any, english: dict[str, str]) -> None:
    for records in content.values():
        for record in records:
            for field, text in texts_of(record):
                if text.zh in english:
                    assert _same(text.en, english[text.zh]) or text.en == SHORT.get(text.zh), (record.id, field, text)
