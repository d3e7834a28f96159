"""Above the tree: the filter, and what is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.after_typing import after_typing
from gui.icons import drawn, icon, state_icon
from gui.menu_button import MenuButton
from gui.menus import StayingMenu, added, as_entry
from gui.outline.filtering import OPTIONAL, Filter
from gui.outline.looks import Mark
from gui.small_button import grow_with_text, small_button
from gui.theme import INSIDE, STEP, is_dark, label_color, small_font
from model.labels import Slot, Status
from model.nodes import Kind
from model.schemes import Label, Scheme, default

_CHIP = 12


class OutlineHeader(QWidget):
    """Shows a state and asks for changes by signals; it decides nothing itself."""

    filterAsked = Signal(object)  # Filter
    kindsAsked = Signal(object)  # frozenset of kinds to hide
    foldAsked = Signal(bool)  # True: unfold everything
    leftFilter = Signal()  # Enter or the down arrow in the filter line: on to the tree

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = _FilterLine(self)
        self.found = QLabel(self)
        self.clear = small_button(icon("close"), "Clear the filter (Esc in the filter line)", self, 14)
        self._typing = after_typing(self.words, self._ask)
        self._kinds: dict[Kind, QAction] = {}
        self._choices: dict[QAction, Label | Status | Mark] = {}
        self._scheme = default()
        self.shown_menu = StayingMenu(self)
        self.filter_menu = StayingMenu(self)
        self._fill_shown_menu()
        self._fill_filter_menu()
        self._compose()
        self.words.left.connect(self.leftFilter)
        self.words.cleared.connect(self.clear_filter)
        self.clear.clicked.connect(self.clear_filter)

    # --- what it shows

    def set_scheme(self, scheme: Scheme) -> None:
        """Other roles to filter by; what was chosen among them is no longer chosen."""
        self._scheme = scheme
        self.filter_menu.clear()
        self._choices.clear()
        self._fill_filter_menu()
        self._restyle()
        self._ask()

    def show_kinds(self, hidden: frozenset[Kind]) -> None:
        for kind, action in self._kinds.items():
            action.setChecked(kind not in hidden)

    def show_found(self, asked: Filter, matches: int, total: int) -> None:
        """A line below the filter while it is on: what it asks for, and how much it leaves."""
        self._found_line.setVisible(bool(asked))
        self._filter_button.setChecked(asked.by_look)
        parts = [*(state.value for state in Status if state in asked.states),
                 *(role.name.lower() for role in self._scheme.labels[Slot.ROLE] if role.code in asked.roles),
                 *(["in doubt"] if asked.doubtful else []),
                 *(["with notes"] if asked.noted else [])]  # fmt: skip
        self.found.setText(f"{matches} of {total} entries" + (f" · {', '.join(parts)}" if parts else ""))
        self.found.setToolTip(self.found.text())

    def clear_filter(self) -> None:
        for action in self._choices:
            action.setChecked(False)
        self.words.clear()
        self._ask()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyle()
        super().changeEvent(event)

    # --- its parts

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE, STEP, INSIDE, STEP)
        column.setSpacing(STEP)
        line = QHBoxLayout()
        line.setSpacing(STEP)
        line.addWidget(self.words, 1)
        self._filter_button = self._button("filter", "Filter by state and role", self.filter_menu)
        self._filter_button.setCheckable(True)
        line.addWidget(self._filter_button)
        line.addWidget(self._button("visible", "Choose what the outline shows", self.shown_menu))
        column.addLayout(line)
        self._found_line = self._strip()
        column.addWidget(self._found_line)
        self._restyle()

    def _strip(self) -> QWidget:
        strip = QWidget(self)
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        self.found.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.found, 1)
        row.addWidget(self.clear)
        strip.hide()
        return strip

    def _button(self, picture: str, words: str, menu: QMenu) -> QToolButton:
        button = MenuButton(self)
        button.setIcon(icon(picture))
        grow_with_text(button, 18)
        button.setMenu(menu)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _fill_shown_menu(self) -> None:
        for kind, words in OPTIONAL.items():
            action = added(self.shown_menu, words)
            action.setCheckable(True)
            self._kinds[kind] = action
            action.triggered.connect(self._kinds_chosen)
        self.shown_menu.addSeparator()
        self.shown_menu.addAction("Unfold all").triggered.connect(self._unfold)
        self.shown_menu.addAction("Fold all").triggered.connect(self._fold)

    def _fill_filter_menu(self) -> None:
        for status in Status:
            self._choice(status.value.capitalize(), status).setIcon(state_icon(status))
        self.filter_menu.addSeparator()
        for role in self._scheme.labels.get(Slot.ROLE, ()):
            self._choice(as_entry(role.title), role)
        self.filter_menu.addSeparator()
        self._choice("In doubt", Mark.DOUBT)
        self._choice("With notes", Mark.NOTE)
        self.filter_menu.addSeparator()
        self.filter_menu.addAction("Clear the filter").triggered.connect(self.clear_filter)

    def _choice(self, words: str, meaning: Label | Status | Mark) -> QAction:
        action = added(self.filter_menu, words)
        action.setCheckable(True)
        action.triggered.connect(self._ask)
        self._choices[action] = meaning
        return action

    def _restyle(self) -> None:
        self.found.setFont(small_font(self.font()))
        self.found.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        dark = is_dark(self.palette())
        for action, meaning in self._choices.items():
            if isinstance(meaning, Label):
                action.setIcon(QIcon(drawn("chip", label_color(meaning, dark), _CHIP, 2.0)))

    # --- what is asked of it

    def _ask(self) -> None:
        self._typing.stop()
        asked = [meaning for action, meaning in self._choices.items() if action.isChecked()]
        roles = frozenset(one.code for one in asked if isinstance(one, Label))
        states = frozenset(one for one in asked if isinstance(one, Status))
        words = Filter.words_of(self.words.text())
        self.filterAsked.emit(Filter(words, roles, states, Mark.DOUBT in asked, Mark.NOTE in asked))

    def _kinds_chosen(self) -> None:
        shown = {kind for kind, action in self._kinds.items() if action.isChecked()}
        self.kindsAsked.emit(frozenset(OPTIONAL) - shown)

    def _unfold(self) -> None:
        self.foldAsked.emit(True)

    def _fold(self) -> None:
        self.foldAsked.emit(False)


class _FilterLine(QLineEdit):
    """The words to look for. Esc clears the filter first, and leaves the line the second time."""

    left = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText("Filter")
        self.setToolTip("Show only entries with these words (Ctrl+L)")
        self.setAccessibleName("Filter the outline by words")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.cleared.emit() if self.text() else self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
