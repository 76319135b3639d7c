"""Make a brochure for somebody: look for what stops it, set it, and put the file at its name only when it is whole."""

import errno
import hashlib
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from brochure.errors import CancelledError, RenderError
from brochure.fonts import FontFiles, ensure_fonts, load_faces
from brochure.pdf import preflight as checks
from brochure.pdf.choice import choose
from brochure.pdf.document import compose
from brochure.pdf.guard import forced
from brochure.pdf.lines import Typesetter
from brochure.pdf.preflight import Finding
from brochure.pdf.recipe import Recipe
from brochure.settings import Places, shared_fonts
from brochure.store.library import Library
from brochure.store.whole_file import save_whole
from brochure.words import brochure as say

__all__ = ["Exported", "Finding", "export", "preflight", "preview", "typesetter"]

Progress = Callable[[float], None]

_SETTERS: dict[FontFiles, Typesetter] = {}


ONE_AT_A_TIME = threading.Lock()
"""Preview and export run on threads of their own, and what is remembered between brochures is shared."""


class Exported(msgspec.Struct, frozen=True):
    """A brochure that was written."""

    path: Path
    pages: int
    sha256: str
    seconds: float


def preflight(library: Library, recipe: Recipe, places: Places, review_number: str = "") -> tuple[Finding, ...]:
    """Return what stops an export, what to know before it, and what is merely worth saying."""
    return checks.inspect(library, recipe, _fonts(library, recipe, places), review_number)


def export(
    library: Library,
    recipe: Recipe,
    out: Path,
    places: Places,
    *,
    review_number: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Exported:
    """Write a brochure.

    Raises:
        NotFoundError: Something chosen is not there.
        RenderError: The pre-flight stops it, or the place cannot be written; an existing file stays as it was.
        CancelledError: ``cancelled`` said so; nothing was written.
    """
    start = time.perf_counter()
    stops = [finding for finding in preflight(library, recipe, places, review_number) if finding.level == "stop"]
    if stops:
        raise RenderError(say.REFUSED.fill(stops[0].what))
    data, pages = _make(library, recipe, places, review_number, progress, cancelled)
    _put(data, out, cancelled)
    if recipe.force_unverified:
        _log_override(library, recipe)
    if progress is not None:
        progress(1.0)
    return Exported(out, pages, hashlib.sha256(data).hexdigest(), time.perf_counter() - start)


def preview(library: Library, recipe: Recipe, places: Places, review_number: str = "") -> bytes:
    """Return the brochure as the bytes that ``export`` would write."""
    return _make(library, recipe, places, review_number, None, None)[0]


def typesetter(library: Library, recipe: Recipe, places: Places) -> Typesetter:
    """Return the setter for a request; kept, so that a second brochure sets only what differs."""
    return setter_of(_fonts(library, recipe, places))


def setter_of(fonts: FontFiles) -> Typesetter:
    """Return the setter of a set of fonts; kept as well."""
    if fonts not in _SETTERS:
        _SETTERS[fonts] = Typesetter({int(weight): face for weight, face in load_faces(fonts).items()})
    return _SETTERS[fonts]


def _fonts(library: Library, recipe: Recipe, places: Places) -> FontFiles:
    asked = f"{recipe.reader or ''}{recipe.contact or ''}"
    return ensure_fonts(places.fonts, shared_fonts(), library.characters | set(asked))


def _make(
    library: Library,
    recipe: Recipe,
    places: Places,
    review_number: str,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> tuple[bytes, int]:
    with ONE_AT_A_TIME:
        setter = typesetter(library, recipe, places)
        book, buffer = compose(
            library, recipe, setter, review_number=review_number, progress=progress, cancelled=cancelled
        )
        if not book.sheets:
            raise RenderError(say.NO_SECTIONS)
        book.save()
        return buffer.getvalue(), len(book.sheets)


def _put(data: bytes, out: Path, cancelled: Callable[[], bool] | None) -> None:
    def last_look() -> None:
        if cancelled is not None and cancelled():
            raise CancelledError(say.CANCELLED)

    try:
        save_whole(out, data, last_look=last_look)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise RenderError(say.DISK_FULL.fill(out.parent, len(data) // 1024 + 1)) from error
        raise RenderError(say.NOT_WRITABLE.fill(out, error.strerror or type(error).__name__)) from error


def _log_override(library: Library, recipe: Recipe) -> None:
    """Keep which records were printed because somebody insisted; for whom the book was is nobody's business here."""
    import logging

    ids = sorted(forced(library, recipe, choose(library, recipe)))
    if ids:
        logging.getLogger("brochure.export").info("printed on request, not verified: %s", ", ".join(ids))
