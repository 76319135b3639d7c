"""The incubator chain: numbered steps on one golden line that leaves the fore edge, and the counts that go with it."""

from brochure import tokens
from brochure.charts.chain import ChainLook, build_chain, node_points
from brochure.model.kinds import Figure, Stage
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.sections.figures import dated
from brochure.words.kinds import LEVEL
from brochure.words.numbers import say_value
from brochure.words.page import growth as say
from brochure.words.page.furniture import say_count
from brochure.words.sentence import begun, within

STEP_W = 28.4
NAME_PT = 10.0
NEAR_TAB = (58.0, 92.0)
"""Heights of a tab whose word the line would cross."""

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
        begun(title),
        edition.cited(edition.say(say.CHAIN_DECK), *[stage.sources for stage in stages]),
    )
    own = edition.choice.stage.order if edition.choice.stage else None
    # the line leaves the block at the fore edge, so on a right-hand page it comes in from beyond the trim instead
    start = (theme.EDGE_LEFT, 193.5) if edition.is_right_hand(sheet) else (4.0, 190.5)
    tab = edition.thumb_top("chain")
    steep = edition.is_right_hand(sheet) and NEAR_TAB[0] < tab < NEAR_TAB[1]  # over the word of the tab, not through it
    look = ChainLook(start=start, end=(theme.EDGE_RIGHT, tab - 10 if steep else 74.6))
    sheet.draw(build_chain(len(stages), lang=edition.lang, own=own, here=say.YOU_ARE_HERE, look=look))
    size = min((_name_size(edition, stage) for stage in stages), default=NAME_PT)
    for stage, (x, y) in zip(stages, node_points(len(stages), look), strict=True):
        with sheet.telling(stage.id):
            _write_stage(edition, sheet, stage, x, y + look.radius_mm, size)
    foot = _write_counts(edition, sheet)
    space = "" if edition.lang == "zh" else " "
    notes = space.join(filter(None, (stage_caution(edition), edition.say(say.CHAIN_NOTE))))
    sheet.paragraph(theme.LEFT, max(foot + 6, 254.0), theme.TEXT_W, notes, theme.NOTE)


def stage_caution(edition: Edition) -> str:
    """Return that nobody says whether a stage that is lit takes in firms of the reader's sectors, or nothing."""
    sectors = [edition.say(sector.short) for sector in edition.choice.sectors]
    if edition.choice.stage is None or not sectors:
        return ""
    names = "、".join(sectors) if edition.lang == "zh" else " or ".join(within(name, is_name=False) for name in sectors)
    return edition.say(say.BY_YOUR_STAGE).replace("{}", names)


def _name_size(edition: Edition, stage: Stage) -> float:
    """Return the size at which a name fits, in Chinese on one line, in English without breaking a word."""
    name = edition.say(stage.name)
    parts = [name] if edition.lang == "zh" else name.split()
    return min(max(8.0, edition.setter.fit_size(part, STEP_W * MM, NAME_PT, 8, 700)) for part in parts)


def _write_stage(edition: Edition, sheet: Sheet, stage: Stage, x: float, top: float, size: float) -> None:
    key, name = edition.names(stage)
    sheet.show(name, key, (0.0, 0.0, theme.PAGE_W, theme.PAGE_H))
    sheet.line(x, top + 1.2, x, top + 4.0, tokens.RULE_PRINT, theme.HAIRLINE)
    left = x - 4.8
    width = min(STEP_W, theme.RIGHT - left)
    name = edition.say(stage.name)
    placed = sheet.paragraph(left, top + 8.6, width, name, theme.H3._replace(size_pt=size, leading_mm=4.6))
    role = theme.CHIP._replace(colour=tokens.GOLD_TEXT)
    placed = sheet.paragraph(left, placed.bottom, width, edition.say(stage.role), role)
    fits = theme.TABLE._replace(size_pt=8, leading_mm=4.2)
    placed = sheet.paragraph(left, placed.bottom + 0.9, width, (edition.say(stage.fits), *edition.label(stage)), fits)
    if stage.level is not None:
        level = edition.noted(edition.say(LEVEL[stage.level]), stage.sources)
        sheet.runs(left, placed.bottom + 0.9, level, theme.CHIP)


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
        with sheet.telling(figure.id):
            foot = max(foot, _write_count(edition, sheet, figure, x, step))
    return sheet.paragraph(
        COUNTS_X, foot + 2.4, theme.RIGHT - COUNTS_X, edition.say(say.COUNTS_NOTE), theme.NOTE
    ).bottom


def _write_count(edition: Edition, sheet: Sheet, figure: Figure, x: float, step: float) -> float:
    value, unit = say_value(figure, edition.lang)
    width = sheet.text(x, COUNTS_Y + 12.4, value, 22, 500, tokens.INK, tracking_em=-0.02)
    sheet.text(x + width + 1.2, COUNTS_Y + 12.4, unit if edition.lang == "zh" else "", 8.5)
    label = theme.TABLE._replace(size_pt=8, leading_mm=4.2)
    placed = sheet.paragraph(x, COUNTS_Y + 17.6, step - 4, edition.say(figure.name), label)
    return sheet.paragraph(x, placed.bottom, step - 4, dated(edition, figure), theme.NOTE_LEFT).bottom
