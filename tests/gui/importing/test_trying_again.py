"""Files that failed are tried again together."""

from __future__ import annotations

from pathlib import Path

import resources
from gui.stage import Stage
from storage.errors import DiskFull


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


def test_files_that_a_full_disk_keeps_out_stay_listed_and_are_tried_again(qapp, tmp_path, monkeypatch):
    files = [tmp_path / "north.pdf", tmp_path / "south.pdf"]
    for number, file in enumerate(files):
        file.write_bytes(resources.read_bytes("sample", "report.pdf") + b"\n%% copy %d\n" % number)

    def refuse(path):
        raise DiskFull("harbours.paraph: the disk is full")

    with Stage() as stage, monkeypatch.context() as full:
        window = stage.window
        stage.new_project(tmp_path / "harbours.paraph")
        full.setattr("storage.importing.size_of", refuse)
        window.opener.open_files(files)
        stage.wait_for(lambda: bool(window.bar.text) and window.imports.is_idle, "the message")
        assert window.bar.text == "2 files were not imported. harbours.paraph: the disk is full."
        assert sorted(window.imports.failures) == files
        full.undo()
        window.bar.press("Try again")
        stage.wait_for(lambda: len(window.session.documents) == 2, "both reports")
        assert window.imports.failures == []


def not_imported(stage: Stage, folder: Path) -> list[Path]:
    """Two files that are no reports, and that a new project did not take."""
    files = [folder / "north.pdf", folder / "south.pdf"]
    for file in files:
        file.write_bytes(b"no report")
    bar = stage.window.bar
    stage.new_project(folder / "harbours.paraph")
    stage.window.opener.open_files(files)
    stage.wait_for(lambda: bar.text.startswith("Import ended. 2 files: 2 not imported"), "the end")
    return files


def test_what_was_said_of_an_import_goes_when_the_next_one_begins(qapp, tmp_path):
    with Stage() as stage:
        window, files = stage.window, not_imported(stage, tmp_path)
        files[0].write_bytes(resources.read_bytes("sample", "report.pdf"))
        window.opener.open_files(files[:1])
        stage.wait_for(lambda: not window.bar.text, "room")


def test_what_was_not_imported_is_shown_with_the_keys_on_the_first(qapp, tmp_path):
    with Stage() as stage:
        window = stage.window
        not_imported(stage, tmp_path)
        window.bar.press("Show documents")
        view = window.library.view
        assert view.currentIndex().data() == "north.pdf"
        assert window.focusWidget() is view
