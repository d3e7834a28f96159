"""The guide (`docs/guide`) in a window: its pages, their headings, and a field that finds words in them."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

import resources
from gui.closing import close_by_key
from gui.search_field import FindField
from gui.tables import Rows
from gui.theme import BETWEEN, INSIDE, size_window

FIRST = "README.md"
_PLACE = Qt.ItemDataRole.UserRole  # of a line of the contents: the page, and its heading's text or ""
_HEADING = re.compile(r"^##(#?) (.+)$", re.MULTILINE)
_PICTURE = re.compile(r"^!\[.*\n+", re.MULTILINE)
_ELSEWHERE = re.compile(r"\[([^\]]*)\]\((?:\.\./|https?:)[^)]*\)")  # a link to what is not in the guide
_NO_LETTERS = re.compile(r"[^\w -]")


class GuideDialog(QDialog):
    """Stays open beside the window until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Guide")
        size_window(self, 940, 680)
        close_by_key(self)
        self._pages = {name: _readable(text) for name, text in resources.guide_pages().items()}
        self._searched: dict[str, QTextDocument] = {}  # pages as they are shown, once words were looked for
        self.page = ""  # the name of what is shown
        self.field = FindField(self, hint="Find in the guide", name="Find in the guide")
        self.field.returnPressed.connect(self._find_next)
        self.note = QLabel("No page of the guide has these words.", self)
        self.note.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.note.hide()
        self.field.textEdited.connect(self.note.hide)
        self.contents = QTreeWidget(self)
        self.contents.setHeaderHidden(True)
        self.contents.setItemDelegate(Rows(self.contents))
        self.contents.setAccessibleName("Contents of the guide")
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName("A page of the guide")
        self.text.document().setDocumentMargin(2 * BETWEEN)
        self.text.anchorClicked.connect(self._follow)
        parts = QSplitter(self)
        parts.addWidget(self.contents)
        parts.addWidget(self.text)
        parts.setSizes([240, 700])
        parts.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        column.setSpacing(INSIDE)
        column.addWidget(self.field)
        column.addWidget(self.note)
        column.addWidget(parts, 1)
        self._fill()
        self.show_page(FIRST)
        self.contents.currentItemChanged.connect(self._chosen)
        self.contents.setFocus()

    def _fill(self) -> None:
        for name, text in self._pages.items():
            title = text.partition("\n")[0].lstrip("# ")
            top = QTreeWidgetItem(self.contents, [title])
            top.setData(0, _PLACE, (name, ""))
            chapter = top
            for deeper, heading in _HEADING.findall(text):
                line = QTreeWidgetItem(chapter if deeper else top, [_plain(heading)])
                line.setData(0, _PLACE, (name, _plain(heading)))
                chapter = chapter if deeper else line
        first = self.contents.model().index(0, 0)
        self.contents.expand(first)
        self.contents.setCurrentIndex(first)

    def show_page(self, name: str, heading: str = "") -> None:
        """A page from its top, or from a heading on."""
        if name != self.page:
            self.page = name
            self.text.setMarkdown(self._pages[name])
            _space_headings(self.text.document())
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        block = self.text.document().begin()
        while heading and block.isValid() and not _is_heading(block, heading):
            block = block.next()
        layout = self.text.document().documentLayout()
        top = round(layout.blockBoundingRect(block).top()) if heading and block.isValid() else 0
        self.text.verticalScrollBar().setValue(top - INSIDE)

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.show_page(*item.data(0, _PLACE))

    def _follow(self, link: QUrl) -> None:
        name = link.fileName() or self.page
        if name in self._pages:
            headings = (_plain(heading) for _, heading in _HEADING.findall(self._pages[name]))
            self.show_page(name, next((one for one in headings if _slug(one) == link.fragment()), ""))

    def _find_next(self) -> None:
        """The next place of the words, behind the last page from the first one on."""
        words, names = " ".join(self.field.text().split()), list(self._pages)
        if not words or self.text.find(words):
            return
        here = names.index(self.page)
        pages = (*names[here + 1 :], *names[: here + 1])
        found = next((name for name in pages if self._has(name, words)), None)
        self.note.setVisible(found is None)
        if found is not None:
            self.show_page(found)
            self.text.find(words)

    def _has(self, name: str, words: str) -> bool:
        """As it is shown: its source has lines, marks and links that nobody sees."""
        if name not in self._searched:
            self._searched[name] = QTextDocument(self)
            self._searched[name].setMarkdown(self._pages[name])
        return not self._searched[name].find(words).isNull()


def _readable(text: str) -> str:
    """Without pictures, which are of this window, and links that lead out of the guide."""
    return _ELSEWHERE.sub(r"\1", _PICTURE.sub("", text))


def _space_headings(document: QTextDocument) -> None:
    """They stand nearer to what is below them than to what is above."""
    block = document.begin()
    while block.isValid():
        looks = block.blockFormat()
        if looks.headingLevel() > 1:
            looks.setTopMargin(2 * BETWEEN)
            looks.setBottomMargin(INSIDE)
            QTextCursor(block).setBlockFormat(looks)
        block = block.next()


def _is_heading(block: QTextBlock, heading: str) -> bool:
    return block.blockFormat().headingLevel() > 0 and block.text() == heading


def _plain(heading: str) -> str:
    return heading.replace("`", "").replace("*", "")


def _slug(heading: str) -> str:
    """How links name a heading: "Without the window" is "without-the-window"."""
    return _NO_LETTERS.sub("", heading.lower()).replace(" ", "-")
