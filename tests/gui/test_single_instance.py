"""A second start hands its files to the Paraph that runs."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from gui import single_instance
from gui.single_instance import SingleInstance


@pytest.fixture
def first(qapp, tmp_path):
    instance = SingleInstance(tmp_path)
    assert instance.begin()
    instance.listen()
    yield instance
    instance.end()


def _start_again(folder: Path, files: list[Path]) -> tuple[threading.Thread, list[bool]]:
    second = SingleInstance(folder)
    assert not second.begin()
    said: list[bool] = []
    thread = threading.Thread(target=lambda: said.append(second.hand_over(files)))
    thread.start()
    return thread, said


@pytest.mark.parametrize("names", [[], ["a.pdf", "Häfen \U0001f6a2.paraph", "odd\udcff.pdf"]])
def test_the_one_that_runs_takes_the_files_of_another_start(first, qtbot, tmp_path, names):
    files = [tmp_path / name for name in names]
    with qtbot.waitSignal(first.asked) as asked:
        thread, said = _start_again(tmp_path, files)
    thread.join()
    assert (asked.args, said) == ([files], [True])
    assert not list(tmp_path.glob("*.json"))


def test_what_comes_while_a_dialog_waits_is_opened_after_it(first, qtbot, tmp_path):
    over, above = QDialog(), QDialog()
    over.open()
    above.open()
    files = [tmp_path / "a.pdf"]
    with qtbot.assertNotEmitted(first.asked):
        thread, said = _start_again(tmp_path, files)
        qtbot.waitUntil(lambda: not thread.is_alive())
        above.accept()
        QCoreApplication.sendPostedEvents(first)
    assert said == [True]
    with qtbot.waitSignal(first.asked) as asked:
        over.reject()
    assert asked.args == [files]


def test_after_the_end_of_one_another_is_the_only_one(first, tmp_path):
    first.end()
    assert SingleInstance(tmp_path).begin()


def test_where_the_one_that_runs_ends_another_start_goes_on_at_once(first, tmp_path, monkeypatch):
    monkeypatch.setattr(single_instance, "_PATIENCE", 60)
    thread, said = _start_again(tmp_path, [tmp_path / "a.pdf"])
    first.end()
    thread.join(20)
    assert said == [False]
    assert not list(tmp_path.glob("*.json"))


def test_what_killed_starts_have_left_is_not_opened_but_what_one_waits_for_is(qapp, qtbot, tmp_path):
    """It waits while this one starts."""
    names = ("1.json", "2.json", "3.part")
    for name in names:
        (tmp_path / name).write_text(json.dumps([name]), encoding="ascii")
    for name in ("1.json", "3.part"):
        os.utime(tmp_path / name, (0, 0))
    instance = SingleInstance(tmp_path)
    assert instance.begin()
    with qtbot.waitSignal(instance.asked) as asked:
        instance.listen()
    assert asked.args == [[Path("2.json")]]
    assert not [name for name in names if (tmp_path / name).exists()]
    instance.end()


def test_where_nothing_can_be_written_each_start_is_the_only_one(tmp_path):
    (tmp_path / "starts").write_text("no folder")
    assert SingleInstance(tmp_path / "starts").begin()
