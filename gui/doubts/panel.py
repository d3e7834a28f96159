"""The doubts panel: what to look at first, with the way there and, where the tree shows how, the repair."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from gui.action_set import ActionSet
from gui.doubts.finding import DoubtFinder
from gui.doubts.listing import EITHER, MOST_OF_A_KIND, Alike, are_alike, by_kind, lines_of, parted
from gui.event_filter import take_single_clicks
from gui.flow import Flow
from gui.icons import icon
from gui.relay import succeeded
from gui.session import Session
from gui.side.lines import Line
from gui.side.panel import SidePanel, in_tab_order
from gui.side.view import LinesView
from gui.small_button import small_button
from model.doubts import Found
from model.review import Review
from model.workers.worker import PdfWorker

if TYPE_CHECKING:
    from model.editing.extent import Layers
    from model.repairs import Repair

ORIGIN = "doubts"
_NONE = ("Nothing in the structure of this report looks doubtful.\n\n"
         "Entries whose role is unsure are marked in the outline; the queue has them first in its "
         "order “Least sure first”.")  # fmt: skip
_LOOKING = "Looking for what is doubtful…"
_ALL_ASIDE = "Nothing is left: you looked at every doubt of this report."
_NONE_CHOSEN = "Choose a doubt first: F4 goes to the next one."
_BY_HAND = "This doubt cannot be repaired in one step: look at it and change what is wrong."
_NO_REPORT = "The doubts of a report are listed here when one is open."


class DoubtsPanel(SidePanel):
    """Lists what the finder finds, without what a reviewer put aside as no problem."""

    countChanged = Signal(int)
    listed = Signal(list)  # ids of the entries in doubt
    pageAsked = Signal(int)  # of a doubt that no entry stands for

    def __init__(self, session: Session, action_set: ActionSet, worker: PdfWorker | None = None,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        self.list = LinesView("Doubts of the report")
        super().__init__("Doubts", self.list, parent)
        self._session = session
        self.finder = DoubtFinder(session, worker, self)
        self.words: Callable[[], Layers] = dict  # gives those of the pages that are known
        self._found: list[Found] = []
        self._has_looked = False  # through the open report
        self._aside: set[str] = set()
        self._kinds: dict[str, list[Found]] = {}  # what is listed
        self._opened_kinds: set[str] = set()  # whose doubts have a line each, though they are alike
        self._document = ""
        self._sought: tuple[str, tuple[str, ...]] = ("", ())  # a document, and kinds of doubts about it
        self._last = ("", 0)  # the doubt that was the current one last, and its place among them
        self.show_aside = small_button(icon("visible"), "Also list doubts that were put aside", self)
        self.show_aside.setCheckable(True)
        self.head.addWidget(self.show_aside)
        self.how = QLabel(self)
        self.how.setWordWrap(True)
        self.repair = QPushButton(self)
        self.repair.setToolTip(action_set["repair-doubt"].toolTip())
        self.dismiss = QToolButton(self)
        self.dismiss.setText("Not a problem")
        take_single_clicks(self.repair, self.dismiss)
        self._compose()
        self.finder.found.connect(self._show_found)
        self.list.chosen.connect(self._chosen)
        self.list.left.connect(partial(self.setFocus, Qt.FocusReason.OtherFocusReason))
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.lines.modelReset.connect(self._offer)
        self.show_aside.toggled.connect(self._refresh)
        self.repair.clicked.connect(self.repair_current)
        self.dismiss.clicked.connect(self.dismiss_current)
        session.documentOpening.connect(self._forget_sought)
        session.documentOpened.connect(self._opened)
        session.documentClosed.connect(self._closed)
        session.selectionChanged.connect(self._selection_changed)
        session.requested.connect(self._requested)
        if session.review is not None:
            self._opened(session.review)
            self.finder.look()
        self._refresh()

    @property
    def doubts(self) -> list[Found]:
        """What is listed, in its order."""
        return [found for listed in self._kinds.values() for found in listed[:MOST_OF_A_KIND]]

    @property
    def current(self) -> Found | None:
        """The doubt of the chosen line, if that is of a single one."""
        chosen = self._chosen_doubts()
        return chosen[0] if len(chosen) == 1 else None

    def _chosen_doubts(self) -> tuple[Found, ...]:
        """What the keys and buttons act on: the doubts of the chosen line."""
        line = self.list.current
        if line is None:
            return ()
        return line.data.doubts if isinstance(line.data, Alike) else (line.data,)

    # --- steps and repairs

    def step(self, direction: int) -> None:
        """Goes to the next (1) or the previous (-1) doubt, around the end; from where one was last, which may
        have gone since."""
        doubts = self.doubts
        if not doubts:
            return
        key, place = self._last
        keys = [found.key for found in doubts]
        place = keys.index(key) + direction if key in keys else place + min(direction, 0)
        self._lead_to(doubts[place % len(doubts)])

    def seek(self, document: str, *kinds: str) -> None:
        """Goes to the first doubt of some kinds about a report that is or will be open, when it is known."""
        self._sought = document, kinds
        if self._has_looked and not self.finder.busy:
            self._find_sought()

    def _forget_sought(self, _: str) -> None:
        """Somebody opens a report for another reason: the one that was wished for did not open."""
        self._sought = "", ()

    def _find_sought(self) -> None:
        document, kinds = self._sought
        if document == self._document:
            self._sought = "", ()
            wanted = next((found for found in self.doubts if found.kind in kinds), None)
            if wanted is not None:
                self._lead_to(wanted)

    def _lead_to(self, wanted: Found) -> None:
        """To one that is listed, also on a line that stands for many."""
        if wanted.kind not in self._opened_kinds and are_alike(wanted.kind, self._kinds[wanted.kind]):
            self._opened_kinds.add(wanted.kind)
            self._refresh()
        self.list.go_to(wanted.key)
        self._go(wanted)

    def repair_current(self) -> None:
        """Mends the current doubt, where it can be done in one step."""
        repair = self._repair_of_current()
        if repair is not None:
            self._session.perform(repair.build)
            return
        chosen = self._chosen_doubts()
        self._session.told.emit(parted(chosen[0])[1] or _BY_HAND if chosen else _NONE_CHOSEN)

    def dismiss_current(self) -> None:
        """Puts what is chosen aside for good and goes on to the next doubt, or takes it back."""
        keys = {found.key for found in self._chosen_doubts()}
        if not keys:
            self._session.told.emit(_NONE_CHOSEN)
            return
        self._aside = self._aside - keys if keys <= self._aside else self._aside | keys
        self._session.set_setting(f"doubts aside {self._document}", sorted(self._aside))
        self._refresh()
        if self.list.current is None:
            self.step(1)

    def _repair_of_current(self) -> Repair | None:
        if self.current is None:
            return None
        # Loaded with the first doubts, in the background.
        from model.repairs import repair_of

        found, review = self.current, self._session.review
        return repair_of(found, review, self.words()) if found is not None and review is not None else None

    def _go(self, found: Found) -> None:
        if self._session.review is not None and found.node in self._session.review.outline:
            self._session.select((found.node,), ORIGIN)
        elif found.page:
            self.pageAsked.emit(found.page)

    def _chosen(self, line: Line) -> None:
        if isinstance(line.data, Alike):
            self._opened_kinds ^= {line.data.kind}
            self._refresh()
        else:
            self._go(line.data)

    def _selection_changed(self, ids: tuple[str, ...], origin: str) -> None:
        """The keys act on the doubt of what is selected, never on one that the reviewer has left."""
        if origin in (ORIGIN, "edit"):
            return
        here = ids[0] if ids else ""
        current = self.current
        if current is not None and here in (current.node, *current.nodes):
            return
        found = next((doubt for doubt in self.doubts if here and here == doubt.node), None)
        if found is not None:
            self.list.go_to(found.key)
        elif current is not None:
            self.list.clear_choice()

    def _requested(self, action_id: str) -> None:
        if action_id in ("next-doubt", "previous-doubt"):
            self.step(1 if action_id == "next-doubt" else -1)
        elif action_id == "repair-doubt":
            self.repair_current()
        elif action_id == "dismiss-doubt":
            self.dismiss_current()

    # --- the session

    def _opened(self, review: Review) -> None:
        self._document = review.document.id
        self._last = ("", 0)
        self._has_looked = False
        self._aside = set()
        self._opened_kinds = set()
        project = self._session.project
        if project is not None:
            self._session.run(project.setting, f"doubts aside {self._document}", [],
                              done=partial(self._aside_read, self._document))  # fmt: skip
        self._refresh()

    def _closed(self) -> None:
        self._document = ""
        self._refresh()

    def _aside_read(self, document: str, future: Future[list[str]]) -> None:
        if document == self._document and succeeded(future):
            self._aside |= set(future.result())
            self._refresh()

    # --- what is shown

    def _show_found(self, found: list[Found]) -> None:
        self._found, self._has_looked = found, True
        self._refresh()
        self._find_sought()

    def _refresh(self, *_: object) -> None:
        aside = [found for found in self._found if found.key in self._aside]
        left = [found for found in self._found if found.key not in self._aside]
        shown = self._found if self.show_aside.isChecked() else left
        self.show_aside.setVisible(bool(aside))
        before = self.current
        self._kinds = by_kind(shown)
        self.list.show_lines(lines_of(self._kinds, self._aside, self._opened_kinds, self._session.review))
        if before is not None and self.current is None and before not in self._found:
            self._stay_with(before)
        if self._session.review is None:
            self.show_empty(_NO_REPORT)
        elif not shown:
            self.show_empty(_ALL_ASIDE if aside else _NONE if self._has_looked else _LOOKING)
        else:
            self.show_list()
        self.note.setText(str(len(left)) if left else "")
        self._offer()
        self.countChanged.emit(len(left))
        self.listed.emit(sorted({node for found in left for node in found.nodes}))

    def _stay_with(self, before: Found) -> None:
        """The same doubt about the same entry, where it says something else after an edit."""
        same = [one for one in self.doubts if one.node and (one.kind, one.node) == (before.kind, before.node)]
        if len(same) == 1:
            self.list.go_to(same[0].key)

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        chosen = self._chosen_doubts()
        if chosen:
            # From a line that stands for many, the next doubt is the first of them.
            self._last = chosen[0].key if len(chosen) == 1 else "", self.doubts.index(chosen[0])
        self._offer()

    def _offer(self) -> None:
        """The buttons for what is chosen."""
        chosen, repair = self._chosen_doubts(), self._repair_of_current()
        found = chosen[0] if chosen else None
        is_told = found is not None and (repair is None or found.kind in EITHER)
        how = parted(found)[1] if found is not None and is_told else ""
        self.how.setText(how)
        self.how.setVisible(bool(how))
        self.repair.setVisible(repair is not None)
        self.dismiss.setVisible(found is not None)
        if repair is not None:
            self.repair.setText(repair.label)
        if found is not None:
            aside = {one.key for one in chosen} <= self._aside
            these = "this doubt" if len(chosen) == 1 else f"these {len(chosen)} doubts"
            self.dismiss.setText("Is a problem after all" if aside else "Not a problem")
            self.dismiss.setToolTip(f"List {these} again (D)" if aside else f"Put {these} aside for good (D)")

    def _compose(self) -> None:
        self.repair.setAutoDefault(False)
        buttons = Flow(self)  # two lines where the repair has a long name or text is large
        buttons.add(self.repair)
        buttons.add(self.dismiss)
        self.foot.addWidget(self.how)
        self.foot.addWidget(buttons)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        in_tab_order(self.show_aside, self.list, self.repair, self.dismiss)
