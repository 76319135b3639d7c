"""The slide of reasons: what speaks for the park to one reader, in three columns with their marks."""

from typing import Final

from brochure import tokens
from brochure.pdf.book import Sheet
from brochure.pdf.formats.deck import GOLD, HEAD, LAST_Y, LEFT, NOTE, SIZES, TEXT_W, Deck
from brochure.pdf.lines import Run
from brochure.pdf.reasons import COUNT, Reason, build_reasons
from brochure.words.page import formats as say
from brochure.words.page import letter
from brochure.words.page.furniture import say_count
from brochure.words.sentence import begun

GAP: Final = 14.0
STEP: Final = (TEXT_W + GAP) / COUNT
WIDTH: Final = STEP - GAP


def write_reasons(deck: Deck) -> None:
    """Write the slide for a reader whose sectors are known; without them no reason is anybody's own."""
    reasons = build_reasons(deck.library, deck.choice) if deck.choice.sectors else ()
    if not reasons:
        return
    sheet = deck.slide("cover")
    count, reader = deck.say(say_count(len(reasons))), deck.recipe.reader
    title = deck.say(letter.REASONS_FOR.fill(reader, count) if reader else letter.REASONS.fill(count))
    top = deck.head(sheet, "cover", begun(title), eyebrow=say.REASONS) + 10.0

    def write(draft: Sheet, size: float) -> float:
        return max(_write_reason(deck, draft, reason, place, top, size) for place, reason in enumerate(reasons))

    deck.settle(sheet, say.STATEMENT_BLOCK, SIZES, LAST_Y - 12.0, write)
    sheet.paragraph(LEFT, LAST_Y - 2.0, TEXT_W, deck.say(letter.REASONS_NOTE), NOTE)


def _write_reason(deck: Deck, sheet: Sheet, reason: Reason, place: int, top: float, size: float) -> float:
    x = LEFT + place * STEP
    sheet.text(x, top + 6.0, str(place + 1), 40, 700, GOLD)
    head = HEAD._replace(size_pt=size, leading_mm=size * 0.46)
    below = sheet.paragraph(x, top + 20.0, WIDTH, deck.say(reason.heading), head).bottom
    body = HEAD._replace(size_pt=max(14.0, size - 2.0), leading_mm=max(14.0, size - 2.0) * 0.5, weight=400)
    words = deck.cited(deck.say(reason.body).rstrip("。."), reason.sources)
    label = deck.label(reason.record) if reason.record is not None else ()
    end = Run("。" if deck.lang == "zh" else ".", colour=tokens.DARK["text"])
    return sheet.paragraph(x, below + 2.0, WIDTH, (*words, *label, end), body).bottom - body.leading_mm
