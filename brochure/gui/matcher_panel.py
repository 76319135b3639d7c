"""哪些我能用: six questions, answers that stay and run again at once, and what the sources make of them."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from brochure.desk.match import QUESTIONS, Answers, Finding, Match, choices, match
from brochure.gui import theme
from brochure.gui.flow import Flow
from brochure.gui.matcher_foot import PAD, MatcherFoot
from brochure.gui.matcher_parts import TOUCH_PX, AnswerChip, Choice, CountTab, FindingRow
from brochure.gui.matcher_places import Fits
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Button, Panel, Rule
from brochure.model.kinds import Industry, Stage
from brochure.words import Text
from brochure.words import matcher as say

PANEL_PX = 476
BOTH_PX = 720
"""From this height on a question and results stand below each other."""
TABS = ("met", "unknown", "unmet", "places")


class MatcherPanel(QWidget):
    """The questions above, the results below, who decides at the foot. The hub keeps the answers for the visitor.

    ``closed`` tells that the list is wanted again where the panel stands in its place, ``asked`` that a question opened
    or went away.
    """

    closed = Signal()
    asked = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.words = choices(hub.library)
        self.asking: str | None = None
        self.tab, self.picked = "met", False
        self.edge = True
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(PAD, 14, PAD, 8)
        top.setSpacing(4)
        self._build_head(top)
        column.addLayout(top)
        self._build_results(column)
        column.addWidget(Rule())
        self.foot = MatcherFoot(hub)
        column.addWidget(self.foot)
        self.decides, self.print, self.put = self.foot.decides, self.foot.print, self.foot.put
        hub.answers_changed.connect(lambda _: self.run())
        hub.day_changed.connect(self.run)
        self.ask(None if self.answers.given() else QUESTIONS[0])
        self.retranslate()

    @property
    def answers(self) -> Answers:
        """What the visitor answered so far."""
        return self.hub.answers or Answers()

    def ask(self, question: str | None) -> None:
        """Show the choices of a question, or none."""
        self.asking = question
        for key, chip in self.chips.items():
            chip.setChecked(key == question)
        self.sheet.setVisible(question is not None)
        self._fill_choices()
        self._share_height()
        self.asked.emit()

    def answer(self, question: str, answer: str) -> None:
        """Take an answer, or take it back where it was given before; the next open question comes by itself."""
        given = {**self.answers.given()}
        first_time = question not in given
        if given.get(question) == answer:
            del given[question]
        else:
            given[question] = answer
        self.hub.set_answers(Answers(**given))
        following = QUESTIONS[QUESTIONS.index(question) + 1 :] if first_time else ()
        self.ask(next((each for each in following if each not in given), None))

    def clear(self) -> None:
        """Take all answers back and begin at the first question."""
        self.picked = False
        self.hub.set_answers(None)
        self.run()
        self.ask(QUESTIONS[0])

    def show_tab(self, tab: str) -> None:
        """Show one group."""
        self.tab = tab
        for key, each in self.tabs.items():
            each.setChecked(key == tab)
        self._fill_results()
        self.scroll.verticalScrollBar().setValue(0)

    def group(self, verdict: str) -> tuple[Finding, ...]:
        """Return what came to a verdict; a policy that holds no longer is offered to nobody."""
        return self.found.offered(verdict)

    def run(self) -> None:
        """Hold the answers against the sources again."""
        self.found: Match = match(self.hub.library, self.answers, self.hub.on)
        if not self.answers.given() and self.asking is None:
            self.ask(QUESTIONS[0])
        if not self.picked:  # until somebody chooses a group, the first that has something
            self.tab = next(tab for tab in TABS if tab == "places" or self.group(tab))
        for key, tab in self.tabs.items():
            tab.setChecked(key == self.tab)
        self._say_chips()
        self._say_counts()
        self._say_choices()
        self._fill_results()
        self.foot.show_found(self.found)

    def retranslate(self) -> None:
        """Say it again, in place."""
        say_it = self.hub.say
        self.title.set_text(say_it(say.TITLE))
        self.restart.set_text(say_it(say.RESTART))
        self.back.set_text(say_it(say.SHOW_LIST))
        self.skip.set_text(say_it(say.SKIP))
        self.scroll.setAccessibleName(say_it(say.TITLE))
        self.run()

    def leave_room(self, right_px: int) -> None:
        """Keep clear of a card that lies over the right side."""
        self._column.setContentsMargins(0, 0, right_px, 0)
        self._fit_choices()

    def set_edge(self, *, edge: bool, back: bool) -> None:
        """Stand at the right with an edge to the list, or in its place with a way back."""
        self.edge = edge
        self.back.setVisible(back)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_choices()
        self._share_height()

    def _share_height(self) -> None:
        """A question takes the room of the results where there is none for both; the counts stay."""
        self.scroll.setVisible(self.asking is None or self.height() >= BOTH_PX)
        self.spare.setVisible(self.scroll.isHidden())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        side = QRectF(0, 0, 1, self.height()) if self.edge else QRectF(0, 0, self.width(), 1)
        painter.fillRect(side, theme.colour("rule"))

    def _build_head(self, top: QVBoxLayout) -> None:
        head = QHBoxLayout()
        self.title = TextBlock("", "lead", 700)
        self.restart = Button("", None, "link", TOUCH_PX)
        self.restart.clicked.connect(self.clear)
        self.back = Button("", "chevron_left", "link", TOUCH_PX)
        self.back.clicked.connect(self.closed)
        self.back.hide()
        head.addWidget(self.title, 1)
        head.addWidget(self.restart)
        head.addWidget(self.back)
        top.addLayout(head)
        flow = Flow(6, 0)  # the chips keep 44 px for the finger and look 36
        self.chips: dict[str, AnswerChip] = {}
        for question in QUESTIONS:
            chip = self.chips[question] = AnswerChip()
            chip.clicked.connect(lambda _=False, key=question: self.ask(None if self.asking == key else key))
            flow.add(chip)
        top.addWidget(flow)
        self.sheet = QWidget()
        inside = QVBoxLayout(self.sheet)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(6)
        line = QHBoxLayout()
        self.question = TextBlock("", "body", 700)
        self.progress = TextBlock("", "small", 400, "secondary")
        self.skip = Button("", None, "link", TOUCH_PX)
        self.skip.setMinimumWidth(TOUCH_PX)
        self.skip.clicked.connect(self._skip)
        line.addWidget(self.question, 1)
        line.addWidget(self.progress)
        line.addWidget(self.skip)
        inside.addLayout(line)
        self.grid = QGridLayout()
        self.grid.setSpacing(6)
        for side in (0, 1):
            self.grid.setColumnStretch(side, 1)
        inside.addLayout(self.grid)
        self.remark = TextBlock("", "small", 400, "secondary")
        inside.addWidget(self.remark)
        top.addWidget(self.sheet)
        self.choice_buttons: dict[str, Choice] = {}

    def _build_results(self, column: QVBoxLayout) -> None:
        band = Panel()
        row = QHBoxLayout(band)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self.tabs: dict[str, CountTab] = {}
        for key in TABS:
            tab = self.tabs[key] = CountTab(key)
            tab.clicked.connect(lambda _=False, key=key: self._pick(key))
            if row.count():
                row.addWidget(Rule(standing=True))
            row.addWidget(tab, 1)
        holder = QHBoxLayout()
        holder.setContentsMargins(PAD, 0, PAD, 0)
        holder.addWidget(band)
        column.addLayout(holder)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.scroll, 1)
        self.spare = QWidget()
        column.addWidget(self.spare, 1)
        self.rows: list[FindingRow] = []

    def _pick(self, tab: str) -> None:
        self.picked = True
        if self.scroll.isHidden():
            self.ask(None)
        self.show_tab(tab)

    def _skip(self) -> None:
        following = QUESTIONS[QUESTIONS.index(self.asking) + 1 :] if self.asking else ()
        self.ask(next((each for each in following if self.answers.to(each) is None), None))

    def _say_chips(self) -> None:
        say_it = self.hub.say
        for question in QUESTIONS:
            answer = self.answers.to(question)
            words = say_it(self.words[question][answer]) if answer else ""
            asked = say_it(say.QUESTION[question])
            hint = say_it(say.CHANGE.fill(asked, words or say_it(say.UNSET)))
            self.chips[question].set_words(asked, words, say_it(say.UNSET), hint)
        self.restart.setVisible(bool(self.answers.given()))

    def _say_counts(self) -> None:
        for key, tab in self.tabs.items():
            if key == "places":
                tab.set_words(self.hub.say(say.FITS_TAB), None)
            else:
                tab.set_words(self.hub.say(say.VERDICT[key]), len(self.group(key)))

    def _fill_choices(self) -> None:
        """Put the choices of the question asked into their grid."""
        while self.grid.count():
            old = self.grid.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self.choice_buttons = {}
        for number, key in enumerate(self.words[self.asking] if self.asking is not None else ()):
            choice = self.choice_buttons[key] = Choice()
            choice.clicked.connect(lambda _=False, key=key: self.answer(self.asking, key))
            self.grid.addWidget(choice, number // 2, number % 2)
        self._say_choices()

    def _say_choices(self) -> None:
        if self.asking is None:
            return
        question, say_it = self.asking, self.hub.say
        self.question.set_text(say_it(say.ASK[question]))
        self.progress.set_text(say_it(say.PROGRESS.fill(QUESTIONS.index(question) + 1, len(QUESTIONS))))
        remark = say.NO_EXPORT_RULE if question == "export" else None if self.answers.given() else say.INTRO
        self.remark.set_text(say_it(remark) if remark is not None else "")
        self.remark.setVisible(remark is not None)
        for key, choice in self.choice_buttons.items():
            choice.set_words(say_it(self.words[question][key]), say_it(self._detail(key)))
            choice.setChecked(self.answers.to(question) == key)
        self._fit_choices()

    def _fit_choices(self) -> None:
        room = self.width() - self._column.contentsMargins().right() - 2 * PAD
        wide = (room - self.grid.spacing()) // 2
        choices = list(self.choice_buttons.values())
        for row in (choices[at : at + 2] for at in range(0, len(choices), 2)):
            tall = max(choice.height_at(wide) for choice in row)
            for choice in row:
                choice.setFixedHeight(tall)

    def _detail(self, key: str) -> Text:
        record = self.hub.library.find(key)
        if isinstance(record, Industry):
            return record.subtitle
        return record.fits if isinstance(record, Stage) else Text("", "")

    def _fill_results(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(PAD, 4, PAD, 12)
        column.setSpacing(0)
        self.rows = []
        if self.tab == "places":
            column.addWidget(Fits(self.hub, self.found))
        else:
            found = self.group(self.tab)
            self.rows = [FindingRow(self.hub, finding) for finding in found]
            for row in self.rows:
                column.addWidget(row)
            if not found:
                column.addWidget(TextBlock(self.hub.say(say.NOTHING_IN_GROUP), "body", 400, "secondary"))
        column.addStretch(1)
        self.scroll.setWidget(inside)
