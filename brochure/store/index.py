"""Words as the full-text index keeps them: pairs of neighbouring characters, for Chinese has no spaces between words.

Each character is written as its code point in five hexadecimal digits, each pair as ten. So every script counts as
letters whatever the database knows of it, and no text typed by a person can mean anything to the query language.
"""

import itertools
import unicodedata
from collections.abc import Iterator

DIGITS = 5


def fold(text: str) -> str:
    """Return text as it is compared: full-width letters made narrow, capitals made small."""
    return unicodedata.normalize("NFKC", text).casefold()


def runs(folded: str) -> Iterator[str]:
    """Return the runs of letters and digits in folded text."""
    start = None
    for place, char in enumerate(folded):
        if char.isalnum():
            start = place if start is None else start
        elif start is not None:
            yield folded[start:place]
            start = None
    if start is not None:
        yield folded[start:]


def to_tokens(text: str) -> str:
    """Return what the index keeps of a text: every pair of neighbours, and the last character of each run alone."""
    tokens: list[str] = []
    for run in runs(fold(text)):
        codes = [_code(char) for char in run]
        tokens += [first + second for first, second in itertools.pairwise(codes)]
        tokens.append(codes[-1])
        tokens.append("_")  # a phrase must not run on into the next word
    return " ".join(tokens)


def to_query(word: str) -> str:
    """Return the query for all texts that hold a word; ``""`` when there is nothing to look for in it."""
    parts = []
    for run in runs(fold(word)):
        codes = [_code(char) for char in run]
        pairs = [first + second for first, second in itertools.pairwise(codes)]
        parts.append(f'"{" ".join(pairs)}"' if pairs else f'"{codes[0]}"*')
    return " AND ".join(parts)


def to_near_query(word: str) -> str:
    """Return the query for all names that share at least one pair with a word; ``""`` for a single character."""
    pairs = dict.fromkeys(
        _code(first) + _code(second) for run in runs(fold(word)) for first, second in itertools.pairwise(run)
    )
    return f"name : ({' OR '.join(pairs)})" if pairs else ""


def _code(char: str) -> str:
    return f"{ord(char):0{DIGITS}x}"
