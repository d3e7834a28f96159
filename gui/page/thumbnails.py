"""The strip of small pages: drawn when they come into sight, the current page marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.icons import drawn
from gui.page.cache import PictureKey
from gui.page.geometry import shown_size
from gui.page.pictures import PageSource, Wanted
from gui.page.style import backdrop
from gui.page.wanted import picture_scale
from gui.tables import NOWHERE, Index
from gui.theme import is_dark, state_color
from model.documents import PageInfo
from model.labels import Status
from model.workers.jobs import Urgency

WIDTH = 104
PADDING = 10
LABEL = 24
STRIP = WIDTH + 2 * PADDING + 16

REVIEWED = Qt.ItemDataRole.UserRole  # (done, total) of what starts on the page
_BAR, _ICON = 3, 12

Progress = Callable[[int], tuple[int, int]]


class ThumbnailModel(QAbstractListModel):
    """One row a page. Pictures are asked for by `want`, never by looking at a row."""

    def __init__(self, source: PageSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._pages: tuple[PageInfo, ...] = ()
        self.ratio = 1.0
        self.progress: Progress | None = None
        source.arrived.connect(self._arrived)

    def set_pages(self, pages: Sequence[PageInfo]) -> None:
        self.beginResetModel()
        self._pages = tuple(pages)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        page = self._pages[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return page.label or str(page.number)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            done, total = self._reviewed(page)
            return f"Page {page.number}\n{done} of {total} reviewed" if total else f"Page {page.number}"
        if role == REVIEWED:
            return self._reviewed(page)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._source.cache.get(self._key(page))
        if role == Qt.ItemDataRole.SizeHintRole:
            return self._size(page)
        return None

    def _reviewed(self, page: PageInfo) -> tuple[int, int]:
        return self.progress(page.number) if self.progress is not None else (0, 0)

    def refresh_progress(self, progress: Progress | None) -> None:
        """Another report, or another state of its review."""
        self.progress = progress
        if self._pages:
            self.dataChanged.emit(self.index(0), self.index(len(self._pages) - 1), [REVIEWED])

    def want(self, first: int, last: int) -> None:
        """These rows are in sight."""
        keys = [self._key(page) for page in self._pages[first : last + 1]]
        self._source.cache.keep(keys)
        self._source.want([Wanted(key, urgency=Urgency.LATER) for key in keys])

    def sheet(self, page: PageInfo) -> QSize:
        """The size of a page's picture in logical pixels."""
        width, height = shown_size(page)
        return QSize(WIDTH, max(1, min(round(WIDTH * height / width), 2 * WIDTH)))

    def page(self, row: int) -> PageInfo:
        return self._pages[row]

    def _size(self, page: PageInfo) -> QSize:
        return QSize(WIDTH + 2 * PADDING, self.sheet(page).height() + LABEL + PADDING)

    def _key(self, page: PageInfo) -> PictureKey:
        width, _ = shown_size(page)
        return PictureKey(page.number, picture_scale(WIDTH * self.ratio / width))

    def _arrived(self, page: int) -> None:
        index = self.index(page - 1)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])


class ThumbnailStrip(QListView):
    """Pages to go to by a click or by keys."""

    pageAsked = Signal(int)

    def __init__(self, source: PageSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ThumbnailModel(source, self)
        self.setModel(self._model)
        self.setItemDelegate(ThumbnailDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Pages")
        self.verticalScrollBar().valueChanged.connect(self._ask)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._following = False

    def set_pages(self, pages: Sequence[PageInfo]) -> None:
        self._model.ratio = self.devicePixelRatioF()
        self._model.set_pages(pages)
        self._ask()

    def set_progress(self, progress: Progress | None) -> None:
        """How far the review of each page has come: (done, total) of a page's number."""
        self._model.refresh_progress(progress)

    def set_page(self, page: int) -> None:
        """Marks the current page."""
        if self._model.rowCount() and self.currentIndex().row() != page - 1:
            self._following = True
            self.setCurrentIndex(self._model.index(page - 1))
            self._following = False

    def paintEvent(self, event: Any) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), backdrop(self.palette()))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._ask()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        self._ask()

    def _ask(self) -> None:
        if not self.isVisible() or not self._model.rowCount():
            return
        area, count = self.viewport().rect(), self._model.rowCount()
        across = max(1, area.width() // (WIDTH + 2 * PADDING))
        first = self.indexAt(area.topLeft() + QPoint(2 * PADDING, PADDING))
        last = self.indexAt(area.bottomLeft() + QPoint(2 * PADDING, -1))
        self._model.want(max(first.row(), 0), last.row() + across - 1 if last.isValid() else count - 1)

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.pageAsked.emit(current.row() + 1)


class ThumbnailDelegate(QStyledItemDelegate):
    """A small page with its number, framed in the highlight's colour where it is the current one, and how far
    its review has come."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._icons: dict[tuple[str, bool], QPixmap] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ThumbnailModel)
        size = model.sheet(model.page(index.row()))
        left = option.rect.left() + (option.rect.width() - size.width()) // 2
        sheet = QRect(left, option.rect.top() + PADDING // 2, size.width(), size.height())
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_sheet(painter, sheet, index.data(Qt.ItemDataRole.DecorationRole))
        painter.setPen(option.palette.placeholderText().color())
        if current:
            highlight = option.palette.color(QPalette.ColorRole.Highlight)
            painter.setPen(highlight)
            for step in (1, 2):
                painter.drawRect(sheet.adjusted(-step, -step, step - 1, step - 1))
            painter.setPen(option.palette.color(QPalette.ColorRole.WindowText))
        label = QRect(option.rect.left(), sheet.bottom() + 6, option.rect.width(), LABEL - 6)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, index.data())
        done, total = index.data(REVIEWED)
        if total:
            self._paint_progress(painter, sheet, label, done / total, is_dark(option.palette))

    def _paint_progress(
        self, painter: QPainter, sheet: QRect, label: QRect, share: float, dark: bool
    ) -> None:
        """A thin bar below the page, and an icon that says the same without a colour."""
        status = Status.ACCEPTED if share == 1 else Status.UNREVIEWED
        color = state_color(Status.ACCEPTED, dark)
        bar = QRect(sheet.left(), sheet.bottom() + 4, sheet.width(), _BAR)
        rest = QColor(color)
        rest.setAlpha(60)
        painter.fillRect(bar, rest)
        painter.fillRect(QRect(bar.left(), bar.top(), round(bar.width() * share), _BAR), color)
        name = "done" if share == 1 else "partly" if share else "not-started"
        key = (name, dark)
        if key not in self._icons:
            tint = color if share else state_color(status, dark)
            self._icons[key] = drawn(name, tint, _ICON, self._view.devicePixelRatioF())
        painter.drawPixmap(sheet.right() - _ICON + 1, label.center().y() - _ICON // 2, self._icons[key])

    def _paint_sheet(self, painter: QPainter, sheet: QRect, image: QImage | None) -> None:
        painter.fillRect(sheet.adjusted(0, 1, 1, 2), QColor(0, 0, 0, 28))
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if image is not None:
            painter.drawImage(sheet, image)
