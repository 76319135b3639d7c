"""A letter, the contents with their page numbers, and the reasons made for this reader."""

from collections.abc import Sequence
from contextlib import nullcontext
from typing import NamedTuple

from brochure import tokens
from brochure.model.kinds import Contact, Figure, ParkFact
from brochure.pdf import own_words, theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style, Words
from brochure.pdf.reasons import Reason, build_reasons, is_chosen
from brochure.pdf.sections import person
from brochure.words.dates import say_period
from brochure.words.numbers import say_counted
from brochure.words.page import letter as say
from brochure.words.page.furniture import say_count
from brochure.words.sentence import begun, within

RULE_Y = 42.0
LETTER_W = theme.columns_w(4) - 0.6
FIRST_Y = RULE_Y + 11.0
"""Baseline of the first line of the letter and of the first line of the list."""

ENTRY_X = theme.column_x(4) + 4.0
NAME_X = ENTRY_X + 18.0
BLURB_X = NAME_X + 32.0
ROW = 15.0
LAST_ENTRY_Y = theme.GOLD_Y - 9.0
DESK_Y = 150.0
DESK_GAP = 11.0
"""White between what stands lowest at the desk and the golden line."""
GREETING_W = theme.columns_w(9)
SIGNED_MM = 22.0
REASON_W = 55.3
LOGO_Y = 20.0
LEAST_GREETING_PT = 8.5
TO_LINES = 8
HEADING_LINES = 2


class _Letter(NamedTuple):
    """What the letter beside the contents says, and how it is set."""

    texts: tuple[Words, ...]
    style: Style
    gap: float
    fits: bool


def reserve(edition: Edition) -> None:
    """Take the page; it is filled when all numbers are known. A greeting too long for it has pages before it."""
    if not _letter(edition, greets=True).fits:
        _write_greeting(edition)
    edition.listing = edition.open("contents")


def fill(edition: Edition) -> None:
    """Write the page, all but its list."""
    sheet = edition.listing
    assert sheet is not None
    edition.head(sheet, "contents", edition.say(say.TITLE))
    sheet.line(theme.LEFT, RULE_Y, theme.RIGHT, RULE_Y, tokens.INK, theme.RULE)
    person.draw_logo(edition, sheet, LOGO_Y)
    _write_letter(edition, sheet)
    _write_desk(edition, sheet, _desk_y(edition))
    edition.contents_at = len(sheet.ops)
    _write_reasons(edition, sheet)


def fill_list(edition: Edition) -> None:
    """Write the list where it belongs; the back has its number only when the last page is there."""
    sheet = edition.listing
    assert sheet is not None
    with sheet.beneath(edition.contents_at):
        _write_entries(edition, sheet)


def _write_letter(edition: Edition, sheet: Sheet) -> None:
    letter = _letter(edition, greets=edition.first["contents"] is sheet)
    y = FIRST_Y
    for words in letter.texts:
        lines = edition.setter.lay(words, LETTER_W * MM, letter.style)
        y = own_words.write_lines(sheet, lines, theme.LEFT, y, letter.style) + letter.gap


def _letter(edition: Edition, *, greets: bool) -> _Letter:
    """Return the letter, with the greeting unless that has pages of its own; a greeting is never small."""
    greeting = own_words.runs(edition, edition.recipe.greeting) if greets else ()
    usual = (_made(edition), _park(edition), edition.say(say.ASK))
    for kept in (3, 2, 1):  # our own sentences give way before the office's go elsewhere or anything is cut
        texts = tuple(words for words in (_to(edition), greeting, *usual[:kept]) if words)
        style, gap, fits = _fitting(edition, texts)
        if fits and (style.size_pt >= LEAST_GREETING_PT or not greeting):
            break
    return _Letter(texts, style, gap, not greeting or (fits and style.size_pt >= LEAST_GREETING_PT))


def _to(edition: Edition) -> str:
    """Return the words that begin the letter; a name too long for its column stands whole on the cover."""
    reader = edition.recipe.reader
    words = edition.say(say.TO.fill(reader) if reader else say.TO_VISITOR)
    lines = edition.setter.lay(words, LETTER_W * MM, theme.LETTER._replace(size_pt=8.0))
    return words if len(lines) <= TO_LINES else edition.say(say.TO_VISITOR)


def _fitting(edition: Edition, texts: Sequence[Words]) -> tuple[Style, float, bool]:
    """Return the largest style in which the letter ends above the desk, and whether there is one; it is never cut."""
    room = _desk_y(edition) - RULE_Y - 9.6
    for size, leading, gap in ((10.0, 6.0, 3.0), (9.5, 5.6, 2.6), (9.0, 5.2, 2.4), (8.5, 4.8, 2.0), (8.0, 4.4, 1.8)):
        style = theme.LETTER._replace(size_pt=size, leading_mm=leading)
        tall = sum(own_words.height(edition.setter.lay(words, LETTER_W * MM, style), style) for words in texts)
        if tall + gap * (len(texts) - 1) <= room:
            return style, gap, True
    return style, gap, False


def _write_greeting(edition: Edition) -> None:
    """Write a long greeting on pages of its own, signed by the sender."""
    sheet = edition.open("contents")
    top = edition.head(sheet, "contents", edition.say(say.GREETING_TITLE))
    sheet.line(theme.LEFT, RULE_Y, theme.RIGHT, RULE_Y, tokens.INK, theme.RULE)
    person.draw_logo(edition, sheet, LOGO_Y)
    y = max(top, RULE_Y + 6) + theme.LETTER.leading_mm
    y = sheet.paragraph(theme.LEFT, y, GREETING_W, _to(edition), theme.LETTER).bottom + own_words.PARAGRAPH_GAP
    words = own_words.runs(edition, edition.recipe.greeting)
    signed = SIGNED_MM if person.is_named(edition) else 0.0
    sheet, y = own_words.flow(edition, "contents", words, theme.BODY, sheet, y, GREETING_W, signed)
    if not signed:
        return
    y = sheet.paragraph(theme.LEFT, y + 5, GREETING_W, edition.sender.name, theme.H2).bottom
    role = ("　" if edition.lang == "zh" else ", ").join(
        part for part in (edition.sender.role, edition.sender.organisation) if part
    )
    sheet.paragraph(theme.LEFT, y, GREETING_W, role, theme.NOTE_LEFT._replace(size_pt=8.5))


def _made(edition: Edition) -> str:
    sectors = [edition.say(sector.short) for sector in edition.choice.sectors]
    if not sectors:
        return edition.say(say.MADE)
    inside = [within(sector, is_name=False) for sector in sectors]
    joined = "、".join(sectors) if edition.lang == "zh" else ", ".join(inside)
    return edition.say(say.MADE_FOR if len(sectors) == 1 else say.MADE_FOR_FIELDS).replace("{}", joined)


def _park(edition: Edition) -> tuple[Run, ...]:
    """Return where the park lies and how many firms it has, from the records that say so."""
    runs: list[Run] = []
    for record in edition.library.records("park"):
        if isinstance(record, ParkFact) and record.aspect == "location":
            runs.extend(edition.cited(edition.say(record.statement).rstrip("。."), record))
            runs.append(Run("。" if edition.lang == "zh" else ". "))
            break
    for record in edition.library.records("figures"):
        if isinstance(record, Figure) and record.headline == 1 and record.as_of:
            period = edition.say(say_period(record.as_of, record.span))
            counted = say_counted(record.name, record, edition.lang)
            zh = edition.lang == "zh"
            words = f"{counted}（{period}）" if zh else f"{begun(counted)} ({period})"
            runs.extend(edition.cited(words, record))
            runs.append(Run("。" if edition.lang == "zh" else "."))
            break
    return tuple(runs)


def _desk_y(edition: Edition) -> float:
    """Return where the desk begins: a sender with a photo and long lines needs more than the rest of the column."""
    if not person.is_named(edition):
        return DESK_Y
    height = _write_desk(edition, Sheet(edition.setter), 0.0)
    return min(DESK_Y, theme.GOLD_TOP + DESK_GAP - 4 - height)


def _write_desk(edition: Edition, sheet: Sheet, y: float) -> float:
    """Write who to call and return where it ends: what the park has not given is asked for, not made up."""
    sheet.line(theme.LEFT, y, theme.LEFT + LETTER_W, y, tokens.RULE_PRINT, theme.HAIRLINE)
    sheet.text(theme.LEFT, y + 7.6, edition.say(say.YOUR_CONTACT if person.is_named(edition) else say.DESK), 10, 700)
    y += 13.2
    if person.is_named(edition):
        y = person.write_in_letter(edition, sheet, theme.LEFT, y - 2.6, LETTER_W) + 1.6
    elif edition.recipe.contact:
        x = theme.LEFT + sheet.text(theme.LEFT, y, edition.say(say.CONTACT), 8) + 4
        sheet.paragraph(x, y, theme.LEFT + LETTER_W - x, edition.recipe.contact, theme.LABEL._replace(size_pt=8))
    else:
        x = theme.LEFT + sheet.text(theme.LEFT, y, edition.say(say.CONTACT), 8) + 4
        draw_chip(sheet, x, y, "unverified", edition.lang, say.TO_BE_FILLED)
    for record in edition.library.records("contacts"):
        if isinstance(record, Contact) and record.number:
            name = edition.noted(edition.say(record.name), record)
            y = sheet.paragraph(theme.LEFT, y + 4.7, LETTER_W, name, theme.NOTE_LEFT).bottom
            number = edition.say(say.AREA_CODE.fill(record.number))
            style = theme.NOTE_LEFT._replace(size_pt=8, colour=tokens.INK)
            return sheet.paragraph(theme.LEFT, y, LETTER_W, number, style).bottom
    return y


def _write_entries(edition: Edition, sheet: Sheet) -> None:
    entries = [part for part in edition.parts if part in say.BLURB and part in edition.first]
    row = min(ROW, (LAST_ENTRY_Y - FIRST_Y) / max(1, len(entries) - 1))
    for place, part in enumerate(entries):
        base = FIRST_Y + place * row
        foot = base + row / 2 - 2.0
        sheet.text(ENTRY_X, base + 0.6, str(edition.number(part)), 20, 500, tokens.LAKE)
        sheet.text(NAME_X, base, edition.short_name(part), 12 if edition.lang == "zh" else 10.5, 700)
        words, width = edition.say(say.BLURB[part]), theme.RIGHT - BLURB_X
        lines = len(edition.setter.lay(words, width * MM, theme.NOTE_LEFT))
        sheet.paragraph(BLURB_X, base - (lines - 1) * 2.25, width, words, theme.NOTE_LEFT)
        if place < len(entries) - 1:
            sheet.line(ENTRY_X, foot, theme.RIGHT, foot, tokens.RULE_PRINT, theme.HAIRLINE)
        sheet.link((ENTRY_X, foot - row, theme.RIGHT - ENTRY_X, row), edition.key(part))


def _write_reasons(edition: Edition, sheet: Sheet) -> None:
    reasons = build_reasons(edition.library, edition.choice)
    if not reasons:
        return
    sheet.line(theme.EDGE_LEFT, theme.GOLD_Y, theme.EDGE_RIGHT, theme.GOLD_Y, tokens.GOLD, theme.GOLD_RULE)
    count = edition.say(say_count(len(reasons)))
    reader = edition.recipe.reader
    heading = edition.say(say.REASONS_FOR.fill(reader, count) if reader else say.REASONS.fill(count))
    if len(edition.setter.lay(heading, theme.TEXT_W * MM, theme.H2)) > HEADING_LINES:
        heading = edition.say(say.REASONS.fill(count))
    placed = sheet.paragraph(theme.LEFT, theme.GOLD_Y + 10.2, theme.TEXT_W, begun(heading), theme.H2)
    top = placed.bottom + 7.5
    foot = top
    for place, reason in enumerate(reasons):
        with sheet.telling(reason.record.id) if reason.record is not None else nullcontext():
            foot = max(foot, _write_reason(edition, sheet, reason, place, top))
    note = edition.say(say.REASONS_NOTE if is_chosen(edition.choice) else say.REASONS_NOTE_PLAIN)
    sheet.paragraph(theme.LEFT, max(foot + 3, 264.0), theme.TEXT_W, note, theme.NOTE)


def _write_reason(edition: Edition, sheet: Sheet, reason: Reason, place: int, top: float) -> float:
    x = theme.LEFT + place * (REASON_W + 6)
    sheet.text(x, top, str(place + 1), 26, 700, tokens.GOLD_TEXT)
    heading = sheet.paragraph(x, top + 7.6, REASON_W, edition.say(reason.heading), theme.H3)
    body = edition.cited(edition.say(reason.body).rstrip("。."), reason.sources)
    label = edition.label(reason.record) if reason.record is not None else ()
    full = (*body, *label, Run("。" if edition.lang == "zh" else "."))
    size, leading = (9.5, 5.6) if edition.lang == "zh" else (9.0, 5.0)  # English takes a line or two more
    style = theme.LETTER._replace(size_pt=size, leading_mm=leading)
    return sheet.paragraph(x, heading.bottom + 0.9, REASON_W, full, style).bottom
