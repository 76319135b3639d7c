"""The tokens as Qt needs them: colours of the current theme, fonts, palette and the style sheet."""

from collections.abc import Iterable
from pathlib import Path
from string import Template
from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication

from brochure import tokens
from brochure.resources import asset

Theme = Literal["light", "dark"]
PALETTES: Final[dict[str, dict[str, str]]] = {"light": tokens.LIGHT, "dark": tokens.DARK}
FAMILY: Final = "Park Sans SC"
MEDIUM: Final = "Park Sans SC Medium"
RADIUS: Final = tokens.RADIUS_PX

_now: dict[str, str] = {"theme": "light", "lang": "zh"}
_colours: dict[str, QColor] = {}
_fonts: dict[tuple[str, int], QFont] = {}
_loaded: set[Path] = set()


def current() -> str:
    """Return ``light`` or ``dark``."""
    return _now["theme"]


def colour(name: str, alpha: float = 1.0) -> QColor:
    """Return a token's colour in the current theme; a sector's colour is a token too."""
    found = _colours.get(name)
    if found is None:
        found = _colours[name] = QColor(PALETTES[current()][name])
    if alpha >= 1.0:
        return found
    faint = QColor(found)
    faint.setAlphaF(alpha)
    return faint


def font(role: str = "body", weight: int = 400) -> QFont:
    """Return the font of a role of ``tokens.SCREEN_PX``, in 400, 500 or 700; figures are tabular in this face."""
    found = _fonts.get((role, weight))
    if found is None:
        found = QFont(MEDIUM if weight == 500 else FAMILY)
        found.setPixelSize(tokens.SCREEN_PX[role][0])
        found.setWeight(QFont.Weight.Bold if weight == 700 else QFont.Weight.Normal)
        found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if _now["lang"] == "en":  # “ and ’ are as wide as a Chinese character unless asked to be narrow
            found.setFeature(QFont.Tag("pwid"), 1)
        _fonts[role, weight] = found
    return QFont(found)


def set_language(lang: str) -> None:
    """Choose how wide quotation marks are; fonts asked for from now on obey."""
    _now["lang"] = lang
    _fonts.clear()


def wide_quotes() -> bool:
    """Whether quotation marks are set as wide as a Chinese character."""
    return _now["lang"] == "zh"


def line_height(role: str) -> int:
    """Return the height of one line of a role, pixels."""
    return tokens.SCREEN_PX[role][1]


def load_fonts(files: Iterable[Path]) -> None:
    """Give the fonts of the page to Qt, so that the window reads the same where the machine has none of them."""
    for path in files:
        if path not in _loaded:
            _loaded.add(path)
            QFontDatabase.addApplicationFont(str(path))


def apply_theme(app: QApplication, theme: str) -> None:
    """Dress the whole program; widgets that paint themselves ask ``colour`` while painting."""
    _now["theme"] = theme if theme in PALETTES else "light"
    _colours.clear()
    app.setPalette(build_palette())
    base = QFont(FAMILY)  # without the features of ``font``: what a widget's font has, a painter's font would inherit
    base.setPixelSize(tokens.SCREEN_PX["body"][0])
    app.setFont(base)
    app.setStyleSheet(build_style())


def build_palette() -> QPalette:
    """Return the palette of the current theme; the system's own colours never shine through."""
    palette = QPalette()
    role = QPalette.ColorRole
    for which, name in (
        (role.Window, "ground"), (role.Base, "panel"), (role.AlternateBase, "field"), (role.Button, "panel"),
        (role.WindowText, "text"), (role.Text, "text"), (role.ButtonText, "text"), (role.BrightText, "text"),
        (role.Highlight, "brand"), (role.HighlightedText, "on_brand"), (role.PlaceholderText, "secondary"),
        (role.ToolTipBase, "text"), (role.ToolTipText, "ground"), (role.Link, "brand"), (role.Mid, "rule"),
        (role.Light, "panel"), (role.Dark, "rule"), (role.Midlight, "rule"), (role.Shadow, "rule"),
    ):  # fmt: skip
        palette.setColor(which, colour(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, colour("disabled"))
    return palette


def build_style() -> str:
    """Return ``assets/theme.qss`` with the tokens of the current theme in its slots."""
    return Template(asset("theme.qss").read_text(encoding="utf-8")).substitute(PALETTES[current()], family=FAMILY)


def paint_focus(painter: QPainter, frame: QRectF, radius: float = RADIUS) -> None:
    """Draw the 2 px lake ring that shows where the keyboard is."""
    painter.setPen(QPen(colour("brand"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), radius, radius)
