"""A button with round ends that shows how a value stands: decided solid, suggested dashed, inherited grey."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from gui.event_filter import EventFilter, is_second_click
from gui.icons import drawn
from gui.inspector.origin import Stand
from gui.texts import direction_of, slants
from gui.theme import STEP, is_dark, larger_text, state_color, translucent
from model.labels import Status

_SIDE = 2 * STEP  # between the edge and what is inside
_ICON = 16
_CHIP = 10
_ROUND = 6.0


class Pill(QAbstractButton):
    """`tint` colours the outline and ground of a value that stands; without one the accent does."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stand = Stand.NONE
        self._tint: QColor | None = None
        self._chip: QColor | None = None
        self._picture = ""
        self._status: Status | None = None
        self._note = ""
        self._tail = ""
        self._sizes: dict[str, QSize] = {}  # by the note: layouts ask often
        EventFilter(self, self.sees, self)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def stand(self) -> Stand:
        return self._stand

    def set_stand(self, stand: Stand, tint: QColor | None = None) -> None:
        if (stand, tint) != (self._stand, self._tint):
            self._stand, self._tint = stand, tint
            self.update()

    def set_chip(self, color: QColor | None) -> None:
        """A small square of colour in front of the words."""
        if color != self._chip:
            self._chip = color
            self._changed()

    def set_picture(self, name: str, status: Status | None = None) -> None:
        """An icon in front of the words, in the colour of a state where one is given."""
        self._picture, self._status = name, status
        self._changed()

    def set_note(self, note: str) -> None:
        """Quiet words at the end, such as a percentage or a key."""
        if note != self._note:
            self._note = note
            self._changed()

    def set_tail(self, name: str) -> None:
        """An icon at the end."""
        self._tail = name
        self._changed()

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self.setShortcut(QKeySequence())  # an "&" of the words is drawn, and marks no letter
            self._changed()

    @property
    def told(self) -> str:
        """Its tip; words that have no room are in it, too."""
        text, tip = self.text(), self.toolTip()
        return tip if text in tip or self.width() >= self.sizeHint().width() else f"{text}\n{tip}".rstrip()

    def sees(self, event: QEvent) -> bool:
        """Whether an event is dealt with; Qt deals with the others."""
        if is_second_click(event):
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told, self)
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        self._sizes.clear()  # with another font its words are as long as that makes them
        super().changeEvent(event)

    def _changed(self) -> None:
        self._sizes.clear()
        self.updateGeometry()
        self.update()

    def tail_box(self) -> QRect:
        """Where the icon at the end is, with the margin in which a click still means the icon."""
        width = self._icon + _SIDE if self._tail else 0
        return QRect(self.width() - width, 0, width, self.height())

    @property
    def _icon(self) -> int:
        """The side of its icons, which are as much larger as its text is."""
        return round(_ICON * larger_text(self))

    def sizeHint(self) -> QSize:
        return self.size_with(self._note)

    def size_with(self, note: str) -> QSize:
        """Its preferred size with other quiet words at the end."""
        if note not in self._sizes:
            self._sizes[note] = self._measured(note)
        return self._sizes[note]

    def _measured(self, note: str) -> QSize:
        metrics, slanted = QFontMetrics(self.font()), QFontMetrics(self._font(italic=True))
        # Room for both, so that nothing moves when a suggestion becomes a decision.
        words = max(metrics.horizontalAdvance(self.text()), slanted.horizontalAdvance(self.text()))
        width = 2 * _SIDE + words + 2
        width += _CHIP + STEP + 2 if self._chip is not None else 0
        width += self._icon + STEP if self._picture else 0
        width += metrics.horizontalAdvance(note) + 2 * STEP if note else 0
        width += self._icon if self._tail else 0
        if not self.text():
            width -= STEP
        return QSize(width, max(24, metrics.height() + 2 * STEP))

    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        return QSize(min(64, size.width()), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        box = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        if self._chip is not None:
            square = QRectF(box.left(), (self.height() - _CHIP) / 2, _CHIP, _CHIP)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._chip)
            painter.drawRoundedRect(square, 2.5, 2.5)
            box.setLeft(box.left() + _CHIP + STEP + 2)
        if self._picture:
            self._draw(painter, self._picture, box.left(), self._picture_color())
            box.setLeft(box.left() + self._icon + STEP)
        if self._tail:
            self._draw(painter, self._tail, box.right() + 1 - self._icon + STEP, self._words_color())
            box.setRight(box.right() - self._icon)
        self._paint_words(painter, box)

    def _paint_ground(self, painter: QPainter) -> None:
        palette, dark = self.palette(), is_dark(self.palette())
        tint = self._tint or palette.color(QPalette.ColorRole.Accent)
        text = palette.color(QPalette.ColorRole.WindowText)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        if self._stand is Stand.DECIDED:
            pen, ground = QPen(tint, 1.25), translucent(tint, 0.30 if dark else 0.14)
        elif self._stand is Stand.SUGGESTED:
            pen, ground = (
                QPen(tint, 1.25, Qt.PenStyle.CustomDashLine),
                translucent(tint, 0.10 if dark else 0.05),
            )
            pen.setDashPattern([3.2, 2.4])
        elif self._stand is Stand.INHERITED:
            pen, ground = QPen(translucent(text, 0.35), 1), translucent(text, 0.07)
        else:
            pen, ground = QPen(translucent(text, 0.22), 1), palette.color(QPalette.ColorRole.Button)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(translucent(text, 0.12 if self.isDown() else 0.05))
            painter.drawRoundedRect(box, _ROUND, _ROUND)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        metrics = QFontMetrics(self._font())
        painter.setFont(self._font())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        if self._note:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self._note)
            box.setRight(box.right() - metrics.horizontalAdvance(self._note) - STEP)
        painter.setPen(self._words_color())
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.setLayoutDirection(direction_of(text))  # else the dots stand where Arabic begins
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute, text)

    def _draw(self, painter: QPainter, name: str, left: float, color: QColor) -> None:
        picture = drawn(name, color, self._icon, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, (self.height() - self._icon) / 2), picture)

    def _picture_color(self) -> QColor:
        if self._status is not None and self.isEnabled():
            return state_color(self._status, is_dark(self.palette()))
        return self._words_color()

    def _words_color(self) -> QColor:
        if not self.isEnabled():
            return self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        grey = self._stand is Stand.INHERITED
        return self.palette().color(
            QPalette.ColorRole.PlaceholderText if grey else QPalette.ColorRole.WindowText
        )

    def _font(self, italic: bool = False) -> QFont:
        font = QFont(self.font())
        font.setItalic((italic or self._stand is Stand.SUGGESTED) and slants(self.text()))
        return font
