"""A line at the foot of a panel, where it moves nothing else: what went wrong or was done, with a way out."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from shiboken6 import isValid

from gui.event_filter import take_single_clicks
from gui.icons import icon
from gui.menus import as_entry
from gui.small_button import small_button
from gui.stray_clicks import StrayClicks
from gui.texts import breakable
from gui.theme import INSIDE, STEP, is_dark, larger_text

Interaction = Qt.TextInteractionFlag
Direction = QHBoxLayout.Direction


class Tone(StrEnum):
    """How a message is meant; each tone has an icon, because colour alone says nothing."""

    DONE = "accepted"
    INFO = "info"
    PROBLEM = "warning"


_GROUNDS = {  # light, dark
    Tone.DONE: ("#E4F3EA", "#1F3A2C"),
    Tone.INFO: ("#E6EFF8", "#22344A"),
    Tone.PROBLEM: ("#FBEBD9", "#47351D"),
}


# What was done is said at least so long, and then until its reader goes on.
_READ_MS = 8000
_ICON = 18  # pixels, beside text in the usual size
_TEXT_LEAST = 300  # pixels that a text keeps beside its buttons


class Way(NamedTuple):
    """A way out: a verb for the button, and what it does. One whose words end in … asks first, and gives its
    dialog: until that is answered, nobody has gone this way."""

    label: str
    act: Callable[[], object]

    @property
    def asks(self) -> bool:
        return self.label.endswith("…")


class Message(NamedTuple):
    """A sentence with its buttons, and how it is meant."""

    text: str
    ways: tuple[Way, ...]
    tone: Tone
    is_question: bool = False  # which is of its time, and put again if need be
    closed: Callable[[], object] | None = None  # what it means to close it

    def outlives(self, other: Message) -> bool:
        """Whether it comes back after the other one: it has ways out, of which the other offers none. What
        was done does not come back after something else was done."""
        same = {way.label for way in self.ways} & {way.label for way in other.ways}
        is_old = self.tone is other.tone is Tone.DONE
        return bool(self.ways) and not same and not self.is_question and not is_old


class MessageBar(QWidget):
    """Hidden until there is something to say. The last message takes the place of the one before, which comes
    back after it where it has buttons of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: list[Message] = []  # the last one is shown, the others wait below it
        self._buttons: list[QPushButton] = []
        self._came_from: QWidget | None = None  # who had the keys before a button here
        self.reading = QTimer(self, singleShot=True, interval=_READ_MS)
        self._leaving = QTimer(self, singleShot=True)
        self._leaving.timeout.connect(self.close_message)
        self._strays = StrayClicks(self)
        self._picture = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.close_button = small_button(icon("close"), "Close this message", self, 14)
        self.close_button.clicked.connect(self._dismiss)
        take_single_clicks(self.close_button)
        self._row = QHBoxLayout()
        self._row.setSpacing(INSIDE)
        self._row.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(INSIDE, STEP, STEP, STEP)
        self._grid.setHorizontalSpacing(INSIDE)
        self._grid.setVerticalSpacing(STEP)
        self._grid.addWidget(self._picture, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._text, 0, 1)
        self._grid.addLayout(self._row, 0, 2)
        self._grid.addWidget(self.close_button, 0, 3, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setColumnStretch(1, 1)
        self._below = self._piled = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)
        self.hide()

    @property
    def text(self) -> str:
        """The text that is shown; empty if nothing is."""
        return "" if self.isHidden() or not self._messages else self._messages[-1].text

    @property
    def tone(self) -> Tone:
        return self._messages[-1].tone if self._messages else Tone.INFO

    @property
    def labels(self) -> list[str]:
        """The words on the buttons."""
        return [way.label for way in self._ways]

    @property
    def _ways(self) -> tuple[Way, ...]:
        return self._messages[-1].ways if self._messages else ()

    def say(self, text: str, ways: tuple[Way, ...] = (), tone: Tone = Tone.PROBLEM,
            closed: Callable[[], object] | None = None) -> None:  # fmt: skip
        """Shows a message with its ways out; the first one is the best, and `closed` that of × and Esc."""
        self._put(Message(text, ways, tone, closed=closed))

    def _put(self, message: Message) -> None:
        self._messages = [*(one for one in self._messages if one.outlives(message)), message]
        self._show(message)

    def _show(self, message: Message) -> None:
        shown = breakable(message.text)
        copied = Interaction.TextSelectableByMouse if shown == message.text else Interaction.NoTextInteraction
        self._text.setTextInteractionFlags(copied)
        self._text.setText(shown)
        self.setAccessibleName(message.text)
        self._picture.setPixmap(icon(message.tone.value).pixmap(round(_ICON * larger_text(self))))
        self._give_keys_back()
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(way.label) for way in message.ways]
        before: QWidget = self.close_button
        for button in self._buttons:
            self._row.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button
        QWidget.setTabOrder(before, self.close_button)  # Tab goes through them as they are seen
        self._arrange()
        self.show()
        self._strays.keep()
        self._time()
        self.update()

    def ask(self, question: str, ways: tuple[Way, ...]) -> None:
        """Shows a question and takes the keys: Enter presses the button that has them, Esc none. Then the
        keys go back."""
        self._put(Message(question, ways, Tone.INFO, is_question=True))
        self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_on(self) -> None:
        """Its reader goes on with something else: what was done needs no closing, a problem stays.

        It goes when a click can be no double click any more: what is below it moves up.
        """
        if self.tone is Tone.DONE and self.isVisible() and not self.reading.isActive():
            self._leaving.start(QApplication.doubleClickInterval())

    def clear(self) -> None:
        """Nothing is to be said any more."""
        self._messages.clear()
        if not self.isHidden():
            self._give_keys_back()
            self._strays.keep()
            self.hide()

    def close_message(self) -> None:
        """The message that is shown was read; what waits below it comes back."""
        if len(self._messages) > 1:
            self._messages.pop()
            self._show(self._messages[-1])
        else:
            self.clear()

    def _dismiss(self) -> None:
        """By × or Esc."""
        closed = self._messages[-1].closed if self._messages else None
        self.close_message()
        if closed is not None:
            closed()

    def close_question(self) -> bool:
        """Closes a question that is seen here, as Esc in the bar does; tells whether there was one."""
        asks = self.isVisible() and self._messages[-1].is_question
        if asks:
            self._dismiss()
        return asks

    def take_back(self, beginning: str) -> None:
        """What begins with these words holds no more, whether it is shown or waits."""
        self._keep([one for one in self._messages if not one.text.startswith(beginning)])

    def _keep(self, left: list[Message]) -> None:
        if left and left[-1] is not self._messages[-1]:
            self._show(left[-1])
        if left:
            self._messages = left
        else:
            self.clear()

    def _time(self) -> None:
        """What was done is read from when it can be seen."""
        self._leaving.stop()
        if self.tone is Tone.DONE and self.isVisible():
            self.reading.start()
        else:
            self.reading.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._time()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._leaving.stop()
        self.reading.stop()

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None:
            return
        if self.isAncestorOf(now) and not self.isAncestorOf(before):
            self._came_from = before

    def _give_keys_back(self) -> None:
        """To whom they came from: Qt gives them to what Tab leads to next, a field where letters type."""
        focus, back = QApplication.focusWidget(), self._came_from
        if focus is not None and self.isAncestorOf(focus) and back is not None and isValid(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, label: str) -> None:
        """Goes a way out, by its button's words."""
        for way in self._ways:
            if way.label == label:
                self._go(way)
                return

    def _go(self, way: Way) -> None:
        if not way.asks:
            self.close_message()
            way.act()
            return
        message = self._messages[-1]
        dialog = way.act()
        if isinstance(dialog, QDialog):
            dialog.accepted.connect(partial(self._answered, message))
        else:
            self._answered(message)

    def _answered(self, message: Message) -> None:
        self._keep([one for one in self._messages if one is not message])

    def _button(self, label: str) -> QPushButton:
        button = QPushButton(as_entry(label), self)
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._pressed, label))
        return button

    def _pressed(self, label: str, *_: object) -> None:
        self.press(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What its buttons leave over."""
        focus, key = QApplication.focusWidget(), Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self._dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """Buttons stand beside the text, or below it where they would leave it too little room: below each
        other where even that is too narrow."""
        buttons = sum(button.sizeHint().width() + INSIDE for button in self._buttons)
        below = bool(self._buttons) and self.width() - buttons < max(_TEXT_LEAST, buttons)
        piled = below and buttons > self.width() - self._picture.sizeHint().width() - 3 * INSIDE
        if (below, piled) != (self._below, self._piled):
            self._below, self._piled = below, piled
            self._row.setDirection(Direction.TopToBottom if piled else Direction.LeftToRight)
            self._grid.removeItem(self._row)
            column, columns = (0, 4) if piled else (1, 1) if below else (2, 1)
            self._grid.addLayout(self._row, int(below), column, 1, columns)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        if not self.isHidden():
            self._picture.setPixmap(icon(self.tone.value).pixmap(round(_ICON * larger_text(self))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_GROUNDS[self.tone][is_dark(self.palette())]))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, 0, self.width(), 0)
