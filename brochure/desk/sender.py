"""Who sends the brochure: fields and pictures, kept once in the person's own folder, and looked at before print."""

import contextlib
import functools
import hashlib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

import msgspec

from brochure.desk.change import load_settings, save_setting
from brochure.errors import GroundError, SettingsError
from brochure.maps.grounds.picture import ORIENTATION, opened, plain
from brochure.pdf.picture import Picture, read_picture
from brochure.pdf.sender import LEAST_DPI, Sender
from brochure.settings import Places
from brochure.store.whole_file import save_whole
from brochure.words import Text
from brochure.words import sender as say
from brochure.words.text import shown

if TYPE_CHECKING:
    from PIL import Image

Which = Literal["photo", "logo"]
FIELDS: Final = ("name", "role", "organisation", "phone", "email")
WHICH: Final[tuple[Which, ...]] = get_args(Which)
LONGEST: Final = 60
STRIP_PX: Final = 256
KEPT_PX: Final = 1600
"""The longer side of what is kept: over 600 dpi at every size it is printed."""
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_PHONE: Final = re.compile(r"[0-9+()\- ]{3,}", re.ASCII)
_FILE: Final = re.compile(r"(photo|logo)-[0-9a-f]{12}\.(jpg|png)")


class Taken(msgspec.Struct, frozen=True):
    """A picture as it is kept: how large it is, how fine in print, and whether that is enough."""

    width_px: int
    height_px: int
    dpi: int

    @property
    def is_fine(self) -> bool:
        return self.dpi >= LEAST_DPI

    def told(self) -> Text:
        """Return what is said of it."""
        return (say.FINE if self.is_fine else say.COARSE).fill(self.width_px, self.height_px, self.dpi)


def load_sender(places: Places) -> Sender:
    """Return who was set; a picture that cannot be read is left out, which ``lost_pictures`` tells."""
    made = load_settings(places)
    if not any(made[f"sender_{field}"] for field in (*FIELDS, *WHICH)):
        return Sender()
    photo, logo = (_load(places, made[f"sender_{which}"]) for which in WHICH)
    name, role, organisation, phone, email = (made[f"sender_{field}"] for field in FIELDS)
    return Sender(name, role, organisation, phone, email, photo, logo)


def lost_pictures(places: Places) -> tuple[Which, ...]:
    """Return the pictures that were set and cannot be read any more."""
    made = load_settings(places)
    return tuple(which for which in WHICH if made[f"sender_{which}"] and _load(places, made[f"sender_{which}"]) is None)


def save_field(places: Places, field: str, value: str) -> str:
    """Keep one field and return it as it is kept: trimmed.

    Raises:
        SettingsError: It is too long, of two lines, or no address or number; nothing was changed.
        StoreError: It could not be kept.
    """
    value = value.strip()
    if len(value) > LONGEST:
        raise SettingsError(say.TOO_LONG.fill(say.FIELDS[field], LONGEST))
    if "\n" in value or "\r" in value:
        raise SettingsError(say.ONE_LINE.fill(say.FIELDS[field]))
    if field == "email" and value and _EMAIL.fullmatch(value) is None:
        raise SettingsError(say.WRONG_EMAIL.fill(shown(value)))
    if field == "phone" and value and _PHONE.fullmatch(value) is None:
        raise SettingsError(say.WRONG_PHONE.fill(shown(value)))
    save_setting(places, f"sender_{field}", value)
    return value


def take_picture(places: Places, which: Which, path: Path) -> Taken:
    """Keep a picture as a file of our own: read by its content, turned upright, and written anew without remarks.

    Raises:
        SettingsError: It is no picture of the three kinds, too big, or cannot be kept; the one of before stays.
        StoreError: Its name could not be kept.
    """
    try:
        data, suffix = _written_anew(path)
    except GroundError as error:
        raise SettingsError(error.message) from error
    name = f"{which}-{hashlib.sha256(data).hexdigest()[:12]}{suffix}"
    try:
        places.pictures.mkdir(parents=True, exist_ok=True)
        save_whole(places.pictures / name, data)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise SettingsError(say.PICTURE_NOT_KEPT.fill(say.PICTURES[which], places.pictures.name, why)) from error
    save_setting(places, f"sender_{which}", name)
    _sweep(places, which, keep=name)
    picture = read_picture(data)
    return look(Sender(photo=picture) if which == "photo" else Sender(logo=picture), which)


def drop_picture(places: Places, which: Which) -> None:
    """Print it no longer, and delete our copy of it.

    Raises:
        StoreError: It could not be kept that there is none; the picture stays.
    """
    save_setting(places, f"sender_{which}", "")
    _sweep(places, which, keep="")


def look(sender: Sender, which: Which) -> Taken:
    """Return how a picture of the sender will come out."""
    picture = sender.photo if which == "photo" else sender.logo
    assert picture is not None
    return Taken(picture.width_px, picture.height_px, round(sender.dpi()[which]))


def _written_anew(path: Path) -> tuple[bytes, str]:
    from PIL import Image, ImageOps

    from brochure.words import grounds

    try:
        with opened(path) as image:
            flat = image.format == "JPEG"
            if flat:
                image.draft("RGB", (KEPT_PX, KEPT_PX))  # a large photo is not unpacked whole
            image.load()
            way_up = image.getexif().get(ORIENTATION)
            turned = plain(_smaller(image), alpha=True)
            if isinstance(way_up, int):
                turned.getexif()[ORIENTATION] = way_up
                turned = plain(ImageOps.exif_transpose(turned), alpha=True)
            turned.thumbnail((KEPT_PX, KEPT_PX), Image.Resampling.LANCZOS)
            if turned.mode == "RGBA":
                ground = Image.new("RGB", turned.size, "white")  # paper
                ground.paste(turned, mask=turned.getchannel("A"))
                turned = ground
            out = io.BytesIO()
            turned.save(out, "JPEG" if flat else "PNG", **({"quality": 92} if flat else {}))
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise GroundError(grounds.NO_PICTURE.fill(path.name)) from error
    return out.getvalue(), ".jpg" if flat else ".png"


def _smaller(image: "Image.Image") -> "Image.Image":
    """Return a large picture in whole steps smaller, strip by strip: turned as a whole it would be held twice."""
    from PIL import Image

    times = max(image.size) // (2 * KEPT_PX)
    if times < 2:
        return image
    first = plain(image.crop((0, 0, image.width, STRIP_PX)), alpha=True).reduce(times)
    small = Image.new(first.mode, (first.width, -(-image.height // times)))
    step = STRIP_PX // times * times
    for y in range(0, image.height, step):
        strip = image.crop((0, y, image.width, min(y + step, image.height)))
        strip.info = dict(image.info)
        small.paste(plain(strip, alpha=True).convert(small.mode).reduce(times), (0, y // times))
    return small


def _load(places: Places, name: str) -> Picture | None:
    """Return a picture of ours by its name; a name that is none of ours is never opened."""
    if _FILE.fullmatch(name) is None:
        return None
    try:
        return _read(places.pictures / name, (places.pictures / name).stat().st_mtime_ns)
    except (OSError, ValueError, SyntaxError):
        return None


@functools.lru_cache(maxsize=8)
def _read(path: Path, _changed_ns: int) -> Picture:
    return read_picture(path.read_bytes())


def _sweep(places: Places, which: Which, keep: str) -> None:
    for path in places.pictures.glob(f"{which}-*"):
        if path.name != keep and _FILE.fullmatch(path.name):
            with contextlib.suppress(OSError):
                path.unlink()
