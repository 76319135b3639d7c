"""Three questions that find the visitor's own stage; where two are possible the visitor says which is closer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from brochure.desk.stage import QUESTIONS, Fit, Question, find_stage
from brochure.gui.flow import Flow
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Button, Panel, PrimaryButton, SecondaryButton, Segmented
from brochure.model.kinds import Stage
from brochure.words import Text
from brochure.words import chain as say

TOUCH_PX = 44
QUESTION_PX = 190


class QuestionPanel(Panel):
    """``answered`` tells the stages that fit, as places in the chain (0 is the first); none while something is open."""

    answered = Signal(tuple)
    closed = Signal()

    def __init__(self, hub: Hub, stages: Sequence[Stage]) -> None:
        super().__init__()
        self.hub, self.stages = hub, stages
        self.answers: dict[Question, str] = {}
        self.settled: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        self.title = TextBlock("", "lead", 700)
        self.clear_button = Button("", None, "link", TOUCH_PX)
        self.clear_button.clicked.connect(self.clear)
        head.addWidget(self.title, 1)
        head.addWidget(self.clear_button)
        kept = self.clear_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # nothing jumps when the first answer is given
        self.clear_button.setSizePolicy(kept)
        column.addLayout(head)
        self.words: dict[Question, TextBlock] = {}
        self.choices: dict[Question, Segmented] = {}
        self._rows: list[QBoxLayout] = []
        for question, answers in QUESTIONS.items():
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(12)
            self.words[question] = TextBlock("", "body", 500)
            choice = Segmented([(answer, hub.say(say.ANSWER[answer])) for answer in answers], "", TOUCH_PX)
            choice.chosen.connect(lambda answer, question=question: self.answer(question, answer))
            self.choices[question] = choice
            row.addWidget(self.words[question])
            row.addWidget(choice)
            row.addStretch(1)
            self._rows.append(row)
            column.addLayout(row)
        column.addStretch(1)
        self.verdict = TextBlock("", "body", 700, "brand")
        column.addWidget(self.verdict)
        self._buttons = Flow(8)
        self._buttons.setMinimumHeight(TOUCH_PX)
        self.see_button = PrimaryButton("", "chain", TOUCH_PX)
        self.see_button.clicked.connect(self.closed)
        self._buttons.add(self.see_button)
        self.closer = [SecondaryButton("", None, TOUCH_PX) for _ in range(2)]
        for number, button in enumerate(self.closer):
            button.clicked.connect(lambda _=False, number=number: self._settle(number))
            self._buttons.add(button)
        column.addWidget(self._buttons)
        self.basis = TextBlock("", "note", 400, "secondary")
        column.addWidget(self.basis)
        self.retranslate()

    @property
    def fit(self) -> Fit | None:
        """What the answers come to."""
        return find_stage(self.answers)

    def answer(self, question: Question, answer: str) -> None:
        """Take an answer; the chain is lit at once."""
        self.answers[question] = answer
        self.choices[question].set_current(answer)
        self.settled = None
        self._tell()

    def clear(self) -> None:
        """Take all answers back."""
        self.answers = {}
        self.settled = None
        for choice in self.choices.values():
            choice.clear()
        self._tell()

    def possible(self) -> tuple[int, ...]:
        """Return the places in the chain that the answers point to; one once the visitor has settled it."""
        if self.settled is not None:
            return (self.settled,)
        fit = self.fit
        return tuple(number - 1 for number in fit.stages) if fit is not None else ()

    def retranslate(self) -> None:
        """Say it again, in place."""
        say_it = self.hub.say
        self.title.set_text(say_it(say.QUESTIONS_TITLE))
        self.clear_button.set_text(say_it(say.CLEAR))
        for question, answers in QUESTIONS.items():
            self.words[question].set_text(say_it(say.QUESTION[question]))
            self.choices[question].set_words({answer: say_it(say.ANSWER[answer]) for answer in answers})
            self.choices[question].setAccessibleName(say_it(say.QUESTION[question]))
        self.basis.set_text(say_it(say.BASIS))
        self.see_button.set_text(say_it(say.BACK_TO_STAGE))
        self._say_verdict()

    def set_narrow(self, *, narrow: bool) -> None:
        """Put each question above its answers, or beside them."""
        for question, row in zip(QUESTIONS, self._rows, strict=True):
            self.words[question].setMinimumWidth(0 if narrow else QUESTION_PX)
            row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
            row.setSpacing(2 if narrow else 12)
        self._hold_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_height()

    def _hold_height(self) -> None:
        """Ask for all the height that the words need at this width; the place scrolls rather than squeeze a button."""
        self.layout().activate()
        self.setMinimumHeight(max(self.layout().totalHeightForWidth(self.width()), self.layout().sizeHint().height()))

    def _settle(self, number: int) -> None:
        fit = self.fit
        if fit is not None and number < len(fit.stages):
            self.settled = fit.stages[number] - 1
            self._tell()

    def _tell(self) -> None:
        self._say_verdict()
        self.answered.emit(self.possible())

    def _say_verdict(self) -> None:
        possible = self.possible()
        left = len(QUESTIONS) - len(self.answers)
        self.see_button.setVisible(len(possible) == 1)
        for button, place in zip(self.closer, (*possible, None, None), strict=False):
            button.setVisible(len(possible) == 2 and place is not None)
            if place is not None:
                stage = self.stages[place]
                button.set_text(self.hub.say(say.STAGE_BUTTON.fill(stage.order, stage.name)))
        self.clear_button.setVisible(bool(self.answers))
        if not possible:
            self.verdict.set_text(self.hub.say(say.LEFT_TO_ANSWER.fill(left)))
        elif len(possible) == 2:
            orders = [self.stages[place].order for place in possible]
            self.verdict.set_text(self.hub.say(say.BOTH_POSSIBLE.fill(*orders)))
        else:
            joint = "" if self.hub.lang == "zh" else " "
            self.verdict.set_text(joint.join(self.hub.say(text) for text in verdict(self.stages, possible[0])))
        self._hold_height()


def verdict(stages: Sequence[Stage], place: int) -> tuple[Text, Text]:
    """Return at which stage somebody is, and which comes next."""
    stage = stages[place]
    first = say.AT_STAGE.fill(stage.order, stage.name)
    end = stages[place + 1] if place + 1 < len(stages) else None
    then = say.THEN_STAGE.fill(end.order, end.name) if end is not None else say.LAST_STAGE
    return first, then
