"""The head of the inspector: what is selected, how sure its place is, and the buttons of the review."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSignalMapper, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.action_set import ActionSet, key_text
from gui.actions import BY_ID
from gui.flow import Flow
from gui.icons import STATE_ICONS, state_icon
from gui.inspector.block import Fold, SmallLabel
from gui.inspector.origin import Stand
from gui.inspector.pill import Pill
from gui.inspector.subject import Subject
from gui.inspector.title import Title
from gui.texts import percent
from gui.theme import INSIDE, STEP, is_dark, larger_text, small_font, state_color
from model.labels import Slot, Status
from model.nodes import BY_HAND

_ICON = 16  # pixels, of text in the usual size
_FOR_ALL = "What you choose applies to all of them."
_FOR_SOME = "What you choose applies to all of them; labels go to the paragraphs and items only."
_BUTTONS = (("accept", "Accept", Status.ACCEPTED), ("reject", "Reject", Status.REJECTED),
            ("flag", "Flag", Status.FLAGGED))  # fmt: skip


class Head(QWidget):
    """Shows a subject; its buttons ask for the window's own actions."""

    asked = Signal(str)  # an action's id

    def __init__(self, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = action_set
        self.title = Title(self)
        self.page = SmallLabel("", self)
        self.sure = Fold("", self)
        self.sure.turned.connect(self._fold)
        self.reasons = SmallLabel("", self)
        self.reasons.setWordWrap(True)
        self.state = SmallLabel("", self)
        self.state_picture = QLabel(self)
        self.buttons: dict[str, Pill] = {}
        self._status: Status | None = None
        self._others: tuple[str, ...] = ()  # what others say of the state, where people differ
        self._many = False
        self._compose()

    def show_subject(self, subject: Subject) -> None:
        self.title.show_text(subject.heading)
        self.setAccessibleName(subject.heading)
        node = subject.node
        pages = len(subject.review.document.pages)
        here = f"page {node.page} of {pages}" if node.page else "on no page"
        self.page.setText(here)
        self.page.setVisible(subject.single)
        self.sure.setVisible(subject.single and bool(node.reasons or node.confidence < 1))
        by_hand = BY_HAND in node.reasons
        self.sure.setText("made by hand" if by_hand else f"{percent(node.confidence)} sure")
        reasons = "".join(f"<li>{escape(reason)}</li>" for reason in node.reasons)
        self.sure.setToolTip(f"Why it is here:<ul>{reasons}</ul>" if reasons else "Nothing more is known")
        self.sure.setAccessibleName(f"{self.sure.text()}{'' if by_hand else ' of its place'}. Show why")
        self._many = not subject.single
        known = "\n".join(f"· {reason}" for reason in node.reasons)
        for_all = _FOR_SOME if 0 < len(subject.labelled) < len(subject.nodes) else _FOR_ALL
        self.reasons.setText(for_all if self._many else known)
        self._fold()
        self._others = subject.said_by_others(Slot.STATUS)
        self._show_status(subject.status)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._note_keys()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._restyle()
            self._note_keys()
            self._show_status(self._status)

    def refresh_actions(self) -> None:
        for action_id, button in self.buttons.items():
            button.setEnabled(self._actions[action_id].isEnabled())
            button.setToolTip(self._actions[action_id].toolTip())

    def _show_status(self, status: Status | None) -> None:
        self._status = status
        state = status.value.capitalize() if status else "Several states"
        self.state.setText(" · ".join((state, *self._others)))
        self.state_picture.setVisible(status is not None)
        if status is not None:
            self.state_picture.setPixmap(state_icon(status).pixmap(round(_ICON * larger_text(self))))
        for action_id, _, meant in _BUTTONS:
            here = status is meant or (meant is Status.ACCEPTED and status is Status.CORRECTED)
            tint = state_color(meant, is_dark(self.palette()))
            self.buttons[action_id].set_stand(Stand.DECIDED if here else Stand.NONE, tint)
            self.buttons[action_id].setChecked(here)

    def _note_keys(self) -> None:
        """The buttons name their keys where all three have room for it in a line."""
        keys = {action_id: key_text(BY_ID[action_id].keys[0]) for action_id in self.buttons}
        widths = [button.size_with(keys[action_id]).width() for action_id, button in self.buttons.items()]
        room = self.width() - 2 * INSIDE - STEP * (len(widths) - 1)
        for action_id, button in self.buttons.items():
            button.set_note(keys[action_id] if sum(widths) <= room else "")

    def _fold(self, *_: object) -> None:
        unfolded = self.sure.is_open and not self.sure.isHidden()
        self.reasons.setVisible(self._many or (unfolded and bool(self.reasons.text())))

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        column.setSpacing(STEP)
        column.addWidget(self.title)
        line = Flow(self, INSIDE)
        state = QWidget(line)
        row = QHBoxLayout(state)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.state_picture)
        row.addWidget(self.state)
        for part in (state, self.page, self.sure):
            line.add(part)
        column.addWidget(line)
        column.addWidget(self.reasons)
        decisions = Flow(self)
        mapper = QSignalMapper(self)
        for action_id, words, status in _BUTTONS:
            button = Pill(words, decisions)
            button.set_picture(STATE_ICONS[status], status)
            button.setCheckable(True)
            button.setAccessibleName(words)
            button.clicked.connect(mapper.map)
            mapper.setMapping(button, action_id)
            decisions.add(button)
            self.buttons[action_id] = button
        mapper.mappedString.connect(self._pressed)
        column.addWidget(decisions)
        self._restyle()

    def _pressed(self, action_id: str) -> None:
        self._show_status(self._status)  # the button goes down when the edit is there, not before
        self.asked.emit(action_id)

    def _restyle(self) -> None:
        self.title.fit()
        for label in (self.page, self.reasons, self.state):
            label.follow()
        self.sure.setFont(small_font(self.font()))
