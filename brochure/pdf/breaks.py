"""Where a line may end, what never parts, and which spaces belong to the layout: plain text in, positions out.

Rules of W3C clreq and GB/T 15834: no closing mark begins a line and no opening mark ends one, dashes and dots of two
squares are one, a figure keeps its unit and its source mark. Nothing here knows a font.

Every text is first turned into a string of kinds, one letter for each character; the rules are short patterns over
those letters, which read faster and run faster than patterns over thousands of characters.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from brochure.pdf.signs import CIRCLED
from brochure.typeface import NARROW

WIDE_OPEN: Final = "（〔［｛《〈「『【〖“‘"
"""Full-width marks whose left half is empty."""

WIDE_CLOSE: Final = "、，。：；！？．）〕］｝》〉」』】〗”’"
"""Full-width marks whose right half is empty."""

MARKS: Final = CIRCLED
SPACES: Final = " \u3000"

MARK_GAP: Final = 140
"""Thousandths of an em between a figure and its source mark."""

LATIN: Final = "LDlpcoh"
"""Kinds that are one word where they touch."""

NEVER_LAST: Final = "Oqo"
NEVER_FIRST: Final = "CQcpFM"
_N = NARROW
_KINDS: Final = {
    "O": WIDE_OPEN[:-2],
    "q": "“‘",
    "C": WIDE_CLOSE[:-2],
    "Q": "”’",
    "F": "…—·・％‰℃′″～々ーァィゥェォッャュョぁぃぅぇぉっゃゅょ㎡" + _N["—"],
    "M": MARKS,
    "o": "([{$#￥" + _N["“"] + _N["‘"],
    "c": ",.;:!?)]}/" + _N["”"] + _N["’"] + _N["…"],
    "p": "%°",
    "h": "-",
    "s": " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f",
    "u": "\u3000",
    "b": "\u00a0\u2007\u202f",
    "n": "\n\r\v\f\x85\u2028\u2029",
    "D": "0123456789",
}
_RANGES: Final = (
    ("Z", "\u00ad\u00ad\u200b\u200d\u2060\u2064\ufe00\ufe0f\ufeff\ufeff\U000e0100\U000e01ef"),
    ("X", "\x00\x1f\x7f\x9f\u061c\u061c\u200e\u200f\u202a\u202e\u2066\u2069\ud800\uf8ff\ufff9\uffff"),
    ("X", "\U000e0000\U000e007f\U000f0000\U0010ffff"),
    ("H", "\u2e80\u2fdf\u3005\u3007\u3021\u3029\u3041\u30fa\u3105\u312f\u31a0\u31bf\u3400\u4dbf\u4e00\u9fff"),
    ("H", "\uf900\ufaff\U00020000\U0003ffff"),
    ("w", "\u3000\u303f\uff00\uffef"),
    ("L", "AZaz\u00b2\u00b3\u00c0\u024f\u0370\u03ff\u0400\u04ff"),
)


class _Kinds(dict[int, str]):
    """The letter of each character, worked out when it is first seen."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = (
            letter
            for letter, ends in _RANGES
            if any(first <= char <= last for first, last in zip(ends[::2], ends[1::2], strict=True))
        )
        letter = self[code] = next(found, "l")
        return letter


_KIND = _Kinds({ord(char): letter for letter, chars in _KINDS.items() for char in chars})

# A compound word parts at its hyphen only between halves long enough to be read alone: not in-|vitro, not follow-|up.
_BREAK = re.compile(
    rf"(?<![{NEVER_LAST}sunb])(?=[HwLDlOqoh])(?:(?<![{LATIN}])|(?![{LATIN}]))|(?<=LLLLLh)(?=LLL)"
    rf"|(?<![{NEVER_LAST}sun])(?=[su]+[HwLDlOqohcp])"
)
_GAP = re.compile("(?<=H)(?=[LD])|(?<=[LDp])(?=H)")
_PAIR = re.compile("(?<=[CQ])(?=[CQOq])|(?<=[Oq])(?=[Oq])")
_SQUARES = re.compile("H+")
_MARKED = re.compile("(?<=[Dp])(?=M)")
"""Between a figure and its source mark, which would read as one digit more."""

_APOSTROPHE: Final = re.compile(r"(?<=[a-z])'(?=[a-z])|(?<=[a-z]s)'(?=\s|$)")
_DROPPED = re.compile("Z+|(?<=s)s+|(?<=H)s+(?=[hl]?[LDM])|(?<=[LDpM])s+(?=H)|(?<=[CQOq])s+|s+(?=[CQOq])")
_INSIDE = re.compile("(?:LQ|[LD]F)(?=[LD])")
_QUOTED = re.compile("(?<![HCQ])q[^HCOqQ]*Q(?![HCQ])")

_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNITS: Final = (
    "平方公里|平方千米|平方米|立方米|公里|千米|毫米|厘米|微米|米|公顷|亩|美元|元|户|家|个|项|人|名|次|件|条|座|所|位|倍|成|种|类|"
    "季度|小时|分钟|分|秒|天|日|年|月|届|期|号|页|栋|层|楼|间|套|台|辆|吨|公斤|千克|克|度|级|兆瓦|千瓦时|千瓦|大"
)
_LATIN_UNITS: Final = (
    "million|billion|percent|hectares|hectare|km²|km|m²|mm|cm|ha|mu|kWh|MWh|MW|GW|kW|kg|kPa|hPa|°C|℃|%|m|t|g|h"
)
_NUMBER: Final = r"[+\-−±≤≥<>≈~]?\d(?:[\d,.:/]*\d)?"
_HAN_UNIT: Final = rf"(?:余|多)?[十百千万亿]*(?:余|多)?(?:{_UNITS})?(?:/[一-鿿]|以上|以下|左右|余)?"
_UNIT: Final = rf"(?:\ ?(?:{_LATIN_UNITS})(?![A-Za-z0-9])|{_HAN_UNIT})"
_FIGURE = re.compile(
    rf"(?:RMB\ ?|USD\ ?|见第|数字至|[约近逾超第共达￥¥$])?{_NUMBER}(?:\ (?:{_MONTHS})(?:\ \d{{4}})?|{_UNIT})"
)
_BETWEEN: Final = "～~–—-−至×/" + _N["—"]
"""What joins two figures to a range or a date."""

_ITEM: Final = "[\u4e00-\u9fff]{2,5}"
_KEPT = re.compile(
    "“[^“”]{1,5}—[^“”]{1,5}”|（[A-Za-z][A-Za-z0-9 .]{0,14}）"
    f"|(?:^|(?<=[、；：。])){_ITEM}(?=、)|(?<=、){_ITEM}(?=[（；。{MARKS}]|$)"
    "|科技园|产业园区?|示范园区|产业集聚区|联审平台|众创空间|孵化器|加速器"
)
"""A short pair in quotes, such as “习服—适应”, a short Latin name in full-width brackets, as a licence, what stands
between the marks of a list, as the names of firms do, and the last word of a place or facility."""

_PRIVATE = re.compile("[\U000f0000-\U0010ffff]")
_PLAIN: Final = {"n": "\n", "s": " ", "b": "\u00a0", "X": "□"}
_TO_NARROW: Final = str.maketrans(dict(NARROW))


class Cleaned(NamedTuple):
    """A text fit to be set."""

    text: str
    kinds: str
    """A letter for each character."""
    dropped: tuple[int, ...]
    """Positions of the original that are gone."""


@lru_cache(maxsize=4096)
def clean(text: str) -> Cleaned:
    """Return a text fit to be set, with the kinds of its characters.

    Controls, marks that turn the reading direction and private characters become a visible square; other characters
    keep their place one for one. Typed spaces between Chinese and Latin go, for the layout makes that gap.
    """
    if text and max(text) >= "\U000f0000":
        text = _PRIVATE.sub("□", text)
    text = text.replace("\r\n", "\u200b\n")
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
    kinds = text.translate(_KIND)
    if "X" in kinds or "n" in kinds or "b" in kinds or kinds.count("s") != text.count(" "):
        text = "".join([_PLAIN.get(kind, char) for char, kind in zip(text, kinds, strict=True)])
        kinds = kinds.replace("X", "l")
    if "Q" in kinds or "q" in kinds or "F" in kinds:
        text, kinds = _narrow(text, kinds)
    spans = [found.span() for found in _DROPPED.finditer(kinds)]
    if not spans:
        return Cleaned(text, kinds, ())
    ends = [0, *[end for _, end in spans]]
    starts = [*[start for start, _ in spans], len(text)]
    kept = [slice(end, start) for end, start in zip(ends, starts, strict=True)]
    dropped = tuple([at for start, end in spans for at in range(start, end)])
    return Cleaned("".join([text[part] for part in kept]), "".join([kinds[part] for part in kept]), dropped)


def is_chinese(kinds: str) -> bool:
    """Tell whether a text is Chinese, be it with Latin words in it."""
    return 6 * kinds.count("H") > len(kinds)


def gaps(kinds: str) -> dict[int, int]:
    """Return what the layout adds before a position, thousandths of an em: a gap or a squeezed mark (-500)."""
    found = dict.fromkeys([match.start() for match in _GAP.finditer(kinds)], 250)
    found.update(dict.fromkeys([match.start() for match in _PAIR.finditer(kinds)], -500))
    found.update(dict.fromkeys([match.start() for match in _MARKED.finditer(kinds)], MARK_GAP))
    return found


def joints(kinds: str) -> list[int]:
    """Return every position where a line may end if it must, and where it may be spread."""
    found: list[int] = []
    at = 0
    for run in _SQUARES.finditer(kinds):  # between squares without asking, elsewhere by the rules
        start, end = run.span()
        found += [match.start() for match in _BREAK.finditer(kinds, at, start + 1)]
        found += range(start + 1, end)
        at = end
    found += [match.start() for match in _BREAK.finditer(kinds, at)]
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
    found: list[tuple[int, int]] = []
    for match in _FIGURE.finditer(text):
        start, end = match.span()
        if found and (start == found[-1][1] or (start == found[-1][1] + 1 and text[start - 1] in _BETWEEN)):
            start = found.pop()[0]
        found.append((start, end))
    found += [match.span() for match in _KEPT.finditer(text)]
    return [(start, end) for start, end in found if end - start > 1]


def _narrow(text: str, kinds: str) -> tuple[str, str]:
    """Give quotes, dashes and dots in Latin text their narrow forms, one character for one."""
    if "H" not in kinds and "C" not in kinds and "O" not in kinds and "w" not in kinds:
        text = text.translate(_TO_NARROW)
        return text, text.translate(_KIND)
    places = [at for found in _QUOTED.finditer(kinds) for at in (found.start(), found.end() - 1)]
    places += [found.start() + 1 for found in _INSIDE.finditer(kinds) if text[found.start() + 1] in "’—"]
    if not places:
        return text, kinds
    chars, letters = list(text), list(kinds)
    for at in places:
        chars[at] = NARROW[chars[at]]
        letters[at] = _KIND[ord(chars[at])]
    return "".join(chars), "".join(letters)
