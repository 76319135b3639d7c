"""A picture with corners: read by what it is, not by its name, and written anew so that nothing travels along."""

import contextlib
import io
import math
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from brochure.errors import GroundError
from brochure.maps.grounds import checks
from brochure.model.ground import Bounds
from brochure.words import Text
from brochure.words import grounds as say
from brochure.words.text import shown

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS: Final = ("PNG", "JPEG", "WEBP")
MOST_PIXELS: Final = {"JPEG": 50_000_000, "PNG": 20_000_000, "WEBP": 9_000_000}
"""What can be unpacked within 250 MB: a JPEG is halved on the way, WebP is held four times over."""
MOST_BYTES: Final = 250 * 1024 * 1024
KEPT_PIXELS: Final = 25_000_000
"""What is kept has no more: unpacked it takes 100 MB of the page."""
ORIENTATION: Final = 0x0112
WIDEST: Final = 10.0
NARROWEST: Final = 0.0005
_NAME: Final = {"WEBP": "WebP"}
_WORLD: Final = {"PNG": ("pgw", "pngw"), "JPEG": ("jgw", "jpgw", "jpegw"), "WEBP": ("wpw", "webpw")}
_SUFFIX: Final = {"PNG": ".png", "JPEG": ".jpg", "WEBP": ".webp"}


class World(msgspec.Struct, frozen=True):
    """A world file next to a picture, with the edges it gives."""

    name: str
    bounds: Bounds


class Kept(msgspec.Struct, frozen=True):
    """A picture as it is kept: its bytes and the ending of its name."""

    data: bytes
    suffix: str


def look_at_picture(path: Path) -> World | None:
    """Look at the head of a picture, and return the edges a world file next to it gives.

    Raises:
        GroundError: It is no picture, too big, or its world file is not usable.
    """
    with opened(path) as image:
        size, kind = image.size, str(image.format)
    world = _world_file(path, kind)
    return None if world is None else World(world.name, _world_bounds(world, size))


def read_picture(path: Path, *, turn: bool) -> Kept:
    """Return a picture written anew: the same pixels, no remarks, no place, no camera.

    Args:
        path: Where it lies.
        turn: Whether to turn it as its camera says; edges of a world file are those of the pixels as they lie.

    Raises:
        GroundError: It is no whole picture, or too big.
    """
    from PIL import Image, ImageOps

    with opened(path) as image:
        kind = str(image.format)
        try:
            if image.width * image.height > KEPT_PIXELS:
                image.draft(None, (image.width // 2, image.height // 2))  # unpacked at half its size, by the format
            image.load()
            if turn and image.getexif().get(ORIENTATION, 1) != 1:
                image = ImageOps.exif_transpose(image)
            image = plain(image, alpha=kind != "JPEG")
            out = io.BytesIO()
            image.save(out, kind, **({} if kind == "PNG" else {"quality": 92}))
        except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
            raise GroundError(say.NO_PICTURE.fill(path.name)) from error
    return Kept(out.getvalue(), _SUFFIX[kind])


def parse_corners(words: Sequence[str]) -> Bounds:
    """Return four edges as typed: west, south, east, north.

    Raises:
        GroundError: One of them is no number; it says which.
    """
    values = []
    for label, word in zip((say.WEST, say.SOUTH, say.EAST, say.NORTH), words, strict=True):
        try:
            value = float(word.strip().rstrip("°"))
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise GroundError(say.CORNER_NO_NUMBER.fill(label, shown(word)))
        values.append(value)
    west, south, east, north = values
    return west, south, east, north


def check_corners(name: str, corners: Bounds) -> None:
    """Refuse edges that are swapped, equal, no degrees, too wide to fit, or nowhere near the park."""
    west, south, east, north = corners
    if not (
        all(map(math.isfinite, corners)) and max(abs(west), abs(east)) <= 180 and max(abs(south), abs(north)) <= 85
    ):
        raise GroundError(say.CORNERS_OFF.fill(name))
    if west >= east or south >= north:
        raise GroundError(say.CORNERS_SWAPPED.fill(name, *(f"{end:g}" for end in corners[::2] + corners[1::2])))
    wide, narrow = max(east - west, north - south), min(east - west, north - south)
    if wide > WIDEST:
        raise GroundError(say.CORNERS_WIDE.fill(name, f"{wide:.1f}", f"{WIDEST:g}"))
    if narrow < NARROWEST:
        raise GroundError(say.CORNERS_TINY.fill(name, f"{narrow:.6f}"))
    if checks.overlap(corners, checks.REGION) is None:
        region = checks.REGION
        raise GroundError(say.ELSEWHERE.fill(name, region[0], region[2], region[1], region[3]))


@contextlib.contextmanager
def opened(path: Path):  # type: ignore[no-untyped-def]  # a generator of images
    """Open a picture by its content: three formats, no other programs, no bombs."""
    from PIL import Image, UnidentifiedImageError

    if path.stat().st_size > MOST_BYTES:
        raise GroundError(say.FILE_TOO_BIG.fill(path.name))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is looked at below
            image = Image.open(path, formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise GroundError(say.PICTURE_TOO_BIG.fill(path.name, *_most("JPEG"))) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise GroundError(say.NO_PICTURE.fill(path.name)) from error
    with image:
        if image.width * image.height > MOST_PIXELS[str(image.format)]:
            raise GroundError(say.PICTURE_TOO_BIG.fill(path.name, *_most(str(image.format))))
        yield image


def _most(kind: str) -> tuple[Text, str]:
    """Return how many pixels a picture of a kind may have, in words, and its name."""
    millions = MOST_PIXELS[kind] // 1_000_000
    return Text(f"{millions * 100} 万", f"{millions} million"), _NAME.get(kind, kind)


def plain(image: "Image", *, alpha: bool) -> "Image":
    """Return the picture in plain colours, without anything that was written beside its pixels."""
    if image.mode.startswith("I"):  # sixteen bits of grey
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    clear = image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info
    wanted = "RGBA" if clear and alpha else "RGB"
    if image.mode != wanted or "transparency" in image.info:
        image = image.convert(wanted)
    image.info = {}
    return image


def _world_file(path: Path, kind: str) -> Path | None:
    try:
        beside = {each.name.lower(): each for each in path.parent.iterdir() if each.stem == path.stem}
    except OSError:
        return None
    return next(
        (beside[name] for end in (*_WORLD[kind], "wld") if (name := f"{path.stem}.{end}".lower()) in beside), None
    )


def _world_bounds(file: Path, size: tuple[int, int]) -> Bounds:
    """Return the edges of a picture: six lines tell the steps with their turns, then the middle of the first pixel."""
    try:
        with file.open("rb") as stream:
            words = stream.read(2000).decode("ascii").replace(",", ".").split()
        step_x, turn_y, turn_x, step_y, left, top = map(float, words)
    except (OSError, ValueError):
        raise GroundError(say.WORLD_FILE_BAD.fill(file.name)) from None
    if not all(map(math.isfinite, (step_x, turn_y, turn_x, step_y, left, top))) or not step_x or not step_y:
        raise GroundError(say.WORLD_FILE_BAD.fill(file.name))
    if max(abs(turn_x), abs(turn_y)) > 1e-9 or step_x < 0 or step_y > 0:
        raise GroundError(say.WORLD_FILE_TURNED.fill(file.name))
    west, north = left - step_x / 2, top - step_y / 2
    bounds = (west, north + step_y * size[1], west + step_x * size[0], north)
    if max(map(abs, bounds)) > 180:
        raise GroundError(say.WORLD_FILE_METRES.fill(file.name))
    return bounds
