"""Source marks as signs on the page: a circled figure where the font has it, the figure in brackets beyond."""

import re
from collections.abc import Container
from typing import Final

CIRCLED: Final = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
"""① to ㊿, in order."""

SIGN: Final = re.compile(rf"[{CIRCLED}]|\((\d+)\)")
INNER: Final = re.compile(rf"([{CIRCLED}]+)")
TRAILING: Final = re.compile(rf"\s*((?:[{CIRCLED}]|\(\d{{1,3}}\))*)$")


def sign_of(mark: int, characters: Container[str]) -> str:
    """Return the sign of a mark, 1 or more; ``characters`` are those the font has."""
    if mark <= len(CIRCLED) and CIRCLED[mark - 1] in characters:
        return CIRCLED[mark - 1]
    return f"({mark})"


def marks_in(signs: str) -> tuple[tuple[str, int], ...]:
    """Return each sign of a run of signs with the mark it stands for."""
    return tuple(
        (found[0], int(found[1]) if found[1] else CIRCLED.index(found[0]) + 1) for found in SIGN.finditer(signs)
    )
