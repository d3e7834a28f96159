"""An import stores what it can, says one line for each file, and loses nothing when it is broken off."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from model.errors import PasswordNeeded, UnreadableFile, UserFacingError
from model.workers.errors import WorkerError
from storage.checking import check
from storage.errors import DiskFull
from storage.import_outcomes import ImportState
from storage.importing import Importer, ImportListener, import_files
from storage.project import Project
from storage.schema import DOCUMENT, SOURCE
from storage.sources import find_source
from storage.storing import begin_document, finish_document
from storage.writer import Priority
from tests.storage.engines import ReportEngine
from tests.storage.stored_reports import WELLS, document, limit_pages

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _crash_reports_stay_here(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def pdf(tmp_path):
    folder = tmp_path / "pdfs"
    folder.mkdir()

    def make(name, content=None):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if content is not None else WELLS + name.encode())
        return path

    return make


class Told(ImportListener):
    """Everything that an import told, in order; `when_started` runs with each file that begins."""

    def __init__(self, when_started=None):
        self.words = []
        self.report = None
        self._when_started = when_started

    def started(self, file):
        self.words.append(("started", file.name))
        if self._when_started:
            self._when_started(file)

    def pages(self, file, done, total):
        self.words.append(("pages", file.name, done, total))

    def finished(self, outcome, done, total):
        self.words.append(("finished", outcome.file.name, outcome.state, done, total))

    def all_done(self, report):
        self.report = report


def run(project, files, **how):
    lines = []
    report = import_files(project, files, on_line=lines.append, engine=ReportEngine, **how)
    return report, lines


def test_an_imported_report_is_all_there(project, pdf, tmp_path):
    report, lines = run(project, [pdf("wells-700.pdf", WELLS * 40_000)])
    assert report.all_there
    assert lines == ["[1/1] wells-700.pdf: 2 pages, 700 entries, 0 doubts", "1 file: 1 imported"]
    (row,) = project.documents()
    assert row.id == report.outcomes[0].document
    review = project.review(row.id)
    assert len(review.outline) == 700
    assert sum(len(review.decisions(node.id)) for node in review.outline) == 2 * 699
    project.close()
    assert check(project.path) == []


def test_the_pdf_travels_inside_the_project(project, pdf, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    content = WELLS * 40_000  # three parts
    path = pdf("wells.pdf", content)
    report, _ = run(project, [path])
    path.unlink()
    copy = project.source(report.outcomes[0].document)
    assert copy != path
    assert copy.read_bytes() == content


@pytest.mark.parametrize("place", ["a pipe", "a share of a server"])
def test_an_original_elsewhere_is_not_opened(project, pdf, monkeypatch, place):
    """Whoever made the project may have named anything."""
    path = pdf("wells.pdf")
    report, _ = run(project, [path])
    content = path.read_bytes()
    original = f"/{path}"
    if place == "a pipe":
        path.unlink()
        os.mkfifo(path)
        original = str(path)
    work = update(DOCUMENT).values(original_path=original)
    project.write(lambda connection: connection.execute(work) and None, Priority.IMPORT).result()
    opened = Path.open

    def guarded(file, *args, **kwargs):
        assert not str(file).endswith("/wells.pdf")
        return opened(file, *args, **kwargs)

    monkeypatch.setattr(Path, "open", guarded)
    copy = project.source(report.outcomes[0].document)
    assert copy.name != "wells.pdf"
    assert copy.read_bytes() == content


def test_a_pdf_stands_behind_every_report_of_its_bytes(project, pdf):
    """One came as a PDF, another, extracted elsewhere, in a dataset."""
    path = pdf("wells.pdf")
    report, _ = run(project, [path])
    other = document("wells.pdf", path.read_bytes())
    key = project.write(partial(begin_document, document=other), Priority.IMPORT).result()
    project.write(partial(finish_document, document=key), Priority.IMPORT).result()
    again, lines = run(project, [path, pdf("z.pdf")])
    assert [outcome.state for outcome in again.outcomes] == [
        ImportState.ALREADY_THERE,
        ImportState.IMPORTED,
    ], lines
    with project.reading() as connection:
        first = find_source(connection, report.outcomes[0].document)
        assert find_source(connection, other.id).key == first.key is not None
    project.close()
    assert check(project.path) == []


def test_one_bad_file_never_stops_the_rest(project, pdf):
    files = [pdf(name) for name in ("a.pdf", "crash.pdf", "secret.pdf", "scan.pdf", "bug.pdf", "damaged.pdf",
                                    "z.pdf")]  # fmt: skip
    missing = files[0].with_name("missing.pdf")
    report, lines = run(project, [missing, *files], jobs=2)
    assert not report.all_there
    said = {outcome.file.name: outcome.line for outcome in report.outcomes}
    assert said["a.pdf"] == "a.pdf: 2 pages, 6 entries, 0 doubts"
    assert said["z.pdf"] == "z.pdf: 2 pages, 6 entries, 0 doubts"
    assert said["missing.pdf"] == "missing.pdf: not imported: there is no such file; check its name."
    assert "engine stopped" in said["crash.pdf"]
    assert said["secret.pdf"] == "secret.pdf: not imported: it needs a password; give it."
    assert said["scan.pdf"] == "scan.pdf: not imported: its pages are pictures without text."
    assert said["damaged.pdf"].startswith("damaged.pdf: not imported: ")
    crash_report = Path(said["bug.pdf"].rpartition(" is in ")[2])
    assert "ZeroDivisionError" in crash_report.read_text("utf-8")
    errors = {outcome.file.name: outcome.error for outcome in report.outcomes}
    assert isinstance(errors["secret.pdf"], PasswordNeeded)
    assert isinstance(errors["bug.pdf"], WorkerError)
    assert len(lines) == 9
    assert lines[-1] == "8 files: 2 imported, 6 not imported"


def test_a_password_opens_what_needs_one(project, pdf):
    report, _ = run(project, [pdf("secret.pdf")], password="please")
    assert report.all_there


def test_a_file_that_is_there_already_is_skipped_and_said_so(project, pdf):
    first = pdf("a.pdf", WELLS)
    (done,) = run(project, [first])[0].outcomes
    again, lines = run(
        project, [first, pdf("copy.pdf", WELLS), pdf("new.pdf"), pdf("new-copy.pdf", WELLS + b"new.pdf")]
    )
    assert lines[:2] == ["[1/4] a.pdf: already there", "[2/4] copy.pdf: already there, as a.pdf"]
    assert {outcome.document for outcome in again.outcomes[:2]} == {done.document}
    assert again.all_there
    assert again.count(ImportState.ALREADY_THERE) == 3
    assert len(project.documents()) == 2


def test_a_copy_of_a_file_that_fails_fails_too(project, pdf):
    secret = pdf("secret.pdf")
    copy = pdf("secret copy.pdf", secret.read_bytes())
    report, lines = run(project, [secret, copy])
    assert [outcome.file for outcome in report.outcomes] == [secret, copy]
    assert all(isinstance(outcome.error, PasswordNeeded) for outcome in report.outcomes)
    assert lines[1] == ("[2/2] secret copy.pdf: not imported: it needs a password; give it with --password.")


@pytest.mark.parametrize("name", ["changing.pdf", "replaced.pdf"])
def test_a_file_that_changes_while_it_is_read_is_not_imported(project, pdf, name):
    """Whether it changes after its hash was taken, or before, when other bytes had been read."""
    report, lines = run(project, [pdf(name)])
    assert "it changed while it was read; import it again." in lines[0]
    assert isinstance(report.outcomes[0].error, UnreadableFile)
    project.close()
    assert check(project.path) == []


def test_a_known_file_that_changes_before_it_is_taken_in_stops_no_other(project, pdf, monkeypatch):
    """A report that came as a dataset gets its PDF when that is imported."""
    known, other = pdf("known.pdf"), pdf("other.pdf")
    run(project, [known])

    def forget_pdf(connection):
        connection.execute(update(DOCUMENT).values(source=None))
        connection.execute(delete(SOURCE))

    write, looked_at = project.write, threading.Event()

    def watched(work, priority):
        future = write(work, priority)
        looked_at.set()  # the import has looked at the file, and wants to store it
        return future

    def change(connection):
        assert looked_at.wait(20)
        known.write_bytes(b"another file")

    project.write(forget_pdf, Priority.IMPORT).result()
    project.write(change, Priority.EDIT)
    monkeypatch.setattr(project, "write", watched)
    report, _ = run(project, [known, other])
    assert [outcome.state for outcome in report.outcomes] == [ImportState.FAILED, ImportState.IMPORTED]
    assert isinstance(report.outcomes[0].error, UnreadableFile)


def test_a_folder_means_its_pdfs_and_those_below(project, pdf):
    pdf("b.PDF")
    pdf("a.pdf")
    below = pdf("below/c.pdf")
    pdf("notes.txt")
    pdf(".hidden.pdf")
    report, _ = run(project, [below.parent.parent, below])
    assert sorted(outcome.file.name for outcome in report.outcomes) == ["a.pdf", "b.PDF", "c.pdf"]


def test_nothing_to_import_is_an_error_that_names_the_folder(project, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserFacingError, match=r"empty: there is no PDF"):
        run(project, [tmp_path / "empty"])
    with pytest.raises(UserFacingError, match=r"missing\.pdf: there is no such file"):
        run(project, [tmp_path / "missing.pdf"])
    with pytest.raises(UserFacingError, match="there is no such file"):
        run(project, [tmp_path / ("long" * 80)])


def test_a_folder_without_pdfs_beside_a_file_is_said_and_the_file_is_imported(project, pdf, tmp_path):
    (tmp_path / "empty").mkdir()
    report, _ = run(project, [pdf("a.pdf"), tmp_path / "empty"])
    ends = {outcome.file.name: outcome for outcome in report.outcomes}
    assert ends["a.pdf"].state is ImportState.IMPORTED
    assert ends["empty"].line == "empty: not imported: there is no PDF in this folder; choose another one."
    assert not report.all_there


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_keeps_no_import_waiting(project, pdf, tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    report, _ = run(project, [tmp_path / "pipe.pdf", pdf("a.pdf")])
    said = {outcome.file.name: outcome.line for outcome in report.outcomes}
    assert said["pipe.pdf"] == "pipe.pdf: not imported: a pipe or a device, not a file; choose a PDF."
    assert said["a.pdf"].startswith("a.pdf: 2 pages")


def test_a_folder_that_may_not_be_read_is_not_called_empty(project, tmp_path, monkeypatch):
    (tmp_path / "closed").mkdir()
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with pytest.raises(UserFacingError, match="closed: you may not read this folder"):
        run(project, [tmp_path / "closed"])


def test_a_listener_hears_of_every_file_from_start_to_end(project, pdf):
    told = Told()
    Importer(project, [pdf("a.pdf")], listener=told, engine=ReportEngine).run()
    assert told.words == [
        ("started", "a.pdf"),
        ("pages", "a.pdf", 1, 2),
        ("pages", "a.pdf", 2, 2),
        ("finished", "a.pdf", ImportState.IMPORTED, 1, 1),
    ]
    assert told.report.all_there


def test_cancelling_stops_what_is_read_and_keeps_what_is_finished(project, pdf):
    files = [pdf("a.pdf"), pdf("slow.pdf"), pdf("z.pdf")]

    class CancelAfterOne(Told):
        def finished(self, outcome, done, total):
            if outcome.state is ImportState.IMPORTED:
                importer.cancel()

    told = CancelAfterOne()
    importer = Importer(project, files, listener=told, engine=ReportEngine)
    report = importer.run()
    states = {outcome.file.name: outcome.state for outcome in report.outcomes}
    assert states == {
        "a.pdf": ImportState.IMPORTED,
        "slow.pdf": ImportState.CANCELLED,
        "z.pdf": ImportState.CANCELLED,
    }
    assert report.cancelled
    assert told.report is report
    assert [row.name for row in project.documents()] == ["a.pdf"]


def test_cancelling_while_a_document_is_stored_takes_its_pieces_back(project, pdf, monkeypatch):
    importer = Importer(project, [pdf("wells-2000.pdf")], engine=ReportEngine)
    pieces = []
    write = project.write

    def counting(work, priority):
        pieces.append(work)
        if len(pieces) == 6:
            importer.cancel()
        return write(work, priority)

    monkeypatch.setattr(project, "write", counting)
    assert importer.run().outcomes[0].state is ImportState.CANCELLED
    assert project.documents() == []
    project.close()
    assert check(project.path) == []


def test_edits_go_between_the_pieces_of_an_import(project, pdf, monkeypatch):
    first = run(project, [pdf("a.pdf")])[0].outcomes[0].document
    review, ann = project.review(first), project.person("Ann")
    node = list(review.outline)[1]
    order = []

    class Editing(Told):
        def finished(self, outcome, done, total):
            order.append("imported")

    importer = Importer(project, [pdf("wells-3000.pdf")], listener=Editing(), engine=ReportEngine)
    write = project.write

    def with_an_edit(work, priority):
        if not order and priority is Priority.IMPORT:
            edit = _edit(review, node, ann)
            project.apply(edit, first, ann).add_done_callback(lambda future: order.append("edited"))
        return write(work, priority)

    monkeypatch.setattr(project, "write", with_an_edit)
    importer.run()
    assert order[0] == "edited"
    assert order[-1] == "imported"


def _edit(review, node, ann):
    from model.editing import flag

    return flag(review, ann, [node.id])


def test_a_full_disk_stops_the_import_and_keeps_what_is_finished(project, pdf):
    run(project, [pdf("a.pdf")])

    limit_pages(project, 1)  # SQLite takes the present size instead
    lines = []
    with pytest.raises(DiskFull, match="free some space"):
        import_files(project, [pdf("wells-900.pdf"), pdf("z.pdf")], on_line=lines.append, engine=ReportEngine)
    assert lines[-1] == "2 files: 2 left for the next time"
    assert [row.name for row in project.documents()] == ["a.pdf"]
    limit_pages(project, 100_000)
    assert run(project, [pdf("wells-900.pdf"), pdf("z.pdf")])[0].all_there


SCRIPT = """
import sys
from pathlib import Path
from storage.importing import import_files
from storage.project import Project
from tests.storage.engines import ReportEngine
project, *files = map(Path, sys.argv[1:])
def say(line):
    print(line, flush=True)
def run():
    with Project.open(project) as opened:
        from storage import importing
        write = importing.Importer._write
        def telling(self, work):
            result = write(self, work)
            say("piece")
            return result
        importing.Importer._write = telling
        import_files(opened, files, on_line=say, engine=ReportEngine)
if __name__ == "__main__":
    try:
        run()
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.parametrize(("end", "pieces"), [(signal.SIGKILL, 1), (signal.SIGKILL, 9), (signal.SIGINT, 4)])
def test_an_import_that_is_broken_off_goes_on_where_it_was(tmp_path, pdf, end, pieces):
    path = tmp_path / "p.paraph"
    Project.create(path).close()
    (tmp_path / "run.py").write_text(SCRIPT, "utf-8")
    files = [pdf("a.pdf"), pdf("wells-2500.pdf")]
    command = [sys.executable, tmp_path / "run.py", path, *files]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(ROOT)})
    with child:
        for line in child.stdout:
            if line.startswith("[1/2]"):
                break
        for _ in range(pieces):
            assert child.stdout.readline() == "piece\n"
        child.send_signal(end)
        rest = child.stdout.read()
        assert child.wait() == (130 if end is signal.SIGINT else -signal.SIGKILL)
    assert ("the same command continues" in rest) == (end is signal.SIGINT)
    left = check(path)
    assert len(left) == (end is signal.SIGKILL)
    assert all("wells-2500.pdf: its import was broken off" in line for line in left)
    with Project.open(path) as opened:
        assert [row.name for row in opened.documents()] == ["a.pdf"]
        assert check(path) == []
        report, _ = run(opened, files)
        assert [outcome.state for outcome in report.outcomes] == [
            ImportState.ALREADY_THERE,
            ImportState.IMPORTED,
        ]
    assert check(path) == []
