"""One weight of the page's font as plain numbers: loaded in a few milliseconds, without a font library.

Beside each static font lies a file with everything a page needs to know about it: which character is which glyph, how
wide it is, which pairs are kerned and where each outline lies in the font file. It is written once, when the font is
cut, and is refused when it does not belong to the font beside it.
"""

import json
import mmap
import struct
import sys
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypedDict

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
        self.cids: dict[str, int] = dict(zip(map(chr, codes), cids, strict=True))
        self.advances: dict[str, int] = _Advances(self.cids, widths, header["missing_width"])
        """Width of each character, thousandths of an em."""
        self.codes: dict[str, str] = _Codes(self.cids)
        kerning = header["kerning"]
        self.kerning: dict[str, int] = dict(zip(kerning["pairs"], kerning["shifts"], strict=True))
        self._offsets = offsets
        self._words: dict[str, tuple[str, int]] = {}
        with font.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __contains__(self, char: str) -> bool:
        return char in self.cids

    def word(self, text: str) -> tuple[str, int]:
        """Return a text with its kerning as the inside of a PDF ``TJ`` array, and its width in thousandths of an em."""
        known = self._words.get(text)
        if known is None:
            if len(self._words) > 60_000:  # a long batch must not grow without end
                self._words.clear()
            known = self._words[text] = self._set(text)
        return known

    def width(self, text: str) -> int:
        """Return the width of a text with its kerning, thousandths of an em."""
        return self.word(text)[1]

    def _set(self, text: str) -> tuple[str, int]:
        codes, kerning = self.codes, self.kerning
        if "——" in text and LONG_DASH in self.cids:
            text = text.replace("——", LONG_DASH)
        width = sum(map(self.advances.__getitem__, text))
        inside = "<" + "".join(map(codes.__getitem__, text)) + ">"
        if len(text) > 1:
            shifts = [(at, kerning[pair]) for at in range(1, len(text)) if (pair := text[at - 1 : at + 1]) in kerning]
            for at, shift in reversed(shifts):
                cut = 1 + 4 * at
                inside = f"{inside[:cut]}>{-shift}<{inside[cut:]}"
                width += shift
        return inside, width

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


def metrics_path(font: Path) -> Path:
    """Return the place of the numbers that belong to a font file."""
    return font.with_suffix(".metrics")


def load_typeface(font: Path) -> Typeface | None:
    """Load one weight; None when a file is missing, cut short, or belongs to another font."""
    try:
        data = metrics_path(font).read_bytes()
        header, start = _header(data)
        with font.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(0)
            check = _checksum(file.read(4096))
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
        data = metrics_path(font).read_bytes()
        header, start = _header(data)
        codes = array("I")
        codes.frombytes(data[start : start + 4 * header["characters"]])
        if sys.byteorder == "big":
            codes.byteswap()
        return frozenset(map(chr, codes)) - MEANING.keys()
    except (OSError, ValueError, KeyError, struct.error):
        return frozenset()


def build_metrics(font: Path, family: str, weight: int) -> bytes:
    """Read a static font once with the font library and return the numbers to be kept beside it."""
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as face:
        order = {name: index for index, name in enumerate(face.getGlyphOrder())}
        widths = face["hmtx"].metrics
        names = {chr(code): name for code, name in face.getBestCmap().items()}
        narrow, wide_dash, long_dash = _other_forms(face, names)
        if "—" in names and wide_dash:
            narrow["—"], names["—"] = names["—"], wide_dash
        if long_dash:
            names[LONG_DASH] = long_dash
        names.update({NARROW[char]: name for char, name in narrow.items()})
        glyphs = face["maxp"].numGlyphs
        taken: set[int] = set()
        aliases: list[int] = []
        cids = []
        for char in sorted(names):
            glyph = order[names[char]]
            if glyph in taken:
                aliases.append(glyph)
                cids.append(glyphs + len(aliases) - 1)
            else:
                taken.add(glyph)
                cids.append(glyph)
        head, hhea, os2 = face["head"], face["hhea"], face["OS/2"]
        entries = face.reader.tables
        pairs = _kerning(face, names)
        whole = font.read_bytes()
        header: FaceHeader = {
            "family": family,
            "name": str(face["name"].getDebugName(6)),
            "weight": weight,
            "file_size": len(whole),
            "file_check": _checksum(whole[:4096]),
            "ascent": hhea.ascent,
            "descent": hhea.descent,
            "cap_height": os2.sCapHeight,
            "box": [head.xMin, head.yMin, head.xMax, head.yMax],
            "glyphs": glyphs,
            "missing_width": widths[".notdef"][0],
            "glyf_start": entries["glyf"].offset,
            "characters": len(names),
            "aliases": aliases,
            "kerning": {"pairs": list(pairs), "shifts": list(pairs.values())},
            "tables": {tag: [entries[tag].offset, entries[tag].length] for tag in ("head", "hhea", "maxp", "hmtx")},
        }
        if head.unitsPerEm != 1000:
            raise ValueError(f"a font of 1000 units an em is needed: {head.unitsPerEm=}")
        arrays = (
            array("I", sorted(map(ord, names))),
            array("H", cids),
            array("H", [widths[name][0] for name in order] + [widths[face.getGlyphName(g)][0] for g in aliases]),
            array("I", face["loca"]),
        )
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    for numbers in arrays:
        if sys.byteorder == "big":
            numbers.byteswap()
    return MAGIC + struct.pack("<I", len(text)) + text + b"".join(numbers.tobytes() for numbers in arrays)


def _header(data: bytes) -> tuple[FaceHeader, int]:
    start = len(MAGIC) + 4
    if data[: len(MAGIC)] != MAGIC:
        raise ValueError("not the numbers of a font")
    (length,) = struct.unpack("<I", data[len(MAGIC) : start])
    header: FaceHeader = json.loads(data[start : start + length])
    return header, start + length


def _layout(header: FaceHeader) -> tuple[tuple[str, int], ...]:
    count, glyphs = header["characters"], header["glyphs"]
    return ("I", count), ("H", count), ("H", glyphs + len(header["aliases"])), ("I", glyphs + 1)


def _checksum(data: bytes) -> int:
    import zlib

    return zlib.crc32(data)


def _other_forms(face: Any, names: Mapping[str, str]) -> tuple[dict[str, str], str | None, str | None]:
    """Return the narrow glyphs of the wide marks, the full-width dash, and two of those as one stroke."""
    table = face["GSUB"].table
    narrow: dict[str, str] = {}
    joined: dict[str, str] = {}
    wide_dash: str | None = None
    for record in table.FeatureList.FeatureRecord:
        for index in record.Feature.LookupListIndex:
            for outer in table.LookupList.Lookup[index].SubTable:
                subtable = getattr(outer, "ExtSubTable", outer)
                mapping = getattr(subtable, "mapping", {})
                if record.FeatureTag == "locl":
                    wide_dash = wide_dash or mapping.get(names.get("—"))
                elif record.FeatureTag == "pwid":
                    narrow.update({c: mapping[names[c]] for c in NARROW if names.get(c) in mapping})
                elif record.FeatureTag == "ccmp":
                    for first, ligatures in getattr(subtable, "ligatures", {}).items():
                        joined.update({first: lig.LigGlyph for lig in ligatures if lig.Component == [first]})
    return narrow, wide_dash, joined.get(wide_dash) if wide_dash else None


def _kerning(face: Any, names: Mapping[str, str]) -> dict[str, int]:
    """Return the kerned pairs of Latin letters; figures stay apart so that columns of them line up."""
    table = face["GPOS"].table
    letters = {c: n for c, n in names.items() if (c <= "\u017f" and not c.isdigit()) or c in MEANING}
    lookups = {i for r in table.FeatureList.FeatureRecord if r.FeatureTag == "kern" for i in r.Feature.LookupListIndex}
    found: dict[str, int] = {}
    for index in sorted(lookups):
        for outer in table.LookupList.Lookup[index].SubTable:
            subtable = getattr(outer, "ExtSubTable", outer)
            for first, first_name in letters.items():
                if first_name in subtable.Coverage.glyphs:
                    for second, shift in _pairs(subtable, first_name, letters):
                        found.setdefault(first + second, shift)
    return {pair: shift for pair, shift in sorted(found.items()) if shift}


def _pairs(subtable: Any, first: str, letters: Mapping[str, str]) -> Iterable[tuple[str, int]]:
    if subtable.Format == 1:
        records = subtable.PairSet[subtable.Coverage.glyphs.index(first)].PairValueRecord
        values = {record.SecondGlyph: record.Value1 for record in records}
        return [(c, values[n].XAdvance) for c, n in letters.items() if n in values]
    row = subtable.Class1Record[subtable.ClassDef1.classDefs.get(first, 0)].Class2Record
    classes = subtable.ClassDef2.classDefs
    return [(c, getattr(row[classes.get(n, 0)].Value1, "XAdvance", 0)) for c, n in letters.items()]
