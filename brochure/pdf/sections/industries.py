"""The value chains, one row each: who is there, who is still missing, and which one is the reader's."""

from brochure import tokens
from brochure.model.kinds import Industry
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_mark
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.sections.enterprises import SECTOR
from brochure.words import Text
from brochure.words.page import land as say
from brochure.words.page.furniture import say_count

NODE_X: tuple[float, float, float] = (56.0, 104.0, 152.0)
LINE_END = theme.RIGHT
LINK_W = 44.0
NAME_W = 31.5
DOT = 1.9
RING = 2.5
TALLEST_ROW = 26.4


def write(edition: Edition) -> None:
    """Write the page."""
    industries = [record for record in edition.library.records("industries") if isinstance(record, Industry)]
    industries.sort(key=lambda industry: industry.order)
    sheet = edition.open("industries")
    title = edition.say(say.INDUSTRIES_TITLE.fill(say_count(len(industries))))
    top = edition.head(sheet, "industries", title[:1].upper() + title[1:], _deck(edition, industries))
    for x, head in zip(NODE_X, say.LINKS, strict=True):
        sheet.text(x - DOT, top + 2.6, edition.say(head), 7.5, 500)
    top += 6.2
    sheet.line(theme.LEFT, top, theme.RIGHT, top, tokens.INK, theme.RULE)
    row = min(TALLEST_ROW, (262.0 - top) / max(1, len(industries)))
    lit = {sector.id for sector in edition.choice.sectors}
    for industry in industries:
        _write_row(edition, sheet, industry, top, row, lit=industry.id in lit)
        top += row
    sheet.paragraph(theme.LEFT, top + 6.2, theme.TEXT_W, edition.say(say.INDUSTRIES_NOTE), theme.NOTE)


def _deck(edition: Edition, industries: list[Industry]) -> str:
    deck = edition.say(say.INDUSTRIES_DECK)
    chosen = {sector.id for sector in edition.choice.sectors}
    places = [number for number, industry in enumerate(industries, 1) if industry.id in chosen]
    if not places:
        return deck
    named = [
        edition.say(say.YOUR_PLACE.fill(number if edition.lang == "en" else _ordinal(number))) for number in places
    ]
    joined = ("、" if edition.lang == "zh" else " and ").join(named)
    return deck + ("" if edition.lang == "zh" else " ") + edition.say(say.YOUR_ROW).replace("{}", joined)


def _ordinal(number: int) -> str:
    return say_count(number).zh.replace("两", "二")


def _write_row(edition: Edition, sheet: Sheet, industry: Industry, top: float, row: float, *, lit: bool) -> None:
    colour = SECTOR[industry.colour]
    if lit:
        sheet.rect(0, top, theme.PAGE_W, row, fill=tokens.SKY, alpha=0.07)
    sheet.rect(theme.LEFT, top + 4.4, 1.7, row - 8.8, fill=colour)
    name = edition.say(industry.short)
    style = theme.H2._replace(colour=colour, leading_mm=5.2, size_pt=12 if edition.lang == "zh" else 10.5)
    placed = sheet.paragraph(theme.LEFT + 4.6, top + 8.6, NAME_W, name, style)
    placed = sheet.paragraph(
        theme.LEFT + 4.6,
        placed.bottom - 0.6,
        NAME_W,
        (edition.say(industry.subtitle), *edition.label(industry)),
        theme.NOTE_LEFT._replace(leading_mm=3.9),
    )
    if lit:
        sheet.text(theme.LEFT + 4.6, placed.bottom + 0.2, edition.say(say.YOURS), 7.5, 700, colour)
    line_y = top + 6.8
    states = (industry.upstream_state, industry.midstream_state, industry.downstream_state)
    for place, (x, state) in enumerate(zip(NODE_X, states, strict=True)):
        end = NODE_X[place + 1] - 3.4 if place < 2 else LINE_END
        solid = state == "present"
        width, dash = (0.9, None) if solid else (0.5, (1.3, 0.9))
        sheet.line(x + 3.2, line_y, end, line_y, colour, width, dash)
        if place == 2:
            sheet.path(
                [[(end - 2.2, line_y - 1.6), (end, line_y), (end - 2.2, line_y + 1.6)]], stroke=colour, width_mm=0.6
            )
        _draw_node(sheet, x, line_y, state, colour)
    texts = (industry.upstream, industry.midstream, industry.downstream)
    sources = (industry.upstream_sources, industry.midstream_sources, industry.downstream_sources)
    for x, items, state, cited in zip(NODE_X, texts, states, sources, strict=True):
        _write_link(edition, sheet, items, state, cited, x - DOT, top + 12.4, colour)
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


def _write_link(
    edition: Edition,
    sheet: Sheet,
    items: tuple[Text, ...],
    state: str,
    cited: tuple[str, ...],
    x: float,
    y: float,
    colour: str,
) -> None:
    """Write what stands at one link: two lines as a rule, its marks behind, and the state when it is not present."""
    joint = "、" if edition.lang == "zh" else ", "
    words = joint.join(edition.say(item) for item in items)
    ink = tokens.INK if state == "present" else tokens.SLATE
    size = 8.5
    while size > 7.5 and len(edition.setter.lay(words, LINK_W * MM, theme.TABLE._replace(size_pt=size))) > 2:
        size -= 0.5
    style = theme.TABLE._replace(size_pt=size, leading_mm=size * 0.49, colour=ink)
    y = sheet.paragraph(x, y, LINK_W, edition.noted(words, cited) if cited else words, style).bottom
    if state == "gap":
        sheet.text(x, y + 0.2, edition.say(say.GAP), 7.5, 700, colour)
    elif state == "in_talks":
        draw_mark(sheet, x + 1.0, y - 0.8, "dot", colour, 1.0)
        sheet.text(x + 3.2, y + 0.2, edition.say(say.IN_TALKS), 7.5, 500, colour)
