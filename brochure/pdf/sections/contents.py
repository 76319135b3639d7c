"""A letter, the contents with their page numbers, and the reasons made for this reader."""

from collections.abc import Sequence

from brochure import tokens
from brochure.model.kinds import Contact, Figure, ParkFact
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style, Words
from brochure.pdf.reasons import Reason, build_reasons
from brochure.words.dates import say_period
from brochure.words.numbers import say_figure
from brochure.words.page import letter as say
from brochure.words.page.furniture import say_count

RULE_Y = 42.0
LETTER_W = theme.columns_w(4) - 0.6
ENTRY_X = theme.column_x(4) + 4.0
NAME_X = ENTRY_X + 18.0
BLURB_X = NAME_X + 32.0
ROW = 15.0
DESK_Y = 150.0
REASON_W = 55.3


def reserve(edition: Edition) -> None:
    """Take the page; it is filled when all numbers are known."""
    edition.open("contents")


def fill(edition: Edition) -> None:
    """Write the page."""
    sheet = edition.first["contents"]
    edition.head(sheet, "contents", edition.say(say.TITLE))
    sheet.line(theme.LEFT, RULE_Y, theme.RIGHT, RULE_Y, tokens.INK, theme.RULE)
    _write_letter(edition, sheet)
    _write_desk(edition, sheet)
    _write_entries(edition, sheet)
    _write_reasons(edition, sheet)


def _write_letter(edition: Edition, sheet: Sheet) -> None:
    reader = edition.recipe.reader
    to = edition.say(say.TO.fill(reader) if reader else say.TO_VISITOR)
    texts = [words for words in (to, _made(edition), _park(edition), edition.say(say.ASK)) if words]
    style, gap = _fitting(edition, texts)
    y = RULE_Y + 5.4 + style.leading_mm
    for words in texts:
        y = sheet.paragraph(theme.LEFT, y, LETTER_W, words, style).bottom + gap


def _fitting(edition: Edition, texts: Sequence[Words]) -> tuple[Style, float]:
    """Return the largest style in which the letter ends above the desk; it is never cut."""
    room = DESK_Y - RULE_Y - 9
    for size, leading, gap in ((10.0, 6.0, 3.0), (9.5, 5.6, 2.6), (9.0, 5.2, 2.4), (8.5, 4.8, 2.0), (8.0, 4.4, 1.8)):
        style = theme.LETTER._replace(size_pt=size, leading_mm=leading)
        lines = sum(len(edition.setter.lay(words, LETTER_W * MM, style)) for words in texts)
        if lines * leading + gap * (len(texts) - 1) <= room:
            break
    return style, gap


def _made(edition: Edition) -> str:
    sectors = [edition.say(sector.short) for sector in edition.choice.sectors]
    if not sectors:
        return edition.say(say.MADE)
    joined = "、".join(sectors) if edition.lang == "zh" else ", ".join(sectors)
    return edition.say(say.MADE_FOR).replace("{}", joined)


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
            name, value = edition.say(record.name), say_figure(record, edition.lang)
            words = (
                f"{period}，{name} {value}"
                if edition.lang == "zh"
                else f"{name[:1].upper()}{name[1:]}: {value}, {period}"
            )
            runs.extend(edition.cited(words, record))
            runs.append(Run("。" if edition.lang == "zh" else "."))
            break
    return tuple(runs)


def _write_desk(edition: Edition, sheet: Sheet) -> None:
    """Write who to call: what the park has not given is asked for, not made up."""
    y = DESK_Y
    sheet.line(theme.LEFT, y, theme.LEFT + LETTER_W, y, tokens.RULE_PRINT, theme.HAIRLINE)
    sheet.text(theme.LEFT, y + 7.6, edition.say(say.DESK), 10, 700)
    y += 13.2
    x = theme.LEFT + sheet.text(theme.LEFT, y, edition.say(say.CONTACT), 8) + 4
    if edition.recipe.contact:
        sheet.paragraph(x, y, theme.LEFT + LETTER_W - x, edition.recipe.contact, theme.LABEL._replace(size_pt=8))
    else:
        draw_chip(sheet, x, y, "unverified", edition.lang, say.TO_BE_FILLED)
    for record in edition.library.records("contacts"):
        if isinstance(record, Contact) and record.number:
            words = f"{edition.say(say.HOTLINE)} {record.number}"
            line = sheet.runs(
                theme.LEFT,
                y + 4.7,
                edition.noted(words, record),
                theme.NOTE_LEFT._replace(size_pt=8, colour=tokens.INK),
            )
            code, after = edition.say(say.AREA_CODE), theme.LEFT + line + 3
            if after + edition.setter.measure(code, 8) / MM > theme.LEFT + LETTER_W:
                after, y = theme.LEFT, y + 4.5
            sheet.text(after, y + 4.7, code, 8, 400, tokens.SLATE)
            name = edition.say(record.name)
            sheet.paragraph(theme.LEFT, y + 9.2, LETTER_W, name, theme.NOTE_LEFT)
            break


def _write_entries(edition: Edition, sheet: Sheet) -> None:
    entries = [section for section in edition.choice.sections if section in say.ENTRY]
    row = min(ROW, (theme.GOLD_Y - 6 - RULE_Y) / max(1, len(entries)))
    for place, section in enumerate(entries):
        top = RULE_Y + place * row
        base = top + row / 2 + 2.2
        number = edition.number(section)
        sheet.text(ENTRY_X, base + 0.6, str(number), 20, 500, tokens.LAKE)
        sheet.text(NAME_X, base, edition.say(say.ENTRY[section]), 12 if edition.lang == "zh" else 10.5, 700)
        blurb = edition.setter.lay(edition.say(say.BLURB[section]), (theme.RIGHT - BLURB_X) * MM, theme.NOTE_LEFT)
        sheet.paragraph(
            BLURB_X,
            base - (len(blurb) - 1) * 2.25,
            theme.RIGHT - BLURB_X,
            edition.say(say.BLURB[section]),
            theme.NOTE_LEFT,
        )
        if place < len(entries) - 1:
            sheet.line(ENTRY_X, top + row, theme.RIGHT, top + row, tokens.RULE_PRINT, theme.HAIRLINE)
        sheet.link((ENTRY_X, top, theme.RIGHT - ENTRY_X, row), edition.key(section))


def _write_reasons(edition: Edition, sheet: Sheet) -> None:
    reasons = build_reasons(edition.library, edition.choice)
    if not reasons:
        return
    sheet.line(0, theme.GOLD_Y, theme.PAGE_W, theme.GOLD_Y, tokens.GOLD, theme.GOLD_RULE)
    count = edition.say(say_count(len(reasons)))
    reader = edition.recipe.reader
    heading = edition.say(say.REASONS_FOR.fill(reader, count) if reader else say.REASONS.fill(count))
    placed = sheet.paragraph(theme.LEFT, theme.GOLD_Y + 10.2, theme.TEXT_W, heading[:1].upper() + heading[1:], theme.H2)
    top = placed.bottom + 7.5
    foot = max(_write_reason(edition, sheet, reason, place, top) for place, reason in enumerate(reasons))
    sheet.paragraph(theme.LEFT, max(foot + 3, 264.0), theme.TEXT_W, edition.say(say.REASONS_NOTE), theme.NOTE)


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
