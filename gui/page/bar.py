"""The bar below the pages: where the reader is, how large the pages are, what is drawn on them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QIntValidator, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QToolButton, QWidget

from gui.action_set import key_text
from gui.actions import BY_ID
from gui.menu_button import MenuButton
from gui.menus import LetteredMenu, added
from gui.page.icons import bar_icon
from gui.page.style import hairline
from gui.small_button import small_button
from gui.sparing_row import SparingRow
from gui.tab_order import row_in_tab_order
from gui.theme import as_bar

SMALL = 0.02  # a zoom at which pages as large as walls are seen whole
_ZOOMS = (50, 75, 100, 125, 150, 200, 300, 400, 800)
_FITS = {"fit-text": "Fit text", "fit-width": "Fit width", "fit-page": "Fit page"}
HEIGHT = 34
# The actions that do the same, whose keys the tooltips tell.
_ACTIONS = {
    "thumbnails": "show-thumbnails",
    "outlines": "layer-entries",
    "legend": "show-legend",
    "paper": "dim-pages",
    "draw": "draw-entry",
}
_TOGGLES = ("thumbnails", "draw", "outlines", "legend")
# Where the bar is narrow; the menus have all of them. The most important first.
_DISPENSABLE = ("draw", "zoom-in", "zoom-out", "fit-text", "fit-width", "thumbnails", "outlines", "fit-page",
                "legend", "paper")  # fmt: skip


class PageBar(SparingRow):
    """Shows a state and asks for changes by signals; it decides nothing itself."""

    pageAsked = Signal(int)
    zoomAsked = Signal(float)
    asked = Signal(str)  # "zoom-in", "zoom-out", "fit-text", "fit-width", "fit-page", "paper"
    toggled = Signal(str, bool)  # one of TOGGLES

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        as_bar(self, HEIGHT)
        self._buttons: dict[str, QToolButton] = {}
        self._pages: QWidget | None = None
        self._shown = ""  # the number of the page
        self._drawable = False
        self._page = _PageField(self)
        self._page.setAcceptDrops(False)
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setAccessibleName("Page number")
        self._page.setToolTip("Type a page number")
        self._page.editingFinished.connect(self._page_typed)
        self._page.returnPressed.connect(self._leave_page_field)
        self._page.left.connect(self._give_up_page)
        self._of = QLabel(self)
        # A drop-down arrow beside the figure would make the narrow bar busier than it is worth.
        self._zoom = MenuButton(self)
        self._zoom.setToolTip("Zoom")
        self._zoom.setMenu(self._zoom_menu())
        self._compose()
        self.set_place(0, 0)
        self.set_zoom(1.0, "width")

    def set_place(self, page: int, pages: int) -> None:
        """Page `page` of `pages`; nothing if there are none."""
        self._page.setEnabled(pages > 0)
        self._shown = str(page) if pages else ""
        self._page.setText(self._shown)
        self._page.setValidator(QIntValidator(1, max(1, pages), self._page))
        digits = max(2, len(str(pages)))
        self._page.setFixedWidth(self.fontMetrics().horizontalAdvance("0" * digits) + 22)
        self._of.setText(f"of {pages}" if pages else "")
        for button in self._buttons.values():
            button.setEnabled(pages > 0 or button is self._buttons["thumbnails"])
        self._buttons["draw"].setEnabled(pages > 0 and self._drawable)
        self._zoom.setEnabled(pages > 0)

    def set_drawable(self, drawable: bool) -> None:
        """Whether new entries can be drawn on the pages."""
        self._drawable = drawable
        self._buttons["draw"].setEnabled(drawable and self._page.isEnabled())

    def set_zoom(self, zoom: float, fit: str) -> None:
        self._size: str | float = f"fit-{fit}" if f"fit-{fit}" in _FITS else round(zoom, 2)
        percent = f"{zoom * 100:.0f}" if zoom >= SMALL else f"{zoom * 100:.1f}"
        self._zoom.setText(f"{percent} %")
        self._zoom.setAccessibleName(f"Zoom, {percent} percent")
        for name in _FITS:
            self._buttons[name].setChecked(name == self._size)

    def set_checked(self, name: str, checked: bool) -> None:
        """Shows one of TOGGLES as on or off, without asking for it."""
        button = self._buttons[name]
        with QSignalBlocker(button):
            button.setChecked(checked)

    def show_focus_of(self, pages: QWidget) -> None:
        """The line above the bar tells whether the pages have the keys: a frame would scroll with them."""
        self._pages = pages
        pages.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._pages is not None and self._pages.hasFocus():
            painter.fillRect(0, 0, self.width(), 2, self.palette().color(QPalette.ColorRole.Highlight))
        else:
            painter.setPen(hairline(self.palette()))
            painter.drawLine(0, 0, self.width(), 0)

    def _compose(self) -> None:
        row = self.row
        row.setContentsMargins(8, 3, 8, 2)
        row.setSpacing(2)
        row.addWidget(self._toggle("thumbnails", "Show the pages as small pictures"))
        row.addSpacing(6)
        row.addWidget(self._page)
        row.addSpacing(4)
        row.addWidget(self._of)
        row.addStretch(1)
        row.addWidget(self._button("zoom-out", "minus", "Zoom out"))
        self._zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000 %") + 12)
        row.addWidget(self._zoom)
        row.addWidget(self._button("zoom-in", "plus", "Zoom in"))
        row.addSpacing(6)
        tips = ("Fit the text, without the margins beside it", "Fit the page’s width", "Fit the whole page")
        for name, tip in zip(_FITS, tips, strict=True):
            button = self._button(name, name, tip)
            button.setCheckable(True)
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self._toggle("draw", "Draw a new entry, over words too"))
        row.addWidget(self._toggle("outlines", "Outline paragraphs in the colour of their role"))
        row.addWidget(self._toggle("legend", "Colour key of the roles"))
        row.addWidget(self._button("paper", "paper", "Dim the pages"))
        row_in_tab_order(row)
        self.set_dispensable([[self._of], *([self._buttons[name]] for name in _DISPENSABLE)])

    def _button(self, name: str, icon: str, tip: str) -> QToolButton:
        button = small_button(bar_icon(icon), tip, self)
        button.setObjectName(name)
        keys = BY_ID[_ACTIONS.get(name, name)].keys
        button.setToolTip(f"{tip} ({key_text(keys[0])})" if keys else tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons[name] = button
        if name not in _TOGGLES:
            button.clicked.connect(self._pressed)
        return button

    def _toggle(self, name: str, tip: str) -> QToolButton:
        button = self._button(name, name, tip)
        button.setCheckable(True)
        button.toggled.connect(self._switched)
        return button

    def _zoom_menu(self) -> QMenu:
        """What the pages are fitted to, or how large they are, is marked when it opens."""
        menu = LetteredMenu(parent=self)
        for name, words in _FITS.items():
            added(menu, words).setData(name)
        menu.addSeparator()
        for percent in _ZOOMS:
            added(menu, f"{percent} %").setData(percent / 100)
        for action in menu.actions():
            action.setCheckable(not action.isSeparator())
        menu.triggered.connect(self._zoom_chosen)
        menu.aboutToShow.connect(self._mark_zoom)
        return menu

    def _mark_zoom(self) -> None:
        for action in self._zoom.menu().actions():
            action.setChecked(action.data() == self._size)

    def _zoom_chosen(self, action: QAction) -> None:
        wanted = action.data()
        (self.asked if wanted in _FITS else self.zoomAsked).emit(wanted)

    def _pressed(self) -> None:
        self.asked.emit(self.sender().objectName())

    def _switched(self, on: bool) -> None:
        self.toggled.emit(self.sender().objectName(), on)

    def _page_typed(self) -> None:
        if self._page.text():
            self.pageAsked.emit(int(self._page.text()))

    def _give_up_page(self) -> None:
        self._page.setText(self._shown)
        self._leave_page_field()

    def _leave_page_field(self) -> None:
        """The keys go to the pages."""
        if self._pages is not None:
            self._pages.setFocus(Qt.FocusReason.OtherFocusReason)


class _PageField(QLineEdit):
    """`left` says that Esc was pressed."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
