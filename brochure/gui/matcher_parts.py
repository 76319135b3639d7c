"""What the matcher is put together from: answers that stay as chips, choices for a finger, counts, one finding."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QSizePolicy

from brochure.desk.match import Finding, Judged, Verdict
from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.status_mark import GLYPH_PX, MARKS, paint_mark
from brochure.gui.text_block import lay_text, paint_text
from brochure.gui.view import Hub
from brochure.gui.widgets import LEFT, RIGHT, Pressable, width_of
from brochure.model.kinds import Source
from brochure.provenance import say_told
from brochure.words import Text, kinds
from brochure.words import matcher as say
from brochure.words.sentence import begun

TOUCH_PX: Final = 44
SIGNS: Final[dict[Verdict, tuple[str, str]]] = {
    "met": ("check", "grass"), "unknown": ("question", "secondary"), "unmet": ("close", "brick"),
}  # fmt: skip
"""Icon and colour of each verdict; the word always stands beside them."""
INDENT, ICON, SIDE, GAP = 26, 16, 12, 6
NO_BREAK: Final = "\u00a0"
"""A date stays on one line."""


class AnswerChip(Pressable):
    """A question with its answer, or dashed where there is none yet; a press asks it again."""

    def __init__(self) -> None:
        super().__init__()
        self.question = self.answer = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, question: str, answer: str, unset: str, hint: str) -> None:
        """Show a question and its answer; an empty answer is open."""
        self.question, self.answer = question, answer
        self.set_text(f"{question} {answer or unset}")
        self.setAccessibleName(hint)
        self.update()

    def sizeHint(self) -> QSize:
        words = width_of(self.question, "small") + (6 + width_of(self.answer, "small", 500) if self.answer else 0)
        return QSize(round(words) + 46, TOUCH_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect()).adjusted(0.5, 4.5, -0.5, -4.5)
        pen = QPen(theme.colour("brand" if self.isChecked() or self.hovered() else "rule"), 1)
        if not self.answer:
            pen.setStyle(GuiQt.PenStyle.DashLine)
            pen.setColor(theme.colour("brand" if self.isChecked() or self.hovered() else "secondary"))
        painter.setPen(pen)
        painter.setBrush(theme.colour("wash" if self.isChecked() else "ground" if self.answer else "panel"))
        painter.drawRoundedRect(frame, 17, 17)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(14, 0, self.width(), self.height()), LEFT, self.question)
        if self.answer:
            painter.setFont(theme.font("small", 500))
            painter.setPen(theme.colour("text"))
            left = 20 + width_of(self.question, "small")
            painter.drawText(QRectF(left, 0, self.width(), self.height()), LEFT, self.answer)
        paint_icon(
            painter, "chevron_down", QRectF(self.width() - 28, (self.height() - ICON) / 2, ICON, ICON),
            theme.colour("secondary"),
        )  # fmt: skip
        if self.ring:
            theme.paint_focus(painter, frame, 17)


class Choice(Pressable):
    """One answer, at least 44 px high, with a second line that explains it where there is one."""

    def __init__(self, detail: str = "") -> None:
        super().__init__()
        self.detail = detail
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str, detail: str) -> None:
        """Say it again."""
        self.detail = detail
        self.set_text(words)
        self.setAccessibleDescription(detail)

    def height_at(self, width: int) -> int:
        """Return how tall the words are at a width; what explains goes on in a second line rather than be cut."""
        return max(TOUCH_PX, round(self._draw(None, width)))

    def sizeHint(self) -> QSize:
        return QSize(160, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(TOUCH_PX, TOUCH_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("brand" if on or self.hovered() else "rule"), 1))
        painter.setBrush(theme.colour("brand" if on else "wash" if self.isDown() else "panel"))
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        self._draw(painter, self.width())
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()))

    def _draw(self, painter: QPainter | None, width: int) -> float:
        """Lay out both lines, draw them where there is a painter, and return the height they take."""
        on, room = self.isChecked(), width - 2 * SIDE
        fits = width_of(self.text(), "small", 500) <= room
        words, tall, _ = lay_text(self.text(), "small" if fits else "note", 500 if fits else 400, room)
        detail, more, _ = lay_text(self.detail, "note", 400, room)
        more = more if self.detail else 0
        if painter is not None:
            top = (self.height() - tall - more) / 2
            paint_text(painter, words, SIDE, top, "on_brand" if on else "text")
            if self.detail:
                paint_text(painter, detail, SIDE, top + tall, "on_brand" if on else "secondary")
        return tall + more + 14


class CountTab(Pressable):
    """A group of findings with how many there are; ``places`` has no count."""

    def __init__(self, verdict: str) -> None:
        super().__init__()
        self.verdict, self.count = verdict, 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str, count: int | None) -> None:
        """Show another word and number."""
        self.count = count
        self.set_text(words)
        self.setAccessibleName(words if count is None else f"{words} {count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, 54)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        on = self.isChecked()
        if on or self.hovered():
            painter.setPen(GuiQt.PenStyle.NoPen)
            painter.setBrush(theme.colour("wash" if on else "hover"))
            painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), 6, 6)
        icon, colour = SIGNS.get(self.verdict, ("pin", "brand"))
        painter.setFont(theme.font("note", 500 if on else 400))
        painter.setPen(theme.colour("text" if on else "secondary"))
        words = lay_text(self.text(), "note", 500 if on else 400, frame.width() - 8, 1)
        paint_text(painter, words[0], (frame.width() - words[2]) / 2, 32, "text" if on else "secondary")
        number = "" if self.count is None else str(self.count)
        wide = ICON + (6 + width_of(number, "lead", 700) if number else 0)
        left = (frame.width() - wide) / 2
        paint_icon(painter, icon, QRectF(left, 12, ICON, ICON), theme.colour(colour))
        painter.setFont(theme.font("lead", 700))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(left + ICON + 6, 6, 60, 28), LEFT, number)
        if self.ring:
            theme.paint_focus(painter, frame.adjusted(2, 2, -2, -2), 6)


class FindingRow(Pressable):
    """One measure: its name, its validity apart from its verdict, each condition with clause and source.

    All of it opens the card, so it paints itself: a hundred of them cost no more than a hundred widgets.
    """

    def __init__(self, hub: Hub, finding: Finding) -> None:
        super().__init__()
        self.hub, self.finding = hub, finding
        self._tall: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: hub.choose(finding.record.id))
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again, in place."""
        say_it = self.hub.say
        finding = self.finding
        self._tall.clear()
        self.set_text(self.hub.name(finding.record))
        parts = [self.text(), say_it(say.VERDICT[finding.verdict]), *self._state(), *self.texts()]
        self.setAccessibleName(say_it(say.OPEN_CARD.fill(finding.record.name)))
        self.setAccessibleDescription(" · ".join(parts))
        self.updateGeometry()
        self.update()

    def texts(self) -> list[str]:
        """Return every word it shows below its name."""
        finding, say_it = self.finding, self.hub.say
        words = [say_it(finding.remark)] if finding.remark else []
        for judged in finding.conditions:
            words += [self._asked(judged), *self._why(judged), self._clause(judged)]
        return words + self._caution()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._tall:
            self._tall[width] = round(self._draw(None, width))
        return self._tall[width]

    def sizeHint(self) -> QSize:
        return QSize(320, TOUCH_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, TOUCH_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        if self.hovered() or self.isDown():
            painter.fillRect(frame, theme.colour("hover"))
        painter.fillRect(QRectF(0, frame.height() - 1, frame.width(), 1), theme.colour("rule"))
        self._draw(painter, self.width())
        if self.ring:
            theme.paint_focus(painter, frame, 6)

    def _draw(self, painter: QPainter | None, width: int) -> float:
        """Lay everything out for a width, draw it where there is a painter, and return its height."""
        finding, say_it = self.finding, self.hub.say
        verdict = say_it(say.VERDICT[finding.verdict])
        tail = width_of(verdict, "small", 500) + ICON + 8
        y = float(SIDE)
        name = lay_text(self.text(), "body", 700, width - tail - 12)
        if painter is not None:
            paint_text(painter, name[0], 0, y, "text")
            icon, colour = SIGNS[finding.verdict]
            painter.setFont(theme.font("small", 500))
            painter.setPen(theme.colour(colour))
            painter.drawText(QRectF(width - tail - 2, y, tail, 24), RIGHT, verdict)
            paint_icon(painter, icon, QRectF(width - tail, y + 4, ICON, ICON), theme.colour(colour))
        y += name[1]
        y = self._draw_state(painter, y)
        if finding.remark is not None:
            y = self._draw_words(painter, say_it(finding.remark), "small", "secondary", 0, y, width)
        for judged in finding.conditions:
            y += GAP
            if painter is not None:
                icon, colour = SIGNS[judged.verdict]
                paint_icon(painter, icon, QRectF(0, y + 4, ICON, ICON), theme.colour(colour))
            y = self._draw_words(painter, self._asked(judged), "body", "text", INDENT, y, width)
            for why in self._why(judged):
                y = self._draw_words(painter, why, "small", "secondary", INDENT, y, width)
            y = self._draw_words(painter, self._clause(judged), "note", "secondary", INDENT, y, width)
        for caution in self._caution():
            y += GAP
            if painter is not None:
                paint_icon(painter, "info", QRectF(0, y + 2, ICON, ICON), theme.colour("secondary"))
            y = self._draw_words(painter, caution, "small", "secondary", INDENT, y, width)
        return y + SIDE

    def _draw_state(self, painter: QPainter | None, y: float) -> float:
        words = self._state()
        if painter is not None:
            x = 0.0
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("secondary"))
            painter.drawText(QRectF(0, y, 300, 20), LEFT, words[0])
            x += width_of(words[0], "small") + 14
            if len(words) > 1:
                mark = self._mark()
                paint_mark(painter, mark, x, y + 3)
                painter.setPen(theme.colour(MARKS[mark][1]))
                painter.setFont(theme.font("small"))
                painter.drawText(QRectF(x + GLYPH_PX + 6, y, 400, 20), LEFT, words[1])
        return y + 20

    def _draw_words(
        self, painter: QPainter | None, words: str, role: str, colour: str, x: float, y: float, width: int
    ) -> float:
        layout, tall, _ = lay_text(words, role, 400, width - x)
        if painter is not None:
            paint_text(painter, layout, x, y, colour)
        return y + tall

    def _mark(self) -> str:
        drafting = self.finding.record.status == "drafting"
        return "drafting" if drafting else str(self.finding.validity)

    def _state(self) -> list[str]:
        """Return the kind, and for a policy its validity."""
        kind = self.hub.say(kinds.KINDS[self.finding.record.kind])
        if self.finding.validity is None:
            return [kind]
        if self._mark() == "drafting":
            return [kind, self.hub.say(kinds.STATUS["drafting"])]
        return [kind, self.hub.say(say.say_validity(self.finding.validity))]

    def _asked(self, judged: Judged) -> str:
        reading = judged.condition.basis == "reading"
        return self.hub.say(say.READ_AS.fill(judged.condition.name) if reading else judged.condition.name)

    def _why(self, judged: Judged) -> list[str]:
        words = self.hub.say(judged.why)
        return [] if judged.verdict == "met" else [begun(words)]

    def _clause(self, judged: Judged) -> str:
        found = [source for id in judged.condition.sources if isinstance(source := self.hub.library.find(id), Source)]
        dates = say_told(self.hub.library, judged.condition.sources)
        seen = Text(
            "、".join(date.zh.replace(" ", NO_BREAK) for date in dates),
            ", ".join(date.en.replace(" ", NO_BREAK) for date in dates),
        )
        clause = say.say_clause(judged.condition.clause, judged.condition.basis)
        marks = "".join("①②③④⑤⑥⑦⑧⑨"[source.mark - 1] for source in found if 1 <= source.mark <= 9)
        return self.hub.say(say.SOURCE_LINE.fill(clause, marks, seen))

    def _caution(self) -> list[str]:
        note = self.finding.record.note
        return [self.hub.say(note)] if note is not None and self.finding.conditions else []
