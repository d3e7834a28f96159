"""One value of the inspector: its name, where it comes from, and below them what shows and changes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.icons import drawn, icon
from gui.inspector.origin import Origin, Stand
from gui.layouts import widgets_of
from gui.lights import light_of
from gui.small_button import grow_with_text
from gui.theme import STEP, is_dark, small_font, translucent
from gui.wording import SLOT_WORDS
from model.labels import Slot


class SmallLabel(QLabel):
    """Quiet words at the smaller size, following the text size that the user chose."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._italic = False
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.set_italic(False)

    def set_italic(self, italic: bool) -> None:
        self._italic = italic
        parent = self.parentWidget()
        if parent is not None:
            self.setFont(small_font(parent.font(), italic))

    def follow(self) -> None:
        """After the parent's font has changed."""
        self.set_italic(self._italic)


class OriginLabel(SmallLabel):
    """At the right, and cut at its end where there is no room for all of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @property
    def seen(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), self.seen)


class Link(QAbstractButton):
    """Small quiet words with an arrow, that lead to another entry; cut at their end where there is no room
    for all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        side = metrics.ascent()
        return QSize(side + STEP // 2 + metrics.horizontalAdvance(self.text()) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(8 * STEP, self.sizeHint().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        near = self.underMouse() or self.hasFocus()
        role = QPalette.ColorRole.Link if near else QPalette.ColorRole.PlaceholderText
        color = self.palette().color(role)
        font = self._font()
        side = QFontMetrics(font).ascent()
        top = (self.height() - side) // 2
        painter.drawPixmap(0, top, drawn("from-above", color, side, self.devicePixelRatioF()))
        font.setUnderline(near)
        painter.setFont(font)
        painter.setPen(color)
        room = self.width() - side - STEP // 2
        seen = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, seen)

    def _font(self) -> QFont:
        return small_font(self.font())


class Fold(QToolButton):
    """An arrow and words that unfold something."""

    turned = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self.setText(text)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        grow_with_text(self, 12)
        self.setIcon(icon("forward"))
        self.clicked.connect(self._turn)

    @property
    def is_open(self) -> bool:
        return self._open

    def set_open(self, is_open: bool) -> None:
        if is_open != self._open:
            self._open = is_open
            self.setIcon(icon("unfold" if is_open else "forward"))
            self.setAccessibleDescription("unfolded" if is_open else "folded")
            self.turned.emit(is_open)

    def _turn(self) -> None:
        self.set_open(not self._open)


class Block(QWidget):
    """`head` has the name, `body` the controls. An inherited value is a link: `aboveAsked` says where to."""

    aboveAsked = Signal(str)

    def __init__(self, slot: Slot | None, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot = slot
        self._above: str | None = None
        self.name = SmallLabel(name or (SLOT_WORDS[slot] if slot is not None else ""), self)
        self.swatch = _Swatch(slot, self)
        self.origin = OriginLabel(self)
        self.link = Link(self)
        self.link.clicked.connect(self._ask_above)
        self.link.hide()
        self.head = QHBoxLayout()
        self.head.setSpacing(STEP)
        self.head.addWidget(self.name)
        self.head.addWidget(self.swatch)
        self.head.addWidget(self.origin, 1)
        self.head.addStretch(0)
        self.head.addWidget(self.link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(STEP)
        column.addLayout(self.body)

    def set_writable(self, writable: bool) -> None:
        """Whether the controls can be used; the way to where a value comes from always can."""
        for control in widgets_of(self.body):
            control.setEnabled(writable)

    def show_origin(self, origin: Origin | None, lit: bool = False) -> None:
        """`lit` where the text above shows the words that gave the value."""
        origin = origin or Origin("")
        self._above = origin.above
        self.origin.setVisible(origin.above is None)
        self.origin.setText(origin.words)
        self.origin.setToolTip(origin.story)
        self.origin.set_italic(origin.stand is Stand.SUGGESTED)
        self.link.setVisible(origin.above is not None)
        if self.link.text() != origin.words:
            self.link.setText(origin.words)
            self.link.updateGeometry()
        self.link.setToolTip(f"{origin.story}. Click to go there")
        self.link.setAccessibleName(f"{self.name.text()} inherited {origin.words}, go there")
        self.swatch.setVisible(lit)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.name.follow()
            self.origin.follow()
            self.link.updateGeometry()
        super().changeEvent(event)

    def _ask_above(self) -> None:
        if self._above is not None:
            self.aboveAsked.emit(self._above)


class _Swatch(QWidget):
    """A piece of the line that the text carries below the words for this value."""

    def __init__(self, slot: Slot | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._slot = slot
        self.setFixedSize(22, 12)
        self.setToolTip("The words that say it are underlined like this in the text")
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._slot is None:
            return
        color, style = light_of(self._slot, is_dark(self.palette()))
        painter = QPainter(self)
        painter.fillRect(0, 1, self.width(), self.height() - 2, translucent(color, 0.14))
        painter.setPen(QPen(color, 1.5, style))
        painter.drawLine(0, self.height() - 2, self.width(), self.height() - 2)
