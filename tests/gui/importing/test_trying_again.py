"""Files that failed are tried again together."""

from __future__ import annotations

import pytest

import resources
from gui.stage import Stage

# The offscreen platform says what it does without.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_all_files_that_failed_are_tried_again_in_one_step(qapp, tmp_path):
    files = [tmp_path / "north.pdf", tmp_path / "south.pdf"]
    for file in files:
        file.write_bytes(b"no report")
    with Stage() as stage:
        window = stage.window
        stage.new_project(tmp_path / "harbours.paraph")
        window.opener.open_files(files)
        stage.wait_for(lambda: len(window.imports.failures) == 2 and window.imports.is_idle, "the failures")
        for number, file in enumerate(files):
            file.write_bytes(resources.read_bytes("sample", "report.pdf") + b"\n%% copy %d\n" % number)
        window.library.reasonAsked.emit(files[0], "damaged", False)
        bar = window.page_panel.messages
        assert bar.labels == ["Try again", "Try all 2 again", "Remove from the list"]
        bar.press("Try all 2 again")
        stage.wait_for(lambda: len(window.session.documents) == 2, "both reports")
        assert window.imports.failures == []
        assert not bar.text


def test_one_file_that_failed_is_tried_again_alone(qapp, tmp_path):
    file = tmp_path / "north.pdf"
    file.write_bytes(b"no report")
    with Stage() as stage:
        stage.new_project(tmp_path / "harbours.paraph")
        stage.window.opener.open_files([file])
        bar = stage.window.page_panel.messages
        stage.wait_for(lambda: bar.labels == ["Try again", "Remove from the list"], "the failure")
