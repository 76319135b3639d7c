"""One weight of the page's font as plain numbers: loaded in a few milliseconds, without a font library.

Beside each static font lies a file with everything a page needs to know about it: which character is which glyph, how
wide it is, which pairs are kerned and where each outline lies in the font file. It is written once, when the font is
cut, and is refused when it does not belong to the font beside it.
"""

import json
import mmap
import re
import struct
import sys
import zlib
from array import array
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final, TypedDict

MAGIC: Final = b"PARKFACE2\n"
NARROW: Final[Mapping[str, str]] = {
    "“": "\U000f0001",
    "”": "\U000f0002",
    "‘": "\U000f0003",
    "’": "\U000f0004",
    "…": "\U000f0005",
    "—": "\U000f0006",
}
"""Marks a Chinese font draws a full square wide, and the private names of their narrow Latin forms."""

LONG_DASH: Final = "\U000f0007"
"""The Chinese dash of two squares, drawn as one stroke."""

MEANING: Final[Mapping[str, str]] = {**{private: char for char, private in NARROW.items()}, LONG_DASH: "——"}
"""What a private name stands for: the character a reader copies out of the page."""


_LATIN_WORD = re.compile(f"[!-~\u00c0-\u017f{''.join(NARROW.values())}]{{2,}}")


class Kerning(TypedDict):
    """Pairs that are set closer or wider, thousandths of an em."""

    pairs: list[str]
    shifts: list[int]


class FaceHeader(TypedDict):
    """The measures of a font: thousandths of an em, byte counts and byte positions."""

    family: str
    name: str
    weight: int
    file_size: int
    file_check: int
    ascent: int
    descent: int
    cap_height: int
    box: list[int]
    glyphs: int
    missing_width: int
    glyf_start: int
    characters: int
    aliases: list[int]
    kerning: Kerning
    tables: dict[str, list[int]]


class _Advances(dict[str, int]):
    """Widths, looked up once a character; what the font lacks is as wide as its empty box."""

    def __init__(self, cids: dict[str, int], widths: "array[int]", missing: int) -> None:
        super().__init__()
        self._cids, self._widths, self._missing = cids, widths, missing

    def __missing__(self, char: str) -> int:
        cid = self._cids.get(char)
        width = self[char] = self._missing if cid is None else self._widths[cid]
        return width


class _Codes(dict[str, str]):
    """Codes as a page writes them: four hexadecimal digits, ``0000`` for what the font lacks."""

    def __init__(self, cids: dict[str, int]) -> None:
        super().__init__()
        self._cids = cids

    def __missing__(self, char: str) -> str:
        code = self[char] = f"{self._cids.get(char, 0):04x}"
        return code


class Typeface:
    """One static font: widths, codes and outlines."""

    def __init__(self, font: Path, header: FaceHeader, arrays: tuple["array[int]", ...]) -> None:
        codes, cids, widths, offsets = arrays
        self.font = font
        self.header = header
        self.weight = header["weight"]
        self.cids = _share(codes, cids)
        """The code of each character."""
        self.advances: dict[str, int] = _Advances(self.cids, widths, header["missing_width"])
        """Width of each character, thousandths of an em."""
        self.codes: dict[str, str] = _Codes(self.cids)
        kerning = header["kerning"]
        self.kerning: dict[str, int] = dict(zip(kerning["pairs"], kerning["shifts"], strict=True))
        self._offsets = offsets
        self._words: dict[str, tuple[tuple[int, int], ...]] = {}
        with font.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __contains__(self, char: str) -> bool:
        return char in self.cids

    def kerned(self, text: str) -> list[tuple[int, int]]:
        """Return the positions of a text before which letters move closer or apart, thousandths of an em."""
        found: list[tuple[int, int]] = []
        for match in _LATIN_WORD.finditer(text):
            start = match.start()
            for at, shift in self._kerned_word(match[0]):
                found.append((start + at, shift))
        return found

    def _kerned_word(self, word: str) -> tuple[tuple[int, int], ...]:
        known = self._words.get(word)
        if known is None:
            if len(self._words) > 30_000:  # a long batch must not grow without end
                self._words.clear()
            pairs = enumerate(map("".join, pairwise(word)), 1)
            known = self._words[word] = tuple((at, self.kerning[pair]) for at, pair in pairs if pair in self.kerning)
        return known

    def glyph_of(self, cid: int) -> int:
        """Return the glyph a code stands for; a second character of the same glyph has a code of its own."""
        glyphs = self.header["glyphs"]
        return cid if cid < glyphs else self.header["aliases"][cid - glyphs]

    def outline(self, glyph: int) -> bytes:
        """Return the glyph's entry of the ``glyf`` table."""
        start = self.header["glyf_start"]
        return self._bytes[start + self._offsets[glyph] : start + self._offsets[glyph + 1]]

    def table(self, tag: str) -> bytes:
        """Return one of the small tables of the font file."""
        start, length = self.header["tables"][tag]
        return self._bytes[start : start + length]


_shared: dict[tuple[bytes, bytes], dict[str, int]] = {}


def _share(codes: "array[int]", cids: "array[int]") -> dict[str, int]:
    """Return the map from characters to codes, one for all weights that have the same."""
    key = codes.tobytes(), cids.tobytes()
    if key not in _shared:
        _shared.clear()
        _shared[key] = dict(zip(map(chr, codes), cids, strict=True))
    return _shared[key]


def metrics_path(font: Path) -> Path:
    """Return the place of the numbers that belong to a font file."""
    return font.with_suffix(".metrics")


def load_typeface(font: Path) -> Typeface | None:
    """Load one weight; None when a file is missing, cut short, or belongs to another font."""
    try:
        data = metrics_path(font).read_bytes()
        header, start = read_header(data)
        with font.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(0)
            check = checksum(file.read(4096))
        if (size, check) != (header["file_size"], header["file_check"]):
            return None
        arrays = []
        for kind, count in _layout(header):
            numbers = array(kind)
            numbers.frombytes(data[start : start + count * numbers.itemsize])
            start += count * numbers.itemsize
            if sys.byteorder == "big":
                numbers.byteswap()
            arrays.append(numbers)
        if start != len(data):
            return None
        return Typeface(font, header, tuple(arrays))
    except (OSError, ValueError, KeyError, struct.error):
        return None


def characters_of(font: Path) -> frozenset[str]:
    """Return the characters a font can draw; none when its numbers cannot be read."""
    try:
        state = metrics_path(font).stat()
        return _characters_in(metrics_path(font), state.st_size, state.st_mtime_ns)
    except (OSError, ValueError, KeyError, struct.error):
        return frozenset()


@lru_cache(maxsize=8)  # asked for each record before each brochure
def _characters_in(path: Path, _size: int, _changed_ns: int) -> frozenset[str]:
    data = path.read_bytes()
    header, start = read_header(data)
    codes = array("I")
    codes.frombytes(data[start : start + 4 * header["characters"]])
    if sys.byteorder == "big":
        codes.byteswap()
    return frozenset(map(chr, codes)) - MEANING.keys()


def read_header(data: bytes) -> tuple[FaceHeader, int]:
    """Return the header of a file of numbers, and where the numbers begin."""
    start = len(MAGIC) + 4
    if data[: len(MAGIC)] != MAGIC:
        raise ValueError("not the numbers of a font")
    (length,) = struct.unpack("<I", data[len(MAGIC) : start])
    header: FaceHeader = json.loads(data[start : start + length])
    return header, start + length


def _layout(header: FaceHeader) -> tuple[tuple[str, int], ...]:
    count, glyphs = header["characters"], header["glyphs"]
    return ("I", count), ("H", count), ("H", glyphs + len(header["aliases"])), ("I", glyphs + 1)


def checksum(data: bytes) -> int:
    """Return a number that tells one font file from another by its first bytes."""
    return zlib.crc32(data)
