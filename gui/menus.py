"""Entries of menus and menus in menus, to be kept.

What `menu.addAction(words)` and `bar.addMenu(words)` give is made by Qt, and PySide gives such an object up,
alive as it is, when a passing wrapper of a widget above it goes. It keeps what Python made.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QActionEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QMenuBar


class StayingMenu(QMenu):
    """Stays open while one ticks several, by mouse or with the space bar."""

    _ticking = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        self._ticking = True
        action.trigger()
        self._ticking = False
        return True

    def actionEvent(self, event: QActionEvent) -> None:
        """Qt would show one that scrolls from its top again, as high as all its entries."""
        if self._ticking and event.type() is QEvent.Type.ActionChanged:
            self.update()
        else:
            super().actionEvent(event)


def scroll(menu: QMenu) -> None:
    """Entries of which there may be more than fit on the screen: else they stand beside each other, and the
    last ones outside of it."""
    menu.setStyleSheet("QMenu { menu-scrollable: 1 }")


def added(menu: QMenu, words: str) -> QAction:
    """A new entry of a menu."""
    action = QAction(words, menu)
    menu.addAction(action)
    return action


def added_menu(above: QMenu | QMenuBar, words: str) -> QMenu:
    """A new menu in a menu or a menu bar."""
    menu = QMenu(words, above)
    above.addMenu(menu)
    return menu
