"""What is drawn on the map: where it comes from, what it rests on, and that it is a sketch and no boundary."""

from collections.abc import Iterator

from brochure.claims.records import SAID, Issue, sides
from brochure.claims.wording import Rule, judge_text
from brochure.model.geometry import Feature
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import check as say
from brochure.words import claims as look

MAX_VERTICES = 25
MAX_DECIMALS = 4


def judge_feature(feature: Feature, library: Library) -> Iterator[Issue]:
    """Yield what is wrong with a feature of the map.

    What the park's office placed has the office and the day for its source, both said in its basis; it may be as fine
    as it was measured, for it is no sketch of ours.
    """
    record = library.find(feature.record) if feature.record else None
    placed = feature.precision == "placed"
    if not placed and record is not None and record.kind == "enterprises" and not (feature.sources and record.sources):
        yield _error("unsourced", feature, "sources", say.PLOTTED)
    if not placed and not feature.sources:
        yield _error("unsourced", feature, "sources", say.NO_SOURCE)
    if not (feature.basis.zh and feature.basis.en):
        yield _error("drawing", feature, "basis", say.NO_BASIS)
    for lang, side in sides(feature.name):
        if not side:
            missing = say.NO_CHINESE if lang == "zh" else say.NO_ENGLISH
            yield Issue("warning", feature.id, "features", "name", missing, "translation", None, lang)
    yield from _shape(feature)
    # the name of what was placed is its record's own, and judged there beside its quote
    yield from _words(feature, named=not placed or record is None or feature.name != record.name)


def _shape(feature: Feature) -> Iterator[Issue]:
    boundary = look.BOUNDARIES.search(f"{feature.kind} {feature.name.zh}")
    if boundary:
        yield _error("drawing", feature, "kind", say.BOUNDARY.fill(boundary[0]))
    if feature.precision == "placed":
        return
    for part in feature.parts:
        if len(part) - (feature.shape == "polygon") > MAX_VERTICES:
            yield _error("drawing", feature, "geometry", say.VERTICES.fill(len(part)))
    for number in (number for part in feature.parts for position in part for number in position):
        if round(number, MAX_DECIMALS) != number:
            yield _error("drawing", feature, "geometry", say.DECIMALS.fill(number))
            break


def _words(feature: Feature, *, named: bool) -> Iterator[Issue]:
    """A caption on the map is read like any other text."""
    for field, text in (("name", feature.name), ("short", feature.short), ("basis", feature.basis)):
        if text is None or (field == "name" and not named):
            continue
        for lang, side in sides(text):
            for claim in judge_text(side):
                message = SAID[claim.rule].fill(claim.wording)
                yield Issue("error", feature.id, "features", field, message, claim.rule, claim.wording, lang)


def _error(rule: Rule, feature: Feature, field: str, message: Text) -> Issue:
    return Issue("error", feature.id, "features", field, message, rule)
