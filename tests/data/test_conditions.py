"""What is asked of a firm: the wording stands in a quotation of its source, and only what follows from it is met."""

import re
import unicodedata
from typing import Any

import pytest

from brochure.content import load_content
from brochure.model.condition import Condition
from brochure.resources import data_folder

NOT_LISTED = "原文未列"


@pytest.fixture(scope="module")
def conditions() -> tuple[Condition, ...]:
    return load_content(data_folder()).conditions


def plain(words: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words))


def test_a_clause_is_letter_by_letter_in_a_quote_or_title_of_its_source(conditions: Any, content: Any) -> None:
    printed: dict[str, str] = {}
    for records in content.values():
        for record in records:
            title = getattr(record, "full_title", record.name)
            for source in record.sources:
                printed[source] = "\n".join((printed.get(source, ""), plain(record.quote or ""), plain(title.zh)))
    for condition in conditions:
        if condition.clause.zh == NOT_LISTED:
            assert condition.question is None, condition.id
            continue
        for piece in condition.clause.zh.split("……"):
            assert any(plain(piece) in printed[source] for source in condition.sources), (condition.id, piece)


@pytest.mark.parametrize(
    ("key", "question", "accepted"),
    [
        ("condition-one-trip-invests", "space", ("land",)),
        ("condition-device-fast-lane-sector", "sector", ("industry-devices",)),
        ("condition-tusstar-stage", "stage", ("stage-tusstar",)),
        ("condition-showroom-first-goods", None, ()),
        ("condition-showrooms-goods", None, ()),
        ("condition-sales-help-goods", None, ()),
        ("condition-three-type-tech", None, ()),
        ("condition-green-computing-sector", None, ()),
        ("condition-north-area-services", None, ()),
        ("condition-huanghua-power-sector", None, ()),
    ],
)
def test_an_answer_meets_only_what_follows_from_it(key: str, question: str, accepted: Any, conditions: Any) -> None:
    found = next(condition for condition in conditions if condition.id == key)
    assert (found.question, found.accepted) == (question, accepted)


def test_the_clause_of_an_input_subsidy_says_that_other_support_is_in_the_sum(conditions: Any) -> None:
    found = [condition for condition in conditions if condition.record == "policy-input-subsidy"]
    assert len(found) == 2
    assert all("support, including subsidies for utilities and freight" in each.clause.en for each in found)
