"""The list of sources: each mark with what it stands for, how new its figures are, and on which pages it is used."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from brochure import tokens
from brochure.model.kinds import Source
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style
from brochure.provenance import counted_to
from brochure.words import provenance as proof_say
from brochure.words.dates import say_seen
from brochure.words.page import back as say
from brochure.words.sentence import within

LINE = Style(7.5, 4.05, 400, tokens.INK, "left")
INDENT = 5.6
GAP = 0.5


class Entry(NamedTuple):
    """A line of the list; ``mark`` is None for the sentence on inferred dates that ends it."""

    mark: int | None
    words: tuple[Run, ...]
    pages: tuple[int, ...] = ()


def entries_of(edition: Edition) -> tuple[Entry, ...]:
    """Return one entry for each mark that was cited, and which of their dates are inferred."""
    cited = [
        record
        for record in edition.library.records("sources")
        if isinstance(record, Source) and record.id in edition.used_sources
    ]
    pages = _pages_by_mark(edition)
    found = [
        Entry(mark, (Run(words), *_page_words(edition, pages.get(mark, []))), tuple(pages.get(mark, ())))
        for mark, words in _items(edition, cited)
    ]
    inferred = sorted({source.mark for source in cited if source.published and source.published_is_inferred})
    if inferred:
        signs = "".join(map(edition.sign, inferred))
        found.append(Entry(None, (Run(edition.say(say.INFERRED.fill(signs)), colour=tokens.SLATE),)))
    return tuple(found)


def height_mm(edition: Edition, listed: Sequence[Entry], width: float) -> float:
    """Return how high a list will be in a column."""
    return sum(_height(edition, entry, width) for entry in listed)


def write(
    edition: Edition, sheet: Sheet, listed: Sequence[Entry], y: float, width: float, last_y: float = theme.PAGE_H
) -> Sequence[Entry]:
    """Write entries down to a height and return those that did not fit; each sign is what the marks lead to."""
    for place, entry in enumerate(listed):
        if place and y + _height(edition, entry, width) > last_y:
            return listed[place:]
        indent = INDENT if entry.mark is not None else 0.0
        if entry.mark is not None:
            sheet.bookmark(f"{edition.source_key}{entry.mark}", y - LINE.leading_mm)
            sheet.text(theme.LEFT, y, edition.sign(entry.mark), 7.5, 500, tokens.LAKE)
        if entry.pages:
            sheet.link((theme.LEFT - 1, y - 3.1, 5, 4.2), edition.book.sheets[entry.pages[0] - 1])
        y = sheet.paragraph(theme.LEFT + indent, y, width - indent, entry.words, LINE).bottom + GAP
    return ()


def _height(edition: Edition, entry: Entry, width: float) -> float:
    room = width - (INDENT if entry.mark is not None else 0.0)
    return len(edition.setter.lay(entry.words, room * MM, LINE)) * LINE.leading_mm + GAP


def _pages_by_mark(edition: Edition) -> dict[int, list[int]]:
    """Return the pages on which each mark of this edition stands; the back is not among them yet."""
    start = len(edition.source_key)
    found: dict[int, list[int]] = {}
    for number, sheet in enumerate(edition.book.sheets, 1):
        marks = {
            int(target[start:])
            for _, target in sheet.links
            if isinstance(target, str) and target.startswith(edition.source_key)
        }
        for mark in sorted(marks):
            found.setdefault(mark, []).append(number)
    return found


def _page_words(edition: Edition, pages: list[int]) -> tuple[Run, ...]:
    """Return on which pages a source is used, as a grey tail of its entry; runs of pages are drawn together."""
    if not pages:
        return ()
    between = "、" if edition.lang == "zh" else ", "
    joint = "～" if edition.lang == "zh" else "–"
    said = proof_say.PAGES if len(pages) > 1 else proof_say.PAGE
    words = edition.say(said.fill(between.join(_runs(pages, joint))))
    return (Run(("　" if edition.lang == "zh" else "  ") + words, colour=tokens.SLATE),)


def _runs(pages: list[int], joint: str) -> Iterator[str]:
    """Yield pages as ``4～7`` where they follow each other and alone where they do not."""
    for _, group in groupby(enumerate(pages), lambda pair: pair[1] - pair[0]):
        run = [page for _, page in group]
        yield from map(str, run) if len(run) < 3 else (f"{run[0]}{joint}{run[-1]}",)


def _items(edition: Edition, sources: list[Source]) -> Iterator[tuple[int, str]]:
    """Yield each mark with the sources it stands for, articles alone, open data together; then the newest count."""
    gap = "；" if edition.lang == "zh" else "; "
    for mark in sorted({source.mark for source in sources}):
        own = [source for source in sources if source.mark == mark]
        cites = [edition.say(source.cite) for source in own]
        words = gap.join(
            within(words) if place and edition.lang == "en" else words for place, words in enumerate(cites)
        )
        newest = counted_to(edition.library, (source for source in own if source.role in ("article", "office")))
        yield mark, words + (gap + edition.say(proof_say.COUNTED_TO.fill(say_seen(newest))) if newest else "")
