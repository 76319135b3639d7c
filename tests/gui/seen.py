"""What a person sees, hears and reaches in a window."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget

CHINESE = re.compile(r"[\u3400-\u9fff\uff01-\uff5e\u3001-\u3011]")


def visible_words(root: QWidget) -> list[str]:
    """Return every word a person can see or hear below a widget."""
    words: list[str] = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        for name in ("text", "texts", "eyebrow", "sentence", "placeholderText"):
            ask = getattr(widget, name, None)
            if callable(ask):
                said = ask()
                words += [said] if isinstance(said, str) else list(said)
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QAbstractItemView):
            words += _table_words(widget)
    return [word for word in words if word]


def _table_words(table: QAbstractItemView) -> list[str]:
    model = table.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    heads = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    return heads + [str(model.index(row, column).data()) for row in rows for column in columns]


def nameless(root: QWidget) -> list[str]:
    """Return the controls a screen reader could not name."""
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView)
    controls = [each for each in root.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()]
    return [type(each).__name__ for each in controls if not (each.accessibleName() or getattr(each, "text", str)())]


def tab_stops(window: QWidget, limit: int = 200) -> list[QWidget]:
    """Return what Tab reaches, in order, once round."""
    window.activateWindow()
    found: list[QWidget] = []
    for _ in range(limit):
        window.focusNextChild()
        now = QApplication.focusWidget()
        if now is None or now in found:
            break
        found.append(now)
    return found
