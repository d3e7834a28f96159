"""How scripts drive the window."""

from __future__ import annotations

import tempfile

from gui.settings import WRITE_AFTER_MS
from gui.stage import Stage, Waiting


def test_what_was_waited_for_may_be_over_again(qapp):
    answers = iter([False, True])
    assert Waiting(lambda: next(answers, False), 5).run()


def test_a_stage_keeps_its_settings_to_itself_and_makes_no_files(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Stage() as stage:
        stage.window.settings.set("side_width", 321)
        stage.wait(2 * WRITE_AFTER_MS)
        assert stage.window.settings.get("side_width", 0) == 321
        assert list(tmp_path.iterdir()) == []
    with Stage() as other:
        assert other.window.settings.get("side_width", 0) == 0
