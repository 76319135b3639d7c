"""Set text in lines: measure, fit, lay, and say what is wrong with a line. Lengths are points.

Everything is remembered by its arguments, so the second brochure of a batch sets only what differs.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from brochure.pdf.breaks import protected
from brochure.pdf.fill import fill
from brochure.pdf.setting import Align, Composer, Line, Piece, Run, Style, Words, as_runs, join, mark
from brochure.typeface import Typeface

__all__ = ["Align", "Line", "Piece", "Run", "Style", "Typesetter", "Words", "as_runs", "faults", "mark"]

_KEEP: Final = 20_000
_NEVER_FIRST: Final = frozenset("、，。：；！？）》】」』”’…—·％%℃°①②③④⑤⑥⑦⑧⑨,.;:!?)")
_NEVER_LAST: Final = frozenset("（《【「『“‘(￥")
_ONE_SQUARE: Final = re.compile(r"(?:\W|[①-⑳])*[一-鿿](?:\W|[①-⑳])*")
_TO_ONE_LINE: Final = str.maketrans("\n\r\v\f\x85\u2028\u2029", "       ")


class Typesetter:
    """Sets text in the three weights of one family."""

    def __init__(self, faces: Mapping[int, Typeface]) -> None:
        self.faces = faces
        self.looked_over: dict[int, tuple[object, list[str]]] = {}
        """What was wrong with paragraphs that were looked over, by the identity of their lines."""
        self._laid: dict[tuple[tuple[Run, ...], float, Style], tuple[Line, ...]] = {}
        self._single: dict[tuple[tuple[Run, ...], Style], Line] = {}

    def measure(self, words: Words, size_pt: float, weight: int = 400, tracking_em: float = 0.0) -> float:
        """Return the width of a text on one line."""
        return self.line(words, Style(size_pt=size_pt, weight=weight, tracking_em=tracking_em)).width_pt

    def fit_size(
        self, words: Words, width_pt: float, size_pt: float, least_pt: float = 7.5, weight: int = 400, lines: int = 1
    ) -> float:
        """Return the largest size at which a text fits a number of lines, in half points, never under ``least_pt``."""
        size = size_pt
        while size > least_pt:
            style = Style(size_pt=size, weight=weight, align="left")
            if lines == 1 and self.line(words, style).width_pt <= width_pt:
                break
            if lines > 1 and len(self.lay(words, width_pt, style)) <= lines:
                break
            size = max(least_pt, size - 0.5)
        return size

    def line(self, words: Words, style: Style) -> Line:
        """Set a text on one line, however long; ends of paragraphs in it become spaces."""
        runs = as_runs(words)
        known = self._single.get((runs, style))
        if known is None:
            if len(self._single) > _KEEP:  # a long batch must not grow without end
                self._single.clear()
            flat = runs
            if any(not run.text.isprintable() for run in runs):
                flat = tuple([run._replace(text=run.text.translate(_TO_ONE_LINE)) for run in runs])
            looks = join(flat)
            composer = Composer(self.faces, looks, style)
            known = self._single[runs, style] = composer.compose(0, len(looks.text), trim=False)
        return known

    def lay(self, words: Words, width_pt: float, style: Style) -> tuple[Line, ...]:
        """Break a text into lines of a width."""
        runs = as_runs(words)
        known = self._laid.get((runs, width_pt, style))
        if known is None:
            if len(self._laid) > _KEEP:
                self._laid.clear()
            known = self._laid[runs, width_pt, style] = fill(Composer(self.faces, join(runs), style), width_pt)
        return known


def faults(lines: Sequence[Line], width_pt: float) -> list[str]:
    """Return what breaks a rule in lines that were laid: text for the person who wrote it, empty when all is well.

    The rules are looked up again here, so that the checker does not share a mistake with what it checks.
    """
    wide = [line for line in lines if line.width_pt > width_pt + 0.3 and len(line.text) > 1]
    found = [f"wider than its column by {line.width_pt - width_pt:.1f} pt: {line.text}" for line in wide]
    for before, after in pairwise(lines):
        if "\n" in before.joint or not before.text or not after.text:
            continue
        seam = f"{before.text[-6:]} | {after.text[:6]}"
        roomy = width_pt > 3 * before.pieces[-1].size_pt
        if after.text[0] in _NEVER_FIRST and roomy and not (before.joint and after.text[0] == "—"):
            found.append(f"a line begins with {after.text[0]}: {seam}")
        if before.text[-1] in _NEVER_LAST and roomy:
            found.append(f"a line ends with {before.text[-1]}: {seam}")
        found.extend(_parted(before, after, width_pt, seam))
    if len(lines) > 1 and not lines[-2].joint and len(lines[-2].text) > 3 and _ONE_SQUARE.fullmatch(lines[-1].text):
        found.append(f"the last line is one character: {lines[-1].text}")
    return found


def _parted(before: Line, after: Line, width_pt: float, seam: str) -> list[str]:
    """Return what was torn between two lines although it had room on one."""
    head = before.text + before.joint
    whole = head + after.text
    room = 0.8 * width_pt / before.pieces[-1].size_pt
    if not before.joint and re.match(r"[!-~]", after.text) and re.search(r"[!-~]$", before.text):
        ends = re.search(r"[!-~]+$", before.text), re.match(r"[!-~]+", after.text)
        word = "".join([part[0] for part in ends if part])
        if _about(word) >= room:
            return []  # wider than the column: it had to break somewhere
        if not re.search(r"[-/—]$", before.text):
            return [f"{word} is parted: {seam}"]
    for start, end in protected(whole):
        if start < len(before.text) and len(head) < end and _about(whole[start:end]) < room:
            return [f"{whole[start:end]} is parted: {seam}"]
    return []


def _about(text: str) -> float:
    """Return a rough width in em, on the wide side."""
    return sum(0.65 if char < "\u2000" else 1.0 for char in text) + 0.5
