"""The bar above the pages where words are typed that the document is searched for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from gui.icons import icon
from gui.page.finding import Finder
from gui.page.style import hairline
from gui.small_button import small_button
from gui.theme import as_bar

HEIGHT = 36


class FindBar(QWidget):
    """Types, counts and steps; what is looked for where is the finder's."""

    wordsChanged = Signal(str)
    closed = Signal()

    def __init__(self, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        as_bar(self, HEIGHT)
        self.setAccessibleName("Find in the report")
        self.words = QLineEdit(self)
        self.words.setAcceptDrops(False)
        self.words.setPlaceholderText("Find in the report")
        self.words.setAccessibleName("Words to find")
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self.wordsChanged)
        self.words.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 4, 4)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.count)
        self._previous = small_button(icon("previous"), "Previous place (Shift+F3)", self)
        self._next = small_button(icon("next"), "Next place (F3)", self)
        self._close = small_button(icon("close"), "Close (Esc)", self)
        for button in (self._previous, self._next, self._close):
            row.addWidget(button)
        self._previous.clicked.connect(self.go_back)
        self._next.clicked.connect(self.go_on)
        self._close.clicked.connect(self.close_bar)
        finder.changed.connect(self._refresh)
        self._refresh()
        self.hide()

    def begin(self, words: str = "") -> None:
        """Shows the bar, ready to type; with words where some are selected."""
        self.show()
        if words:
            self.words.setText(words)
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.words.text() and not self._finder.needle:
            self.wordsChanged.emit(self.words.text())

    def close_bar(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def go_on(self) -> None:
        self._step(1)

    def go_back(self) -> None:
        self._step(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Escape:
                    self.close_bar()
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                    return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(hairline(self.palette()))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _step(self, direction: int) -> None:
        if self.isHidden():
            self.begin()
        self._finder.step(direction)

    def _refresh(self) -> None:
        finder = self._finder
        for button in (self._previous, self._next):
            button.setEnabled(bool(finder.hits))
        self.count.setText(self._counted())
        self.count.setToolTip(finder.error)

    def _counted(self) -> str:
        finder = self._finder
        if finder.error:
            return "Cannot be searched"
        if not finder.needle:
            return ""
        more = " so far" if finder.busy else "+" if finder.is_cut else ""
        if not finder.hits:
            return "Searching…" if finder.busy else "Not found"
        index = finder.index
        where = f"{index + 1} of " if index is not None else ""
        return f"{where}{len(finder.hits)}{more}"
