"""What is ordered is written, or said not to be and asked again; what asks goes with its project."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog

from gui.exporting import Exporting
from gui.releasing.assistant import ExportDialog, Order, WriteAgainDialog
from gui.releasing.listing import ReleasesDialog
from model.errors import Cancelled
from model.labels import Status
from storage.exporting.settings import Settings as Chosen
from storage.exporting.settings import SplitUnit, splits_from


def asked(opened, qtbot):
    opened.exporting.ask()
    qtbot.waitUntil(lambda: opened.window.findChild(ExportDialog) is not None)
    dialog = opened.window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: not dialog.counts.busy)
    return dialog


def offered_folder(opened, qtbot):
    dialog = asked(opened, qtbot)
    folder = dialog.folder.text()
    dialog.close()
    qtbot.waitUntil(lambda: opened.window.findChild(ExportDialog) is None)
    return Path(folder)


def test_a_project_offers_the_folder_of_its_own_last_dataset(opened, qtbot, tmp_path):
    """Beside that of another project where it has none yet: two datasets in one folder are taken for one."""
    of_wells = str(tmp_path / "sets" / "wells dataset")
    opened.exporting.settings.set("export_folders", {"/elsewhere/wells.paraph": of_wells})
    assert offered_folder(opened, qtbot) == tmp_path / "sets" / "harbours dataset"
    with qtbot.waitSignal(opened.exporting.written):
        opened.exporting.export(["jsonl"], tmp_path / "own")
    assert offered_folder(opened, qtbot) == tmp_path / "own"
    assert list(opened.exporting.settings.get("export_folders", {}).values()) == [
        of_wells,
        str(tmp_path / "own"),
    ]


def test_the_choices_of_the_last_dataset_are_offered_and_all_taken_back_at_once(opened, qtbot, tmp_path):
    chosen = Chosen(
        roles=("recommendation",), reviewers=(opened.session.reviewer.name,), fields=("role", "force"),
        splits=splits_from("train=.5,test=.5", 7, SplitUnit.DOCUMENT),
    )  # fmt: skip
    with qtbot.waitSignal(opened.exporting.failed):  # there is too little to divide
        opened.exporting.carry_out(Order(["jsonl"], tmp_path / "own", chosen))
    dialog = asked(opened, qtbot)
    assert dialog.contents.settings == chosen
    dialog.everything.click()
    assert dialog.contents.settings == Chosen()
    assert not dialog.everything.isEnabled()
    qtbot.waitUntil(lambda: not dialog.counts.busy)
    dialog.accept()
    qtbot.waitUntil(lambda: opened.window.findChild(ExportDialog) is None)
    opened.qtbot.waitSignal(opened.exporting.written).wait()
    dialog = asked(opened, qtbot)
    assert dialog.contents.settings == Chosen()
    dialog.close()


def test_a_release_whose_files_were_not_written_is_made_and_says_so(opened, tmp_path, qtbot, monkeypatch):
    """Else its version would be taken, and nobody know by what."""
    exporting, taken, said = opened.exporting, tmp_path / "taken", []
    exporting.failed.connect(said.append)
    taken.touch()
    with qtbot.waitSignals([exporting.released, exporting.failed]):
        exporting.carry_out(Order(["jsonl"], taken, Chosen(), "1.0"))
    assert said[-1].startswith("Release 1.0 was made")
    assert said[-1].endswith("choose another one")
    with qtbot.waitSignal(exporting.failed):
        exporting.carry_out(Order(["jsonl"], taken, None, "1.0"))
    assert said[-1].startswith(str(taken))

    def cancelled(*_):
        raise Cancelled("export")

    monkeypatch.setattr("storage.exporting.writing.write_dataset", cancelled)
    with qtbot.waitSignals([exporting.released, exporting.failed]):
        exporting.carry_out(Order(["jsonl"], tmp_path / "out", Chosen(), "1.1"))
    assert said[-1].endswith("they were not written now.")


def test_what_could_not_be_written_is_asked_again_with_all_that_was_chosen(opened, tmp_path, qtbot):
    exporting, taken = opened.exporting, tmp_path / "taken"
    taken.touch()
    splits = splits_from("train=.5,test=.5", 7, SplitUnit.DOCUMENT)
    chosen = Chosen(roles=("recommendation",), states=(Status.UNREVIEWED.value,), splits=splits)
    with qtbot.waitSignal(exporting.failed):
        exporting.carry_out(Order(["csv"], taken, chosen))
    dialog = exporting.ask_otherwise()  # the message that offers it stays until this is answered
    assert dialog is opened.window.findChild(ExportDialog)
    assert dialog.contents.settings == chosen
    assert dialog.formats.ticked == ["csv"]
    assert dialog.folder.text() == str(taken)
    dialog.close()
    qtbot.waitUntil(lambda: opened.window.findChild(ExportDialog) is None)
    with qtbot.waitSignal(exporting.failed):
        exporting.carry_out(Order(["csv"], taken, Chosen(), "1.0"))  # made, and not written
    exporting.ask()
    qtbot.waitUntil(lambda: opened.window.findChild(ExportDialog) is not None)
    dialog = opened.window.findChild(ExportDialog)
    assert dialog.contents.settings == Chosen()
    dialog.close()
    dialog = exporting.ask_otherwise()  # still offered
    assert isinstance(dialog, WriteAgainDialog)
    dialog.close()


def test_a_cancelled_export_leaves_nothing_and_keeps_nothing(opened, tmp_path, qtbot):
    with qtbot.waitSignal(opened.exporting.cancelled):
        opened.exporting.carry_out(Order(["jsonl", "csv"], tmp_path / "out", Chosen(), "1.0"))
        opened.exporting.jobs.running[0].cancel()
    assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []
    listed = ReleasesDialog(opened.session, opened.window)
    listed.show()
    qtbot.waitUntil(lambda: not listed.busy)
    assert listed.list.topLevelItemCount() == 0
    assert listed.empty.isVisible()
    assert not any(part.isVisible() for part in (listed.list, listed.details, listed.write, listed.compare))
    with qtbot.waitSignal(listed.exportAsked):
        listed.export.click()
    listed.close()


def test_what_goes_wrong_is_one_sentence(opened, tmp_path, qtbot):
    (tmp_path / "out").write_text("x")
    with qtbot.waitSignal(opened.exporting.failed) as failed:
        opened.exporting.export(["jsonl"], tmp_path / "out")
    assert "cannot be written" in failed.args[0]
    assert isinstance(opened.exporting, Exporting)
    assert opened.window.findChild(QDialog) is None


def test_what_asks_of_a_project_goes_with_it(opened, qtbot, tmp_path):
    """PDFs that another start is to open take a window from the sample to one's own project."""
    exporting = opened.exporting
    exporting.ask()
    exporting.ask_again("1.0")
    exporting.show_releases()
    qtbot.waitUntil(lambda: len(opened.window.findChildren(QDialog)) == 3)
    opened.session.projectClosed.emit()
    qtbot.waitUntil(lambda: not opened.window.findChildren(QDialog))
