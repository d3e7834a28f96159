"""The text of the pages in sight for assistive technology: each entry with its words, where it is shown."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from gui.page.canvas import PageCanvas
from gui.session import Session
from gui.texts import KIND_WORDS, shown_line
from model.nodes import Kind, Node

_REST_MS = 200  # after pages moved, before their entries are placed again


class PageText(QWidget):
    """Lies over the pages with a label for each entry, which shows nothing and takes no mouse; screen readers
    read it by its name, and find it under the mouse. Only while one runs: nobody else has any of it."""

    def __init__(self, session: Session, canvas: PageCanvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._below = parent
        self.labels: list[QLabel] = []
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._place)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        for signal in (canvas.moved, canvas.resized, session.documentClosed):
            signal.connect(self._rest.start)
        for told in (canvas.pageChanged, session.changed, session.documentOpened):
            told.connect(self._note)

    def _note(self, *_: object) -> None:
        self._rest.start()

    def _place(self) -> None:
        canvas, review = self._canvas, self._session.review
        if not QAccessible.isActive() or review is None or not canvas.pages:
            self.hide()
            return
        pages, sight = canvas.layout_of_pages.visible(canvas.area), canvas.viewport()
        self.setGeometry(QRect(sight.mapTo(self._below, sight.rect().topLeft()), sight.size()))
        self.setAccessibleName(
            f"Text of page {canvas.page}" if len(pages) == 1 else "Text of the pages in sight"
        )
        here = [node for node in review.outline if node.kind is not Kind.FURNITURE and _is_on(node, pages)]
        while len(self.labels) < len(here):
            self.labels.append(QLabel(self))
        for label, node in zip(self.labels, here, strict=False):
            label.setAccessibleName(_words(node))
            label.setGeometry(self._box(node, pages))
            label.show()
        for label in self.labels[len(here) :]:
            label.hide()
        self.show()
        self.raise_()

    def _box(self, node: Node, pages: Container[int]) -> QRect:
        """Around all of an entry on these pages, in device-independent pixels of the pages' view."""
        canvas, around = self._canvas, QRectF()
        for region in node.anchor.regions:
            if region.page in pages:
                around = around.united(canvas.layout_of_pages.to_canvas(region))
        around.translate(-canvas.offset.x(), -canvas.offset.y())
        ratio = canvas.ratio
        return QRectF(around.topLeft() / ratio, around.size() / ratio).toAlignedRect()


def _is_on(node: Node, pages: Container[int]) -> bool:
    return any(region.page in pages for region in node.anchor.regions)


def _words(node: Node) -> str:
    """Its kind and number, and all of its text."""
    head = " ".join(filter(None, (KIND_WORDS[node.kind], node.printed_number)))
    return f"{head}: {node.text}" if node.text else shown_line(node)
