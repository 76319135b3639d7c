"""The incubator chain: numbered steps on one golden line that leaves the fore edge, and the counts that go with it."""

from brochure import tokens
from brochure.charts.chain import ChainLook, build_chain, node_points
from brochure.model.kinds import Figure, Stage
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.sections.figures import dated
from brochure.words import Text
from brochure.words.kinds import LEVEL
from brochure.words.numbers import say_value
from brochure.words.page import growth as say
from brochure.words.page.furniture import say_count

STEP_W = 29.4
COUNTS = ("carriers", "national-incubators", "national-maker-spaces", "incubating-firms")
COUNTS_X = 77.3
COUNTS_Y = 213.6


def write(edition: Edition) -> None:
    """Write the page."""
    stages = [record for record in edition.library.records("stages") if isinstance(record, Stage)]
    stages.sort(key=lambda stage: stage.order)
    sheet = edition.open("chain")
    title = edition.say(say.CHAIN_TITLE.fill(say_count(len(stages))))
    edition.head(
        sheet,
        "chain",
        title[:1].upper() + title[1:],
        edition.cited(edition.say(say.CHAIN_DECK), *[stage.sources for stage in stages]),
    )
    own = edition.choice.stage.order if edition.choice.stage else None
    # the line leaves the block at the fore edge, so on a right-hand page it comes in from the trim instead
    look = ChainLook(start=(4.0, 190.5)) if not edition.is_right_hand(sheet) else ChainLook(start=(0.0, 192.4))
    sheet.draw(build_chain(len(stages), lang=edition.lang, own=own, here=say.YOU_ARE_HERE, look=look))
    for stage, (x, y) in zip(stages, node_points(len(stages), look), strict=True):
        _write_stage(edition, sheet, stage, x, y + look.radius_mm)
    foot = _write_counts(edition, sheet)
    sheet.paragraph(theme.LEFT, max(foot + 6, 258.0), theme.TEXT_W, edition.say(say.CHAIN_NOTE), theme.NOTE)


def _write_stage(edition: Edition, sheet: Sheet, stage: Stage, x: float, top: float) -> None:
    key, name = edition.names(stage)
    sheet.show(name, key, (0.0, 0.0, theme.PAGE_W, theme.PAGE_H))
    sheet.line(x, top + 1.2, x, top + 4.0, tokens.RULE_PRINT, theme.HAIRLINE)
    left = x - 4.8
    width = min(STEP_W, theme.RIGHT - left)
    name = edition.say(stage.name)
    size = max(8.0, edition.setter.fit_size(name, width * MM, 10, 8, 700, lines=1 if edition.lang == "zh" else 2))
    placed = sheet.paragraph(left, top + 8.6, width, name, theme.H3._replace(size_pt=size, leading_mm=4.6))
    role = theme.CHIP._replace(colour=tokens.GOLD_TEXT)
    placed = sheet.paragraph(left, placed.bottom, width, edition.say(stage.role), role)
    fits = theme.TABLE._replace(size_pt=8, leading_mm=4.2)
    placed = sheet.paragraph(left, placed.bottom + 0.9, width, (edition.say(stage.fits), *edition.label(stage)), fits)
    if stage.level is not None:
        draw_chip(sheet, left, placed.bottom + 0.9, stage.status or "unverified", edition.lang, LEVEL[stage.level])
    else:
        _open_level(edition, sheet, left, placed.bottom + 0.9, width)


def _open_level(edition: Edition, sheet: Sheet, x: float, y: float, width: float) -> None:
    """Say that the level is open; the English words need a second line."""
    words = edition.say(say.LEVEL_OPEN)
    if edition.setter.measure(words, 8, 500) <= (width - 4.1) * MM:
        draw_chip(sheet, x, y, "unverified", edition.lang, say.LEVEL_OPEN)
        return
    head, _, rest = words.partition(" ")
    draw_chip(sheet, x, y, "unverified", edition.lang, Text(head, head))
    sheet.text(x + 4.1, y + 4.0, rest, 8, 500, tokens.GOLD_TEXT)


def _write_counts(edition: Edition, sheet: Sheet) -> float:
    """Write how many carriers and firms there are, each with its date; only what the library knows."""
    known = {
        record.measure: record
        for record in reversed(edition.library.records("figures"))
        if isinstance(record, Figure) and record.current
    }
    shown = [known[measure] for measure in COUNTS if measure in known]
    if not shown:
        return COUNTS_Y
    sheet.line(COUNTS_X, COUNTS_Y, theme.RIGHT, COUNTS_Y, tokens.INK, theme.RULE)
    step = (theme.RIGHT - COUNTS_X + 6) / len(shown)
    foot = COUNTS_Y
    for place, figure in enumerate(shown):
        x = COUNTS_X + place * step
        value, unit = say_value(figure, edition.lang)
        width = sheet.text(x, COUNTS_Y + 12.4, value, 22, 500, tokens.INK, tracking_em=-0.02)
        sheet.text(x + width + 1.2, COUNTS_Y + 12.4, unit if edition.lang == "zh" else "", 8.5)
        label = theme.TABLE._replace(size_pt=8, leading_mm=4.2)
        placed = sheet.paragraph(x, COUNTS_Y + 17.6, step - 4, edition.say(figure.name), label)
        foot = max(foot, sheet.paragraph(x, placed.bottom, step - 4, dated(edition, figure), theme.NOTE_LEFT).bottom)
    return sheet.paragraph(
        COUNTS_X, foot + 2.4, theme.RIGHT - COUNTS_X, edition.say(say.COUNTS_NOTE), theme.NOTE
    ).bottom
