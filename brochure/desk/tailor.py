"""Make a brochure for somebody: look for what stops it, set it, and put the file at its name only when it is whole."""

import errno
import hashlib
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from brochure.desk.sender import load_sender
from brochure.errors import CancelledError, RenderError
from brochure.fonts import FontFiles, ensure_fonts, load_faces
from brochure.pdf import preflight as checks
from brochure.pdf.book import Book, Frame
from brochure.pdf.choice import choose
from brochure.pdf.document import compose
from brochure.pdf.guard import forced
from brochure.pdf.lines import Typesetter
from brochure.pdf.lint import Looked, look_over
from brochure.pdf.own_words import blocks
from brochure.pdf.preflight import Finding
from brochure.pdf.profile import PROFILES
from brochure.pdf.recipe import Recipe
from brochure.settings import Places, shared_fonts
from brochure.store.library import Library
from brochure.store.whole_file import save_whole
from brochure.words import brochure as say

__all__ = [
    "Exported", "Finding", "Looked", "Proof", "export", "fonts_for", "preflight", "preview", "proof", "put", "render",
    "typesetter",
]  # fmt: skip

Block = tuple[Frame, str]
"""A frame on a page and the id of the record it tells."""
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


class Proof(msgspec.Struct, frozen=True):
    """A brochure that was set: its bytes, and what the preview needs to know of its pages."""

    data: bytes
    book: Book

    @property
    def blocks(self) -> tuple[tuple[Block, ...], ...]:
        """The frames of each page, millimetres on its paper, with the record that each tells."""
        pages = [(self.book.place(sheet), sheet.blocks) for sheet in self.book.sheets]
        return tuple(tuple((paper.on_paper(frame), record) for frame, record in blocks) for paper, blocks in pages)

    def look_over(self) -> Looked:
        """Look the finished pages over: what was found, and what was looked for and not found."""
        return look_over(self.book, self.data)


def proof(library: Library, recipe: Recipe, places: Places, review_number: str = "") -> Proof:
    """Set the brochure as ``export`` would write it.

    Raises:
        NotFoundError: Something chosen is not there.
        RenderError: There is nothing to print.
    """
    data, book = _make(library, recipe, places, review_number, None, None)
    return Proof(data, book)


def inspect_all(library: Library, recipe: Recipe, places: Places, review_number: str = "") -> tuple[Finding, ...]:
    """Return what ``preflight`` finds and, where nothing stops it, what is found on the finished pages."""
    found = preflight(library, recipe, places, review_number)
    if any(finding.level == "stop" for finding in found):
        return found
    return by_gravity((*found, *proof(library, recipe, places, review_number).look_over().findings))


def by_gravity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with the gravest first, in the order of the pages."""
    return tuple(sorted(findings, key=lambda each: (("stop", "warn", "note").index(each.level), each.page)))


def preflight(library: Library, recipe: Recipe, places: Places, review_number: str = "") -> tuple[Finding, ...]:
    """Return what stops an export, what to know before it, and what is merely worth saying, before there are pages."""
    fonts, sender = _fonts(library, recipe, places), load_sender(places)
    if PROFILES[recipe.profile].composition == "book":
        return checks.inspect(library, recipe, fonts, review_number, sender)
    with ONE_AT_A_TIME:  # it sets the pages to see whether everything has room
        return checks.inspect(library, recipe, fonts, review_number, sender, setter_of(fonts))


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
    data, pages = render(library, recipe, places, review_number=review_number, progress=progress, cancelled=cancelled)
    put(data, out, cancelled)
    if recipe.force_unverified:
        log_override(library, recipe)
    if progress is not None:
        progress(1.0)
    return Exported(out, pages, hashlib.sha256(data).hexdigest(), time.perf_counter() - start)


def render(
    library: Library,
    recipe: Recipe,
    places: Places,
    *,
    review_number: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[bytes, int]:
    """Return a brochure that may be written, and how many pages it has.

    Raises:
        NotFoundError: Something chosen is not there.
        RenderError: The pre-flight stops it, or the look over its pages.
        CancelledError: ``cancelled`` said so.
    """
    stops = [finding for finding in preflight(library, recipe, places, review_number) if finding.level == "stop"]
    if stops:
        raise RenderError(say.REFUSED.fill(stops[0].what))
    data, book = _make(library, recipe, places, review_number, progress, cancelled)
    stops = [finding for finding in look_over(book, data).findings if finding.level == "stop"]
    if stops:
        raise RenderError(say.REFUSED.fill(say.AT.fill(stops[0].where, stops[0].what)))
    return data, len(book.sheets)


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


def fonts_for(library: Library, places: Places, words: str) -> FontFiles:
    """Return fonts that have the characters of the content and of some words more, cut when there are none yet."""
    return ensure_fonts(places.fonts, shared_fonts(), library.characters | set(words))


def _fonts(library: Library, recipe: Recipe, places: Places) -> FontFiles:
    own = [text for _, words in blocks(recipe) for text in (words.zh, words.en)]
    return fonts_for(
        library, places, "".join((recipe.reader or "", recipe.contact or "", *own, *load_sender(places).words()))
    )


def _make(
    library: Library,
    recipe: Recipe,
    places: Places,
    review_number: str,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> tuple[bytes, Book]:
    with ONE_AT_A_TIME:
        setter = typesetter(library, recipe, places)
        book, buffer = compose(
            library, recipe, setter, review_number=review_number, sender=load_sender(places),
            progress=progress, cancelled=cancelled,
        )  # fmt: skip
        if not book.sheets:
            raise RenderError(say.NO_SECTIONS)
        book.save()
        return buffer.getvalue(), book


def put(data: bytes, out: Path, cancelled: Callable[[], bool] | None = None, *, prefix: str | None = None) -> None:
    """Put a brochure at its name, whole.

    Raises:
        RenderError: The place cannot be written; an existing file stays as it was.
        CancelledError: ``cancelled`` said so just before the rename.
    """

    def last_look() -> None:
        if cancelled is not None and cancelled():
            raise CancelledError(say.CANCELLED)

    try:
        save_whole(out, data, last_look=last_look, prefix=prefix)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise RenderError(say.DISK_FULL.fill(out.parent, len(data) // 1024 + 1)) from error
        raise RenderError(say.NOT_WRITABLE.fill(out, error.strerror or type(error).__name__)) from error


def log_override(library: Library, recipe: Recipe) -> None:
    """Keep which records were printed because somebody insisted; for whom the book was is nobody's business here."""
    import logging

    ids = sorted(forced(library, recipe, choose(library, recipe)))
    if ids:
        logging.getLogger("brochure.export").info("printed on request, not verified: %s", ", ".join(ids))
