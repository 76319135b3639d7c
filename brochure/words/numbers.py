"""A figure as a person reads it: the same number on the screen, on a card and on the page."""

from typing import Final, NamedTuple, Protocol

from brochure.words.kinds import QUALIFIER, TO_BE_CONFIRMED
from brochure.words.text import Lang, Text

YUAN: Final[dict[str, float]] = {"亿元": 100.0, "万元": 0.01, "元": 0.000001}
"""What one of each unit is in millions of yuan, the unit of English readers."""
TEN_THOUSAND: Final = "万"


class Reading(Protocol):
    """The part of a figure that is said here."""

    @property
    def value(self) -> float | None: ...

    @property
    def unit(self) -> Text: ...

    @property
    def qualifier(self) -> str | None: ...

    @property
    def text(self) -> Text | None: ...


def say_value(figure: Reading, lang: Lang) -> tuple[str, str]:
    """Return a figure's value and its unit: set large and small, or one after the other with a space.

    English counts money in millions and writes commas between thousands; Chinese keeps the unit of the source. Words
    such as 约 and 余 stay with the value.

    Args:
        figure: One reading; its ``text`` wins where the source gives words or a range.
        lang: The language to say it in.

    Returns:
        ``("2350", "亿元")`` or ``("RMB 2,350", "million")``; an unknown value is ``("待核实", "")``.
    """
    if figure.text is not None:
        return figure.text.to(lang), figure.unit.to(lang)
    if figure.value is None:
        return TO_BE_CONFIRMED.to(lang), ""
    number, unit = _say_number(figure.value, figure.unit, lang)
    if figure.qualifier == "at_least" and unit:  # 60 家以上, 50% or more: the words follow the unit
        return number, QUALIFIER["at_least"].to(lang).replace("{} ", unit if lang == "zh" else f"{unit} ")
    if figure.qualifier == "more_than" and lang == "zh" and unit:  # 40 余名: 余 stands between, close to the unit
        return number, f"余{unit}"
    if figure.qualifier is not None:
        number = QUALIFIER[figure.qualifier].to(lang).replace("{}", number)
    return number, unit


class Large(NamedTuple):
    """A figure whose number is set large, between small words."""

    before: str
    """The currency, and what stands before it; empty where the number comes first."""
    number: str
    unit: str


def say_large(figure: Reading, lang: Lang) -> Large:
    """Return a figure as a large number between small words: ``("RMB", "2,350", "million")``, ``("", "71", "firms")``."""
    value, unit = say_value(figure, lang)
    before, currency, number = value.rpartition("RMB ")
    return Large(f"{before}{currency}".rstrip(), number, unit)


def say_figure(figure: Reading, lang: Lang) -> str:
    """Return value and unit in one run: ``6879 户``, ``9.9%``, ``RMB 2,350 million``."""
    value, unit = say_value(figure, lang)
    if not unit:
        return value
    return value + unit if unit.startswith(("%", "‰", "°")) else f"{value} {unit}"


def say_counted(name: Text, figure: Reading, lang: Lang) -> str:
    """Return a figure behind its name; a unit that the name ends in already is not said again."""
    figure_said, named = say_figure(figure, lang), name.to(lang)
    if lang == "zh":
        return f"{named} {figure_said}"
    value, unit = say_value(figure, lang)
    said_twice = bool(unit) and f" {named}".lower().endswith(f" {unit}".lower())
    return f"{named}: {value if said_twice else figure_said}"


def say_number(value: float, lang: Lang) -> str:
    """Return a bare number with no more decimals than it has."""
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    if lang == "zh":
        return digits
    whole, _, rest = digits.partition(".")
    return f"{int(whole):,}{'.' + rest if rest else ''}" if whole.lstrip("-").isdigit() else digits


def _say_number(value: float, unit: Text, lang: Lang) -> tuple[str, str]:
    if lang == "zh":
        return say_number(value, lang), unit.zh
    if unit.zh in YUAN:
        millions = round(value * YUAN[unit.zh], 6)
        if abs(millions) >= 1 or value == 0:
            return f"RMB {say_number(millions, lang)}", "million"
        return f"RMB {say_number(round(millions * 1_000_000, 2), lang)}", ""
    if unit.zh.startswith(TEN_THOUSAND) and not unit.zh[1:].startswith(TEN_THOUSAND):
        return say_number(round(value * 10_000, 4), lang), _without_ten_thousand(unit.en)
    return say_number(value, lang), unit.en


def _without_ten_thousand(unit: str) -> str:
    for words in ("10,000 ", "10 000 ", "10000 ", "ten thousand "):
        if unit.lower().startswith(words):
            return unit[len(words) :]
    return unit
