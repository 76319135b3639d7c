"""Where a line may end, what never parts, and which spaces belong to the layout: plain text in, positions out.

Rules of W3C clreq and GB/T 15834: no closing mark begins a line and no opening mark ends one, dashes and dots of two
squares are one, a figure keeps its unit and its source mark. Nothing here knows a font.
"""

import re
from functools import lru_cache
from typing import Final

from brochure.typeface import NARROW

HAN: Final = (
    "\u4e00-\u9fff\u3400-\u4dbf\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u3096\u30a1-\u30fa"
    "\u3105-\u312f\u31a0-\u31bf\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Characters that fill a square and part anywhere."""

WIDE_OPEN: Final = "（〔［｛《〈「『【〖“‘"
"""Full-width marks whose left half is empty."""

WIDE_CLOSE: Final = "、，。：；！？．）〕］｝》〉」』】〗”’"
"""Full-width marks whose right half is empty."""

_N = NARROW
MARKS: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NEVER_LAST: Final = WIDE_OPEN + "([{" + _N["“"] + _N["‘"] + "￥$#"
NEVER_FIRST: Final = (
    WIDE_CLOSE
    + "…—·・％‰℃°′″～々ーァィゥェォッャュョぁぃぅぇぉっゃゅょ㎡"
    + MARKS
    + ",.;:!?)]}%/"
    + "".join(_N[mark] for mark in "”’…—")
)

SPACES: Final = " \u3000"
_LATIN: Final = "A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNITS: Final = (
    "平方公里|平方千米|平方米|立方米|公里|千米|毫米|厘米|微米|米|公顷|亩|美元|元|户|家|个|项|人|名|次|件|条|座|所|位|倍|成|种|类|"
    "季度|小时|分钟|分|秒|天|日|年|月|届|期|号|页|栋|层|楼|间|套|台|辆|吨|公斤|千克|克|度|级|兆瓦|千瓦时|千瓦|大"
)
_LATIN_UNITS: Final = (
    "million|billion|percent|hectares|hectare|km²|km|m²|mm|cm|ha|mu|kWh|MWh|MW|GW|kW|kg|kPa|hPa|°C|℃|%|m|t|g|h"
)
_NUMBER: Final = r"[+\-−±≤≥<>≈~]?\d(?:[\d,.:/]*\d)?"
_HAN_UNIT: Final = rf"(?:余|多)?[十百千万亿]*(?:余|多)?(?:{_UNITS})?(?:/[{HAN}]|以上|以下|左右|余)?"
_UNIT: Final = rf"(?:\ ?(?:{_LATIN_UNITS})(?![A-Za-z0-9])|{_HAN_UNIT})"
_PROTECTED: Final = (
    rf"(?:RMB\ ?|USD\ ?|[约近逾超第共达￥¥$])?{_NUMBER}"
    rf"(?:\ (?:{_MONTHS})(?:\ \d{{4}})?|{_UNIT}(?:[～~–—\-−至×/{_N['—']}]?{_NUMBER}{_UNIT})*)"
)
_PROTECTED_TEXT = re.compile(_PROTECTED)

_IS_HAN = re.compile(f"[{HAN}]")
_IS_WIDE = re.compile(f"[{HAN}\u3000-\u303f\uff00-\uffef]")
_LATINISH: Final = rf"[^\s{HAN}{WIDE_OPEN}{WIDE_CLOSE}…—{_N['—']}・々㎡℃{MARKS}\u3000-\u303f\uff00-\uffef]"
_STICKING: Final = re.escape("".join(char for char in NEVER_FIRST if char not in ".,:;!?%/"))
_BREAK = re.compile(
    rf"(?<![{re.escape(NEVER_LAST)}\s\u00a0])(?=[^{re.escape(NEVER_FIRST)}\s\u00a0])(?:(?<!{_LATINISH})|(?!{_LATINISH}))"
    rf"|(?<=[A-Za-z]-)(?=[A-Za-z]{{2}})|(?<![{re.escape(NEVER_LAST)}\s])(?=[{SPACES}]+[^{_STICKING}\s])"
)
_SQUARES = re.compile("[\u4e00-\u9fff\u3400-\u4dbf]+")
_LATIN_RUN = re.compile(rf"[{_LATIN}%²³°]+")
_WIDE_RUN = re.compile(rf"[{WIDE_OPEN}{WIDE_CLOSE}]{{2,}}")

_VISIBLE: Final = "□"
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff"
    "\ufff9-\uffff\U000e0001-\U000e007f\U000f0000-\U0010ffff]"
)
_ODD = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0600-\u061f\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\ud800-\uf8ff\ufe00-\ufe0f"
    "\ufeff\ufff0-\uffff\U000e0000-\U0010ffff]|  "
)
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\u1680\u2000-\u200a\u205f]")
_DROPPED = re.compile(
    "[\u00ad\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]|(?<= ) +"
    rf"|(?<=[{HAN}]) +(?=[+−±≈≥≤<>~-]?[{_LATIN}{MARKS}])|(?<=[{_LATIN}%²³°{MARKS}]) +(?=[{HAN}])"
    rf"|(?<=[{WIDE_CLOSE}{WIDE_OPEN}]) +| +(?=[{WIDE_CLOSE}{WIDE_OPEN}])"
)
_QUOTED = re.compile(rf"(?<![{HAN}{WIDE_CLOSE}])([“‘])([^{HAN}“”‘’]*)([”’])(?![{HAN}{WIDE_CLOSE}])")
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")
_SHORT_DASH = re.compile(r"(?<=[0-9A-Za-z])—(?=[0-9A-Za-z])")
_TO_NARROW = str.maketrans(dict(NARROW))


@lru_cache(maxsize=4096)
def clean(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text fit to be set, and the positions of the original that were dropped.

    Controls, marks that turn the reading direction and private characters become a visible square; other characters
    keep their place one for one. Typed spaces between Chinese and Latin go, for the layout makes that gap.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text, ()
    if _ODD.search(text):
        text = _BREAKS.sub(lambda found: "\n" if len(found[0]) == 1 else "\u200b\n", text)
        text = _CONTROLS.sub(_VISIBLE, _BLANKS.sub(" ", text)).replace("\u202f", "\u00a0").replace("\u2007", "\u00a0")
    elif " " not in text:
        return _narrow(text), ()
    text = _narrow(text)
    spans = [found.span() for found in _DROPPED.finditer(text)]
    if not spans:
        return text, ()
    ends = [0, *[end for _, end in spans]]
    starts = [*[start for start, _ in spans], len(text)]
    kept = "".join([text[end:start] for end, start in zip(ends, starts, strict=True)])
    return kept, tuple([at for start, end in spans for at in range(start, end)])


def is_chinese(text: str) -> bool:
    """Tell whether a text is Chinese, be it with Latin words in it."""
    return 6 * len(_IS_HAN.findall(text)) > len(text)


def gaps(text: str) -> dict[int, int]:
    """Return what the layout adds before a position, thousandths of an em: a gap (+250) or a squeezed mark (-500)."""
    if text.isascii():
        return {}
    found: dict[int, int] = {}
    for match in _LATIN_RUN.finditer(text):
        start, end = match.span()
        if start and _IS_HAN.match(text, start - 1) and text[start] not in "%²³°":
            found[start] = 250
        if end < len(text) and _IS_HAN.match(text, end):
            found[end] = 250
    for match in _WIDE_RUN.finditer(text):
        for at in range(match.start() + 1, match.end()):
            if text[at - 1] in WIDE_CLOSE or text[at] in WIDE_OPEN:
                found[at] = -500
    return found


def joints(text: str) -> list[int]:
    """Return every position of a cleaned text where a line may end if it must, and where it may be spread."""
    found: list[int] = []
    at = 0
    for run in _SQUARES.finditer(text):  # between squares without asking, elsewhere by the rules
        start, end = run.span()
        found += [match.start() for match in _BREAK.finditer(text, at, start + 1)]
        found += range(start + 1, end)
        at = end
    found += [match.start() for match in _BREAK.finditer(text, at)]
    if found and found[0] == 0:
        del found[0]
    return found


def breaks(text: str, every: list[int]) -> list[int]:
    """Return the joints where a line may end: not inside a figure with its unit, a date or a range.

    Spaces that follow such a position vanish with it.
    """
    kept = {at for start, end in protected(text) for at in range(start + 1, end)}
    return [at for at in every if at not in kept] if kept else every


def protected(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a cleaned text that stay on one line: figures with their units, dates, ranges."""
    return [match.span() for match in _PROTECTED_TEXT.finditer(text) if match.end() - match.start() > 1]


def _narrow(text: str) -> str:
    """Give quotes, dashes and dots in Latin text their narrow forms, one character for one."""
    if text.isascii():
        return text
    if not _IS_WIDE.search(text):
        return text.translate(_TO_NARROW)
    text = _QUOTED.sub(lambda found: NARROW[found[1]] + found[2] + NARROW[found[3]], text)
    return _SHORT_DASH.sub(NARROW["—"], _APOSTROPHE.sub(NARROW["’"], text))
