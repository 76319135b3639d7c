"""对比: up to four zones, carriers or stages beside each other, the same rows in the same order."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout

from brochure import tokens
from brochure.desk.compare import MOST, Comparison, compare, keep_comparable
from brochure.gui.compare_picker import WIDTH_PX, Picker
from brochure.gui.compare_table import CompareTable
from brochure.gui.states import MessageState
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import PrimaryButton, SecondaryButton, SwitchRow, width_of
from brochure.words import compare as say

LEAD_PX = 330


class CompareView(View):
    """Heading, the switch for differences, the two actions, the table; empty it offers three ways on."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self.heading = TextBlock("", "title", 700)
        self.lead = TextBlock("", "small", 400, "secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.lead)
        self.only = SwitchRow("compare")
        self.only.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.only.toggled.connect(lambda _: self._show())
        self.add = SecondaryButton("", "plus", 44)
        self.add.clicked.connect(self.open_picker)
        self.put_all = PrimaryButton("", "book", 44)
        self.put_all.clicked.connect(self.put_all_in)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.only)
        tools.addStretch(1)
        tools.addWidget(self.add)
        tools.addWidget(self.put_all)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addLayout(words, 1)
        self._top.addLayout(tools)
        self._column.addLayout(self._top)
        self.table = CompareTable(hub)
        self.table.removed.connect(hub.leave_compare)
        self.table.shifted.connect(self.shift)
        self.empty = MessageState("compare")
        self.empty.add_action("", self.open_picker, primary=True)
        self.empty.add_action("", lambda: hub.go("map"))
        self.empty.add_action("", self._take_from_tray)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self._column.addWidget(self.stack, 1)
        self.picker = Picker(hub, self)
        self.picker.picked.connect(self._toggle)
        self.picker.left.connect(self.step_back)
        hub.compared_changed.connect(lambda _: self._show())
        hub.shortlist_changed.connect(lambda _: self._name_actions())
        hub.theme_changed.connect(lambda _: self._show())
        self.leave_room(0)
        self.retranslate()

    def leave_room(self, right_px: int) -> None:
        margin = tokens.MARGIN_PX
        self._column.setContentsMargins(margin, 24, max(margin, right_px), 16)
        self._lay_top()
        self._lay_picker()

    def retranslate(self) -> None:
        self.heading.set_text(self.hub.say(say.TITLE))
        self.picker.retranslate()
        self._show()

    def new_visitor(self) -> None:
        self.step_back()
        self.picker.clear()
        self.only.setChecked(False)
        self.table.scroll.verticalScrollBar().setValue(0)

    def step_back(self) -> bool:
        was_open = not self.picker.isHidden()
        self.picker.hide()
        if was_open:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)
        return was_open

    def open_picker(self) -> None:
        """Let the person look for what to add."""
        self.picker.open()
        self._lay_picker()

    def shift(self, record_id: str, step: int) -> None:
        """Move a column, and let the keyboard stay on the arrow that moved it."""
        ids = list(self.hub.compared)
        at = ids.index(record_id)
        to = max(0, min(len(ids) - 1, at + step))
        ids.insert(to, ids.pop(at))
        self.hub.set_compared(tuple(ids))
        head = next(each for each in self.table.heads if each.record == record_id)
        button = head.to_left if step < 0 and head.to_left.isEnabled() else head.to_right
        (button if button.isEnabled() else head.to_left).setFocus(Qt.FocusReason.TabFocusReason)

    def put_all_in(self) -> None:
        """Put everything compared on the shortlist, in its order, with a way to take it back."""
        before = self.hub.shortlist
        new = tuple(key for key in self.hub.compared if key not in before)
        if new:
            self.hub.set_shortlist((*before, *new))
            self.hub.toast.emit(self.hub.say(say.PUT_IN.fill(len(new))), lambda: self.hub.set_shortlist(before))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_top()
        self._lay_picker()

    def _lay_top(self) -> None:
        """Put the tools beside the heading where both have room."""
        margins = self._column.contentsMargins()
        tools = sum(each.sizeHint().width() for each in (self.add, self.put_all)) + 28
        tools += self.only.width() if not self.only.isHidden() else 0
        beside = self.width() - margins.left() - margins.right() - tools >= LEAD_PX
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(way)

    def _show(self) -> None:
        found = compare(self.hub.library, self.hub.compared)
        only = self.only.isChecked() and len(found.columns) > 1
        rows = tuple(row for row in found.rows if row.telling) if only else found.rows
        self.stack.setCurrentWidget(self.table if found.columns else self.empty)
        self.table.show_comparison(found, rows)
        self._say_tools(found)
        self._name_actions()
        self._lay_top()
        if not self.picker.isHidden():
            self.picker.fill()

    def _say_tools(self, found: Comparison) -> None:
        to = self.hub.say
        several = len(found.columns) > 1
        self.lead.set_text(to(say.LEAD if len(found.columns) != 1 else say.ONE))
        self.only.setVisible(several)
        for each in (self.add, self.put_all):
            each.setVisible(bool(found.columns))
        folded = sum(not row.telling for row in found.rows)
        differing = sum(row.verdict == "differs" for row in found.rows)
        detail = say.LEFT_OUT.fill(folded) if self.only.isChecked() else say.COUNTED.fill(differing, len(found.rows))
        self.only.set_words(to(say.ONLY_DIFFERENCES), to(detail))
        wide = max(width_of(self.only.text()), width_of(self.only.detail, "note"))
        self.only.setFixedWidth(round(wide) + 92)

    def _name_actions(self) -> None:
        to, compared = self.hub.say, self.hub.compared
        full = len(compared) >= MOST
        self.add.setEnabled(not full)
        self.add.set_text(to(say.FULL if full else say.ADD))
        missing = [key for key in compared if key not in self.hub.shortlist]
        self.put_all.setEnabled(bool(missing))
        self.put_all.icon_name = "book" if missing else "check"
        self.put_all.set_text(to(say.ALL_IN_BROCHURE if missing else say.ALL_ARE_IN))
        chosen = len(keep_comparable(self.hub.library, self.hub.shortlist)[:MOST])
        words = (to(say.ADD), to(say.TO_MAP), to(say.FROM_TRAY.fill(chosen)))
        self.empty.set_words(to(say.EMPTY), to(say.EMPTY_WHY), *words)
        self.empty.actions[2].setVisible(chosen > 1)

    def _toggle(self, record_id: str) -> None:
        if record_id in self.hub.compared:
            self.hub.set_compared(tuple(each for each in self.hub.compared if each != record_id))
        elif len(self.hub.compared) < MOST:
            self.hub.set_compared((*self.hub.compared, record_id))
        else:
            self.hub.compare(record_id)  # refused in words, with the way to make room

    def _take_from_tray(self) -> None:
        self.hub.set_compared(keep_comparable(self.hub.library, self.hub.shortlist))

    def _lay_picker(self) -> None:
        if self.picker.isHidden():
            return
        edge = self.picker.SHADOW
        right = self.width() - self._column.contentsMargins().right()
        top = self.stack.y() if self.add.isVisible() else self._column.contentsMargins().top()
        width = min(WIDTH_PX, right - tokens.GAP_PX)
        height = self.picker.wanted_height(self.height() - top - 8 + edge)
        self.picker.setGeometry(right - width - edge, top - edge + 4, width + 2 * edge, height)
        self.picker.raise_()
