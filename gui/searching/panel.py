"""The search panel: words over all reports, narrowed down by ticks, results with their context."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gui.action_set import ActionSet
from gui.after_typing import after_typing
from gui.attention import Found
from gui.latest import Latest
from gui.search_field import SearchField
from gui.searching.facets import FacetTree
from gui.searching.jump import Jump
from gui.searching.lookup import PAGE, Counts, Query, Ticks, counts, hits
from gui.session import Session
from gui.side.lines import Line
from gui.side.panel import SidePanel, in_tab_order
from gui.side.view import LinesView
from gui.texts import place_words
from gui.while_visible import WhileVisible
from model.labels import Span
from model.nodes import printed_number
from model.plurals import counted
from model.report_names import report_names

if TYPE_CHECKING:
    from storage.searching import SearchResult

ORIGIN = "search"
_CHANGED_MS = 600  # of rest after edits, before what is listed is looked up again
_BEFORE = 48  # letters of an excerpt before what was found: three short lines hold them and it
_QUOTED = 60  # letters of what was sought, where nothing was found
_MORE = "more"
_FIRST_USE = (
    "Find words in all reports of this project.\n\n"
    "Words may be unfinished and without accents; “quotes” find a phrase.\n\n"
    "Without words, a tick above lists all entries with a role, an addressee or a state."
)


class SearchPanel(WhileVisible, SidePanel):
    """Asks only in the background; an answer to an older question is dropped."""

    def __init__(self, session: Session, action_set: ActionSet, parent: QWidget | None = None) -> None:
        self.results = LinesView("Search results")
        super().__init__("Search", self.results, parent)
        self._session = session
        self._actions = action_set
        self._jump = Jump(session, ORIGIN, self)
        self._hits = Latest(session, self)
        self._counts = Latest(session, self)
        self._found = Latest(session, self)
        self._query = Query()
        self._limit = PAGE
        self.field = SearchField(
            self,
            hint="Search everything",
            name="Search in all reports",
            tip="Words in all reports of the project (/). Esc clears, the down arrow goes to the results",
        )
        self.facets = FacetTree(session.scheme, self)
        self.facets.hide()
        self.widen = QToolButton(self)
        self.widen.setText("Search without the ticks")
        self.widen.hide()
        self.open_button = QToolButton(self)
        self.open_button.setDefaultAction(action_set["open"])
        self.open_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.open_button.hide()
        self.read_while_visible(self._look_up_again, _CHANGED_MS)
        self.column.addWidget(self.field)
        ticks = QVBoxLayout()
        ticks.setContentsMargins(0, 0, 0, 0)
        ticks.addWidget(self.facets)
        self.column.addLayout(ticks)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        in_tab_order(self.field, self.facets, self.results, self.widen, self.open_button)
        self._connect()
        self._show_documents()
        self._look_up()

    def focus_field(self) -> None:
        """Puts the keys into the field, what it holds selected: to type over it."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @property
    def is_searching(self) -> bool:
        """Whether what is shown is not yet the answer to what was typed and ticked."""
        return self.typing.isActive() or self._hits.busy or self._counts.busy

    def list_all(self, ticks: Ticks) -> None:
        """Lists everything that shows these values."""
        self.field.clear()
        self.typing.stop()
        self.facets.tick_only(ticks)

    # --- what is asked

    def _connect(self) -> None:
        session = self._session
        self.typing = after_typing(self.field, self._look_up)
        self.field.returnPressed.connect(self._search_now)
        self.field.downAsked.connect(self.results.enter)
        self.field.left.connect(self._leave)
        self.facets.ticked.connect(self._look_up)
        self.facets.left.connect(self.focus_field)
        self.results.chosen.connect(self._chosen)
        self._jump.arrived.connect(self._look_for_words)
        self.results.left.connect(self.focus_field)
        self.widen.clicked.connect(self.facets.clear_ticks)
        session.libraryChanged.connect(self._show_documents)
        session.libraryChanged.connect(self.note_change)
        session.projectOpened.connect(self._project_changed)
        session.projectClosed.connect(self.facets.clear_ticks)
        session.projectClosed.connect(self._project_changed)
        session.reviewerChanged.connect(self.note_change)
        session.schemeChanged.connect(self.facets.set_scheme)
        session.changed.connect(self.note_change)
        session.requested.connect(self._requested)

    def _requested(self, action_id: str) -> None:
        if action_id == "search":
            self.focus_field()

    def _search_now(self) -> None:
        """Enter: goes to the first result, or searches without waiting."""
        if self.typing.isActive():
            self._look_up()
        else:
            self.results.enter()
            if self.results.current is not None:
                self._chosen(self.results.current)

    def _look_up(self) -> None:
        self.typing.stop()
        self.is_read()
        self._query = Query(self.field.text(), self.facets.chosen)
        self._limit = PAGE
        self.results.scrollToTop()
        self._ask()

    def _look_up_again(self) -> None:
        """After edits: the same question, as much of the answer."""
        self.is_read()
        if self._query:
            self._ask()

    def _ask(self) -> None:
        project = self._session.project
        if project is None or not self._query:
            self._hits.forget()
            self._counts.forget()
            self._show_nothing()
            return
        arguments = (project, self._query, self._session.reviewer)
        self._hits.ask(hits, *arguments, self._limit, done=partial(self._show_hits, self._query))
        self._counts.ask(counts, *arguments, done=self._show_counts)

    def _project_changed(self, *_: object) -> None:
        self._show_documents()
        self._look_up()

    def _show_documents(self) -> None:
        self.facets.set_reports(report_names(self._session.documents))
        if not self._query:
            self._show_nothing()

    # --- what comes back

    def _show_hits(self, query: Query, found: list[SearchResult]) -> None:
        if not found:
            self.results.show_lines([])
            narrowed = bool(query.chosen)
            sought = " ".join(query.words.split())
            quoted = sought if len(sought) <= _QUOTED else f"{sought[:_QUOTED].rstrip()}…"
            words = f"Nothing was found for “{quoted}”" if sought else "Nothing was found"
            self.show_empty(f"{words} with these ticks." if narrowed else f"{words}.",
                            self.widen if narrowed else None)  # fmt: skip
            self.facets.setVisible(narrowed)
            self.note.setText("")
            return
        lines = [_line(hit) for hit in found]
        if len(found) == self._limit:
            lines.append(Line(_MORE, "Show more", most=1, picture="forward", tip="List more results"))
        # First the room, then the lines: each is laid out once.
        self.facets.show()
        self.show_list()
        self.results.show_lines(lines)

    def _show_counts(self, found: Counts) -> None:
        self.facets.show_counts(found)
        reports = counted(found.reports, "report")
        self.note.setText(f"{found.total:,} in {reports}" if found.total else "")

    def _show_nothing(self) -> None:
        self.results.show_lines([])
        self.facets.offer_all()
        self.facets.setVisible(bool(self._session.documents))
        self.note.setText("")
        if self._session.project is None:
            self.show_empty("Open a project to search its reports.", self.open_button)
        else:
            self.show_empty(_FIRST_USE)

    # --- what is chosen

    def _chosen(self, line: Line) -> None:
        if line.key == _MORE:
            self._limit += PAGE
            self._ask()
        else:
            self._jump.to(line.data.document, line.data.node)

    def _look_for_words(self, node: str) -> None:
        project, words = self._session.project, self._query.words
        if project is not None and words.strip():
            self._found.ask(project.found_in, words, node, done=partial(self._mark_words, node))

    def _mark_words(self, node_id: str, spans: tuple[Span, ...]) -> None:
        node = self._session.current
        if node is not None and node.id == node_id:
            self._session.attention.set_found(Found(node.text, spans))

    def _leave(self) -> None:
        """Esc in the empty field: letters act on the report again."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(hit: Any) -> Line:
    where = place_words(printed_number(hit.kind, hit.number), hit.page, hit.document_name)
    text, found = _led_in(hit.excerpt, hit.found)
    return Line(hit.node, text, where, bold=found, most=3, tip="Go there", data=hit)


def _led_in(text: str, found: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """An excerpt from a few words before the first found one on: a narrow panel shows no more."""
    if not found or found[0].start <= _BEFORE:
        return text, found
    first = found[0].start - _BEFORE
    first = max(first, text.find(" ", first, found[0].start) + 1)
    moved = tuple(Span(span.start - first + 1, span.end - first + 1) for span in found)
    return f"…{text[first:]}", moved
