"""The chosen policies, one row each: for whom, what, how long, when last reported, and what that makes of them."""

from functools import partial

from brochure.model.kinds import Policy
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import CHIPS, draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.lines import Run, Words
from brochure.pdf.tables import NEXT_TOP_Y, Block, Cell, Column, Flow, Row, chip_cell
from brochure.words import Text
from brochure.words.dates import say_date, say_seen
from brochure.words.page import lists as say

COLUMNS_MM: dict[str, tuple[tuple[float, float], ...]] = {
    "zh": ((16, 61), (82, 46), (131, 22), (155, 18), (174, 20)),
    "en": ((16, 55), (75, 50), (129, 22), (153, 20), (174.5, 19.5)),
}
ROW = 17.6
ROW_CLOSE = 11.2
MANY = 10
"""From this number of rows on they stand closer, so that the book does not grow by a page of white."""

LEGEND_MM = 30.0


def write(edition: Edition) -> None:
    """Write as many pages as the chosen policies need."""
    policies = _in_order(edition)
    lit = {sector.id for sector in edition.choice.sectors}
    columns = [
        Column(edition.say(head), x, width)
        for head, (x, width) in zip(say.POLICY_COLUMNS, COLUMNS_MM[edition.lang], strict=True)
    ]
    close = len(policies) >= MANY
    table = Flow(
        columns,
        edition.setter,
        partial(_next_page, edition, len(policies)),
        row_mm=ROW_CLOSE if close else ROW,
        pad_mm=5.2 if close else 6.6,
    )
    rows = [
        Row(_cells(edition, policy), bool(lit & set(policy.industries)), *edition.names(policy)) for policy in policies
    ]
    table.balance(rows, LEGEND_MM)
    for row in rows:
        table.add(row, keep_with=LEGEND_MM if row is rows[-1] else 0.0)
    _write_legend(edition, table.sheet, table.y + 9.4, [edition.state(policy) for policy in policies])


def _in_order(edition: Edition) -> list[Policy]:
    """Return the reader's own first, then the newest."""
    lit = {sector.id for sector in edition.choice.sectors}
    newest = sorted(edition.choice.policies, key=lambda policy: policy.as_of or "", reverse=True)
    return sorted(newest, key=lambda policy: not lit & set(policy.industries))


def _next_page(edition: Edition, count: int) -> tuple[Sheet, float]:
    begun = "policies" in edition.first
    sheet = edition.open("policies")
    if begun:
        return sheet, NEXT_TOP_Y
    deck = edition.say(say.POLICIES_DECK.fill(count))
    return sheet, edition.head(sheet, "policies", edition.say(say.POLICIES_TITLE), deck) + 1


def _cells(edition: Edition, policy: Policy) -> tuple[Cell, ...]:
    state = edition.state(policy)
    seen = edition.say(say_seen(policy.as_of)) if policy.as_of else edition.say(CHIPS["unverified"][2])
    small = theme.NOTE_LEFT
    return (
        (Block((Run(edition.say(policy.name)), *edition.label(policy)), theme.TABLE_FIRST),),
        (Block(edition.say(policy.for_whom), theme.TABLE), Block(edition.say(policy.offers), small)),
        (Block(edition.say(_term(policy)), small),),
        (Block(edition.noted(seen, policy.sources), small),),
        chip_cell(state, edition.lang),
    )


def _term(policy: Policy) -> Text:
    if policy.valid_from and policy.valid_to:
        return say_date(f"{policy.valid_from}/{policy.valid_to}")
    if policy.valid_from:
        return say.FROM.fill(say_date(policy.valid_from))
    return say.UNTIL.fill(say_date(policy.valid_to)) if policy.valid_to else say.NO_TERM


def _write_legend(edition: Edition, sheet: Sheet, y: float, states: list[str]) -> None:
    """Explain the states that occur on these pages, and no others."""
    sheet.text(theme.LEFT, y, edition.say(say.READING), 10, 700)
    occurring = [state for state in say.STATE_MEANING if state in states]
    width = (theme.TEXT_W - 6 * 3) / 4
    foot = y
    for place, state in enumerate(occurring[:4]):
        x = theme.LEFT + place * (width + 6)
        draw_chip(sheet, x, y + 6.6, state, edition.lang)
        meaning: Words = edition.say(say.STATE_MEANING[state])
        foot = max(foot, sheet.paragraph(x + 4.1, y + 11.4, width - 4.1, meaning, theme.NOTE_LEFT).bottom)
    sheet.paragraph(theme.LEFT, foot + 2.6, theme.TEXT_W, edition.say(say.POLICIES_NOTE), theme.NOTE)
