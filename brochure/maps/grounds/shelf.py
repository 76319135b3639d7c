"""The base maps that can be shown, open for reading: a tile in a moment, from memory where it was asked before."""

from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from brochure.errors import GroundError
from brochure.maps.grounds import checks
from brochure.maps.grounds.checks import Pack
from brochure.maps.grounds.opening import open_pack
from brochure.model.ground import Ground
from brochure.words import Text

MEMORY: Final = 16 * 1024 * 1024
BLANK: Final = (
    "image/png",
    bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000b4944415478da636000020000050001e9fadcd80000000049454e44ae426082"
    ),
)
"""One clear pixel: a pack has holes, and a hole is no error."""


class Shelf:
    """Opened on one thread, asked from another; never from two at once."""

    def __init__(self, grounds: Iterable[Ground] = (), pictures: Path | None = None) -> None:
        self._packs: dict[int, Pack] = {}
        self._pictures: dict[int, Path] = {}
        self._kept: OrderedDict[tuple[int, int, int, int], tuple[str, bytes]] = OrderedDict()
        self._bytes = 0
        self.problems: dict[int, Text] = {}
        for ground in grounds:
            if ground.kind == "picture":
                assert pictures is not None
                self._pictures[ground.id] = pictures / ground.path
                continue
            try:
                self._packs[ground.id] = open_pack(Path(ground.path))
            except GroundError as error:
                self.problems[ground.id] = error.message

    def __del__(self) -> None:
        self.close()  # one that reached nobody any more

    def find(self, name: str) -> tuple[str, bytes] | None:
        """Return type and bytes of ``<id>/picture`` or ``<id>/<z>/<x>/<y>``; None where no such map is open."""
        parts = name.split("/")
        if not all(part.isdecimal() and len(part) < 9 for part in (parts[:1] if parts[1:] == ["picture"] else parts)):
            return None
        if parts[1:] == ["picture"]:
            return self._picture(int(parts[0]))
        return self._tile(*map(int, parts)) if len(parts) == 4 else None

    def close(self) -> None:
        """Let go of every file; what is asked afterwards finds nothing."""
        for pack in self._packs.values():
            pack.close()
        self._packs.clear()
        self._pictures.clear()
        self._kept.clear()

    def _tile(self, ground: int, z: int, x: int, y: int) -> tuple[str, bytes] | None:
        pack, key = self._packs.get(ground), (ground, z, x, y)
        if pack is None:
            return None
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        data = pack.tile(z, x, y)
        if data is None or not checks.is_good_tile(data):
            return BLANK
        answer = (checks.picture_type(data) or "", data)
        self._kept[key] = answer
        self._bytes += len(data)
        while self._bytes > MEMORY:
            self._bytes -= len(self._kept.popitem(last=False)[1][1])
        return answer

    def _picture(self, ground: int) -> tuple[str, bytes] | None:
        path = self._pictures.get(ground)
        try:
            data = b"" if path is None else path.read_bytes()
        except OSError:
            return None
        kind = checks.picture_type(data)
        return None if kind is None else (kind, data)
