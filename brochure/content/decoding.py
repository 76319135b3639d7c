"""The bytes of a table as text: read right, or asked about, never garbled."""

import codecs
import re

from brochure.errors import ContentError
from brochure.words import intake as say

ENCODINGS = ("utf-8", "gb18030", "utf-16", "big5")
"""What a person may name when the file does not tell."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE = re.compile(r"[^\x00-\x7f]")
CHINESE = re.compile(r"[\u3400-\u9fff]")
ODD_SHARE = 0.1
"""More characters outside GB 2312 than this, and the text was hardly written in GBK."""
KNOWN_SHARE = 0.5
"""Fewer characters than this that the content also uses, and the text is hardly about the park."""
ENOUGH = 8
"""From this many characters on, a share says something."""


class EncodingError(ContentError):
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
    """
    if asked is not None:
        text = _try(data, "utf-8-sig" if asked == "utf-8" else asked)
        if text is None:
            raise EncodingError(say.NOT_THIS_ENCODING.fill(file, asked.upper()))
        return text.removeprefix("\ufeff")
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _try(data, name)
            break
    else:
        text = _without_mark(data, known)
    if text is None:
        raise EncodingError(say.WHICH_ENCODING.fill(file, ", ".join(ENCODINGS)))
    return text


def _without_mark(data: bytes, known: frozenset[str]) -> str | None:
    if b"\0" in data:
        even, odd = data[0::2].count(0), data[1::2].count(0)
        text = _try(data, "utf-16-le" if odd >= even else "utf-16-be")
        return text if text is not None and "\0" not in text else None
    text = _try(data, "utf-8")
    if text is None:
        text = _try(data, "gb18030")
        return text if text is not None and _is_likely(text, known) else None
    other = _try(data, "gb18030") if WIDE.search(text) and not CHINESE.search(text) else None
    if other is not None and CHINESE.search(other) and _is_likely(other, known):
        return None  # a few bytes that are good UTF-8 and good GBK at once
    return text


def _is_likely(text: str, known: frozenset[str]) -> bool:
    """Whether what came out of GB 18030 is what somebody wrote, judged by which characters it has."""
    wide = WIDE.findall(text)
    odd = sum(char not in known and not _in_gb2312(char) for char in wide)
    if odd > ODD_SHARE * len(wide):
        return False
    return len(wide) < ENOUGH or sum(char in known for char in wide) >= KNOWN_SHARE * len(wide)


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
