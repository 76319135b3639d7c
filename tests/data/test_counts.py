"""A count that outruns the names it comes with says so, and the park is asked for the others."""

import re
from pathlib import Path
from typing import Any

import pytest

QUESTIONS = Path(__file__).parents[2] / "docs" / "open-questions.md"
SAID_ZH = re.compile(r"未列|未点名|只列|只点名")
SAID_EN = re.compile(r"not named|not listed|(?:is|are) named|not in the source|not given", re.IGNORECASE)


@pytest.mark.parametrize(
    ("key", "counted", "named"),
    [
        ("innovation-actions-2023", 7, 1),
        ("service-libraries-2023", 10, 2),
        ("three-year-plans-2023", 4, 2),
        ("listed-firms-2023", 7, 3),
        ("device-firms-recruited-2025-06", 12, 0),
        ("community-members-2024-06", 13, 4),
        ("universities-2023", 7, 0),
        ("water-saving-firms-2023", 5, 2),
        ("industry-funds-2023", 4, 3),
        ("projects-started-2025-02-16", 5, 1),
        ("trade-firms-above-threshold-2023", 7, 2),
        ("firms-above-threshold-2023", 2, 1),
        ("national-incubators-2023-h1", 3, 0),
        ("digital-fields-2023-h1", 5, 4),
        ("review-parties-2025-06", 6, 0),
        ("three-lists-2023", 3, 0),
        ("aid-provinces-2024-h1", 6, 0),
        ("qinghai-medicines-2024-h1", 18, 0),
        ("green-factories-provincial-2023", 2, 2),
    ],
)
def test_how_many_are_named(key: str, counted: int, named: int, by_id: Any) -> None:
    assert (by_id[key].value, by_id[key].named) == (counted, named)


def test_nobody_is_named_beyond_the_count(content: Any) -> None:
    for figure in content["figures"]:
        assert figure.named is None or 0 <= figure.named <= figure.value, figure.id


def test_who_is_named_stands_in_the_quote_or_in_a_record(content: Any, by_id: Any) -> None:
    for figure in content["figures"]:
        for key in figure.related:
            if figure.named and by_id[key].kind == "enterprises":
                names = (by_id[key].name.zh, *by_id[key].aliases, getattr(by_id[key].legal_name, "zh", ""))
                assert any(name and name in figure.quote for name in names), (figure.id, key)


def test_a_count_that_outruns_its_names_says_so(content: Any) -> None:
    for figure in _outrunning(content):
        assert figure.note is not None, figure.id
        assert SAID_ZH.search(figure.note.zh), (figure.id, figure.note.zh)
        assert SAID_EN.search(figure.note.en), (figure.id, figure.note.en)


def test_the_park_is_asked_for_every_name_that_is_missing(content: Any) -> None:
    asked = set(re.findall(r"`([a-z0-9-]+)`", QUESTIONS.read_text(encoding="utf-8")))
    counts = {figure.id for figure in _outrunning(content)}
    unions = {
        alliance.id
        for alliance in content["alliances"]
        if alliance.member_count is not None and alliance.member_count > len(alliance.members)
    }
    lists = {service.id for service in content["services"] if service.counted and service.counted > len(service.steps)}
    honours = {
        honour.id
        for honour in content["honours"]
        if honour.holders_text is not None and SAID_ZH.search(honour.holders_text.zh)
    }
    open_ends = {
        record.id
        for records in content.values()
        for record in records
        if record.status == "unverified" and record.audience == "public"
    }
    assert (counts | unions | lists | honours | open_ends) - asked == set()


def test_every_question_is_about_records_that_are_there(by_id: Any) -> None:
    text = QUESTIONS.read_text(encoding="utf-8")
    assert set(re.findall(r"`([a-z0-9-]+)`", text)) <= set(by_id)
    questions = re.split(r"(?m)^\d+\. ", text)[1:]
    assert len(questions) > 40
    for question in questions:
        first, second = question.splitlines()[:2]
        assert re.search(r"[\u4e00-\u9fff]", first), question
        assert re.match(r" +[A-Z0-9大泰]", second), question


def _outrunning(content: Any) -> list[Any]:
    return [figure for figure in content["figures"] if figure.named is not None and figure.named < figure.value]
