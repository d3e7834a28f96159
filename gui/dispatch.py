"""What the window's own actions do; those of the review are in gui/commands.py."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.actions import SLOT_KEYS
from gui.citing import copy_cited
from gui.commands import run_command, split_at_caret
from gui.page.commands import action_of, page_commands
from gui.panel_actions import PanelActions
from gui.schemes.drafts import SchemeDrafts
from gui.theme import Mode

if TYPE_CHECKING:
    from gui.dialogs.guide import GuideDialog
    from gui.main_window import MainWindow
    from gui.schemes.guidelines import Guidelines

_TEXT_STEP = 10
_CURSOR_KEYS = ("Arrows move the cursor, S splits the entry there, Shift selects words: Shift+E extends the "
               "entry by them, Shift+X shrinks it, Shift+N makes a new one, Esc leaves")  # fmt: skip
# Carried out by panels.
_REQUESTS = {
    "edit-text": "inspector",
    "edit-note": "inspector",
    "edit-number": "outline",
    "select-below": "outline",
    "filter": "outline",
}
# Carried out by a tab of the left side, which is shown for it.
_ON_SIDE = {
    "search": "search",
    "next-doubt": "doubts",
    "previous-doubt": "doubts",
    "accept-confident": "queue",
}
# The same, but there is nothing to see there.
_BEHIND = ("repair-doubt", "dismiss-doubt")
_AFTER_ROLE = "go_on_after_role"  # a setting
_ALONE = "Other people’s labels and notes are now hidden, and what they reviewed waits for you, too."
_NOT_ALONE = "Other people’s labels and notes are shown again; what they reviewed no longer waits for you."


class Dispatch(QObject):
    """Carries out the window's own actions; every id of the table has its place here."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._drafts = SchemeDrafts(window)
        self._guidelines: Guidelines | None = None
        self._guide: GuideDialog | None = None
        self._table: dict[str, Callable[[], object]] = {
            **self._with_files(),
            **page_commands(window.page_view),
            **self._with_entries(),
            **self._with_all_reports(),
            **self._with_window(),
            **self._with_panels(),
        }
        window.actions_of.triggered.connect(self.carry_out)
        self._keep_checked()

    def _with_files(self) -> dict[str, Callable[[], object]]:
        window, questions = self._window, self._window.questions
        return {
            "new-project": questions.ask_new_project,
            "open": questions.ask_open,
            "import": questions.ask_import,
            "import-folder": questions.ask_import_folder,
            "import-labels": questions.ask_import_labels,
            "export": window.exporting.ask,
            "releases": window.exporting.show_releases,
            "extract-again": self._extract_again,
            "extract-older": window.again.start_older,
            "take-out": window.taking_out.take_out_open,
            "put-back": window.taking_out.put_back_last,
            "save-copy": questions.ask_copy,
            "new-window": window.windowAsked.emit,
            "close-window": window.close,
            "quit": window.quitAsked.emit,
        }

    def _with_entries(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            "find": self._find_words,
            "find-next": partial(self._step, 1),
            "find-previous": partial(self._step, -1),
            "copy-cited": partial(copy_cited, window.session),
            "text-cursor": self._put_cursor,
            "draw-entry": self._draw_entry,
            "new-from-words": window.word_edits.offer,
            "split": self._split,
            "extend": window.word_edits.extend,
            "shrink": window.word_edits.shrink,
            **{f"slot-{row[0].value}": partial(window.slot_words.fill, row[0]) for row in SLOT_KEYS},
            "after-role": self._toggle_after_role,
            "alone": self._toggle_alone,
        }

    def _with_all_reports(self) -> dict[str, Callable[[], object]]:
        insights = self._window.insights
        return {
            "dashboard": insights.show_dashboard,
            "lists": insights.show_lists,
            "bodies": insights.show_bodies,
            "similar": insights.show_similar,
            "repeats": insights.show_repeats,
            "follow-up": insights.show_follow_up,
            "follow-up-entry": insights.show_follow_up_of_entry,
            "link-answer": insights.link_answer,
            "vocabularies": insights.show_vocabularies,
            "learn": insights.learning.start,
            "evaluation": insights.show_evaluation,
        }

    def _with_window(self) -> dict[str, Callable[[], object]]:
        return {
            "text-larger": partial(self._set_text, _TEXT_STEP),
            "text-smaller": partial(self._set_text, -_TEXT_STEP),
            "text-normal": partial(self._set_text, 0),
            **{f"theme-{mode.value}": partial(self._set_mode, mode) for mode in Mode},
            "guidelines": self._toggle_guidelines,
            "reviewer": self._window.questions.ask_reviewer,
            "label-scheme": self._drafts.change,
            "guide": self._show_guide,
            "shortcuts": self._show_keys,
            "about": self._show_about,
            "palette": self._find_action,
        }

    def _with_panels(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            **PanelActions(window).table(),
            **{f"side-{name}": partial(window.side_tabs.show, name) for name in window.side.names},
            **{request: partial(self._request, request) for request in _REQUESTS},
            **{request: partial(self._ask_side, request) for request in _ON_SIDE},
            **{request: partial(window.session.request, request) for request in _BEHIND},
        }

    def _keep_checked(self) -> None:
        """Makes menus show what is on, whoever turned it on."""
        window = self._window
        window.page_view.shownChanged.connect(self._page_part_shown)
        for overlay in window.page_view.canvas.overlays:
            self._page_part_shown(overlay, True)
        window.theme.changed.connect(self._mode_shown)  # also where another window changed it
        self._mode_shown()
        self._set_after_role(window.settings.get(_AFTER_ROLE, False))
        window.session.reviewerChanged.connect(self._show_alone)

    def knows(self, action_id: str) -> bool:
        """Whether an action is one of the window's own."""
        return action_id in self._table

    def carry_out(self, action_id: str) -> None:
        if action_id in self._table:
            self._table[action_id]()
        else:
            run_command(self._window.session, action_id)

    def _split(self) -> None:
        """Splits at the cursor on the page if the keys are there, else at the one in the inspector's text."""
        if not self._window.word_edits.split_at_cursor():
            split_at_caret(self._window.session, self._window.page_view.texts.known)

    def _extract_again(self) -> None:
        review = self._window.session.review
        if review is not None:
            self._window.again.start([review.document.id])

    def _page_part_shown(self, name: str, shown: bool) -> None:
        self._window.actions_of[action_of(name)].setChecked(shown)

    def _put_cursor(self) -> None:
        self._window.panels.set_shown("page", True)
        self._window.page_view.put_cursor()
        if not self._window.session.read_only:
            self._window.session.told.emit(_CURSOR_KEYS)

    def _draw_entry(self) -> None:
        self._window.panels.set_shown("page", True)
        self._window.page_view.toggle_drawing()

    def _request(self, action_id: str) -> None:
        """Shows the panel first, so that it is there to do what is asked."""
        self._window.panels.set_shown(_REQUESTS[action_id], True)
        self._window.session.request(action_id)

    def _ask_side(self, action_id: str) -> None:
        """Shows a tab. The keys stay where they are and go on acting on the report, unless the panel wants
        them."""
        self._window.side_tabs.show(_ON_SIDE[action_id], keys=False)
        self._window.session.request(action_id)

    def _toggle_after_role(self) -> None:
        self._set_after_role(not self._window.session.walk.after_role)
        self._window.settings.set(_AFTER_ROLE, self._window.session.walk.after_role)

    def _toggle_alone(self) -> None:
        """Asks the project; the menu's mark stays as it was until the project has stored it."""
        session = self._window.session
        alone = not session.alone
        session.set_alone(alone)
        self._show_alone()
        session.told.emit(_ALONE if alone else _NOT_ALONE)

    def _show_alone(self, *_: object) -> None:
        self._window.actions_of["alone"].setChecked(bool(self._window.session.alone))

    def _set_after_role(self, goes_on: bool) -> None:
        self._window.session.walk.after_role = goes_on
        self._window.actions_of["after-role"].setChecked(goes_on)

    def _set_mode(self, mode: Mode) -> None:
        self._window.theme.set_mode(mode)
        self._window.settings.set("theme", mode.value)

    def _mode_shown(self) -> None:
        self._window.actions_of[f"theme-{self._window.theme.mode.value}"].setChecked(True)

    def _set_text(self, step: int) -> None:
        theme = self._window.theme
        theme.set_text_percent(theme.text_percent + step if step else 100)
        self._window.settings.set("text_percent", theme.text_percent)

    # Dialogs are imported when they are asked for: the window is there sooner.

    def _toggle_guidelines(self) -> None:
        """Opens the guidelines, or closes them: the same key does both, because the focus stays in the
        window."""
        if self._guidelines is None:
            from gui.schemes.guidelines import Guidelines

            self._guidelines = Guidelines(self._window.session, self._window)
            self._guidelines.editAsked.connect(self._drafts.change)
        self._guidelines.setVisible(self._guidelines.isHidden())

    def _show_keys(self) -> None:
        from gui.dialogs.shortcuts import ShortcutsDialog

        self._window.questions.show(ShortcutsDialog(self._window.actions_of, self._window))

    def _show_guide(self) -> None:
        if self._guide is None:
            from gui.dialogs.guide import GuideDialog

            self._guide = GuideDialog(self._window)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    def _show_about(self) -> None:
        from gui.dialogs.about import AboutDialog

        self._window.questions.show(AboutDialog(self._window))

    def _step(self, direction: int) -> None:
        """Steps through the results of the search if these are in sight, unless words are found in the
        report."""
        window = self._window
        bar = window.page_view.find_bar
        if bar.isHidden() and window.side.current == "search" and window.search.results.isVisible():
            window.search.results.step(direction)
            return
        window.panels.set_shown("page", True)
        bar.go_on() if direction > 0 else bar.go_back()

    def _find_words(self) -> None:
        self._window.panels.set_shown("page", True)
        self._window.page_view.find_words()

    def _find_action(self) -> None:
        from gui.dialogs.palette import Palette

        self._window.questions.show(Palette(self._window.actions_of, self._window))
