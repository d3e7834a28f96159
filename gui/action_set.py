"""Turns the table of actions into Qt's actions, menus and key table, and keeps them enabled or not."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QKeyCombination, QObject, QSignalMapper, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gui.actions import ACTIONS, BY_ID, MENUS, ROLE, STEPS, ActionSpec, is_enabled, role_spec
from gui.field_keys import FieldKeys
from gui.icons import icon
from gui.menus import LetteredMenu, added_menu, as_entry
from gui.needs import Needs, facts
from gui.number_row import by_place
from gui.second_keys import second_keys
from gui.session import Session
from gui.why_not import pressed, reason, why_not
from model.labels import Slot
from model.schemes import Scheme

READ_ONLY = "The project is open for reading only: nothing can be changed"
_EXCLUSIVE = ("theme-system", "theme-light", "theme-dark", "theme-contrast")


class ActionSet(QObject):
    """The actions of one window. `triggered` gives the id of the one that was asked for, from wherever."""

    triggered = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self.triggered)
        self._window = window
        self._menus: dict[str, QMenu] = {}
        self._there: Needs | None = None  # when the actions were last enabled
        self.specs: dict[str, ActionSpec] = dict(BY_ID)
        self._actions = {spec.id: self._make(spec, window) for spec in ACTIONS}
        FieldKeys(window, self._actions.values)
        themes = QActionGroup(self)
        for action_id in _EXCLUSIVE:
            themes.addAction(self._actions[action_id])
        for signal in (session.projectOpened, session.documentOpened, session.changed,
                       session.selectionChanged, session.notSaved):  # fmt: skip
            signal.connect(self.refresh)
        for bare in (session.projectClosed, session.documentClosed, session.libraryChanged,
                     session.caretChanged, session.namesChanged, session.attention.frameChanged):  # fmt: skip
            bare.connect(self.refresh)
        session.schemeChanged.connect(self._set_scheme)
        session.projectOpened.connect(self._explain)
        self.refresh()

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(as_entry(spec.text), window)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(spec.id in STEPS)
        action.setToolTip(self._tooltip(spec))
        if spec.icon:
            action.setIcon(icon(spec.icon))
            action.setIconVisibleInMenu(not spec.checkable)  # there a tick says whether it is on
        self._mapper.setMapping(action, spec.id)
        action.triggered.connect(self._mapper.map)
        window.addAction(action)  # keys work also where no menu shows the action
        return action

    def refresh(self, *_: object) -> None:
        there = facts(self._session)
        if there != self._there:
            self._there = there
            for spec in self.specs.values():
                self._actions[spec.id].setEnabled(is_enabled(spec, there))
        for action_id, name in (("undo", self._session.undo_name), ("redo", self._session.redo_name)):
            word = BY_ID[action_id].text
            self._actions[action_id].setText(f"{word} “{as_entry(name)}”" if name else word)

    def why_not(self, event: QKeyEvent) -> str:
        """Why a key that nobody took does nothing now; empty if it belongs to no action."""
        spec = pressed(event, self.specs.values())
        return why_not(spec, facts(self._session)) if spec is not None else ""

    def reason(self, action_id: str) -> str:
        """What an action lacks now; empty if it can be carried out."""
        return reason(self.specs[action_id], facts(self._session))

    def second_keys(self, event: QKeyEvent) -> str:
        """What may follow a key that is the first of two; empty if it is not, or if nothing can be done."""
        return second_keys(event, lambda action_id: self._actions[action_id].isEnabled())

    def placed(self, event: QKeyEvent) -> QAction | None:
        """The action of a digit key that Qt would take for another key, or for none."""
        key = by_place(event)
        if key is None:
            return None
        action = self._with_key(key)
        typed = self._with_key(event.keyCombination())
        is_qts = typed is action and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return action if typed in (action, None) and not is_qts else None

    def _with_key(self, key: QKeyCombination) -> QAction | None:
        keys = QKeySequence(key)
        able = (action for action in self._actions.values() if action.isEnabled())
        return next((action for action in able if keys in action.shortcuts()), None)

    def _explain(self, *_: object) -> None:
        """Makes tooltips say why nothing can be changed, if that is so."""
        for spec in self.specs.values():
            self._actions[spec.id].setToolTip(self._tooltip(spec))

    def _tooltip(self, spec: ActionSpec) -> str:
        forbidden = self._session.read_only and Needs.WRITING in spec.needs
        return f"{tooltip(spec)}\n{READ_ONLY}" if forbidden else tooltip(spec)

    def fill_menu_bar(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Builds every menu; gives the menus by their path, such as "File" and "Review/Role"."""
        menus = {name: added_menu(bar, words) for name, words in MENUS.items()}
        groups: dict[str, int] = {}
        for spec in ACTIONS:
            top = spec.menu.split("/")[0]
            if groups.setdefault(top, spec.group) != spec.group:
                menus[top].addSeparator()
                groups[top] = spec.group
            if spec.menu not in menus:
                menus[spec.menu] = added_menu(menus[top], spec.menu.split("/")[1])
            menus[spec.menu].addAction(self._actions[spec.id])
        self._menus = menus
        return menus

    def _set_scheme(self, scheme: Scheme) -> None:
        """Makes one action for each role in use; the others are hidden and have no key."""
        offered = {spec.id: spec for spec in map(role_spec, scheme.offered(Slot.ROLE))}
        for action_id in [known for known in self.specs if known.startswith(ROLE) and known not in offered]:
            del self.specs[action_id]
            self._actions[action_id].setShortcuts([])
            self._actions[action_id].setVisible(False)
        for spec in offered.values():
            self.specs[spec.id] = spec
            action = self._actions.get(spec.id)
            if action is None:
                action = self._actions[spec.id] = self._make(spec, self._window)
                if spec.menu in self._menus:
                    self._menus[spec.menu].addAction(action)
            action.setText(as_entry(spec.text))
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setToolTip(self._tooltip(spec))
            action.setVisible(True)
        self._there = None
        self.refresh()

    def context_menu(self, names: tuple[str, ...], parent: QWidget) -> QMenu:
        """A context menu of those of these actions and menus that can be used now. An empty name is a
        line."""
        menu = LetteredMenu(parent=parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            if not name:
                menu.addSeparator()
            elif name in self._actions:
                if self._actions[name].isEnabled():
                    menu.addAction(self._actions[name])
            elif any(action.isEnabled() for action in self._menus[name].actions()):
                menu.addAction(self._menus[name].menuAction())
        return menu


def tooltip(spec: ActionSpec) -> str:
    """What an action does, and its first key."""
    words = spec.tip or spec.text.rstrip("…")
    return f"{words} ({key_text(spec.keys[0])})" if spec.keys else words


def key_text(key: str) -> str:
    """A key as the system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def key_table(specs: Iterable[ActionSpec] = ACTIONS) -> list[tuple[str, str, str]]:
    """(menu, action, keys) of every action that has keys, in the menus' order."""
    return [
        (spec.menu.replace("/", " > "), spec.text.rstrip("…"), ", ".join(key_text(key) for key in spec.keys))
        for spec in specs
        if spec.keys
    ]
