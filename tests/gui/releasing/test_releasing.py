"""The release assistant shows what would be written before it is, and the list of releases what was."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QScrollArea

from gui.app import discard
from gui.releasing import assistant as assistants
from gui.releasing.assistant import ExportDialog, Order
from gui.releasing.counts import named
from gui.releasing.format_boxes import FormatBoxes
from gui.releasing.listing import ReleasesDialog
from gui.theme import BETWEEN, Mode, Theme
from model.labels import Slot, Status
from model.schemes import default
from storage.exporting.settings import Settings as Chosen
from storage.exporting.settings import SplitUnit
from tests.gui.sample_review import sample
from tests.scheme_changes import changed

Key = Qt.Key


@pytest.fixture
def assistant(opened, tmp_path, qtbot):
    made = ExportDialog(opened.session, ["jsonl"], tmp_path / "out", opened.window)
    made.ordered.connect(opened.exporting.carry_out)
    made.show()
    qtbot.waitUntil(lambda: not made.counts.busy and made.counts.rows > 0)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.counts.busy)


def ok(dialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def counted(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.counts.busy)
    return dialog.counts.rows


def test_the_rows_are_counted_anew_with_every_filter(opened, assistant, qtbot):
    everything = assistant.counts.rows
    assert everything == len(sample().nodes)
    assert assistant.counts.total.text() == f"{everything} rows from 1 report"
    assistant.contents.roles.tick("recommendation")
    recommendations = counted(qtbot, assistant)
    assert 0 < recommendations < everything
    assert assistant.contents.roles.text() == "Recommendation"
    assert f"Roles: Recommendation ({recommendations})" in assistant.counts.spread.text()
    assert "Force: Offers (" in assistant.counts.spread.text()
    assert any("not reviewed" in line for line in assistant.counts.warnings.lines)
    assistant.contents.states.tick(Status.ACCEPTED.value)
    assert counted(qtbot, assistant) == 0
    assert not ok(assistant).isEnabled()
    assistant.contents.states.tick()
    assert counted(qtbot, assistant) == recommendations
    assert ok(assistant).isEnabled()


def test_splits_that_cannot_be_are_told_before_anything_is_written(assistant, qtbot):
    assistant.contents.splits.setCurrentIndex(1)
    assert counted(qtbot, assistant) == 0
    assert "would be empty: too few series of reports (1)" in assistant.counts.warnings.lines[0]
    assert not ok(assistant).isEnabled()
    assert assistant.contents.settings.splits.by is SplitUnit.SERIES


def test_splits_are_listed_in_the_order_in_use():
    counts = {"dev": 4, "test": 1, "train": 8, "validation": 2}
    assert list(named(counts, None, default())) == ["train", "validation", "test", "dev"]


def test_every_format_says_what_it_cannot_carry(assistant):
    assert {"jsonl", "csv", "parquet", "xlsx", "hf", "akn", "pdf", "docx"} <= set(assistant.boxes)
    for name, box in assistant.boxes.items():
        box.setFocus()
        assistant.formats.eventFilter(box, _entered())
        assert assistant.formats.losses.text().startswith(f"{box.text()}: it cannot carry"), name


def test_why_nothing_can_be_written_without_a_format_is_said(assistant):
    for box in assistant.boxes.values():
        box.setChecked(False)
    assert not ok(assistant).isEnabled()
    assert assistant.formats.losses.text() == "No format is ticked, so nothing would be written."
    assistant.boxes["csv"].setChecked(True)
    assert assistant.formats.losses.text().startswith("CSV: it cannot carry")


def test_what_a_format_cannot_carry_moves_nothing_below_the_mouse(assistant):
    places = set()
    for box in assistant.boxes.values():
        assistant.formats.eventFilter(box, _entered())
        assistant.formats.layout().activate()
        assistant.layout().activate()
        losses = assistant.formats.losses
        assert losses.heightForWidth(losses.width()) <= losses.height()
        places.add(assistant.where.y())
    assert len(places) == 1


def _entered():
    from PySide6.QtCore import QEvent

    return QEvent(QEvent.Type.FocusIn)


def test_a_version_is_offered_and_needed_to_keep_a_release(assistant, qtbot):
    assert not assistant.version.isEnabled()
    assistant.keep.setChecked(True)
    assert not ok(assistant).isEnabled()
    qtbot.waitUntil(lambda: assistant.version.text() == "1.0")
    assert ok(assistant).isEnabled()
    QTest.keyClicks(assistant.version, "2")  # over what was offered
    assert assistant.version.text() == "2"
    assistant.version.clear()
    assert not ok(assistant).isEnabled()
    assert not assistant.fault.isVisible()
    assistant.version.setText("../1")
    assert not ok(assistant).isEnabled()
    assert assistant.fault.text().startswith("A version is written like 1.0")
    assistant.keep.setChecked(False)
    assert ok(assistant).isEnabled()
    assert not assistant.fault.isVisible()


def test_labels_that_share_a_name_are_counted_together():
    retired = changed(default(), Slot.ROLE, "other", retired=True)
    scheme = changed(retired, Slot.ROLE, "background", name="Other")
    scheme.verify()
    counts = {"recommendation": 1, "other": 2, "background": 3}
    assert named(counts, Slot.ROLE, scheme) == {"Recommendation": 1, "Other": 5}


def test_a_release_is_kept_written_listed_and_cited(opened, assistant, tmp_path, qtbot):
    assistant.contents.roles.tick("recommendation")
    assistant.boxes["csv"].setChecked(True)
    assistant.keep.setChecked(True)
    assistant.version.setText("1.0")
    assistant.notes.setText("The first one")
    rows = counted(qtbot, assistant)
    with qtbot.waitSignal(opened.exporting.written) as done:
        ok(assistant).click()
    names = [path.name for path in done.args[0]]
    assert names == ["harbours-1.0.jsonl", "harbours-1.0.csv", "harbours-1.0.release.json"]
    assert opened.exporting.made == "1.0"
    said = json.loads((tmp_path / "out" / names[-1]).read_text("utf-8"))
    assert (said["release"]["version"], said["rows"]) == ("1.0", rows)

    again = ExportDialog(opened.session, ["jsonl"], tmp_path / "out", opened.window)
    again.show()
    again.version.setText("1.0")
    again.keep.setChecked(True)
    qtbot.waitUntil(lambda: again.fault.text().startswith("There is a release 1.0 already"))
    assert not ok(again).isEnabled()
    again.close()

    listed = ReleasesDialog(opened.session, opened.window)
    listed.show()
    buttons = (listed.write, listed.cite, listed.folder, listed.compare)
    assert not any(button.isEnabled() for button in buttons)
    qtbot.waitUntil(lambda: not listed.busy and listed.list.topLevelItemCount() == 1)
    item = listed.list.topLevelItem(0)
    assert [item.text(column) for column in (0, 3, 4)] == ["1.0", str(rows), "The first one"]
    assert said["release"]["content"] in listed.details.toPlainText()
    assert "Recommendation (" in listed.details.toPlainText()
    assert "Unreviewed (" in listed.details.toPlainText()
    assert listed.details.font().pointSizeF() == listed.font().pointSizeF()
    assert listed.folder.isEnabled()
    listed.cite.click()
    assert "harbours, version 1.0 [dataset]" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(listed.writeAsked) as asked:
        QTest.keyClick(listed.list, Key.Key_Return)
    assert asked.args == ["1.0"]
    listed.close()


def test_two_releases_are_compared(opened, tmp_path, qtbot):
    from model import editing

    def release(version):
        with qtbot.waitSignal(opened.exporting.written):
            opened.exporting.carry_out(Order(["jsonl"], tmp_path / "out", Chosen(), version))

    release("1.0")
    review = opened.session.review
    node = next(node for node in review.outline if node.number == "5")
    opened.session.perform(lambda review, me: editing.label(review, me, [node.id], Slot.FORCE, 1))
    qtbot.waitUntil(lambda: opened.session.is_idle)
    release("1.1")
    listed = ReleasesDialog(opened.session, opened.window)
    listed.show()
    qtbot.waitUntil(lambda: not listed.busy and listed.list.topLevelItemCount() == 2)
    listed.list.selectAll()
    qtbot.waitUntil(lambda: "From 1.0 to 1.1: 0 added, 0 removed, 1 changed" in listed.details.toPlainText())
    assert "→ 1" in listed.details.toPlainText()
    assert "report" not in listed.details.toPlainText()
    assert not listed.cite.isEnabled()
    listed.close()


def test_a_release_says_how_far_people_agreed(opened, tmp_path, qtbot):
    from model import editing

    review, ben = opened.session.review, opened.session.project.person("Ben")
    node = next(node for node in review.outline if node.number == "5")
    opened.session.perform(lambda review, me: editing.label(review, me, [node.id], Slot.ROLE, "decision"))
    qtbot.waitUntil(lambda: opened.session.is_idle)
    edit = editing.label(review, ben, [node.id], Slot.ROLE, "statement")
    opened.session.take(opened.session.project.apply(edit, review.document.id, ben).result())
    with qtbot.waitSignal(opened.exporting.written):
        opened.exporting.carry_out(Order(["jsonl"], tmp_path / "out", Chosen(), "1.0"))
    listed = ReleasesDialog(opened.session, opened.window)
    listed.show()
    qtbot.waitUntil(lambda: "Agreement between people" in listed.details.toPlainText())
    assert "  Role: the same in 0 of 1 entry" in listed.details.toPlainText()
    listed.close()


def test_a_release_is_compared_with_the_one_before_it(opened, tmp_path, qtbot):
    for version in ("1.0", "1.1", "1.2"):
        with qtbot.waitSignal(opened.exporting.written):
            opened.exporting.carry_out(Order(["jsonl"], tmp_path / "out", Chosen(), version))
    listed = ReleasesDialog(opened.session, opened.window)
    listed.show()
    qtbot.waitUntil(lambda: not listed.busy and listed.list.topLevelItemCount() == 3)
    listed.list.setCurrentItem(listed.list.topLevelItem(1))
    assert listed.compare.text() == "Compare with 1.0"
    listed.compare.click()
    qtbot.waitUntil(lambda: "From 1.0 to 1.1: 0 added, 0 removed, 0 changed" in listed.details.toPlainText())
    listed.list.setCurrentItem(listed.list.topLevelItem(2))
    assert not listed.compare.isEnabled()
    assert listed.details.toPlainText().startswith("Release 1.0 of 20")
    assert "UTC, made by " in listed.details.toPlainText()
    listed.close()


def test_without_reports_there_is_nothing_to_export(opened, qtbot):
    listed = ReleasesDialog(opened.session, opened.window)
    assert listed.export.isEnabled()
    there, opened.session.documents = opened.session.documents, ()
    opened.session.libraryChanged.emit()
    assert not listed.export.isEnabled()
    opened.session.documents = there
    qtbot.waitUntil(lambda: not listed.busy)
    listed.close()


def test_the_assistant_is_as_high_as_what_it_asks(opened, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(assistants, "_AROUND", -1000)  # whatever the screen
    monkeypatch.setattr(FormatBoxes, "wrap", lambda _: None)
    dialog = ExportDialog(opened.session, ["jsonl"], tmp_path / "out", opened.window)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.counts.busy)
    scroller = dialog.findChild(QScrollArea)
    spare = scroller.height() - scroller.widget().sizeHint().height()
    dialog.close()
    assert 0 <= spare <= BETWEEN


def test_with_large_text_the_assistant_scrolls_down_and_not_sideways(opened, tmp_path, qtbot):
    theme = Theme(QApplication.instance(), Mode.LIGHT, 200)
    dialog = ExportDialog(opened.session, ["jsonl"], tmp_path / "out", opened.window)
    dialog.resize(1280, 700)  # of a screen of 1280 by 800
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.counts.busy and dialog.counts.rows > 0)
    scroller = dialog.findChild(QScrollArea)
    wide = scroller.horizontalScrollBar().maximum()
    hidden = scroller.verticalScrollBar().maximum()
    scrolled = [scroller.isAncestorOf(part) for part in (dialog.folder, dialog.keep)]
    dialog.close()
    theme.set_text_percent(100)
    discard(theme)
    assert wide == 0
    assert hidden > 0
    assert scrolled == [False, False], "the folder and the release stay in sight"
