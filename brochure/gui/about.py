"""About: version, content, map and font notes, and the licence of every part."""

import importlib.metadata
import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

import brochure
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Rule, SecondaryButton
from brochure.words import Text
from brochure.words import window as say

NAME = "xining-biotech-park-brochure"
PARTS = (
    "PySide6", "shiboken6", "folium", "branca", "Jinja2", "MarkupSafe", "numpy", "requests", "xyzservices",
    "django-js-lib-leaflet", "XStatic-jQuery", "pmtiles", "sqlite-utils", "msgspec", "pypinyin", "openpyxl",
    "defusedxml", "reportlab", "rl_accel", "uniseg", "fonttools", "justmytype-intl-cjk", "segno", "zxing-cpp",
    "pikepdf", "pypdfium2", "pillow", "click", "platformdirs", "cryptography",
)  # fmt: skip


def list_parts() -> tuple[tuple[str, str, str], ...]:
    """Return name, version and licence of each installed part, as the part itself states them."""
    found = []
    for name in PARTS:
        try:
            meta = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        found.append((meta["Name"], meta["Version"], _licence(meta)))
    return tuple(sorted(found, key=lambda part: part[0].lower()))


def _licence(meta: importlib.metadata.PackageMetadata) -> str:
    if stated := meta.get("License-Expression"):
        return str(stated)
    classes = [each.rpartition(" :: ")[2] for each in meta.get_all("Classifier") or () if each.startswith("License ::")]
    if classes:
        return ", ".join(classes)
    first = str(meta.get("License") or "").strip().partition("\n")[0]
    return re.sub(r"\s+", " ", first)[:60]


class About(QDialog):
    """Esc or the button closes it."""

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub = hub
        self.resize(640, 620)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(0)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.scroll, stretch=1)
        column.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 12)
        row.addStretch(1)
        self.close_button = SecondaryButton(height=44)
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        to = self.hub.say
        self.setWindowTitle(to(say.ABOUT))
        self.close_button.set_text(to(say.CLOSE))
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(4)
        column.addWidget(TextBlock(to(say.TITLE), "title", 700))
        library = self.hub.library
        content = say.ABOUT_CONTENT_LINE.fill(library.content_date, library.content_version)
        version = Text(brochure.__version__, brochure.__version__)
        for heading, words in (
            (say.ABOUT_VERSION, version), (say.ABOUT_CONTENT, content), (say.ABOUT_MAP, say.ABOUT_MAP_LINE),
            (say.ABOUT_FONT, say.ABOUT_FONT_LINE),
        ):  # fmt: skip
            column.addSpacing(8)
            column.addWidget(TextBlock(to(heading), "small", 500, "secondary"))
            column.addWidget(TextBlock(to(words), "body"))
        column.addSpacing(12)
        column.addWidget(TextBlock(to(say.ABOUT_PARTS), "small", 500, "secondary"))
        for name, number, licence in list_parts():
            row = QHBoxLayout()
            row.setSpacing(12)
            first = TextBlock(f"{name} {number}", "small", 500)
            first.setFixedWidth(240)
            row.addWidget(first, alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(TextBlock(licence or to(say.ABOUT_NOT_STATED), "small", 400, "secondary"), stretch=1)
            column.addLayout(row)
        column.addStretch(1)
        self.scroll.setWidget(page)
