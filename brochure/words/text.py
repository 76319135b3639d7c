"""A text a person reads: the same thing said in Chinese and in English."""

from typing import Literal

import msgspec

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


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
