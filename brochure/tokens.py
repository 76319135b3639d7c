"""The look, declared once: colours, type and spacing for the window, the map, the charts and the page."""

from typing import Final

INK: Final = "#10242F"
SLATE: Final = "#4A5D68"
MIST: Final = "#E9EFF1"
SNOW: Final = "#F8FAFA"
WHITE: Final = "#FFFFFF"
LAKE: Final = "#0B6E78"
LAKE_PRESSED: Final = "#095C65"
LAKE_WASH: Final = "#E6F1F2"
GOLD: Final = "#C7922B"
GOLD_TEXT: Final = "#855C0A"
GOLD_BRIGHT: Final = "#F0C15C"
GOLD_WASH: Final = "#FBF4E4"
RULE: Final = "#DFE7EA"
RULE_PRINT: Final = "#C9D4D8"
HOVER: Final = "#F1F5F6"
SWITCH_OFF: Final = "#B9C5CB"
DISABLED_TEXT: Final = "#7C8C95"

GRASS: Final = "#2F7D54"
SKY: Final = "#2B66A8"
OCHRE: Final = "#9A6A1B"
PLUM: Final = "#6B4C8A"
BRICK: Final = "#A8432F"

LIGHT: Final[dict[str, str]] = {
    "ground": SNOW,
    "panel": WHITE,
    "field": MIST,
    "text": INK,
    "secondary": SLATE,
    "rule": RULE,
    "hover": HOVER,
    "wash": LAKE_WASH,
    "brand": LAKE,
    "brand_pressed": LAKE_PRESSED,
    "on_brand": WHITE,
    "gold": GOLD,
    "gold_text": GOLD_TEXT,
    "gold_wash": GOLD_WASH,
    "switch_off": SWITCH_OFF,
    "disabled": DISABLED_TEXT,
    "grass": GRASS,
    "sky": SKY,
    "ochre": OCHRE,
    "plum": PLUM,
    "brick": BRICK,
    "slate": SLATE,
    "ink": INK,
    "lake": LAKE,
}
DARK: Final[dict[str, str]] = {
    "ground": "#0C1B24",
    "panel": "#12262F",
    "field": "#1B303C",
    "text": "#E9EFF1",
    "secondary": "#9FB2BC",
    "rule": "#233A46",
    "hover": "#16303A",
    "wash": "#123540",
    "brand": "#54C1C9",
    "brand_pressed": "#3FA9B1",
    "on_brand": "#0C1B24",
    "gold": "#F0C15C",
    "gold_text": "#F0C15C",
    "gold_wash": "#2A2A1E",
    "switch_off": "#3A505C",
    "disabled": "#6D818B",
    "grass": "#6CC08F",
    "sky": "#7FB2EA",
    "ochre": "#DDB062",
    "plum": "#B79AD6",
    "brick": "#E58C78",
    "slate": "#9FB2BC",
    "ink": "#E9EFF1",
    "lake": "#54C1C9",
}

SCREEN_PX: Final[dict[str, tuple[int, int]]] = {
    "note": (12, 18),
    "small": (13, 20),
    "body": (15, 24),
    "lead": (18, 26),
    "title": (24, 32),
    "hero": (36, 48),
}
"""Size and line height on screen, pixels at 100 %."""

RAIL_PX: Final = 72
TOP_BAR_PX: Final = 56
TRAY_PX: Final = 64
MARGIN_PX: Final = 32
GAP_PX: Final = 16
RADIUS_PX: Final = 8
CARD_PX: Final = 376

PARK_ALTITUDE_M: Final = (2240, 2350)
IDEAL_ALTITUDE_M: Final = (2220, 2500)
