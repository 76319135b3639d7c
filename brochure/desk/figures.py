"""Measures with their readings over time: which are one series, the chart of those, and all of them as a table."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import msgspec

from brochure import tokens
from brochure.charts.series import Reading, build_series
from brochure.drawing import Drawing
from brochure.errors import RenderError
from brochure.model.kinds import Figure
from brochure.model.validity import first_day, last_day
from brochure.provenance import are_comparable, are_one_series, how_compared, readings, say_when
from brochure.store.library import Library
from brochure.store.whole_file import save_whole
from brochure.words import Lang, Text
from brochure.words import figures as say
from brochure.words.numbers import say_figure

BOM: Final = "\ufeff"
"""Tells a spreadsheet program that the file is UTF-8."""
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins like this would be reckoned, not read."""


NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?")


class Measure(msgspec.Struct, frozen=True):
    """One measure; ``current`` is the reading in use, ``readings`` all public ones, the newest first.

    ``why_no_chart`` says why no line is drawn; ``None`` where the readings are one true series.
    """

    key: str
    topic: str
    current: Figure
    readings: tuple[Figure, ...]
    why_no_chart: Text | None


def measures(library: Library) -> tuple[Measure, ...]:
    """Return every measure once, by topic in the order of the topics, then in the order of the content."""
    found: dict[str, Measure] = {}
    for figure in library.records("figures"):
        if isinstance(figure, Figure) and figure.measure not in found:
            found[figure.measure] = _measure(library, figure.measure)
    order = list(say.TOPIC)
    return tuple(sorted(found.values(), key=lambda each: order.index(each.topic)))


def draw_chart(measure: Measure, lang: Lang, palette: Mapping[str, str] = tokens.LIGHT) -> Drawing:
    """Draw the readings of a measure over time.

    Raises:
        ValueError: They are not one series; ``why_no_chart`` says so.
    """
    if measure.why_no_chart is not None:
        raise ValueError(f"no series: {measure.key}")
    points = [
        Reading(
            first_day(each.as_of), last_day(each.as_of), each.value, say_figure(each, lang), say_when(each).to(lang)
        )
        for each in measure.readings
        if each.as_of is not None and each.value is not None
    ]
    return build_series(tuple(points), palette=palette)


def to_csv(library: Library, shown: Iterable[Measure], lang: Lang) -> bytes:
    """Return measures with every reading as a table for a spreadsheet program, in one language.

    UTF-8 with a mark at its start, lines that end as spreadsheet programs want them, nothing that would be reckoned as
    a formula.
    """
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow([heading.to(lang) for heading in say.HEADINGS])
    for measure in shown:
        for figure in measure.readings:
            rows.writerow([guarded(cell) for cell in _cells(library, measure, figure, lang)])
    return (BOM + out.getvalue()).encode()


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula; a plain number stays one."""
    if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def save(path: Path, data: bytes) -> Path:
    """Put a table or chart at a name, whole or not at all, and return the name.

    Raises:
        RenderError: The place cannot be written.
    """
    try:
        save_whole(path, data)
    except OSError as error:
        raise RenderError(say.NOT_SAVED.fill(path, error.strerror or type(error).__name__)) from error
    return path


def _measure(library: Library, key: str) -> Measure:
    current = library.readings(key)[0]
    found = readings(library, current)
    return Measure(key, current.topic, current, found, _why_no_chart(found))


def _why_no_chart(found: tuple[Figure, ...]) -> Text | None:
    dated = [each for each in found if each.value is not None and each.as_of is not None]
    if len(found) < 2 or len(dated) < 2:
        return say.ONE_READING
    if are_one_series(found) and len(dated) == len(found):
        return None
    return how_compared(found)


def _cells(library: Library, measure: Measure, figure: Figure, lang: Lang) -> list[str]:
    sources = " ".join(f"{source.mark} {source.name.to(lang)}" for source in library.sources(figure))
    value = "" if figure.value is None else f"{figure.value:.6f}".rstrip("0").rstrip(".")
    comparable = measure.why_no_chart is None and are_comparable(measure.readings)
    return [
        say.TOPIC[measure.topic].to(lang), figure.name.to(lang), say_figure(figure, lang), value, figure.unit.to(lang),
        say_when(figure).to(lang), figure.as_of or "", figure.scope.to(lang) if figure.scope is not None else "",
        (say.YES if figure.current else say.NO).to(lang), (say.YES if comparable else say.NO).to(lang), sources,
        figure.id,
    ]  # fmt: skip
