"""What an import leaves behind when its project is closed meanwhile."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import resources
from gui.importing.queue import ImportQueue
from gui.jobs import Jobs
from gui.library.items import State
from gui.session import Session


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
    qtbot.waitUntil(lambda: bool(imports.items))
    left = {item.path: item.state for item in imports.items}
    closed: list[Path] = []
    session.close(partial(closed.append, copy))
    qtbot.waitUntil(lambda: bool(closed))
    imports.close()
    assert left == {report: State.FAILED, later: State.FAILED}
