"""How English words that stand alone elsewhere are put into a sentence."""

from collections.abc import Sequence
from typing import Final

NAMES: Final = frozenset(("China", "Chinese", "Datong", "Huanghe", "Nitraria", "Qinghai", "Tibetan", "Xining"))
"""First words that keep their capital wherever they stand, although a small word follows."""
OPENING: Final = "“‘"


def begun(words: str) -> str:
    """Return words as a line or a sentence begins with them."""
    return words[:1].upper() + words[1:]


def within(words: str, *, is_name: bool = True) -> str:
    """Return a heading such as ``Testing and metrology`` as it stands inside a sentence; names stay as they are.

    A single word may be a name: it keeps its capital unless it is told not to be one.
    """
    bare = words.lstrip(OPENING)
    first, _, rest = bare.partition(" ")
    is_word = first[:1].isupper() and (first == "A" or first[1:].islower())
    is_plain = is_word and (first.endswith(":") or rest.lstrip(OPENING)[:1].islower() or not (is_name or rest))
    if not is_plain or first.rstrip(":,") in NAMES:
        return words
    return words[: len(words) - len(bare)] + bare[:1].lower() + bare[1:]


def listed(items: Sequence[str], *, with_names: bool = False) -> str:
    """Return things, with or without names among them, on one line: the first as it stands, others as in a sentence."""
    return ", ".join(within(each, is_name=with_names) if place else each for place, each in enumerate(items))
