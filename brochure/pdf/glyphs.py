"""The fonts inside the file: one Type 0 font a weight, cut to the glyphs the pages use, every text readable again.

Glyphs keep their numbers, so a page drawn for one brochure can go into the next one as it is. The outlines are copied
as slices of the font file; nothing is parsed but composite glyphs.
"""

import struct
import zlib
from array import array
from collections.abc import Iterable
from functools import lru_cache
from sys import byteorder
from typing import Any, Final

from brochure.typeface import LONG_DASH, MEANING, Typeface

LEVEL: Final = 5
"""How hard streams are compressed: 9 makes a file 1 % smaller and takes three times as long."""

_SMALL: Final = ("head", "hhea", "maxp")


def add_font(document: Any, face: Typeface, used: Iterable[str], *, silent: Iterable[str] = ()) -> dict[str, Any]:
    """Put one weight into a document and return what a page's resources name.

    Args:
        document: A reportlab ``PDFDocument`` that is about to be saved.
        face: The weight.
        used: Every character the pages set in it.
        silent: Characters set once more under a text as its halo; their copy is read as spaces.

    Returns:
        ``{"F400": reference}``, and ``"H400"`` beside it when there are silent characters.
    """
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

    header, weight = face.header, face.weight
    quiet = set(silent)
    wanted = set(used) | quiet
    if "—" in wanted:
        wanted.add(LONG_DASH)
    characters = sorted(wanted & face.cids.keys())
    cids = {face.cids[char]: char for char in characters}
    glyphs = {face.glyph_of(cid) for cid in cids} | {0}
    name = PDFName(_tag(characters) + "+" + header["name"])
    left, bottom, right, top = header["box"]
    descriptor = PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": 4,
            "FontBBox": PDFArray([left, bottom, right, top]),
            "ItalicAngle": 0,
            "Ascent": header["ascent"],
            "Descent": header["descent"],
            "CapHeight": header["cap_height"],
            "StemV": {400: 80, 500: 100, 700: 140}[weight],
            "FontFile2": document.Reference(_stream(_font_file(face, glyphs))),
        }
    )
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
            "FontDescriptor": document.Reference(descriptor),
            "DW": 1000,
            "W": _widths(face, cids),
            "CIDToGIDMap": _glyph_map(document, face, cids),
        }
    )
    parts = PDFArray([document.Reference(descendant)])
    meanings = {cid: MEANING.get(char, char) for cid, char in cids.items()}
    faces = {f"F{weight}": meanings}
    if quiet:
        faces[f"H{weight}"] = {face.cids[char]: " " for char in characters}
    return {
        label: document.Reference(
            PDFDictionary(
                {
                    "Type": PDFName("Font"),
                    "Subtype": PDFName("Type0"),
                    "BaseFont": name,
                    "Encoding": PDFName("Identity-H"),
                    "DescendantFonts": parts,
                    "ToUnicode": document.Reference(_stream(_to_unicode(meaning), raw_length=False)),
                }
            )
        )
        for label, meaning in faces.items()
    }


def stream(content: bytes) -> Any:
    """Return a compressed stream object."""
    return _stream(content, raw_length=False)


def _stream(content: bytes, raw_length: bool = True) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

    entries: dict[str, Any] = {"Filter": PDFName("FlateDecode")}
    if raw_length:
        entries["Length1"] = len(content)
    return PDFStream(PDFDictionary(entries), compressed(content))


@lru_cache(maxsize=96)  # in a batch most pages and fonts are those of the brochure before
def compressed(content: bytes) -> bytes:
    """Return the inside of a compressed stream, remembered."""
    return zlib.compress(content, LEVEL)


def _tag(characters: Iterable[str]) -> str:
    """Return six capitals that differ between subsets, as the format asks."""
    number = zlib.crc32("".join(characters).encode())
    letters = []
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(65 + letter))
    return "".join(letters)


def _widths(face: Typeface, cids: dict[int, str]) -> str:
    """Return the ``W`` array: runs of neighbouring codes, the full square (1000) left out."""
    parts: list[str] = []
    last = -2
    for cid in sorted(cids):
        width = face.advances[cids[cid]]
        if width == 1000:
            continue
        if cid != last + 1:
            parts.append(f"{']' if parts else ''}{cid} [")
        parts.append(f"{width} ")
        last = cid
    return "[" + "".join(parts) + ("]]" if parts else "]")


def _glyph_map(document: Any, face: Typeface, cids: dict[int, str]) -> Any:
    glyphs = face.header["glyphs"]
    if not cids or max(cids) < glyphs:
        return "/Identity"
    table = array("H", bytes(2 * (max(cids) + 1)))
    for cid in cids:
        table[cid] = face.glyph_of(cid)
    if byteorder == "little":
        table.byteswap()
    return document.Reference(_stream(table.tobytes(), raw_length=False))


def _to_unicode(meanings: dict[int, str]) -> bytes:
    """Return the map from codes to characters, in blocks of a hundred as the format asks."""
    lines = [f"<{cid:04x}><{char.encode('utf-16-be').hex()}>" for cid, char in sorted(meanings.items())]
    blocks = []
    for start in range(0, len(lines), 100):
        block = lines[start : start + 100]
        blocks.append(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n"
        + "".join(blocks)
        + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")


def _font_file(face: Typeface, glyphs: set[int]) -> bytes:
    """Return a TrueType file with the outlines of these glyphs and of the parts they are made of."""
    outlines: dict[int, bytes] = {}
    waiting = list(glyphs)
    while waiting:
        glyph = waiting.pop()
        if glyph not in outlines:
            outlines[glyph] = face.outline(glyph)
            waiting.extend(_parts(outlines[glyph]))
    count = max(outlines) + 1
    offsets = array("I", bytes(4 * (count + 1)))
    pieces: list[bytes] = []
    position = previous = 0
    for glyph in sorted(outlines):
        outline = outlines[glyph]
        if glyph >= previous:
            offsets[previous : glyph + 1] = array("I", [position]) * (glyph + 1 - previous)
        if len(outline) % 4:
            outline += bytes(4 - len(outline) % 4)
        pieces.append(outline)
        position += len(outline)
        previous = glyph + 1
    offsets[count] = position
    if byteorder == "little":
        offsets.byteswap()
    head, hhea, maxp = (bytearray(face.table(tag)) for tag in _SMALL)
    head[8:12] = bytes(4)  # a check sum of the whole file that no PDF reader reads
    struct.pack_into(">h", head, 50, 1)  # long offsets
    struct.pack_into(">H", hhea, 34, 1)  # one width for all: a PDF takes them from its own W array
    struct.pack_into(">H", maxp, 4, count)
    bearings = _bearings(outlines, count)
    return _pack(
        {
            "glyf": b"".join(pieces),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": bearings,
            "loca": offsets.tobytes(),
            "maxp": bytes(maxp),
        }
    )


def _bearings(outlines: dict[int, bytes], count: int) -> bytes:
    """Return a ``hmtx`` table whose left bearings agree with the outlines, or some readers would shift them."""
    table = array("h", bytes(2 * (count + 1)))
    for glyph, outline in outlines.items():
        if outline:
            table[glyph + 1] = int.from_bytes(outline[2:4], "big", signed=True)
    table[0] = 1000
    if byteorder == "little":
        table.byteswap()
    return table.tobytes()


def _parts(outline: bytes) -> list[int]:
    """Return the glyphs a composite glyph is made of."""
    found: list[int] = []
    if len(outline) < 10 or outline[0] < 0x80:  # the number of contours is negative for a composite
        return found
    position, flags = 10, 0x20
    while flags & 0x20:
        flags, glyph = struct.unpack_from(">HH", outline, position)
        found.append(glyph)
        position += 4 + (4 if flags & 1 else 2)
        position += 2 if flags & 8 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0
    return found


def _pack(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    head = [struct.pack(">IHHHH", 0x00010000, count, search, power, 16 * count - search)]
    body: list[bytes] = []
    position = 12 + 16 * count
    for tag in sorted(tables):
        data = tables[tag]
        padded = data + bytes(-len(data) % 4)
        head.append(struct.pack(">4sIII", tag.encode("ascii"), _sum(padded), position, len(data)))
        body.append(padded)
        position += len(padded)
    return b"".join(head + body)


def _sum(data: bytes) -> int:
    words = array("I", data)
    if byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
