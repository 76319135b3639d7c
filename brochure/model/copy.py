"""A brochure that went to somebody, and what has changed since in what it prints."""

from typing import Literal

import msgspec

from brochure.words import Text


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """One copy: to whom, which file, made from what, and each record it prints with a digest of its printed words.

    ``path`` is empty for a copy that went to a printer, ``recipe`` is the request as TOML, and ``printed`` also holds
    what stands on the map, as ``map/`` and the id of the feature.
    """

    recipient: str
    path: str
    pages: int
    sha256: str
    lang: str
    profile: str
    recipe: str
    content_version: str
    day: str
    printed: dict[str, str] = {}
    id: int | None = None


class Changed(msgspec.Struct, frozen=True):
    """One thing that a copy prints otherwise than it is today."""

    id: str
    kind: str
    name: Text
    change: Literal["changed", "gone"]


class Stale(msgspec.Struct, frozen=True):
    """A copy to send again, with what it prints that is no longer so."""

    copy: Copy
    changed: tuple[Changed, ...]
