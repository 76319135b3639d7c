"""What the map shows: its layers as questions, what belongs to each, whom to name, and the numbers of the stages."""

from collections.abc import Iterable
from typing import Final

import msgspec

from brochure.model.geometry import Feature
from brochure.words import Text, placing
from brochure.words import maps as say
from brochure.words.dates import say_short_date


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """One switch of the map, put as an investor's question; one that is not ``available`` says why in its note."""

    id: str
    icon: str
    question: Text
    note: Text
    on: bool = True
    available: bool = True


_KIND_LAYER: Final[dict[str, str]] = {
    "hill": "ground", "river": "ground", "water": "ground", "zone": "zones", "park_outline": "zones", "office":
    "zones", "poi": "zones", "site": "base", "garden": "base", "park": "base", "incubator": "chain", "carrier":
    "chain", "spot_height": "heights", "campus": "schools", "school": "schools", "enterprise": "enterprises",
}  # fmt: skip


def layer_of(feature: Feature) -> str:
    """Return the id of the layer a feature belongs to; the ground belongs to none and is always drawn."""
    if feature.id == "zone-wetland":
        return "ground"
    if feature.kind == "poi" and feature.parent == "zone-wetland":
        return "base"
    return _KIND_LAYER.get(feature.kind, "access")


def layers_for(features: Iterable[Feature]) -> tuple[Layer, ...]:
    """Return the switches with their counts, in the order of the questions."""
    features = tuple(features)
    kinds = [(layer_of(feature), feature.kind) for feature in features]
    zones = sum(1 for layer, kind in kinds if layer == "zones" and kind in ("zone", "park_outline"))
    counts: dict[str, tuple[int, ...]] = {
        "zones": (zones,),
        "base": (),
        "chain": (kinds.count(("chain", "incubator")),),
        "access": (),
        "heights": (kinds.count(("heights", "spot_height")),),
        "schools": (kinds.count(("schools", "campus")), kinds.count(("schools", "school"))),
        "enterprises": (),
    }
    icons = {
        "zones": "map",
        "base": "lotus",
        "chain": "chain",
        "access": "road",
        "heights": "altitude",
        "schools": "school",
    }
    placed = any(layer == "enterprises" for layer, _ in kinds)
    notes = _placed_notes(features, zones)
    return tuple(
        Layer(
            id=key,
            icon=icons.get(key, "enterprise"),
            question=question,
            note=notes.get(key) or note.fill(*counts[key]),
            on=key not in ("heights", "schools"),
            available=key != "enterprises" or placed,
        )
        for key, (question, note) in say.QUESTIONS.items()
    )


def _placed_notes(features: Iterable[Feature], zones: int) -> dict[str, Text]:
    """Return what a layer says of itself where the park placed something in it: how many, and on which day at last."""
    placed = [feature for feature in features if feature.precision == "placed"]
    firms = [feature for feature in placed if layer_of(feature) == "enterprises"]
    lines = [feature for feature in placed if layer_of(feature) == "zones" and feature.shape == "polygon"]
    notes: dict[str, Text] = {}
    if firms:
        day = max((firm.placed_on for firm in firms if firm.placed_on is not None), default=None)
        notes["enterprises"] = (
            placing.FIRMS_PLACED_PLAIN.fill(len(firms))
            if day is None
            else placing.FIRMS_PLACED.fill(len(firms), say_short_date(day))
        )
    if lines:
        notes["zones"] = placing.ZONES_PLACED.fill(zones, len(lines))
    return notes


def note_of(feature: Feature) -> Text | None:
    """Return the line under the name of a feature, where it has one."""
    return say.NOTES.get(feature.id)


def credits_for(features: Iterable[Feature]) -> tuple[Text, ...]:
    """Return whom to name for what is really drawn, ending with our own part when there is one."""
    drawn = tuple(features)
    sources = {source for feature in drawn for source in feature.sources}
    named = [text for source, text in say.CREDIT.items() if source in sources]
    own = any(not set(feature.sources) & set(say.CREDIT) for feature in drawn)
    return (*named, say.OWN_DRAWING) if own and named else tuple(named)


def stage_numbers(features: Iterable[Feature]) -> dict[str, int]:
    """Return the number of each stage of the chain; the order of the features is the order of the source."""
    stages = [feature.id for feature in features if feature.kind == "incubator"]
    return {key: number for number, key in enumerate(stages, 1)}
