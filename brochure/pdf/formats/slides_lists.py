"""Slides of lists: policies, firms and services, a few a slide, each with its status, its date and its marks."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from brochure import tokens
from brochure.model.kinds import Enterprise, Service
from brochure.pdf.book import Sheet
from brochure.pdf.formats.content import EARLY, firms_of, offer_of, services_of, tools_of
from brochure.pdf.formats.deck import (
    BODY,
    GOLD,
    HEAD,
    LAST_Y,
    LEAST_PT,
    LEFT,
    NOTE,
    RIGHT,
    SIZES,
    TALL,
    TEXT,
    TEXT_W,
    WIDE,
    Deck,
    rule,
)
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style, Words
from brochure.pdf.recipe import Section
from brochure.pdf.sections.services import dated_sentence
from brochure.words import Text
from brochure.words.dates import say_seen
from brochure.words.page import formats as say
from brochure.words.page import lists, service
from brochure.words.sentence import within

T = TypeVar("T")
POLICIES_A_SLIDE, FIRMS_A_SLIDE = 5, 4
NAME_W, WHAT_X = 108.0, LEFT + 116.0
AIR_MOST = 9.0
TABLE_Y = 68.0
"""Where the rows of a list begin at the lowest."""
STATE_W = 50.0
FIRST_SHARE = 0.76
EARLY_BAR = "#0B6E78"


class Line(NamedTuple):
    """One row: what it is, what it says, its status and when it was last seen; ``key`` is its bookmark."""

    name: Words
    what: Words
    state: str | None
    seen: Words
    key: str = ""


def write_policies(deck: Deck) -> None:
    """Write five policies a slide at most, those of the reader's sectors first, and say how many are not shown."""
    policies = tools_of(deck.library, deck.choice)
    rows = [
        Line(
            (Run(deck.say(policy.name)), *deck.label(policy)),
            offer_of(deck, policy),
            deck.state(policy),
            deck.noted(deck.say(say_seen(policy.as_of)) if policy.as_of else "", policy.sources),
            deck.names(policy)[0],
        )
        for policy in policies
    ]
    more = len(deck.choice.policies) - len(policies)
    below = say.AND.fill(say.DECIDES, say.MORE.fill(more)) if more else say.DECIDES
    write_table(deck, "policies", lists.POLICIES_TITLE, below, rows, POLICIES_A_SLIDE)


def write_enterprises(deck: Deck) -> None:
    """Write four firms a slide, with their latest titles, and say how many are not shown."""
    firms = firms_of(deck.library, deck.choice)
    rows = []
    for firm in firms:
        state = firm.status if firm.status in ("signed", "in_talks", "building", "planned", "unverified") else None
        name = (Run(deck.say(firm.name)), *deck.label(firm))
        seen = deck.noted(deck.say(say_seen(firm.as_of)) if firm.as_of else "", firm.sources)
        rows.append(Line(name, _told(deck, firm), state, seen))
    more = len(deck.choice.enterprises) - len(firms)
    below = say.FIRMS_DECK.fill(len(firms), more) if more else lists.ENTERPRISES_DECK.fill(len(firms))
    write_table(deck, "enterprises", lists.ENTERPRISES_TITLE, below, rows, FIRMS_A_SLIDE)


def _told(deck: Deck, firm: Enterprise) -> str:
    """Return what a firm has achieved, without the year that stands beside it, or else what it does."""
    joint = "；" if deck.lang == "zh" else "; "
    year = (firm.as_of or "")[:4]
    dated = f"（{year}）" if deck.lang == "zh" else f" ({year})"
    parts = [deck.say(text).rstrip("①②③④⑤⑥⑦ ").removesuffix(dated) for text in firm.achievements]
    told = joint.join(within(words) if place and deck.lang == "en" else words for place, words in enumerate(parts))
    return told or deck.say(firm.does) or deck.say(firm.summary)


def write_services(deck: Deck) -> None:
    """Write the way of an early start as its steps, and everyday help below it."""
    known = [record for record in services_of(deck.library) if isinstance(record, Service)]
    if not known:
        return
    early = next((record for record in known if record.id == EARLY), None)
    if early is not None and early.steps:
        sheet = deck.slide("services")
        words = dated_sentence(deck, early)
        top = deck.head(sheet, "services", deck.say(service.TITLE_EARLY), words) + 6.0
        _write_steps(deck, sheet, early, top)
    rows = [
        Line(
            deck.say(service.HELP[record.id]),
            deck.say(record.statement),
            None,
            deck.noted(deck.say(say_seen(record.as_of)) if record.as_of else "", record),
        )
        for record in known
        if record.id in service.HELP
    ]
    if rows:
        write_table(deck, "services", say.SERVICES_TITLE, Text("", ""), rows, 4)


def _write_steps(deck: Deck, sheet: Sheet, early: Service, top: float) -> None:
    """Draw the first step, below it under a golden bracket the papers prepared meanwhile, then what both lead to.

    The papers bear no numbers: they run side by side, and beside the first step. Its caution stands below.
    """
    first, *papers = early.steps
    last = papers.pop() if papers else None
    wide = TEXT_W * FIRST_SHARE if last is not None else TEXT_W
    step = wide / max(1, len(papers))

    def write(draft: Sheet, size: float) -> float:
        style = BODY._replace(size_pt=size, leading_mm=size * 0.48, weight=500)
        below = _write_bar(deck, draft, (LEFT, top, wide), deck.say(first), style, EARLY_BAR, "#FFFFFF")
        end = below
        if papers:
            y = below + 7.0
            edge = [
                (LEFT + 0.4, below + 3.0),
                (LEFT + 0.4, y),
                (LEFT + wide - 0.4, y),
                (LEFT + wide - 0.4, below + 3.0),
            ]
            draft.path([edge], stroke=GOLD, width_mm=0.8)
            for place, words in enumerate(papers):
                x = LEFT + place * step
                draft.text(x, y + 12.6, "+", 24, 700, GOLD)
                placed = draft.paragraph(x + 9.0, y + 12.0, step - 15.0, deck.say(words), style)
                end = max(end, placed.bottom - style.leading_mm + 3.0)
        if last is not None:
            x = LEFT + wide + 12.0
            middle = (top + end) / 2
            draft.path([[(x - 9.0, middle), (x - 2.4, middle)]], stroke=GOLD, width_mm=0.8)
            draft.path(
                [[(x - 5.2, middle - 2.8), (x - 2.4, middle), (x - 5.2, middle + 2.8)]], stroke=GOLD, width_mm=0.8
            )
            ground = tokens.INK
            end = max(end, _write_bar(deck, draft, (x, top, RIGHT - x), deck.say(last), style, GOLD, ground, end - top))
        deck.chip(draft, LEFT, end + 13.0, early.status or "unverified", size=16)
        note = deck.noted(deck.say(early.note), early) if early.note is not None else ()
        return draft.paragraph(LEFT, end + 23.0, TEXT_W, note, NOTE).bottom - 7.0 if note else end + 13.0

    deck.settle(sheet, say.STEPS_BLOCK, SIZES, LAST_Y, write)


def _write_bar(
    deck: Deck,
    sheet: Sheet,
    bar: tuple[float, float, float],
    words: str,
    style: Style,
    ground: str,
    colour: str,
    least: float = 0.0,
) -> float:
    """Fill a bar (left, top, width) as high as its words in its middle need, or higher; return its foot."""
    x, y, width = bar
    style = style._replace(align="middle", colour=colour)
    lines = len(deck.setter.lay(words, (width - 8.0) * MM, style))
    tall = max(least, lines * style.leading_mm + 9.0)
    sheet.rect(x, y, width, tall, fill=ground, radius=1.5)
    base = y + tall / 2 + style.size_pt * 0.125 - (lines - 1) * style.leading_mm / 2
    sheet.paragraph(x + 4.0, base, width - 8.0, words, style)
    return y + tall


def write_table(deck: Deck, section: Section, title: Text, below: Text, rows: Sequence[Line], most: int) -> None:
    """Write rows evenly over as many slides as they need; each stands whole on one."""
    size, most = _fitting(deck, rows, most)
    groups = _shared(rows, most)
    for turn, shown in enumerate(groups, 1):
        sheet = deck.slide(section)
        top = deck.head(sheet, section, deck.counted(deck.say(title), turn, len(groups)), deck.say(below)) + 1.0

        def write(draft: Sheet, size: float, shown: Sequence[Line] = shown, top: float = top) -> float:
            scrap = Sheet(deck.setter, WIDE, TALL)
            heights = [_write_row(deck, scrap, row, 0.0, size) for row in shown]
            air = min(AIR_MOST, max(0.0, LAST_Y + 3.0 - top - sum(heights)) / most)
            y = top
            for row, height in zip(shown, heights, strict=True):
                rule(draft, y, strong=row is shown[0])
                _write_row(deck, draft, row, y, size)
                if row.key:
                    draft.bookmark(row.key, y)
                y += height + air
            return y - air

        deck.settle(sheet, lists_block(section), (size,), LAST_Y + 3.0, write)


def _fitting(deck: Deck, rows: Sequence[Line], most: int) -> tuple[float, int]:
    """Return one size for all slides of a list and how many rows each holds: fewer rows before small letters."""
    draft = Sheet(deck.setter, WIDE, TALL)
    room = LAST_Y + 3.0 - TABLE_Y
    for sizes in ((20.0, 18.0, 16.0), (15.0, LEAST_PT)):
        for count in range(most, 0, -1):
            for size in sizes:
                groups = [[_write_row(deck, draft, row, 0.0, size) for row in shown] for shown in _shared(rows, count)]
                if all(sum(group) <= room for group in groups):
                    return size, count
    return LEAST_PT, 1


def lists_block(section: Section) -> Text:
    """Return what a list is called where it finds no room."""
    named: dict[Section, Text] = {
        "policies": say.POLICIES_BLOCK,
        "enterprises": say.FIRMS_BLOCK,
        "match": say.MATCH_BLOCK,
        "also": say.ALSO_BLOCK,
    }
    return named.get(section, say.STEPS_BLOCK)


def _write_row(deck: Deck, sheet: Sheet, row: Line, top: float, size: float) -> float:
    """Write a row and return the height it takes."""
    name = HEAD._replace(size_pt=size, leading_mm=size * 0.46)
    base = top + size * 0.46
    ends = [sheet.paragraph(LEFT, base, NAME_W, row.name, name).bottom - name.leading_mm]
    small = BODY._replace(size_pt=max(14.0, size - 4.0), leading_mm=max(14.0, size - 4.0) * 0.46)
    ends.append(
        sheet.paragraph(WHAT_X, base, RIGHT - STATE_W - WHAT_X - 8.0, row.what, small).bottom - small.leading_mm
    )
    x, y = RIGHT - STATE_W, base
    if row.state is not None:
        deck.chip(sheet, x, y, row.state)
        y += 7.0
    ends.append(sheet.paragraph(x, y, STATE_W, row.seen, NOTE._replace(colour=TEXT, leading_mm=6.6)).bottom - 6.6)
    return max(ends) - top + 4.4


def _shared(rows: Sequence[T], most: int) -> list[Sequence[T]]:
    """Return rows in groups of nearly the same size, none longer than allowed."""
    count = -(-len(rows) // most)
    size, more = divmod(len(rows), max(1, count))
    groups, start = [], 0
    for place in range(count):
        end = start + size + (place < more)
        groups.append(rows[start:end])
        start = end
    return groups
