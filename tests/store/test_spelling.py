"""Slips of the finger: how many are forgiven, what counts as one, and that the work stays small."""

import itertools

import pytest

from brochure.store import spelling
from brochure.store.spelling import MOST_COMPARED, Spelling, slips, slips_allowed


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("jinhe", "jinhe", 0),
        ("jinhe", "jnhe", 1),
        ("jinhe", "jinhee", 1),
        ("jinhe", "jinho", 1),
        ("jinhe", "jihne", 1),
        ("accelerator", "acelerattor", 2),
        ("collagen", "kolagen", 2),
        ("abc", "", 3),
        ("poly", "bgi", 3),
        ("kunming", "lhasa", 3),
    ],
)
def test_a_letter_left_out_put_in_changed_or_swapped_is_one_slip(one: str, other: str, count: int) -> None:
    assert slips(one, other, 2) == count
    assert slips(other, one, 2) == count


def test_slips_are_those_of_the_whole_table() -> None:
    """The narrow band gives what the full table gives, up to its limit."""

    def full(one: str, other: str) -> int:
        table = {(row, 0): row for row in range(len(one) + 1)} | {
            (0, column): column for column in range(len(other) + 1)
        }
        for row, column in itertools.product(range(1, len(one) + 1), range(1, len(other) + 1)):
            changed = table[row - 1, column - 1] + (one[row - 1] != other[column - 1])
            least = min(table[row - 1, column] + 1, table[row, column - 1] + 1, changed)
            if row > 1 and column > 1 and one[row - 1] == other[column - 2] and one[row - 2] == other[column - 1]:
                least = min(least, table[row - 2, column - 2] + 1)
            table[row, column] = least
        return table[len(one), len(other)]

    words = ["".join(letters) for size in range(6) for letters in itertools.product("ab", repeat=size)]
    for one, other in itertools.product(words, repeat=2):
        for most in (1, 2):
            assert slips(one, other, most) == min(full(one, other), most + 1), (one, other)


def test_short_words_are_forgiven_nothing() -> None:
    assert [slips_allowed("x" * length) for length in (0, 3, 4, 7, 8, 40, 41, 500)] == [0, 0, 1, 1, 2, 2, 0, 0]
    assert Spelling(["yak", "yaks"]).closest("yek") == ()


def test_the_nearest_words_come_as_they_are_written() -> None:
    words = Spelling(["Tibetan", "Tibet", "Bogotá", "Poly", "POLY", "金诃藏药", "a1b2c3d4", "Jinhe"])
    assert words.closest("tibetn") == ("Tibetan", "Tibet")
    assert words.closest("bogota") == ("Bogotá",)
    assert words.closest("polly") == ("Poly",)
    assert words.closest("jinhe藏") == words.closest("今诃藏药") == words.closest("zzzzzz") == ()


def test_the_work_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Spelling("".join(letters) for letters in itertools.product("abcdefgh", repeat=5))
    asked: list[str] = []

    def counted(one: str, other: str, most: int) -> int:
        asked.append(other)
        return slips(one, other, most)

    monkeypatch.setattr(spelling, "slips", counted)
    assert words.closest("abcde")[0] == "abcde"
    assert 0 < len(asked) <= MOST_COMPARED
