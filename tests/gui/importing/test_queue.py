"""What an import leaves behind when its project is closed meanwhile."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event

import pytest

import resources
from gui.importing import queue
from gui.importing.queue import ImportQueue
from gui.jobs import Job, Jobs
from gui.library.items import State
from gui.session import Session
from storage.import_outcomes import ImportOutcome, ImportState
from storage.project import Project


def test_files_that_only_waited_for_their_turn_stand_in_the_list_next_time_too(qtbot, copy, tmp_path):
    report = tmp_path / "another.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf") + b"%")
    later = tmp_path / "later.pdf"
    session = Session("Ada")
    imports = ImportQueue(session, Jobs(session), session)
    with qtbot.waitSignal(session.projectOpened):
        session.open_project(copy)
    imports.add((report,))
    imports.add((later,))
    imports.break_off()
    qtbot.waitUntil(lambda: imports.is_idle)
    with qtbot.waitSignal(session.projectOpened):
        session.open_project(copy)
    assert imports.items == []
    with qtbot.waitSignal(imports.leftOver) as told:
        qtbot.waitUntil(lambda: bool(imports.items))
    assert set(told.args[0]) == {report, later}
    left = {item.path: item.state for item in imports.items}
    closed: list[Path] = []
    session.close(partial(closed.append, copy))
    qtbot.waitUntil(lambda: bool(closed))
    imports.close()
    assert left == {report: State.FAILED, later: State.FAILED}


def test_what_is_cancelled_after_it_was_broken_off_is_left_for_later(qtbot, copy, tmp_path, monkeypatch):
    ended = Event()
    monkeypatch.setattr(queue, "_remembered", lambda _: ended.wait(10) and [])
    report = tmp_path / "another.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf") + b"%")
    session = Session("Ada")
    imports = ImportQueue(session, Jobs(session), session)
    with qtbot.waitSignal(session.projectOpened):
        session.open_project(copy)
    imports.add((report,))
    with qtbot.waitSignal(imports.ended):
        imports.break_off()  # while what the project remembers is being read
        imports.cancel()
    ended.set()
    qtbot.waitUntil(lambda: imports.is_idle)
    closed: list[Path] = []
    session.close(partial(closed.append, copy))
    qtbot.waitUntil(lambda: bool(closed))
    imports.close()
    with closing(Project.open(copy)) as project:
        assert [known["path"] for known in project.setting("imports that failed", [])] == [str(report)]


@pytest.mark.parametrize("remembered", [7, [3], [{"path": "a.pdf"}]])
def test_what_is_remembered_in_another_shape_counts_as_nothing(qtbot, copy, remembered):
    with closing(Project.open(copy)) as project:
        project.set_setting("imports that failed", remembered).result()
    session = Session("Ada")
    imports = ImportQueue(session, Jobs(session), session)
    with qtbot.waitSignal(session.projectOpened):
        session.open_project(copy)
    imports.put_off((Path("north.pdf"),))
    qtbot.waitUntil(lambda: imports.is_idle)
    imports.close()
    closed: list[Path] = []
    session.close(partial(closed.append, copy))
    qtbot.waitUntil(lambda: bool(closed))


def test_files_that_end_at_once_are_told_of_together(qtbot, copy):
    session = Session("Ada")
    imports = ImportQueue(session, Jobs(session), session)
    with qtbot.waitSignal(imports.changed):  # what the project remembers is known
        session.open_project(copy)
    stored = []
    session.set_setting = lambda key, value: stored.append(len(value))
    files = [Path(f"{n}.pdf") for n in range(50)]
    imports.on_listed(files)
    told = []
    imports.changed.connect(lambda: told.append(len(imports.items)))
    for done, file in enumerate(files[:49], 1):
        imports.on_finished(ImportOutcome(file, ImportState.CANCELLED), done, len(files))
    assert len(imports.items) == 1
    qtbot.waitUntil(lambda: bool(told))
    assert (told, stored) == ([1], [50, 1])
    imports.close()
    closed: list[Path] = []
    session.close(partial(closed.append, copy))
    qtbot.waitUntil(lambda: bool(closed))


def test_a_long_report_says_its_page_and_how_long_it_will_take(qtbot, monkeypatch):
    now = iter(range(0, 1000, 6))
    monkeypatch.setattr(queue, "monotonic", lambda: next(now))
    session = Session("Ada")
    imports = ImportQueue(session, Jobs(session), session)
    job = imports.job = Job("Importing", parent=session)
    scan = Path("scan.pdf")
    imports.on_listed([scan])
    for done in range(11):
        imports.on_pages(scan, done, 200)
    (item,) = imports.items
    assert item.detail == "Page 10 of 200, about 19 min left"
    assert job.name == "Importing: page 10 of 200, about 19 min left"
    imports.on_listed([scan, Path("other.pdf")])
    imports.on_pages(scan, 11, 200)
    assert job.name == "Importing 1 of 2"
    imports.close()
