"""Latin words with a slip of the finger in them, against the words that stand in names.

The work is bounded: only words of about the same length and mostly the same letters are compared at all, letter by
letter within a narrow band, and never more than `MOST_COMPARED` of them.
"""

import unicodedata
from collections.abc import Iterable

ONE_SLIP, TWO_SLIPS, LONGEST = 4, 8, 40
"""From how many letters on one slip is forgiven, and two; longer words are not looked at."""
MOST_COMPARED = 3000
MOST_FOUND = 4


def slips_allowed(word: str) -> int:
    """Return how many slips are forgiven in a word: none below four letters, one up to seven, then two."""
    return 0 if not ONE_SLIP <= len(word) <= LONGEST else 1 if len(word) < TWO_SLIPS else 2


def slips(one: str, other: str, most: int) -> int:
    """Return how many letters were left out, put in, changed or swapped with a neighbour; ``most + 1`` if more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    far = most + 1
    before: list[int] = []
    row = [column if column <= most else far for column in range(len(other) + 1)]
    for line, letter in enumerate(one, 1):
        earlier, before = before, row
        row = [line if line <= most else far] + [far] * len(other)
        for column in range(max(1, line - most), min(len(other), line + most) + 1):
            same = letter == other[column - 1]
            least = min(before[column - 1] + (not same), before[column] + 1, row[column - 1] + 1)
            if line > 1 and column > 1 and letter == other[column - 2] and one[line - 2] == other[column - 1]:
                least = min(least, earlier[column - 2] + 1)
            row[column] = min(least, far)
        if min(row) > most:
            return far
    return row[-1]


class Spelling:
    """The Latin words of all names, and the names of Chinese ones spelt out, by length."""

    def __init__(self, words: Iterable[str]) -> None:
        """Keep the words of Latin letters; of two that differ in capitals or accents only, the first."""
        self._words: dict[str, str] = {}
        for word in words:
            plain = _plain(word)
            if ONE_SLIP - 1 <= len(plain) <= LONGEST and plain.isascii() and plain.isalpha():
                self._words.setdefault(plain, word)
        self._by_length: dict[int, list[tuple[str, int]]] = {}
        for folded in self._words:
            self._by_length.setdefault(len(folded), []).append((folded, _letters(folded)))

    def closest(self, word: str) -> tuple[str, ...]:
        """Return the words as they are written that are fewest slips away from a folded one, four at most."""
        word = _plain(word)
        most = slips_allowed(word)
        if not most or not (word.isascii() and word.isalpha()):
            return ()
        letters, found, compared = _letters(word), [], 0
        for length in sorted(range(len(word) - most, len(word) + most + 1), key=lambda each: abs(each - len(word))):
            for folded, others in self._by_length.get(length, ()):
                if (letters ^ others).bit_count() > 2 * most:
                    continue
                compared += 1
                if compared > MOST_COMPARED:
                    break
                distance = slips(word, folded, most)
                if distance <= most:
                    found.append((distance, folded[0] != word[0], -length, folded))
        found.sort()
        nearest = [folded for distance, *_, folded in found if distance == found[0][0]]
        return tuple(self._words[folded] for folded in nearest[:MOST_FOUND])


def _plain(word: str) -> str:
    """Return a word in small letters without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(char))


def _letters(folded: str) -> int:
    """Return one bit for each letter that stands in a word."""
    bits = 0
    for char in folded:
        bits |= 1 << (ord(char) & 63)
    return bits
