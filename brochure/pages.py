"""The pages of the window's map without a window: a ``park://`` address → its type and its bytes."""

import re
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit

from brochure.desk.change import load_settings
from brochure.fonts import find_fonts, variable_font
from brochure.maps.offline import library_file
from brochure.maps.review import review_line
from brochure.maps.sheet import build_sheet
from brochure.maps.shell import PARTS, page_script, shell_folder
from brochure.model.geometry import Feature
from brochure.model.kinds import Place
from brochure.model.record import Record
from brochure.resources import asset
from brochure.settings import Places, shared_fonts
from brochure.words import Text, maps

CSP: Final = (
    "default-src 'none'; script-src park:; style-src park:; img-src park: data:; font-src park:; connect-src park:"
)
"""The policy every page of ours is sent with: our own files and nothing inline."""
START: Final = "park://app/map.html"

_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
_SAFE: Final = re.compile(r"\w[\w.-]*(/\w[\w.-]*)*", re.ASCII)
_WEIGHTS: Final = {"regular.ttf": 400, "medium.ttf": 500, "bold.ttf": 700}

Answer = tuple[str, bytes]


class HasFeatures(Protocol):
    """The part of the library that is drawn."""

    @property
    def features(self) -> tuple[Feature, ...]: ...

    def records(self, kind: str) -> tuple[Record, ...]: ...


class Pages:
    """Answers the addresses of one library; made once for a window, and again when the content changes."""

    def __init__(self, library: HasFeatures, places: Places) -> None:
        self._library = library
        self._places = places
        self._sheet: bytes | None = None

    def find(self, url: str) -> Answer | None:
        """Return type and bytes of an address, or None where there is nothing.

        ``park://app/`` holds the page and its data, ``park://lib/`` packaged scripts, ``park://font/`` the fonts. A
        path that climbs out of its folder finds nothing, however it is written.
        """
        parts = urlsplit(url)
        name = unquote(parts.path).removeprefix("/")
        if parts.scheme != "park" or not _SAFE.fullmatch(name) or ".." in name:
            return None
        match parts.hostname:
            case "app":
                return self._app(name)
            case "lib":
                library, _, rest = name.partition("/")
                path = library_file(library, rest)
                return None if path is None else _read(path)
            case "font":
                path = self._font(name)
                return None if path is None else _read(path)
        return None

    def _app(self, name: str) -> Answer | None:
        if name == "content.json":
            if self._sheet is None:
                self._sheet = build_sheet(
                    self._library.features,
                    review=review_line(load_settings(self._places)),
                    distances=distances_of(self._library),
                )
            return _TYPES[".json"], self._sheet
        if name in PARTS:
            return _read(shell_folder(self._places.map_shell) / name)
        if name == "map.js":
            return _TYPES[".js"], page_script()
        if name == "map.css":
            return _TYPES[".css"], asset("map/map.css").read_bytes()
        return None

    def _font(self, name: str) -> Path | None:
        """Return a static weight where one has been cut; the variable font before that, and for what they lack."""
        if name == "variable.ttf":
            return variable_font()
        weight = _WEIGHTS.get(name)
        if weight is None:
            return None
        files = find_fonts((self._places.fonts, shared_fonts()))
        if files is None:
            return variable_font()
        return {400: files.regular, 500: files.medium, 700: files.bold}[weight]


def distances_of(library: HasFeatures) -> dict[str, Text]:
    """Return how far the drawn places are from the south gate, each with the kind of its distance, by feature."""
    places = [place for place in library.records("places") if isinstance(place, Place) and place.feature]
    return {
        str(place.feature): maps.FROM_GATE.fill(f"{place.km_from_gate:g}")
        for place in places
        if place.km_from_gate is not None
    }


def _read(path: Path) -> Answer | None:
    kind = _TYPES.get(path.suffix)
    return None if kind is None else (kind, path.read_bytes())
