"""What looks over the whole project, in the real window: repeats, follow-up and vocabularies."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from gui.follow_up.dialog import FollowUpDialog
from gui.follow_up.linking import LinkDialog
from gui.similar.dialog import SimilarDialog
from gui.vocabularies.dialog import VocabulariesDialog
from model.labels import Slot
from model.review import Source
from tests.e2e.conftest import User
from tests.reports.answers import addendum, review
from tests.reports.drawing import write
from tests.reports.styles import VIENNA

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def reports(tmp_path):
    """A report with recommendations, and the addendum that answers them."""
    paths = []
    for name, report in (("review.pdf", review()), ("addendum.pdf", addendum())):
        paths.append(tmp_path / name)
        paths[-1].write_bytes(write(report, VIENNA)[0])
    return paths


def entry(user, number):
    return next(node for node in user.session.review.outline if node.number == number)


def begin(user, number):
    """Both reports are there, and a recommendation of the first is selected."""
    user.report_opened()
    user.wait(lambda: len(user.session.documents) == 2 and user.window.imports.is_idle, "both reports")
    first = next(row for row in user.session.documents if row.symbol == "HARB/REV/28/10")
    user.session.open_document(first.id)
    user.wait(lambda: user.session.review.document.id == first.id, "the first report")
    user.settled()
    node = entry(user, number)
    user.session.select((node.id,), "test")
    user.settled()
    return node


def opened(user, kind):
    """The dialog of a kind that stands before the window, with the keys in it."""

    def active():
        return isinstance(QApplication.activeWindow(), kind)

    user.wait(active, f"the {kind.__name__}")
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, QDialog)
    return dialog


def shown(user, dialog, name):
    """A picture for people to look at."""
    user.picture(name)
    assert dialog.isVisible()


def test_has_this_been_recommended_before(use, reports):
    def script(user: User) -> None:
        begin(user, "128.1")
        user.key(Key.Key_B, Held.ControlModifier)
        dialog = opened(user, SimilarDialog)
        user.wait(lambda: dialog.list.lines.rowCount() > 0 and dialog.list.hasFocus(), "what is like it")
        shown(user, dialog, "similar")
        assert dialog.list.current.data.entry.number == "128.5"
        marked = [dialog.difference.sides[1].text.toPlainText()[start:end]
                  for start, end in dialog.difference.sides[1].marked]  # fmt: skip
        assert "without delay (Kenya" in " ".join(marked)
        user.key(Key.Key_Return)
        user.wait(lambda: user.current.number == "128.5", "the other recommendation")
        QTest.mouseClick(dialog.all_button, Qt.MouseButton.LeftButton)
        user.wait(lambda: dialog.about.text() == "2 recommendations repeat in one group.", "all that repeats")
        dialog.list.setFocus()
        user.key(Key.Key_Escape)
        user.wait(lambda: not dialog.isVisible(), "the window again")

    assert use(script, *reports) == 0


def test_follow_up_by_keys_and_mouse(use, reports):
    def script(user: User) -> None:
        begin(user, "128.1")
        user.key(Key.Key_U, Held.ControlModifier, Held.ShiftModifier)
        dialog = opened(user, FollowUpDialog)
        user.wait(lambda: dialog.rows.rowCount() == 8, "the recommendations")
        QTest.mouseClick(dialog.suggest_button, Qt.MouseButton.LeftButton)
        user.wait(lambda: "suggested in 1 report" in dialog.bar.text, "suggestions")
        user.wait(lambda: dialog.rows.rows[0].answer is not None, "the first answer")
        dialog.table.setFocus()
        dialog.table.setCurrentIndex(dialog.rows.index(0, 0))
        shown(user, dialog, "follow-up")
        user.key(Key.Key_A)
        asked = entry(user, "128.1")
        value = partial(user.session.review.shown, asked.id, Slot.FOLLOW_UP, user.session.reviewer.id)
        user.wait(lambda: value().source is Source.OWN, "the reviewer's own word")
        assert [one["response"] for one in value().value] == ["accepted"]
        user.wait(lambda: dialog.rows.rows[0].stand.value == "decided", "the table to say so")
        dialog.table.setFocus()
        user.key(Key.Key_Return, Held.ControlModifier)
        user.wait(lambda: user.session.review.document.masthead.symbol.endswith("Add.1"), "the addendum")
        user.wait(lambda: user.session.current is not None and user.current.number == "2", "the answer")

    assert use(script, *reports) == 0


def test_an_answer_is_linked_by_keys_alone(use, reports):
    def script(user: User) -> None:
        asked = begin(user, "128.4")
        user.key(Key.Key_U, Held.ControlModifier)
        dialog = opened(user, LinkDialog)
        user.wait(dialog.field.hasFocus, "the keys in its field")
        user.key(Key.Key_A, Held.ControlModifier)
        user.type("noted Protocol force")
        user.wait(lambda: dialog.results.lines.rowCount() == 1, "what may answer it")
        shown(user, dialog, "link")
        user.key(Key.Key_Return, times=3)  # to the results, to the response, and done
        user.wait(lambda: not dialog.isVisible(), "the window again")
        value = partial(user.session.review.shown, asked.id, Slot.FOLLOW_UP, user.session.reviewer.id)
        user.wait(lambda: value().source is Source.OWN, "the link")
        assert [one["response"] for one in value().value] == ["noted"]
        user.wait(user.window.actions_of["undo"].isEnabled, "what can be undone")
        user.window.activateWindow()  # where there is no window manager
        user.wait(user.window.isActiveWindow, "the window's turn")
        user.key(Key.Key_Z, Held.ControlModifier)
        user.wait(lambda: value().source is not Source.OWN, "that it is undone")

    assert use(script, *reports) == 0


def test_a_vocabulary_is_dropped_in_and_themes_follow(use, reports, tmp_path):
    path = tmp_path / "Sea.csv"
    path.write_text(
        "code,label:en,synonyms:en\nsea-1,Lights and moorings,harbour lights\nsea-2,Rescue at sea,\n"
    )

    def script(user: User) -> None:
        asked = begin(user, "128.4")
        user.key(Key.Key_V, Held.ControlModifier, Held.ShiftModifier)
        dialog = opened(user, VocabulariesDialog)
        user.wait(lambda: dialog.list.topLevelItemCount() == 4, "the vocabularies")
        drop(dialog, path)
        user.wait(lambda: dialog.list.topLevelItemCount() == 5, "the new one")
        user.wait(lambda: not user.window.insights.vocabularies.is_busy, "the themes")
        shown(user, dialog, "vocabularies")
        value = user.session.review.shown(asked.id, Slot.THEMES, user.session.reviewer.id)
        assert (value.value, value.source) == (["sea-2"], Source.SUGGESTED)
        user.key(Key.Key_Escape)
        user.wait(lambda: not dialog.isVisible(), "the window again")

    assert use(script, *reports) == 0


def drop(widget, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Held.NoModifier)
    for event in (QDragEnterEvent(QPoint(5, 5), *rest), QDropEvent(QPointF(5, 5), *rest)):
        QApplication.sendEvent(widget, event)
