"""A picture on a page: its bytes as a file holds them, and the one place where its colours are decided."""

import functools
import hashlib
import io
from typing import Any, Final, Literal

import msgspec

FORMATS: Final = ("PNG", "JPEG", "WEBP")
MOST_PIXELS: Final = 50_000_000
MM_PER_INCH: Final = 25.4


class Picture(msgspec.Struct, frozen=True):
    """A picture without remarks: either a whole JPEG, or rows of red, green and blue."""

    width_px: int
    height_px: int
    form: Literal["jpeg", "rows"]
    data: bytes
    name: str
    """What pages call it by: equal pictures have equal names, so a book holds each once."""

    def dpi(self, width_mm: float, height_mm: float) -> float:
        """Return how many pixels an inch it has where it fills a frame, the part that hangs over being cut."""
        return min(self.width_px / width_mm, self.height_px / height_mm) * MM_PER_INCH

    def fill(self, width_mm: float, height_mm: float) -> tuple[float, float]:
        """Return the size at which it fills a frame in its own shape; what hangs over is to be clipped."""
        scale = max(width_mm / self.width_px, height_mm / self.height_px)
        return self.width_px * scale, self.height_px * scale

    def fit(self, width_mm: float, height_mm: float) -> tuple[float, float]:
        """Return the size at which it fits into a frame in its own shape."""
        scale = min(width_mm / self.width_px, height_mm / self.height_px)
        return self.width_px * scale, self.height_px * scale


def read_picture(data: bytes) -> Picture:
    """Return a picture that the program has written itself: clean, upright and of a modest size.

    Raises:
        OSError: It is no whole picture of the three kinds.
        ValueError: It has more pixels than a picture may have.
    """
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError(f"{image.width} × {image.height} pixels")
        image.load()
        width, height = image.size
        plain = image.format == "JPEG" and image.mode == "RGB"
        form: Literal["jpeg", "rows"] = "jpeg" if plain else "rows"
        inside = data if plain else image.convert("RGB").tobytes()
    return Picture(width, height, form, inside, hashlib.blake2b(inside, digest_size=6).hexdigest())


def build_image(picture: Picture, colour: Literal["rgb", "cmyk"] = "rgb") -> Any:
    """Return the image object of a picture, for the press in four inks: this is the one place where they are turned."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

    from brochure.pdf.glyphs import compressed

    jpeg = picture.form == "jpeg" and colour == "rgb"
    rows = picture.data if colour == "rgb" else _separated(picture)
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width_px,
        "Height": picture.height_px,
        "ColorSpace": PDFName("DeviceRGB" if colour == "rgb" else "DeviceCMYK"),
        "BitsPerComponent": 8,
        "Filter": PDFName("DCTDecode" if jpeg else "FlateDecode"),
    }
    return PDFStream(PDFDictionary(entries), rows if jpeg else compressed(rows))


@functools.lru_cache(maxsize=8)
def _separated(picture: Picture) -> bytes:
    """Return the rows of a picture in cyan, magenta, yellow and black, by the formula of ``separation.inks_of``."""
    from PIL import Image, ImageChops, ImageMath

    from brochure.pdf.separation import LEAN

    size = picture.width_px, picture.height_px
    if picture.form == "jpeg":
        with Image.open(io.BytesIO(picture.data), formats=("JPEG",)) as image:
            parts = image.convert("RGB").split()
    else:
        parts = Image.frombytes("RGB", size, picture.data).split()
    light = ImageChops.lighter(ImageChops.lighter(parts[0], parts[1]), parts[2])

    def ink(part: Image.Image) -> Image.Image:
        made = ImageMath.lambda_eval(
            lambda given: given["convert"]((given["l"] - given["p"]) * 255 / given["max"](given["l"], 1), "L"),
            l=light.convert("I"), p=part.convert("I"),
        )  # fmt: skip
        assert isinstance(made, Image.Image)
        return made

    cyan, magenta, yellow = map(ink, parts)
    lean = ImageChops.subtract(cyan, magenta).point(lambda value: round(value * LEAN))
    return Image.merge("CMYK", (cyan, magenta, ImageChops.add(yellow, lean), ImageChops.invert(light))).tobytes()
