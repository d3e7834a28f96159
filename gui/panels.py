"""The four panels side by side: their widths are remembered, each can be hidden, some make way for others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from gui.settings import Settings
from gui.theme import larger_text

NAMES = ("library", "page", "outline", "inspector")
# Shares of the width for page, outline and inspector, and how the library is in a wide window.
_SHARES = {"page": 0.40, "outline": 0.33, "inspector": 0.27}
_LEAST = {"library": 44, "page": 260, "outline": 220, "inspector": 240}
# Beside an open left side of a narrow window: the page's words are read, of a row the beginning will do.
_SHARES_BESIDE = {"page": 0.475, "outline": 0.28, "inspector": 0.245}
# Beside an open left side they have less, so that all fit a window of 900 pixels.
_LEAST_BESIDE = {"library": 264, "page": 220, "outline": 190, "inspector": 205}
_LIBRARY_WIDE = 232
_LIBRARY_ICONS = 46
# Below this the library shows icons only, so that the other three stay usable.
_WIDE_ENOUGH = 1440
# What search, doubts, queue and history need at the left side, and what they have in a narrow window.
_SIDE_OPEN, _SIDE_OPEN_NARROW = 300, 268
_HANDLE = 5


class Panels(QSplitter):
    """A splitter that knows its panels by name. Where not all have room, those asked for last do."""

    shownChanged = Signal(str, bool)
    madeWay = Signal(str)  # a panel that is hidden until there is room for it, or it is asked for

    def __init__(self, settings: Settings, widgets: dict[str, QWidget],
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings = settings
        self._panels = [widgets[name] for name in NAMES]
        self._own = settings.get("panel_widths", [])  # as the user dragged them
        width = settings.get("side_width", 0)  # as the user dragged it
        self._open_width = max(width, _LEAST_BESIDE["library"]) if width else None
        self._side_open = False
        self.setHandleWidth(_HANDLE)
        self.setChildrenCollapsible(False)
        hidden = settings.get("panels_hidden", [])
        self._hidden = hidden if any(name not in hidden for name in NAMES) else []  # by the user
        self._asked_for = ["inspector", "page", "outline"]  # the last one last
        for name, panel in zip(NAMES, self._panels, strict=True):
            panel.setMinimumWidth(_LEAST[name])
            self.addWidget(panel)
            panel.setVisible(name not in self._hidden)
        self.setStretchFactor(0, 0)
        self.splitterMoved.connect(self._dragged)

    def is_shown(self, name: str) -> bool:
        return not self._panels[NAMES.index(name)].isHidden()

    def set_shown(self, name: str, shown: bool) -> None:
        """Hides a panel or shows it again; the last one stays."""
        if shown and name in self._asked_for:
            self._asked_for.remove(name)
            self._asked_for.append(name)
        others = [other for other in NAMES if other != name and self.is_shown(other)]
        if shown == self.is_shown(name) or not (shown or others):
            self.shownChanged.emit(name, self.is_shown(name))
            return
        self._hidden = [other for other in NAMES if (other in self._hidden if other != name else not shown)]
        self._settings.set("panels_hidden", self._hidden)
        self._arrange()

    @property
    def is_narrow(self) -> bool:
        """Whether the list of documents folds to icons by itself."""
        return self.width() < _WIDE_ENOUGH

    @property
    def side_is_open(self) -> bool:
        return self._side_open

    def set_side_open(self, opened: bool, for_documents: bool = False) -> None:
        """Opens the left side as wide as its panel needs, whatever the window's width; or lets it be as
        wide as the window allows."""
        self._side_open = opened
        least = _LEAST_BESIDE if opened else _LEAST
        for name, panel in zip(NAMES, self._panels, strict=True):
            panel.setMinimumWidth(least[name])
        if for_documents:
            self._panels[0].setMinimumWidth(_LEAST["library"])
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Room for one panel beside the left side: the others make way."""
        library, *others = (panel.minimumWidth() for panel in self._panels)
        return QSize(library + _HANDLE + max(others), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def _dragged(self, position: int, index: int) -> None:
        sizes = self.sizes()
        shown = [size for size, panel in zip(sizes, self._panels, strict=True) if not panel.isHidden()]
        if len(shown) != len(NAMES):
            return
        if self._side_open:
            self._open_width = sizes[0]
            self._settings.set("side_width", sizes[0])
            sizes[0] = self._own[0] if len(self._own) == len(NAMES) else self._usual_library()
        self._own = sizes
        self._settings.set("panel_widths", sizes)

    def _arrange(self) -> None:
        """The user's own widths, scaled to the room there is; without them the usual shares."""
        self._make_way()
        room = self.width()
        library = self._usual_library()
        shares = dict(_SHARES_BESIDE if self._side_open and self.is_narrow else _SHARES)
        if len(self._own) == len(NAMES) and all(isinstance(size, int) for size in self._own):
            library = self._own[0] if room >= _WIDE_ENOUGH else min(self._own[0], _LIBRARY_ICONS)
            if room < _WIDE_ENOUGH and sum(self._own) < _WIDE_ENOUGH:
                library = self._own[0]  # dragged in a window as narrow as this one
            rest = max(1, sum(self._own[1:]))
            shares = {name: size / rest for name, size in zip(NAMES[1:], self._own[1:], strict=True)}
        if self._side_open:
            usual = _SIDE_OPEN_NARROW if self.is_narrow else _SIDE_OPEN
            library = max(library, self._open_width or self._with_text(usual))
        shown = [name for name in NAMES[1:] if self.is_shown(name)]
        # Widths that were dragged on a larger screen leave the others what they need.
        least = sum(self._panels[NAMES.index(name)].minimumWidth() + _HANDLE for name in shown)
        library = max(min(library, room - least), self._panels[0].minimumWidth())
        room -= _HANDLE * len(shown) + (library if self.is_shown("library") else 0)
        whole = sum(shares[name] for name in shown) or 1.0
        self.setSizes([library] + [round(room * shares[name] / whole) if name in shown else 0
                                   for name in NAMES[1:]])  # fmt: skip

    def _make_way(self) -> None:
        """Shows what the user did not hide, as far as there is room."""
        room = self.width() - (0 if "library" in self._hidden else self._panels[0].minimumWidth())
        fitting = ["library"]
        for name in reversed(self._asked_for):
            needed = _HANDLE + self._panels[NAMES.index(name)].minimumWidth()
            if name not in self._hidden and (needed <= room or fitting == ["library"]):
                fitting.append(name)
                room -= needed
        for name, panel in zip(NAMES, self._panels, strict=True):
            shown = name in fitting and name not in self._hidden
            if shown == panel.isHidden():
                panel.setVisible(shown)
                self.shownChanged.emit(name, shown)
                if not shown and name not in self._hidden:
                    self.madeWay.emit(name)

    def _usual_library(self) -> int:
        return _LIBRARY_ICONS if self.is_narrow else self._with_text(_LIBRARY_WIDE)

    def _with_text(self, width: int) -> int:
        """Wider where the text is larger, as far as the others keep their room."""
        return max(width, min(round(width * larger_text(self)), self.width() // 5))


class _Handle(QSplitterHandle):
    """A hairline with room to grab; it lights up under the mouse."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self._under_mouse = False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        role = QPalette.ColorRole.Highlight if self._under_mouse else QPalette.ColorRole.Mid
        painter.fillRect(self.width() // 2, 0, 1, self.height(), self.palette().color(role))
