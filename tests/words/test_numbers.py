import pytest

from brochure.model.kinds import Figure
from brochure.words import Text
from brochure.words.numbers import say_counted, say_figure, say_large, say_number, say_value


def figure(value, zh, en, *, qualifier=None, text=None):
    return Figure(
        id="x", name=Text("数", "A number"), measure="x", value=value, unit=Text(zh, en), span="at", topic="scale",
        as_of="2025", qualifier=qualifier, text=text,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reading", "zh", "en"),
    [
        (figure(6879, "户", "entities"), ("6879", "户"), ("6,879", "entities")),
        (figure(23.5, "亿元", "RMB 100 million"), ("23.5", "亿元"), ("RMB 2,350", "million")),
        (figure(0.3, "亿元", ""), ("0.3", "亿元"), ("RMB 30", "million")),
        (figure(50, "万元", ""), ("50", "万元"), ("RMB 500,000", "")),
        (figure(9.9, "%", "%"), ("9.9", "%"), ("9.9", "%")),
        (figure(1.2, "万人", "10,000 people"), ("1.2", "万人"), ("12,000", "people")),
        (figure(2305, "米", "m", qualifier="about"), ("约 2305", "米"), ("about 2,305", "m")),
        (figure(100, "家", "firms", qualifier="more_than"), ("100", "余家"), ("more than 100", "firms")),
        (figure(60, "家", "firms", qualifier="at_least"), ("60", "家以上"), ("60", "firms or more")),
        (figure(50, "%", "%", qualifier="at_least"), ("50", "%以上"), ("50", "% or more")),
        (figure(None, "家", "firms"), ("待核实", ""), ("To be confirmed", "")),
        (figure(None, "米", "m", text=Text("2240—2350", "2,240–2,350")), ("2240—2350", "米"), ("2,240–2,350", "m")),
    ],
)
def test_a_figure_is_said_in_both_languages(reading, zh, en):
    assert say_value(reading, "zh") == zh
    assert say_value(reading, "en") == en


def test_a_currency_stands_small_before_a_large_number():
    assert say_large(figure(23.5, "亿元", "RMB 100 million"), "en") == ("RMB", "2,350", "million")
    assert say_large(figure(23.5, "亿元", "RMB 100 million", qualifier="about"), "en") == (
        "about RMB",
        "2,350",
        "million",
    )
    assert say_large(figure(23.5, "亿元", "RMB 100 million"), "zh") == ("", "23.5", "亿元")
    assert say_large(figure(71, "家", "firms"), "en") == ("", "71", "firms")


def test_a_unit_is_not_said_twice_behind_a_name():
    entities = figure(6879, "户", "entities")
    assert say_counted(Text("市场主体", "registered market entities"), entities, "en") == (
        "registered market entities: 6,879"
    )
    assert say_counted(Text("市场主体", "registered market entities"), entities, "zh") == "市场主体 6879 户"
    assert say_counted(Text("企业", "high-tech enterprises"), figure(71, "家", "firms"), "en") == (
        "high-tech enterprises: 71 firms"
    )


def test_a_percent_sign_stands_close_and_a_word_apart():
    assert say_figure(figure(99.39, "%", "%"), "zh") == "99.39%"
    assert say_figure(figure(71, "家", "firms"), "en") == "71 firms"


def test_numbers_carry_no_decimals_they_do_not_have():
    assert say_number(1234567.0, "en") == "1,234,567"
    assert say_number(0.1 + 0.2, "zh") == "0.3"
    assert say_number(-1234.5, "en") == "-1,234.5"
