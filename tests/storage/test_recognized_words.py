"""Words that only character recognition knows are kept with their report."""

from __future__ import annotations

from functools import partial

import pytest

from model.recognized import from_json
from storage.import_outcomes import ImportState
from storage.importing import Importer, ImportListener, import_files
from storage.project import Project
from storage.recognized_words import keep_recognized, recognition_cache_of, recognized_of
from storage.schema import SETTING
from storage.storing import begin_document
from storage.writer import Priority
from tests.storage.engines import RECOGNIZED, ReportEngine
from tests.storage.stored_reports import document


@pytest.mark.parametrize(("name", "kept"), [("read.pdf", list(RECOGNIZED)), ("wells.pdf", [])])
def test_they_are_there_when_the_project_is_opened_again(tmp_path, name, kept):
    (tmp_path / name).write_bytes(b"a report")
    with Project.create(tmp_path / "a.paraph", "Ann") as project:
        import_files(project, [tmp_path / name], engine=ReportEngine)
    with Project.open(tmp_path / "a.paraph") as project:
        words = recognized_of(project, project.documents()[0].id)
    assert list(from_json(words).values()) == kept


class _CancelsAfterAPage(ImportListener):
    def __init__(self, project, file):
        self.importer = Importer(project, [file], listener=self, engine=ReportEngine)

    def pages(self, file, done, total):
        self.importer.cancel()


def test_an_import_goes_on_behind_the_pages_that_were_read_before_it_was_stopped(tmp_path):
    """The stand-in reads a page and hangs, unless it is told of that page."""
    file = tmp_path / "pages.pdf"
    file.write_bytes(b"a scan")
    with Project.create(tmp_path / "a.paraph", "Ann") as project:
        report = _CancelsAfterAPage(project, file).importer.run()
        assert [outcome.state for outcome in report.outcomes] == [ImportState.CANCELLED]
    with Project.open(tmp_path / "a.paraph") as project:
        assert import_files(project, [file], engine=ReportEngine).all_there
        sha256 = project.review(project.documents()[0].id).document.sha256
        assert recognition_cache_of(project, sha256).known == {"1": "the words of page 1"}
        assert recognition_cache_of(project, "another").known == {}


def test_nothing_stays_of_a_report_whose_import_was_broken_off(tmp_path):
    made = document("wells.pdf", b"wells")
    with Project.create(tmp_path / "a.paraph", "Ann") as project:
        key = project.write(partial(begin_document, document=made), Priority.IMPORT).result()
        keep = partial(keep_recognized, document_id=made.id, pages=RECOGNIZED)
        project.write(keep, Priority.IMPORT).result()
        project.set_setting("another", 1).result()
        project.remove_document(key)
        with project.reading() as connection:
            keys = {row.key for row in connection.execute(SETTING.select())}
    assert "another" in keys
    assert not [key for key in keys if made.id in key]
