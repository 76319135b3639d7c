"""Survey a static font once, with the font library, and write down the numbers a page needs.

``typeface`` reads them; here is what they are made from: character map, widths, outlines, kerning, other forms.
"""

import json
import struct
import sys
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from brochure.typeface import LONG_DASH, MAGIC, MEANING, NARROW, FaceHeader, checksum


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
            "file_check": checksum(whole[:4096]),
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
                        twice = [ligature.LigGlyph for ligature in ligatures if ligature.Component == [first]]
                        joined.update(dict.fromkeys([first], twice[0]) if twice else {})
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
