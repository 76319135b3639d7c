"""What every record has: a stable id, both names, a status, a date and the sources that say so."""

from typing import Annotated, ClassVar, Literal

import msgspec

from brochure.words import Text

Status = Literal["planned", "drafting", "in_talks", "signed", "building", "operating", "ended", "unverified"]
Audience = Literal["public", "archive"]
Qualifier = Literal["about", "more_than", "at_least", "under"]
Precision = Literal["surveyed", "address", "placed", "schematic"]
"""How well a position is known; ``placed`` is where the park's own staff set it, which is no survey."""
Level = Literal["national", "provincial", "city", "district", "development_zone", "park"]

Period = Annotated[
    str,
    msgspec.Meta(pattern=r"^[0-9]{4}(-(H[12]|[0-9]{2}(-[0-9]{2})?))?(/[0-9]{4}(-(H[12]|[0-9]{2}(-[0-9]{2})?))?)?$"),
]
"""A day, month, half-year, year, or two of them with a slash: ``2023``, ``2024-H1``, ``2025-01/2025-05``."""

Key = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Share = Annotated[float, msgspec.Meta(ge=0, le=100)]


class Ref(msgspec.Struct, frozen=True):
    """Marks a field that holds ids of another kind; ``*`` is any kind."""

    kind: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The part that all kinds share.

    ``note`` is the caution that must stand beside the record wherever it is shown. ``quote`` is the decisive wording
    of the source, in the language of the source. ``audience`` is ``archive`` for what is kept but not for investors.
    """

    kind: ClassVar[str] = ""

    id: Key
    name: Text
    status: Status | None = None
    as_of: Period | None = None
    as_of_inferred: bool = False
    sources: Annotated[tuple[str, ...], Ref("sources")] = ()
    aliases: tuple[str, ...] = ()
    summary: Text | None = None
    note: Text | None = None
    quote: str | None = None
    audience: Audience = "public"
    related: Annotated[tuple[str, ...], Ref("*")] = ()
