"""Recipes by name, in place of the form: keep this one, open, rename, copy, delete and send the others."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from brochure.errors import BrochureError
from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, today
from brochure.gui.widgets import LEFT, Button, Pressable, PrimaryButton, Rule, SecondaryButton
from brochure.pdf.recipe import Recipe
from brochure.words import Text
from brochure.words import studio as say


class RecipeRow(Pressable):
    """One kept recipe; pressed once it is the one that the buttons below are about."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setMinimumHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        if self.isChecked() or self.hovered():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("wash" if self.isChecked() else "hover"))
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        paint_icon(painter, "book", QRectF(8, 12, 20, 20), theme.colour("brand" if self.isChecked() else "secondary"))
        painter.setFont(theme.font("body", 500 if self.isChecked() else 400))
        painter.setPen(theme.colour("text"))
        room = frame.adjusted(38, 0, -8, 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, round(room.width()))
        painter.drawText(room, LEFT, words)
        if self.ring:
            theme.paint_focus(painter, frame)


class RecipePanel(QWidget):
    """``opened`` hands a recipe over with the name it goes by; ``told`` says what was done, with a way back."""

    opened = Signal(object, str)
    told = Signal(str, object)
    left = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.current: Callable[[], Recipe] | None = None
        """What is asked now; the studio knows it."""
        self.rows: dict[str, RecipeRow] = {}
        self._problem: Text | None = None
        self._replaceable = ""
        self._renaming = ""
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 14, 16)
        column.setSpacing(6)
        self.back = Button("", "chevron_left", "link", 44)
        self.back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.left)
        self.title, self.lead = TextBlock("", "lead", 700), TextBlock("", "small", 400, "secondary")
        for widget in (self.back, self.title, self.lead):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self.name.setMinimumWidth(0)
        self.name.textEdited.connect(lambda _: self._forget_problem())
        self.name.returnPressed.connect(self.keep)
        self.save = PrimaryButton("", None, 44)
        self.save.clicked.connect(self.keep)
        row.addWidget(self.name, 1)
        row.addWidget(self.save)
        column.addLayout(row)
        self.problem = TextBlock("", "small", 400, "brick")
        self.replace = SecondaryButton("", None, 44)
        self.replace.clicked.connect(lambda: self.keep(over=True))
        column.addWidget(self.problem)
        column.addWidget(self.replace)
        column.addWidget(Rule())
        self.none = TextBlock("", "small", 400, "secondary")
        column.addWidget(self.none)
        self.list = QVBoxLayout()
        self.list.setSpacing(2)
        column.addLayout(self.list)
        self.verbs: dict[str, Button] = {}
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (verb, do) in enumerate(
            (
                ("open", self.open_chosen), ("rename", self.begin_rename), ("duplicate", self.duplicate),
                ("delete", self.delete), ("send", self.send),
            )
        ):  # fmt: skip
            button = self.verbs[verb] = SecondaryButton("", None, 44)
            button.clicked.connect(lambda _=False, do=do: do())
            wide = 2 if verb == "send" else 1
            grid.addWidget(button, place // 2, place % 2, 1, wide)
        column.addLayout(grid)
        column.addWidget(Rule())
        self.take_button = SecondaryButton("", "folder", 44)
        self.take_button.clicked.connect(self._choose_file)
        self.drop_words = TextBlock("", "small", 400, "secondary")
        column.addWidget(self.take_button)
        column.addWidget(self.drop_words)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.back.set_text(say_it(say.BACK_TO_FORM))
        self.title.set_text(say_it(say.RECIPES))
        self.lead.set_text(say_it(say.RECIPES_LEAD))
        self.name.setPlaceholderText(say_it(say.RECIPE_NAME))
        self.name.setAccessibleName(say_it(say.RECIPE_NAME))
        self.replace.set_text(say_it(say.RECIPE_REPLACE))
        self.none.set_text(say_it(say.RECIPE_NONE))
        for verb, words in (
            ("open", say.RECIPE_OPEN), ("rename", say.RECIPE_RENAME), ("duplicate", say.RECIPE_DUPLICATE),
            ("delete", say.RECIPE_DELETE), ("send", say.RECIPE_SEND),
        ):  # fmt: skip
            self.verbs[verb].set_text(say_it(words))
        self.take_button.set_text(say_it(say.RECIPE_TAKE))
        self.drop_words.set_text(say_it(say.RECIPE_DROP))
        self._say_save()
        self._say_problem()
        self.reload()

    def reload(self, chosen: str | None = None) -> None:
        """List what is in the folder; ``chosen`` is then the one the buttons are about."""
        from brochure.desk.recipes import list_recipes

        chosen = self.chosen() if chosen is None else chosen
        for row in self.rows.values():
            self.list.removeWidget(row)
            row.deleteLater()
        self.rows = {}
        for kept in list_recipes(self.hub.places):
            row = self.rows[kept.name] = RecipeRow(kept.name)
            row.setChecked(kept.name == chosen)
            row.clicked.connect(lambda _=False: self._on_choice())
            self.list.addWidget(row)
        self.none.setVisible(not self.rows)
        self._show_verbs()

    def forget(self) -> None:
        """Empty the field and what was said of it."""
        self.name.setText("")
        self._renaming = ""
        self._forget_problem()
        self.reload("")

    def chosen(self) -> str:
        """Return the name of the recipe that the buttons are about, empty where there is none."""
        return next((name for name, row in self.rows.items() if row.isChecked()), "")

    def keep(self, *, over: bool = False) -> None:
        """Keep what the form asks under the name in the field, or finish a renaming."""
        from brochure.desk.recipes import rename, safe_name, save_kept

        def do() -> None:
            if self._renaming:
                kept = rename(self.hub.places, self._renaming, self.name.text())
                self._renaming = ""
            else:
                kept = save_kept(self.hub.places, self.name.text(), self.current(), over=over)
                self.told.emit(self.hub.say(say.RECIPE_SAVED.fill(kept.name)), None)
            self.name.setText("")
            self._say_save()
            self.reload(kept.name)

        self._replaceable = ""
        if not self._try(do) and not self._renaming:
            try:
                name = safe_name(self.name.text())
            except BrochureError:
                return
            taken = next((each for each in self.rows if each.casefold() == name.casefold()), "")
            self._replaceable = taken
            self._say_problem()

    def open_chosen(self) -> None:
        """Hand the chosen recipe over to the form."""
        from brochure.desk.recipes import open_kept

        name = self.chosen()
        if name:
            self._try(lambda: self.opened.emit(open_kept(self.hub.places, name, self.hub.library, today()), name))

    def take_file(self, path: Path) -> None:
        """Open a file that somebody sent."""
        from brochure.desk.recipes import open_file

        self._try(lambda: self.opened.emit(open_file(path, self.hub.library, today()), path.stem))

    def begin_rename(self) -> None:
        """Let the field hold the name until it is saved."""
        self._renaming = self.chosen()
        if self._renaming:
            self._forget_problem()
            self.name.setText(self._renaming)
            self._say_save()
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.name.selectAll()

    def duplicate(self) -> None:
        """Copy the chosen recipe."""
        from brochure.desk import recipes

        if name := self.chosen():
            self._try(lambda: self.reload(recipes.duplicate(self.hub.places, name, self.hub.lang).name))

    def delete(self) -> None:
        """Delete the chosen recipe, with a way to take it back."""
        from brochure.desk import recipes

        name = self.chosen()
        if not name:
            return

        def do() -> None:
            deleted = recipes.delete(self.hub.places, name)
            self.reload("")
            words = self.hub.say(say.RECIPE_DELETED.fill(name))
            self.told.emit(words, lambda: self.reload(recipes.put_back(self.hub.places, deleted).name))

        self._try(do)

    def send(self, out: Path | None = None) -> None:
        """Write a copy of the chosen recipe to where the person says."""
        from brochure.desk import recipes

        name = self.chosen()
        if not name:
            return
        if out is None:
            kinds = f"{self.hub.say(say.RECIPE_FILES)} (*.toml)"
            suggested = Path.home() / f"{name}.toml"
            written, _ = QFileDialog.getSaveFileName(self, self.hub.say(say.RECIPE_SEND), str(suggested), kinds)
            if not written:
                return
            out = Path(written) if written.lower().endswith(".toml") else Path(f"{written}.toml")
        path = out

        def do() -> None:
            recipes.send(self.hub.places, name, path)
            self.told.emit(self.hub.say(say.RECIPE_SENT.fill(path.name)), None)

        self._try(do)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take_file(files[0])

    def _choose_file(self) -> None:
        kinds = f"{self.hub.say(say.RECIPE_FILES)} (*.toml);;* (*)"
        name, _ = QFileDialog.getOpenFileName(self, self.hub.say(say.RECIPE_TAKE), str(Path.home()), kinds)
        if name:
            self.take_file(Path(name))

    def _try(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except BrochureError as error:
            self._problem = error.message
            self._say_problem()
            return False
        self._forget_problem()
        return True

    def _forget_problem(self) -> None:
        self._problem, self._replaceable = None, ""
        self._say_problem()

    def _say_problem(self) -> None:
        self.problem.set_text(self.hub.say(self._problem) if self._problem else "")
        self.problem.setVisible(self._problem is not None)
        self.replace.setVisible(bool(self._replaceable))

    def _say_save(self) -> None:
        self.save.set_text(self.hub.say(say.RECIPE_RENAME if self._renaming else say.RECIPE_SAVE))

    def _on_choice(self) -> None:
        if self._renaming:
            self._renaming = ""
            self.name.setText("")
            self._say_save()
        self._forget_problem()
        self._show_verbs()

    def _show_verbs(self) -> None:
        for button in self.verbs.values():
            button.setVisible(bool(self.chosen()))
