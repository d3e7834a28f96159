"""The dialog that changes the label scheme shows the labels that are chosen in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.schemes.editor import SchemeEditor
from model.labels import Slot
from tests.gui.panels import stage
from tests.gui.sample_review import sample

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


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
