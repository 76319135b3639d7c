"""The empty page of the map, made by folium once and kept: the map itself, its panes and its layers. No content.

folium takes what it is given for a template and for a program; so nothing that a person wrote goes through it. The
records reach the page as data, and the parts in ``assets/map`` draw them. Scripts and styles are moved out of the
page into files of their own, so that the page works where no inline script may run.
"""

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import Final

from brochure.maps import offline
from brochure.maps.looks import PANES
from brochure.resources import asset

PARTS: Final = ("map.html", "shell.js", "shell.css")
SCRIPTS: Final = (
    "park", "sheet", "brush", "marks", "painter", "names", "floats", "pills", "touch", "dots", "measure", "place",
    "links", "grounds", "page",
)  # fmt: skip
"""Our own parts of the page in ``assets/map``, in the order they are run; they travel as one script."""
HEART: Final = (36.6830, 101.7460)
"""Where the page opens before our script has found room: the middle of the park."""
MAP_NAME: Final = "map_park"
_LAYERS: Final = ("ground", "zones", "base", "chain", "access", "heights", "schools", "enterprises")
_STAMP: Final = "shell.stamp"


def shell_folder(cache: Path) -> Path:
    """Return the folder with a whole shell, made now if it is not there or is of an older program.

    Only the first call after an update imports folium; later ones read one small file.
    """
    stamp = cache / _STAMP
    try:
        if stamp.read_text("ascii") == _fingerprint() and all((cache / part).is_file() for part in PARTS):
            return cache
    except (OSError, UnicodeDecodeError):
        pass
    build_shell(cache)
    return cache


def build_shell(folder: Path) -> None:
    """Write the page and its script and style into a folder; the stamp comes last, each file whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    html, script, style = render_shell()
    for name, text in zip(PARTS, (html, script, style), strict=True):
        _write_whole(folder / name, text)
    _write_whole(folder / _STAMP, _fingerprint())


def page_script(*more: str) -> bytes:
    """Return our own script of the page: all its parts, and others of ``assets/map`` before the last one starts it."""
    names = (*SCRIPTS[:-1], *more, SCRIPTS[-1])
    return b"\n".join(asset(f"map/{name}.js").read_bytes() for name in names)


def render_shell() -> tuple[str, str, str]:
    """Return page, script and style of the empty map."""
    import folium

    class ParkMap(folium.Map):
        """A map whose scripts come from this machine; folium's own list holds ten addresses."""

        default_js = [("leaflet", offline.LEAFLET_JS), ("qwc", offline.CHANNEL_JS)]  # noqa: RUF012
        default_css = [("leaflet_css", offline.LEAFLET_CSS)]  # noqa: RUF012

    page = ParkMap(
        location=HEART,
        tiles=None,
        zoom_start=14,
        min_zoom=10,
        max_zoom=17,
        zoom_control=False,
        attributionControl=False,
        zoomSnap=0.25,
        zoomDelta=0.5,
        wheelPxPerZoomLevel=140,
        maxBounds=[[36.15, 100.95], [37.25, 102.6]],
        maxBoundsViscosity=0.8,
        minZoom=10,
        maxZoom=17,
        prefer_canvas=True,
    )
    page._id = "park"
    for order, pane in enumerate(PANES):
        drawn = folium.map.CustomPane(f"park-{pane}", z_index=400 + order * 10)
        drawn._id = pane
        drawn.add_to(page)
    for name in _LAYERS:
        layer = folium.FeatureGroup(name=name, control=False)
        layer._id = name
        layer.add_to(page)
    return _taken_apart(page.get_root())


def _taken_apart(figure: object) -> tuple[str, str, str]:
    figure.render()  # type: ignore[attr-defined]
    header, body, script = (getattr(figure, part).render() for part in ("header", "html", "script"))
    styles = re.findall(r"<style[^>]*>(.*?)</style>", header, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", header, re.DOTALL)
    header = re.sub(r"<style[^>]*>.*?</style>|<script>.*?</script>", "", header, flags=re.DOTALL)
    header = re.sub(r"<meta http-equiv[^>]*>", "", header)
    lines = [line.strip() for line in header.splitlines() if line.strip()]
    page = "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="zh">',
            "<head>",
            *lines,
            '<link rel="stylesheet" href="park://app/shell.css"/>',
            '<link rel="stylesheet" href="park://app/map.css"/>',
            "</head>",
            "<body>",
            *(line.strip() for line in body.splitlines() if line.strip()),
            '<script src="park://app/shell.js"></script>',
            '<script src="park://app/map.js"></script>',
            "</body>",
            "</html>",
            "",
        )
    )
    return page, "\n".join((*scripts, script)) + "\n", "\n".join(styles) + "\n"


def _fingerprint() -> str:
    import importlib.metadata

    source = Path(__file__).read_bytes() + "".join(PANES).encode()
    versions = [importlib.metadata.version(name) for name in ("folium", "branca")]
    return hashlib.sha256(source + repr(versions).encode()).hexdigest()[:16]


def _write_whole(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    Path(name).replace(path)
