"""A release made, written, changed and compared in the window, by keys and by mouse."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from gui.own_projects import own_project
from model.labels import Slot
from model.nodes import Kind
from storage.project import Project
from storage.releases.listing import releases

Key, Held = Qt.Key, Qt.KeyboardModifier


def test_a_release_is_made_written_again_and_compared(use, report, tmp_path):
    seen = {}

    def export(user, folder, version):
        user.key(Key.Key_E, Held.ControlModifier)
        dialog = user.dialog()
        user.wait(lambda: not dialog.counts.busy, "the rows")
        assert dialog.counts.rows > 100
        assert any("not reviewed" in line for line in dialog.counts.warnings.lines)
        for name, box in dialog.boxes.items():
            box.setChecked(name in ("jsonl", "parquet", "xlsx"))
        dialog.folder.setText(str(folder))
        QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
        dialog.version.setFocus()
        QTest.keyClicks(dialog.version, version)
        user.picture(f"release {version}")
        user.key(Key.Key_Return)
        user.wait(lambda: f"-{version}.parquet" in user.window.bar.text, "the dataset")
        user.turn()

    def review(user):
        user.report_opened()
        export(user, tmp_path / "one", "1.0")
        while not (user.session.current and user.current.kind is Kind.PARAGRAPH):
            user.key(Key.Key_J)
            user.settled()
        seen["node"] = user.current.id
        user.key(Key.Key_2)
        user.settled()
        export(user, tmp_path / "two", "1.1")
        user.key(Key.Key_E, Held.ControlModifier, Held.ShiftModifier)
        listed = user.dialog()
        user.wait(lambda: listed.list.topLevelItemCount() == 2, "the releases")
        user.picture("releases")
        QTest.mouseClick(listed.cite, Qt.MouseButton.LeftButton)
        assert "version 1.1 [dataset]" in QGuiApplication.clipboard().text()
        listed.list.setFocus()
        user.key(Key.Key_A, Held.ControlModifier)
        user.wait(lambda: "From 1.0 to 1.1: 0 added, 0 removed, 1 changed" in listed.details.toPlainText(),
                  "the comparison")  # fmt: skip
        assert "(by Ada Lovelace)" in listed.details.toPlainText()
        user.picture("compared")
        user.key(Key.Key_Escape)

    assert use(review, report) == 0
    with Project.open(own_project(), read_only=True) as project, project.reading() as connection:
        old, new = releases(connection)
    assert (old.version, new.version) == ("1.0", "1.1")
    rows = {}
    for folder, release in (("one", old), ("two", new)):
        stem = f"{own_project().stem}-{release.version}"
        lines = (tmp_path / folder / f"{stem}.jsonl").read_text("utf-8").splitlines()
        found = {row["id"]: row for row in map(json.loads, lines) if not row["frame"]}
        rows[folder] = found[seen["node"]][Slot.ROLE.value]
        said = json.loads((tmp_path / folder / f"{stem}.release.json").read_text("utf-8"))
        assert said["release"]["sha256"] == release.sha256
    assert rows["two"]["value"] == "decision"
    assert rows["one"] != rows["two"]
