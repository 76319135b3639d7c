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
from brochure.words.kinds import NOT_LISTED
from brochure.words.matcher import UNLISTED
from brochure.words.page import lists as say
from brochure.words.sentence import begun

COLUMNS_MM: dict[str, tuple[tuple[float, float], ...]] = {
    "zh": ((16, 57), (77, 42), (123, 22), (149, 22), (175, 19)),
    "en": ((16, 52), (72, 47), (123, 22), (148, 22), (174.5, 19.5)),
}
COLUMNS_WITHOUT_TERM_MM: dict[str, tuple[tuple[float, float], ...]] = {
    "zh": ((16, 66), (87, 55), (146, 25), (175, 19)),
    "en": ((16, 56), (77, 58), (140, 22), (166, 28)),
}
TERM = 2
"""The place of the column that is left out where no policy has a term to tell."""
OFFICIAL = theme.NOTE_LEFT._replace(leading_mm=4.0)
ROW = 17.6
ROW_CLOSE = 11.2
MANY = 10
"""From this number of rows on they stand closer, so that the book does not grow by a page of white."""

LEGEND_MM = 30.0


def write(edition: Edition) -> None:
    """Write as many pages as the chosen policies need."""
    policies = _in_order(edition)
    lit = {sector.id for sector in edition.choice.sectors}
    has_terms = any(term_of(policy) != say.NO_TERM for policy in policies)
    heads = [head for place, head in enumerate(say.POLICY_COLUMNS) if has_terms or place != TERM]
    places = (COLUMNS_MM if has_terms else COLUMNS_WITHOUT_TERM_MM)[edition.lang]
    columns = [Column(edition.say(head), x, width) for head, (x, width) in zip(heads, places, strict=True)]
    close = len(policies) >= MANY
    table = Flow(
        columns,
        edition.setter,
        partial(_next_page, edition, len(policies)),
        row_mm=ROW_CLOSE if close else ROW,
        pad_mm=5.2 if close else 6.6,
    )
    rows = [
        Row(_cells(edition, policy, has_terms), bool(lit & set(policy.industries)), *edition.names(policy))
        for policy in policies
    ]
    table.balance(rows, LEGEND_MM)
    for row in rows:
        table.add(row, keep_with=LEGEND_MM if row is rows[-1] else 0.0)
    states = [edition.state(policy) for policy in policies]
    _write_legend(edition, table.sheet, table.y + 9.4, states, say.POLICIES_NOTE if has_terms else say.NO_TERMS_NOTE)


def _in_order(edition: Edition) -> list[Policy]:
    """Return the reader's own first, then the newest."""
    lit = {sector.id for sector in edition.choice.sectors}
    newest = sorted(edition.choice.policies, key=lambda policy: policy.as_of or "", reverse=True)
    return sorted(newest, key=lambda policy: not lit & set(policy.industries))


def _next_page(edition: Edition, count: int) -> tuple[Sheet, float]:
    is_later = "policies" in edition.first
    sheet = edition.open("policies")
    if is_later:
        return sheet, NEXT_TOP_Y
    deck = edition.say(say.POLICIES_DECK.fill(count))
    return sheet, edition.head(sheet, "policies", edition.say(say.POLICIES_TITLE), deck) + 1


def _cells(edition: Edition, policy: Policy, has_terms: bool) -> tuple[Cell, ...]:
    state = edition.state(policy)
    seen = edition.say(say_seen(policy.as_of)) if policy.as_of else edition.say(CHIPS["unverified"][2])
    small = theme.NOTE_LEFT
    term: Cell = (Block(edition.say(term_of(policy)), small),)
    return (
        _name(edition, policy),
        _content(edition, policy),
        *([term] if has_terms else []),
        (Block(edition.noted(seen, policy.sources), small),),
        chip_cell(state, edition.lang, wide=not has_terms),
    )


def _name(edition: Edition, policy: Policy) -> Cell:
    """Return what a policy is called; below its English rendering the official name, which is Chinese."""
    name = Block((Run(edition.say(policy.name)), *edition.label(policy)), theme.TABLE_FIRST)
    return (name,) if edition.lang == "zh" else (name, Block(official_name(policy), OFFICIAL))


def official_name(policy: Policy) -> str:
    """Return the Chinese name of a policy, as the reports have it."""
    return policy.full_title.zh.strip("《》")


def _content(edition: Edition, policy: Policy) -> Cell:
    """Return for whom it is and what it offers; where the reports say neither, that once."""
    whom, offers = (UNLISTED if text == NOT_LISTED else text for text in (policy.for_whom, policy.offers))
    first = Block(begun(edition.say(whom)), theme.TABLE)
    return (first,) if whom == offers else (first, Block(begun(edition.say(offers)), theme.NOTE_LEFT))


def term_of(policy: Policy) -> Text:
    """Return from when to when a policy holds, as far as its source says."""
    if policy.valid_from and policy.valid_to:
        return say_date(f"{policy.valid_from}/{policy.valid_to}")
    if policy.valid_from:
        return say.FROM.fill(say_date(policy.valid_from))
    return say.UNTIL.fill(say_date(policy.valid_to)) if policy.valid_to else say.NO_TERM


def _write_legend(edition: Edition, sheet: Sheet, y: float, states: list[str], note: Text) -> None:
    """Explain the states that occur on these pages, and no others; then what goes for all of them."""
    sheet.text(theme.LEFT, y, edition.say(say.READING), 10, 700)
    occurring = [state for state in say.STATE_MEANING if state in states]
    width = (theme.TEXT_W - 6 * 3) / 4
    foot = y
    for place, state in enumerate(occurring[:4]):
        x = theme.LEFT + place * (width + 6)
        draw_chip(sheet, x, y + 6.6, state, edition.lang)
        meaning: Words = edition.say(say.STATE_MEANING[state])
        foot = max(foot, sheet.paragraph(x + 4.1, y + 11.4, width - 4.1, meaning, theme.NOTE_LEFT).bottom)
    sheet.paragraph(theme.LEFT, foot + 2.6, theme.TEXT_W, edition.say(note), theme.NOTE)
