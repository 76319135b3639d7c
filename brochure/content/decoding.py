"""The bytes of a table as text: read right, or asked about, never garbled."""

import codecs
import re
from collections import Counter

from brochure.errors import TableError
from brochure.words import intake as say

ENCODINGS = ("utf-8", "gb18030", "utf-16", "big5")
"""What a person may name when the file does not tell."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
CHINESE = re.compile(r"[\u3400-\u9fff]")
HALF_KANA = re.compile(r"[\uff61-\uff9f]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
BASIC = 0x10000
"""From here on a character takes four bytes in GB 18030, in a pattern that no other encoding makes."""
ODD_SHARE = 0.1
"""More characters outside GB 2312 than this, and the text was hardly written in GBK."""
KNOWN_SHARE = 0.5
"""Fewer characters than this that the content also uses, and the text is hardly about the park."""
ENOUGH = 8
"""From this many characters on a share says something; of fewer, each must be an everyday one."""
EVERYDAY = 0xD7
"""The last row of GB 2312 that holds characters of everyday use."""
BIG5_EVERYDAY = 0xC6
ZERO_SHARE = 0.1
"""More zero bytes than this, and the file is no text of single bytes."""


class EncodingError(TableError):
    """The encoding of a file is not clear; somebody has to name it."""


def decode(data: bytes, file: str, known: frozenset[str], asked: str | None = None) -> str:
    """Return the text of a file.

    Args:
        data: The bytes of the file.
        file: Its name, for the sentence about it.
        known: The characters that the content uses.
        asked: The encoding, where somebody named it.

    Raises:
        EncodingError: The encoding is not clear, or not the one that was named.
        TableError: The file is cut short.
    """
    mark = next((name for start, name in _MARKS if data.startswith(start)), None)
    if asked is not None:
        text = _as_asked(data, asked, mark)
        if text is None:
            raise EncodingError(say.NOT_THIS_ENCODING.fill(file, asked.upper()))
    else:
        text = _try(data, mark) if mark is not None else _without_mark(data, known)
        if text is None and mark is not None:
            raise TableError(say.CUT_SHORT.fill(file, mark.upper()))
        if text is None:
            raise EncodingError(say.WHICH_ENCODING.fill(file, ", ".join(ENCODINGS)))
    return text.removeprefix("\ufeff")


def _as_asked(data: bytes, asked: str, mark: str | None) -> str | None:
    """Return the text in the encoding that was named; nothing where the bytes say that it is another one."""
    if mark is not None:
        return _try(data, asked) if mark == asked else None
    if asked == "utf-16":
        return _try(data, _wide_order(data))
    if asked != "utf-8" and CHINESE.search(_try(data, "utf-8") or ""):
        return None
    return _try(data, asked)


def _without_mark(data: bytes, known: frozenset[str]) -> str | None:
    zeros = data.count(0)
    if zeros:
        text = _try(data, _wide_order(data))
        whole = text is not None and "\0" not in text
        if zeros > ZERO_SHARE * len(data):
            return text if whole else None
        if whole and text is not None and _is_likely(text, known):
            return text
    text = _try(data, "utf-8")
    if text is None:
        text = _try(data, "gb18030")
        if text is None or not _is_likely(text, known) or _may_be_another(data):
            return None
        return text if known.issuperset(_wide(text)) or not _may_be_kana(data) else None
    other = _try(data, "gb18030") if not text.isascii() and not CHINESE.search(text) else None
    if other is not None and CHINESE.search(other) and _is_likely(other, known):
        return None  # a few bytes that are good UTF-8 and good GBK at once
    return text


def _wide_order(data: bytes) -> str:
    """Return which UTF-16 it is: the zero byte of a plain letter comes second, or first."""
    return "utf-16-le" if data[1::2].count(0) >= data[0::2].count(0) else "utf-16-be"


def _is_likely(text: str, known: frozenset[str]) -> bool:
    """Whether what came out of GB 18030 is what somebody wrote, judged by which characters it has."""
    wide = {char: count for char, count in _wide(text).items() if ord(char) < BASIC}
    every = sum(wide.values())
    last = EVERYDAY if every < ENOUGH else 0xFF
    odd = sum(count for char, count in wide.items() if char not in known and not _is_common(char, last))
    if odd > (ODD_SHARE * every if every >= ENOUGH else 0):
        return False
    return sum(count for char, count in wide.items() if char in known) >= KNOWN_SHARE * every


def _is_common(char: str, last: int) -> bool:
    """Whether it is a Chinese character or sign of GB 2312; its kana, Greek, Cyrillic and frames are rare here."""
    try:
        row = char.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return row <= 0xA3 or 0xB0 <= row <= last


def _may_be_another(data: bytes) -> bool:
    """Whether the bytes are Korean, or a few of them as good Taiwanese: of Chinese half would not be."""
    wide = _wide(_try(data, "euc_kr") or "")
    hangul = sum(count for char, count in wide.items() if HANGUL.fullmatch(char))
    if hangul > (1 - ODD_SHARE) * sum(wide.values()):
        return True
    wide = _wide(_try(data, "big5") or "")
    return 0 < sum(wide.values()) < ENOUGH and all(char.encode("big5")[0] <= BIG5_EVERYDAY for char in wide)


def _may_be_kana(data: bytes) -> bool:
    """Whether the bytes are a few Japanese letters of half width as well."""
    wide = _wide(_try(data, "shift_jis") or "")
    return 0 < sum(wide.values()) < 2 * ENOUGH and all(HALF_KANA.fullmatch(char) for char in wide)


def _wide(text: str) -> dict[str, int]:
    """Return how often each character beyond ASCII comes."""
    return {char: count for char, count in Counter(text).items() if not char.isascii()}


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
