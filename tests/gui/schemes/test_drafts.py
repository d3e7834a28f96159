"""What was changed in the label scheme and not saved is offered again."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from gui.schemes.editor import SchemeEditor
from gui.stage import Stage
from model.labels import Slot

pytestmark = pytest.mark.qt_log_ignore("event not accepted", extend=True)
GO_ON = "Go on with them"


def editor_of(stage) -> SchemeEditor:
    return next(one for one in stage.window.findChildren(SchemeEditor) if one.isVisible())


def offers(stage) -> bool:
    return GO_ON in stage.window.bar.labels


@pytest.mark.parametrize("name", ["Commitment", ""])  # even where it could not be saved so
def test_what_a_window_was_closed_over_is_offered_when_the_project_opens_again(qapp, copy, name):
    with Stage() as stage:
        stage.new_project(copy)
        stage.press("label-scheme")
        editor = editor_of(stage)
        editor.add()
        editor.form.name.clear()
        QTest.keyClicks(editor.form.name, name)
        editor.form.definition.setPlainText("A State says what it will do.")
    with Stage() as stage:
        stage.new_project(copy)
        stage.wait_for(lambda: offers(stage), "the changes")
        stage.window.bar.press(GO_ON)
        editor = editor_of(stage)  # kept: the window goes after it, and has nothing to ask of it any more
        label = editor.scheme.labels[Slot.ROLE][-1]
        assert (label.name, label.definition) == (name, "A State says what it will do.")
        assert not offers(stage)
        editor.reject()
        assert offers(stage)
        stage.window.bar.close_button.click()
        stage.settle()
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.wait(300)
        assert not offers(stage)


def test_what_was_changed_stays_with_its_project_where_another_is_opened_over_it(qapp, copy, tmp_path):
    """PDFs that another start is to open take a window from the sample to one's own project."""
    with Stage() as stage:
        stage.new_project(copy)
        stage.press("label-scheme")
        editor_of(stage).add()
        stage.new_project(tmp_path / "other.paraph")
        assert not [one for one in stage.window.findChildren(SchemeEditor) if one.isVisible()]
        stage.wait(300)
        assert not offers(stage)
        stage.new_project(copy)
        stage.wait_for(lambda: offers(stage), "the changes")
