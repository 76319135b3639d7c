"""What the map page draws, as one document: features, looks, colours and words. Data only, in both languages."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from brochure import tokens
from brochure.maps import looks as table
from brochure.maps.layers import layer_of, layers_for, note_of, stage_numbers
from brochure.maps.outline import rounded
from brochure.maps.terrain import relief
from brochure.model.geometry import Feature, Position
from brochure.words import Text
from brochure.words import maps as say

_WORDS = (
    "SKETCH_NOTE", "SKETCH_SHORT", "ABOUT_KM", "ABOUT_M", "MAP_NAME", "OUT_OF_VIEW", "PLANNED", "CHOSEN", "NORTH",
    "STRAIGHT", "RING", "RING_FIRST", "MEASURE_FROM", "MEASURE_TO", "MEASURE_HOW", "MEASURE_SKETCH", "MEASURE_END",
    "THIS_SPOT", "RED_LINE",
)  # fmt: skip


def build_sheet(
    features: Sequence[Feature], *, review: Text = say.REVIEW_NUMBER, distances: Mapping[str, Text] | None = None
) -> bytes:
    """Return the JSON document that the parts in ``assets/map`` draw; positions are flat runs of lat, lon.

    Args:
        features: What is on the map; firms become points of their own list, for there may be thousands.
        review: The line with the number under which the map was reviewed, as the park gave it.
        distances: How far from the park a feature is, in words with their kind, by its id.
    """
    firms = [feature for feature in features if feature.kind == "enterprise"]
    features = [feature for feature in features if feature.kind != "enterprise"]
    parents = table.parents_of(features)
    numbers = stage_numbers(features)
    looks = {name: _look(look) for name, look in table.LOOKS.items()}
    names = {id(look): name for name, look in table.LOOKS.items()}
    document = {
        "features": [_feature(f, names[id(table.look_of(f, parents))], parents, numbers) for f in features],
        "looks": looks,
        "panes": table.PANES,
        "points": {
            "ids": [firm.record or firm.id for firm in firms],
            "names": [firm.name.zh if firm.name.zh == firm.name.en else firm.name for firm in firms],
            "precision": sorted({firm.precision for firm in firms}),
            "precisions": [firm.precision for firm in firms] if len({firm.precision for firm in firms}) > 1 else [],
            "at": [value for firm in firms for value in firm.parts[0][0]],
        },
        "review": review,
        "distances": distances or {},
        "layers": {layer.id: layer.on for layer in layers_for((*features, *firms[:1]))},
        "colours": {name: (colour.light, colour.dark) for name, colour in table.COLOURS.items()},
        "tokens": {"light": tokens.LIGHT, "dark": tokens.DARK},
        "style": {
            "veil": table.VEIL,
            "selected": table.SELECTED_PX,
            "dash": table.DASH_PX,
            "glow": table.GLOW_PX,
            "valley": table.VALLEY_KM,
            "valley_kinds": table.VALLEY_KINDS,
            "rings": table.RINGS_KM,
        },
        "words": {
            **{name: getattr(say, name) for name in _WORDS},
            "precision": say.PRECISION,
            "credit": say.CREDIT,
            "own": say.OWN_DRAWING,
        },
    }
    return msgspec.json.encode(document)


def _look(look: table.Look) -> dict[str, Any]:
    wanted = (
        "pane", "fill", "edge", "width_px", "case", "case_px", "pattern", "glow", "mark", "text", "size_px", "weight",
        "rank", "zoom",
    )  # fmt: skip
    return {name: getattr(look, name) for name in wanted}


def _feature(feature: Feature, look: str, parents: frozenset[str], numbers: dict[str, int]) -> dict[str, Any]:
    rules = table.LOOKS[look]
    made: dict[str, Any] = {
        "id": feature.id,
        "record": feature.record,
        "kind": feature.kind,
        "shape": feature.shape,
        "look": look,
        "layer": layer_of(feature),
        "name": feature.name,
        "short": feature.short or feature.name,
        "precision": feature.precision,
        "scale": feature.scale,
        "sources": feature.sources,
        "runs": [_flat(_soft(part, feature)) for part in feature.parts],
        "labels": feature.labels,
        "alpha": round(table.fill_alpha(feature, rules), 3),
        "dashed": table.is_dashed(feature) and look != "wetland",
        "fill": table.colour_name(feature, rules.fill),
        "edge": table.colour_name(feature, rules.edge),
        "text": table.colour_name(feature, rules.text),
        "planned": feature.status == "planned",
        "holds": feature.id in parents,
        "note": note_of(feature),
    }
    if feature.id in numbers:
        made["number"] = numbers[feature.id]
    if feature.kind == "hill":
        art = relief(feature.parts[0])
        made["runs"] = [_flat(art.outline)]
        made["tints"] = [_flat(tint) for tint in art.tints]
        made["strokes"] = [round(value, 5) for a, b in art.strokes for value in (*a, *b)]
    return made


def _soft(part: tuple[Position, ...], feature: Feature) -> tuple[Position, ...]:
    """Return a run as it is drawn: sketched lines and water have soft corners, on paper as on the screen."""
    if feature.shape == "line" and feature.precision == "schematic":
        return rounded(part, closed=False)
    if feature.kind == "water" or feature.id == "zone-wetland":
        return rounded(part, closed=True)
    return part


def _flat(run: Sequence[Position]) -> list[float]:
    return [round(value, 5) for position in run for value in position]
