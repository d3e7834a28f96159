"""The windows that look over the whole project, each made when it is first asked for and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from gui.learning.keeper import Learning
from gui.vocabularies.keeper import Vocabularies

if TYPE_CHECKING:
    from gui.bodies.dialog import BodiesDialog
    from gui.bodies.keeper import BodyNames
    from gui.dashboard.dialog import Dashboard
    from gui.follow_up.dialog import FollowUpDialog
    from gui.follow_up.keeper import FollowUps
    from gui.learning.dialog import EvaluationDialog
    from gui.lists.dialog import ListsDialog
    from gui.main_window import MainWindow
    from gui.searching.lookup import Ticks
    from gui.similar.dialog import SimilarDialog
    from gui.vocabularies.dialog import VocabulariesDialog
    from storage.follow_up import FollowUp

D = TypeVar("D", bound=QDialog)


class Insights(QObject):
    """Each stands beside the window, which goes on living: what is chosen there is shown here."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.vocabularies = Vocabularies(window.session, window.jobs, self)
        self._vocabularies: VocabulariesDialog | None = None
        self._similar: SimilarDialog | None = None
        self._follow_up: FollowUpDialog | None = None
        self._follow_ups: FollowUps | None = None
        self._body_names: BodyNames | None = None
        self._bodies: BodiesDialog | None = None
        self._lists: ListsDialog | None = None
        self._dashboard: Dashboard | None = None
        self.learning = Learning(window.session, window.jobs, self)
        self._evaluation: EvaluationDialog | None = None

    def show_vocabularies(self) -> VocabulariesDialog:
        if self._vocabularies is None:
            from gui.vocabularies.dialog import VocabulariesDialog

            self._vocabularies = VocabulariesDialog(self.vocabularies, self._window)
        return _shown(self._vocabularies)

    def show_evaluation(self) -> EvaluationDialog:
        if self._evaluation is None:
            from gui.learning.dialog import EvaluationDialog

            self._evaluation = EvaluationDialog(self._window.session, self._window)
            self._evaluation.learnAsked.connect(self.learning.start)
            self.learning.learned.connect(self._evaluation.read)
        return _shown(self._evaluation)

    def show_dashboard(self) -> Dashboard:
        if self._dashboard is None:
            from gui.dashboard.dialog import Dashboard

            self._dashboard = Dashboard(self._window.session, self._window)
            self._dashboard.listAsked.connect(self.list_all)
            self._dashboard.doubtsAsked.connect(self._window.messages.show_differing)
        return _shown(self._dashboard)

    def list_all(self, ticks: Ticks) -> None:
        """What a number of the dashboard or the queue counts, in the search panel."""
        self._window.side_tabs.show("search", keys=False)
        self._window.search.list_all(ticks)

    def show_lists(self) -> ListsDialog:
        if self._lists is None:
            from gui.lists.dialog import ListsDialog
            from gui.lists.keeper import Lists

            view, session = self._window.page_view, self._window.session
            lists = Lists(session, self)
            lists.shown.connect(view.lighting.show_words)
            self.bodies.kept.connect(lists.read)
            self.vocabularies.changed.connect(lists.read)
            self._lists = ListsDialog(lists, session, view.selected_text, self._window)
        return _shown(self._lists)

    @property
    def bodies(self) -> BodyNames:
        if self._body_names is None:
            from gui.bodies.keeper import BodyNames

            self._body_names = BodyNames(self._window.session, self)
        return self._body_names

    def show_bodies(self) -> BodiesDialog:
        if self._bodies is None:
            from gui.bodies.dialog import BodiesDialog

            self._bodies = BodiesDialog(self.bodies, self._window.session, self._window)
            self.bodies.shown.connect(self._window.page_view.lighting.show_words)
            self.vocabularies.changed.connect(self._bodies.note_change)
        return _shown(self._bodies)

    def show_similar(self) -> SimilarDialog:
        """What was recommended before that is like the selected entry."""
        dialog = self._similar_dialog()
        dialog.ask_like_selected()
        return dialog

    def show_repeats(self) -> SimilarDialog:
        """What is recommended again and again."""
        dialog = self._similar_dialog()
        dialog.ask_repeats()
        return dialog

    def _similar_dialog(self) -> SimilarDialog:
        if self._similar is None:
            from gui.similar.asking import SimilarAsking
            from gui.similar.dialog import SimilarDialog

            asking = SimilarAsking(self._window.session, self._window.jobs, self)
            self._similar = SimilarDialog(self._window.session, asking, self._window)
        return _shown(self._similar)

    @property
    def follow_ups(self) -> FollowUps:
        if self._follow_ups is None:
            from gui.follow_up.keeper import FollowUps

            self._follow_ups = FollowUps(self._window.session, self._window.jobs, self)
        return self._follow_ups

    def show_follow_up(self) -> FollowUpDialog:
        """What became of all recommendations."""
        if self._follow_up is None:
            from gui.follow_up.dialog import FollowUpDialog

            self._follow_up = FollowUpDialog(self._window.session, self.follow_ups, self._window)
            self._follow_up.linkAsked.connect(self._link_row)
        return _shown(self._follow_up)

    def show_follow_up_of_entry(self) -> FollowUpDialog:
        """What answers the selected entry, and what it answers."""
        dialog = self.show_follow_up()
        dialog.show_selected()
        return dialog

    def link_answer(self) -> None:
        """Asks what answers the selected recommendation."""
        review, node = self._window.session.review, self._window.session.current
        if review is not None and node is not None:
            self._ask_link(review.document.id, node.id, node.printed_number, node.text, self._window)

    def _link_row(self, row: FollowUp) -> None:
        asked = row.recommendation
        self._ask_link(asked.document, asked.node, asked.printed, asked.text, self._follow_up)

    def _ask_link(self, document: str, node: str, number: str, text: str, parent: QWidget | None) -> None:
        from gui.follow_up.linking import LinkDialog

        dialog = LinkDialog(self._window.session, self.follow_ups, (document, node), number, text, parent)
        self._window.questions.show(dialog)


def _shown(dialog: D) -> D:
    """To the front, with the keys in it."""
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
