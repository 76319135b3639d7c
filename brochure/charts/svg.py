"""A drawing as SVG, in the plain subset that both Qt and browsers draw alike: no clip paths, no style sheets."""

import itertools
import math
import re
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import msgspec

from brochure.drawing import PT, Circle, Curve, Drawing, Group, Label, Path, Point, Rect, Shape, Stroke

FAMILY: Final = "Park Sans SC"
REPLACEMENTS: Final = (
    '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Hiragino Sans GB",'
    "sans-serif"
)
"""What a reader without our font falls back to."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Cover(msgspec.Struct, frozen=True):
    """What a drawing carries when it leaves the program: its title, what is to be seen, its language, its fonts.

    ``fonts`` is the address of a font, one that holds it, for each weight.
    """

    title: str
    description: str
    lang: str
    fonts: Mapping[int, str] = {}


class _Window:
    """A frame that paths are cut to and that discs outside it are left out of.

    Other shapes pass, for they are placed inside by whoever drew them.
    """

    def __init__(self, x: float, y: float, width: float, height: float) -> None:
        self.sides = ((0, x, 1), (0, x + width, -1), (1, y, 1), (1, y + height, -1))

    def cut_all(self, shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
        """Return what is left of some shapes; of a path that lies outside nothing is."""
        inside = (each for each in shapes if not isinstance(each, Circle) or self._holds(((each.x, each.y),)))
        left = map(self.cut, inside)
        return tuple(each for each in left if not isinstance(each, Path) or each.runs)

    def cut(self, shape: Shape) -> Shape:
        if isinstance(shape, Group):
            return Group(self.cut_all(shape.shapes), shape.clip, shape.key)
        if not isinstance(shape, Path):
            return shape
        filled = shape.closed or shape.fill is not None
        cut = self._ring if filled else self._line
        runs = tuple(part for run in shape.runs for part in ([run] if self._holds(run) else cut(run)))
        return Path(runs, shape.closed, shape.fill, shape.alpha, shape.stroke)

    def _holds(self, run: tuple[Point, ...]) -> bool:
        return all((point[axis] - limit) * sign >= 0 for axis, limit, sign in self.sides for point in run)

    def _ring(self, run: tuple[Point, ...]) -> list[tuple[Point, ...]]:
        points = list(run)
        for axis, limit, sign in self.sides:
            made: list[Point] = []
            for i, b in enumerate(points):
                a = points[i - 1]
                if ((a[axis] - limit) * sign >= 0) != ((b[axis] - limit) * sign >= 0):
                    made.append(_between(a, b, (limit - a[axis]) / (b[axis] - a[axis])))
                if (b[axis] - limit) * sign >= 0:
                    made.append(b)
            points = made
        return [tuple(points)] if points else []

    def _line(self, run: tuple[Point, ...]) -> list[tuple[Point, ...]]:
        parts: list[list[Point]] = []
        for a, b in itertools.pairwise(run):
            first, last = 0.0, 1.0
            for axis, limit, sign in self.sides:
                far_a, far_b = (a[axis] - limit) * sign, (b[axis] - limit) * sign
                if far_a < 0 and far_b < 0:
                    first, last = 1.0, 0.0
                elif far_a < 0:
                    first = max(first, far_a / (far_a - far_b))
                elif far_b < 0:
                    last = min(last, far_a / (far_a - far_b))
            if first < last:
                start, end = _between(a, b, first), _between(a, b, last)
                if parts and parts[-1][-1] == start:
                    parts[-1].append(end)
                else:
                    parts.append([start, end])
        return [tuple(part) for part in parts]


def _between(a: Point, b: Point, t: float) -> Point:
    return a if t == 0 else b if t == 1 else (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def to_svg(drawing: Drawing, cover: Cover | None = None) -> str:
    """Return an SVG document, one user unit a millimetre; with a cover it can be read anywhere.

    Clips are cut into the paths themselves, for Qt paints ``clipPath`` black and skips a nested ``svg``. Text is
    escaped, and what XML cannot hold is shown as a replacement mark.
    """
    width, height = _n(drawing.width_mm), _n(drawing.height_mm)
    body = "".join(map(_shape, drawing.shapes))
    size = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    if cover is None:
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>\n'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'lang={quoteattr(cover.lang)} xml:lang={quoteattr(cover.lang)} role="img" aria-labelledby="title description">'
        f'<title id="title">{escape(_clean(cover.title))}</title>'
        f'<desc id="description">{escape(_clean(cover.description))}</desc>'
        f"<style>{_fonts(cover)}</style>{body}</svg>\n"
    )


def _fonts(cover: Cover) -> str:
    """Return the style sheet: our font from within the file, and what stands in for it where that is not read."""
    faces = "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};src:url({address}) format("woff")}}'
        for weight, address in sorted(cover.fonts.items())
    )
    rules = f'text{{font-family:"{FAMILY}",{REPLACEMENTS}}}text[font-family$=" Medium"]{{font-weight:500}}'
    return f"{faces}{rules}"


def _shape(shape: Shape) -> str:
    match shape:
        case Path():
            data = " ".join(_run(run, shape.closed) for run in shape.runs if run)
            return f'<path d="{data}"{_paint(shape.fill, shape.alpha, shape.stroke)} fill-rule="evenodd"/>'
        case Curve():
            parts = [f"M{_n(shape.start[0])} {_n(shape.start[1])}"]
            parts += ["C" + " ".join(f"{_n(x)} {_n(y)}" for x, y in segment) for segment in shape.segments]
            data = " ".join(parts) + ("Z" if shape.closed else "")
            return f'<path d="{data}"{_paint(shape.fill, shape.alpha, shape.stroke)}/>'
        case Circle():
            where = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius_mm)}"'
            return f"<circle {where}{_paint(shape.fill, shape.alpha, shape.stroke)}/>"
        case Rect():
            where = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width_mm)}" height="{_n(shape.height_mm)}"'
            corner = f' rx="{_n(shape.radius_mm)}"' if shape.radius_mm else ""
            return f"<rect {where}{corner}{_paint(shape.fill, shape.alpha, shape.stroke)}/>"
        case Label():
            return _label(shape)
        case Group():
            return _group(shape)


def _group(group: Group) -> str:
    key = f" id={quoteattr(_clean(group.key))}" if group.key else ""
    shapes = group.shapes if group.clip is None else _Window(*group.clip).cut_all(group.shapes)
    return f"<g{key}>{''.join(map(_shape, shapes))}</g>"


def _label(label: Label) -> str:
    size = label.size_pt * PT
    turn = f' transform="rotate({_n(label.turn_deg)} {_n(label.x)} {_n(label.y)})"' if label.turn_deg else ""
    space = f' letter-spacing="{_n(label.tracking_em * size)}"' if label.tracking_em else ""
    family = f"{FAMILY} Medium" if label.weight == 500 else FAMILY
    weight = "bold" if label.weight == 700 else "normal"
    start = (
        f'<text x="{_n(label.x)}" y="{_n(label.y)}" font-family="{family}" font-weight="{weight}" '
        f'font-size="{_n(size)}" text-anchor="{label.anchor}" xml:space="preserve"{space}{turn}'
    )
    text = f">{escape(_clean(label.text))}</text>"
    halo = ""
    if label.halo is not None:  # a second text below, for Qt does not know paint-order
        halo = f'{start} fill="{label.halo.colour}"{_stroke(label.halo)}{text}'
    return f'{halo}{start} fill="{label.colour}"{text}'


def _paint(fill: str | None, alpha: float, stroke: Stroke | None) -> str:
    inside = f' fill="{fill}"' if fill else ' fill="none"'
    if fill and alpha < 1:
        inside += f' fill-opacity="{_n(alpha)}"'
    return inside + _stroke(stroke)


def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    ends = "round" if stroke.round else "butt"
    words = f' stroke="{stroke.colour}" stroke-width="{_n(stroke.width_mm)}" stroke-linejoin="round"'
    words += f' stroke-linecap="{"butt" if stroke.dash_mm else ends}"'
    if stroke.dash_mm:
        words += f' stroke-dasharray="{" ".join(map(_n, stroke.dash_mm))}"'
    return words + (f' stroke-opacity="{_n(stroke.alpha)}"' if stroke.alpha < 1 else "")


def _run(run: tuple[tuple[float, float], ...], closed: bool) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in run) + ("Z" if closed else "")


def _n(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"a drawing has finite places only: {value=}")
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


def _clean(text: str) -> str:
    return _CONTROL.sub("\ufffd", text)
