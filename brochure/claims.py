"""What may not be printed as it stands: unsourced, undated, untranslated, superlative, medical or wrongly drawn."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec

from brochure.model.flat import columns
from brochure.model.geometry import Feature
from brochure.model.kinds import Figure, Policy
from brochure.model.record import Record
from brochure.model.validity import first_day, last_day
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import check as say
from brochure.words.kinds import KINDS

MAX_VERTICES = 25
MAX_DECIMALS = 4
NEAR_WELLNESS = ("base", "zones", "industries", "services", "projects", "park")
CHINESE = re.compile(r"[\u3400-\u9fff]")


class Issue(msgspec.Struct, frozen=True):
    """One thing that is not right: with which record, in which field, and what. ``error`` may not be published."""

    level: Literal["error", "warning"]
    record: str | None
    kind: str | None
    field: str | None
    message: Text


def audit(library: Library) -> tuple[Issue, ...]:
    """Return all that is wrong with the content, errors first, else in the order of the content."""
    issues = [
        *(
            issue
            for kind in KINDS
            for record in library.records(kind, archive=True)
            for issue in _record(record, library)
        ),
        *_measures(library),
        *(issue for feature in library.features for issue in _feature(feature, library)),
        *(Issue("warning", None, None, None, text) for text in library.unfit),
    ]
    return tuple(sorted(issues, key=lambda issue: issue.level != "error"))


def _record(record: Record, library: Library) -> Iterator[Issue]:
    yield from _links(record, library)
    if isinstance(record, Figure):
        if record.as_of is None:
            yield _error(record, "as_of", say.NO_PERIOD)
        if record.value is None and record.text is None:
            yield _error(record, "value", say.NO_VALUE)
    for field, text in _texts(record):
        yield from _translation(record, field, text)
        yield from _wording(record, field, text)
    if isinstance(record, Policy):
        yield from _policy(record)


def _links(record: Record, library: Library) -> Iterator[Issue]:
    if not record.sources and record.kind != "sources":
        yield _error(record, "sources", say.NO_SOURCE)
    for column in columns(type(record)):
        if column.ref is None:
            continue
        value = getattr(record, column.field)
        for id in (value,) if isinstance(value, str) else value or ():
            other = library.find(id)
            if other is None or column.ref not in ("*", other.kind):
                yield _error(
                    record, column.field, (say.UNKNOWN_SOURCE if column.ref == "sources" else say.DANGLING).fill(id)
                )


def _texts(record: Record) -> Iterator[tuple[str, Text]]:
    """Return every text a person reads with the field it stands in."""
    for column in columns(type(record)):
        value = getattr(record, column.field)
        if column.form == "text" and value is not None:
            yield column.field, value
        elif column.form == "texts":
            for text in value:
                yield column.field, text


def _translation(record: Record, field: str, text: Text) -> Iterator[Issue]:
    if not text.zh:
        yield _warning(record, field, say.NO_CHINESE)
    if not text.en:
        yield _warning(record, field, say.NO_ENGLISH)
    elif text.en == text.zh and CHINESE.search(text.en):
        yield _warning(record, field, say.NOT_TRANSLATED.fill(text.en))


def _wording(record: Record, field: str, text: Text) -> Iterator[Issue]:
    """Look at the wording of what may be printed; the archive keeps the words of its time."""
    if record.audience == "archive":
        return
    sourced = getattr(record, "attributed_to", None) is not None or say.SUPERLATIVES.search(record.quote or "")
    words = f"{record.name.zh} {record.name.en} {text.zh} {text.en}"
    near = record.kind in NEAR_WELLNESS and say.WELLNESS.search(words)
    for side in (text.zh, text.en):
        placeholder = say.PLACEHOLDERS.search(side)
        if placeholder:
            yield _error(record, field, say.PLACEHOLDER.fill(placeholder[0]))
        if not sourced and not say.ATTRIBUTION.search(side):
            for superlative in _claimed(say.SUPERLATIVES, side):
                yield _warning(record, field, say.SUPERLATIVE.fill(superlative))
        for medical in _claimed(say.MEDICAL_WORDS, side) if near else ():
            yield _error(record, field, say.MEDICAL.fill(medical))


def _claimed(wording: re.Pattern[str], side: str) -> list[str]:
    """Return the wordings that stand in a text and are not denied just before."""
    return [found[0] for found in wording.finditer(side) if not say.DENIAL.search(side[: found.start()])]


def _policy(policy: Policy) -> Iterator[Issue]:
    if policy.valid_from is None:
        for field, text in _texts(policy):
            for side in (text.zh, text.en):
                for claim in _claimed(say.IN_FORCE_WORDS, side):
                    yield _error(policy, field, say.IN_FORCE.fill(claim))
    elif policy.valid_to is not None and last_day(policy.valid_to) < first_day(policy.valid_from):
        yield _error(policy, "valid_to", say.DATES_CROSSED)


def _measures(library: Library) -> Iterator[Issue]:
    figures = [record for record in library.records("figures", archive=True) if isinstance(record, Figure)]
    current = Counter(figure.measure for figure in figures if figure.current)
    for figure in figures:
        if figure.current and current[figure.measure] > 1:
            yield _error(figure, "current", say.TWO_CURRENT.fill(figure.measure, current[figure.measure]))


def _feature(feature: Feature, library: Library) -> Iterator[Issue]:
    record = library.find(feature.record) if feature.record else None
    if record is not None and record.kind == "enterprises" and not (feature.sources and record.sources):
        yield Issue("error", feature.id, "features", "sources", say.PLOTTED)
    if not feature.sources:
        yield Issue("error", feature.id, "features", "sources", say.NO_SOURCE)
    if not (feature.basis.zh and feature.basis.en):
        yield Issue("error", feature.id, "features", "basis", say.NO_BASIS)
    if not feature.name.en or not feature.name.zh:
        missing = say.NO_CHINESE if not feature.name.zh else say.NO_ENGLISH
        yield Issue("warning", feature.id, "features", "name", missing)
    boundary = say.BOUNDARIES.search(f"{feature.kind} {feature.name.zh}")
    if boundary:
        yield Issue("error", feature.id, "features", "kind", say.BOUNDARY.fill(boundary[0]))
    for part in feature.parts:
        if len(part) - (feature.shape == "polygon") > MAX_VERTICES:
            yield Issue("error", feature.id, "features", "geometry", say.VERTICES.fill(len(part)))
    for number in (number for part in feature.parts for position in part for number in position):
        if round(number, MAX_DECIMALS) != number:
            yield Issue("error", feature.id, "features", "geometry", say.DECIMALS.fill(number))
            break


def _error(record: Record, field: str, message: Text) -> Issue:
    return Issue("error", record.id, record.kind, field, message)


def _warning(record: Record, field: str, message: Text) -> Issue:
    return Issue("warning", record.id, record.kind, field, message)
