"""Entries of menus and menus in menus, to be kept.

What `menu.addAction(words)` and `bar.addMenu(words)` give is made by Qt, and PySide gives such an object up,
alive as it is, when a passing wrapper of a widget above it goes. It keeps what Python made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QActionEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QMenuBar, QWidget

from gui.held_keys import keep_held_keys_from

_MARK = re.compile("&(.)")


class LetteredMenu(QMenu):
    """While it is shown each entry has a letter of its own that chooses it, for menus without the mouse. The
    entries' actions stand in several menus, so their words are without it else."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        keep_held_keys_from(self)
        self.aboutToShow.connect(self._give_letters)
        self.aboutToHide.connect(self._take_letters)

    def _give_letters(self) -> None:
        shown = [action for action in self.actions() if action.isVisible() and not action.isSeparator()]
        keys = [action.shortcut().toString().rpartition(", ")[2] for action in shown]
        for action, words in zip(shown, lettered([one.text() for one in shown], keys), strict=True):
            action.setText(words)

    def _take_letters(self) -> None:
        for action in self.actions():
            action.setText(_without_letter(action.text()))


def lettered(entries: Sequence[str], keys: Sequence[str] = ()) -> list[str]:
    """The entries of a menu, each with "&" before its letter: its key's own, or one that begins a word, if
    there is one left. What is after a tab is a key, and no word."""
    words = [_without_letter(entry) for entry in entries]
    places = [_places(entry.partition("\t")[0], key) for entry, key in zip_longest(words, keys, fillvalue="")]
    owners: dict[str, int] = {}
    for entry in range(len(words)):
        free = next((letter for letter in places[entry] if letter not in owners), None)
        if free is not None:
            owners[free] = entry
        else:
            _make_room(entry, places, owners, set())
    for letter, entry in owners.items():
        at = places[entry][letter]
        words[entry] = f"{words[entry][:at]}&{words[entry][at:]}"
    return words


def _places(name: str, key: str) -> dict[str, int]:
    """The letters of a name and where each stands first, the better ones first."""
    starts = [match.start() for match in re.finditer(r"\b\w", name)]
    places: dict[str, int] = {}
    for at in sorted((*starts, *range(len(name))), key=lambda at: name[at].casefold() != key.casefold()):
        if name[at].isalnum():
            places.setdefault(name[at].casefold(), at)
    return places


def _make_room(entry: int, places: Sequence[dict[str, int]], owners: dict[str, int], tried: set[str]) -> bool:
    """Gives an entry a letter whose owner can do with another one."""
    for letter in places[entry]:
        if letter not in tried:
            tried.add(letter)
            if letter not in owners or _make_room(owners[letter], places, owners, tried):
                owners[letter] = entry
                return True
    return False


def _without_letter(words: str) -> str:
    """An entry's words without the "&" that marks its letter; a doubled one stands for itself, and stays."""
    return _MARK.sub(lambda mark: "&&" if mark[1] == "&" else mark[1], words)


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


def as_entry(words: str) -> str:
    """Words that somebody wrote, as an entry or on a button: an "&" of theirs marks no letter."""
    return words.replace("&", "&&")


def words_of(action: QAction | QAbstractButton) -> str:
    """An entry's or a button's words, to be read elsewhere than there."""
    return _without_letter(action.text()).replace("&&", "&")


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
    menu = LetteredMenu(words, above)
    above.addMenu(menu)
    return menu
