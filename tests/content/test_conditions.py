"""``conditions.csv``: whatever is wrong with it is said with file, row and column."""

import csv
from pathlib import Path

import pytest

from brochure.content import load_content
from brochure.errors import ContentError
from brochure.store.inputs import fingerprint

HEAD = [
    "id",
    "record",
    "question",
    "accepted",
    "refused",
    "name_zh",
    "name_en",
    "clause_zh",
    "clause_en",
    "sources",
    "basis",
]
GOOD = {
    "id": "condition-a", "record": "policy-test", "question": "size", "accepted": "above", "refused": "micro",
    "name_zh": "规模", "name_en": "Size", "clause_zh": "规模以上", "clause_en": "above", "sources": "article-test",
    "basis": "stated",
}  # fmt: skip


def write(folder: Path, *rows: dict[str, str]) -> None:
    with (folder / "conditions.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, HEAD)
        writer.writeheader()
        writer.writerows(rows)


def test_a_good_row_is_taken(small_data: Path) -> None:
    write(small_data, GOOD)
    (condition,) = load_content(small_data).conditions
    assert (condition.record, condition.question, condition.accepted) == ("policy-test", "size", ("above",))


@pytest.mark.parametrize(
    ("spoilt", "column"),
    [
        ({"record": "policy-nowhere"}, "record"),
        ({"record": "enterprise-test"}, "record"),
        ({"record": ""}, "record"),
        ({"question": "colour"}, "question"),
        ({"question": ""}, "accepted"),
        ({"question": "", "accepted": ""}, "refused"),
        ({"accepted": "", "refused": ""}, "accepted"),
        ({"accepted": "huge"}, "accepted"),
        ({"refused": "huge"}, "refused"),
        ({"refused": "above"}, "refused"),
        ({"question": "sector"}, "accepted"),
        ({"question": "stage", "accepted": "before", "refused": "stage-nowhere"}, "refused"),
        ({"basis": "reading"}, "refused"),
        ({"basis": "guessed"}, "basis"),
        ({"sources": ""}, "sources"),
        ({"sources": "article-nowhere"}, "sources"),
        ({"sources": "policy-test"}, "sources"),
        ({"id": "No Key"}, "id"),
        ({"clause_zh": "", "clause_en": ""}, "clause_zh"),
    ],
)
def test_what_cannot_be_taken_is_named(small_data: Path, spoilt: dict[str, str], column: str) -> None:
    write(small_data, GOOD, {**GOOD, "id": "condition-b", **spoilt})
    with pytest.raises(ContentError) as error:
        load_content(small_data)
    for side in (error.value.message.zh, error.value.message.en):
        assert "conditions.csv" in side
        assert "3" in side
        assert column in side


def test_an_id_stands_there_once(small_data: Path) -> None:
    write(small_data, GOOD, GOOD)
    with pytest.raises(ContentError, match=r"conditions\.csv, row 3.*row 2"):
        load_content(small_data)


def test_the_file_must_be_there_and_counts_for_the_version(small_data: Path) -> None:
    before = fingerprint(small_data)
    write(small_data, GOOD)
    assert fingerprint(small_data) != before
    (small_data / "conditions.csv").unlink()
    with pytest.raises(ContentError, match=r"conditions\.csv"):
        load_content(small_data)
