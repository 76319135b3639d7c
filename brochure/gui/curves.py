"""Lines that please the eye: a curve that nowhere overshoots, a heading whose lines are equally long."""

import itertools
from collections.abc import Sequence

from PySide6.QtGui import QTextLayout

from brochure.gui.text_block import lay_text


def lay_balanced(text: str, role: str, width: float, weight: int = 700) -> tuple[QTextLayout, float, float]:
    """Lay a heading so that its lines are about as long as each other, no more lines than the width asks for."""
    best = lay_text(text, role, weight, width)
    while width > 120:
        width -= 12
        tried = lay_text(text, role, weight, width)
        if tried[1] > best[1]:
            break
        best = tried
    return best


def monotone_slopes(points: Sequence[tuple[float, float]]) -> list[float]:
    """Return the slope at each point of a smooth line that nowhere overshoots its points.

    Source:
        F. N. Fritsch and R. E. Carlson, Monotone Piecewise Cubic Interpolation, SIAM J. Numer. Anal. 17 (1980);
        the harmonic mean of Fritsch and Butland (1984) keeps each piece monotone.
    """
    runs = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in itertools.pairwise(points)]
    inner = [2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in itertools.pairwise(runs)]
    return [runs[0], *inner, runs[-1]]
