"""The order of the book: which sections come, one after the other, in one pass; the contents page is filled last."""

import io
from collections.abc import Callable

from brochure.errors import CancelledError
from brochure.pdf.book import Book
from brochure.pdf.choice import choose
from brochure.pdf.edition import Edition
from brochure.pdf.guard import forced
from brochure.pdf.lines import Typesetter
from brochure.pdf.recipe import Recipe, Section
from brochure.pdf.sections import (
    altitude,
    chain,
    contents,
    cover,
    enterprises,
    figures,
    industries,
    location,
    policies,
    services,
    sources,
    zones,
)
from brochure.store.library import Library
from brochure.words import brochure as say

WRITERS: dict[Section, Callable[[Edition], None]] = {
    "cover": cover.write,
    "contents": contents.reserve,
    "figures": figures.write,
    "location": location.write,
    "industries": industries.write,
    "zones": zones.write,
    "altitude": altitude.write,
    "chain": chain.write,
    "policies": policies.write,
    "enterprises": enterprises.write,
    "services": services.write,
    "sources": sources.reserve,
}
"""Each writes its pages; ``contents`` and ``sources`` only take their place, and are filled when all numbers and marks
are known."""

Progress = Callable[[float], None]


def compose(
    library: Library,
    recipe: Recipe,
    setter: Typesetter,
    *,
    review_number: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Book, io.BytesIO]:
    """Set a whole brochure; ``Book.save`` then writes it into the buffer that comes with it.

    Raises:
        NotFoundError: Something chosen is not in the library.
        CancelledError: ``cancelled`` said so between two sections.
    """
    choice = choose(library, recipe)
    out = io.BytesIO()
    languages = recipe.editions()
    title = say.TITLE_FOR.fill(recipe.reader) if recipe.reader else say.TITLE
    book = Book(
        out,
        setter,
        lang="zh-CN" if languages[0] == "zh" else "en",
        title=title.to(languages[0]),
        author=say.AUTHOR.to(languages[0]),
        subject=say.SUBJECT.to(languages[0]),
        creator=say.CREATOR.to(languages[0]),
        made_on=recipe.on,
    )
    on_request = forced(library, recipe, choice)
    steps = len(languages) * len(choice.sections)
    for turn, lang in enumerate(languages):
        edition = Edition(book, library, recipe, choice, lang, review_number, on_request)
        for done, section in enumerate(choice.sections):
            if cancelled is not None and cancelled():
                raise CancelledError(say.CANCELLED)
            first = len(book.sheets)
            WRITERS[section](edition)
            if section not in ("contents", "sources"):  # filled when all others are known
                book.press_ahead(first)
            if recipe.lang == "both" and done == 0 and len(book.sheets) > first:
                _head_language(book, first, lang)
            if progress is not None:
                progress((turn * len(choice.sections) + done + 1) / (steps + 1))
        if "contents" in edition.first:
            contents.fill(edition)
        if "sources" in edition.first:
            sources.fill(edition)
    return book, out


def _head_language(book: Book, first: int, lang: str) -> None:
    """Put the name of a language over its sections in the outline."""
    sheet = book.sheets[first]
    sheet.bookmark(f"edition-{lang}")
    sheet.headings.insert(0, ("中文" if lang == "zh" else "English", f"edition-{lang}", 0))
