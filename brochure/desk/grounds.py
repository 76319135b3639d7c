"""Base maps of one's own: take one in, order, show and hide, let go. Each verb is done whole or not at all."""

import contextlib
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from brochure.errors import GroundError, NotFoundError
from brochure.maps.grounds import Found, Shelf, look_at
from brochure.maps.grounds.picture import check_corners, parse_corners, read_picture
from brochure.model.ground import Bounds, Ground
from brochure.settings import Places
from brochure.store.grounds import GroundStore
from brochure.store.whole_file import save_whole
from brochure.words import LANGS, Text
from brochure.words import grounds as say
from brochure.words.text import CONTROLS

__all__ = ["Found", "Listed", "Removed", "Shelf", "look_at", "parse_corners"]

MOST: Final = 12
"""Each one that is shown stays open and is drawn at every step of the map."""
WORDS_LENGTH: Final = 120


class Listed(msgspec.Struct, frozen=True):
    """A base map of the list, and why it is not shown at present, where there is a reason."""

    ground: Ground
    problem: Text | None = None


class Removed(msgspec.Struct, frozen=True):
    """What is needed to take a removal back; a picture's own copy waits in memory."""

    ground: Ground
    position: int
    data: bytes | None = None


def list_grounds(places: Places) -> tuple[Listed, ...]:
    """Return the base maps, the one on top first; a file that is gone or changed since is told, not raised.

    Raises:
        StoreError: The list cannot be read.
    """
    return tuple(Listed(ground, _problem(ground, places)) for ground in GroundStore(places.user_db).grounds())


def open_shelf(places: Places) -> tuple[tuple[Listed, ...], Shelf]:
    """Return the list, and those of it that are shown and sound, open for reading; the caller closes the shelf.

    Raises:
        StoreError: The list cannot be read.
    """
    listed = list_grounds(places)
    shelf = Shelf((each.ground for each in listed if each.ground.visible and each.problem is None), places.grounds)
    told = [
        msgspec.structs.replace(each, problem=say.UNREADABLE_NOW.fill(each.ground.name, shelf.problems[each.ground.id]))
        if each.ground.id in shelf.problems
        else each
        for each in listed
    ]
    return tuple(told), shelf


def add_ground(
    places: Places,
    path: Path,
    *,
    datum: str = "wgs84",
    corners: Bounds | None = None,
    review_number: str = "",
    maker: str = "",
    map_date: str = "",
) -> Ground:
    """Put a file on top of the base maps: of a picture the pixels are copied, a pack stays where it lies.

    Args:
        places: The writable folders.
        path: A tile pack or a picture.
        datum: ``wgs84`` (CGCS2000 too) or ``gcj02``, as the person says; ``bd09`` is refused in words.
        corners: West, south, east, north of a picture in degrees; without them a world file beside it must tell.
        review_number: The 审图号 as it is printed on the map; it is kept exactly as typed.
        maker: Who made the map.
        map_date: When it was made.

    Raises:
        GroundError: The file cannot be a base map; nothing was stored.
        StoreError: It could not be kept; the list is as it was.
    """
    if datum not in ("wgs84", "gcj02"):
        raise GroundError(say.BD09.fill(path.name))
    found, store = look_at(path), GroundStore(places.user_db)
    known = store.grounds()
    if len(known) >= MOST:
        raise GroundError(say.TOO_MANY.fill(MOST))
    ground = Ground(
        path=str(path.absolute()),
        kind=found.kind,
        name=found.name,
        attribution=found.attribution,
        bounds=found.bounds or (0.0, 0.0, 0.0, 0.0),
        min_zoom=found.min_zoom,
        max_zoom=found.max_zoom,
        datum=datum,  # type: ignore[arg-type]  # looked at above
        review_number=_typed(review_number),
        maker=_typed(maker),
        map_date=_typed(map_date),
        size=found.size,
        mtime_ns=found.mtime_ns,
    )
    if found.kind == "picture":
        return _add_picture(places, store, ground, path, corners or found.bounds, turn=corners is not None)
    if any(each.path == ground.path and each.kind != "picture" for each in known):
        raise GroundError(say.TWICE.fill(found.name))
    return msgspec.structs.replace(ground, id=store.save_ground(ground))


def remove_ground(places: Places, number: int) -> Removed:
    """Take a base map off the list; a picture's copy goes too, a pack's file is never touched.

    Raises:
        NotFoundError: There is none of that number.
        StoreError: It could not be kept; the list is as it was.
    """
    store = GroundStore(places.user_db)
    ground, position = _find(store, number)
    data = None
    if ground.kind == "picture":
        with contextlib.suppress(OSError):
            data = (places.grounds / ground.path).read_bytes()
    store.drop_ground(number)
    if ground.kind == "picture":
        with contextlib.suppress(OSError):
            (places.grounds / ground.path).unlink(missing_ok=True)
    return Removed(ground, position, data)


def put_back(places: Places, removed: Removed) -> None:
    """Take a removal back: the same base map at the same place of the order.

    Raises:
        GroundError: The picture cannot be written again.
        StoreError: It could not be kept; the list is as it was.
    """
    ground = removed.ground
    if removed.data is not None:
        about = _keep(places.grounds, ground.path, removed.data)
        ground = msgspec.structs.replace(ground, size=about[0], mtime_ns=about[1])
    GroundStore(places.user_db).save_ground(ground, removed.position)


def move_ground(places: Places, number: int, step: int) -> None:
    """Move a base map up (-1) or down (1) by one; at the end of the list nothing happens.

    Raises:
        NotFoundError: There is none of that number.
        StoreError: It could not be kept; the order is as it was.
    """
    store = GroundStore(places.user_db)
    _, position = _find(store, number)
    order = [ground.id for ground in store.grounds()]
    goal = max(0, min(len(order) - 1, position + step))
    order.insert(goal, order.pop(position))
    store.order_grounds(order)


def show_ground(places: Places, number: int, *, visible: bool) -> None:
    """Show or hide a base map.

    Raises:
        NotFoundError: There is none of that number.
        StoreError: It could not be kept.
    """
    store = GroundStore(places.user_db)
    _find(store, number)
    store.set_visible(number, visible=visible)


def set_opacity(places: Places, number: int, opacity: float) -> None:
    """Keep how strongly a base map is drawn, from 0.1 to 1.

    Raises:
        NotFoundError: There is none of that number.
        GroundError: It is a reviewed map, which is used unchanged.
        StoreError: It could not be kept.
    """
    store = GroundStore(places.user_db)
    ground, _ = _find(store, number)
    if ground.is_locked:
        raise GroundError(say.LOCKED_OPACITY.fill(ground.name))
    store.set_opacity(number, max(0.1, min(1.0, opacity)))


def describe(listed: Sequence[Listed]) -> list[dict[str, Any]]:
    """Return what the map page is told: those that are shown, the one on top first."""
    return [
        {
            "id": ground.id,
            "kind": ground.kind,
            "bounds": ground.bounds,
            "place": ground.place,
            "minZoom": ground.min_zoom,
            "maxZoom": ground.max_zoom,
            "opacity": 1.0 if ground.is_locked else ground.opacity,
            "heading": _both(say.CREDIT_GROUND),
            "credit": _both(credit(ground)),
        }
        for ground, problem in ((each.ground, each.problem) for each in listed)
        if ground.visible and problem is None
    ]


def credit(ground: Ground) -> Text:
    """Return whom to thank for a base map, with its review number exactly as it was typed."""
    told = [words for words in (ground.attribution or ground.name, ground.maker, ground.map_date) if words]
    number = say.CREDIT_REVIEW.fill(ground.review_number) if ground.review_number else None
    zh, en = ([*told, number.to(lang)] if number else told for lang in LANGS)
    return Text("，".join(zh), ", ".join(en))


def _both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _add_picture(
    places: Places, store: GroundStore, ground: Ground, path: Path, corners: Bounds | None, *, turn: bool
) -> Ground:
    if corners is None:
        raise GroundError(say.CORNERS_MISSING.fill(ground.name))
    check_corners(ground.name, corners)
    kept = read_picture(path, turn=turn)
    name = f"{hashlib.sha256(kept.data).hexdigest()[:20]}{kept.suffix}"
    if any(each.path == name for each in store.grounds()):
        raise GroundError(say.TWICE.fill(ground.name))
    size, mtime_ns = _keep(places.grounds, name, kept.data)
    ground = msgspec.structs.replace(ground, path=name, bounds=corners, size=size, mtime_ns=mtime_ns)
    try:
        return msgspec.structs.replace(ground, id=store.save_ground(ground))
    except BaseException:
        with contextlib.suppress(OSError):
            (places.grounds / name).unlink(missing_ok=True)
        raise


def _keep(folder: Path, name: str, data: bytes) -> tuple[int, int]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        save_whole(folder / name, data)
        about = (folder / name).stat()
    except OSError as error:
        raise GroundError(say.NOT_KEPT.fill(folder, error.strerror or type(error).__name__)) from error
    return about.st_size, about.st_mtime_ns


def _find(store: GroundStore, number: int) -> tuple[Ground, int]:
    grounds = store.grounds()
    for position, ground in enumerate(grounds):
        if ground.id == number:
            return ground, position
    raise NotFoundError(say.BASE_MAP, str(number), [str(ground.id) for ground in grounds])


def _problem(ground: Ground, places: Places) -> Text | None:
    try:
        about = (places.grounds / ground.path if ground.kind == "picture" else Path(ground.path)).stat()
    except (OSError, ValueError):
        return say.GONE.fill(ground.name)
    if (about.st_size, about.st_mtime_ns) != (ground.size, ground.mtime_ns):
        return say.CHANGED.fill(ground.name)
    return None


def _typed(words: str) -> str:
    return CONTROLS.sub(" ", words).strip()[:WORDS_LENGTH]
