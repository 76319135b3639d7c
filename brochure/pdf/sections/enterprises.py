"""The chosen firms, grouped by industry: what each has achieved, when, and who says so."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from brochure import tokens
from brochure.model.kinds import Enterprise, Industry
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run
from brochure.pdf.signs import CIRCLED
from brochure.pdf.tables import NEXT_TOP_Y, Block, Cell, Column, Flow, Row, parts_of_group
from brochure.words.page import lists as say
from brochure.words.sentence import within

COLUMNS_MM: tuple[tuple[float, float], ...] = ((16, 29), (48, 43), (94, 68), (166, 28))
ROW = 9.0
BAR_W = 1.2
SECTOR: dict[str, str] = {
    "grass": tokens.GRASS,
    "sky": tokens.SKY,
    "ochre": tokens.OCHRE,
    "lake": tokens.LAKE,
    "slate": tokens.SLATE,
    "plum": tokens.PLUM,
    "ink": tokens.INK,
    "brick": tokens.BRICK,
}
NOTE_MM = 14.0
_DATED = re.compile(rf"\s*[（(](\d{{4}})[）)]\s*((?:[{CIRCLED}]|\(\d+\))*)$")


def write(edition: Edition) -> None:
    """Write as many pages as the chosen firms need."""
    columns = [
        Column(edition.say(head), x, width) for head, (x, width) in zip(say.ENTERPRISE_COLUMNS, COLUMNS_MM, strict=True)
    ]
    table = _Grouped(columns, edition)
    groups = [(industry, table.alike(members)) for industry, members in _groups(edition)]
    sizes = [size for _, members in groups for size in parts_of_group(len(members))]
    table.flow.balance([table.row(firms) for _, members in groups for firms in members], NOTE_MM, sizes)
    for place, (industry, members) in enumerate(groups):
        table.begin(industry)
        for firms in members:
            last = place == len(groups) - 1 and firms is members[-1]
            table.add_firms(firms, keep_with=NOTE_MM if last else 0.0)
        table.end()
    sheet, y = table.flow.sheet, table.flow.y + 8.6
    sheet.paragraph(theme.LEFT, y, theme.TEXT_W, edition.say(say.ENTERPRISES_NOTE), theme.NOTE)


def _groups(edition: Edition) -> list[tuple[Industry | None, list[Enterprise]]]:
    """Return the firms by industry: the reader's sectors first, then the order of the industries, unplaced last."""
    lit = {sector.id for sector in edition.choice.sectors}

    def industry_of(firm: Enterprise) -> Industry | None:
        found = edition.library.find(firm.industry) if firm.industry else None
        return found if isinstance(found, Industry) else None

    def place(firm: Enterprise) -> tuple[bool, int]:
        industry = industry_of(firm)
        return (industry is None or industry.id not in lit, industry.order if industry else 99)

    ordered = sorted(edition.choice.enterprises, key=place)
    return [(industry_of(members[0]), members) for _, run in groupby(ordered, place) if (members := list(run))]


class _Grouped:
    """A table whose rows belong to groups: a coloured bar runs along each, and its name comes again on a new page."""

    def __init__(self, columns: list[Column], edition: Edition) -> None:
        self.edition = edition
        self.flow = Flow(columns, edition.setter, partial(self._next_page, edition), row_mm=ROW, pad_mm=5.9)
        self.industry: Industry | None = None
        self.top: float | None = None
        self.began = False

    def begin(self, industry: Industry | None) -> None:
        self.industry, self.top, self.began = industry, None, False

    def alike(self, members: Sequence[Enterprise]) -> list[list[Enterprise]]:
        """Return the firms in their order, those of whom the same is told in one."""
        together: dict[object, list[Enterprise]] = {}
        for firm in members:
            told = (firm.achievements, firm.status, firm.as_of, firm.sources, firm.industry_inferred)
            together.setdefault(told if firm.achievements else firm.id, []).append(firm)
        return list(together.values())

    def add_firms(self, firms: Sequence[Enterprise], keep_with: float) -> None:
        """Add the row of one firm, or of several that share it."""
        row = self.row(firms)
        name_mm = self._name_height() if self.top is None else 0.0
        if self.flow.ends_before(row, max(keep_with, name_mm - self.flow.height(row))):
            self._close_bar()
            self.top = None
        top, foot = self.flow.add(row, keep_with=max(keep_with, name_mm - self.flow.height(row)))
        if self.top is None:
            self.top = top
            self._write_name()
        self.began = True
        self.foot = foot
        for firm in firms[1:]:
            self.flow.sheet.bookmark(f"{self.edition.lang}-{firm.id}", top)
            self.flow.sheet.note(firm.id, (theme.LEFT, top, theme.TEXT_W, foot - top))

    def row(self, firms: Sequence[Enterprise]) -> Row:
        return Row(self._cells(firms), key=f"{self.edition.lang}-{firms[0].id}")

    def end(self) -> None:
        self._close_bar()
        self.flow.sheet.line(theme.LEFT, self.flow.y, theme.RIGHT, self.flow.y, tokens.RULE_PRINT, 0.35)

    def _close_bar(self) -> None:
        if self.top is not None:
            colour = SECTOR[self.industry.colour] if self.industry else tokens.SWITCH_OFF
            self.flow.sheet.rect(theme.LEFT, self.top + 1.8, BAR_W, self.foot - self.top - 3.6, fill=colour)

    def _name(self) -> str:
        name = self.edition.say(self.industry.short if self.industry else say.UNPLACED)
        return name + self.edition.say(say.CONTINUED) if self.began else name

    def _name_height(self) -> float:
        lines = self.edition.setter.lay(self._name(), 26 * MM, theme.TABLE_FIRST._replace(size_pt=8.5))
        return len(lines) * 4.4 + 4.0

    def _write_name(self) -> None:
        assert self.top is not None
        colour = SECTOR[self.industry.colour] if self.industry else tokens.SLATE
        style = theme.TABLE_FIRST._replace(size_pt=8.5, leading_mm=4.4, colour=colour)
        self.flow.sheet.paragraph(theme.LEFT + 3.4, self.top + 5.9, 26, self._name(), style)

    def _next_page(self, edition: Edition) -> tuple[Sheet, float]:
        is_later = "enterprises" in edition.first
        sheet = edition.open("enterprises")
        if is_later:
            return sheet, NEXT_TOP_Y
        deck = edition.say(say.ENTERPRISES_DECK.fill(len(edition.choice.enterprises)))
        return sheet, edition.head(sheet, "enterprises", edition.say(say.ENTERPRISES_TITLE), deck)

    def _names(self, firms: Sequence[Enterprise]) -> Iterator[Run]:
        edition = self.edition
        for place, firm in enumerate(firms):
            between = ("、" if edition.lang == "zh" else ", ") if place else ""
            yield Run(between + edition.say(firm.name))
            if firm.industry_inferred:
                yield Run(edition.say(say.INFERRED), 400, tokens.SLATE, 7.5)
            yield from edition.label(firm)

    def _cells(self, firms: Sequence[Enterprise]) -> tuple[Cell, ...]:
        edition, firm = self.edition, firms[0]
        parts = [_take_apart(edition.say(text)) for text in firm.achievements]
        years = sorted({year for _, year in parts if year}) or ([firm.as_of[:4]] if firm.as_of else [])
        joint = "；" if edition.lang == "zh" else "; "
        dates = ("、" if edition.lang == "zh" else ", ").join(years)
        told = [words if edition.lang == "zh" or not place else within(words) for place, (words, _) in enumerate(parts)]
        progress: Cell = (Block(joint.join(told) or edition.say(say.ONLY_NAMED), theme.TABLE._replace(leading_mm=4.6)),)
        if firm.status in ("signed", "in_talks", "building", "planned", "unverified"):
            state = firm.status
            progress = (*progress, Block(paint=lambda sheet, x, y: draw_chip(sheet, x, y, state, edition.lang)))
        return (
            (),
            (Block(tuple(self._names(firms)), theme.TABLE_FIRST._replace(leading_mm=4.6)),),
            progress,
            (Block(edition.noted(dates, firm.sources), theme.NOTE_LEFT),),
        )


def _take_apart(words: str) -> tuple[str, str]:
    """Return an achievement without its year and marks, and the year; the marks come from the record's sources."""
    found = _DATED.search(words)
    return (words[: found.start()], found[1]) if found else (words, "")
