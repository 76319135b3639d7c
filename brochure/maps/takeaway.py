"""The map as one page that opens from a stick: everything inside it, nothing asked of anybody.

The parts are those of the window's own map. Scripts and styles stand in the page and are allowed by their digests
alone; records travel as data, so that no name is ever read as markup. The page can load nothing: its policy names no
address.
"""

import base64
import hashlib
import html
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from brochure import tokens
from brochure.errors import RenderError
from brochure.maps.layers import layers_for
from brochure.maps.offline import library_file
from brochure.maps.sheet import build_sheet
from brochure.maps.shell import MAP_NAME, page_script
from brochure.model.geometry import Feature
from brochure.resources import asset
from brochure.words import Lang, Text
from brochure.words import takeaway as say

FAMILY: Final = "Park Sans SC"
ICONS: Final = (
    "search", "close", "chevron_up", "chevron_down", "moon", "sun", "plus", "minus", "pin", "map", "lotus",
    "chain", "road", "altitude", "school", "building", "measure",
)  # fmt: skip
SCRIPTS: Final = ("takeaway_pieces", "takeaway_search", "takeaway_card", "takeaway")
"""What the page has beyond the parts of the window's own map, in the order they are run; the last makes the room."""
_FACES: Final = re.compile(r"@font-face\s*\{[^}]*\}")
_PICTURES: Final = re.compile(r"(?:background(?:-image)?|behavior):\s*url\([^)]*\);?")
_SOURCE_MAP: Final = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_END: Final = re.compile(r"</(?=script|style)|<!--", re.IGNORECASE)


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What goes into the page beside the map itself."""

    features: Sequence[Feature]
    cards: Sequence[Any]
    """One for each thing, as ``desk.map_cards`` tells it."""
    review: Text
    distances: Mapping[str, Text] = {}
    """How far a thing is from the south gate, by its id."""
    foot: Sequence[Text]
    """Age of the content, version, day of export, credits."""
    lang: Lang = "zh"
    start: str | None = None
    """Link of the thing the page opens at."""


def written_in(contents: Contents) -> str:
    """Return every character the page may show, each once, so that a font can be cut to them."""
    texts = _document(contents) + _more(contents)
    return "".join(sorted({char for char in texts if char.isprintable()} | {"…"}))


def build_page(contents: Contents, fonts: Mapping[int, bytes], shell: Path) -> bytes:
    """Return the page as UTF-8.

    Args:
        contents: What it shows.
        fonts: A WOFF font for each weight.
        shell: The folder with the empty map.

    Raises:
        RenderError: The package that carries the map's script is not installed.
    """
    styles = "\n".join((_library("leaflet.css"), _read(shell / "shell.css"), _asset("map.css"), _asset("takeaway.css")))
    style = _faces(fonts) + _PICTURES.sub("", _FACES.sub("", styles))
    scripts = [_SOURCE_MAP.sub("", _library("leaflet.js")), _read(shell / "shell.js"), page_script(*SCRIPTS).decode()]
    scripts = [_tidy(script) for script in scripts]
    style = _tidy(style)
    policy = (
        f"default-src 'none'; script-src {' '.join(map(_digest, scripts))}; style-src {_digest(style)}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )
    title = say.TITLE.to(contents.lang)
    body = "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{contents.lang}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            '<link rel="icon" href="data:,">',
            f"<title>{html.escape(title)}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            f"<noscript><p>{html.escape(say.NO_SCRIPT.zh)}</p><p>{html.escape(say.NO_SCRIPT.en)}</p></noscript>",
            *(f'<template id="icon-{name}">{_icon(name)}</template>' for name in ICONS),
            '<section id="panel" class="float"></section>',
            '<div id="tools"></div>',
            '<section id="card" class="float" tabindex="-1" hidden></section>',
            f'<div class="folium-map" id="{MAP_NAME}"></div>',
            f'<script type="application/json" id="park-data">{_document(contents)}</script>',
            f'<script type="application/json" id="park-more">{_more(contents)}</script>',
            *(f"<script>{script}</script>" for script in scripts),
            "</body>",
            "</html>",
            "",
        )
    )
    return body.encode()


def _document(contents: Contents) -> str:
    return _quiet(build_sheet(contents.features, review=contents.review, distances=contents.distances))


def _more(contents: Contents) -> str:
    """Return what the page tells beside the map: cards, questions, words."""
    return _quiet(
        msgspec.json.encode(
            {
                "lang": contents.lang,
                "start": contents.start,
                "cards": contents.cards,
                "layers": layers_for(contents.features),
                "foot": contents.foot,
                "title": say.TITLE,
                "words": say.PAGE,
                "languages": say.OWN_NAMES,
                "shades": {"light": tokens.LIGHT, "dark": tokens.DARK},
            }
        )
    )


def _quiet(data: bytes) -> str:
    """Return JSON in which nothing can end the element it stands in, or be taken for markup."""
    text = data.decode().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _faces(fonts: Mapping[int, bytes]) -> str:
    return "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};'
        f'src:url("data:font/woff;base64,{base64.b64encode(font).decode("ascii")}") format("woff")}}\n'
        for weight, font in sorted(fonts.items())
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"


def _tidy(text: str) -> str:
    """Return a script or a style as the browser will read it, so that its digest is the one the browser works out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _END.search(text):
        raise ValueError("a script or style of ours would end its element")
    return text


def _icon(name: str) -> str:
    return asset(f"icons/{name}.svg").read_text("utf-8").strip()


def _asset(name: str) -> str:
    return asset(f"map/{name}").read_text("utf-8")


def _read(path: Path) -> str:
    return path.read_text("utf-8")


def _library(name: str) -> str:
    path = library_file("leaflet", name)
    if path is None:
        raise RenderError(say.NO_LEAFLET)
    return path.read_text("utf-8")
