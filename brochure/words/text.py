"""A text a person reads: the same thing said in Chinese and in English."""

import re
from typing import Final, Literal

import msgspec

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
MAX_SHOWN: Final = 60
WIDE_SPACE: Final = "\u3000"
CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Text(msgspec.Struct, frozen=True):
    """The same words in both languages; an empty side is a translation that is missing."""

    zh: str
    en: str

    def to(self, lang: Lang) -> str:
        """Return the words in ``lang``; where they are missing, those of the other language."""
        wanted, other = (self.zh, self.en) if lang == "zh" else (self.en, self.zh)
        return wanted or other

    def fill(self, *parts: object) -> "Text":
        """Return the text with ``{}`` slots filled in order; a ``Text`` part is taken in the language of its side."""
        return Text(zh=_fill(self.zh, parts, "zh"), en=_fill(self.en, parts, "en"))


def _fill(pattern: str, parts: tuple[object, ...], lang: Lang) -> str:
    words = [part.to(lang) if isinstance(part, Text) else str(part) for part in parts]
    pieces = pattern.split("{}")
    if len(pieces) != len(words) + 1:
        raise ValueError(f"{pattern!r} has {len(pieces) - 1} slots, {len(words)} given")
    return "".join(piece + word for piece, word in zip(pieces, [*words, ""], strict=True))


def shown(text: str) -> str:
    """Return a text as a sentence quotes it: on one line, not too long, what cannot be seen named."""
    text = text.replace("\n", "⏎")
    text = text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"
    return "".join(char if char.isprintable() or char == WIDE_SPACE else f"<U+{ord(char):04X}>" for char in text)


def tame(text: str) -> str:
    """Return a line in which nothing steers the terminal: controls and marks of reading direction are named."""
    return CONTROLS.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
