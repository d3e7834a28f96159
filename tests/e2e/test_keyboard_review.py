"""The sample report reviewed from opening to export with keys alone, and what that costs in keystrokes."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt

from gui.own_projects import own_project
from model.labels import Slot, Status
from model.nodes import CLASSIFIED
from model.schemes import default
from tests.reports.layout import lay_out
from tests.reports.sample import report as sample_report
from tests.reports.styles import VIENNA

Key, Held = Qt.Key, Qt.KeyboardModifier
ROLES = [label.code for label in default().offered(Slot.ROLE)]


def meant():
    """What the report's author says of each paragraph and item, in reading order."""
    return [row for row in lay_out(sample_report(), VIENNA).outline if row.kind in ("paragraph", "item")]


class Reviewer:
    """Decides as the author meant, and counts the keys that it takes."""

    def __init__(self, user):
        self.user = user
        classified = [node.id for node in user.session.review.outline if node.kind in CLASSIFIED]
        self.author = dict(zip(classified, meant(), strict=True))
        self.keys = 0

    def press(self, key, *modifiers):
        self.user.key(key, *modifiers)
        self.keys += 1

    def shown(self, slot):
        session = self.user.session
        return session.review.shown(self.user.current.id, slot, session.reviewer.id).value

    def decide(self):
        wanted = self.author[self.user.current.id]
        if self.shown(Slot.ROLE) != wanted.role:
            self.press(Key(ord(str(ROLES.index(wanted.role) + 1))))
            self.user.settled()
        if wanted.force and self.shown(Slot.FORCE) != wanted.force:
            self.press(Key(ord(str(wanted.force))), Held.ShiftModifier)
            self.user.settled()
        self.press(Key.Key_A)
        self.user.settled()


def test_a_report_is_reviewed_and_exported_with_about_one_key_an_entry(use, report, tmp_path):
    counted = {}

    def script(user):
        user.report_opened()
        reviewer = Reviewer(user)
        todo = [node.id for node in user.session.review.outline if node.kind in CLASSIFIED]
        user.session.select((todo[0],), "test")
        user.settled()
        for _ in range(2 * len(todo)):
            status = user.session.review.status(user.current.id, user.session.reviewer.id)
            if user.current.kind not in CLASSIFIED or status is not Status.UNREVIEWED:
                reviewer.press(Key.Key_J)
                user.settled()
            else:
                reviewer.decide()
            if user.window.tally.reviewed == user.window.tally.total:
                break
        assert user.window.tally.reviewed == user.window.tally.total == len(todo)
        user.picture("1 reviewed")
        counted["entries"], counted["keys"] = len(todo), reviewer.keys
        user.key(Key.Key_E, Held.ControlModifier)
        dialog = user.dialog()
        dialog.folder.setText(str(tmp_path / "dataset"))
        user.key(Key.Key_Return)
        user.wait(lambda: "Exported" in user.window.bar.text, "the dataset")

    assert use(script, report) == 0
    lines = (tmp_path / "dataset" / f"{own_project().stem}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["kind"] in ("paragraph", "item")]
    assert [row["role"]["value"] for row in rows] == [row.role for row in meant()]
    assert all(row["status"] in ("accepted", "corrected") for row in rows)
    assert counted["keys"] == counted["entries"]  # every suggestion is right, so one key each
