"""For which machine a brochure is: the size, the edges, the colours and the order of its pages, as data.

A profile copies no section: each section is written once, for the page as it was designed, and a profile says how that
page comes onto paper.
"""

from collections.abc import Mapping
from typing import Final, Literal

import msgspec

ProfileName = Literal[
    "office", "press", "press-285", "large", "booklet", "trifold", "trifold-press", "sheet", "card", "screen"
]
Composition = Literal["book", "trifold", "sheet", "card", "screen"]
"""What is put together: the book, section by section, or one of the smaller formats."""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """One way to print; millimetres on paper unless a name says otherwise."""

    name: str
    composition: Composition = "book"
    width_mm: float = 210.0
    height_mm: float = 297.0
    """Width and height of the trimmed page."""
    scale: float = 1.0
    """How much larger than designed everything is printed."""
    head_cut_mm: float = 0.0
    foot_cut_mm: float = 0.0
    """What the trim takes away from the designed page above and below: white that the design leaves there."""
    bleed_mm: float = 0.0
    """How far ink runs out over the trim on each side."""
    slug_mm: float = 0.0
    """Room beyond the bleed for marks and page information."""
    marks: bool = False
    """Whether crop marks, register marks and page information are drawn."""
    colour: Literal["rgb", "cmyk"] = "rgb"
    multiple_of: int = 1
    """The number of pages is filled up to a multiple of this."""
    imposition: Literal["booklet"] | None = None
    """How pages are put together on larger sheets, if at all."""

    @property
    def page_mm(self) -> tuple[float, float]:
        """Width and height of a page as it is designed, millimetres before ``scale``."""
        return self.width_mm / self.scale, (self.height_mm + self.head_cut_mm + self.foot_cut_mm) / self.scale

    @property
    def edge_mm(self) -> float:
        """From the trim to the edge of the sheet."""
        return self.bleed_mm + self.slug_mm


PROFILES: Final[Mapping[ProfileName, Profile]] = {
    "office": Profile(name="office"),
    "press": Profile(name="press", bleed_mm=3.0, slug_mm=10.0, marks=True, colour="cmyk", multiple_of=4),
    "press-285": Profile(
        name="press-285", height_mm=285.0, head_cut_mm=7.0, foot_cut_mm=5.0,
        bleed_mm=3.0, slug_mm=10.0, marks=True, colour="cmyk", multiple_of=4,
    ),
    "large": Profile(name="large", width_mm=297.0, height_mm=420.0, scale=297 / 210),
    "booklet": Profile(name="booklet", multiple_of=4, imposition="booklet"),
    "trifold": Profile(name="trifold", composition="trifold", width_mm=297.0, height_mm=210.0),
    "trifold-press": Profile(
        name="trifold-press", composition="trifold", width_mm=297.0, height_mm=210.0,
        bleed_mm=3.0, slug_mm=10.0, marks=True, colour="cmyk",
    ),
    "sheet": Profile(name="sheet", composition="sheet"),
    "card": Profile(name="card", composition="card", width_mm=148.0, height_mm=210.0),
    "screen": Profile(name="screen", composition="screen", width_mm=338.67, height_mm=190.5),
}  # fmt: skip
"""Every profile by its name; the design is cut and not shrunk for 285 mm, so that 1 mm stays 10 m and 7.5 pt stays."""
