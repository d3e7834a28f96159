"""The project's vocabularies in their dialog: files come in, versions change, themes follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from gui.jobs import Jobs
from gui.message_bar import Tone
from gui.vocabularies.dialog import VocabulariesDialog
from gui.vocabularies.keeper import Vocabularies
from model.labels import Slot
from tests.gui.panels import stage
from tests.gui.sample_review import sample

FIRST = "code,broader,label:en,synonyms:en\nharbours,,Harbours,harbour|ports\nlights,harbours,Lights,\n"
SECOND = "code,label:en\nharbours,Harbours and piers\n"


@pytest.fixture
def opened(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [], qtbot) as on_stage:
        yield on_stage


@pytest.fixture
def keeper(opened):
    return Vocabularies(opened.session, Jobs(opened.window), opened.window)


@pytest.fixture
def dialog(opened, keeper, qtbot):
    made = VocabulariesDialog(keeper, opened.window)
    made.show()
    qtbot.waitUntil(lambda: made.list.topLevelItemCount() == 4)
    qtbot.waitUntil(lambda: made.concepts.rowCount() > 0)
    yield made
    made.close()


def names(dialog):
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return {item.text(0): item.text(2) for item in items}


def drop(dialog, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys))


def at_rest(dialog, keeper, qtbot, rows):
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == rows)
    qtbot.waitUntil(lambda: not keeper.is_busy)


def test_a_dropped_file_is_in_use_and_its_themes_are_suggested(opened, dialog, keeper, qtbot, tmp_path):
    path = tmp_path / "Harbours.csv"
    path.write_text(FIRST)
    drop(dialog, path)
    at_rest(dialog, keeper, qtbot, 5)
    assert names(dialog)["Harbours 1"] == "In use"
    assert dialog.chosen.name == "Harbours"
    qtbot.waitUntil(lambda: dialog.concepts.index(0, 0).data() == "Harbours")
    assert [one.name for one in keeper.in_use(Slot.THEMES)] == ["Themes", "Harbours"]
    assert keeper.label(Slot.THEMES, "harbours") == "Harbours"
    themes = [decision for node in opened.review.outline for decision in opened.review.decisions(node.id)
              if decision.key.slot is Slot.THEMES and "harbours" in decision.value]  # fmt: skip
    assert themes  # in the open report
    stored = opened.stored()
    assert all(stored.decision(one.key) == one for one in themes)


def test_enter_takes_a_vocabulary_into_use_and_never_out_of_it(dialog, keeper, monkeypatch):
    asked = []
    monkeypatch.setattr(keeper, "use", lambda key, used: asked.append(used))
    dialog.list.setFocus()
    for row in (0, 1):
        dialog.list.setCurrentItem(dialog.list.topLevelItem(row))
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert list(names(dialog).values())[:2] == ["In use", ""]
    assert asked == [True]


def test_a_newer_version_takes_over_and_the_older_can_come_back(dialog, keeper, qtbot, tmp_path):
    path = tmp_path / "Harbours.csv"
    for content in (FIRST, SECOND):
        path.write_text(content)
        dialog.add_files([path])
        at_rest(dialog, keeper, qtbot, 5 if content is FIRST else 6)
    assert (names(dialog)["Harbours 1"], names(dialog)["Harbours 2"]) == ("", "In use")
    qtbot.waitUntil(lambda: keeper.label(Slot.THEMES, "harbours") == "Harbours and piers")
    assert keeper.label(Slot.THEMES, "lights") == "Lights"  # as the older one says
    dialog.list.setCurrentItem(dialog.list.topLevelItem(5))
    assert dialog.use_button.text() == "Use"
    dialog.use_button.click()
    qtbot.waitUntil(lambda: names(dialog)["Harbours 1"] == "In use")
    assert names(dialog)["Harbours 2"] == ""


def test_one_can_be_taken_out_of_use_and_removed(dialog, keeper, qtbot, tmp_path):
    path = tmp_path / "Harbours.csv"
    path.write_text(FIRST)
    dialog.add_files([path])
    at_rest(dialog, keeper, qtbot, 5)
    dialog.use_button.click()
    qtbot.waitUntil(lambda: names(dialog)["Harbours 1"] == "")
    dialog.remove_button.click()
    at_rest(dialog, keeper, qtbot, 4)
    dialog.list.setCurrentItem(dialog.list.topLevelItem(0))
    assert not dialog.remove_button.isEnabled()


def test_suggestions_that_cannot_be_stored_end_with_a_word(dialog, opened, keeper, qtbot, tmp_path):
    def move_away(*_):
        opened.path.rename(tmp_path / "elsewhere.paraph")

    path = tmp_path / "Harbours.csv"
    path.write_text(FIRST)
    keeper.added.connect(move_away)
    dialog.add_files([path])
    qtbot.waitUntil(lambda: "moved, deleted or replaced" in dialog.bar.text)
    assert not keeper.is_busy
    (tmp_path / "elsewhere.paraph").rename(opened.path)


def test_a_file_with_a_mistake_is_said_with_its_line(dialog, qtbot, tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("code,label\na,\n")
    dialog.add_files([path])
    qtbot.waitUntil(lambda: "line 2" in dialog.bar.text)
    dialog.add_files([tmp_path / "picture.png"])
    assert "CSV" in dialog.bar.text


def test_what_was_amiss_in_files_stays_said_after_themes_are_suggested(dialog, keeper, qtbot, tmp_path):
    bad, path = tmp_path / "bad.csv", tmp_path / "Harbours.csv"
    bad.write_text("code,label\na,\n")
    path.write_text(FIRST.replace("lights,harbours", "lights,harbours|gone"))
    with qtbot.waitSignal(keeper.suggested):
        dialog.add_files([bad, path])
    qtbot.waitUntil(lambda: "line 2" in dialog.bar.text)
    said, *amiss = dialog.bar.text.splitlines()
    assert said.startswith("Themes are suggested again in 1 report")
    assert len(amiss) == 2
    assert any(line.startswith("Harbours: Links to") and line.endswith(": 1.") for line in amiss)
    assert dialog.bar.tone is Tone.PROBLEM
    dialog.use_button.click()
    qtbot.waitUntil(lambda: dialog.bar.text == "Themes are suggested again in 1 report.")


def test_typing_finds_concepts_and_says_what_they_mean(dialog, qtbot):
    QTest.keyClicks(dialog.find_field, "capital pun")
    qtbot.waitUntil(lambda: dialog.concepts.rowCount() == 1)
    dialog.tree.setCurrentIndex(dialog.concepts.index(0, 0))
    assert "Peine de mort" in dialog.about.text()
    dialog.find_field.clear()
    qtbot.waitUntil(lambda: dialog.concepts.rowCount() > 5)
