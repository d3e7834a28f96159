"""Notes on an entry: the reviewer's own to write, other people's to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.inspector.block import Block
from gui.inspector.growing import GrowingText
from gui.inspector.origin import moment
from gui.theme import small_font
from model.labels import Decision, Slot
from model.right_to_left import reads_right_to_left

_FEWEST, _MOST = 1, 8  # lines
_YOURS = "Your note (Ctrl+M)"


class NoteField(GrowingText):
    """Words of one's own are never lost by a key: undo takes the note back."""

    keeps_by_esc = True

    def give_up(self) -> None:
        self.commit()


class NotesBlock(Block):
    """One's own note is saved when it is left."""

    written = Signal(str, str)  # the entry's id, the note

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Slot.NOTE, "Notes", parent)
        self.others = QLabel(self)
        self.others.setTextFormat(Qt.TextFormat.RichText)
        self.others.setWordWrap(True)
        self.others.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.others.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.others.setAccessibleName("Other people’s notes")
        self.others.hide()
        self.field = NoteField(_FEWEST, _MOST, self)
        self.field.setAccessibleName("Your note")
        self.field.setPlaceholderText(_YOURS)
        self.field.setToolTip("Your own words about it, kept when you leave them (Esc)")
        self.field.committed.connect(self.written)
        self.body.addWidget(self.others)
        self.body.addWidget(self.field)
        self._restyle()

    def set_writable(self, writable: bool) -> None:
        self.field.setReadOnly(not writable)
        self.field.setPlaceholderText(_YOURS if writable else "")

    def show_notes(self, entry: str, notes: Sequence[Decision], me: str, names: Mapping[str, str]) -> None:
        own = next((str(note.value) for note in notes if note.key.reviewer == me), "")
        self.field.show_text(entry, own)
        others = [_in_words(note, names) for note in notes if note.key.reviewer != me]
        self.others.setText("".join(others))
        self.others.setVisible(bool(others))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._restyle()

    def _restyle(self) -> None:
        self.others.setFont(small_font(self.font()))


def _in_words(note: Decision, names: Mapping[str, str]) -> str:
    who = escape(names.get(note.key.reviewer, note.key.reviewer))
    when = f" · {moment(note.decided_at)}" if note.decided_at else ""
    words = escape(str(note.value)).replace("\n", "<br>")
    side = " dir='rtl'" if reads_right_to_left(str(note.value)) else ""
    return f"<p style='margin:0'><b>{who}</b>{when}</p><p{side} style='margin:0 0 6px 0'>{words}</p>"
