"""The back: what to do next and whom to call above the golden line, and below it where everything comes from."""

from collections.abc import Sequence

from brochure import tokens
from brochure.charts.fan import build_fan
from brochure.maps.layers import credits_for
from brochure.model.kinds import Contact
from brochure.pdf import own_words, theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style
from brochure.pdf.qr import build_card, draw_code
from brochure.pdf.sections import entries, person, readings
from brochure.pdf.sections.entries import LINE
from brochure.pdf.tables import NEXT_TOP_Y
from brochure.words.dates import say_date
from brochure.words.page import back as say
from brochure.words.page import furniture
from brochure.words.page.land import NOT_REVIEWED
from brochure.words.page.letter import CLOSING_TITLE, CONTACT
from brochure.words.sentence import begun

FAINT = "#9FB2BC"
BRIGHT_LAKE = tokens.DARK["brand"]
CODE_MM = 56.0
CODE_X = theme.RIGHT - CODE_MM
CODE_Y = 52.0
STEPS_Y = 57.0
STEP_MM = 25.0
STEP_X = 31.8
HOTLINE_Y = 152.0
SENDER_AT = ((137.0, 1.0), (130.0, 1.0), (126.0, 0.9), (126.0, 0.8), (126.0, 0.75))
"""Where the sender begins and how large it is: long lines go higher and smaller before they reach the golden line."""
CONTACT_W = 96.0
LOGO_Y = 8.0
CLOSING_Y = CODE_Y + CODE_MM + 24.0
CLOSING_LINES = 5
CLOSING_W = theme.columns_w(9)
LIST_Y = 206.6
LIST_HIGH_Y = 203.4
"""Where a list begins that would otherwise just not fit below the golden line."""
LIST_W = 102.0
NOTES_X = 126.0
NOTES_W = theme.RIGHT - NOTES_X
LAST_Y = 287.0
READER_LINES = 4
ON_INK = Style(9.5, 5.6, 400, "#DCE5E8", "left")


def reserve(edition: Edition) -> None:
    """Write the readings, then take the last page."""
    readings.write(edition)
    edition.open("sources", bare=True)


def fill(edition: Edition) -> None:
    """Write the last page, once all others have said what they cite; a list too long for it gets pages before it."""
    back = edition.book.sheets.pop()
    left, top, width, _ = theme.WHOLE
    back.ground((left, top, width, theme.GOLD_Y - top), tokens.INK)
    fan = build_fan(
        edition.library.profile,
        lines=16,
        most=2.4,
        band=False,
        true_line=False,
        above_only=True,
        bleed_mm=theme.BLEED,
    )
    back.draw(fan)
    back.rect(left, theme.GOLD_Y - 0.35, width, 0.7, fill=tokens.GOLD)
    _write_steps(edition, back)
    _write_contact(edition, back)
    listed = entries.entries_of(edition)
    tall = 6.2 + entries.height_mm(edition, listed, LIST_W)
    list_y = next((y for y in (LIST_Y, LIST_HIGH_Y) if y + tall <= LAST_Y), None)
    if list_y is not None:
        back.text(theme.LEFT, list_y, edition.say(say.SOURCES), 10, 700)
        entries.write(edition, back, listed, list_y + 6.2, LIST_W)
    else:
        _write_list(edition, back, listed)
    _write_closing(edition, back)
    edition.book.sheets.append(back)
    columns = (theme.LEFT, NOTES_X) if list_y is None else (NOTES_X, NOTES_X)
    _write_notes(edition, back, columns, LIST_Y if list_y is None else list_y)


def _write_list(edition: Edition, back: Sheet, listed: Sequence[entries.Entry]) -> None:
    """Write the list on pages of its own; the first takes the place that the outline had for the back."""
    first: Sheet | None = None
    while listed:
        sheet = edition.open("sources")
        y = NEXT_TOP_Y
        if first is None:
            first = sheet
            y = edition.head(sheet, "sources", edition.say(say.SOURCES)) + 4
        listed = entries.write(edition, sheet, listed, y, theme.TEXT_W, theme.LAST_LINE_Y)
    if first is not None:
        first.headings, back.headings = back.headings, []
        first.places.update(back.places)
        back.places.clear()
        edition.first["sources"] = first


def _write_closing(edition: Edition, back: Sheet) -> None:
    """Write the closing words under the code, or on pages of their own before the back where they are longer."""
    words = own_words.runs(edition, edition.recipe.closing)
    lines = edition.setter.lay(words, CODE_MM * MM, ON_INK) if words else ()
    if len(lines) <= CLOSING_LINES:
        own_words.write_lines(back, tuple(lines), CODE_X, CLOSING_Y, ON_INK)
        return
    sheet = edition.open("sources")
    y = edition.head(sheet, "sources", edition.say(CLOSING_TITLE))
    own_words.flow(edition, "sources", words, theme.BODY, sheet, y + theme.BODY.leading_mm, CLOSING_W)


# above the line


def _write_steps(edition: Edition, sheet: Sheet) -> None:
    sheet.text(theme.LEFT, theme.EYEBROW_Y + 3.4, edition.say(say.EYEBROW), 9.5, 500, BRIGHT_LAKE)
    title = edition.say(say.TITLE)
    size = edition.setter.fit_size(title, theme.TEXT_W * MM, 26, 18, 700)
    sheet.text(theme.LEFT, theme.TITLE_BASE, title, size, 700, tokens.WHITE)
    for place, (name, words) in enumerate(say.STEPS):
        y = STEPS_Y + place * STEP_MM
        sheet.text(theme.LEFT, y + 6.4, str(place + 1), 34, 700, tokens.GOLD_BRIGHT)
        sheet.text(STEP_X, y, edition.say(name), 13, 700, tokens.WHITE)
        sheet.paragraph(STEP_X, y + 7.0, CODE_X - STEP_X - 12, edition.say(words), ON_INK)


def _write_contact(edition: Edition, sheet: Sheet) -> None:
    contacts = [record for record in edition.library.records("contacts") if isinstance(record, Contact)]
    hotline = next((record for record in contacts if record.number), None)
    office = next((record for record in contacts if record.address is not None), None)
    draw_code(sheet, CODE_X, CODE_Y, CODE_MM, card(edition, hotline, office))
    sheet.text(CODE_X, CODE_Y + CODE_MM + 6.8, edition.say(say.SCAN), 10, 700, tokens.WHITE)
    style = theme.NOTE_LEFT._replace(colour=FAINT)
    sheet.paragraph(CODE_X, CODE_Y + CODE_MM + 12.2, CODE_MM, edition.say(say.SCAN_NOTE), style)
    person.draw_logo(edition, sheet, LOGO_Y, tile=True)
    for top, scale in SENDER_AT:
        if _write_reach(edition, Sheet(edition.setter), hotline, office, top, scale) <= theme.GOLD_Y - 1.0:
            break
    _write_reach(edition, sheet, hotline, office, top, scale)


def _write_reach(
    edition: Edition, sheet: Sheet, hotline: Contact | None, office: Contact | None, top: float, scale: float
) -> float:
    """Write who answers, the hotline and where the park is; return where that ends."""
    style = theme.NOTE_LEFT._replace(colour=ON_INK.colour)
    gap = "　" if edition.lang == "zh" else ", "
    named = person.is_named(edition)
    width = CONTACT_W if named else 88.0
    y = person.write_on_back(edition, sheet, theme.LEFT, top, CONTACT_W, scale) if named else HOTLINE_Y
    if hotline is not None and hotline.number:
        told = f"{edition.say(hotline.name)}{gap}{edition.say(say.AREA_CODE)}"
        if named:
            words = edition.noted(f"{hotline.number}{gap}{told}", hotline)
            y = sheet.paragraph(theme.LEFT, y, width, _bright(words), style).bottom
        else:
            sheet.text(theme.LEFT, y, hotline.number, 34, 500, tokens.WHITE, tracking_em=-0.01)
            sheet.paragraph(theme.LEFT, y + 6.8, width, _bright(edition.noted(told, hotline)), style)
            y += 11.8
    if office is not None:
        park = edition.say(furniture.PARK_FULL)
        words = edition.noted(f"{park}{gap}{edition.say(office.address)}", office)
        y = sheet.paragraph(theme.LEFT, y, width, _bright(words), style).bottom
    if edition.recipe.contact:
        contact = f"{edition.say(CONTACT)}{'　' if edition.lang == 'zh' else ': '}{edition.recipe.contact}"
        y = sheet.paragraph(theme.LEFT, y, width, contact, style).bottom
    return y - style.leading_mm


def _bright(words: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return words with their marks in a lake that reads on the dark ground."""
    return tuple(run._replace(colour=BRIGHT_LAKE) if run.colour else run for run in words)


def card(edition: Edition, hotline: Contact | None, office: Contact | None, about: str = "") -> str:
    """Return the card of what is really known; what is open is said in its note, after what the page is ``about``."""
    place, country = edition.say(say.CARD_PLACE), edition.say(say.CARD_COUNTRY)
    sender = edition.sender if person.is_named(edition) else None
    name = sender.name if sender else edition.say(furniture.PARK)
    return build_card(
        (
            ("N", (name, "", "", "", "")),
            ("FN", name),
            ("ORG", (sender.organisation if sender else "") or edition.say(furniture.PARK_FULL)),
            ("TITLE", sender.role if sender else ""),
            ("TEL;TYPE=work,voice", sender.phone if sender else ""),
            ("TEL;TYPE=work,voice", hotline.number or "" if hotline else ""),
            ("EMAIL", sender.email if sender else ""),
            ("ADR;TYPE=work", ("", "", "", place, "", "", country) if office else ""),
            ("NOTE", about + edition.say(say.CARD_NOTE.fill(edition.library.content_version))),
        )
    )


# below the line


def _write_notes(edition: Edition, sheet: Sheet, columns: tuple[float, float], top: float) -> None:
    """Write about the maps, then the rest in the same column or in the one beside it."""
    x, y = columns[0], top
    if {"location", "zones"} & set(edition.choice.sections):
        between = "；" if edition.lang == "zh" else "; "
        credit = between.join(edition.say(text) for text in credits_for(edition.features))
        credit = begun(credit)
        number = edition.review_number or edition.say(NOT_REVIEWED)
        words = edition.say(say.MAP_WORDS.fill(credit, number))
        y = _write_note(sheet, x, y, edition.say(say.MAP_NOTE), words)
        if columns[1] != x:
            x, y = columns[1], top
    y = _write_note(sheet, x, y, edition.say(say.DISCLAIMER), edition.say(say.DISCLAIMER_WORDS))
    gap = "　" if edition.lang == "zh" else "  ·  "
    version = edition.say(furniture.VERSION.fill(edition.library.content_version))
    dated = edition.say(furniture.DATA_TO.fill(say_date(edition.library.content_date)))
    sheet.text(x, y, f"{version}{gap}{dated}", 7.5, 400)
    if edition.recipe.reader is None:
        return
    reader = edition.say(furniture.FOR.fill(edition.recipe.reader))
    lines = edition.setter.lay(reader, NOTES_W * MM, LINE)
    if len(lines) <= READER_LINES:  # a longer name stands whole on the cover
        sheet.paragraphs.append((lines, NOTES_W * MM))
        for place, line in enumerate(lines, 1):
            sheet.put_line(line, x, y + place * LINE.leading_mm, LINE)


def _write_note(sheet: Sheet, x: float, y: float, heading: str, words: str) -> float:
    sheet.text(x, y, heading, 10, 700)
    return sheet.paragraph(x, y + 6.2, NOTES_W, words, theme.NOTE_LEFT).bottom + 3.4
