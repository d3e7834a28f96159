"""Changes the label scheme of the project: names, colours, keys, meanings, order and hierarchy."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.buttons import buttons_for
from gui.message_bar import MessageBar, Tone
from gui.relay import value_of
from gui.schemes.form import LabelForm
from gui.schemes.guidelines import TITLES
from gui.schemes.label_tree import LabelTree
from gui.session import Session
from gui.theme import BETWEEN, INSIDE, size_window
from model.errors import UserFacingError
from model.labels import Reviewer, Slot
from model.plurals import counted
from model.scheme_changes import named_anew, with_changed, with_moved, with_new, without
from model.schemes import SCALES, SLOTS, Label, Scheme, as_json, from_json
from model.writing import replacing

if TYPE_CHECKING:
    from storage.project import Project

_FILES = "Label schemes (*.json)"
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVES = "Takes a label away that is not saved yet"
_STAYS = "Decisions may hold this label: take it out of use below “Examples”"


class SchemeEditor(QDialog):
    """Works on a copy; saving makes it the project's next version, and the window shows it at once. `givenUp`
    brings what was changed and not saved."""

    givenUp = Signal(object)  # Scheme

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.scheme = session.scheme
        self.setWindowTitle("Label scheme")
        size_window(self, 760, 560)
        self.message = MessageBar(self)
        self.slots = QComboBox(self)
        self.labels = LabelTree(self)
        self.form = LabelForm(self)
        self._buttons = buttons_for(self, "Save as a new version")
        self._buttons.accepted.disconnect()
        self._compose()
        self._fill()

    @property
    def slot(self) -> Slot:
        return list(TITLES)[self.slots.currentIndex()]

    @property
    def code(self) -> str:
        """Of the label that the form shows; empty if there is none."""
        return self.labels.code

    # --- what the user does

    def add(self) -> None:
        """A new label at the end, to be named."""
        self.scheme, code = with_new(self.scheme, self.slot)
        self._fill(code)
        self.form.name.setFocus()
        self.form.name.selectAll()

    def remove(self) -> None:
        """Takes a label away that is not saved yet."""
        self.scheme = without(self.scheme, self.slot, self.code)
        self._fill(self.scheme.labels[self.slot][-1].code)

    def take_up(self, scheme: Scheme) -> None:
        """Shows another scheme; nothing of it is saved yet, and labels that it lacks stay, retired."""
        self.scheme = scheme.keeping(self._session.scheme)
        self._fill()

    def shift(self, step: int) -> None:
        """The label so many places down in the order in which labels are offered."""
        self.scheme = with_moved(self.scheme, self.slot, self.code, step)
        self._fill()

    def save(self) -> None:
        """Stores it as the next version; what cannot be used is said above."""
        if self.scheme == self._session.scheme:
            self.accept()
            return
        project, reviewer = self._session.project, self._session.reviewer
        try:
            self.scheme.verify()
        except UserFacingError as error:
            self.message.say(str(error))
            return
        if project is not None and reviewer is not None and self.isEnabled():
            focus = self.focusWidget()
            self.setEnabled(False)  # until it is known whether that is saved
            self._session.run(_save, project, self.scheme, reviewer, done=partial(self._saved, focus))

    def read(self, path: Path) -> None:
        """Takes over a scheme from a file; it is saved when the user says so."""
        try:
            read = from_json(path.read_text(encoding="utf-8"))
            read.keeping(self._session.scheme).verify()
        except (OSError, UnicodeDecodeError) as error:
            self.message.say(f"{path.name}: it cannot be read as text ({error}); choose another file.")
        except UserFacingError as error:
            self.message.say(f"{path.name}: {error}")
        else:
            self.message.clear()
            self.take_up(read)
            kept = sum(len(self.scheme.labels[slot]) - len(read.labels[slot]) for slot in SLOTS)
            if kept:
                lacks = f"{path.name} lacks {counted(kept, 'label')} of this project, kept as retired."
                self.message.say(lacks, (), Tone.INFO)

    def write(self, path: Path) -> None:
        """Writes the scheme to a file, for other projects."""
        try:
            with replacing(path) as beside:
                beside.write_text(as_json(self.scheme) + "\n", encoding="utf-8")
        except UserFacingError as error:
            self.message.say(f"{error}.")
        else:
            self.message.say(f"The scheme is in {path}.", (), Tone.DONE)

    def reject(self) -> None:
        if not self.isEnabled():
            return
        if self.scheme != self._session.scheme:
            self.givenUp.emit(self.scheme)
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and with Ctrl saves. In a field it ends no more than
        the typing there: a version that is saved cannot be taken back."""
        if Qt.Key(event.key()) not in _ENTERS:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif isinstance(button := self.focusWidget(), QPushButton):
            button.click()

    def _saved(self, focus: QWidget | None, future: Future[Scheme]) -> None:
        self.setEnabled(True)
        (focus or self).setFocus()
        scheme = value_of(future, self.message.say)
        if scheme is not None:
            self._session.set_scheme(scheme)
            self.accept()

    # --- the list and the form

    def _fill_anew(self, *_: object) -> None:
        """With the labels that are chosen now."""
        self._fill()

    def _fill(self, code: str = "") -> None:
        """Lists the labels, and shows one in the form."""
        self.labels.fill(self.scheme, self.slot, code or self.code)
        self._add.setEnabled(self.slot not in SCALES)
        self._show_current()

    def _show_current(self, *_: object) -> None:
        if not self.labels.filling and self.code:
            new = not self._session.scheme.knows(self.slot, self.code)
            self._remove.setEnabled(new)
            self._remove.setToolTip(_REMOVES if new else _STAYS)
            labels = self.scheme.labels[self.slot]
            self.form.show_label(self.slot, self.scheme.label(self.slot, self.code), labels)

    def _edited(self, label: Label) -> None:
        """The form has another label than before; a new label's code follows its name until it is saved."""
        slot, code = self.slot, self.code
        if not self._session.scheme.knows(slot, code):
            label = named_anew(self.scheme, slot, code, label)
        self.scheme = with_changed(self.scheme, slot, code, label)
        self._fill(label.code)

    # --- looks

    def _compose(self) -> None:
        for title in TITLES.values():
            self.slots.addItem(title)
        self.slots.setAccessibleName("Which labels")
        self.slots.currentIndexChanged.connect(self._fill_anew)
        self.labels.currentItemChanged.connect(self._show_current)
        self.form.changed.connect(self._edited)
        self._add = self._button("Add", self.add)
        self._remove = self._button("Remove", self.remove)
        up, down = self._button("Up", partial(self.shift, -1)), self._button("Down", partial(self.shift, 1))
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        for button in (self._add, self._remove, up, down):
            row.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(INSIDE)
        left.addWidget(self.slots)
        left.addWidget(self.labels, 1)
        left.addLayout(row)
        both = QHBoxLayout()
        both.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, 0)
        both.setSpacing(2 * BETWEEN)
        both.addLayout(left, 2)
        both.addWidget(self.form, 3)
        foot = QHBoxLayout()
        foot.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        foot.setSpacing(INSIDE)
        foot.addWidget(self._button("Read from a file…", self._ask_read))
        foot.addWidget(self._button("Write to a file…", self._ask_write))
        foot.addStretch(1)
        foot.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(both, 1)
        column.addWidget(self.message)
        column.addLayout(foot)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).clicked.connect(self.save)

    def _button(self, words: str, act: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _ask_read(self) -> None:
        dialog = QFileDialog(self, "Read a label scheme", "", _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog, self.read)

    def _ask_write(self) -> None:
        dialog = QFileDialog(self, "Write the label scheme", "", _FILES)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        self._ask(dialog, self.write)

    def _ask(self, dialog: QFileDialog, act: Callable[[Path], None]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._chosen, act))
        dialog.open()

    def _chosen(self, act: Callable[[Path], None], name: str) -> None:
        act(Path(name))


def _save(project: Project, scheme: Scheme, reviewer: Reviewer) -> Scheme:
    return project.save_scheme(scheme, reviewer).result()
