"""Several reports extracted again end in one line, with those that somebody has to look at."""

from __future__ import annotations

from functools import partial

import pytest

import resources
from gui.message_bar import Tone
from gui.stage import Stage
from model.doubts import Doubt, DoubtKind
from model.nodes import Kind
from model.recognized import RecognizedLine, RecognizedPage
from model.workers.pool import WorkerPool
from storage.project import Project
from storage.recognized_words import keep_recognized, recognition_cache_of, recognized_of
from storage.schema import NODE
from storage.unread_pages import keep_unread, unread_of
from storage.writer import Priority


@pytest.fixture
def stage(qapp, copy, tmp_path):
    """Two reports, of which the first holds a paragraph that its pages do not."""
    other = tmp_path / "other.pdf"
    other.write_bytes(resources.read_bytes("sample", "report.pdf") + b"\n% another file\n")
    with Project.open(copy) as stored:
        review = stored.review(stored.documents()[0].id)
        seven = next(node for node in review.outline if node.number == "7" and node.kind is Kind.PARAGRAPH)
        strange = NODE.update().where(NODE.c.id == seven.id)
        strange = strange.values(text="Of a former reading.", quote=None, page=1, regions="[[1,1,1,9,9]]")
        stored.write(lambda connection: connection.execute(strange) and None, Priority.EDIT).result()
    with Stage() as stage:
        stage.new_project(copy)
        stage.import_files([other])
        stage.open_report(0)
        yield stage


def test_what_was_not_found_is_not_hidden_by_the_next_report(stage):
    window = stage.window
    stage.select(lambda node: node.text == "Of a former reading.")
    stage.press("accept")
    stage.settle()
    window.again.start([row.id for row in window.session.documents])
    stage.wait_for(lambda: window.again.is_idle, "the end of both")
    begins = "2 reports were extracted again. Not found again as they were: entries in "
    assert window.bar.text.startswith(begins)
    window.again.start_older()
    assert window.bar.text == "Every report was already extracted by this version."
    assert window.bar.tone is Tone.INFO
    window.again.start([row.id for row in window.session.documents][1:])
    stage.wait_for(lambda: window.again.is_idle, "the end of one")
    assert " was extracted again: " in window.bar.text


def test_what_was_refused_is_not_told_again_of_those_that_are_asked_for_later(stage):
    again, bar = stage.window.again, stage.window.bar
    again.refused.emit("a.pdf: moved.")
    again.refused.emit("b.pdf: moved.")
    assert bar.text == "a.pdf: moved. b.pdf: moved."
    again.idle.emit()
    again.refused.emit("c.pdf: moved.")
    assert bar.text == "c.pdf: moved."


def test_a_report_whose_pdf_is_still_looked_for_is_stopped_too(stage):
    window = stage.window
    before = window.session.project.history(window.session.documents[0].id)
    window.again.start([window.session.documents[0].id])
    window.again.cancel()
    stage.wait_for(lambda: window.again.is_idle, "the end")
    assert window.session.project.history(window.session.documents[0].id) == before
    assert window.again.is_idle
    assert not window.bar.isVisible()


def test_the_pages_of_the_open_report_are_known_as_they_are_read_now(stage):
    """Before, its second page could not be read, and a word was recognized on its first."""
    session, page = stage.window.session, stage.window.page_view
    project, document = session.project, session.review.document.id
    word = RecognizedPage(1, 0, True, (RecognizedLine("Recognized", 72, 100, 200, 112),))
    for keep in (
        partial(keep_recognized, document_id=document, pages=[word]),
        partial(keep_unread, document_id=document, doubts=[Doubt(DoubtKind.UNREAD, "", 2, "")]),
    ):
        project.write(keep, Priority.EDIT).result()
    page.finder.find("recognized", 1)
    stage.wait_for(lambda: not page.finder.busy, "the end of the search")
    assert page.finder.hits == []
    session.pagesChanged.emit(document)
    stage.wait_for(lambda: _words(page) == ["Recognized"], "the recognized word")
    stage.wait_for(lambda: bool(page.finder.hits), "the place of the word that was looked for before")
    stage.window.again.start([document])
    stage.wait_for(lambda: stage.window.again.is_idle, "the end")
    stage.wait_for(lambda: len(_words(page)) > 20, "the page's own words")
    stage.wait_for(lambda: not page.finder.busy, "the end of the search")
    assert page.finder.hits == []
    assert unread_of(project, document) == []
    assert recognized_of(project, document) == ""


def test_pages_that_were_recognized_before_are_known_and_progress_tells_the_page(stage, monkeypatch):
    session = stage.window.session
    sha256 = session.review.document.sha256
    recognition_cache_of(session.project, sha256).keep("7", "as it was read")
    session.project.write(lambda connection: None, Priority.IMPORT).result()
    asked, names = [], []
    extract = WorkerPool.extract

    def watched(pool, path, password, on_progress, recognition):
        asked.append((recognition.sha256, dict(recognition.known)))
        on_progress(3, 40)
        return extract(pool, path, password, on_progress, recognition)

    monkeypatch.setattr(WorkerPool, "extract", watched)
    stage.window.again.start([session.review.document.id])
    (job,) = stage.window.jobs.running
    job.changed.connect(lambda: names.append(job.name))
    stage.wait_for(lambda: stage.window.again.is_idle, "the end")
    assert asked == [(sha256, {"7": "as it was read"})]
    assert [name for name in names if name.endswith(" again: page 3 of 40")]


def _words(page):
    """The words of the first page; none while they are on their way."""
    found = []
    page.texts.when_there([1], found.append)
    return [word.text for layers in found for word in layers[1].words]
