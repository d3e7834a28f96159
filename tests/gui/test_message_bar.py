"""Messages with ways out: which stays, which comes back, which goes by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QPushButton

from gui.message_bar import MessageBar, Tone, Way
from tests.gui.sessions import open_dialogs, paragraph_5

Key, Held = Qt.Key, Qt.KeyboardModifier
ROOT = Path(__file__).resolve().parents[2]


def test_a_way_out_is_a_button_and_closes_the_message(stage):
    went = []
    bar = stage.window.bar
    bar.say("It is locked.", (Way("Open another…", partial_append(went)),))
    bar.press("Open another…")
    assert went == ["gone"]
    assert bar.text == ""


def button_of(bar, label):
    return next(one for one in bar.findChildren(QPushButton) if one.text() == label and one.isVisible())


@pytest.mark.parametrize("clicked", ["Open another…", "×"])
def test_whoever_had_the_keys_has_them_again_after_a_button(stage, monkeypatch, clicked):
    """Not the field that Tab leads to next: letters would type there."""
    monkeypatch.setattr("gui.stray_clicks._ON_ITS_WAY_S", 0)
    window, bar = stage.window, stage.window.bar
    window.activateWindow()
    window.outline.tree.setFocus()
    stage.wait_for(window.outline.tree.hasFocus, "the outline's turn")
    bar.say("It is locked.", (Way("Open another…", lambda: None),))
    button = bar.close_button if clicked == "×" else button_of(bar, clicked)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bar.text == ""
    assert window.outline.tree.hasFocus()


def test_who_stands_on_a_button_goes_back_where_another_message_takes_its_place(stage):
    window, bar = stage.window, stage.window.bar
    window.activateWindow()
    window.outline.tree.setFocus()
    stage.wait_for(window.outline.tree.hasFocus, "the outline's turn")
    bar.say("It is locked.", (Way("Open another…", lambda: None),))
    button_of(bar, "Open another…").setFocus(Qt.FocusReason.TabFocusReason)
    bar.say("It is gone.")
    stage.settle()
    assert window.outline.tree.hasFocus()


def test_a_click_that_was_on_its_way_when_a_message_came_or_went_is_for_nothing(stage, monkeypatch):
    now = 0.0
    monkeypatch.setattr("gui.stray_clicks.monotonic", lambda: now)
    paragraph_5(stage)
    window = stage.window
    tree, bar = window.outline.tree, window.outline_bar
    pressed = []
    tree.pressed.connect(pressed.append)

    def click() -> int:
        """How many clicks the outline has got after one more."""
        place = tree.viewport().mapTo(window, tree.visualRect(tree.currentIndex()).center())
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
        return len(pressed)

    assert click() == 1
    bar.say("It is locked.")
    assert click() == 1
    stage.settle()
    now += 0.5
    assert click() == 2
    bar.clear()
    assert click() == 2
    stage.settle()
    now += 0.5
    assert click() == 3


def test_a_message_in_the_window_moves_nothing_above_it(stage):
    window = stage.window
    stage.press("side-queue")
    seen = (window.page_view.canvas, window.outline.tree, window.queue.list, window.inspector)
    before = [place_in(window, widget) for widget in seen]
    for bar in (window.bar, window.page_panel.messages, window.outline_bar, window.queue.messages):
        bar.say("It is locked.", (Way("Open another…", partial_append([])),))
        stage.settle()
        assert bar.isVisible()
        assert [place_in(window, widget) for widget in seen] == before


@pytest.mark.parametrize(
    "action", ["lists", "bodies", "repeats", "follow-up", "vocabularies", "label-scheme"]
)
def test_a_message_in_a_dialog_moves_nothing_above_it(stage, qapp, action):
    stage.press(action)
    stage.wait_for(lambda: bool(open_dialogs()), "the dialog")
    (dialog,) = open_dialogs()
    bar = dialog.findChild(MessageBar)
    bar.clear()
    stage.settle()
    seen = [widget for widget in dialog.findChildren(QAbstractItemView) if widget.isVisible()]
    before = [place_in(dialog, widget) for widget in seen]
    bar.say("It is locked.")
    stage.settle()
    assert seen
    assert bar.isVisible()
    assert [place_in(dialog, widget) for widget in seen] == before
    dialog.close()


def place_in(window, widget):
    return widget.mapTo(window, QPoint(0, 0))


def test_a_message_with_buttons_comes_back_after_one_that_took_its_place(stage):
    went = []
    bar, settings = stage.window.bar, stage.window.settings
    bar.say("It is not saved.", (Way("Save a copy…", partial_append(went)),))
    for _ in range(2):
        settings.failed.emit("settings.json: settings cannot be saved.")
    assert bar.text.startswith("settings.json")
    assert bar.labels == []
    bar.close_message()
    assert bar.text == "It is not saved."
    bar.press("Save a copy…")
    assert went == ["gone"]
    assert bar.text == ""


def test_a_message_that_waits_is_taken_back_and_one_of_the_same_sort_replaces_it(stage):
    bar, way = stage.window.bar, Way("Save a copy…", partial_append([]))
    bar.say("It is not saved.", (way,))
    bar.say("It is not saved. 2 changes wait.", (way,))
    bar.say("Something else.")
    bar.take_back("It is not saved.")
    assert bar.text == "Something else."
    bar.close_message()
    assert bar.text == ""
    bar.say("It is not saved.", (way,))
    bar.say("Exported.", (Way("Open folder", partial_append([])),), Tone.DONE)
    bar.take_back("Exported.")
    assert (bar.text, bar.labels, bar.tone) == ("It is not saved.", ["Save a copy…"], Tone.PROBLEM)


def test_what_was_done_does_not_come_back_after_something_else_was_done(stage):
    bar = stage.window.bar
    bar.say("Exported.", (Way("Open folder", partial_append([])),), Tone.DONE)
    bar.say("A copy is saved.", (Way("Open the copy", partial_append([])),), Tone.DONE)
    bar.close_message()
    assert bar.text == ""
    bar.say("Exported.", (Way("Open folder", partial_append([])),), Tone.DONE)
    bar.say("It is not saved.", (Way("Save a copy…", partial_append([])),))
    bar.close_message()
    assert bar.text == "Exported."


def test_that_a_report_was_taken_out_is_said_until_it_is_back(stage, qtbot):
    window = stage.window
    document = window.session.review.document.id
    window.actions_of["take-out"].trigger()
    qtbot.waitUntil(lambda: "taken out of the project" in window.bar.text)
    window.actions_of["put-back"].trigger()
    qtbot.waitUntil(lambda: window.session.review is not None)
    assert window.session.review.document.id == document
    assert window.bar.text == ""


def test_an_export_that_failed_is_not_told_any_more_when_another_is_written(stage, tmp_path):
    bar, taken = stage.window.bar, tmp_path / "taken"
    taken.touch()
    stage.window.exporting.export(["jsonl"], taken)
    stage.wait_for(lambda: "choose another one" in bar.text, "the failure")
    stage.export(tmp_path / "dataset")
    bar.close_message()
    assert bar.text == ""


def test_a_question_that_something_else_was_said_after_does_not_come_back(stage):
    bar = stage.window.bar
    bar.ask("Accept 3 entries?", (Way("Accept 3 entries", partial_append([])),))
    bar.say("No suggestion is so sure.")
    bar.close_message()
    assert bar.text == ""


@pytest.mark.parametrize(("tone", "stays"), [(Tone.DONE, ""), (Tone.PROBLEM, "Said.")])
def test_what_was_done_is_said_until_its_reader_goes_on_and_a_problem_stays(stage, tone, stays):
    paragraph_5(stage)
    bar = stage.window.bar
    bar.say("Said.", (), tone)
    stage.press("accept")
    assert bar.text == "Said."  # one who works fast has time to read it
    bar.reading.stop()  # that time is over
    assert bar.text == "Said."
    stage.press("next")
    assert bar.text == "Said."  # nothing moves under a double click
    stage.wait_for(
        lambda: not any(timer.isActive() for timer in bar.findChildren(QTimer)), "its time is over"
    )
    assert bar.text == stays


def partial_append(went):
    def go():
        went.append("gone")

    return go


def test_esc_closes_a_question_wherever_the_keys_are_meanwhile(stage):
    window = stage.window
    paragraph_5(stage)
    stage.press("accept-confident")
    messages = window.queue.messages
    assert messages.text.startswith("Accept ")
    window.outline.tree.setFocus()
    QTest.keyClick(window.outline.tree, Key.Key_Escape)
    assert messages.text == ""


def test_esc_leaves_a_question_that_is_not_seen(stage):
    window = stage.window
    paragraph_5(stage)
    stage.press("accept-confident")
    stage.press("side-search")
    window.outline.tree.setFocus()
    QTest.keyClick(window.outline.tree, Key.Key_Escape)
    stage.press("side-queue")
    assert window.queue.messages.text.startswith("Accept ")
