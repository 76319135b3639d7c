"""The pages of the window's map without a window: a ``park://`` address → its type and its bytes."""

import hashlib
import re
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit

from brochure.desk.browse import distances_of
from brochure.desk.change import load_settings
from brochure.fonts import FontFiles, Weight, find_fonts, variable_font
from brochure.fonts.excerpt import build_excerpt
from brochure.maps.grounds import BLANK, Shelf
from brochure.maps.offline import library_file
from brochure.maps.review import review_line
from brochure.maps.sheet import build_sheet
from brochure.maps.shell import PARTS, page_script, shell_folder
from brochure.model.geometry import Feature
from brochure.model.record import Record
from brochure.resources import asset
from brochure.settings import Places, shared_fonts
from brochure.store.whole_file import save_whole

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
    ".woff": "font/woff",
}
_GROUND: Final = re.compile(r"ground/(\d{1,9}/(?:picture|\d{1,2}/\d{1,9}/\d{1,9}))", re.ASCII)
_SAFE: Final = re.compile(r"\w[\w.-]*(/\w[\w.-]*)*", re.ASCII)
_WEIGHTS: Final[dict[str, Weight]] = {"regular.ttf": 400, "medium.ttf": 500, "bold.ttf": 700}
_PLAIN: Final = bytes(range(32, 127))
WEIGHTS: Final = tuple(_WEIGHTS.values())

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
        self.shelf = Shelf()
        """The base maps that are shown; whoever opens another one hands it over here."""
        self._written: str | None = None

    def find(self, url: str) -> Answer | None:
        """Return type and bytes of an address, or None where there is nothing.

        ``park://app/`` holds the page and its data, ``park://lib/`` packaged scripts, ``park://font/`` the fonts. A
        path that climbs out of its folder finds nothing, however it is written. A tile that a base map does not have
        is a clear one: a hole is no error.
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

    def put_shelf(self, shelf: Shelf) -> None:
        """Answer from another shelf of base maps from now on, and close the one of before."""
        self.shelf.close()
        self.shelf = shelf

    def close(self) -> None:
        """Let go of the files that are held open."""
        self.shelf.close()

    def cut_fonts(self) -> None:
        """Cut the page's fonts to what the page writes, for the next time it opens: it waits longest for fonts.

        Takes a good half second, so it is done beside the window; what is there already is left as it is.
        """
        files = find_fonts((self._places.fonts, shared_fonts()))
        if files is None or self._excerpt(400) is not None:
            return
        characters = self._characters()
        folder = self._places.map_shell
        cut_before = sorted(folder.glob("font-*.woff"), key=lambda path: path.stat().st_mtime)
        for old in cut_before[: -len(WEIGHTS)]:  # those of the content before may be wanted again: a change is undone
            old.unlink(missing_ok=True)
        for weight in WEIGHTS:
            save_whole(folder / self._excerpt_name(files, weight), build_excerpt(files, weight, characters))

    def _content(self) -> bytes:
        if self._sheet is None:
            self._sheet = build_sheet(
                self._library.features,
                review=review_line(load_settings(self._places)),
                distances=distances_of(self._library),
            )
        return self._sheet

    def _characters(self) -> str:
        if self._written is None:
            others = self._content().translate(None, _PLAIN).decode()
            self._written = "".join(sorted({*others, *_PLAIN.decode()}))
        return self._written

    def _excerpt_name(self, files: FontFiles, weight: Weight) -> str:
        mark = hashlib.blake2b(f"{files.regular.parent.name}{self._characters()}".encode(), digest_size=6).hexdigest()
        return f"font-{mark}-{weight}.woff"

    def _excerpt(self, weight: Weight) -> Path | None:
        """Return the font cut to this page, where it was cut; the last weight is written last."""
        files = find_fonts((self._places.fonts, shared_fonts()))
        if files is None or not (self._places.map_shell / self._excerpt_name(files, WEIGHTS[-1])).is_file():
            return None
        return self._places.map_shell / self._excerpt_name(files, weight)

    def _app(self, name: str) -> Answer | None:
        ground = _GROUND.fullmatch(name)
        if ground is not None:
            return self.shelf.find(ground[1]) or BLANK
        if name == "content.json":
            return _TYPES[".json"], self._content()
        if name in PARTS:
            return _read(shell_folder(self._places.map_shell) / name)
        if name == "map.js":
            return _TYPES[".js"], page_script()
        if name == "map.css":
            return _TYPES[".css"], asset("map/map.css").read_bytes()
        return None

    def _font(self, name: str) -> Path | None:
        """Return a weight cut to the page, else a static one, else the variable font, which has what others lack."""
        if name == "variable.ttf":
            return variable_font()
        weight = _WEIGHTS.get(name)
        if weight is None:
            return None
        files = find_fonts((self._places.fonts, shared_fonts()))
        if files is None:
            return variable_font()
        return self._excerpt(weight) or files.path(weight)


def _read(path: Path) -> Answer | None:
    kind = _TYPES.get(path.suffix)
    return None if kind is None else (kind, path.read_bytes())
