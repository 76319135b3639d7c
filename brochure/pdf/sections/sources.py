"""The back: what to do next and whom to call above the golden line, and below it where everything comes from."""

from collections.abc import Iterator
from itertools import groupby

from brochure import tokens
from brochure.charts.fan import build_fan
from brochure.maps.layers import credits_for
from brochure.model.kinds import Contact, Source
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style
from brochure.pdf.qr import build_card, draw_code
from brochure.pdf.sections import readings
from brochure.provenance import counted_to
from brochure.words import provenance as proof_say
from brochure.words.dates import say_date, say_seen
from brochure.words.kinds import TO_BE_CONFIRMED
from brochure.words.page import back as say
from brochure.words.page import furniture
from brochure.words.page.letter import CONTACT

FAINT = "#9FB2BC"
BRIGHT_LAKE = tokens.DARK["brand"]
CODE_MM = 56.0
CODE_X = theme.RIGHT - CODE_MM
CODE_Y = 52.0
STEPS_Y = 57.0
STEP_MM = 25.0
STEP_X = 31.8
HOTLINE_Y = 152.0
LIST_Y = 206.6
LIST_W = 102.0
ITEM_X = theme.LEFT + 5.6
NOTES_X = 126.0
NOTES_W = theme.RIGHT - NOTES_X
LAST_Y = 287.0
READER_LINES = 4
USUAL_PAGES = (2, 3, 6, 7, 8, 10, 12, 13, 14)
"""On how many pages a source is used in a whole book: the entries are measured before these are known."""
LINE = Style(7.5, 4.05, 400, tokens.INK, "left")
ON_INK = Style(9.5, 5.6, 400, "#DCE5E8", "left")


def reserve(edition: Edition) -> None:
    """Write the readings, then take the last page, and one before it where the back could not hold every source."""
    readings.write(edition)
    if not _fits_on_back(edition):
        edition.open("sources")
    edition.open("sources", bare=True)


def fill(edition: Edition) -> None:
    """Write the pages, once all others have said what they cite."""
    fits = _fits_on_back(edition)
    back = edition.book.sheets[-1]
    first = back if fits else edition.book.sheets[-2]
    back.rect(0, 0, theme.PAGE_W, theme.GOLD_Y, fill=tokens.INK)
    back.draw(build_fan(edition.library.profile, lines=16, most=2.4, band=False, true_line=False, above_only=True))
    back.rect(0, theme.GOLD_Y - 0.35, theme.PAGE_W, 0.7, fill=tokens.GOLD)
    _write_steps(edition, back)
    _write_contact(edition, back)
    if back is first:
        _write_sources(edition, back, LIST_Y, LIST_W)
    else:
        top = edition.head(first, "sources", edition.say(say.SOURCES))
        _write_items(edition, first, top + 4, theme.TEXT_W)
    _write_notes(edition, back, (NOTES_X, NOTES_X) if back is first else (theme.LEFT, NOTES_X))


def _fits_on_back(edition: Edition) -> bool:
    known = [record for record in edition.library.records("sources") if isinstance(record, Source)]
    tail = _page_words(edition, list(USUAL_PAGES))
    words = [(Run(words), *tail) for _, words in _items(edition, known)]
    lines = sum(len(edition.setter.lay(item, (LIST_W - 5.6) * MM, LINE)) for item in words)
    return LIST_Y + 6.2 + lines * LINE.leading_mm + len(words) * 0.5 + theme.NOTE.leading_mm <= LAST_Y


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
    draw_code(sheet, CODE_X, CODE_Y, CODE_MM, _card(edition, hotline, office))
    sheet.text(CODE_X, CODE_Y + CODE_MM + 6.8, edition.say(say.SCAN), 10, 700, tokens.WHITE)
    style = theme.NOTE_LEFT._replace(colour=FAINT)
    sheet.paragraph(CODE_X, CODE_Y + CODE_MM + 12.2, CODE_MM, edition.say(say.SCAN_NOTE), style)
    style = style._replace(colour=ON_INK.colour)
    gap = "　" if edition.lang == "zh" else ", "
    y = HOTLINE_Y
    if hotline is not None and hotline.number:
        sheet.text(theme.LEFT, y, hotline.number, 34, 500, tokens.WHITE, tracking_em=-0.01)
        words = edition.noted(f"{edition.say(hotline.name)}{gap}{edition.say(say.AREA_CODE)}", hotline)
        sheet.paragraph(theme.LEFT, y + 6.8, 88, _bright(words), style)
        y += 11.8
    if office is not None:
        park = edition.say(furniture.PARK_FULL)
        words = edition.noted(f"{park}{gap}{edition.say(office.address)}", office)
        y = sheet.paragraph(theme.LEFT, y, 88, _bright(words), style).bottom
    if edition.recipe.contact:
        person = f"{edition.say(CONTACT)}{'　' if edition.lang == 'zh' else ': '}{edition.recipe.contact}"
        sheet.paragraph(theme.LEFT, y, 88, person, style)


def _bright(words: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return words with their marks in a lake that reads on the dark ground."""
    return tuple(run._replace(colour=BRIGHT_LAKE) if run.colour else run for run in words)


def _card(edition: Edition, hotline: Contact | None, office: Contact | None) -> str:
    """Return the card of what is really known; what is open is said in its note."""
    place, country = edition.say(say.CARD_PLACE), edition.say(say.CARD_COUNTRY)
    return build_card(
        (
            ("N", f"{edition.say(furniture.PARK)};;;;"),
            ("FN", edition.say(furniture.PARK)),
            ("ORG", edition.say(furniture.PARK_FULL)),
            ("TEL;TYPE=work,voice", hotline.number or "" if hotline else ""),
            ("ADR;TYPE=work", f";;;{place};;;{country}" if office else ""),
            ("NOTE", edition.say(say.CARD_NOTE.fill(edition.library.content_version))),
        )
    )


# below the line


def _write_sources(edition: Edition, sheet: Sheet, y: float, width: float) -> None:
    sheet.text(theme.LEFT, y, edition.say(say.SOURCES), 10, 700)
    _write_items(edition, sheet, y + 6.2, width)


def _write_items(edition: Edition, sheet: Sheet, y: float, width: float) -> None:
    """Write one entry for each mark that was cited; its sign is what the marks of the book lead to."""
    cited = [
        record
        for record in edition.library.records("sources")
        if isinstance(record, Source) and record.id in edition.used_sources
    ]
    pages = _pages_by_mark(edition)
    for mark, words in _items(edition, cited):
        sheet.bookmark(f"{edition.source_key}{mark}", y - LINE.leading_mm)
        sheet.text(theme.LEFT, y, edition.sign(mark), 7.5, 500, tokens.LAKE)
        found = pages.get(mark, [])
        runs = (Run(words), *_page_words(edition, found))
        placed = sheet.paragraph(ITEM_X, y, width - (ITEM_X - theme.LEFT), runs, LINE)
        if found:
            sheet.link((theme.LEFT - 1, y - 3.1, 5, 4.2), edition.book.sheets[found[0] - 1])
        y = placed.bottom + 0.5
    inferred = sorted({source.mark for source in cited if source.published and source.published_is_inferred})
    if inferred:
        signs = "".join(map(edition.sign, inferred))
        sheet.paragraph(theme.LEFT, y, width, edition.say(say.INFERRED.fill(signs)), theme.NOTE_LEFT)


def _pages_by_mark(edition: Edition) -> dict[int, list[int]]:
    """Return the pages on which each mark of this edition stands, the back left out."""
    start = len(edition.source_key)
    found: dict[int, list[int]] = {}
    for number, sheet in enumerate(edition.book.sheets[:-1], 1):
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
    words = edition.say(proof_say.PAGES.fill(between.join(_runs(pages))))
    return (Run(("　" if edition.lang == "zh" else "  ") + words, colour=tokens.SLATE),)


def _runs(pages: list[int]) -> Iterator[str]:
    """Yield pages as ``4–7`` where they follow each other and alone where they do not."""
    for _, group in groupby(enumerate(pages), lambda pair: pair[1] - pair[0]):
        run = [page for _, page in group]
        yield from map(str, run) if len(run) < 3 else (f"{run[0]}–{run[-1]}",)


def _items(edition: Edition, sources: list[Source]) -> Iterator[tuple[int, str]]:
    """Yield each mark with the sources it stands for, articles alone, open data together; then the newest count."""
    gap = "；" if edition.lang == "zh" else "; "
    for mark in sorted({source.mark for source in sources}):
        own = [source for source in sources if source.mark == mark]
        words = gap.join(edition.say(source.cite) for source in own)
        newest = counted_to(edition.library, (source for source in own if source.role in ("article", "office")))
        yield mark, words + (gap + edition.say(proof_say.COUNTED_TO.fill(say_seen(newest))) if newest else "")


def _write_notes(edition: Edition, sheet: Sheet, columns: tuple[float, float]) -> None:
    """Write about the maps, then the rest in the same column or in the one beside it."""
    x, y = columns[0], LIST_Y
    if {"location", "zones"} & set(edition.choice.sections):
        between = "；" if edition.lang == "zh" else "; "
        credit = between.join(edition.say(text) for text in credits_for(edition.features))
        number = edition.review_number or edition.say(TO_BE_CONFIRMED).lower()
        words = edition.say(say.MAP_WORDS.fill(credit, number))
        y = _write_note(sheet, x, y, edition.say(say.MAP_NOTE), words)
        if columns[1] != x:
            x, y = columns[1], LIST_Y
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
        for place, line in enumerate(lines, 1):
            sheet.put_line(line, x, y + place * LINE.leading_mm, LINE)


def _write_note(sheet: Sheet, x: float, y: float, heading: str, words: str) -> float:
    sheet.text(x, y, heading, 10, 700)
    return sheet.paragraph(x, y + 6.2, NOTES_W, words, theme.NOTE_LEFT).bottom + 3.4
