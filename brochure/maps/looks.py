"""How what the map shows looks: one table, for the screen and for paper.

Widths come in pairs, millimetres on paper and pixels on the screen; colours come in pairs, light and dark, and paper
is light. A shape that is a sketch has a dashed edge wherever it is drawn.
"""

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from brochure import tokens
from brochure.model.geometry import Feature

PANES: Final = ("paper", "hill", "water", "park", "zone", "campus", "way", "points", "labels")
"""From bottom to top."""

Pattern = Literal["plain", "ticks", "dashes"]


class Colour(msgspec.Struct, frozen=True):
    """A colour by day and in the dark."""

    light: str
    dark: str


def _token(name: str) -> Colour:
    return Colour(tokens.LIGHT[name], tokens.DARK[name])


COLOURS: Final[dict[str, Colour]] = {
    "paper": Colour(tokens.SNOW, "#0C1B24"),
    "upland": Colour("#EDF2EC", "#0F2226"),
    "hill": Colour("#DFE8DF", "#13282B"),
    "hill_2": Colour("#D6E2D7", "#163030"),
    "hill_3": Colour("#CDDCCF", "#193835"),
    "hachure": Colour("#86A08D", "#3F6156"),
    "hill_text": Colour("#4F6B57", "#8FB39B"),
    "wetland": Colour("#CFE3D2", "#17382F"),
    "park": Colour("#DDEBD9", "#1B3D2E"),
    "park_edge": Colour("#8DB592", "#3D6B4C"),
    "park_text": _token("grass"),
    "water": Colour("#9CC9CF", "#1F4F5C"),
    "water_edge": Colour("#6FA9B1", "#3A7683"),
    "water_text": Colour("#2F7480", "#7FC0CB"),
    "expressway": Colour("#F3DDA8", "#8F7330"),
    "expressway_case": Colour("#7C8C94", "#3A4A52"),
    "arterial": Colour("#FFFFFF", "#33474F"),
    "arterial_case": Colour("#B4C0C4", "#1B2C35"),
    "rail": Colour("#6D7D86", "#6B808A"),
    "rail_gap": Colour("#FFFFFF", "#0C1B24"),
    "shield": Colour(tokens.GRASS, "#2F7D54"),
    "shield_text": Colour("#FFFFFF", "#FFFFFF"),
    "glow": Colour("#EBC67F", "#8A6A24"),
    "halo": Colour(tokens.SNOW, "#0C1B24"),
    "veil": Colour(tokens.SNOW, "#0C1B24"),
    "disc": Colour("#FFFFFF", "#12262F"),
    "text": _token("text"),
    "secondary": _token("secondary"),
    "gold": _token("gold"),
    "gold_text": _token("gold_text"),
    "lake": _token("lake"),
    "grass": _token("grass"),
    "sky": _token("sky"),
    "ochre": _token("ochre"),
    "plum": _token("plum"),
    "brick": _token("brick"),
    "slate": _token("slate"),
    "ink": _token("ink"),
}


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How one kind of feature is drawn; ``sector`` as a colour means the colour of the feature's own sector."""

    pane: str
    fill: str | None = None
    fill_alpha: float = 1.0
    edge: str | None = None
    width_mm: float = 0.35
    width_px: float = 1.5
    case: str | None = None
    case_mm: float = 0.0
    case_px: float = 0.0
    pattern: Pattern = "plain"
    glow: bool = False
    mark: Literal["ring", "disc", "square", "triangle", "number", "dot"] | None = None
    text: str = "text"
    size_pt: float = 7.5
    size_px: float = 13.0
    weight: Literal[400, 500, 700] = 400
    rank: int = 50
    """The lower, the earlier its name is placed."""
    zoom: float = 13.0
    """From which zoom on the screen its name is shown."""


LOOKS: Final[dict[str, Look]] = {
    "hill": Look(pane="hill", fill="hill", text="hill_text", size_pt=10, size_px=18, weight=500, rank=30, zoom=12.5),
    "river": Look(pane="water", fill="water", edge="water_edge", width_mm=2.0, width_px=9, text="water_text", rank=62),
    "water": Look(
        pane="water", fill="water", edge="water_edge", width_mm=0.3, width_px=1.2, text="water_text", rank=90,
        zoom=15.5,
    ),
    "park": Look(
        pane="park", fill="park", edge="park_edge", width_mm=0.25, width_px=1, text="park_text", rank=34,
        zoom=13.4,
    ),
    "wetland": Look(
        pane="hill", fill="wetland", edge="park_edge", width_mm=0.25, width_px=1, text="park_text", size_pt=8,
        rank=24, zoom=12.6,
    ),
    "park_outline": Look(
        pane="zone", fill="lake", fill_alpha=0.09, edge="lake", width_mm=0.7, width_px=2, text="lake",
        size_pt=10.5, size_px=15, weight=700, rank=10, zoom=10,
    ),
    "area": Look(
        pane="zone", fill="lake", fill_alpha=0.07, edge="lake", width_mm=0.55, width_px=1.5, text="lake",
        size_pt=10.5, size_px=17, weight=700, rank=12, zoom=11.5,
    ),
    "zone": Look(
        pane="zone", fill="sector", fill_alpha=0.22, edge="sector", text="sector", weight=500, rank=20,
        zoom=13.2,
    ),
    "phase": Look(
        pane="zone", fill="sector", fill_alpha=0.07, edge="sector", width_mm=0.3, width_px=1.2, text="sector",
        weight=500, rank=21, zoom=12.6,
    ),
    "site": Look(
        pane="zone", fill="gold", fill_alpha=0.24, edge="gold", width_mm=0.8, width_px=3, glow=True,
        text="gold_text", size_pt=9, size_px=15, weight=700, rank=5, zoom=11.5,
    ),
    "garden": Look(
        pane="zone", fill="grass", fill_alpha=0.2, edge="grass", width_px=1.2, text="grass", rank=22, zoom=13.8,
    ),
    "campus": Look(
        pane="campus", fill="brick", fill_alpha=0.1, edge="brick", width_mm=0.3, width_px=1.2, text="brick",
        rank=28,
    ),
    "expressway": Look(
        pane="way", edge="expressway", width_mm=2.0, width_px=5, case="expressway_case", case_mm=0.22,
        case_px=1, text="shield_text", weight=700, rank=8, zoom=9,
    ),
    "tunnel": Look(
        pane="way", edge="expressway_case", width_mm=1.4, width_px=4, pattern="dashes", text="secondary",
        rank=48, zoom=13,
    ),
    "arterial": Look(
        pane="way", edge="arterial", width_mm=1.5, width_px=6, case="arterial_case", case_mm=0.2, case_px=1,
        text="secondary", rank=44, zoom=13.2,
    ),
    "local_road": Look(
        pane="way", edge="arterial", width_mm=1.0, width_px=4, case="arterial_case", case_mm=0.18, case_px=1,
        text="secondary", rank=64, zoom=14.4,
    ),
    "railway": Look(
        pane="way", edge="rail", width_mm=0.5, width_px=1.6, pattern="ticks", text="secondary", rank=66,
        zoom=14,
    ),
    "hsr_link": Look(
        pane="way", edge="rail", width_mm=0.3, width_px=1.2, pattern="dashes", text="secondary", rank=68,
        zoom=12,
    ),
    "interchange": Look(pane="points", mark="ring", text="text", weight=700, rank=9, zoom=10.5),
    "station": Look(pane="points", mark="square", text="text", weight=500, rank=26, zoom=10.4),
    "airport": Look(pane="points", mark="ring", text="text", weight=500, rank=14, zoom=8),
    "city": Look(pane="points", mark="ring", text="text", weight=700, rank=13, zoom=8),
    "town": Look(pane="points", mark="ring", text="secondary", rank=40, zoom=9),
    "poi": Look(pane="points", mark="dot", text="text", weight=500, rank=25, zoom=13.9),
    "office": Look(pane="points", mark="dot", text="text", weight=500, rank=47, zoom=14.9),
    "school": Look(pane="points", mark="dot", text="brick", rank=52, zoom=14.2),
    "incubator": Look(pane="points", mark="number", edge="ink", text="text", weight=700, rank=7, zoom=14.8),
    "spot_height": Look(pane="points", mark="triangle", text="hill_text", weight=500, rank=36, zoom=12.5),
    "carrier": Look(pane="points", mark="dot", text="text", weight=500, rank=46, zoom=14.2),
    "enterprise": Look(pane="points", mark="dot", text="secondary", rank=80, zoom=15.5),
}  # fmt: skip
ASSUMED_ALPHA: Final = 0.4
"""What lies where it does only by assumption is filled lighter still."""
DOTS_MM: Final = (0.35, 0.9)
"""Its edge is dotted, where that of a sketch is dashed."""
PLANNED_ALPHA: Final = 0.6
"""What is only planned is filled lighter, by this factor."""
VEIL: Final = 0.3
"""How far everything else is dimmed while one thing is selected."""
SELECTED_PX: Final = 3.0
SELECTED_MM: Final = 0.9
DASH_MM: Final = (1.5, 0.9)
DASH_PX: Final = (6.0, 4.0)
GLOW_MM: Final = 2.6
GLOW_PX: Final = (16.0, 9.0)
VALLEY_KM: Final = (5.2, 3.8, 2.4)
"""Where no zone is drawn, the ground of city and region is darker away from the valleys: bands as wide as this, art."""
VALLEY_KINDS: Final = ("river", "railway")
"""What runs in the valleys and stands for them."""
RINGS_KM: Final = (5.0, 10.0, 20.0, 30.0)
"""Straight-line distances from the south gate, drawn as rings on the maps of city and region."""


def look_of(feature: Feature, parents: frozenset[str] = frozenset()) -> Look:
    """Return how a feature is drawn; a zone that holds other zones is drawn as an area."""
    if feature.kind == "park" and feature.id == "zone-wetland":
        return LOOKS["wetland"]
    if feature.kind == "zone" and feature.id in parents:
        return LOOKS["area" if feature.parent is None else "phase"]
    return LOOKS.get(feature.kind, LOOKS["poi" if feature.shape == "point" else "zone"])


def parents_of(features: Iterable[Feature]) -> frozenset[str]:
    """Return the ids of the features that other outlines lie in."""
    return frozenset(feature.parent for feature in features if feature.parent and feature.shape == "polygon")


def fill_alpha(feature: Feature, look: Look) -> float:
    """Return how strongly a feature is filled: lighter while it is only planned."""
    known = ASSUMED_ALPHA if feature.assumed else 1.0
    if look.fill == "sector" and look.fill_alpha > 0.2 and feature.sector in (None, "slate", "ink"):
        return (0.09 if feature.sector is None else 0.17) * known  # greys weigh more than colours
    planned = feature.status == "planned" and look.pane == "zone" and look.fill_alpha < 1
    return look.fill_alpha * known * (PLANNED_ALPHA if planned and feature.kind != "site" else 1.0)


def colour_name(feature: Feature, name: str | None) -> str | None:
    """Return the name of the colour, with the feature's own sector in place of ``sector``."""
    return (feature.sector or "slate") if name == "sector" else name


def dash_of(feature: Feature) -> tuple[float, ...]:
    """Return how the edge is broken on paper: not at all, dashed for a sketch, dotted where the place is assumed."""
    if not is_dashed(feature):
        return ()
    return DOTS_MM if feature.assumed else DASH_MM


def is_dashed(feature: Feature) -> bool:
    """Tell whether the edge is dashed: a sketch that has an edge of its own."""
    return feature.shape == "polygon" and feature.precision == "schematic" and feature.kind not in ("hill", "water")
