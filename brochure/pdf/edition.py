"""One language of one brochure while it is being set: its pages, its marks, and what stands on every page."""

import datetime
from collections.abc import Iterable
from typing import Literal

from brochure import tokens
from brochure.claims.edits import unsourced_edits
from brochure.model.geometry import Feature
from brochure.model.kinds import Policy, Source
from brochure.model.link import fragment_of
from brochure.model.record import Record
from brochure.model.validity import validity
from brochure.pdf import theme
from brochure.pdf.book import Book, Sheet
from brochure.pdf.choice import Choice
from brochure.pdf.lines import Run, Typesetter
from brochure.pdf.recipe import Recipe, Section
from brochure.pdf.sender import NOBODY, Sender
from brochure.pdf.signs import INNER, sign_of
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words.dates import say_date
from brochure.words.page import furniture as say

SPOKEN = ("article", "office")
"""Roles of sources that speak in words."""
Part = Section | Literal["readings"]
"""What has a bookmark, a thumb index and a line in the contents: the sections, and the readings before the sources."""


class Edition:
    """What a section needs to write itself: the content, the request, the language, and fresh pages."""

    def __init__(
        self,
        book: Book,
        library: Library,
        recipe: Recipe,
        choice: Choice,
        lang: Lang,
        review_number: str = "",
        forced: frozenset[str] = frozenset(),
        sender: Sender = NOBODY,
    ) -> None:
        self.book = book
        self.library = library
        self.recipe = recipe
        self.choice = choice
        self.lang: Lang = lang
        self.review_number = review_number
        self.forced = forced
        """Records printed only because somebody insists; wherever one is cited, its label follows."""
        self.sender = sender
        self.first: dict[Part, Sheet] = {}
        self.listing: Sheet | None = None
        """The page that lists the sections; a long letter may come before it."""
        self.used_sources: set[str] = set()
        self.contents_at = 0
        """After how many strokes of the contents page its list belongs; it is written when all numbers are known."""

    @property
    def setter(self) -> Typesetter:
        """The fonts of the book."""
        return self.book.setter

    @property
    def features(self) -> tuple[Feature, ...]:
        """What may be drawn on a map."""
        return self.library.features

    def say(self, text: Text | None) -> str:
        """Return a text in the language of this edition, nothing for nothing."""
        return "" if text is None else text.to(self.lang)

    @property
    def officer(self) -> str:
        """Who answers for this brochure, in one line: whoever was named for it, or else the sender; or nobody."""
        if self.recipe.contact or not self.sender.is_set:
            return self.recipe.contact or ""
        gap = "　" if self.lang == "zh" else ", "
        return gap.join(part for part in (self.sender.name, self.sender.phone) if part)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The sections after the cover, in their order, and the readings before the sources where there are figures."""
        sections: list[Part] = [section for section in self.choice.sections if section != "cover"]
        if {"figures", "sources"} <= set(sections):
            sections.insert(sections.index("sources"), "readings")
        return tuple(sections)

    def short_name(self, part: Part) -> str:
        """Return the short name of a part: the same in contents, eyebrow, thumb index and bookmarks."""
        return self.say(say.READINGS if part == "readings" else say.SECTION[part])

    def key(self, part: Part) -> str:
        """Return the bookmark of a part of this edition."""
        return f"{self.lang}-{part}"

    def names(self, record: Record) -> tuple[str, str]:
        """Return what a record is called from within this edition, and from outside: ``zone/zone-core``."""
        return f"{self.lang}-{record.id}", fragment_of(record)

    def number(self, part: Part) -> int | None:
        """Return the page a part begins on, or None when it is not in the book."""
        sheet = self.first.get(part)
        return None if sheet is None else self.book.number(sheet)

    def state(self, policy: Policy) -> str:
        """Return the chip of a policy on the day of the book: being drafted says more than unverified."""
        if policy.status in ("drafting", "planned"):
            return policy.status
        return validity(policy, self.recipe.on)

    # marks

    def marks(self, *cited: Record | str | Iterable[str]) -> str:
        """Return the circled marks of the sources of records or of source ids, ascending, and note them as used."""
        ids: set[str] = set()
        for part in cited:
            if isinstance(part, Record):
                ids.update(part.sources)
            elif isinstance(part, str):
                ids.add(part)
            else:
                ids.update(part)
        self.used_sources |= ids
        found = {source.mark for key in ids if isinstance(source := self.library.find(key), Source)}
        return "".join(map(self.sign, sorted(found)))

    def sign(self, mark: int) -> str:
        """Return the sign of a source mark, as the font of marks has it."""
        return sign_of(mark, self.setter.faces[500].cids)

    @property
    def source_key(self) -> str:
        """What the number of a mark is put behind to name the bookmark of its entry among the sources."""
        return f"{self.lang}-source-"

    def cited(self, text: str, *cited: Record | str | Iterable[str]) -> tuple[Run, ...]:
        """Return a text with its source marks raised behind it."""
        return (*theme.marked(text, self.marks(*cited), self.source_key), *self.label(*cited))

    def noted(self, text: str, *cited: Record | str | Iterable[str]) -> tuple[Run, ...]:
        """Return a small text with its source marks on the baseline, as captions and dates carry them."""
        signs = self.marks(*cited)
        runs = self._with_own_marks(text) if INNER.search(text) else (Run(text),)
        marked = (*runs, theme.note_mark(signs, self.source_key)) if signs else runs
        return (*marked, *self.label(*cited))

    def spoken(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Return those of some sources that speak in words, as an article does; all of them where none does."""
        told = tuple(sources)
        found = tuple(key for key in told if isinstance(each := self.library.find(key), Source) and each.role in SPOKEN)
        return found or told

    def newest(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Return those of some sources that were published last; all of them where none has a date."""
        told = tuple(sources)
        dates = {key: found.published for key in told if isinstance(found := self.library.find(key), Source)}
        last = max(filter(None, dates.values()), default=None)
        return told if last is None else tuple(key for key in told if dates.get(key) == last)

    def label(self, *cited: Record | str | Iterable[str]) -> tuple[Run, ...]:
        """Return the label of records that are printed on request, or changed here without a source; else nothing.

        ``cited`` and ``noted`` append it, so a section that cites a record twice in one place gives its sources the
        second time.
        """
        records = [part for part in cited if isinstance(part, Record)]
        forced = (Run(self.say(say.ON_REQUEST), 700, tokens.BRICK, 7.5),)
        days = [day for record in records if (day := self._changed_on(record)) is not None]
        edited = (Run(self.say(say.EDITED.fill(max(days))), 700, tokens.BRICK, 7.5),) if days else ()
        return (*(forced if any(record.id in self.forced for record in records) else ()), *edited)

    def _changed_on(self, record: Record) -> str | None:
        """Return the day on which the office changed a fact of a record whose sources do not say so."""
        edits = [edit for edit in self.library.edits.get(record.id, ()) if not edit.new]
        if not edits or not unsourced_edits(record.kind, {edit.field for edit in edits}):
            return None
        return max(edit.made_at for edit in edits)[:10]

    def _with_own_marks(self, text: str) -> tuple[Run, ...]:
        """Return a text that has marks of its own in it, as a few records do, with those in lake and leading on."""
        parts = INNER.split(text)
        return tuple(
            theme.note_mark(part, self.source_key) if place % 2 else Run(part)
            for place, part in enumerate(parts)
            if part
        )

    # pages

    def open(self, part: Part, *, bare: bool = False, ground: str | None = None) -> Sheet:
        """Add a page and return it, with thumb index, fore-edge block and folio unless it is ``bare``.

        Args:
            part: What the page belongs to; its first page is what contents and outline point to.
            bare: Covers carry no furniture.
            ground: Colour of the paper, edge to edge.
        """
        sheet = self.book.sheet()
        if ground is not None:
            sheet.ground(theme.WHOLE, ground)
            sheet.floor = len(sheet.ops)
        if part not in self.first:
            self.first[part] = sheet
            sheet.outline(self.short_name(part), self.key(part), self.outline_level)
        if not bare:
            self._furnish(sheet, part)
        return sheet

    def open_plain(self) -> Sheet:
        """Add a page that belongs to no section, with fore-edge block and folio."""
        sheet = self.book.sheet()
        self._furnish(sheet, None)
        return sheet

    def has_back(self) -> bool:
        """Whether the last page of the book so far is this edition's back."""
        return "sources" in self.first

    @property
    def outline_level(self) -> int:
        """Depth of a section in the outline: below its language where the book has two."""
        return 1 if self.recipe.lang == "both" else 0

    def is_right_hand(self, sheet: Sheet) -> bool:
        """Whether a page lies on the right of a spread, so that its outer edge is the right one."""
        number = self.book.number(sheet)
        return number is None or number % 2 == 1

    def head(self, sheet: Sheet, part: Part, title: str, deck: str | tuple[Run, ...] = "") -> float:
        """Write eyebrow, title and deck; return the height at which the content may begin."""
        sheet.text(theme.LEFT, theme.EYEBROW_Y + 3.4, self.short_name(part), 9.5, 500, tokens.LAKE)
        placed = sheet.paragraph(theme.LEFT, theme.TITLE_BASE, theme.TEXT_W, title, theme.TITLE)
        extra = (len(placed.lines) - 1) * theme.TITLE.leading_mm
        if not deck:
            return theme.CONTENT_Y - 8 + extra
        below = sheet.paragraph(theme.LEFT, 46.1 + extra, theme.TEXT_W, deck, theme.DECK)
        return max(theme.CONTENT_Y, below.bottom + 3)

    @property
    def data_date(self) -> str:
        """The newest date in the content, as this language writes it."""
        return self.say(say_date(self.library.content_date))

    @property
    def cover_date(self) -> str:
        """The day of the book: digits in Chinese, words in English."""
        return self.say(say_date(self.recipe.on.isoformat()))

    @property
    def on(self) -> datetime.date:
        """The day for which validity is worked out."""
        return self.recipe.on

    def _furnish(self, sheet: Sheet, part: Part | None) -> None:
        right = self.is_right_hand(sheet)
        self._tab(sheet, right, theme.GOLD_TOP, theme.GOLD_BLOCK_W, theme.GOLD_Y - theme.GOLD_TOP, tokens.GOLD)
        if part is not None:
            self._thumb(sheet, part, right)
        number = str(self.book.number(sheet))
        line = f"{self.say(say.PARK)}{'　' if self.lang == 'zh' else ' · '}{self.say(say.BOOK)}"
        dated = self.say(say.DATA_TO.fill(say_date(self.library.content_date)))
        version = self.say(say.VERSION.fill(self.library.content_version))
        dated = f"{dated}{'　' if self.lang == 'zh' else ' · '}{version}"
        y, grey, gap = theme.FOLIO_Y + 3.9, tokens.SLATE, 2.9
        if right:
            sheet.text(theme.RIGHT, y, number, 11, 700, tokens.INK, "end")
            x = theme.RIGHT - 11
            x -= sheet.text(x, y, dated, 7.5, 400, grey, "end") + gap
            sheet.line(x, y - 2.4, x, y + 0.5, tokens.RULE_PRINT, 0.2)
            sheet.text(x - gap, y, line, 7.5, 400, grey, "end")
        else:
            sheet.text(theme.LEFT, y, number, 11, 700, tokens.INK)
            x = theme.LEFT + 11
            x += sheet.text(x, y, line, 7.5, 400, grey) + gap
            sheet.line(x, y - 2.4, x, y + 0.5, tokens.RULE_PRINT, 0.2)
            sheet.text(x + gap, y, dated, 7.5, 400, grey)

    def _tab(self, sheet: Sheet, right: bool, top: float, width: float, height: float, colour: str) -> None:
        """Draw a block at the outer edge, and over it as far as the bleed goes."""
        left = theme.PAGE_W - width if right else theme.EDGE_LEFT
        sheet.rect(left, top, width + theme.BLEED, height, fill=colour)

    def thumb_top(self, part: Part) -> float:
        """Return where the tab of a part begins: position carries it, so it comes from the parts of this book."""
        shown = self.parts
        return theme.thumb_y(shown.index(part) if part in shown else 0, len(shown))

    def _thumb(self, sheet: Sheet, part: Part, right: bool) -> None:
        """Draw the tab of a part with its word."""
        top = self.thumb_top(part)
        self._tab(sheet, right, top, 2.2, 12, tokens.LAKE)
        word = self.short_name(part)
        x = theme.PAGE_W - 5.2 if right else 5.2
        if self.lang == "en":
            middle = top + 6
            if right:
                sheet.text(x - 1.9, middle, word, 7.5, 500, tokens.LAKE, "middle", rotate=90)
            else:
                sheet.text(x + 1.9, middle, word, 7.5, 500, tokens.LAKE, "middle", rotate=-90)
            return
        for place, char in enumerate(word):
            centre = x - 2.0 if right else x + 2.0
            sheet.text(centre, top + 5.0 + place * 3.0, char, 7.5, 500, tokens.LAKE, "middle")
