"""Every reading says what its quote says: the number, the unit and whether it is about, more than or nearly that."""

import re
from typing import Any

WORDS = {
    "about": r"约",
    "more_than": r"余",
    "at_least": r"以上",
    "under": r"近",
}
COMPUTED = {"wellness-hectares-2023-h1"}
SPELLED = {
    "business-handled-2024-h1": "1万余件",
    "science-workers-2023-h1": "两名",
    "water-monitoring-rounds-2023": "两轮次",
    "reserve-projects-10bn-2023": "百亿元项目2个",
    "national-science-parks-2023-h1": "全省唯一的国家级大学科技园",
    "aid-provinces-2024-h1": "六省市",
    "qinghai-medicines-2024-h1": "十八青药",
    "review-parties-2025-06": "六方联审",
    "three-lists-2023": "三张清单",
    "digital-fields-2023-h1": "五个重点领域",
    "service-libraries-2023": "十大",
    "innovation-actions-2023": "七大行动",
    "boiler-refit-2023": "49.5蒸吨",
    "drains-2023": "1.73km",
}
"""What the source writes in words, or with another sign for the unit."""


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def test_the_number_and_its_unit_stand_in_the_quote(content: Any) -> None:
    for figure in content["figures"]:
        if figure.id in COMPUTED or figure.value is None:
            continue
        if figure.id in SPELLED:
            assert SPELLED[figure.id] in figure.quote, figure.id
            continue
        number, unit = re.escape(_number(figure.value)), re.escape(figure.unit.zh)
        assert re.search(rf"(?<![\d.]){number}(?![\d.]) ?[多余]? ?{unit}", figure.quote), (figure.id, figure.quote)


def test_about_and_more_stand_in_the_quote_beside_the_number(content: Any) -> None:
    for figure in content["figures"]:
        if figure.qualifier is None:
            continue
        number, word = _number(figure.value), WORDS[figure.qualifier]
        if figure.id in SPELLED:
            assert word in SPELLED[figure.id]
        elif figure.qualifier in ("about", "under"):
            assert re.search(rf"{word} ?{re.escape(number)}", figure.quote), (figure.id, figure.quote)
        else:
            assert re.search(rf"{re.escape(number)}[^,，。、\d]{{0,3}}{word}", figure.quote), (figure.id, figure.quote)


def test_a_number_with_about_or_more_in_its_quote_carries_it(content: Any) -> None:
    for figure in content["figures"]:
        if figure.value is None or figure.id in SPELLED or figure.id in COMPUTED:
            continue
        number = re.escape(_number(figure.value))
        if re.search(rf"约{number}(?![\d.])|(?<![\d.]){number}余", figure.quote):
            assert figure.qualifier in ("about", "more_than"), figure.id


def test_ranges_keep_both_ends(by_id: Any) -> None:
    for key, low, high in (("park-altitude-2023-h1", 2240, 2350), ("ideal-altitude-2023-h1", 2220, 2500)):
        assert f"{low}米—{high}米" in by_id[key].quote
        assert by_id[key].text.zh == f"{low}～{high}"


def test_every_period_is_one_that_an_article_tells_of(content: Any) -> None:
    periods = {figure.as_of for figure in content["figures"]}
    assert periods == {
        "2022", "2023", "2023-H1", "2024", "2024-06", "2024-07", "2024-H1", "2024-H2/2025-06",
        "2025-01/2025-05", "2025-02-16", "2025-06", "2025-06-15",
    }  # fmt: skip
