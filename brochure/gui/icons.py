"""Our own line icons, 24 × 24 with 1.5 px lines, in the colour of the moment."""

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from brochure.gui import theme
from brochure.resources import asset

RECORD_ICONS = {
    "park": "overview", "figures": "figures", "zones": "map", "carriers": "building", "stages": "chain",
    "base": "lotus", "policies": "policy", "enterprises": "building", "partners": "handshake", "projects": "project",
    "funds": "coin", "products": "coin", "services": "service", "platforms": "platform", "honours": "medal",
    "events": "calendar", "industries": "industry", "alliances": "people", "talents": "people", "places": "pin",
    "contacts": "phone", "sources": "book",
}  # fmt: skip
"""The icon of each kind of record."""


def paint_icon(painter: QPainter, name: str, frame: QRectF, colour: QColor) -> None:
    """Draw an icon into a frame."""
    _renderer(name, colour.name()).render(painter, frame)


def pixmap(name: str, colour: QColor, size: int = 24, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture; ``ratio`` is the screen's pixels for each logical pixel."""
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return picture


def icon(name: str, colour: str = "secondary", size: int = 24) -> QIcon:
    """Return an icon in a token's colour, for Qt's own widgets."""
    return QIcon(pixmap(name, theme.colour(colour), size, 2.0))


@functools.lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


@functools.cache
def _source(name: str) -> str:
    return asset(f"icons/{name}.svg").read_text(encoding="utf-8")
