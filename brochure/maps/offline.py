"""Where the scripts of the map come from: packages on this machine, never an address."""

import importlib.util
import re
from pathlib import Path
from typing import Final

LEAFLET_JS: Final = "park://lib/leaflet/leaflet.js"
LEAFLET_CSS: Final = "park://lib/leaflet/leaflet.css"
CHANNEL_JS: Final = "park://lib/qt/qwebchannel.js"
"""Served by the window itself: it lies inside Qt."""

_ROOTS: Final = {"leaflet": ("js_lib_leaflet", "static/js_lib_leaflet"), "jquery": ("xstatic.pkg.jquery", "data")}
_SAFE: Final = re.compile(r"\w[\w.-]*(/\w[\w.-]*)*", re.ASCII)


def library_file(library: str, name: str) -> Path | None:
    """Return the file of a packaged script library, or None when there is no such file.

    Args:
        library: ``leaflet`` or ``jquery``.
        name: Path below the library's folder; a name that climbs out of it finds nothing.
    """
    if library not in _ROOTS or not _SAFE.fullmatch(name) or ".." in name:
        return None
    package, folder = _ROOTS[library]
    for root in _package_folders(package):
        path = root / folder / name
        if path.is_file():
            return path
    return None


def _package_folders(package: str) -> tuple[Path, ...]:
    """Return where a package lies without importing it."""
    try:
        spec = importlib.util.find_spec(package)
    except ModuleNotFoundError:
        return ()
    return tuple(map(Path, spec.submodule_search_locations or ())) if spec else ()
