"""The dialog that changes the label scheme shows the labels that are chosen in it."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gui.schemes.editor import SchemeEditor
from model.errors import UserFacingError
from model.labels import Role, Slot
from model.schemes import as_json, default
from tests.gui.panels import stage
from tests.gui.sample_review import sample

pytestmark = pytest.mark.qt_log_ignore("event not accepted", extend=True)


@pytest.fixture
def opened(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [], qtbot) as on_stage:
        yield on_stage


def test_other_labels_are_listed_as_soon_as_they_are_chosen(opened):
    editor = SchemeEditor(opened.session, opened.window)
    editor.show()
    for slot in (Slot.FORCE, Slot.ACTION, Slot.ADDRESSEES):
        QTest.keyClick(editor.slots, Qt.Key.Key_Down)
        labels = opened.session.scheme.labels[slot]
        assert (editor.slot, editor.labels.topLevelItemCount()) == (slot, len(labels))
        assert (editor.code, editor.form.name.text()) == (labels[0].code, labels[0].name)
    editor.close()


def test_the_squares_of_colour_grow_with_the_text(opened, qapp):
    font = qapp.font()
    large = QFont(font)
    large.setPointSizeF(2 * font.pointSizeF())
    qapp.setFont(large)
    try:
        editor = SchemeEditor(opened.session, opened.window)
        side = editor.labels.iconSize().width()
        assert side > 20
        drawn = editor.labels.topLevelItem(0).icon(0).actualSize(editor.labels.iconSize())
        assert drawn.width() == editor.form.color.iconSize().width() == side
        editor.deleteLater()
    finally:
        qapp.setFont(font)


@pytest.fixture
def editor(opened):
    made = SchemeEditor(opened.session, opened.window)
    made.show()
    yield made
    made.close()


def names(editor):
    return [label.name for label in editor.scheme.labels[editor.slot]]


def test_enter_in_a_field_saves_nothing_and_presses_the_button_that_has_the_focus(opened, editor, qtbot):
    editor.add()
    QTest.keyClicks(editor.form.name, "Joint commitment")
    for field in (editor.form.name, editor.form.key, editor.labels):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert opened.session.scheme.version == 0
    add = next(button for button in editor.findChildren(QPushButton) if button.text() == "Add")
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Return)
    assert names(editor)[-2:] == ["Joint commitment", "New label"]
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened.session.scheme.version == 1)


def test_a_label_that_is_not_saved_can_be_removed_and_another_one_cannot(editor):
    remove = next(button for button in editor.findChildren(QPushButton) if button.text() == "Remove")
    before = names(editor)
    assert not remove.isEnabled()
    editor.add()
    editor.add()
    assert remove.isEnabled()
    remove.click()
    remove.click()
    assert names(editor) == before
    assert not remove.isEnabled()


def test_what_was_not_saved_can_be_taken_up_again(opened, editor):
    given_up = []
    editor.givenUp.connect(given_up.append)
    editor.reject()
    assert given_up == []  # nothing was changed
    editor.show()
    editor.add()
    QTest.keyClicks(editor.form.name, "Joint commitment")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    again = SchemeEditor(opened.session, opened.window)
    again.take_up(given_up[0])
    assert names(again)[-1] == "Joint commitment"
    again.deleteLater()


def test_saving_what_is_not_changed_makes_no_version(opened, editor):
    editor.save()
    assert not editor.isVisible()
    opened.session.project.save_scheme(default(), opened.session.reviewer).result()  # after what was asked
    assert opened.session.project.scheme().version == 1


def test_what_is_being_saved_is_saved_once_and_not_given_up(opened, editor, qtbot):
    given_up = []
    editor.givenUp.connect(given_up.append)
    editor.add()
    editor.save()
    editor.save()  # the second press of a double click
    QTest.keyClicks(editor.form.name, "Too late")
    editor.close()
    qtbot.waitUntil(lambda: opened.session.scheme.version > 0)
    assert opened.session.scheme.labels[Slot.ROLE][-1].name == "New label"
    opened.session.project.save_scheme(opened.session.scheme, opened.session.reviewer).result()
    assert opened.session.project.scheme().version == 2
    assert given_up == []


def test_what_could_not_be_saved_can_be_changed_on(opened, editor, qtbot):
    editor.add()
    save = opened.session.project.save_scheme

    def refuse(*_):
        raise UserFacingError("The disk is full.")

    opened.session.project.save_scheme = refuse
    editor.save()
    qtbot.waitUntil(lambda: "full" in editor.message.text)
    opened.session.project.save_scheme = save
    assert editor.isVisible()
    QTest.keyClicks(QApplication.focusWidget() or editor.form.name, "Joint commitment")
    assert names(editor)[-1].endswith("Joint commitment")


def test_labels_that_a_file_lacks_stay_retired(editor, tmp_path):
    file = tmp_path / "other.json"
    roles = tuple(label for label in default().labels[Slot.ROLE] if label.code != Role.STATEMENT)
    file.write_text(as_json(replace(default(), labels={**default().labels, Slot.ROLE: roles})), "utf-8")
    editor.read(file)
    assert editor.scheme.label(Slot.ROLE, Role.STATEMENT).retired
    assert editor.message.text == "other.json lacks 1 label of this project, kept as retired."
    editor.write(tmp_path / "written.json")
    assert "written.json" in editor.message.text


def test_a_scheme_that_cannot_be_written_leaves_the_file_that_was_there(editor, tmp_path, monkeypatch):
    file = tmp_path / "labels.json"
    editor.write(file)
    before = file.read_bytes()

    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", full)
    editor.write(file)
    assert "No space left on device; choose another place" in editor.message.text
    assert file.read_bytes() == before
    assert list(tmp_path.glob("labels*")) == [file]
