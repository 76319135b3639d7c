"""The order of the book: which sections come, one after the other, in one pass; the contents page is filled last."""

import io
from collections.abc import Callable

import msgspec

from brochure.pdf.book import Book
from brochure.pdf.choice import Choice, choose
from brochure.pdf.edition import Edition
from brochure.pdf.formats import card, site, slides, trifold
from brochure.pdf.lines import Typesetter
from brochure.pdf.order import Order, Progress
from brochure.pdf.profile import PROFILES, Composition
from brochure.pdf.recipe import Recipe, Section
from brochure.pdf.sections import (
    also,
    altitude,
    chain,
    contents,
    cover,
    enterprises,
    figures,
    industries,
    location,
    match,
    notes,
    policies,
    services,
    sources,
    zones,
)
from brochure.pdf.sender import NOBODY, Sender
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
    "match": match.write,
    "enterprises": enterprises.write,
    "services": services.write,
    "also": also.write,
    "sources": sources.reserve,
}
"""Each writes its pages; ``contents`` and ``sources`` only take their place, and are filled when all numbers and marks
are known."""


def compose(
    library: Library,
    recipe: Recipe,
    setter: Typesetter,
    *,
    review_number: str = "",
    sender: Sender = NOBODY,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Book, io.BytesIO]:
    """Set a whole brochure; ``Book.save`` then writes it into the buffer that comes with it.

    Raises:
        NotFoundError: Something chosen is not in the library.
        CancelledError: ``cancelled`` said so between two sections.
    """
    choice = choose(library, recipe)
    profile = PROFILES[recipe.profile]
    out = io.BytesIO()
    first = recipe.editions()[0]
    title = say.TITLE_FOR.fill(recipe.reader) if recipe.reader else say.TITLE
    book = Book(
        out,
        setter,
        lang="zh-CN" if first == "zh" else "en",
        title=title.to(first),
        author=say.AUTHOR.to(first),
        subject=say.SUBJECT.to(first),
        creator=say.CREATOR.to(first),
        made_on=recipe.on,
        profile=profile,
    )
    order = Order(book, library, recipe, choice, review_number, progress, cancelled, sender)
    COMPOSITIONS[profile.composition](order)
    if profile.imposition == "booklet":
        from brochure.pdf.imposition import impose_booklet

        impose_booklet(book)
    if profile.marks:
        from brochure.pdf.press import mark_sheets

        mark_sheets(order)
    return book, out


def _write_book(order: Order) -> None:
    """Write section after section, in one language after the other."""
    book, sections, languages = order.book, order.choice.sections, order.recipe.editions()
    steps = len(languages) * len(sections)
    editions: list[Edition] = []
    for turn, lang in enumerate(languages):
        edition = order.edition(lang)
        editions.append(edition)
        for done in range(len(sections)):
            order.stop_if_cancelled()
            if order.recipe.sections is None:
                edition.choice = _with_spread(edition.choice, done, len(book.sheets))
            section = edition.choice.sections[done]
            first = len(book.sheets)
            WRITERS[section](edition)
            if order.recipe.lang == "both" and done == 0 and len(book.sheets) > first:
                _head_language(book, first, lang)
            order.tell((turn * len(sections) + done + 1) / (steps + 1))
        if "contents" in edition.first:
            contents.fill(edition)
        if "sources" in edition.first:
            sources.fill(edition)
    if book.sheets:
        notes.fill_up(book, editions[-1], order.profile.multiple_of)
    for edition in editions:
        if "contents" in edition.first:
            contents.fill_list(edition)


COMPOSITIONS: dict[Composition, Callable[[Order], None]] = {
    "book": _write_book,
    "sheet": site.write,
    "card": card.write,
    "trifold": trifold.write,
    "screen": slides.write,
}
"""How each composition fills its book."""


def _with_spread(choice: Choice, done: int, pages: int) -> Choice:
    """Return the usual order with the map after the page of the industries where it would begin on a right-hand page.

    An order that somebody asked for stays; the map is then drawn on one page instead of two.
    """
    sections = choice.sections
    if sections[done : done + 2] != ("location", "industries") or pages % 2 == 1:
        return choice
    order = (*sections[:done], "industries", "location", *sections[done + 2 :])
    return msgspec.structs.replace(choice, sections=order)


def _head_language(book: Book, first: int, lang: str) -> None:
    """Put the name of a language over its sections in the outline."""
    sheet = book.sheets[first]
    sheet.bookmark(f"edition-{lang}")
    sheet.headings.insert(0, ("中文" if lang == "zh" else "English", f"edition-{lang}", 0))
