"""Words of the office's own: what the guard says of them, and how they flow, line by line and page by page."""

from collections.abc import Iterator

from brochure import tokens
from brochure.claims import OVERRIDABLE, Claim, judge_text
from brochure.claims.records import SAID
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Line, Run, Style
from brochure.pdf.recipe import OWN, OwnBlock, OwnWords, Recipe, Section
from brochure.pdf.tables import NEXT_TOP_Y
from brochure.words import Lang, Text
from brochure.words import brochure as say
from brochure.words.page.furniture import ON_REQUEST
from brochure.words.text import shown

PARAGRAPH_GAP = 3.0
KEPT_WITH_TAIL = 3
STANDS: dict[OwnBlock, Section] = {"greeting": "contents", "closing": "sources"}
"""The section that prints each block."""


def said(claim: Claim) -> Text:
    """Return what is said of a claim in own words: they have no quote beside them that could carry it."""
    sentence = say.OWN_SUPERLATIVE if claim.rule == "superlative" else SAID[claim.rule]
    return sentence.fill(shown(claim.wording))


def blocks(recipe: Recipe) -> Iterator[tuple[OwnBlock, OwnWords]]:
    """Yield each block of own words that a recipe has."""
    for name in OWN:
        words = getattr(recipe, name)
        if isinstance(words, OwnWords) and (words.zh or words.en):
            yield name, words


def claims(words: OwnWords, languages: tuple[Lang, ...]) -> tuple[Claim, ...]:
    """Return what the guard finds in the sides that are printed."""
    printed = dict.fromkeys(words.to(lang) for lang in languages)
    return tuple(claim for text in printed for claim in judge_text(text))


def runs(edition: Edition, words: OwnWords | None) -> tuple[Run, ...]:
    """Return the words of this language, with the label where they are printed only because somebody insists."""
    text = words.to(edition.lang) if words is not None else ""
    if not text:
        return ()
    forced = edition.recipe.force_unverified and any(claim.rule in OVERRIDABLE for claim in judge_text(text))
    label = (Run(edition.say(ON_REQUEST), 700, tokens.BRICK, 7.5),) if forced else ()
    return (Run(text), *label)


def height(lines: tuple[Line, ...], style: Style) -> float:
    """Return how high lines stand, with the gaps between their paragraphs."""
    return len(lines) * style.leading_mm + PARAGRAPH_GAP * sum("\n" in line.joint for line in lines)


def write_lines(sheet: Sheet, lines: tuple[Line, ...], x: float, y: float, style: Style) -> float:
    """Write lines from a baseline on and return where the next would come."""
    sheet.paragraphs.append((lines, lines[0].width_pt + lines[0].room_pt if lines else 0.0))
    for line in lines:
        sheet.put_line(line, x, y, style)
        y += style.leading_mm + (PARAGRAPH_GAP if "\n" in line.joint else 0.0)
    return y


def flow(
    edition: Edition,
    section: Section,
    words: tuple[Run, ...],
    style: Style,
    sheet: Sheet,
    y: float,
    width: float,
    tail_mm: float = 0.0,
) -> tuple[Sheet, float]:
    """Write words down a page and over as many more as they need; return the last page and where it ends.

    No page begins with the last line of all, and what follows, ``tail_mm`` high, has a few lines above it.
    """
    rest = edition.setter.lay(words, width * MM, style)
    while True:
        room = _fitting(rest, y, style)
        ends = y + height(rest, style) + tail_mm
        if room >= len(rest) and (ends <= theme.LAST_LINE_Y + style.leading_mm or not tail_mm or len(rest) == 1):
            return sheet, write_lines(sheet, rest, theme.LEFT, y, style)
        if room >= len(rest):
            room = max(1, len(rest) - KEPT_WITH_TAIL)
        elif len(rest) - room == 1 and room > 1:
            room -= 1
        write_lines(sheet, rest[:room], theme.LEFT, y, style)
        rest = rest[room:]
        sheet, y = edition.open(section), NEXT_TOP_Y + style.leading_mm


def _fitting(lines: tuple[Line, ...], y: float, style: Style) -> int:
    """Return how many lines stand above the foot of the page, one at least."""
    for number, line in enumerate(lines):
        if number and y > theme.LAST_LINE_Y:
            return number
        y += style.leading_mm + (PARAGRAPH_GAP if "\n" in line.joint else 0.0)
    return len(lines)
