"""The trifold's inside: the map over two panels, the sites below it, the policies on the third."""

from collections.abc import Sequence
from typing import Final

from brochure import tokens
from brochure.maps.layers import credits_for
from brochure.maps.legend import build_north, build_scale_bar
from brochure.maps.looks import COLOURS
from brochure.maps.plan import build_plan
from brochure.maps.projection import View, bounds_of, fit_view
from brochure.model.kinds import Policy, Zone
from brochure.pdf import theme
from brochure.pdf.apart import notes_on_sites
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.formats.content import extent_of, facts_of, is_overview, offer_of, policies_of, sites_of
from brochure.pdf.formats.fold import FLAP_W, GOLD_Y, INSET, PANEL_W, TALL, WIDE, draw_gold
from brochure.pdf.formats.leaf import BEYOND, Leaf, fill_ground
from brochure.pdf.ink import MM, Halo
from brochure.pdf.lines import Run, Style
from brochure.pdf.sections.zone_facts import last_told_by, listed, marked_area, said_of, told_by
from brochure.words import maps as map_words
from brochure.words.dates import say_seen
from brochure.words.page import formats as say
from brochure.words.page import furniture
from brochure.words.page.back import DISCLAIMER_WORDS
from brochure.words.page.land import LOCATION_TITLE, NOT_REVIEWED, OPEN
from brochure.words.page.lists import POLICIES_TITLE
from brochure.words.sentence import within

MAP_W = 2 * PANEL_W
HIGHER_MM: Final = 3.0
"""The map stands so much above the middle: the names of gate and station lie below the expressway."""
LAYERS: Final = ("ground", "zones", "base", "access")
COLUMN_W: Final = PANEL_W - 2 * INSET
POLICY_X: Final = MAP_W + INSET
POLICY_W: Final = FLAP_W - 2 * INSET
NOTE: Final = theme.NOTE_LEFT._replace(leading_mm=3.7)
SIZES = (9.5, 9.0, 8.5, 8.0, 7.5)
SITES_Y = GOLD_Y + 13.4
LAST_Y = 199.0
FULL_SITES, FULL_POLICIES = 4, 4
FEWEST_POLICIES = 3
"""Up to so many are told with what they ask."""
MAP_MIDDLE: Final = 1.52
"""Where the park stands, in panels: far enough from the fold for the name of the wellness site beside it."""
TITLE_PT: Final = 20.0
TITLE_BOX = (0.0, 0.0, 88.0, 82.0)
KEY_BOX = (0.0, 84.0, 70.0, 102.0)
MORE_AIR: Final = 6.0
"""How far a line of words keeps from the golden line."""


def write(leaf: Leaf, sheet: Sheet) -> None:
    """Write the page."""
    fill_ground(sheet, MAP_W, 0, FLAP_W, TALL, tokens.SNOW)
    _draw_map(leaf, sheet)
    _write_map_title(leaf, sheet)
    _write_sites(leaf, sheet)
    _write_policies(leaf, sheet)
    draw_gold(sheet)


# map


def _draw_map(leaf: Leaf, sheet: Sheet) -> None:
    """Draw the park over two panels; no name stands near the fold or an edge."""
    wide, tall = MAP_W + BEYOND, GOLD_Y + BEYOND
    fitted = fit_view(wide, tall, bounds_of(extent_of(leaf.features)), margin_mm=9.0)
    view = View(
        width_mm=wide, height_mm=tall, lat=fitted.lat, lon=fitted.lon, x_mm=BEYOND + MAP_MIDDLE * PANEL_W,
        y_mm=fitted.y_mm - HIGHER_MM, mm_per_km=fitted.mm_per_km,
    )  # fmt: skip
    clear = INSET - 1.0
    fold = BEYOND + PANEL_W
    free = (
        _shifted(TITLE_BOX), _shifted(KEY_BOX), (0.0, 0.0, BEYOND + clear, tall), (wide - clear, 0.0, wide, tall),
        (0.0, 0.0, wide, BEYOND + 5.0), (0.0, tall - 4.0, wide, tall), (fold - clear, 0.0, fold + clear, tall),
    )  # fmt: skip
    told = sites_of(leaf.choice, chosen=leaf.choice.zones_chosen)
    named = frozenset(zone.feature for zone in told if zone.feature)
    plan = build_plan(
        [each for each in leaf.features if is_overview(each) or each.id in named],
        view, lang=leaf.lang, layers=LAYERS, keep_free=free, gutter=(fold - clear, 0.0, fold + clear, tall),
        named=named, notes=False, tidy=True,
    )  # fmt: skip
    with sheet.clip(-BEYOND, -BEYOND, wide, tall):
        sheet.draw(plan, -BEYOND, -BEYOND)
    leaf.marks([source for feature in leaf.features for source in feature.sources])
    sheet.draw(build_scale_bar(view.mm_per_km, lang=leaf.lang, longest_mm=30.0), INSET - 1.5, KEY_BOX[1] + 3.2)
    sheet.draw(build_north(lang=leaf.lang), INSET + 46.0, KEY_BOX[1] + 2.0)
    sheet.runs(INSET, KEY_BOX[1] + 15.0, leaf.noted(leaf.say(map_words.SKETCH_SHORT), "open-srtm"), NOTE)


def _shifted(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return box[0] + BEYOND, box[1] + BEYOND, box[2] + BEYOND, box[3] + BEYOND


def _write_map_title(leaf: Leaf, sheet: Sheet) -> None:
    """Write the title and where the park lies over the map, each letter with a rim of its ground."""
    halo = Halo(COLOURS["paper"].light, 0.9)
    sheet.text(INSET, 15.4, leaf.say(furniture.SECTION["location"]), 8.5, 500, tokens.LAKE, halo=halo)
    title = theme.TITLE._replace(size_pt=TITLE_PT, leading_mm=TITLE_PT * 0.43)
    top = sheet.paragraph(INSET, 25.0, COLUMN_W, leaf.say(LOCATION_TITLE), title).bottom - title.leading_mm + 8.4
    runs: list[Run] = []
    for fact in facts_of(leaf.library):
        runs += leaf.cited(leaf.say(fact.statement).rstrip("。."), fact)
        runs.append(Run("。" if leaf.lang == "zh" else ". "))
    runs += [Run(words, colour=tokens.SLATE) for words in notes_on_sites(leaf)]

    def write_facts(draft: Sheet, size: float) -> float:
        style = Style(size, size * 0.56, 400, tokens.INK, "left")
        return draft.paragraph(INSET, top, 74.0, tuple(runs), style).bottom - style.leading_mm

    leaf.settle(sheet, say.INSIDE, SIZES, TITLE_BOX[3] - 1.0, write_facts)


# sites


def _write_sites(leaf: Leaf, sheet: Sheet) -> None:
    chosen = leaf.choice.zones_chosen
    sites = sites_of(leaf.choice, chosen=chosen)
    if not sites:
        return
    sheet.text(INSET, GOLD_Y + 7.6, leaf.say(furniture.SECTION["zones"]), 12, 700)
    more = len(leaf.choice.zones) - len(sites)
    words = [leaf.say(say.MORE.fill(more))] if more else []
    words.append(leaf.say(say.SKETCHES))
    sheet.text(
        MAP_W - INSET, GOLD_Y + 7.4, ("" if leaf.lang == "zh" else " ").join(words), 7.5, 400, tokens.SLATE, "end"
    )

    def write_rows(draft: Sheet, size: float) -> float:
        """Write two sites side by side on each row, both columns on one grid."""
        half, full = (len(sites) + 1) // 2, len(sites) <= FULL_SITES
        rows = [sites[place : half + place + 1 : half] for place in range(half)]
        scrap = Sheet(leaf.setter, WIDE, TALL)
        heights = [max(_write_site(leaf, scrap, zone, 0.0, 0.0, size, full=full) for zone in row) for row in rows]
        gap = min(6.0, max(1.2, (LAST_Y - SITES_Y - sum(heights)) / max(1, half - 1)))
        y = SITES_Y
        for row, height in zip(rows, heights, strict=True):
            for place, zone in enumerate(row):
                _write_site(leaf, draft, zone, place * PANEL_W + INSET, y, size, full=full)
            y += height + gap
        return y - gap - 4.4

    leaf.settle(sheet, say.SITES_BLOCK, SIZES, LAST_Y, write_rows)


def _write_site(leaf: Leaf, sheet: Sheet, zone: Zone, x: float, y: float, size: float, *, full: bool) -> float:
    """Write name, status and focus, with few sites also area and entry rules; return the next baseline."""
    state = Sheet(leaf.setter, sheet.width_mm, sheet.height_mm)
    wide = draw_chip(state, 0.0, 0.0, zone.status or "unverified", leaf.lang)
    name = theme.H3._replace(size_pt=size, leading_mm=size * 0.46)
    placed = sheet.paragraph(x, y, COLUMN_W - wide - 3.0, (Run(leaf.say(zone.name)), *leaf.label(zone)), name)
    sheet.put(state, x + COLUMN_W - wide, y)
    small = NOTE._replace(size_pt=max(7.5, size - 1.5), leading_mm=max(3.7, size * 0.43), colour=tokens.INK)
    joint = "；" if leaf.lang == "zh" else "; "
    seen = f"{joint}{leaf.say(say_seen(zone.as_of))}" if zone.as_of else ""
    words = said_of(leaf, zone, "focus")
    focus = leaf.noted(words, told_by(leaf, zone, "focus")) if words else leaf.noted(leaf.say(say.FOCUS_OPEN))
    focus += leaf.noted(seen, last_told_by(leaf, zone)) if seen else ()
    y = sheet.paragraph(x, placed.bottom, COLUMN_W, focus, small).bottom
    if full:
        rules, gap = said_of(leaf, zone, "entry"), "；" if leaf.lang == "zh" else "; "
        asks = leaf.say(say.SITE_ASKS.fill(within(rules) or leaf.say(OPEN)))
        runs = (*leaf.noted(asks, told_by(leaf, zone, "entry") if rules else ()), Run(gap + leaf.say(say.SITE_AREA)))
        area = marked_area(leaf, zone, small=True) or (Run(leaf.say(OPEN)),)
        y = sheet.paragraph(x, y, COLUMN_W, (*runs, *area), small).bottom
    return y


# policies


def _write_policies(leaf: Leaf, sheet: Sheet) -> None:
    """Write the policies down the third panel, jumping over the golden line, and the small print at its foot."""
    notes_y = _write_small_print(leaf, sheet)
    policies = policies_of(leaf.choice, chosen=leaf.choice.policies_chosen)
    if not policies:
        return
    x = POLICY_X
    sheet.text(x, 15.4, leaf.say(furniture.SECTION["policies"]), 8.5, 500, tokens.LAKE)
    title = theme.TITLE._replace(size_pt=TITLE_PT, leading_mm=TITLE_PT * 0.43)
    top = sheet.paragraph(x, 25.0, POLICY_W, leaf.say(POLICIES_TITLE), title).bottom - 4.4
    sheet.line(x, top, x + POLICY_W, top, tokens.INK, theme.RULE)
    if not leaf.choice.policies_chosen:  # nobody asked for just these: fewer rather than too small
        counts = range(len(policies), FEWEST_POLICIES - 1, -1)
        fitting = (policies[:count] for count in counts if _list_fits(leaf, policies[:count], top, notes_y))
        policies = next(fitting, policies)

    def write_list(draft: Sheet, size: float) -> float:
        return _write_list(leaf, draft, policies, top, size)

    leaf.settle(sheet, say.POLICIES_BLOCK, SIZES, notes_y, write_list)


def _list_fits(leaf: Leaf, policies: Sequence[Policy], top: float, last_y: float) -> bool:
    return any(_write_list(leaf, Sheet(leaf.setter, WIDE, TALL), policies, top, size) <= last_y for size in SIZES)


def _write_list(leaf: Leaf, sheet: Sheet, policies: Sequence[Policy], top: float, size: float) -> float:
    """Write policies from a height on, none across the golden line, and how many more there are; return the end."""
    full, y = len(policies) <= FULL_POLICIES and leaf.choice.policies_chosen, top
    for policy in policies:
        height = _write_policy(leaf, Sheet(leaf.setter, WIDE, TALL), policy, 0.0, size, full=full)
        if y < GOLD_Y < y + height + 1.5:
            y = GOLD_Y + 1.5
        y = _write_policy(leaf, sheet, policy, y, size, full=full)
    if more := len(leaf.choice.policies) - len(policies):
        base = y + 4.6
        if GOLD_Y - MORE_AIR < base < GOLD_Y + MORE_AIR:
            base = GOLD_Y + MORE_AIR
        y = sheet.paragraph(POLICY_X, base, POLICY_W, leaf.say(say.MORE.fill(more)), NOTE).bottom - 2.0
    return y


def _write_policy(leaf: Leaf, sheet: Sheet, policy: Policy, top: float, size: float, *, full: bool) -> float:
    """Write name, status and day last reported, for whom and what, conditions and steps; return where its rule lies."""
    x = POLICY_X
    name = theme.H3._replace(size_pt=size, leading_mm=size * 0.48)
    y = sheet.paragraph(x, top + size * 0.56, POLICY_W, (Run(leaf.say(policy.name)), *leaf.label(policy)), name).bottom
    wide = draw_chip(sheet, x, y, leaf.state(policy), leaf.lang)
    seen = leaf.say(say_seen(policy.as_of)) if policy.as_of else ""
    sheet.runs(x + wide + 3.0, y, leaf.noted(seen, policy.sources), NOTE)
    small = NOTE._replace(size_pt=max(7.5, size - 1.5), leading_mm=max(3.7, size * 0.43), colour=tokens.INK)
    y = sheet.paragraph(x, y + 4.2, POLICY_W, offer_of(leaf, policy), small).bottom
    if full:
        for words, items in ((say.ASKS, policy.conditions), (say.STEPS, policy.steps)):
            joined = listed(leaf, items) or leaf.say(OPEN)
            joined = within(joined) if leaf.lang == "en" else joined
            y = sheet.paragraph(x, y, POLICY_W, leaf.say(words.fill(joined)), small).bottom
    y += size * 0.2 - small.leading_mm + 1.0
    sheet.line(x, y, x + POLICY_W, y, tokens.RULE_PRINT, theme.HAIRLINE)
    return y


def _write_small_print(leaf: Leaf, sheet: Sheet) -> float:
    """Write map note and disclaimer so that they end at the foot; return how far the policies may come down."""
    between = "；" if leaf.lang == "zh" else "; "
    credit = between.join(leaf.say(text) for text in credits_for(leaf.features))
    number = leaf.review_number or leaf.say(NOT_REVIEWED)
    texts = (leaf.say(say.MAP_WORDS.fill(credit, number)), leaf.say(DISCLAIMER_WORDS))
    lines = [leaf.setter.lay(text, POLICY_W * MM, NOTE) for text in texts]
    y = LAST_Y - (sum(map(len, lines)) - 1) * NOTE.leading_mm
    top = y
    for text in texts:
        y = sheet.paragraph(POLICY_X, y, POLICY_W, text, NOTE).bottom
    return top - 4.4
