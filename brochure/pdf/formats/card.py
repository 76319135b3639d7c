"""The policy card: one A5 page for each chosen policy, for whom, what, on which conditions and how long."""

import itertools

from brochure import tokens
from brochure.model.condition import Condition
from brochure.model.kinds import Policy
from brochure.model.record import Record
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.formats.contact import code_of, write_contact
from brochure.pdf.formats.content import cards_of, stated
from brochure.pdf.formats.leaf import (
    BEYOND,
    Leaf,
    cut_links,
    head_language,
    sentence,
    title_book,
    write_foot,
    write_sources,
)
from brochure.pdf.lines import Run, Words
from brochure.pdf.order import Order
from brochure.pdf.qr import draw_code
from brochure.pdf.sections.policies import official_name, term_of
from brochure.pdf.sections.zone_facts import listed
from brochure.store.library import Library
from brochure.words import Text
from brochure.words.dates import say_date, say_seen
from brochure.words.kinds import NOT_LISTED, POLICY_TOPIC
from brochure.words.matcher import say_clause
from brochure.words.page import formats as say
from brochure.words.page import furniture
from brochure.words.sentence import within

WIDE, TALL = 148.0, 210.0
SHARE = TALL / theme.PAGE_H
"""The A5 page is the A4 page made smaller, and its height scale with it."""
GOLD_Y = theme.GOLD_Y * SHARE
GOLD_TOP = theme.GOLD_TOP * SHARE
LEFT, RIGHT = 12.0, WIDE - 12.0
TEXT_W = RIGHT - LEFT
NAME_W = 26.0
SIZES = (9.5, 9.0, 8.5, 8.0, 7.5)
TITLES = {9.5: 20.0, 9.0: 18.0, 8.5: 16.0, 8.0: 13.0, 7.5: 11.0}
LAST_Y = 198.6
FOOT_Y = 202.4
CODE_MM = 30.0
CODE_X = TEXT_W - CODE_MM
CONTACT_W = CODE_X - 6.0
LOWER_Y = GOLD_Y + 2.4
"""Where the contact begins, below the golden line; only a list of sources that is too long moves it up."""
UPPER_END = GOLD_Y - 2.0


def write(order: Order) -> None:
    """Write one page for each policy, in one language after the other."""
    languages, policies = order.recipe.editions(), cards_of(order.library, order.choice)
    kind = say.PARK_TITLE.fill(say.NAME["card"])
    title_book(order, languages[0], say.TITLE.fill(kind, policies[0].name) if len(policies) == 1 else kind)
    for turn, lang in enumerate(languages):
        first = len(order.book.sheets)
        for done, policy in enumerate(policies):
            order.stop_if_cancelled()
            _write_card(Leaf(order.edition(lang), policy.id, policy.name), policy)
            order.tell((turn * len(policies) + done + 1) / (len(languages) * len(policies) + 1))
        head_language(order, first, lang)
    cut_links(order)


def conditions_of(library: Library, policy: Policy) -> tuple[Condition, ...]:
    """Return what the sources ask of a firm, each with its clause."""
    return tuple(condition for condition in stated(library) if condition.record == policy.id)


def _write_card(leaf: Leaf, policy: Policy) -> None:
    sheet = leaf.page(leaf.say(policy.name))
    key, name = leaf.names(policy)
    sheet.show(name, key, (0.0, 0.0, WIDE, TALL))
    for size in SIZES:
        upper, lower = (Sheet(leaf.setter, WIDE, TALL) for _ in range(2))
        end = _write_upper(leaf, upper, policy, size)
        tall = _write_lower(leaf, lower, policy)
        top = min(LOWER_Y, LAST_Y - tall)
        if end <= min(UPPER_END, top - 4.0):
            break
    else:
        leaf.refuse(say.CARD_BLOCK)
    sheet.lay(upper)
    sheet.lay(lower, LEFT, top)
    block = WIDE - theme.GOLD_BLOCK_W * SHARE
    sheet.rect(block, GOLD_TOP, WIDE + BEYOND - block, GOLD_Y - GOLD_TOP, fill=tokens.GOLD)
    if top == LOWER_Y:
        sheet.rect(-BEYOND, GOLD_Y - theme.GOLD_RULE / 2, WIDE + 2 * BEYOND, theme.GOLD_RULE, fill=tokens.GOLD)
    write_foot(leaf, sheet, LEFT, RIGHT, FOOT_Y)


def _write_upper(leaf: Leaf, sheet: Sheet, policy: Policy, size: float) -> float:
    eyebrow = f"{leaf.say(say.NAME['card'])}{leaf.gap}{leaf.say(POLICY_TOPIC[policy.topic])}"
    extra = 0.0
    width = sheet.text(LEFT, 15.0, eyebrow, 8.5, 500, tokens.LAKE)
    if leaf.recipe.reader is not None:
        room = TEXT_W - width - 6
        style = theme.NOTE_LEFT._replace(align="right", leading_mm=3.8)
        reader = leaf.say(furniture.FOR.fill(leaf.recipe.reader))
        extra = sheet.paragraph(RIGHT - room, 15.0, room, reader, style).bottom - 18.8
    big = TITLES[size]
    title = theme.TITLE._replace(size_pt=big, leading_mm=big * 0.43)
    y = sheet.paragraph(LEFT, 25.6 + extra, TEXT_W, leaf.say(policy.name), title).bottom - title.leading_mm + 6.4
    x = LEFT + draw_chip(sheet, LEFT, y, leaf.state(policy), leaf.lang) + 5
    sheet.text(x, y, leaf.say(say.ON_DAY.fill(say_date(leaf.on.isoformat()))), 7.5, 400, tokens.SLATE)
    y += 6.6
    if policy.summary is not None:
        style = theme.LETTER._replace(size_pt=size, leading_mm=size * 0.56)
        words = sentence(leaf, leaf.cited(leaf.say(policy.summary).rstrip("。."), policy))
        y = sheet.paragraph(LEFT, y, TEXT_W, words, style).bottom
    if policy.full_title.to(leaf.lang) != policy.name.to(leaf.lang):
        style = theme.NOTE_LEFT._replace(leading_mm=4.0)
        y = sheet.paragraph(LEFT, y, TEXT_W, leaf.say(say.FULL_TITLE.fill(policy.full_title)), style).bottom
    if leaf.lang == "en":
        style = theme.NOTE_LEFT._replace(leading_mm=4.0)
        y = sheet.paragraph(LEFT, y, TEXT_W, official_name(policy), style).bottom
    y -= 1.4
    sheet.line(LEFT, y, RIGHT, y, tokens.INK, theme.RULE)
    style = theme.BODY_SMALL._replace(align="left", size_pt=size, leading_mm=size * 0.53)
    for key, blocks in _rows(leaf, policy).items():
        base = y + size * 0.6
        sheet.text(LEFT, base, leaf.say(say.CARD_ROWS[key]), min(9.0, size), 700)
        if not blocks:
            draw_chip(sheet, LEFT + NAME_W, base, "unverified", leaf.lang)
            y = base
        for block in blocks:
            y = sheet.paragraph(LEFT + NAME_W, base, TEXT_W - NAME_W, block, style).bottom - style.leading_mm
            base = y + style.leading_mm
        y += size * 0.27
        sheet.line(LEFT, y, RIGHT, y, tokens.RULE_PRINT, theme.HAIRLINE)
    return _write_note(leaf, sheet, policy, y + 4.4)


def _write_note(leaf: Leaf, sheet: Sheet, policy: Policy, y: float) -> float:
    """Write who decides and what to mind."""
    style = theme.NOTE_LEFT._replace(leading_mm=3.7)
    decides: list[Run] = [Run(leaf.say(say.DECIDES), 700, tokens.INK)]
    if policy.note is not None:
        space = "" if leaf.lang == "zh" else " "
        others = [each for each in leaf.library.records("policies") if _is_told_of(each, policy)]
        decides += leaf.noted(f"{space}{leaf.say(policy.note)}", policy.sources, *(each.sources for each in others))
    return sheet.paragraph(LEFT, y, TEXT_W, tuple(decides), style).bottom - style.leading_mm


def _is_told_of(record: Record, policy: Policy) -> bool:
    """Tell whether a record is another paper of a policy's family or its next of kin, of which its note speaks."""
    if record.id == policy.id or not isinstance(record, Policy):
        return False
    return record.id in policy.related or (record.family is not None and record.family == policy.family)


def _rows(leaf: Leaf, policy: Policy) -> dict[str, list[Words]]:
    """Return the rows in their order, each as its paragraphs; one without any is not known."""
    known = policy.for_whom, policy.offers
    whom, offers = ([] if text == NOT_LISTED else [leaf.cited(leaf.say(text), policy.sources)] for text in known)
    dated = policy.valid_from or policy.valid_to
    seen = say_seen(policy.as_of) if policy.as_of else None
    return {
        "whom": list(whom),
        "offers": list(offers),
        "conditions": _conditions(leaf, policy),
        "steps": _steps(leaf, policy),
        "term": [leaf.cited(leaf.say(term_of(policy)), policy.sources)] if dated else [],
        "issuer": [leaf.cited(leaf.say(policy.issuer), policy.sources)] if policy.issuer is not None else [],
        "seen": [leaf.cited(leaf.say(seen), leaf.newest(policy.sources))] if seen is not None else [],
    }


def _conditions(leaf: Leaf, policy: Policy) -> list[Words]:
    """Return each condition with its clause; what is only a reading of the source says so.

    A clause on which several conditions stand is told once, behind the names of them all.
    """
    found: list[Words] = []
    known = conditions_of(leaf.library, policy)
    groups = itertools.groupby(known, key=lambda each: (each.clause, tuple(each.sources), each.basis))
    quoted: set[Text] = set()
    joint = "；" if leaf.lang == "zh" else "; "
    for (clause, _, _), same in groups:
        condition, *others = same
        names = [leaf.say(each.name) for each in (condition, *others)]
        words = joint.join(
            [names[0], *(name if leaf.lang == "zh" else name[:1].lower() + name[1:] for name in names[1:])]
        )
        if clause != NOT_LISTED and clause not in quoted:
            quoted.add(clause)
            told = say_clause(clause, condition.basis)
            words = leaf.say(say.CLAUSE.fill(Text(words, words), Text(told.zh, within(told.en))))
        marked = leaf.cited(words, condition.sources)
        found.append(
            (*marked, Run(leaf.say(say.READING), 400, tokens.SLATE)) if condition.basis == "reading" else marked
        )
    return found or [leaf.cited(leaf.say(text), policy.sources) for text in policy.conditions]


def _steps(leaf: Leaf, policy: Policy) -> list[Words]:
    return [leaf.cited(listed(leaf, policy.steps), policy.steps_sources or policy.sources)] if policy.steps else []


def _write_lower(leaf: Leaf, sheet: Sheet, policy: Policy) -> float:
    """Write contact and code, and where everything stands; heights count from their top."""
    style = theme.NOTE_LEFT._replace(leading_mm=3.5)
    y = write_contact(leaf, sheet, 0.0, 6.4, CONTACT_W, number_pt=18.0, style=style)
    draw_code(sheet, CODE_X, 0.0, CODE_MM, code_of(leaf, leaf.say(policy.name)))
    sheet.text(CODE_X + CODE_MM / 2, CODE_MM + 2.6, leaf.say(say.SCAN), 7.5, 700, tokens.INK, "middle")
    return write_sources(leaf, sheet, 0.0, max(y + 0.6, CODE_MM + 7.6), TEXT_W, style) - style.leading_mm
