"""The value chains, one row each: who is there, who is still missing, and which one is the reader's."""

from collections.abc import Container, Iterator, Sequence

from brochure import tokens
from brochure.model.kinds import Industry
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_mark
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Style, Words
from brochure.pdf.sections.enterprises import SECTOR
from brochure.words import Text, sentence
from brochure.words.page import land as say
from brochure.words.page.furniture import say_count
from brochure.words.sentence import begun

NODE_X: tuple[float, float, float] = (56.0, 104.0, 152.0)
LINE_END = theme.RIGHT
LINK_W = 44.0
NAME_W = 31.5
DOT = 1.9
RING = 2.5
TALLEST_ROW = 26.4
FOOT_Y = 262.0
NAME_Y = 8.6
LINK_Y = 13.2
ROW_FOOT = 2.2
"""From the last line of a row to the rule below it."""
SIZES = (8.5, 8.0, 7.5, 7.0)
"""Of the words at the links, the largest with which all rows fit goes for them all."""
LEADING = 0.49
SUBTITLE = theme.NOTE_LEFT._replace(leading_mm=3.9)


def write(edition: Edition) -> None:
    """Write the page."""
    industries = [record for record in edition.library.records("industries") if isinstance(record, Industry)]
    industries.sort(key=lambda industry: industry.order)
    sheet = edition.open("industries")
    title = edition.say(say.INDUSTRIES_TITLE.fill(say_count(len(industries))))
    top = edition.head(sheet, "industries", begun(title), edition.say(say.INDUSTRIES_DECK))
    for x, head in zip(NODE_X, say.LINKS, strict=True):
        sheet.text(x - DOT, top + 2.6, edition.say(head), 7.5, 500)
    top += 6.2
    sheet.line(theme.LEFT, top, theme.RIGHT, top, tokens.INK, theme.RULE)
    lit = {sector.id for sector in edition.choice.sectors}
    size, rows = _rows_mm(edition, industries, lit, FOOT_Y - top)
    for industry, row in zip(industries, rows, strict=True):
        _write_row(edition, sheet, industry, top, row, size, lit=industry.id in lit)
        top += row
    sheet.paragraph(theme.LEFT, top + 6.2, theme.TEXT_W, edition.say(say.INDUSTRIES_NOTE), theme.NOTE)


def _rows_mm(
    edition: Edition, industries: Sequence[Industry], lit: Container[str], room: float
) -> tuple[float, list[float]]:
    """Return the size of the words at the links, and how high each row is: its need and an even share of the rest."""
    size, needs = SIZES[-1], [0.0]
    for size in SIZES:
        needs = [_needs_mm(edition, industry, size, lit=industry.id in lit) for industry in industries]
        if sum(needs) <= room:
            break
    spare = max(0.0, room - sum(needs)) / max(1, len(industries))
    return size, [max(need, min(TALLEST_ROW, need + spare)) for need in needs]


def _needs_mm(edition: Edition, industry: Industry, size: float, *, lit: bool) -> float:
    name, setter = _name_style(edition, tokens.INK), edition.setter
    label: Words = (edition.say(industry.subtitle), *edition.label(industry))
    left = len(setter.lay(edition.say(industry.short), NAME_W * MM, name)) * name.leading_mm - 0.6
    left += (len(setter.lay(label, NAME_W * MM, SUBTITLE)) + lit) * SUBTITLE.leading_mm
    links = []
    for items, state, cited in _links(industry):
        style = _link_style(size, tokens.INK)
        lines = len(setter.lay(_link_words(edition, items, cited), LINK_W * MM, style)) * style.leading_mm
        links.append(lines + (0.0 if state == "present" else style.leading_mm))
    return max(NAME_Y + left - SUBTITLE.leading_mm, LINK_Y + max(links) - size * LEADING) + ROW_FOOT


def _links(industry: Industry) -> Iterator[tuple[tuple[Text, ...], str, tuple[str, ...]]]:
    """Yield what stands at each link, its state and its sources."""
    yield industry.upstream, industry.upstream_state, industry.upstream_sources
    yield industry.midstream, industry.midstream_state, industry.midstream_sources
    yield industry.downstream, industry.downstream_state, industry.downstream_sources


def link_words(edition: Edition, items: Sequence[Text]) -> str:
    """Return what stands at a link on one line."""
    said = [edition.say(item) for item in items]
    return "、".join(said) if edition.lang == "zh" else sentence.listed(said, with_names=True)


def _link_words(edition: Edition, items: tuple[Text, ...], cited: tuple[str, ...]) -> Words:
    words = link_words(edition, items)
    return edition.noted(words, cited) if cited else words


def _link_style(size: float, colour: str) -> Style:
    return theme.TABLE._replace(size_pt=size, leading_mm=size * LEADING, colour=colour)


def _name_style(edition: Edition, colour: str) -> Style:
    return theme.H2._replace(colour=colour, leading_mm=5.2, size_pt=12 if edition.lang == "zh" else 10.5)


def _write_row(
    edition: Edition, sheet: Sheet, industry: Industry, top: float, row: float, size: float, *, lit: bool
) -> None:
    colour = SECTOR[industry.colour]
    sheet.note(industry.id, (theme.LEFT, top, theme.TEXT_W, row))
    if lit:
        sheet.rect(theme.EDGE_LEFT, top, theme.WHOLE[2], row, fill=tokens.SKY, alpha=0.07)
    sheet.rect(theme.LEFT, top + 4.4, 1.7, row - 8.8, fill=colour)
    name = edition.say(industry.short)
    placed = sheet.paragraph(theme.LEFT + 4.6, top + NAME_Y, NAME_W, name, _name_style(edition, colour))
    placed = sheet.paragraph(
        theme.LEFT + 4.6,
        placed.bottom - 0.6,
        NAME_W,
        (edition.say(industry.subtitle), *edition.label(industry)),
        SUBTITLE,
    )
    if lit:
        sheet.text(theme.LEFT + 4.6, placed.bottom + 0.2, edition.say(say.YOURS), 7.5, 700, colour)
    line_y = top + 6.8
    for place, (x, (items, state, cited)) in enumerate(zip(NODE_X, _links(industry), strict=True)):
        end = NODE_X[place + 1] - 3.4 if place < 2 else LINE_END
        solid = state == "present"
        width, dash = (0.9, None) if solid else (0.5, (1.3, 0.9))
        sheet.line(x + 3.2, line_y, end, line_y, colour, width, dash)
        if place == 2:
            sheet.path(
                [[(end - 2.2, line_y - 1.6), (end, line_y), (end - 2.2, line_y + 1.6)]], stroke=colour, width_mm=0.6
            )
        _draw_node(sheet, x, line_y, state, colour)
        ink = tokens.INK if state == "present" else tokens.SLATE
        words, style = _link_words(edition, items, cited), _link_style(size, ink)
        foot = sheet.paragraph(x - DOT, top + LINK_Y, LINK_W, words, style).bottom
        _write_state(edition, sheet, state, x - DOT, foot, colour)
    sheet.line(theme.LEFT, top + row, theme.RIGHT, top + row, tokens.RULE_PRINT, theme.HAIRLINE)


def _draw_node(sheet: Sheet, x: float, y: float, state: str, colour: str) -> None:
    if state == "present":
        sheet.circle(x, y, DOT, fill=colour)
        return
    sheet.circle(x, y, RING, stroke=colour, width_mm=0.5, dash=(1.3, 0.8))
    if state == "gap":
        sheet.line(x - 1.1, y, x + 1.1, y, colour, 0.4)
        sheet.line(x, y - 1.1, x, y + 1.1, colour, 0.4)
    else:
        sheet.circle(x, y, 0.8, fill=colour)


def _write_state(edition: Edition, sheet: Sheet, state: str, x: float, y: float, colour: str) -> None:
    """Write below a link that nobody stands there yet, or that talks are on."""
    if state == "gap":
        sheet.text(x, y + 0.2, edition.say(say.GAP), 7.5, 700, colour)
    elif state == "in_talks":
        draw_mark(sheet, x + 1.0, y - 0.8, "dot", colour, 1.0)
        sheet.text(x + 3.2, y + 0.2, edition.say(say.IN_TALKS), 7.5, 500, colour)
