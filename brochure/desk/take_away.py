"""The map that leaves the window: a page for a stick, one drawing, a sheet of A3; whole, or not there at all."""

import datetime
import errno
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from brochure.charts.svg import Cover, to_svg
from brochure.desk.browse import distances_of
from brochure.desk.map_cards import Printable, build_cards
from brochure.desk.tailor import ONE_AT_A_TIME, setter_of
from brochure.errors import NotFoundError, RenderError
from brochure.fonts import WEIGHTS, FontFiles, ensure_fonts, missing_characters
from brochure.fonts.excerpt import build_excerpt, data_address
from brochure.maps.layers import credits_for
from brochure.maps.poster import build_poster, words_of
from brochure.maps.review import KEYS, review_line
from brochure.maps.shell import shell_folder
from brochure.maps.takeaway import Contents, build_page, written_in
from brochure.model.geometry import Feature, MapScale
from brochure.pdf.map_sheet import compose_sheet
from brochure.pdf.recipe import Recipe
from brochure.settings import Places, shared_fonts
from brochure.store.library import Library
from brochure.store.whole_file import save_whole
from brochure.words import Lang, Text
from brochure.words import brochure as book_say
from brochure.words import takeaway as say
from brochure.words.dates import say_date
from brochure.words.page import furniture


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for: language, the day it is made on, the thing it is about, and for a drawing its scale."""

    on: datetime.date
    lang: Lang = "zh"
    selected: str | None = None
    scale: MapScale | None = None


class TakenMap(msgspec.Struct, frozen=True):
    """A map that was written; ``left_out`` names what had to stay at home."""

    path: Path
    size: int
    sha256: str
    left_out: tuple[Text, ...]


def take_map(
    library: Library, out: Path, places: Places, order: Order, settings: Mapping[str, str] | None = None
) -> TakenMap:
    """Write the map; the ending of the name says as what: ``.html``, ``.svg`` or ``.pdf``.

    Args:
        library: The content.
        out: Where to; an existing file is replaced when the new one is whole.
        places: The writable folders, for fonts and the empty page.
        order: What was asked for.
        settings: Review number, maker and date of the map, where the office has set them.

    Raises:
        NotFoundError: The thing it is to be about is not on the map.
        RenderError: The ending is another, the folder is not there or cannot be written, or a package is missing.
    """
    make = _MAKERS.get(out.suffix.lower())
    if make is None:
        raise RenderError(say.WRONG_SUFFIX.fill(out.name))
    if order.scale is not None and make is not _drawing:
        raise RenderError(say.NOT_FOR.fill("--scale", out.suffix.lower().removeprefix("."), "svg"))
    if not out.parent.is_dir():
        raise RenderError(say.NO_FOLDER.fill(out.parent))
    printable = Printable(library, order.on)
    with ONE_AT_A_TIME:
        data = make(library, printable, places, order, settings or {})
    try:
        save_whole(out, data)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise RenderError(book_say.DISK_FULL.fill(out.parent, len(data) // 1024 + 1)) from error
        raise RenderError(say.NOT_WRITABLE.fill(out, error.strerror or type(error).__name__)) from error
    left_out = tuple(feature.name for feature in printable.held_back)
    return TakenMap(out, len(data), hashlib.sha256(data).hexdigest(), left_out)


def _page(library: Library, printable: Printable, places: Places, order: Order, settings: Mapping[str, str]) -> bytes:
    chosen = _chosen(printable, order)
    cards = build_cards(printable)
    exported = say.EXPORTED.fill(say_date(order.on.isoformat()))
    contents = Contents(
        features=printable.features,
        cards=cards,
        review=review_line(settings),
        distances=distances_of(printable),
        foot=(*_age(library), exported, *credits_for(printable.features)),
        lang=order.lang,
        start=next((card.link for card in cards if chosen and chosen.id == card.id), None),
    )
    files = _fonts(library, places, settings)
    written = written_in(contents)
    fonts: dict[int, bytes] = {weight: build_excerpt(files, weight, written) for weight in WEIGHTS}
    return build_page(contents, fonts, shell_folder(places.map_shell))


def _drawing(
    library: Library, printable: Printable, places: Places, order: Order, settings: Mapping[str, str]
) -> bytes:
    chosen = _chosen(printable, order)
    drawing = build_poster(
        printable.features,
        settings,
        lang=order.lang,
        scale=order.scale or "park",
        selected=chosen.id if chosen else None,
        dated=_age(library),
    )
    files = _fonts(library, places, settings)
    words = words_of(drawing)
    fonts: dict[int, str] = {
        weight: data_address(build_excerpt(files, weight, words[weight])) for weight in WEIGHTS if weight in words
    }
    zones = sum(1 for each in printable.features if each.kind in ("zone", "park_outline", "site"))
    stages = sum(1 for each in printable.features if each.kind == "incubator")
    told = say.DESCRIPTION.fill(zones, stages)
    lang = "zh-CN" if order.lang == "zh" else "en"
    cover = Cover(say.TITLE.to(order.lang), told.to(order.lang), lang, fonts)
    return to_svg(drawing, cover).encode()


def _sheet(library: Library, printable: Printable, places: Places, order: Order, settings: Mapping[str, str]) -> bytes:
    chosen = _chosen(printable, order)
    recipe = Recipe(lang=order.lang, on=order.on)
    files = _fonts(library, places, settings)
    _stop_at_empty_squares(library, printable, files, settings)
    made = compose_sheet(
        library,
        printable.features,
        recipe,
        setter_of(files),
        settings,
        left_out=printable.stopped,
        selected=chosen.id if chosen else None,
    )
    made.book.save()
    return made.out.getvalue()


_MAKERS: dict[str, Callable[[Library, Printable, Places, Order, Mapping[str, str]], bytes]] = {
    ".html": _page,
    ".svg": _drawing,
    ".pdf": _sheet,
}


def _fonts(library: Library, places: Places, settings: Mapping[str, str]) -> FontFiles:
    """Return fonts that have what the content and the office's own line need."""
    typed = {char for key in KEYS for char in settings.get(key, "")}
    return ensure_fonts(places.fonts, shared_fonts(), library.characters | typed)


def _stop_at_empty_squares(
    library: Library, printable: Printable, files: FontFiles, settings: Mapping[str, str]
) -> None:
    """Refuse a sheet on which a character would be an empty square; page and drawing have the reader's own fonts."""
    names = [feature.short or feature.name for feature in printable.features]
    places = [
        text for place in library.records("places") for text in (place.name, getattr(place, "road", None)) if text
    ]
    written = [side for text in (*names, *places) for side in (text.zh, text.en)]
    lacking = missing_characters("".join((*written, *(settings.get(key, "") for key in KEYS))), files)
    if lacking:
        shown = " ".join(char if char.isprintable() else "□" for char in lacking)
        raise RenderError(book_say.MISSING_GLYPH.fill(shown, ", ".join(f"U+{ord(char):04X}" for char in lacking)))


def _age(library: Library) -> tuple[Text, Text]:
    """Return up to which day the content goes, and its version."""
    return (
        furniture.DATA_TO.fill(say_date(library.content_date)),
        furniture.VERSION.fill(library.content_version),
    )


def _chosen(printable: Printable, order: Order) -> Feature | None:
    """Return the thing the map is to be about, by its own id or that of its record."""
    if order.selected is None:
        return None
    for feature in printable.features:
        if order.selected in (feature.id, feature.record):
            return feature
    known = [id for feature in printable.features for id in (feature.id, feature.record) if id]
    raise NotFoundError(say.FEATURE, order.selected, known)
