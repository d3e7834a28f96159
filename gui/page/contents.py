"""The PDF's own outline as a list to go by, and the strip at the side that shows it or the small pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.page.icons import bar_icon
from gui.page.style import hairline
from gui.page.thumbnails import STRIP, ThumbnailStrip
from gui.small_button import small_button
from gui.tables import Rows
from model.documents import Bookmark

WIDE = 216
LEAST_BESIDE = 360  # pixels that the pages keep beside the strip; where they would not, it lies above them
_ANY = 16_777_215  # as Qt has it for a size without bounds
_PLACE = Qt.ItemDataRole.UserRole
PAGES, CONTENTS = "thumbnails", "contents"
NOTHING = "This PDF has no contents of its own."


class ContentsList(QStackedWidget):
    """The bookmarks; the one that the reader is under is marked."""

    placeAsked = Signal(int, float)  # the page, and the points below its top

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setIndentation(12)
        self.tree.setItemDelegate(Rows(self.tree))
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName("Contents of the PDF")
        self.tree.itemClicked.connect(self._chosen)
        self.tree.itemActivated.connect(self._chosen)
        self._empty = QLabel(NOTHING, self)
        self._empty.setWordWrap(True)
        self._empty.setMargin(12)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._items: list[tuple[int, QTreeWidgetItem]] = []
        self.addWidget(self._empty)
        self.addWidget(self.tree)

    def set_bookmarks(self, bookmarks: Sequence[Bookmark]) -> None:
        self.tree.clear()
        self._items = []
        above: list[tuple[int, QTreeWidgetItem]] = []
        for mark in bookmarks:
            while above and above[-1][0] >= mark.level:
                above.pop()
            item = QTreeWidgetItem(above[-1][1] if above else self.tree, [mark.title])
            item.setData(0, _PLACE, (mark.page, mark.down))
            item.setToolTip(0, f"{mark.title}\nPage {mark.page}" if mark.page else mark.title)
            above.append((mark.level, item))
            if mark.page:
                self._items.append((mark.page, item))
        self.tree.expandToDepth(1)
        self.setCurrentWidget(self.tree if bookmarks else self._empty)

    def set_page(self, page: int) -> None:
        """Marks the first entry of a page, or the one that it stands under. One of the page that is marked
        already stays so."""
        here = [item for start, item in self._items if start == page]
        before = [item for start, item in self._items if start < page]
        current = self.tree.currentItem()
        if current is None or current not in here:
            marked = here[0] if here else before[-1] if before else None
            self.tree.setCurrentItem(marked)  # type: ignore[arg-type]  # None: no entry

    def _chosen(self, item: QTreeWidgetItem) -> None:
        page, down = item.data(0, _PLACE)
        if page:
            self.placeAsked.emit(page, down)
            self.tree.setCurrentItem(item)  # the page's end may show more of the next one


class SideStrip(QWidget):
    """Small pages, or contents: two buttons at its top choose."""

    shownChanged = Signal(str, bool)  # "thumbnails" or "contents"

    def __init__(self, strip: ThumbnailStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = strip
        self.contents = ContentsList(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(strip)
        self._stack.addWidget(self.contents)
        self._choice = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(4, 3, 4, 3)
        self._row.setSpacing(2)
        for name, tip in ((PAGES, "Pages"), (CONTENTS, "Contents of the PDF")):
            self._row.addWidget(self._button(name, tip))
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self._stack, 1)
        self._choice.buttonClicked.connect(self._pressed)
        self.hide()

    @property
    def shown(self) -> str:
        """What it shows; empty while it is hidden."""
        if self.isHidden():
            return ""
        return PAGES if self._stack.currentWidget() is self.strip else CONTENTS

    @property
    def least(self) -> int:
        """Pixels of height that one row of small pages takes, below the buttons."""
        return self._row.sizeHint().height() + self.strip.sizeHintForRow(0) + 2 * self.strip.spacing()

    def show_only(self, name: str) -> None:
        """Shows "thumbnails" or "contents"; nothing for an empty name."""
        self._stack.setCurrentWidget(self.contents if name == CONTENTS else self.strip)
        self.setVisible(bool(name))
        for button in self._choice.buttons():
            button.setChecked(button.objectName() == name)
        for part in (PAGES, CONTENTS):
            self.shownChanged.emit(part, part == name)

    def _pressed(self, button: QToolButton) -> None:
        self.show_only(button.objectName())

    def _button(self, name: str, tip: str) -> QToolButton:
        button = small_button(bar_icon(name), tip, self)
        button.setObjectName(name)
        button.setCheckable(True)
        self._choice.addButton(button)
        return button


class BesidePages(QWidget):
    """The strip and the pages: beside each other, or below each other where there is little room."""

    def __init__(self, side: SideStrip, pages: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self._row.addWidget(side)
        self._row.addWidget(pages, 2)
        side.shownChanged.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline between the two: they leave nothing else free."""
        between = event.region().subtracted(QRegion(self._side.geometry()))
        painter = QPainter(self)
        painter.setClipRegion(between)
        painter.fillRect(event.rect(), hairline(self.palette()))

    def _arrange(self, *_: object) -> None:
        wide = WIDE if self._side.shown == CONTENTS else STRIP
        above = self.width() - wide < LEAST_BESIDE
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if above else directions.LeftToRight)
        least = min(self._side.least, self.height() // 2) if above and wide == STRIP else 0
        self._side.setMinimumSize(0 if above else wide, least)
        most = QSize(_ANY, max(self.height() // 3, least)) if above else QSize(wide, _ANY)
        self._side.setMaximumSize(most)
        self._row.setStretchFactor(self._side, 1 if above else 0)
