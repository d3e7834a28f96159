"""File > Open recent: the projects that were open, the last one first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.menus import as_entry
from gui.settings import Settings


class RecentMenu(QMenu):
    """Filled when it is opened, because other windows open projects too."""

    chosen = Signal(Path)

    def __init__(self, settings: Settings, file_menu: QMenu, before: QAction) -> None:
        super().__init__("Open recent", file_menu)
        self._settings = settings
        file_menu.insertMenu(before, self)
        file_menu.aboutToShow.connect(self._offer)
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._picked)

    def _offer(self) -> None:
        self.menuAction().setEnabled(bool(self._settings.recent()))

    def _fill(self) -> None:
        self.clear()
        for number, path in enumerate(self._settings.recent(), 1):
            action = self.addAction(f"&{number}  {as_entry(path.stem)}")
            action.setToolTip(str(path))
            action.setData(str(path))
        self.setToolTipsVisible(True)

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(Path(action.data()))
