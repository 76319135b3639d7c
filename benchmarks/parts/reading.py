"""Do two files say the same? Their text is read back with a library that wrote neither of them."""

import collections
from collections.abc import Iterable

import pypdfium2

from benchmarks.parts.rounds import BenchError

LEAST_SHARE = 0.995
"""The part of all characters that must be in both files."""


def read_text(data: bytes) -> str:
    """Return the text on the pages of a PDF, without any white space."""
    parts = []
    document = pypdfium2.PdfDocument(data)
    for page in document:
        width, height = page.get_size()
        parts.append(page.get_textpage().get_text_bounded(0, 0, width, height))
    document.close()
    return "".join("".join(parts).split())


def compare(ours: bytes, theirs: bytes, names: Iterable[str]) -> float:
    """Return the part of all characters that both files have, counted one by one.

    Raises:
        BenchError: Too much is in one file only, or a name is not whole in both.
    """
    mine, other = read_text(ours), read_text(theirs)
    first, second = collections.Counter(mine), collections.Counter(other)
    share = (first & second).total() / max(first.total(), second.total(), 1)
    if share < LEAST_SHARE:
        gone, new = "".join((first - second).elements()), "".join((second - first).elements())
        raise BenchError(f"the texts differ, {share:.2%} in both: only ours {gone[:80]!r}, only theirs {new[:80]!r}")
    for name in names:
        whole = "".join(name.split())
        for side, text in (("ours", mine), ("theirs", other)):
            if whole not in text:
                raise BenchError(f"{side} has not the whole of {name}")
    return share
