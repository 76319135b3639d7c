"""How well what was typed fits the names of a record: whole, from the beginning, inside, or by its sound."""

import re

import msgspec

from brochure.model.kinds import Figure
from brochure.model.record import Record
from brochure.store.index import fold
from brochure.store.library import NameRow
from brochure.words import Text
from brochure.words import search as say

EXACT, ALIAS, VALUE, PREFIX, INSIDE, INITIALS, PINYIN = 100.0, 92.0, 88.0, 84.0, 76.0, 68.0, 60.0
WITHIN, TEXT, NEAR = 40.0, 30.0, 10.0
FULLER = 2.0
"""What a fit gains within its rank where it is a fuller one: an alias that the name holds too, the sound of it all."""
ALIASES = (ALIAS, INITIALS + FULLER - 1, PINYIN + FULLER - 1)
"""The ranks of a whole alias: written, by its first letters, by its sound."""
NUMBER = re.compile(r"\d[\d,]*(\.\d+)?")
MARKS = "“”‘’《》\"'"
"""What a name may be set in without being another name."""


class Match(msgspec.Struct, frozen=True):
    """How well a word fits a name, and the sentence that says so with its words; none yet where a text matched."""

    rank: float
    pattern: Text | None = None
    parts: tuple[str, ...] = ()


ONLY_TEXT = Match(TEXT)


def fit_names(names: list[NameRow], typed: str, parts: list[str]) -> list[Match]:
    """Return how well a record's names fit all that was typed at once, or else each of its words."""
    whole = _best(names, typed)
    if whole.rank > TEXT or len(parts) == 1:
        return [whole]
    return [_best(names, part) for part in parts]


def _best(names: list[NameRow], word: str) -> Match:
    best = ONLY_TEXT
    for name in names:
        match = _match(name, word)
        if match.rank > best.rank:
            best = match
    if best.rank in ALIASES and any(name.own and _match(name, word).rank > TEXT for name in names):
        return Match(best.rank + FULLER, best.pattern, best.parts)
    return best


def fit_value(record: Record, typed: str) -> Match:
    """Return how well a number fits as the value of a figure, with its unit or the beginning of it."""
    number = NUMBER.match(typed)
    if number is None or not isinstance(record, Figure) or record.value is None:
        return ONLY_TEXT
    unit = typed[number.end() :].strip()
    if float(number[0].replace(",", "")) != record.value:
        return ONLY_TEXT
    return Match(VALUE, say.VALUE, (typed,)) if fold(record.unit.zh).startswith(unit) else ONLY_TEXT


def _match(name: NameRow, word: str) -> Match:
    """Return how well a word fits one name."""
    place = name.folded.find(word)
    if place >= 0:
        if word == name.folded.strip(MARKS):
            bare = name.name.strip(MARKS)
            return Match(EXACT, say.EXACT, (bare,)) if name.own else Match(ALIAS, say.ALIAS, (bare,))
        if not name.own:
            return Match(INSIDE if place else PREFIX - 1, say.ALIAS, (name.name,))
        if place == 0:
            return Match(PREFIX, say.PREFIX, (word,))
        begins = not (word[0].isascii() and name.folded[place - 1].isascii() and name.folded[place - 1].isalnum())
        return Match(INSIDE if begins else WITHIN, say.INSIDE, (word,))
    if not name.pinyin or not word.isascii():
        return ONLY_TEXT
    return _match_sound(name, word.replace(" ", "").replace("'", ""))


def _match_sound(name: NameRow, spelt: str) -> Match:
    """Return how well letters fit the pinyin of a name: its initials, or whole syllables from any one on."""
    less = 0.0 if name.own else 1.0
    if spelt in name.initials:
        rank = INITIALS if name.initials.startswith(spelt) else INITIALS - 2
        rank += FULLER if spelt == name.initials else 0
        return Match(rank - less, say.INITIALS, (spelt, name.name))
    whole = name.pinyin.replace(" ", "")
    if spelt == whole:
        return Match(PINYIN + FULLER - less, say.PINYIN, (spelt, name.name))
    if spelt in whole:
        syllables = name.pinyin.split()
        for start in range(len(syllables)):
            if "".join(syllables[start:]).startswith(spelt):
                return Match(PINYIN - less - (2 if start else 0), say.PINYIN, (spelt, name.name))
    return ONLY_TEXT
