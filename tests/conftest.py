"""For all tests: no display needed, nothing of the user's own touched, nothing left running after."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pymupdf
import pytest
from hypothesis import settings

import model.workers.process  # noqa: F401 (which says what workers begin with)
from model import garbage_collection
from model.garbage_collection import collect_due

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A shell lets what it starts in the background ignore Ctrl+C, and that would go on to programs under test.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How long an example takes says more of what else the machine does than of the code.
settings.register_profile("paraph", deadline=None)
settings.load_profile("paraph")

_insert_font = pymupdf.Page.insert_font


def _insert_font_once(page: pymupdf.Page, fontname: str = "helv", **more: Any) -> int:
    """PyMuPDF looks through the fonts of a page for each piece of text that is put on it."""
    fonts = vars(page).setdefault("fonts_of_tests", {})
    if fontname not in fonts:
        fonts[fontname] = _insert_font(page, fontname, **more)
    return fonts[fontname]


pymupdf.Page.insert_font = _insert_font_once

# Each worker begins as a copy of this: those that read a report need not load the rules for it one by one.
if "forkserver" in multiprocessing.get_all_start_methods():
    preloaded = ["model.workers.child", "model.reading.pdf", "model.extraction.extract"]
    multiprocessing.get_context("forkserver").set_forkserver_preload(preloaded)

# A thread or process that was told to end may take a moment for it.
GRACE_S = 5.0
_HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME")


def pytest_report_header() -> str:
    platform = os.environ.get("QT_QPA_PLATFORM") or "the system's own platform"
    none = "each process's own" if platform == "xcb" else "none"
    return f"windows: {platform}, display {os.environ.get('DISPLAY') or none}"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """`-m e2e` and `-m "not e2e"` load no others: to load all tests takes as long as some of them."""
    wanted = {"e2e": True, "not e2e": False}.get(config.option.markexpr)
    folder = Path(__file__).parent / "e2e"
    if wanted is None or collection_path in folder.parents:
        return None
    is_e2e = folder in (collection_path, *collection_path.parents)
    return None if is_e2e is wanted else True


def pytest_collection_finish() -> None:
    """What is loaded now stays: it need not be looked through again and again.

    Nothing else is set apart, nor this put back: otherwise windows of earlier tests would stay for ever.
    As in the program, nothing is collected but in the main thread: here that is done between tests.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    nothing = {"freeze": lambda: None, "unfreeze": lambda: None}
    garbage_collection.gc = SimpleNamespace(**{**vars(gc), **nothing})


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory, monkeypatch):
    """Settings, caches, crash reports and documents of a test are its own."""
    home = tmp_path_factory.mktemp("home")
    for name in _HOMES:
        monkeypatch.setenv(name, str(home if name == "HOME" else home / name.removeprefix("XDG_").lower()))


@pytest.fixture(autouse=True)
def _nothing_left_running(request, _own_home):
    """Fails a test that leaves a thread, a process or a timer running."""
    before = set(threading.enumerate())
    yield
    end = time.monotonic() + GRACE_S
    visitor = threading._DummyThread  # noqa: SLF001 (a C++ thread that only visited)
    threads = [thread for thread in threading.enumerate() if thread not in before]
    for thread in threads:
        if not isinstance(thread, visitor):
            thread.join(max(0.0, end - time.monotonic()))
    left = [thread.name for thread in threads
            if thread.is_alive() and not isinstance(thread, visitor)]  # fmt: skip
    for process in multiprocessing.active_children():
        process.join(max(0.0, end - time.monotonic()))
    left += [f"process {process.name}" for process in multiprocessing.active_children()]
    if "qapp" in request.fixturenames:
        _delete_what_is_to_go()
        left += [f"timer of {timer.parent()}" for timer in _active_timers()]
    collect_due()
    assert left == [], f"left running: {left}"


@pytest.fixture
def unwritable(tmp_path):
    """A folder in which nothing can be made."""
    own, systems = tmp_path / "unwritable", Path("/proc/self")
    own.mkdir(mode=0o555)
    folder = next((one for one in (own, systems) if one.is_dir() and not os.access(one, os.W_OK)), None)
    if folder is None:
        pytest.skip("the superuser may write everywhere")
    return folder


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    """The file of a project with the sample report, which nobody has reviewed: tests work on copies of it."""
    import resources
    from storage.importing import import_files
    from storage.project import Project

    folder = tmp_path_factory.mktemp("sample")
    report = folder / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Project.create(folder / "sample.paraph") as made:
        import_files(made, [report], on_line=lambda line: None)
    return folder / "sample.paraph"


def _delete_what_is_to_go():
    """Here, and at once: a window that its test no longer holds may be garbage that a thread collects."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _active_timers():
    """Timers made in Python that still tick."""
    from PySide6.QtCore import QTimer
    from shiboken6 import Shiboken

    return [one for one in Shiboken.getAllValidWrappers() if type(one) is QTimer and one.isActive()]
